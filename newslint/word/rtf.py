"""Rich text (.rtf): its paragraphs, without styles. Notes, comments, headers and what was deleted are left out."""

from __future__ import annotations

from typing import Any

from striprtf import striprtf

from newslint.errors import UnreadableError
from newslint.source import Source
from newslint.startup.expressions import compiled
from newslint.word.manuscript import Kind, Letters, Manuscript

_BEGINS = b"{\\rtf"
# The rest of a group with deleted text is made a destination that nobody knows, which readers pass over.
_DELETED = compiled(r"\\deleted(?![a-z0-9-])")
# striprtf looks for links, and for the fonts' charsets, in time that may grow faster than the file. The links' groups are
# written so that it doesn't find them, which costs nothing but their addresses; the table of fonts is written anew.
_FIELD = compiled(r"(?i)\{\\field\s*(?=\{)")
_FONTS = compiled(r"\{\s*\\fonttbl")
_FONT = compiled(r"\\f([0-9]{1,5})(?![0-9])|\\fcharset([0-9]{1,5})(?![0-9])|\\[\\{}]|([{}])")
_text_of: Any = striprtf.rtf_to_text  # untyped
# A hyphen where no line may end, and the bullet of the font Symbol.
_MEANT = {0x2011: "-", 0xF0B7: "•"}
_ODD = compiled("[\x00-\x08\x0b-\x1f\x7f\xad]")


def read(data: bytes, name: str) -> Source:
    """The copy of a rich text. Raises UnreadableError where it's damaged or something else."""
    if not data.lstrip().startswith(_BEGINS):
        raise UnreadableError(name, "isn't rich text (RTF), whatever its name says")
    marked = _DELETED.sub(r"\\*\\deleted", data.decode("cp1252", "replace"))
    try:
        text: str = _text_of(_with_plain_fonts(_FIELD.sub(r"{\\field ", marked)), errors="replace")
    except (ValueError, LookupError, TypeError, ArithmeticError) as error:
        raise UnreadableError(name, "is damaged, or not the document that its name says") from error
    paired = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    made = _manuscript(_ODD.sub("", paired).translate(_MEANT))
    return Source(name, made.text, ".rtf", paragraphs=tuple(made.paragraphs))


def _with_plain_fonts(text: str) -> str:
    """The same with a table of fonts that says nothing but each font's charset, a line each."""
    begins = _FONTS.search(text)
    if not begins:
        return text
    lines, font, depth, end = [], "", 1, len(text)
    for token in _FONT.finditer(text, begins.end()):
        depth += {"{": 1, "}": -1}.get(token[3], 0)
        font = token[1] or font
        if token[2] and font:
            lines.append(f"{{\\f{font}\\fcharset{token[2]} x;}}\n")
            font = ""
        if depth == 0:
            end = token.start()
            break
    return f"{text[: begins.end()]}\n{''.join(lines)}{text[end:]}"


def _manuscript(text: str) -> Manuscript:
    made = Manuscript()
    row = 0
    for line in text.split("\n"):
        cells = line.split("|")[:-1] if line.endswith("|") else []
        row += bool(cells)
        for cell in cells:
            made.set(Letters(cell, None))
            made.close(Kind((), "cell", row))
        if not cells:
            made.set(Letters(line, None))
            made.close(Kind())
    return made
