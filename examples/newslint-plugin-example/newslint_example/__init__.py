"""The plugin: each hook returns a mapping of name to thing. Text such as "module:attribute" is imported when it's used."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from newslint import hookimpl


@hookimpl
def newslint_checks() -> Mapping[str, str]:
    return {"too-many-exclamations": "newslint_example.check:TooManyExclamations"}


@hookimpl
def newslint_analyses() -> Mapping[str, str]:
    return {"quotes": "newslint_example.analysis:quotes_with_dashes"}


@hookimpl
def newslint_parsers() -> Mapping[str, str]:
    return {".wire": "newslint_example.parser:parse"}


@hookimpl
def newslint_reporters() -> Mapping[str, str]:
    return {"csv": "newslint_example.reporter:report"}


@hookimpl
def newslint_packs() -> Mapping[str, Path]:
    return {"house": Path(__file__).parent / "house.yml"}


@hookimpl
def newslint_readers() -> Mapping[str, str]:
    return {"pairs": "newslint_example.reader:Pairs"}


@hookimpl
def newslint_commands(cli: click.Group) -> None:
    from newslint_example.command import slug

    cli.add_command(slug)
