"""JSON as values whose every string has its place in the file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NoReturn

from newslint.errors import UnreadableError
from newslint.parsers.news.text import Stretch, Text
from newslint.source import Source
from newslint.startup.expressions import compiled

# Deeper than any story's values lie.
_DEEPEST = 100
_BLANK = compiled(r"[ \t\n\r]*")
_STRING = compiled(r'"(?:[^"\\\x00-\x1f]|\\.)*+"')
_PART = compiled(r"[^\\]+|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.")
_OTHER = compiled(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null")


class Value:
    """A value at a JSON pointer: its members, its items, or its text."""

    def __init__(self, pointer: str) -> None:
        self.pointer = pointer
        self.members: dict[str, Value] = {}
        self.items: list[Value] = []
        self.written = ""
        self._place = 0

    @property
    def text(self) -> Text:
        """The string; empty where the value is none."""
        if not self.written.startswith('"'):
            return Text()
        inner = _PART.finditer(self.written, 1, len(self.written) - 1)
        return Text(Stretch(_decoded(part[0]), self._place + part.start(), len(part[0])) for part in inner)

    def __bool__(self) -> bool:
        return bool(self.members or self.items or self.written.startswith('"'))

    def at(self, *path: str) -> Value:
        """The value at the end of a path of members; an empty one where there is none."""
        found = self
        for name in path:
            found = found.members.get(name) or Value(f"{self.pointer}/{name}")
        return found

    def walk(self) -> Iterator[Value]:
        """The value and all that lie in it, in the order of the file."""
        stack = [self]
        while stack:
            value = stack.pop()
            yield value
            stack.extend(reversed([*value.members.values(), *value.items]))


class _Reader:
    def __init__(self, source: Source) -> None:
        self._source = source
        self._text = source.text

    def read(self, start: int, end: int) -> Value:
        value, behind = self._value(self._skip(start), "", 0)
        if self._skip(behind) < end:
            self._refuse(behind)
        return value

    def _skip(self, at: int) -> int:
        blank = _BLANK.match(self._text, at)
        return blank.end() if blank else at

    def _refuse(self, at: int) -> NoReturn:
        raise UnreadableError(self._source.name, f"is no whole JSON: line {self._source.location(at).line}")

    def _value(self, at: int, pointer: str, depth: int) -> tuple[Value, int]:
        if depth > _DEEPEST:
            raise UnreadableError(self._source.name, f"has values inside each other more than {_DEEPEST} deep")
        value, sign = Value(pointer), self._text[at : at + 1]
        if sign == "{":
            return value, self._members(value, at + 1, depth)
        if sign == "[":
            return value, self._items(value, at + 1, depth)
        found = (_STRING if sign == '"' else _OTHER).match(self._text, at)
        if found is None:
            self._refuse(at)
        value.written, value._place = found[0], at
        return value, found.end()

    def _members(self, value: Value, at: int, depth: int) -> int:
        at = self._skip(at)
        while self._text[at : at + 1] != "}":
            name = _STRING.match(self._text, at)
            colon = self._skip(name.end()) if name else at
            if name is None or self._text[colon : colon + 1] != ":":
                self._refuse(at)
            key = "".join(_decoded(part) for part in _PART.findall(name[0][1:-1]))
            pointer = f"{value.pointer}/{key.replace('~', '~0').replace('/', '~1')}"
            value.members[key], at = self._value(self._skip(colon + 1), pointer, depth + 1)
            at = self._behind(at, "}")
        return at + 1

    def _items(self, value: Value, at: int, depth: int) -> int:
        at = self._skip(at)
        while self._text[at : at + 1] != "]":
            item, at = self._value(at, f"{value.pointer}/{len(value.items)}", depth + 1)
            value.items.append(item)
            at = self._behind(at, "]")
        return at + 1

    def _behind(self, at: int, closing: str) -> int:
        """Where the next member or item begins, or what closes the whole."""
        at = self._skip(at)
        if self._text[at : at + 1] == ",":
            at = self._skip(at + 1)
            if self._text[at : at + 1] == closing:
                self._refuse(at)
        elif self._text[at : at + 1] != closing:
            self._refuse(at)
        return at


def tree(source: Source, start: int = 0, end: int | None = None) -> Value:
    """The outermost value between two places of the file, or in all of it. Raises UnreadableError where it isn't whole."""
    return _Reader(source).read(start, len(source.text) if end is None else end)


def _decoded(part: str) -> str:
    if part[0] != "\\":
        return part
    try:
        text: str = json.loads(f'"{part}"')
    except ValueError:
        return part[1:]
    return text
