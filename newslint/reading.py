"""From bytes to a Source: encodings as newsroom systems send them."""

from __future__ import annotations

import codecs
import sys
from pathlib import Path

from newslint.errors import UnreadableError
from newslint.source import Source

MAX_BYTES = 20_000_000
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read(path: Path) -> Source:
    """The draft at `path`. Raises UnreadableError with the reason."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UnreadableError(str(path), f"is larger than {MAX_BYTES // 1_000_000} MB")
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableError(str(path), error.strerror or str(error)) from error
    return decode(data, str(path), path.suffix)


def read_stdin(name: str = "") -> Source:
    """The draft on standard input, called `name` where the writer gave it one."""
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise UnreadableError(name or "-", f"is larger than {MAX_BYTES // 1_000_000} MB")
    return decode(data, name or "-", Path(name).suffix)


def decode(data: bytes, name: str, suffix: str = "") -> Source:
    """`data` as text: UTF-8, else what a byte order mark says, else Windows-1252 with a notice.

    Raises UnreadableError for bytes that are no text.
    """
    suffix = suffix or ".txt"
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return Source(name, data.decode(encoding), suffix, encoding)
            except UnicodeDecodeError as error:
                raise UnreadableError(name, f"isn't the {encoding} text that its first bytes announce") from error
    if b"\0" in data:
        raise UnreadableError(name, "is no text (it has NUL bytes)")
    try:
        return Source(name, data.decode("utf-8"), suffix)
    except UnicodeDecodeError:
        return _guessed(data, name, suffix)


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
    notice = f"isn't UTF-8; read as {'Windows-1252' if encoding == 'cp1252' else encoding}"
    return Source(name, text, suffix, encoding, (notice,))
