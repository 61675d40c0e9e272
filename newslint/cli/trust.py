"""`newslint trust`: let the plugins of a configuration run."""

from __future__ import annotations

from pathlib import Path

import click

from newslint.cli.output import say
from newslint.cli.settings import config_in_force
from newslint.errors import ConfigError
from newslint.plugins.consent import distrust, trust
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
    """Let the Python files run that the configuration names as plugins.

    Read them first: they can do whatever you can. They're known by what is in them, so that a change asks you anew.
    """
    config = config_in_force(config_path)
    if not config.plugins:
        raise ConfigError("names no plugins", config.path or "the configuration")
    (distrust if withdraw else trust)(config.plugins)
    for path in config.plugins:
        say(f"{printable(str(path))}: {'runs no longer' if withdraw else 'may run, as it is'}")
