"""Text as tree-sitter is given it: one byte for each code point, so that its offsets are ours."""

from __future__ import annotations

from newslint.startup.expressions import compiled

_LETTER = compiled(r"[^\W\x00-\x7f]")


def folded(text: str) -> bytes:
    """`text` with a letter for every letter beyond ASCII and a mark for everything else there."""
    if text.isascii():
        return text.encode()
    return _LETTER.sub("x", text).encode("ascii", "replace")
