"""`newslint check`: the main job."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from newslint.cli.options import Options, check_options
from newslint.cli.output import say
from newslint.cli.reports import deliver, orders, tell
from newslint.cli.runs import Way, baseline_for, run_over
from newslint.cli.settings import config_options, settings
from newslint.config.settings import Config
from newslint.desk.drafts import drafts
from newslint.desk.run import Desk
from newslint.finding import Severity
from newslint.report import Run
from newslint.reporters.terminal import printable


@click.command(name="check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@check_options
@config_options
def command(paths: tuple[Path, ...], config_path: Path | None, isolated: bool, **given: Any) -> None:
    """Lint drafts and report where they disagree with themselves.

    PATHS are files and folders; - reads standard input. With --changed-since they may be left out.
    """
    options = Options(**given)
    options.refuse_contradictions(paths)
    force = settings(config_path, isolated)
    config = options.over(force.config)
    for notice in config.refused.values():
        say(f"newslint: {printable(notice)}", err=True)
    output_format = "statistics" if options.statistics else options.output_format
    wanted = orders(options.reports, output_format, options.output, force.registry)
    desk = Desk(force.registry, config, baseline_for(config, options.baseline, options.no_baseline))
    if options.watch:
        from newslint.cli.watching import watch_over

        watch_over(paths, desk)
        return
    way = Way(options.jobs, options.no_cache, options.cache_dir, options.changed_since, options.together)
    if options.vale_ini:
        run, config = _run_vale(paths, options.vale_ini, config, options.stdin_filename)
    else:
        run = _acted_on(run_over(paths or (Path(),), desk, options.stdin_filename, way), desk, options)
    deliver(run, wanted, force.registry)
    tell(run)
    sys.exit(_status(run, config.fail_on, options.exit_zero))


def _acted_on(run: Run, desk: Desk, options: Options) -> Run:
    """Do what the writer wants done about the findings; the run as it is then."""
    if options.diff:
        from newslint.cli.fixes import show_diff

        show_diff(run, desk.report_on, options.unsafe_fixes)
    if options.fix:
        from newslint.cli.fixes import fixed

        run = fixed(run, desk.report_on, options.unsafe_fixes)
    if options.interactive:
        from newslint.cli.interactive import walked

        run = walked(run, desk)
    return run


def _run_vale(paths: tuple[Path, ...], ini: Path, config: Config, stdin_name: str) -> tuple[Run, Config]:
    from newslint.vale.ini import read_ini
    from newslint.vale.run import SUFFIXES, ValeRun

    vale = ValeRun(read_ini(ini))
    suffixes = {*SUFFIXES, *vale.ini.formats} - {"."}
    named = [path for path in paths if str(path) != "-"]
    stdin = [Path("-")] if len(named) < len(paths) else []
    run = vale.report([*stdin, *drafts(named, suffixes, config.exclude)], stdin_name)
    for notice in vale.notices:
        say(f"newslint: {notice}", err=True)
    return run, replace(config, level=vale.ini.level)


def _status(run: Run, fail_on: Severity, exit_zero: bool) -> int:
    if run.failures:
        return 2
    failed = any(finding.severity >= fail_on for finding in run.findings)
    return 1 if failed and not exit_zero else 0
