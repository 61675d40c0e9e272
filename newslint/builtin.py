"""newslint's own parts, as an ordinary plugin: the proof that the hooks suffice.

Things are named as "module:attribute" text, so that only what a run needs is imported.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from newslint.hookspecs import hookimpl
from newslint.rulepacks import builtin_packs

_PARSERS = {
    ".txt": "newslint.parsers.plain:parse",
    ".md": "newslint.parsers.markdown:parse",
    ".markdown": "newslint.parsers.markdown:parse",
    ".html": "newslint.parsers.html:parse",
    ".htm": "newslint.parsers.html:parse",
}

# By pack, in the order of the packs.
_CHECKS = {
    # names, headlines
    # captions
    # quotes
    # figures
    # dates
    # abbreviations
    # spelling
    # repetition
    "repeated-word": "newslint.checks.repeated_word:RepeatedWord",
    # style
    # draft
    # general kinds
}

_REPORTERS = {
    "text": "newslint.reporters.text:report",
    "concise": "newslint.reporters.concise:report",
    "json": "newslint.reporters.json:report",
}


@hookimpl
def newslint_parsers() -> Mapping[str, str]:
    return _PARSERS


@hookimpl
def newslint_checks() -> Mapping[str, str]:
    return _CHECKS


@hookimpl
def newslint_packs() -> Mapping[str, Path]:
    return builtin_packs()


@hookimpl
def newslint_reporters() -> Mapping[str, str]:
    return _REPORTERS
