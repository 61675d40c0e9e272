"""`newslint annotate`: the findings as comments in a Word document, for those who never open a terminal."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import click

from newslint import tree
from newslint.cli.desks import Desks
from newslint.cli.output import say
from newslint.cli.parameters import config_options, reader_options
from newslint.cli.runs import run_over
from newslint.cli.settings import Settings, reader_for
from newslint.desk.annotating import annotated
from newslint.desk.run import Desk
from newslint.desk.writing import replace_file
from newslint.errors import UnreadableError
from newslint.finding import SEVERITIES
from newslint.reading import MAX_BYTES
from newslint.report import Run
from newslint.reporters.terminal import printable
from newslint.reporters.text import summary
from newslint.startup.dataclass import replace


@click.command(name="annotate")
@click.argument("draft", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, metavar="FILE", help="Write to FILE.")
@click.option("--level", type=click.Choice(list(SEVERITIES)), help="Write findings from this severity on.")
@reader_options
@config_options
def command(draft: Path, output: Path, level: str | None, config_path: Path | None, isolated: bool) -> None:
    """Write the findings in DRAFT, a Word document, into a copy of it, as comments at their words.

    Comments that newslint wrote there before are replaced; all else stays as it is. FILE may be DRAFT itself.
    """

    def make(given: Settings) -> Desk:
        config = replace(given.config, level=SEVERITIES[level] if level else given.config.level)
        return Desk(given.registry, config, reader=reader_for(given))

    run = run_over((draft,), Desks(config_path, isolated, make, exclude=False))
    for message in (*run.notices, *run.failures):
        say(f"newslint: {printable(message)}", err=True)
    if run.failures:
        sys.exit(2)
    for report in run.reports:
        if report.of_draft:
            _write(output, annotated(_bytes(draft), report, datetime.now()))
            say(f"{printable(str(output))}: {summary(Run((report,)))}", nl=False)


def _bytes(draft: Path) -> bytes:
    try:
        return tree.read(draft, MAX_BYTES)
    except OSError as error:
        raise UnreadableError(str(draft), error.strerror or str(error)) from error


def _write(output: Path, data: bytes) -> None:
    try:
        replace_file(output, data)
    except OSError as error:
        raise UnreadableError(str(output), f"can't be written: {error.strerror}") from error
