"""`newslint reader try`: what a second reader is asked about a draft, what it answers, and what comes of each row."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from newslint.cli.asked import asked
from newslint.cli.output import say
from newslint.cli.parameters import config_options, offline_option
from newslint.cli.readers import reader_called
from newslint.cli.runs import all_levels
from newslint.cli.settings import settings
from newslint.desk.second_reader import Read
from newslint.finding import Finding, Related
from newslint.linter import lint
from newslint.readers.checking import Dropped
from newslint.readers.protocol import Question
from newslint.readers.reader import Reply
from newslint.reading import read
from newslint.reporters.terminal import printable, visible


@click.group(name="reader")
def command() -> None:
    """Try the second readers that the configuration sets up."""


@command.command(name="try")
@click.argument("name")
@click.argument("draft", type=click.Path(path_type=Path))
@click.option("--no-cache", is_flag=True, help="Ask anew, and keep no answer.")
@offline_option
@config_options
def try_(name: str, draft: Path, no_cache: bool, config_path: Path | None, isolated: bool) -> None:
    """Let the reader NAME read DRAFT; show what it was asked, what it answered, and what was kept and dropped of that, and why.

    Naming it is the consent that `newslint check --reader NAME` is.
    """
    if refused := asked().contradiction(no_cache):
        raise click.UsageError(refused)
    source = read(draft)
    given = settings(config_path, isolated, draft.absolute().parent)
    desk = all_levels(given, asks=False)
    reader = reader_called(name, given, asked().offline, keep=not no_cache)
    if reader is None:
        sys.exit(2)
    reader.session.heard = _show
    _, notices = reader.over([lint(source, desk.registry, desk.config)], desk.registry, desk.config)
    for done in reader.done:
        say("\n".join(_outcome(done)))
    for notice in notices:
        say(f"newslint: {printable(notice)}", err=True)
    sys.exit(0 if reader.done else 2)


def _show(question: Question, reply: Reply, known: bool) -> None:
    """Print a question and its answer as they went over the wire."""
    part = f", part {question.part} of {question.parts}" if question.parts > 1 else ""
    before = ", before" if known else ""
    by = f" by {printable(reply.name)}" if reply.name else ""
    say(f"Asked{part}{before}:\n{visible(question.json())}\n\nAnswered{by}{before}:\n{visible(reply.text.strip())}\n")


def _outcome(done: Read) -> Iterator[str]:
    """What came of each row, a line each."""
    yield f"Kept: {len(done.new)}"
    for finding in done.new:
        places: list[Finding | Related] = [finding, *finding.related]
        shown = " / ".join(f"{place.start.line}:{place.start.column} “{place.text}”" for place in places)
        yield printable(f"  {finding.rule} {finding.fingerprint[:8]} {shown}: {finding.message}")
    yield f"Told by newslint already: {len(done.known)}"
    for finding in done.known:
        yield printable(
            f"  {finding.rule} {finding.start.line}:{finding.start.column} “{finding.text}”: {finding.message}"
        )
    yield f"Dropped: {len(done.dropped)}"
    yield from map(_dropped, done.dropped)


def _dropped(row: Dropped) -> str:
    said = f" {json.dumps(row.claim._asdict(), ensure_ascii=False)}" if row.claim else ""
    return printable(f"  {row.reason}:{said}" if said else f"  {row.reason}")
