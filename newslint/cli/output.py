"""The one exit: all that newslint prints goes through here, so that no draft, name or pack steers what reads it."""

from __future__ import annotations

import os
import stat
import sys

# In these all that is printed can be written.
_ENCODINGS = frozenset(["utf-8", "UTF-8"])


def say(text: str = "", nl: bool = True, err: bool = False, color: bool | None = None) -> None:
    """Print `text` on standard output, or on standard error if `err`: without control signs and workflow commands."""
    from newslint.reporters.terminal import inert

    _print(inert(text) + "\n" * nl, err, color)


def say_as_commands(text: str) -> None:
    """Print lines that are workflow commands on purpose, whose words their reporter has escaped."""
    _print(text)


def say_whole(text: str) -> None:
    """Print `text` letter for letter, since others take it in again: a difference.

    A job of GitHub's, which reads commands in all that is printed, is told to read none in it.
    """
    guarded = bool(text) and os.environ.get("GITHUB_ACTIONS") == "true" and not _goes_to_a_file()
    word = os.urandom(16).hex() if guarded else ""
    _print(f"::stop-commands::{word}\n{text}::{word}::\n" if guarded else text)


def _print(text: str, err: bool = False, color: bool | None = None) -> None:
    """Print `text`; where more is to be known of the console, by the library that knows consoles."""
    stream = sys.stderr if err else sys.stdout
    plain = color or "\x1b" not in text
    if plain and stream is not None and os.name != "nt" and getattr(stream, "encoding", None) in _ENCODINGS:
        stream.write(text)
        stream.flush()
        return
    import click

    click.echo(text, nl=False, err=err, color=color)


def _goes_to_a_file() -> bool:
    try:
        return stat.S_ISREG(os.fstat(sys.stdout.fileno()).st_mode)
    except (OSError, ValueError, AttributeError):
        return False
