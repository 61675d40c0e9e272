"""`newslint check`: the main job."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

from newslint.cli.reports import deliver, orders
from newslint.cli.settings import config_options, settings
from newslint.config import Config
from newslint.desk import check_drafts
from newslint.drafts import drafts
from newslint.finding import SEVERITIES, Severity
from newslint.linter import Run
from newslint.plugins import Registry
from newslint.terminal import printable

FORMATS = "text, concise, json, sarif, github, gitlab, junit, rdjson, markdown"
_LEVELS = click.Choice(list(SEVERITIES))


@click.command(name="check")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--select", multiple=True, metavar="RULE", help="Run only these rules or packs (names, names/spelling).")
@click.option("--ignore", multiple=True, metavar="RULE", help="Leave these rules or packs out.")
@click.option("--level", type=_LEVELS, help="Show findings from this severity on (default: warning).")
@click.option("--fail-on", type=_LEVELS, help="Exit with 1 where a finding is at least this grave (default: error).")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found.")
@click.option("--output-format", default="", metavar="FORMAT", help=f"{FORMATS}, or a plugin's (default: text).")
@click.option("--output", default="", metavar="FILE", help="Write the report to FILE.")
@click.option("--report", "reports", multiple=True, metavar="FORMAT[=FILE]", help="Report so too; may be repeated.")
@click.option("--statistics", is_flag=True, help="Count the findings by rule instead of showing them.")
@click.option("--stdin-filename", default="", metavar="NAME", help="What to call the draft that - reads.")
@config_options
def command(
    paths: tuple[Path, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    level: str | None,
    fail_on: str | None,
    exit_zero: bool,
    output_format: str,
    output: str,
    reports: tuple[str, ...],
    statistics: bool,
    stdin_filename: str,
    config_path: Path | None,
    isolated: bool,
) -> None:
    """Lint drafts and report where they disagree with themselves.

    PATHS are files and folders; - reads standard input.
    """
    given = settings(config_path, isolated)
    config = _overridden(given.config, select, ignore, level, fail_on)
    wanted = orders(reports, "statistics" if statistics else output_format, output, given.registry)
    run = _run(paths, given.registry, config, stdin_filename)
    deliver(run, wanted, given.registry)
    for message in (*(f"{r.source.name}: {n}" for r in run.reports for n in r.source.notices), *run.failures):
        click.echo(f"newslint: {printable(message)}", err=True)
    sys.exit(_status(run, config.fail_on, exit_zero))


def _overridden(
    config: Config, select: tuple[str, ...], ignore: tuple[str, ...], level: str | None, fail_on: str | None
) -> Config:
    """`config` with what the command line says instead."""
    return replace(
        config,
        select=_split(select) or config.select,
        ignore=config.ignore + _split(ignore),
        level=SEVERITIES[level] if level else config.level,
        fail_on=SEVERITIES[fail_on] if fail_on else config.fail_on,
    )


def _split(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part.strip() for word in words for part in word.split(",") if part.strip())


def _run(paths: tuple[Path, ...], registry: Registry, config: Config, stdin_name: str) -> Run:
    config.rules(registry)  # a mistake in the configuration is told before any draft is read
    named = [path for path in paths if str(path) != "-"]
    found = list(drafts(named, registry.parsers, config.exclude))
    if len(named) < len(paths):
        found.insert(0, Path("-"))
    return check_drafts(found, registry, config, stdin_name)


def _status(run: Run, fail_on: Severity, exit_zero: bool) -> int:
    if run.failures:
        return 2
    failed = any(finding.severity >= fail_on for finding in run.findings)
    return 1 if failed and not exit_zero else 0
