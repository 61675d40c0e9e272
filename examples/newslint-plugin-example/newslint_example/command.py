"""A command: `newslint slug FILE` prints the slug line of wire copy."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def slug(file: Path) -> None:
    """Print the slug line of wire copy."""
    click.echo(file.read_text(encoding="utf-8").partition("\n")[0].strip())
