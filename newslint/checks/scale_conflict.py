"""One amount in millions here and in billions there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from newslint.analysis.facts import Fact, facts
from newslint.check import Check, Hit, Note, check
from newslint.document import Document

_SCALES = (1e3, 1e6, 1e9, 1e12)


@check
class ScaleConflict:
    """Finds “$5.2 million” where the story says “$5.2 billion” of the same thing. `shared` is how many content words must
    bear a round amount out; an amount of two figures or more needs one fewer.
    """

    shared: int = 3

    def __call__(self, document: Document) -> Iterator[Hit]:
        groups: dict[tuple[str, str, float], list[Fact]] = defaultdict(list)
        for fact in facts(document):
            scale = fact.quantity.numeral.scale
            if (
                scale in _SCALES and document.text[fact.quantity.numeral.end - 1] not in "kK"
            ):  # a “10k” is seldom a slip
                groups[fact.quantity.kind.value, fact.quantity.unit, round(fact.quantity.value / scale, 6)].append(fact)
        for group in groups.values():
            if len({fact.quantity.numeral.scale for fact in group}) == 2:
                yield from self._judged(document, group)

    def _judged(self, document: Document, group: list[Fact]) -> Iterator[Hit]:
        scales = [fact.quantity.numeral.scale for fact in group]
        usual = max(scales, key=lambda scale: (scales.count(scale), scale == scales[0]))
        odd = next(fact for fact in group if fact.quantity.numeral.scale != usual)
        for fact in group:
            if fact.quantity.numeral.scale == usual and fact.sentence != odd.sentence and self._one_thing(fact, odd):
                words = {"other": document[fact.quantity.span]}
                yield Hit(
                    odd.quantity.span, words, (Note(fact.quantity.span, "the same amount here"),), confidence=0.75
                )
                return

    def _one_thing(self, a: Fact, b: Fact) -> bool:
        figures = f"{a.quantity.value / a.quantity.numeral.scale:g}".replace(".", "").rstrip("0")
        needed = self.shared - min(2, len(figures) - 1)
        common = (a.words & b.words) - {"million", "billion", "trillion", "thousand"}
        return len(common) >= needed and a.years == b.years


_: type[Check] = ScaleConflict
