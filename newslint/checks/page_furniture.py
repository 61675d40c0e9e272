"""Lines of a page that came along with the copy: Skip to main content, Most viewed, Advertisement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from newslint.check import Check, Hit, Note
from newslint.document import Document, Role
from newslint.expressions import compiled
from newslint.source import Span

_PAGES = (".html", ".htm")  # there the parser takes the page's own parts away
_SIGNS = (
    "ontinue",
    "croll",
    "OLL",
    "ontent",
    "ore than",
    "ewsletter",
    "hare ",
    "oading",
    "avaScript",
    "ookie",
    "copyright",
    "ollow us",
)
_SHOWN = 3


@cache
def _pattern() -> re.Pattern[str]:
    return compiled(
        r"^(?:skip to (?:main )?(?:content|navigation)|this (?:article|story) is more than \d+ (?:years?|months?) old"
        r"|(?:article|story) continues (?:below|after)\b.*|(?:advertisement )?continue reading(?: the main story| below)?"
        r"|scroll down for (?:video|more)|share (?:on|via|by) (?:facebook|twitter|whatsapp|email|x|linkedin)\b.*"
        r"|(?:please )?(?:enable|turn on) javascript\b.*|loading\s?(?:\.{3}|…)?|sign up (?:to|for) our [\w ]*newsletter"
        r"|(?:this site|we) uses? cookies\b.*|follow us on (?:twitter|facebook|instagram)|print this (?:article|page|story)"
        r"|(?:jump|back) to (?:top|comments|content)|leave a comment|view (?:all )?comments|most (?:viewed|read|popular))[.!: ]*$",
        re.I | re.M,
    )


@dataclass(frozen=True)
class PageFurniture:
    """Finds what belongs to a page and not to its story, once a draft for each different line."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        if document.source.suffix.lower() in _PAGES:
            return
        lines: dict[str, list[Span]] = {}
        for span in sorted({*_told_by_parser(document), *_told_by_words(document)}):
            lines.setdefault(document[span].lower(), []).append(span)
        for first, *others in lines.values():
            yield Hit(first, related=tuple(Note(span, "and here") for span in others[:_SHOWN]), confidence=0.8)


def _told_by_parser(document: Document) -> Iterator[Span]:
    return (block.span for block in document.blocks if block.role is Role.FURNITURE)


def _told_by_words(document: Document) -> Iterator[Span]:
    if any(sign in document.text for sign in _SIGNS):
        for match in _pattern().finditer(document.text):
            block = document.block_at(match.start())
            if block is not None and block.role is not Role.FURNITURE:
                yield Span(match.start(), match.end())


_: type[Check] = PageFurniture
