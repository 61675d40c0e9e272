"""`newslint lsp`: the language server, for editors."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

import click

from newslint.cli.desks import Desks
from newslint.cli.parameters import config_options
from newslint.cli.runs import baseline_for
from newslint.cli.settings import Settings
from newslint.desk.run import Desk
from newslint.errors import UnreadableError
from newslint.extras import need


@click.command(name="lsp")
@click.option(
    "--pause",
    default=200,
    show_default=True,
    type=click.IntRange(0, 60_000),
    metavar="MS",
    help="Judge a draft when no key was pressed for so many milliseconds.",
)
@config_options
@click.pass_context
def command(ctx: click.Context, pause: int, config_path: Path | None, isolated: bool) -> None:
    """Speak the Language Server Protocol with an editor, over standard input and output.

    An editor starts this, not you: docs/editors.md says how to set yours up.
    """
    need("lsp", "the language server")
    if _at_a_terminal():
        raise UnreadableError("standard input", "is a terminal, where an editor should be: see docs/editors.md")

    def open_desks() -> Desks:
        return _EditorDesks(ctx, config_path, isolated)

    logging.basicConfig(level=logging.ERROR, stream=sys.stderr)
    from newslint.lsp.server import NewslintServer

    with os.fdopen(_alone(), "wb") as answers:
        NewslintServer(open_desks, pause / 1000).start_io(sys.stdin.buffer, answers)


class _EditorDesks(Desks):
    """Desks for the thread in which the server judges, where `ctx` and what it says of plugins must hold too."""

    def __init__(self, ctx: click.Context, config_path: Path | None, isolated: bool) -> None:
        super().__init__(config_path, isolated, _desk)
        self._context = ctx

    def at(self, folder: str | Path) -> Desk:
        with self._context.scope(cleanup=False):
            return super().at(folder)


def _desk(given: Settings) -> Desk:
    return Desk(given.registry, given.config, baseline_for(given.config, None, none=False))


def _at_a_terminal() -> bool:
    return sys.stdin is None or sys.stdin.isatty()


def _alone() -> int:
    """Standard output for the protocol alone: whatever else is printed goes to standard error."""
    sys.stdout.flush()
    answers = os.dup(sys.stdout.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return answers
