"""`newslint check`: the main job."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

from newslint.cli.settings import config_options, settings
from newslint.config import Config
from newslint.desk import check_drafts
from newslint.drafts import drafts
from newslint.errors import ConfigError, nearest
from newslint.finding import SEVERITIES, Severity
from newslint.linter import Run
from newslint.plugins import Registry, resolve

_LEVELS = click.Choice(list(SEVERITIES))


@click.command(name="check")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--select", multiple=True, metavar="RULE", help="Run only these rules or packs (names, names/spelling).")
@click.option("--ignore", multiple=True, metavar="RULE", help="Leave these rules or packs out.")
@click.option("--level", type=_LEVELS, help="Show findings from this severity on (default: warning).")
@click.option("--fail-on", type=_LEVELS, help="Exit with 1 where a finding is at least this grave (default: error).")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found.")
@click.option("--output-format", default="text", metavar="FORMAT", help="text, concise or json, or a plugin's.")
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
    stdin_filename: str,
    vale_ini: Path | None,
    config_path: Path | None,
    isolated: bool,
) -> None:
    """Lint drafts and report where they disagree with themselves.

    PATHS are files and folders; - reads standard input.
    """
    given = settings(config_path, isolated)
    config = _overridden(given.config, select, ignore, level, fail_on)
    if output_format not in given.registry.reporters:
        hint = nearest(output_format, given.registry.reporters)
        raise ConfigError(f"unknown output format “{output_format}”{hint}")
    if vale_ini:
        run, config = _run_vale(paths, vale_ini, config)
    else:
        run = _run(paths, given.registry, config, stdin_filename)
    click.echo(resolve(given.registry.reporters[output_format])(run), nl=False)
    for message in (*(f"{r.source.name}: {n}" for r in run.reports for n in r.source.notices), *run.failures):
        click.echo(f"newslint: {message}", err=True)
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
