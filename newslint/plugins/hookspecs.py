"""The seven hooks through which everything comes into newslint, its own parts included.

Each takes nothing and returns a mapping of name to thing. A thing may be given as `"module:attribute"`
text, which is imported when it's first used. A name that two plugins give is an error that names both.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pluggy

if TYPE_CHECKING:
    import click

    from newslint.document import Document
    from newslint.hit import Check
    from newslint.readers.reader import Reader
    from newslint.report import Run
    from newslint.source import Source

hookspec = pluggy.HookspecMarker("newslint")
hookimpl = pluggy.HookimplMarker("newslint")


@hookspec
def newslint_parsers() -> Mapping[str, Callable[[Source], Document] | str]:
    """Parsers by file suffix: `return {".rst": parse_rst}`."""
    raise NotImplementedError


@hookspec
def newslint_checks() -> Mapping[str, type[Check] | str]:
    """Checks by the name that packs use: `return {"passive-voice": PassiveVoice}`."""
    raise NotImplementedError


@hookspec
def newslint_packs() -> Mapping[str, Path]:
    """Packs by name, each a path to a YAML file: `return {"desk": Path(__file__).parent / "desk.yml"}`."""
    raise NotImplementedError


@hookspec
def newslint_reporters() -> Mapping[str, Callable[[Run], str] | str]:
    """Reporters by the name that `--output-format` takes: `return {"csv": report_csv}`."""
    raise NotImplementedError


@hookspec
def newslint_analyses() -> Mapping[str | Callable[[Document], Any], Callable[[Document], Any] | str]:
    """Replacements of public analyses (see newslint.analyses) by name: `return {"mentions": my_mentions}`."""
    raise NotImplementedError


@hookspec
def newslint_readers() -> Mapping[str, type[Reader] | str]:
    """Kinds of second reader by the name that `kind` takes: `return {"archive": ArchiveReader}`."""
    raise NotImplementedError


@hookspec
def newslint_commands(cli: click.Group) -> None:
    """Add commands to the command line: `@cli.command() def archive(): ...`."""
    raise NotImplementedError
