"""From bytes to a Source: encodings as newsroom systems send them."""

from __future__ import annotations

import codecs
import os
import re
import sys
from pathlib import Path

from newslint import tree
from newslint.errors import UnreadableError
from newslint.source import Source
from newslint.startup.expressions import compiled
from newslint.word import formats

MAX_BYTES = 20_000_000
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# How files begin that people take for text.
_FORMATS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive, or a Word document that isn't called .docx"),
    (b"\xd0\xcf\x11\xe0", "an old Word document (.doc)"),
    (b"{\\rtf", "rich text (RTF) that isn't called .rtf"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)
_DECLARED = compiled(r"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z][\w.:-]{1,30})", re.ASCII | re.I)
# Where a page says in what encoding it is, in bytes from its beginning.
_DECLARED_WITHIN = 2048
_TRUSTED = compiled(r"(?:windows|cp|iso|latin|koi8|mac|big5|euc|gb|shift|utf-?16|utf-?32)[\w.:-]*", re.I)
# What pages mean that name one of these.
_MEANT = {
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "windows-1252": "cp1252",
}
_NAMES = {"cp1252": "Windows-1252"}


def read(path: Path) -> Source:
    """The draft at `path`. Raises UnreadableError with the reason."""
    try:
        data = tree.read(path, MAX_BYTES)
    except (OSError, ValueError) as error:
        raise UnreadableError(str(path), getattr(error, "strerror", None) or str(error)) from error
    return decode(data, str(path), path.suffix)


_TOO_LARGE = f"is larger than {MAX_BYTES // 1_000_000} MB"


def read_stdin(name: str = "") -> Source:
    """The draft on standard input, called `name` where the writer gave it one."""
    try:
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
    except (AttributeError, ValueError, OSError) as error:
        raise UnreadableError(name or "-", getattr(error, "strerror", None) or "standard input is closed") from error
    if len(data) > MAX_BYTES:
        raise UnreadableError(name or "-", _TOO_LARGE)
    return decode(data, name or "-", os.path.splitext(name)[1])


def read_named(path: Path | UnreadableError, stdin_name: str = "") -> Source | UnreadableError:
    """The draft at `path`, where that is `-` the one on standard input; or why it can't be read."""
    try:
        if isinstance(path, UnreadableError):
            return path
        return read_stdin(stdin_name) if str(path) == "-" else read(path)
    except UnreadableError as error:
        return error


def decode(data: bytes, name: str, suffix: str = "") -> Source:
    """`data` as text: the copy of a word processor's draft, else UTF-8, else what a byte order mark or a declaration says, else Windows-1252 with a notice.

    Raises UnreadableError for bytes that are no text.
    """
    suffix = suffix or ".txt"
    if formats.is_read(suffix):
        return formats.read(data, name, suffix)
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return Source(name, data.decode(encoding), suffix, encoding)
            except UnicodeDecodeError as error:
                raise UnreadableError(name, f"isn't the {encoding} text that its first bytes announce") from error
    for beginning, kind in _FORMATS:
        if data.startswith(beginning):
            raise UnreadableError(name, f"is {kind}; save it as plain text, Markdown, HTML or .docx")
    if b"\0" in data:
        return _wide(data, name, suffix)
    try:
        return Source(name, data.decode("utf-8"), suffix)
    except UnicodeDecodeError:
        return _declared(data, name, suffix) or _guessed(data, name, suffix)


def _wide(data: bytes, name: str, suffix: str) -> Source:
    """UTF-16 without its mark: every other byte of its first letters is NUL."""
    head = data[:1000]
    for encoding, first in (("utf-16-le", 1), ("utf-16-be", 0)):
        zeros, others = head[first::2].count(0), head[1 - first :: 2].count(0)
        if others == 0 and 2 * zeros > len(head[first::2]):
            try:
                return Source(
                    name,
                    data.decode(encoding),
                    suffix,
                    encoding,
                    (f"has no byte order mark; read as {encoding.upper()}",),
                )
            except UnicodeDecodeError:
                break
    raise UnreadableError(name, "is no text (it has NUL bytes)")


def _declared(data: bytes, name: str, suffix: str) -> Source | None:
    """Markup in the encoding that it declares."""
    if suffix.lower() not in {".html", ".htm", ".xhtml", ".xml"} and data.lstrip()[:1] != b"<":
        return None
    declared = _DECLARED.search(data[:_DECLARED_WITHIN].decode("latin-1"))
    label = declared[1].lower() if declared else ""
    if not _TRUSTED.fullmatch(label):
        return None
    try:
        encoding = codecs.lookup(_MEANT.get(label, label)).name
        return Source(name, data.decode(encoding), suffix, encoding)
    except (LookupError, UnicodeDecodeError):
        return None


def _guessed(data: bytes, name: str, suffix: str) -> Source:
    """Text that isn't UTF-8: Windows-1252, unless it makes no sense as that."""
    try:
        text, encoding = data.decode("cp1252"), "cp1252"
    except UnicodeDecodeError:
        from charset_normalizer import from_bytes

        best = from_bytes(data).best()
        if best is None:
            raise UnreadableError(name, "is in no encoding that newslint knows") from None
        text, encoding = str(best), best.encoding
    if sum(character < " " and character not in "\t\n\r\f" for character in text[:4096]) > 8:
        raise UnreadableError(name, "is no text")
    notice = f"isn't UTF-8; read as {_NAMES.get(encoding, encoding)}"
    return Source(name, text, suffix, encoding, (notice,))
