"""GitHub's workflow commands: an annotation at each finding's line.

GitHub shows ten errors, ten warnings and ten notices of a step; SARIF and the job summary show all.
"""

from __future__ import annotations

import os
from pathlib import PurePath

from newslint.errors import ConfigError, NewslintError
from newslint.finding import Finding, Severity
from newslint.report import Run
from newslint.reporters.terminal import printable

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "notice"}


def report(run: Run) -> str:
    """A workflow command a line, for findings and for what could not be done."""
    failures = (f"::error title=newslint::{data(printable(failure))}\n" for failure in run.failures)
    return "".join([*(_annotation(finding) for finding in run.findings), *failures])


def refusal(error: NewslintError) -> str:
    """The workflow command for what ended a run, at its line of the configuration where it has one."""
    place: dict[str, str | int] = {}
    if isinstance(error, ConfigError) and error.path:
        place = {"file": PurePath(os.path.relpath(error.path)).as_posix(), "line": error.line or 1}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in {**place, "title": "newslint"}.items())
    message = error.message if isinstance(error, ConfigError) else str(error)
    return f"::error {properties}::{data(printable(message))}\n"


def _annotation(finding: Finding) -> str:
    start, end = finding.start, finding.end
    place = {"file": PurePath(printable(finding.path)).as_posix(), "line": start.line, "endLine": end.line}
    if start.line == end.line:  # GitHub knows columns only within one line
        place |= {"col": start.column, "endColumn": max(start.column, end.column - 1)}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in {**place, "title": finding.rule}.items())
    return f"::{_COMMANDS[finding.severity]} {properties}::{data(_message(finding))}\n"


def _message(finding: Finding) -> str:
    lines = [printable(finding.message)]
    for other in finding.related:
        where = f"line {other.start.line}" if other.path == finding.path else f"{other.path}:{other.start.line}"
        lines.append(f"{printable(where)}: {printable(other.message)}")
    return "\n".join(lines)


def data(text: str) -> str:
    """`text` escaped as the message of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return data(text).replace(":", "%3A").replace(",", "%2C")
