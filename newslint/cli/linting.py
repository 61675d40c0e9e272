"""What `newslint check` does, once it's known what is asked of it."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from newslint.cli.asked import asked
from newslint.cli.desks import Desks
from newslint.cli.options import Options
from newslint.cli.output import say, say_as_commands
from newslint.cli.reports import Order, deliver, orders, refuse_unknown, tell
from newslint.cli.runs import baseline_for, run_over
from newslint.cli.settings import Settings, reader_for
from newslint.desk.drafts import drafts
from newslint.desk.run import Desk
from newslint.errors import NewslintError
from newslint.report import Run
from newslint.reporters.terminal import printable


def lint_and_report(paths: tuple[Path, ...], config_path: Path | None, isolated: bool, options: Options) -> None:
    """Lint what is named and report as the options say. Raises NewslintError, and SystemExit with the status."""
    asked().forget = options.no_cache
    asked().offline = asked().offline or options.watch  # where newslint stays and lints again, no reader is asked
    desks = Desks(config_path, isolated, partial(_desk, options), options.stdin_filename, not options.no_exclude)
    if options.watch:
        from newslint.cli.watching import watch_over

        watch_over(paths, desks)
        return
    wanted = orders(options.reports, "statistics" if options.statistics else options.output_format, options.output)
    try:
        run = _run(paths, desks, options, wanted)
    except NewslintError as error:
        if any(order.format == "github" for order in wanted):
            from newslint.reporters.github import refusal

            say_as_commands(refusal(error))
        raise
    if options.diff:  # that's what standard output shows; reports to files are written all the same
        wanted = [order for order in wanted if order.file != "-"]
    deliver(run, wanted, desks.registry)
    tell(run)
    sys.exit(_status(run, desks, options.exit_zero))


def _run(paths: tuple[Path, ...], desks: Desks, options: Options, wanted: list[Order]) -> Run:
    """Lint what is named, and do what is to be done about it. Raises NewslintError."""
    desks.meet(paths or (Path(),))
    refuse_unknown(wanted, desks.registry)
    if options.vale_ini:
        return _run_vale(paths, options.vale_ini, desks)
    way = options.way(tuple(order.file for order in wanted if order.file != "-"))
    return _acted_on(run_over(paths or (Path(),), desks, way), desks, options)


def _desk(options: Options, given: Settings) -> Desk:
    """The desk of one configuration, with what the command line says instead."""
    config = options.over(given.config)
    for notice in config.refused.values():
        say(f"newslint: {printable(notice)}", err=True)
    baseline = baseline_for(config, options.baseline, options.no_baseline)
    return Desk(given.registry, config, baseline, None if options.vale_ini else reader_for(given))


def _acted_on(run: Run, desks: Desks, options: Options) -> Run:
    """Do what the writer wants done about the findings; the run as it is then."""
    if options.diff:
        from newslint.cli.fixes import show_diff

        return show_diff(run, desks.report_on, options.unsafe_fixes)
    if options.fix:
        from newslint.cli.fixes import fixed

        run = fixed(run, desks.report_on, options.unsafe_fixes)
    if options.interactive:
        from newslint.cli.interactive import walked

        run = walked(run, desks)
    return run


def _run_vale(paths: tuple[Path, ...], ini: Path, desks: Desks) -> Run:
    from newslint.vale.ini import read_ini
    from newslint.vale.run import SUFFIXES, ValeRun

    vale = ValeRun(read_ini(ini))
    suffixes = {*SUFFIXES, *vale.ini.formats} - {"."}
    named = [path for path in paths if str(path) != "-"]
    stdin = [Path("-")] if len(named) < len(paths) else []
    found = drafts(named, lambda folder: desks.choice(folder)._replace(suffixes=suffixes))
    run = vale.report([*stdin, *found], desks.stdin_name)
    for notice in vale.notices:
        say(f"newslint: {notice}", err=True)
    return run


def _status(run: Run, desks: Desks, exit_zero: bool) -> int:
    if run.failures:
        return 2
    failed = any(finding.severity >= desks.of(finding.path).config.fail_on for finding in run.findings)
    return 1 if failed and not exit_zero else 0
