"""A run over many drafts: reads each, lints it, and keeps what can't be read for the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from newslint.config import Config
from newslint.errors import UnreadableError
from newslint.linter import Report, Run, lint
from newslint.plugins import Registry
from newslint.reading import read, read_stdin
from newslint.source import Source

Progress = Callable[[Path], None]


def check_drafts(
    paths: Iterable[Path | UnreadableError],
    registry: Registry,
    config: Config,
    stdin_name: str = "",
    progress: Progress | None = None,
) -> Run:
    """Lint every draft of `paths`, where `-` is standard input; what is below the level is left out."""
    reports: list[Report] = []
    failures: list[str] = []
    for path in paths:
        try:
            if isinstance(path, UnreadableError):
                raise path
            source = read_stdin(stdin_name) if str(path) == "-" else read(path)
        except UnreadableError as error:
            failures.append(str(error))
            continue
        report = report_on(source, registry, config)
        failures.extend(report.failures)
        reports.append(report)
        if progress:
            progress(path)
    reports.sort(key=lambda report: report.source.name)
    return Run(tuple(reports), tuple(failures), lambda: config.stanzas(registry))


def report_on(source: Source, registry: Registry, config: Config) -> Report:
    """Lint one draft; what is below the level is left out."""
    return _shown(lint(source, registry, config), config)


def _shown(report: Report, config: Config) -> Report:
    findings = tuple(finding for finding in report.findings if finding.severity >= config.level)
    return replace(report, findings=findings)
