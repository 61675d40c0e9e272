"""The draft’s own number, left over from the last one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check, first_at_each_place
from newslint.source import Span
from newslint.story.same import Pair, Verdict, judged
from newslint.topics.draft.identity import edition_pairs, numbered

# Below a warning it isn't told: copy that looks back is full of other numbers.
_SHOWN = 0.8
_MOST = 3  # further places of the number


@check
class StaleIdentity:
    """Finds the issue, version or edition of the last draft where this one means itself: each number once, at its first place."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        hits = [_hit(document, told) for told in _by_numbers(document)]
        return first_at_each_place(sorted(hits, key=lambda hit: -hit.confidence))


_Told = list[tuple[Pair, Verdict]]


def _by_numbers(document: Document) -> list[_Told]:
    """What is told of the same two numbers, whichever the judge takes for the draft's own."""
    found: dict[frozenset[str], _Told] = defaultdict(list)
    for pair in edition_pairs(document):
        verdict = judged(pair.kind, pair.signs)
        if verdict.probability >= _SHOWN:
            found[frozenset([document[pair.suspect], document[pair.other]])].append((pair, verdict))
    return list(found.values())


def _hit(document: Document, told: _Told) -> Hit:
    """The number that stands less often, where it stands first; of two that stand as often, that which isn't in the first lines."""
    best, sure = max(told, key=lambda each: each[1].probability)
    times = Counter(document[each.span] for each in numbered(document))
    turned = times[document[best.other]] < times[document[best.suspect]]
    suspect, own = (best.other, best.suspect) if turned else (best.suspect, best.other)
    places = sorted({place for pair, _ in told for place in (pair.suspect, pair.other)})
    again = [place for place in places if document[place] == document[suspect]]
    right = document[own]
    notes = (Note(own, f"{right} here"), *_more(again[1:]))
    return Hit(again[0], {"own": right}, notes, confidence=sure.probability, evidence=sure.signs)


def _more(places: Sequence[Span]) -> Iterator[Note]:
    return (Note(place, "here, too") for place in places[:_MOST])


_: type[Check] = StaleIdentity
