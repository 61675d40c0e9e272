"""`newslint rules`: the index."""

from __future__ import annotations

from pathlib import Path

import click

from newslint.cli.settings import config_options, settings


@click.command(name="rules")
@config_options
def command(config_path: Path | None, isolated: bool) -> None:
    """List the rules: name, severity, what each looks for."""
    given = settings(config_path, isolated)
    running = {rule.id: rule for rule in given.config.rules(given.registry)}
    for name, stanza in sorted(given.config.stanzas(given.registry).items()):
        state = str(running[name].severity) if name in running else "off"
        click.echo(f"{name:28} {state:10} {stanza.why}")
