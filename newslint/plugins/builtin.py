"""newslint's own parts, as an ordinary plugin: the proof that the hooks suffice.

Things are named as "module:attribute" text, so that only what a run needs is imported.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from newslint.packs.catalogue import builtin_packs

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


def newslint_parsers() -> Mapping[str, str]:
    return _PARSERS


def newslint_checks() -> Mapping[str, str]:
    """Each file of a topic's checks/ holds the check of its name: repeated_word.py has RepeatedWord, “repeated-word”."""
    return {
        stem.replace("_", "-"): f"newslint.topics.{topic}.checks.{stem}:{_class_name(stem)}"
        for stem, topic in sorted(_files_of_checks())
    }


def newslint_packs() -> Mapping[str, Path]:
    return builtin_packs()


def newslint_reporters() -> Mapping[str, str]:
    return _REPORTERS


def newslint_readers() -> Mapping[str, str]:
    return {"command": "newslint.readers.command:CommandReader", "chat": "newslint.readers.chat:ChatReader"}


def _files_of_checks() -> Iterator[tuple[str, str]]:
    """The name of each file that holds a check, and its topic."""
    for topic in os.listdir(_TOPICS):
        folder = f"{_TOPICS}/{topic}/checks"
        if os.path.isdir(folder):
            yield from ((file[:-3], topic) for file in os.listdir(folder) if file.endswith(".py") and file[0] != "_")


def _class_name(stem: str) -> str:
    return "".join(part.capitalize() for part in stem.split("_"))
