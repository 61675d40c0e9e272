"""The second reader of a run: the one that the command line or the configuration asks for, if it may be asked."""

from __future__ import annotations

from newslint.cli.output import say
from newslint.cli.settings import Settings
from newslint.config.readers import made
from newslint.desk.second_reader import SecondReader
from newslint.errors import ConfigError, nearest
from newslint.plugins.consent import are_trusted
from newslint.readers.answers import Answers
from newslint.readers.session import Session
from newslint.reporters.terminal import printable

_HOW = "it's asked once `newslint trust` has recorded it"


def reader_called(name: str, given: Settings, offline: bool, keep: bool) -> SecondReader | None:
    """The reader `name` of a configuration, ready to be asked; None where it may not be, which is told.

    `offline` asks it nothing and uses its answers so far; without `keep` there are none, and none are kept. Raises ConfigError
    for one that isn't configured, or not as it should be.
    """
    config = given.config
    readers = config.readers
    if readers is None or name not in readers.entries:
        hint = nearest(name, readers.entries) if readers else ""
        raise ConfigError(f"no reader “{name}” is configured{hint}", config.path)
    entry = readers.entries[name]
    if not are_trusted(config.path, readers.content()):
        _tell(f"{config.path}: reader {name} was left: {_HOW}")
        return None
    reader = made(entry, given.registry)
    if reader.remote and not entry.allow_remote:
        _tell(f"reader {name} was left: {reader.destination} isn't this machine, and “allow-remote” isn't set")
        return None
    answers = Answers(name, reader.identity) if keep else None
    return SecondReader(Session(name, reader, entry.limits, answers, offline), readers.never_send, _tell)


def _tell(sentence: str) -> None:
    say(f"newslint: {printable(sentence)}", err=True)
