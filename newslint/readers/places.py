"""Where words stand in a block: verbatim, but for the form of quotation marks and for white space."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row

_MARKS = str.maketrans({**dict.fromkeys("“”„‟«»", '"'), **dict.fromkeys("‘’‚‛‹›`´", "'")})
_PIECE = compiled(r"\s+|\S+")


class Plain(Row):
    """Copy with plain marks and single spaces: each of its letters stands at the offset of the same number."""

    text: str
    offsets: tuple[int, ...]

    def places(self, words: str) -> Iterator[Span]:
        """Every place where `words` stand whole, in order; none where they're nothing but marks."""
        sought = plain(words).text.strip()
        if not any(map(str.isalnum, sought)):
            return
        at = self.text.find(sought)
        while at >= 0:
            end = at + len(sought)
            if _is_whole(self.text, at, end):
                yield Span(self.offsets[at], self.offsets[end - 1] + 1)
            at = self.text.find(sought, end)


def plain(text: str, start: int = 0) -> Plain:
    """`text`, which stands at the offset `start`, as words are looked up in it."""
    parts: list[str] = []
    offsets: list[int] = []
    for piece in _PIECE.finditer(text):
        if piece[0].isspace():
            parts.append(" ")
            offsets.append(start + piece.start())
        else:
            parts.append(piece[0].translate(_MARKS))
            offsets.extend(range(start + piece.start(), start + piece.end()))
    return Plain("".join(parts), tuple(offsets))


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether neither a word nor a number is cut at either end: 4 doesn't stand in 4m, nor 500 in 1,500."""
    return not (
        _runs_on(text[start], text[max(0, start - 2) : start][::-1]) or _runs_on(text[end - 1], text[end : end + 2])
    )


def _runs_on(edge: str, beyond: str) -> bool:
    if edge.isalnum() and beyond[:1].isalnum():
        return True
    return edge.isdigit() and beyond[:1] in {".", ","} and beyond[1:].isdigit()
