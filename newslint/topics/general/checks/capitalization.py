"""Capitals: headlines in title or sentence case, labels in capitals."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Change, Check, Hit, check
from newslint.packs.patterns import compiled
from newslint.text import lettercase
from newslint.text.lexicon import entry
from newslint.text.ownership import blocks

_MATCHES = ("title", "sentence", "upper", "lower")


@check
class Capitalization:
    """Finds a block whose capitals aren't as `match` wants them: title, sentence, upper, lower, or a pattern.

    `style` is ap or chicago, for title. `exceptions` keep the capitals they are given with. In sentence case a word
    with a capital is taken for a name unless it's a common word. `threshold` is the share of words that must be right.
    """

    match: str = ""
    style: str = "ap"
    exceptions: tuple[str, ...] = ()
    threshold: float = 1.0
    scope: tuple[str, ...] = ("headline",)

    def __post_init__(self) -> None:
        if not self.match:
            raise ValueError(f"“capitalization” needs “match”: {', '.join(_MATCHES)}, or a pattern")
        if self.style not in {"ap", "chicago"}:
            raise ValueError(f"“style” is ap or chicago, not “{self.style}”")
        if self.match not in _MATCHES:
            compiled(self.match)

    def __call__(self, document: Document) -> Iterator[Hit]:
        for block in blocks(document, self.scope):
            text = document[block.span]
            if self.match not in _MATCHES:
                if not compiled(self.match).search(text):
                    yield Hit(block.span, {"expected": self.match})
                continue
            expected = self._expected(text)
            if _agreement(text, expected) < self.threshold:
                yield Hit(block.span, {"expected": expected}, changes=(Change(block.span, expected),))

    def _expected(self, text: str) -> str:
        if self.match == "title":
            return lettercase.title(text, self.style, self.exceptions)
        if self.match == "sentence":
            return lettercase.sentence(text, self.exceptions, proper=_proper)
        return text.upper() if self.match == "upper" else text.lower()


def _proper(word: str) -> bool:
    """Whether a word with a capital may be a name: only what is never one is sure to be set small."""
    known = entry(word)
    return not known.word or 0 < known.proper < 7 or known.surname > 4 or known.given > 0


def _agreement(text: str, expected: str) -> float:
    """The share of words that are as expected."""
    said, wanted = text.split(), expected.split()
    if not said:
        return 1.0
    return sum(one == other for one, other in zip(said, wanted, strict=True)) / len(said)


_: type[Check] = Capitalization
