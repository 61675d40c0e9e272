"""`newslint trust`: let the plugins of a configuration run."""

from __future__ import annotations

from pathlib import Path

import click

from newslint.cli.output import say
from newslint.cli.settings import config_in_force
from newslint.errors import ConfigError
from newslint.plugins.consent import distrust, distrust_readers, trust, trust_readers
from newslint.reporters.terminal import printable


@click.command(name="trust")
@click.option("--withdraw", is_flag=True, help="Let them run no longer.")
@click.option(
    "--config",
    "config_path",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Use this configuration instead of the nearest .newslint.yml.",
)
def command(withdraw: bool, config_path: Path | None) -> None:
    """Let the Python files run that the configuration names as plugins, and the second readers be asked that it sets up.

    Read them first: plugins can do whatever you can, and readers are given your drafts. They're known by what is in them, so
    that a change asks you anew.
    """
    config = config_in_force(config_path)
    readers = config.readers if config.readers and config.readers.entries else None
    if not config.plugins and not readers:
        raise ConfigError("names no plugins and no readers", config.path or "the configuration")
    if config.plugins:
        (distrust if withdraw else trust)(config.plugins)
    for path in config.plugins:
        say(f"{printable(str(path))}: {'runs no longer' if withdraw else 'may run, as it is'}")
    if readers:
        distrust_readers(config.path) if withdraw else trust_readers(config.path, readers.content())
    for entry in readers.entries.values() if readers else ():
        what = ", ".join([entry.kind, *(f"{key}: {_plain(value)}" for key, value in entry.options.items())])
        say(
            printable(f"reader {entry.name} ({what}): {'is asked no longer' if withdraw else 'may be asked, as it is'}")
        )


def _plain(value: object) -> str:
    """A setting as one line for people."""
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)
