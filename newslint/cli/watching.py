"""What `--watch` shows."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from newslint.cli.desks import Desks
from newslint.cli.output import say
from newslint.cli.reports import tell
from newslint.cli.runs import files, run_over
from newslint.desk.watch import watched
from newslint.reporters.terminal import unpainted, wants_colour
from newslint.reporters.text import coloured, summary


def watch_over(paths: tuple[Path, ...], desks: Desks) -> None:
    """Show what is found in the drafts that change, and the sum over all, until interrupted."""
    try:
        for run, everything in watched(lambda: files(paths, desks), lambda some: run_over(tuple(some), desks)):
            click.clear()
            text = coloured(run)
            if len(run.reports) < len(everything.reports):
                text += f"Altogether: {summary(everything)}"
            say(text if wants_colour(sys.stdout) else unpainted(text), color=True)
            tell(run)
    except KeyboardInterrupt:
        return
