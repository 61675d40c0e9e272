"""Scopes: whether a rule's selectors choose a block."""

from __future__ import annotations

from functools import cache

from newslint.startup.row import Row

_PARTS = frozenset({"sentence", "link", "emphasis", "strong", "code", "meta"})


class _Part(Row):
    sections: frozenset[str]
    negated: bool


@cache
def _selector(text: str) -> tuple[_Part, ...]:
    """The parts that “&” joins; a block must suit them all."""
    parts = []
    for piece in text.split("&"):
        said = piece.strip()
        negated = said.startswith("~")
        parts.append(_Part(frozenset(section.strip() for section in said.lstrip("~").split(".")), negated))
    return tuple(parts)


@cache
def chooses(selectors: tuple[str, ...], scope: str) -> bool:
    """Whether a block with `scope` (text.heading.h2.md) is chosen by any of `selectors` (heading & ~heading.h1).

    What is a part of another block (a sentence, a link) is chosen only by a selector that asks for such parts.
    """
    sections = frozenset(scope.split("."))
    special = sections & _PARTS
    for selector in selectors:
        parts = _selector(selector)
        if special and not any(part.sections & special and not part.negated for part in parts):
            continue
        if all(_suits(part, sections) for part in parts):
            return True
    return False


def _suits(part: _Part, sections: frozenset[str]) -> bool:
    if part.negated:
        # The whole draft, raw or summed up, is no part that could be left out.
        return not part.sections <= sections and not sections & {"raw", "summary"}
    return part.sections <= sections
