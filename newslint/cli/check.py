"""`newslint check`: the main job."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from newslint.cli.reports import deliver, orders
from newslint.cli.runs import Way, baseline_for, run_over
from newslint.cli.settings import config_options, settings
from newslint.config import Config
from newslint.desk import Desk
from newslint.drafts import drafts
from newslint.finding import SEVERITIES, Severity
from newslint.linter import Run
from newslint.terminal import printable

if TYPE_CHECKING:
    from newslint.fixer import Lint

FORMATS = "text, concise, json, sarif, github, gitlab, junit, rdjson, markdown"
_LEVELS = click.Choice(list(SEVERITIES))


@click.command(name="check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--select", multiple=True, metavar="RULE", help="Run only these rules or packs (names, names/spelling).")
@click.option("--ignore", multiple=True, metavar="RULE", help="Leave these rules or packs out.")
@click.option("--level", type=_LEVELS, help="Show findings from this severity on (default: warning).")
@click.option("--fail-on", type=_LEVELS, help="Exit with 1 where a finding is at least this grave (default: error).")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found.")
@click.option("--output-format", default="", metavar="FORMAT", help=f"{FORMATS}, or a plugin's (default: text).")
@click.option("--output", default="", metavar="FILE", help="Write the report to FILE.")
@click.option("--report", "reports", multiple=True, metavar="FORMAT[=FILE]", help="Report so too; may be repeated.")
@click.option("--statistics", is_flag=True, help="Count the findings by rule instead of showing them.")
@click.option("--fix", is_flag=True, help="Make the fixes that are certain, and report what is left.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: also fixes that may be wrong.")
@click.option("--diff", is_flag=True, help="Show what --fix would do, and write nothing.")
@click.option(
    "--baseline", "baseline_path", type=click.Path(path_type=Path), metavar="FILE", help="Leave out what FILE accepts."
)
@click.option("--no-baseline", is_flag=True, help="Use no baseline.")
@click.option(
    "--changed-since", default="", metavar="REV", help="Lint what git says has changed; report only on its lines."
)
@click.option("--jobs", type=click.IntRange(1), metavar="N", help="Use N processes (default: the cores, once it pays).")
@click.option("--no-cache", is_flag=True, help="Lint every draft anew, and keep nothing.")
@click.option("--cache-dir", type=click.Path(path_type=Path), metavar="DIR", help="Keep results in DIR.")
@click.option("--stdin-filename", default="", metavar="NAME", help="What to call the draft that - reads.")
@click.option(
    "--vale",
    "vale_ini",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Run what this .vale.ini says, and none of newslint's own rules.",
)
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
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
    baseline_path: Path | None,
    no_baseline: bool,
    changed_since: str,
    jobs: int | None,
    no_cache: bool,
    cache_dir: Path | None,
    stdin_filename: str,
    vale_ini: Path | None,
    config_path: Path | None,
    isolated: bool,
) -> None:
    """Lint drafts and report where they disagree with themselves.

    PATHS are files and folders; - reads standard input. With --changed-since they may be left out.
    """
    if not paths and not changed_since:
        raise click.UsageError("name the drafts: files, folders, or - for standard input")
    if fix and changed_since:
        raise click.UsageError("--fix changes whole drafts, so it doesn't go with --changed-since")
    if unsafe_fixes and not (fix or diff):
        raise click.UsageError("--unsafe-fixes goes with --fix or --diff")
    if fix and not diff and any(str(path) == "-" for path in paths):
        raise click.UsageError("standard input can't be written: --diff shows what --fix would do")
    if vale_ini and (fix or diff):
        raise click.UsageError("--vale only reports: Vale's rules bring no fixes")
    given = settings(config_path, isolated)
    config = _overridden(given.config, select, ignore, level, fail_on)
    wanted = orders(reports, "statistics" if statistics else output_format, output, given.registry)
    desk = Desk(given.registry, config, baseline_for(config, baseline_path, no_baseline))
    if vale_ini:
        run, config = _run_vale(paths, vale_ini, config)
    else:
        run = run_over(paths or (Path(),), desk, stdin_filename, Way(jobs, no_cache, cache_dir, changed_since))
        for notice in config.notices:
            click.echo(f"newslint: {printable(notice)}", err=True)
    if diff:
        _show_diff(run, desk.report_on, unsafe_fixes)
    if fix:
        from newslint.cli.fixes import fixed

        run = fixed(run, desk.report_on, unsafe_fixes)
    deliver(run, wanted, given.registry)
    _tell(run)
    sys.exit(_status(run, config.fail_on, exit_zero))


def _tell(run: Run) -> None:
    """Say on standard error what could not be done, or only in an unusual way."""
    notices = (f"{report.source.name}: {notice}" for report in run.reports for notice in report.source.notices)
    for message in (*notices, *run.failures):
        click.echo(f"newslint: {printable(message)}", err=True)


def _show_diff(run: Run, lint: Lint, unsafe: bool) -> NoReturn:
    """Print what `--fix` would do; exits with 1 where that is anything."""
    from newslint.cli.fixes import diff

    text, run = diff(run, lint, unsafe)
    click.echo(text, nl=False)
    _tell(run)
    sys.exit(2 if run.failures else bool(text))


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


def _run_vale(paths: tuple[Path, ...], ini: Path, config: Config) -> tuple[Run, Config]:
    from newslint.vale.ini import read_ini
    from newslint.vale.run import SUFFIXES, ValeRun

    vale = ValeRun(read_ini(ini))
    suffixes = {*SUFFIXES, *vale.ini.formats} - {"."}
    run = vale.report(drafts(paths, suffixes, config.exclude))
    for notice in vale.notices:
        click.echo(f"newslint: {notice}", err=True)
    return run, replace(config, level=vale.ini.level)


def _status(run: Run, fail_on: Severity, exit_zero: bool) -> int:
    if run.failures:
        return 2
    failed = any(finding.severity >= fail_on for finding in run.findings)
    return 1 if failed and not exit_zero else 0
