"""`newslint schema`: for editors that complete and check YAML."""

from __future__ import annotations

import json
from pathlib import Path

import click

from newslint.cli.output import say
from newslint.cli.parameters import config_options
from newslint.cli.settings import settings
from newslint.config.schema import config_schema, pack_schema


@click.command(name="schema")
@click.argument("of", type=click.Choice(["config", "pack", "reader"]))
@config_options
def command(of: str, config_path: Path | None, isolated: bool) -> None:
    """Print the JSON Schema of .newslint.yml (config), of a pack, the checks of plugins included, or of what readers are asked and answer."""
    given = settings(config_path, isolated)
    if of == "reader":
        from newslint.readers.protocol import schema as reader_schema

        schema = reader_schema()
    else:
        schema = (config_schema if of == "config" else pack_schema)(given.registry)
    say(json.dumps(schema, ensure_ascii=False, indent=1))
