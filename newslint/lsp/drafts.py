"""The drafts that an editor has open: their newest text, and what they're called."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from newslint.source import Source

# What editors call the formats that newslint reads, for drafts that have no name yet.
_LANGUAGES = {"plaintext": ".txt", "text": ".txt", "markdown": ".md", "html": ".html"}


class Draft:
    """One version of a draft. `uri` is the editor's address for it, `version` the editor's number of this text.

    `folder` is where drafts lie that were never saved.
    """

    def __init__(self, uri: str, language: str, version: int, text: str, folder: Path) -> None:
        self.uri = uri
        self.language = language
        self.version = version
        self.text = text
        self._folder = folder

    def changed(self, version: int, text: str) -> Draft:
        """The draft with a newer text."""
        return Draft(self.uri, self.language, version, text, self._folder)

    @cached_property
    def path(self) -> Path | None:
        """The file that it's saved in; None where it's in none that can be reached."""
        return path_of(self.uri)

    @cached_property
    def name(self) -> str:
        """Its path; for a draft that was never saved, one that it may get."""
        if self.path:
            return str(self.path)
        return str(self._folder / f"{os.path.basename(urlsplit(self.uri).path) or 'draft'}{self.suffix}")

    @cached_property
    def suffix(self) -> str:
        """What chooses its parser: its file's own suffix, else that of its language; "" where neither tells."""
        return self.path.suffix if self.path else _LANGUAGES.get(self.language, "")

    @cached_property
    def source(self) -> Source:
        return Source(self.name, self.text, self.suffix)


def path_of(uri: str) -> Path | None:
    """The file at an address of the scheme `file`; None for any other."""
    parts = urlsplit(uri)
    if parts.scheme != "file" or "\0" in unquote(parts.path):
        return None
    share = f"//{parts.netloc}" if parts.netloc and parts.netloc != "localhost" else ""
    return Path(url2pathname(share + parts.path))
