"""Where reports go: standard output, files, and the summary of a GitHub job."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from newslint.cli.output import say, say_as_commands
from newslint.errors import ConfigError, UnreadableError, nearest
from newslint.plugins.registry import Registry
from newslint.report import Run
from newslint.reporters.terminal import printable, wants_colour
from newslint.startup.row import Row


class Order(Row):
    """A format that is wanted, and the file it goes to; `-` is standard output."""

    format: str
    file: str = "-"


def orders(reports: Iterable[str], output_format: str, output: str) -> list[Order]:
    """What `--report`, `--output-format` and `--output` ask for; text on standard output where they say nothing."""
    wanted = [Order(*_parted(word)) for word in reports]
    if output_format or output or not wanted:
        wanted.append(Order(output_format or "text", output or "-"))
    return wanted


def refuse_unknown(wanted: Iterable[Order], registry: Registry) -> None:
    """Raise ConfigError for a format that no plugin gives."""
    for order in wanted:
        if order.format not in registry.reporters:
            hint = nearest(order.format, registry.reporters)
            raise ConfigError(f"unknown output format “{order.format}”{hint}")


def tell(run: Run) -> None:
    """Say on standard error what could not be done, or only in an unusual way."""
    notices = (f"{report.source.name}: {notice}" for report in run.reports for notice in report.source.notices)
    for message in (*notices, *run.notices, *run.failures):
        say(f"newslint: {printable(message)}", err=True)


def _parted(word: str) -> tuple[str, str]:
    name, _, file = word.partition("=")
    return name, file or "-"


def deliver(run: Run, wanted: Iterable[Order], registry: Registry) -> None:
    """Write every report to its place. Raises UnreadableError where a file can't be written."""
    for name, file in wanted:
        if file == "-":
            said = _reporter(name, registry)(run)
            say_as_commands(said) if name == "github" else say(said, nl=False, color=True)
        else:
            _write(Path(file), registry.reporter(name)(run))
        if name == "github":
            _summarise(run, registry)


def _reporter(format: str, registry: Registry) -> Callable[[Run], str]:
    """The reporter for standard output: in colour where that is a terminal that wants it."""
    if format == "text" and wants_colour(sys.stdout):
        from newslint.reporters.text import coloured

        return coloured
    return registry.reporter(format)


def _write(path: Path, text: str, mode: str = "w") -> None:
    try:
        with path.open(mode, encoding="utf-8", newline="\n", errors="replace") as file:
            file.write(text)
    except OSError as error:
        raise UnreadableError(str(path), f"can't be written: {error.strerror}") from error


def _summarise(run: Run, registry: Registry) -> None:
    """Add the run to the job's summary page, where GitHub gives one."""
    page = os.environ.get("GITHUB_STEP_SUMMARY")
    if page:
        _write(Path(page), registry.reporter("markdown")(run) + "\n", "a")
