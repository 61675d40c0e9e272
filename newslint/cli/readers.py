"""The second reader of a run: the one that the command line or the configuration asks for, if it may be asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from newslint.cli.output import say
from newslint.cli.settings import Settings
from newslint.errors import ConfigError, nearest
from newslint.reporters.terminal import printable

if TYPE_CHECKING:
    from newslint.desk.second_reader import SecondReader
    from newslint.readers.entries import Entry, Readers

_NAME, _OFFLINE, _FORGET = "newslint.reader.name", "newslint.reader.offline", "newslint.reader.forget"
_HOW = "it's asked once `newslint trust` has recorded it"


def reader_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options `--reader`, `--no-reader` and `--offline`, which `reader_for` itself heeds."""
    command = click.option(
        "--offline",
        is_flag=True,
        expose_value=False,
        callback=_put(_OFFLINE),
        help="Ask no reader: use its answers so far.",
    )(command)
    command = click.option(
        "--no-reader", is_flag=True, expose_value=False, callback=_put(_NAME, None), help="Ask no reader at all."
    )(command)
    return click.option(
        "--reader",
        default="",
        metavar="NAME",
        expose_value=False,
        callback=_put(_NAME),
        help="Let the second reader NAME of the configuration read, too.",
    )(command)


def _put(key: str, as_: Any = ...) -> Callable[[click.Context, click.Parameter, Any], None]:
    def put(ctx: click.Context, parameter: click.Parameter, given: Any) -> None:
        if given:
            ctx.meta[key] = given if as_ is ... else as_

    return put


def heed(no_cache: bool, watch: bool) -> None:
    """Let the readers of this run neither use nor keep answers, or, where newslint stays and lints again, not be asked.

    Raises a usage error where there would be nothing to go by.
    """
    meta = click.get_current_context().meta
    meta[_FORGET] = no_cache
    meta[_OFFLINE] = meta.get(_OFFLINE) or watch
    if no_cache and meta[_OFFLINE] and not watch:
        raise click.UsageError("--offline uses the cache alone, so it doesn't go with --no-cache")


def reader_for(given: Settings) -> SecondReader | None:
    """The reader that is asked for where `given` holds, ready to be asked; None where none is, or it may not be.

    Raises ConfigError for one that isn't configured, or not as it should be.
    """
    context = click.get_current_context(silent=True)
    meta = context.meta if context else {}
    readers = given.config.readers
    name = meta.get(_NAME, readers.chosen if readers else "")
    if not name:
        return None
    if readers is None or name not in readers.entries:
        hint = nearest(name, readers.entries) if readers else ""
        raise ConfigError(f"no reader “{name}” is configured{hint}", given.config.path)
    return opened(readers, readers.entries[name], given, bool(meta.get(_OFFLINE)), not meta.get(_FORGET))


def opened(readers: Readers, entry: Entry, given: Settings, offline: bool, keep: bool) -> SecondReader | None:
    """The reader of `entry`, where its configuration is trusted, and it may be sent to; else that is told."""
    from newslint.config.readers import made
    from newslint.desk.second_reader import SecondReader
    from newslint.plugins.consent import are_trusted
    from newslint.readers.answers import Answers
    from newslint.readers.session import Session

    if not are_trusted(given.config.path, readers.content()):
        _tell(f"{given.config.path}: reader {entry.name} was left: {_HOW}")
        return None
    reader = made(entry, given.registry)
    if reader.remote and not entry.allow_remote:
        _tell(
            f"reader {entry.name} was left: {reader.destination} isn't this machine; “allow-remote: true” lets copy go there"
        )
        return None
    answers = Answers(entry.name, reader.identity) if keep else None
    session = Session(entry.name, reader, entry.limits, answers, offline)
    return SecondReader(session, readers.never_send, _tell)


def _tell(sentence: str) -> None:
    say(f"newslint: {printable(sentence)}", err=True)
