"""What `--fix` and `--diff` do with a run."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff

from newslint.cli.output import say, say_whole
from newslint.desk.fixer import FixError, Lint, Mended, applicable, mend, write
from newslint.report import Report, Run
from newslint.reporters.terminal import visible
from newslint.startup.dataclass import replace


def fixed(run: Run, lint: Lint, unsafe: bool) -> Run:
    """Write the fixes of a run into its drafts; the run as it is then, with the drafts left alone among its failures."""
    reports, failures, made, drafts = [], list(run.failures), 0, 0
    for report in run.reports:
        try:
            mended = _mended(report, lint, unsafe)
            if mended.made:
                write(report.source, mended.passes)
                made += len(mended.made)
                drafts += 1
            reports.append(mended.report)
        except FixError as error:
            failures.append(str(error))
            reports.append(report)
    if made:
        say(f"newslint: fixed {_counted(made, 'finding')} in {_counted(drafts, 'draft')}", err=True)
    return replace(run, reports=tuple(reports), failures=tuple(failures))


def show_diff(run: Run, lint: Lint, unsafe: bool) -> Run:
    """Print what `--fix` would do; the run, with the drafts that it would leave alone among its failures."""
    text, run = diff(run, lint, unsafe)
    say_whole(text)
    return run


def diff(run: Run, lint: Lint, unsafe: bool) -> tuple[str, Run]:
    """What `fixed` would do, as a unified diff; and the run, with the drafts that would be left alone among its failures."""
    failures = list(run.failures)
    parts: list[str] = []
    for report in run.reports:
        try:
            parts += _diff(report, _mended(report, lint, unsafe).report)
        except FixError as error:
            failures.append(str(error))
    return visible("".join(parts)), replace(run, failures=tuple(failures))


def _mended(report: Report, lint: Lint, unsafe: bool) -> Mended:
    if next(applicable(report, unsafe), None) is None:
        return Mended(report, ())
    return mend(report, lint, unsafe)


def _diff(before: Report, after: Report) -> Iterator[str]:
    name = before.source.name.lstrip("/")
    old, new = before.source.text, after.source.text
    for line in unified_diff(_lines(old), _lines(new), f"a/{name}", f"b/{name}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """The lines as diff and patch count them: parted by line feeds alone."""
    return [*(line + "\n" for line in text.split("\n")[:-1]), *filter(None, text.split("\n")[-1:])]


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
