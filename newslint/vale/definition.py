"""What every rule of a Vale style has, whatever its kind, and what it finds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, ClassVar

from newslint.packs.patterns import Search
from newslint.startup.row import Row
from newslint.vale.blocks import Block, Summary
from newslint.vale.messages import Action, acted, formatted
from newslint.vale.patterns import compiled


class Alert(Row):
    """One thing found: from `start` to `end` in the draft, with its message and the letters that matched."""

    start: int
    end: int
    message: str
    match: str = ""


@dataclass
class State:
    """What one rule remembers of one draft."""

    search: Search = field(default_factory=Search)
    seen: set[str] = field(default_factory=set)
    summary: Summary = field(default_factory=Summary)


@dataclass(frozen=True)
class Definition:
    """A rule of a style: the keys that all kinds share. `accepted` are the words of the vocabularies."""

    kind: ClassVar[str] = ""
    name: str
    message: str
    level: str = "warning"
    scope: tuple[str, ...] = ("text",)
    link: str = ""
    description: str = ""
    limit: int = 0
    action: Action = field(default_factory=Action)
    accepted: tuple[str, ...] = ()

    @property
    def selectors(self) -> tuple[str, ...]:
        """The scopes that choose the rule's blocks."""
        return self.scope

    def alerts(self, block: Block, state: State) -> Iterator[Alert]:
        """Each alert in `block`, in any order."""
        raise NotImplementedError

    def alert(self, block: Block, start: int, end: int, *values: object) -> Alert:
        """The alert for the letters of `block` from `start` to `end`, its message filled with `values`, by default
        with those letters and what the rule's action makes of them.
        """
        match = block.text[start:end]
        if not values:
            values = (match, acted(self.action, match)) if self.action.name else (match,)
        return Alert(*block.place(start, end), formatted(self.message, *values), match)

    def whole(self, *values: object) -> Alert:
        """An alert for the whole draft, told at its first letter."""
        return Alert(0, 0, formatted(self.message, *values))


def exceptions(words: tuple[str, ...], accepted: tuple[str, ...], vocab: bool) -> Any:
    """The pattern of what may stay: a rule's own exceptions and, where it heeds them, the accepted words; or None."""
    known = sorted((*words, *(accepted if vocab else ())), key=len, reverse=True)
    if not known:
        return None
    cased = [word if word.startswith("(?i)") else f"(?-i:{word})" for word in known]
    return compiled(rf"(?m)\b(?:{'|'.join(cased)})\b")


def phrases(words: tuple[str, ...], accepted: tuple[str, ...], vocab: bool) -> Any:
    """The pattern of the exceptions of several words: what stands inside one of them may stay; or None."""
    known = [word for word in (*words, *(accepted if vocab else ())) if " " in word or r"\s" in word]
    return compiled(rf"(?i)\b(?:{'|'.join(known)})\b") if known else None


def excused(pattern: Any, text: str) -> bool:
    """Whether `text` holds an exception."""
    return pattern is not None and pattern.search(text) is not None


def within(pattern: Any, text: str, start: int, end: int) -> bool:
    """Whether the letters from `start` to `end` stand inside a phrase that may stay."""
    if pattern is None:
        return False
    return any(match.start() <= start and end <= match.end() for match in pattern.finditer(text))


def template(pattern: str, *, ignorecase: bool, nonword: bool, raw: str = "", append: bool = True) -> str:
    """The pattern of a list of tokens: whole words unless `nonword`; `raw` goes before it or behind.

    In front, `raw` is as it's written: its ^ and $ are the block's ends, where those of tokens are a line's.
    """
    listed = f"(?m)(?:{pattern})" if nonword else rf"(?m)\b(?:{pattern})\b"
    joined = listed + raw if append else raw + listed
    return f"(?i){joined}" if ignorecase else joined
