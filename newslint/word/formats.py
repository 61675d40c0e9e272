"""Which formats of word processors are read, by what, and what has to be installed for it."""

from __future__ import annotations

from importlib import import_module

from newslint.errors import UnreadableError
from newslint.source import Source
from newslint.startup.row import Row


class Format(Row):
    """A format by its name to a writer, the module of this room that reads it, and the library which that needs."""

    called: str
    module: str
    library: str


FORMATS = {
    ".docx": Format("Word documents (.docx)", "docx", "docx"),
    ".odt": Format("OpenDocument texts (.odt)", "odt", "odfdo"),
    ".rtf": Format("Rich texts (.rtf)", "rtf", "striprtf"),
    ".eml": Format("E-mails (.eml)", "letter", ""),
}
_EXTRA = "docx"
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")


def is_read(suffix: str) -> bool:
    """Whether files of this suffix are a word processor's that newslint reads."""
    return suffix.lower() in FORMATS


def wanting(suffix: str) -> str:
    """What to tell where the library that reads `suffix` isn't installed; "" where it is, or none is needed."""
    known = FORMATS.get(suffix.lower())
    if known is None or not known.library:
        return ""
    from newslint.extras import lack  # few drafts need one

    return lack(_EXTRA, f"reading {known.called}", known.library)


def read(data: bytes, name: str, suffix: str) -> Source:
    """The copy of a word processor's draft. Raises UnreadableError with what the writer can do about it."""
    suffix = suffix.lower()
    if lack := wanting(suffix):
        raise UnreadableError(name, lack)
    if data.startswith(_OLD) and suffix != ".eml":
        raise UnreadableError(name, _of_old(data))
    source: Source = import_module(f"newslint.word.{FORMATS[suffix].module}").read(data, name)
    return source


def _of_old(data: bytes) -> str:
    """What a file of Word's old container is: one with a password, too, is wrapped in it."""
    if _LOCKED in data:
        return "is protected by a password; take it off in Word (File > Info > Protect Document) and save it"
    return "is an old Word document (.doc), whatever its name says; open it in Word and save it as .docx"
