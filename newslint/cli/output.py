"""The one exit: all that newslint prints goes through here, so that no draft, name or pack steers what reads it."""

from __future__ import annotations

import os
import stat
import sys

import click


def say(text: str = "", nl: bool = True, err: bool = False, color: bool | None = None) -> None:
    """Print `text` on standard output, or on standard error if `err`: without control signs and workflow commands."""
    from newslint.reporters.terminal import inert

    click.echo(inert(text), nl=nl, err=err, color=color)


def say_as_commands(text: str) -> None:
    """Print lines that are workflow commands on purpose, whose words their reporter has escaped."""
    click.echo(text, nl=False)


def say_whole(text: str) -> None:
    """Print `text` letter for letter, since others take it in again: a difference.

    A job of GitHub's, which reads commands in all that is printed, is told to read none in it.
    """
    guarded = bool(text) and os.environ.get("GITHUB_ACTIONS") == "true" and not _goes_to_a_file()
    word = os.urandom(16).hex() if guarded else ""
    click.echo(f"::stop-commands::{word}\n{text}::{word}::\n" if guarded else text, nl=False)


def _goes_to_a_file() -> bool:
    try:
        return stat.S_ISREG(os.fstat(sys.stdout.fileno()).st_mode)
    except (OSError, ValueError, AttributeError):
        return False
