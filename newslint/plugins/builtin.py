"""newslint's own parts, as an ordinary plugin: the proof that the hooks suffice.

Things are named as "module:attribute" text, so that only what a run needs is imported.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from newslint.packs.catalogue import builtin_packs
from newslint.plugins.hookspecs import hookimpl

_TOPICS = Path(__file__).parents[1] / "topics"

_PARSERS = {
    ".txt": "newslint.parsers.plain:parse",
    ".md": "newslint.parsers.markdown.parser:parse",
    ".markdown": "newslint.parsers.markdown.parser:parse",
    ".html": "newslint.parsers.news.pages:parse",
    ".htm": "newslint.parsers.news.pages:parse",
    ".xml": "newslint.parsers.news.parser:parse",
    ".json": "newslint.parsers.news.parser:parse",
    ".docx": "newslint.parsers.styled:parse",
    ".odt": "newslint.parsers.styled:parse",
    ".rtf": "newslint.parsers.styled:parse",
    ".eml": "newslint.parsers.plain:parse",  # or that of HTML: as its body is written
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
} | {"html": "newslint.reporters.html.page:report"}


@hookimpl
def newslint_parsers() -> Mapping[str, str]:
    return _PARSERS


@hookimpl
def newslint_checks() -> Mapping[str, str]:
    """Each file of a topic's checks/ holds the check of its name: repeated_word.py has RepeatedWord, “repeated-word”."""
    found = {file.stem: file.parts[-3] for file in _TOPICS.glob("*/checks/[a-z]*.py")}
    return {
        stem.replace("_", "-"): f"newslint.topics.{topic}.checks.{stem}:{_class_name(stem)}"
        for stem, topic in sorted(found.items())
    }


@hookimpl
def newslint_packs() -> Mapping[str, Path]:
    return builtin_packs()


@hookimpl
def newslint_reporters() -> Mapping[str, str]:
    return _REPORTERS


@hookimpl
def newslint_readers() -> Mapping[str, str]:
    return {"command": "newslint.readers.command:CommandReader", "chat": "newslint.readers.chat:ChatReader"}


def _class_name(stem: str) -> str:
    return "".join(part.capitalize() for part in stem.split("_"))
