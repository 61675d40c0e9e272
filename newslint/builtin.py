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

_REPORTERS = {
    name: f"newslint.reporters.{name}:report"
    for name in (
        "text",
        "concise",
        "line",
        "json",
        "sarif",
        "github",
        "gitlab",
        "junit",
        "rdjson",
        "markdown",
        "statistics",
    )
}


@hookimpl
def newslint_parsers() -> Mapping[str, str]:
    return _PARSERS


@hookimpl
def newslint_checks() -> Mapping[str, str]:
    """Each file of checks/ holds the check of its name: repeated_word.py has RepeatedWord, “repeated-word” in packs."""
    stems = (file.stem for file in (Path(__file__).parent / "checks").glob("[a-z]*.py"))
    return {stem.replace("_", "-"): f"newslint.checks.{stem}:{_class_name(stem)}" for stem in sorted(stems)}


@hookimpl
def newslint_packs() -> Mapping[str, Path]:
    return builtin_packs()


@hookimpl
def newslint_reporters() -> Mapping[str, str]:
    return _REPORTERS


def _class_name(stem: str) -> str:
    return "".join(part.capitalize() for part in stem.split("_"))
