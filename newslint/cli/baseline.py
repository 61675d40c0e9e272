"""`newslint baseline`: accept what is there, so that a gate tells only of what is new."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

import click

from newslint.cli.output import say
from newslint.cli.runs import baseline_path, run_over
from newslint.cli.settings import config_options, settings
from newslint.desk import baseline
from newslint.desk.run import Desk
from newslint.desk.writing import replace_file
from newslint.errors import ConfigError
from newslint.finding import SEVERITIES
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
    given = settings(config_path, isolated)
    config = replace(given.config, level=SEVERITIES[level] if level else given.config.level)
    path = file or baseline_path(config)
    within = None if file else config.root
    old = baseline.read(path, within) if os.path.lexists(path) else baseline.Baseline(path.parent)
    run = run_over(paths, Desk(given.registry, config))
    reports = [report for report in run.reports if report.of_draft]
    kept = old.pruned(reports)
    new = kept if prune else kept.over(reports)
    try:
        replace_file(path, new.text().encode("utf-8"), within=within)
    except OSError as error:
        raise ConfigError(f"can't be written: {error.strerror}", str(path)) from error
    say(f"{path}: {new.size} accepted, {max(0, old.size - kept.size)} pruned", err=True)
    for failure in run.failures:
        say(f"newslint: {printable(failure)}", err=True)
    sys.exit(2 if run.failures else 0)
