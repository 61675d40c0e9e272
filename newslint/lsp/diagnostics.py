"""What is found, as diagnostics of the protocol."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lsprotocol.types import (
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
    Location,
    Position,
    Range,
)

from newslint.errors import ConfigError, NewslintError
from newslint.finding import Finding, Severity
from newslint.lsp.drafts import Draft
from newslint.lsp.positions import Positions
from newslint.reporters.terminal import printable

SOURCE = "newslint"
_SEVERITIES = {
    Severity.ERROR: DiagnosticSeverity.Error,
    Severity.WARNING: DiagnosticSeverity.Warning,
    Severity.SUGGESTION: DiagnosticSeverity.Information,
}
# Long enough for any line of a configuration: a client cuts it at the line's end.
_LINE = 10_000


def diagnostic(finding: Finding, draft: Draft, positions: Positions) -> Diagnostic:
    """`finding` as a diagnostic of `draft`, with the other places that it speaks of."""
    return Diagnostic(
        range=positions.of(finding.start, finding.end),
        message=printable(finding.message),
        severity=_SEVERITIES[finding.severity],
        code=finding.rule,
        source=SOURCE,
        related_information=list(_related(finding, draft, positions)) or None,
        data={"fingerprint": finding.fingerprint},
    )


def _related(finding: Finding, draft: Draft, positions: Positions) -> Iterator[DiagnosticRelatedInformation]:
    for other in finding.related:
        if other.path == draft.name:
            place = Location(draft.uri, positions.of(other.start, other.end))
            yield DiagnosticRelatedInformation(place, printable(other.message))


def of_problem(problem: NewslintError, draft: Draft) -> tuple[str, Diagnostic]:
    """Why `draft` can't be judged, with the address of the file to show it in: the configuration's, else the draft's."""
    path, line, message = draft.uri, 0, printable(str(problem))
    if isinstance(problem, ConfigError) and problem.path and Path(problem.path).is_file():
        path, line, message = Path(problem.path).absolute().as_uri(), max(0, problem.line - 1), problem.message
    place = Range(Position(line, 0), Position(line, _LINE))
    return path, Diagnostic(place, printable(message), DiagnosticSeverity.Error, source=SOURCE)
