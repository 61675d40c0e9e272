"""`newslint baseline`: accept what is there, so that a gate tells only of what is new."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from newslint.cli.desks import Desks
from newslint.cli.output import say
from newslint.cli.parameters import config_options, reader_options
from newslint.cli.runs import baseline_path, run_over
from newslint.cli.settings import Settings, reader_for
from newslint.config.settings import Config
from newslint.desk import baseline
from newslint.desk.run import Desk
from newslint.desk.writing import replace_file
from newslint.errors import ConfigError
from newslint.finding import SEVERITIES
from newslint.report import Report
from newslint.reporters.terminal import printable
from newslint.startup.dataclass import replace
from newslint.startup.row import Row


@click.command(name="baseline")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--prune", is_flag=True, help="Accept nothing new: only take out what is gone.")
@click.option("--baseline", "file", type=click.Path(path_type=Path), metavar="FILE", help="Write to FILE.")
@click.option("--level", type=click.Choice(list(SEVERITIES)), help="Accept findings from this severity on.")
@reader_options
@config_options
def command(
    paths: tuple[Path, ...], prune: bool, file: Path | None, level: str | None, config_path: Path | None, isolated: bool
) -> None:
    """Write the findings in PATHS to the baseline, which `newslint check` then leaves out.

    What the baseline says of other drafts stays.
    """

    def make(given: Settings) -> Desk:
        config = replace(given.config, level=SEVERITIES[level] if level else given.config.level)
        return Desk(given.registry, config, reader=reader_for(given))

    desks = Desks(config_path, isolated, make)
    run = run_over(paths, desks)
    by_place: dict[_Place, list[Report]] = {_Place.of(desk.config, file): [] for desk in desks.met}
    for report in run.reports:
        if report.of_draft:
            by_place[_Place.of(desks.of(report.source.name).config, file)].append(report)
    for place, reports in by_place.items():
        if reports or os.path.lexists(place.path) or len(by_place) == 1:
            _write(place, reports, prune)
    for message in (*run.notices, *run.failures):
        say(f"newslint: {printable(message)}", err=True)
    sys.exit(2 if run.failures else 0)


class _Place(Row):
    """A baseline's file, and the folder that it may not lead out of; None where the writer named it."""

    path: Path
    within: Path | None

    @classmethod
    def of(cls, config: Config, file: Path | None) -> _Place:
        """Where the baseline of `config` is written: to `file` if that is given."""
        return cls(file, None) if file else cls(baseline_path(config), config.root)


def _write(place: _Place, reports: list[Report], prune: bool) -> None:
    """Accept the findings of `reports` in the baseline at `place`, or only take out what is gone."""
    path, within = place
    old = baseline.read(path, within) if os.path.lexists(path) else baseline.Baseline(path.parent)
    kept = old.pruned(reports)
    new = kept if prune else kept.over(reports)
    try:
        replace_file(path, new.text().encode("utf-8"), within=within)
    except OSError as error:
        raise ConfigError(f"can't be written: {error.strerror}", str(path)) from error
    say(f"{path}: {new.size} accepted, {max(0, old.size - kept.size)} pruned", err=True)
