"""One amount in millions here and in billions there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check
from newslint.source import Span
from newslint.topics.figures.claims import Fact, facts
from newslint.topics.figures.contradictions import Twins, twins


@check
class ScaleConflict:
    """Finds “$5.2 million” where the story says “$5.2 billion” of the same thing. `shared` is how many words around a
    round amount must bear it out; an amount of two figures or more needs one.
    """

    shared: int = 2

    def __call__(self, document: Document) -> Iterator[Hit]:
        times = Counter(fact.quantity.value for fact in facts(document))
        told: set[Span] = set()
        for pair in twins(document):
            if pair.slip != "scale" or not self._one_thing(pair):
                continue
            right, odd = sorted(
                (pair.one, pair.other), key=lambda fact: (-times[fact.quantity.value], fact.quantity.span)
            )
            if times[odd.quantity.value] == 1 and odd.quantity.span not in told:
                told.add(odd.quantity.span)
                yield _hit(document, odd, right)

    def _one_thing(self, pair: Twins) -> bool:
        evidence = len(pair.shared) + 2 * (pair.one.noun == pair.other.noun != "")
        years = pair.one.years, pair.other.years
        return evidence >= (self.shared if pair.digits < 2 else 1) and (not all(years) or years[0] == years[1])


def _hit(document: Document, odd: Fact, right: Fact) -> Hit:
    words = {"other": document[right.quantity.span]}
    return Hit(odd.quantity.span, words, (Note(right.quantity.span, "the same amount here"),), confidence=0.75)


_: type[Check] = ScaleConflict
