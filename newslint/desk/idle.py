"""Stets of the configuration that cover nothing, told where they stand in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from newslint.config.settings import Config
from newslint.finding import Finding, Severity, fingerprint
from newslint.reading import read
from newslint.report import Report
from newslint.source import Source
from newslint.stets.comments import in_scope
from newslint.stets.entries import StetEntry, relative


def idle_entries(reports: list[Report], config: Config, today: str) -> Report | None:
    """A report on the configuration file, where an entry that speaks of the drafts of `reports` covers nothing there."""
    severity = config.gate.unused_stets
    if severity is None or severity < config.level:
        return None
    used = {id(stet) for report in reports for _, stet in report.stetted}
    idle = [
        entry
        for entry in config.gate.stets
        if id(entry) not in used
        and in_scope(entry, config.select, config.ignore)
        and (entry.draft or entry.ended(today))
        and any(entry.fits(report.source.name) for report in reports)
    ]
    if not idle:
        return None
    source = _configuration(config.path)
    return Report(source, tuple(_findings(idle, source, severity, today)), of_draft=False)


def _configuration(path: str) -> Source:
    """The configuration's text, under its name from where the writer stands."""
    near = relative(path, Path.cwd())
    source = read(Path(path))
    return source if near.startswith("..") else Source(near, source.text, source.suffix, source.encoding)


def _findings(idle: list[StetEntry], source: Source, severity: Severity, today: str) -> Iterator[Finding]:
    lines = source.text.split("\n")
    for entry in idle:
        before, line = lines[: entry.line - 1], lines[min(entry.line, len(lines)) - 1]
        text = line.strip()
        start = sum(len(other) + 1 for other in before) + len(line) - len(line.lstrip())
        said = "\x1f".join(("stet/unused", entry.draft, entry.rule, entry.words, entry.fingerprint))
        yield Finding(
            path=source.name,
            rule="stet/unused",
            severity=severity,
            confidence=1.0,
            message=_message(entry, today),
            text=text,
            start=source.location(start),
            end=source.location(start + len(text)),
            related=(),
            fix=None,
            fingerprint=fingerprint(said),
        )


def _message(entry: StetEntry, today: str) -> str:
    about = " ".join(filter(None, (entry.rule, f"“{entry.words}”" if entry.words else "")))
    what = f"this stet{f' for {about}' if about else ''}"
    return f"{what} ran out on {entry.until}" if entry.ended(today) else f"{what} covers nothing in {entry.draft}"
