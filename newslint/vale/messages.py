"""Messages as Vale words them: its placeholders, and what its actions put into them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newslint.startup.row import Row
from newslint.vale.patterns import compiled

_VERB = re.compile(r"%(?:\[(\d{1,4})\])?([svdqfc%])")


class Action(Row):
    """What a rule would do to its match: `name` and what that takes."""

    name: str = ""
    params: tuple[str, ...] = ()


def formatted(message: str, *values: object) -> str:
    """`message` with its %s (and %d, %v, %q, %[n]s) filled in their order; a value too few is left empty."""
    index = 0

    def fill(match: re.Match[str]) -> str:
        nonlocal index
        if match[2] == "%":
            return "%"
        index = int(match[1]) if match[1] else index + 1
        value = str(values[index - 1]) if 0 < index <= len(values) else ""
        return f'"{value}"' if match[2] == "q" else value

    return _VERB.sub(fill, message).replace("\n", " ")


def listed(words: Sequence[str]) -> str:
    """The words in quotation marks as a sentence lists them: 'a', 'b', or 'c'."""
    marked = [f"'{word}'" for word in words]
    if len(marked) < 3:
        return " or ".join(marked)
    return ", ".join([*marked[:-1], f"or {marked[-1]}"])


def options(text: str) -> tuple[str, ...]:
    """The choices in a swap's value, which bars part; a bar after a backslash is a letter."""
    parts = re.split(r"(?<!\\)\|", text)
    return tuple(part.replace(r"\|", "|") for part in parts if part)


def single_quoted(message: str) -> str:
    """A message whose first placeholder loses its quotation marks: what fills it brings its own."""
    for mark in ("'%s'", '"%s"'):
        if message.count(mark) == 2:
            message = message.replace(mark, "%s", 1)
    return message


def acted(action: Action, match: str) -> str:
    """What the action makes of the match, as a message says it."""
    if action.name == "remove":
        return ""
    if action.name == "replace":
        return listed(action.params) if len(action.params) > 1 else "".join(action.params) or match
    if action.name == "convert":
        return _simple(match)
    if action.name == "edit" and action.params:
        return _edited(action.params, match).strip()
    return match


def _simple(text: str) -> str:
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])|[^\w]+|_+", " ", text)
    return " ".join(spaced.lower().split())


def _edited(params: tuple[str, ...], match: str) -> str:
    name, *rest = params
    if name == "regex" and len(rest) == 2:
        return compiled(rest[0]).sub(re.sub(r"\$(\d+)", r"\\g<\1>", rest[1]), match)
    if name == "truncate" and rest:
        return match.split(rest[0], maxsplit=1)[0]
    if name == "split" and len(rest) == 2:
        parts = match.split(rest[0])
        return parts[int(rest[1])] if rest[1].isdecimal() and len(rest[1]) < 5 and int(rest[1]) < len(parts) else match
    strip = {"trim": str.strip, "trim_left": str.lstrip, "trim_right": str.rstrip, "remove": str.strip}.get(name)
    return strip(match, rest[0]) if strip and rest else match
