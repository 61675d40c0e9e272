"""`newslint explain`: one rule's page."""

from __future__ import annotations

from pathlib import Path

import click

from newslint.cli.settings import config_options, settings
from newslint.errors import ConfigError, nearest
from newslint.explain import page


@click.command(name="explain")
@click.argument("rule")
@config_options
def command(rule: str, config_path: Path | None, isolated: bool) -> None:
    """Tell a rule's reason, source, examples and exceptions."""
    given = settings(config_path, isolated)
    stanzas = given.config.stanzas(given.registry)
    if rule not in stanzas:
        raise ConfigError(f"unknown rule “{rule}”{nearest(rule, stanzas)}")
    click.echo(page(stanzas[rule]), nl=False)
