"""What a pattern of a pack is made of: read from its text, so that its work can be bounded and counted.

Only the structure is read here (groups, choices, repetitions). What stands for one letter, and what looks at a place
without taking a letter, is left to `regex`, by the very words of the pattern, so that both ways of running it agree.
"""

from __future__ import annotations

import re
from typing import Any

from newslint.startup.row import Row

# No pattern that people write nests groups so deeply.
_DEEPEST = 60
UNBOUNDED = -1

_QUANTIFIER = re.compile(r"(?P<sign>[*+?])|\{(?P<least>\d{0,9})(?P<comma>,(?P<most>\d{0,9}))?\}")
_FUZZY = re.compile(r"\{[^{}]*(?<![A-Za-z])[ides](?![A-Za-z])[^{}]*\}")
_ESCAPE = re.compile(
    r"\\(?:[pP](?:\{[^}]*\}|.)|N\{[^}]*\}|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}"
    r"|0[0-7]{0,2}|[0-3][0-7]{2}|(?P<number>[1-9]\d?)|g<(?P<name>\w+)>|(?P<mark>[bBAZzmM])|.)",
    re.S,
)
_OPENING = re.compile(
    r"\(\?(?:(?P<plain>:)|(?P<look><?[=!])|(?P<atomic>>)|P?<(?P<name>[A-Za-z_]\w*)>|P=(?P<back>\w+)\)|(?P<comment>#[^)]*\))"
    r"|(?P<on>[a-zA-Z0-9]*)(?:-(?P<off>[a-zA-Z]+))?(?P<end>[:)]))"
)
_FLAGS = frozenset("imsxauw")
_REPEATING = ("*", "+", "?", "{")


class RefusedError(ValueError):
    """A pattern with something in it whose work has no bound, or that can't be read."""


class Letter(Row):
    """One letter: a literal, a set, a class."""

    source: str
    flags: str


class Mark(Row):
    """A place: `^`, a word's end, or something that stands before it (`behind`, as its parts)."""

    source: str
    flags: str
    behind: Any = None


class Chain(Row):
    """Parts that follow one another."""

    parts: tuple[Any, ...]


class Choice(Row):
    """Parts of which one stands, the first that does."""

    parts: tuple[Any, ...]


class Repeat(Row):
    """A part that stands from `least` to `most` times; `way` is greedy "", lazy "?" or possessive "+"."""

    part: Any
    least: int
    most: int
    way: str


class Group(Row):
    """A part that is caught, under its number."""

    part: Any
    number: int


class Ahead(Row):
    """What must follow, or must not, without being taken."""

    part: Any
    wanted: bool


class Atomic(Row):
    """A part that, once found, isn't looked for in another way."""

    part: Any


class Again(Row):
    """The same letters that a group caught."""

    number: int
    flags: str


class Parts(Row):
    """A pattern's whole structure; `groups` counts its groups, `names` gives the numbers of those that have a name."""

    whole: Any
    groups: int
    names: dict[str, int]


def parts_of(text: str, flags: str = "", scoped: bool = False) -> Parts:
    """The structure of the pattern `text`, which `regex` has taken.

    `flags` hold from the beginning, those set within to the end of their group. If `scoped`, a set may hold sets.
    Raises RefusedError for recursion, approximate matching and the like.
    """
    reading = _Reading(text, flags, scoped)
    return Parts(reading.all(), reading.groups, reading.names)


class _Reading:
    def __init__(self, text: str, flags: str, scoped: bool) -> None:
        self.text = text
        self.at = 0
        self.flags = flags
        self.scoped = scoped
        self.groups = 0
        self.names: dict[str, int] = {}

    def refuse(self, what: str) -> RefusedError:
        return RefusedError(f"the pattern {shown(self.text)} has {what}, for which there's no bound")

    def all(self) -> Any:
        whole = self.choice(0)
        if self.at < len(self.text):
            raise self.refuse("a bracket that closes nothing")
        return whole

    def choice(self, depth: int) -> Any:
        if depth > _DEEPEST:
            raise self.refuse("groups nested too deeply")
        flags = self.flags
        branches = [self.chain(depth)]
        while self.text.startswith("|", self.at):
            self.at += 1
            branches.append(self.chain(depth))
        self.flags = flags
        return branches[0] if len(branches) == 1 else Choice(tuple(branches))

    def chain(self, depth: int) -> Any:
        parts: list[Any] = []
        while self.at < len(self.text) and self.text[self.at] not in "|)":
            if self._skipped():
                continue
            part = self.part(depth)
            if part is not None:
                parts.append(self.repeated(part))
        return parts[0] if len(parts) == 1 else Chain(tuple(parts))

    def _skipped(self) -> bool:
        """Whether what stands here is space or a remark of the extended syntax."""
        if "x" not in self.flags or self.text[self.at] not in " \t\n\r\f\v#":
            return False
        end = self.text.find("\n", self.at) if self.text[self.at] == "#" else self.at
        self.at = len(self.text) if end < 0 else end + 1
        return True

    def part(self, depth: int) -> Any:
        sign = self.text[self.at]
        if sign == "(":
            return self.group(depth)
        if sign == "\\":
            return self.escape()
        if sign.isalnum():
            self.at += 1
            return Letter(sign, self.flags)
        start = self.at
        self.at = self._set_end() if sign == "[" else start + 1
        source = self.text[start : self.at]
        if sign in "^$":
            return Mark(source, self.flags)
        return Letter(source if sign in "[." else re.escape(sign), self.flags)

    def escape(self) -> Any:
        match = _ESCAPE.match(self.text, self.at)
        if match is None:
            raise self.refuse("a backslash at its end")
        self.at = match.end()
        if match["number"] or match["name"]:
            return self._again(match["number"] or match["name"])
        if match["mark"]:
            return Mark(match[0], self.flags)
        if match[0][1] in "KXRLG":
            raise self.refuse(match[0])
        return Letter(match[0], self.flags)

    def _again(self, name: str) -> Again:
        number = int(name) if name.isdigit() else self.names.get(name, 0)
        if not 0 < number <= self.groups:
            raise self.refuse(f"the group {name} before it is caught")
        return Again(number, self.flags)

    def _set_end(self) -> int:
        """Where the set ends that begins here."""
        at = self.at + 1 + self.text.startswith("^", self.at + 1)
        at += self.text.startswith("]", at)
        depth = 1
        while depth and at < len(self.text):
            sign = self.text[at]
            named = sign == "[" and re.compile(r"\[:\^?[\w ]+:\]").match(self.text, at)
            if named:
                at = named.end()
                continue
            depth += (sign == "[" and self.scoped) - (sign == "]")
            at += 2 if sign == "\\" else 1
        return at

    def group(self, depth: int) -> Any:
        start = self.at
        if not self.text.startswith("(?", start):
            if self.text.startswith("(*", start):
                raise self.refuse("a verb")
            self.at += 1
            self.groups += 1
            return self._named(self.groups, depth)
        match = _OPENING.match(self.text, start)
        if match is None:
            raise self.refuse(f"the group {self.text[start : start + 6]}…)")
        self.at = match.end()
        if match["comment"]:
            return None
        if match["back"]:
            return self._again(match["back"])
        if match["name"]:
            self.groups += match["name"] not in self.names
            return self._named(self.names.setdefault(match["name"], self.groups), depth)
        if match["end"]:
            return self._flagged(match, depth)
        inner = self._closed(depth)
        if match["look"]:
            return self._look(match["look"], inner, start)
        return Atomic(inner) if match["atomic"] else inner

    def _named(self, number: int, depth: int) -> Group:
        return Group(self._closed(depth), number)

    def _closed(self, depth: int) -> Any:
        inner = self.choice(depth + 1)
        self.at += 1
        return inner

    def _look(self, said: str, inner: Any, start: int) -> Any:
        if said[0] != "<":
            return Ahead(inner, said == "=")
        if any(isinstance(each, Again | Group) for each in every(inner)):
            raise self.refuse("a group in what must stand before")
        return Mark(self.text[start : self.at], self.flags, inner)

    def _flagged(self, match: re.Match[str], depth: int) -> Any:
        on, off = match["on"].replace("V0", "").replace("V1", ""), match["off"] or ""
        if not {*on, *off} <= _FLAGS:
            raise self.refuse(f"{match[0]}")
        flags = "".join(sorted({*self.flags, *on} - set(off)))
        if match["end"] == ")":
            self.flags = flags
            return None
        before, self.flags = self.flags, flags
        inner = self.choice(depth + 1)
        self.at += 1
        self.flags = before
        return inner

    def repeated(self, part: Any) -> Any:
        while True:
            while self.at < len(self.text) and self._skipped():
                pass
            if not self.text.startswith(_REPEATING, self.at):
                return part
            match = _QUANTIFIER.match(self.text, self.at)
            if match is None or match[0] in {"{}", "{,}"}:
                if _FUZZY.match(self.text, self.at):
                    raise self.refuse("approximate matching")
                return part
            self.at = match.end()
            least, most = _times(match)
            way = self.text[self.at : self.at + 1]
            way = way if way in {"?", "+"} else ""
            self.at += len(way)
            part = Repeat(part, least, most, way)


def _times(match: re.Match[str]) -> tuple[int, int]:
    if match["sign"]:
        return {"*": (0, UNBOUNDED), "+": (1, UNBOUNDED), "?": (0, 1)}[match["sign"]]
    least = int(match["least"] or 0)
    if not match["comma"]:
        return least, least
    return least, int(match["most"]) if match["most"] else UNBOUNDED


def inner_parts(part: Any) -> tuple[Any, ...]:
    """The parts that `part` is made of."""
    if isinstance(part, Chain | Choice):
        return part.parts
    return (part.part,) if isinstance(part, Repeat | Group | Ahead | Atomic) else ()


def every(part: Any) -> list[Any]:
    """`part` and all parts within it."""
    found = [part]
    for each in found:
        found.extend(inner_parts(each))
    return found


def shown(text: str) -> str:
    """A pattern as a sentence shows it: a long one by its beginning."""
    return repr(text if len(text) <= 60 else f"{text[:59]}…")
