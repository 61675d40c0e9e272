"""What the library of command lines makes of options, for the commands that share them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from newslint.cli import completion
from newslint.cli.asked import asked
from newslint.cli.options import CHECK_OPTIONS, CONFIG_OPTIONS, FILE, FLAG, LEVEL, NUMBER, PATH, TEXT, TEXTS, Option
from newslint.finding import SEVERITIES

Command = Callable[..., Any]

_TAKEN: dict[str, dict[str, Any]] = {
    FLAG: {"is_flag": True},
    TEXT: {"default": ""},
    TEXTS: {"multiple": True},
    LEVEL: {"type": click.Choice(list(SEVERITIES))},
    NUMBER: {"type": click.IntRange(1)},
    PATH: {"type": click.Path(path_type=Path)},
    FILE: {"type": click.Path(exists=True, dir_okay=False, path_type=Path)},
}
_COMPLETED = {"rules": completion.rules, "formats": completion.formats}


def check_options(command: Command) -> Command:
    """All options of `newslint check`, for a command that gives them to `Options`."""
    for option in reversed(CHECK_OPTIONS):
        command = _made(option)(command)
    return command


def config_options(command: Command) -> Command:
    """The options `--config` and `--isolated`, for a command that takes `config_path` and `isolated`; and
    `--allow-plugins`, which `settings` itself heeds.
    """
    said = "Run the Python files that the configuration names as plugins."
    command = _noted("--allow-plugins", "plugins", said, is_flag=True)(command)
    for option in reversed(CONFIG_OPTIONS):
        command = _made(option)(command)
    return command


def reader_options(command: Command) -> Command:
    """The options `--reader`, `--no-reader` and `--offline`, which `reader_for` itself heeds."""
    said = "Let the second reader NAME of the configuration read, too."
    named = _noted("--reader", "reader", said, default="", metavar="NAME")
    none = _noted("--no-reader", "reader", "Ask no second reader.", "", is_flag=True)
    return named(none(offline_option(command)))


def offline_option(command: Command) -> Command:
    """The option `--offline`, which `reader_for` itself heeds."""
    return _noted("--offline", "offline", "Use a reader's answers so far.", is_flag=True)(command)


def _made(option: Option) -> Callable[[Command], Command]:
    return click.option(
        option.name,
        option.field,
        metavar=option.shown or None,
        shell_complete=_COMPLETED.get(option.completed),
        help=option.help,
        **_TAKEN[option.takes],
    )


def _noted(name: str, field: str, help: str, value: str | None = None, **taken: Any) -> Callable[[Command], Command]:
    """An option that no command takes: that it was given is noted for the run in this `field`, as itself or as `value`."""

    def note(ctx: click.Context, parameter: click.Parameter, given: Any) -> None:
        if given:
            setattr(asked(), field, given if value is None else value)

    return click.option(name, expose_value=False, callback=note, help=help, **taken)
