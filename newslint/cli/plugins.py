"""`newslint plugins`: who gives what."""

from __future__ import annotations

from pathlib import Path

import click

from newslint.cli.output import say
from newslint.cli.parameters import config_options
from newslint.cli.settings import settings


@click.command(name="plugins")
@config_options
def command(config_path: Path | None, isolated: bool) -> None:
    """List the plugins and the hooks they use."""
    manager = settings(config_path, isolated).manager
    for name, plugin in sorted(manager.list_name_plugin()):
        hooks = sorted(caller.name for caller in manager.get_hookcallers(plugin) or ())
        say(f"{name}: {', '.join(hooks) or 'no hook'}")
