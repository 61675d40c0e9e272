"""The usual command lines of `newslint check`, read without the library that reads all others.

To import that and to let it make its parameters takes a twelfth of the time in which one draft is linted. What isn't
plainly right here is left to it, with all that it has to say: mistakes, help, completion.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from newslint.cli.options import (
    ABSENT,
    CHECK_OPTIONS,
    CONFIG_OPTIONS,
    FILE,
    FLAG,
    LEVEL,
    NUMBER,
    PATH,
    TEXT,
    TEXTS,
    Option,
    Options,
)
from newslint.finding import SEVERITIES
from newslint.startup.row import Row

_OPTIONS = {option.name: option for option in (*CHECK_OPTIONS, *CONFIG_OPTIONS)}


class Given(Row):
    """What `newslint check` is called with."""

    paths: tuple[Path, ...]
    config_path: Path | None
    isolated: bool
    options: Options


class _UnusualError(ValueError):
    """Something that the library is to read."""


def usual(words: Sequence[str]) -> Given | None:
    """What the words behind `newslint check` say; None where that isn't plain."""
    values: dict[str, Any] = {option.field: ABSENT[option.takes] for option in _OPTIONS.values()}
    paths: list[Path] = []
    rest = iter(words)
    try:
        for word in rest:
            if word == "-" or not word.startswith("-"):
                paths.append(Path(word))
                continue
            option, value = _read(word, rest)
            values[option.field] = (*values[option.field], value) if option.takes == TEXTS else value
    except _UnusualError:
        return None
    config_path, isolated = values.pop("config_path"), values.pop("isolated")
    options = Options(**values)
    return None if options.contradiction(paths) else Given(tuple(paths), config_path, isolated, options)


def _read(word: str, rest: Iterator[str]) -> tuple[Option, Any]:
    """The option that `word` begins with, and its value, which may be the next word. Raises _UnusualError."""
    name, equals, value = word.partition("=")
    option = _OPTIONS.get(name)
    if option is None or (equals and option.takes == FLAG):
        raise _UnusualError(word)
    if option.takes == FLAG:
        return option, True
    if not equals:
        value = next(rest, "-")
        if value.startswith("-"):
            raise _UnusualError(word)
    return option, _VALUES[option.takes](value)


def _level(value: str) -> str:
    if value not in SEVERITIES:
        raise _UnusualError(value)
    return value


def _number(value: str) -> int:
    if not (value.isascii() and value.isdigit() and int(value)):
        raise _UnusualError(value)
    return int(value)


def _file(value: str) -> Path:
    if not (os.path.isfile(value) and os.access(value, os.R_OK)):
        raise _UnusualError(value)
    return Path(value)


_VALUES: dict[str, Callable[[str], Any]] = {
    TEXT: str,
    TEXTS: str,
    LEVEL: _level,
    NUMBER: _number,
    PATH: Path,
    FILE: _file,
}
