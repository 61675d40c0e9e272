"""`newslint baseline`: accept what is there, so that a gate tells only of what is new."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

from newslint.cli.desks import Desks
from newslint.cli.runs import baseline_path, run_over
from newslint.cli.settings import Settings, config_options
from newslint.desk import baseline
from newslint.desk.run import Desk
from newslint.desk.writing import replace_file
from newslint.errors import ConfigError
from newslint.finding import SEVERITIES
from newslint.report import Report
from newslint.reporters.terminal import printable


@click.command(name="baseline")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--prune", is_flag=True, help="Accept nothing new: only take out what is gone.")
@click.option("--baseline", "file", type=click.Path(path_type=Path), metavar="FILE", help="Write to FILE.")
@click.option("--level", type=click.Choice(list(SEVERITIES)), help="Accept findings from this severity on.")
@config_options
def command(
    paths: tuple[Path, ...], prune: bool, file: Path | None, level: str | None, config_path: Path | None, isolated: bool
) -> None:
    """Write the findings in PATHS to the baseline, which `newslint check` then leaves out.

    What the baseline says of other drafts stays.
    """

    def make(given: Settings) -> Desk:
        config = replace(given.config, level=SEVERITIES[level] if level else given.config.level)
        return Desk(given.registry, config)

    desks = Desks(config_path, isolated, make)
    run = run_over(paths, desks)
    by_file: dict[Path, list[Report]] = {file or baseline_path(desk.config): [] for desk in desks.met}
    for report in run.reports:
        if report.of_draft:
            by_file[file or baseline_path(desks.of(report.source.name).config)].append(report)
    for path, reports in by_file.items():
        if reports or path.exists() or len(by_file) == 1:
            _write(path, reports, prune)
    for failure in run.failures:
        click.echo(f"newslint: {printable(failure)}", err=True)
    sys.exit(2 if run.failures else 0)


def _write(path: Path, reports: list[Report], prune: bool) -> None:
    """Accept the findings of `reports` in the baseline at `path`, or only take out what is gone."""
    old = baseline.read(path) if path.exists() else baseline.Baseline(path.parent)
    kept = old.pruned(reports)
    new = kept if prune else kept.over(reports)
    try:
        replace_file(path, new.text().encode("utf-8"))
    except OSError as error:
        raise ConfigError(f"can't be written: {error.strerror}", str(path)) from error
    click.echo(f"{path}: {new.size} accepted, {max(0, old.size - kept.size)} pruned", err=True)
