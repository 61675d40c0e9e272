"""Whole stories, with what newslint says of each as a snapshot.

`pytest tests/test_corpus.py --update-snapshots` writes the snapshots anew; the difference is for the reviewer:
a new false alarm shows there as a new paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from newslint.config.settings import Config
from newslint.finding import Finding, Severity
from newslint.linter import lint
from newslint.plugins.registry import Registry
from newslint.reading import read
from newslint.report import Report
from newslint.source import Location, Source

EVERYTHING = Config(level=Severity.SUGGESTION)
NOTHING = "Nothing found.\n"
HERE = Path(__file__).parent
STORIES = sorted(path for path in (HERE / "corpus").glob("*.*") if not path.name.endswith(".findings.txt"))
DRAFTS = sorted(path for path in (HERE.parent / "examples" / "drafts").glob("*.*"))


@pytest.mark.parametrize("story", [*STORIES, *DRAFTS], ids=lambda path: path.name)
def test_findings_are_those_of_the_snapshot(story: Path, built_in: Registry, request: pytest.FixtureRequest) -> None:
    report = lint(replace(read(story), name=story.name), built_in, EVERYTHING)
    assert report.failures == ()
    snapshot = _snapshot(story)
    found = _drawn(report)
    if request.config.getoption("--update-snapshots"):
        snapshot.parent.mkdir(exist_ok=True)
        snapshot.write_text(found, encoding="utf-8")
    assert snapshot.is_file(), f"no snapshot of {story.name} yet: pytest {__file__} --update-snapshots"
    assert found == snapshot.read_text(encoding="utf-8")


def test_every_snapshot_has_its_story() -> None:
    snapshots = set((HERE / "corpus").rglob("*.findings.txt"))
    assert snapshots == {_snapshot(story) for story in [*STORIES, *DRAFTS]}


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.name)
def test_odd_forms_of_copy_raise_no_storm(story: Path, built_in: Registry) -> None:
    """None of these stories has a fault: what is said of them is wrong, and may never be much."""
    report = lint(read(story), built_in, EVERYTHING)
    shown = [finding for finding in report.findings if finding.severity >= Severity.WARNING]
    assert len(shown) <= 3, [f"{finding.rule}: {finding.message}" for finding in shown]


def test_most_stories_without_fault_are_left_alone() -> None:
    silent = [story for story in STORIES if _snapshot(story).read_text(encoding="utf-8") == NOTHING]
    assert len(silent) * 2 > len(STORIES)


def _snapshot(story: Path) -> Path:
    """Beside a story of the corpus; the examples' snapshots lie apart from what a newcomer reads."""
    folder = story.parent if story in STORIES else HERE / "corpus" / "examples"
    return folder / f"{story.name}.findings.txt"


def _drawn(report: Report) -> str:
    """The findings of a report as the text of a snapshot."""
    return "\n".join("\n".join(_finding(report.source, finding)) + "\n" for finding in report.findings) or NOTHING


def _finding(source: Source, finding: Finding) -> Iterator[str]:
    yield f"{finding.severity} {finding.rule}: {finding.message}"
    yield from _place(source, finding.start, finding.end, "^", "")
    for other in finding.related:
        yield from _place(source, other.start, other.end, "-", other.message)
    if finding.fix:
        for edit in finding.fix.edits:
            old = source.text[edit.start.offset : edit.end.offset]
            yield f"  {finding.fix.safety.value} fix at {edit.start.line}:{edit.start.column}: {old!r} -> {edit.replacement!r}"


def _place(source: Source, start: Location, end: Location, mark: str, note: str) -> Iterator[str]:
    """The line, cut to what stands near the place, and the marks below it."""
    line = source.line(start.line)
    at = start.column - 1
    left = max(0, at - 40)
    right = max(left + 110, at + 1)
    length = max(1, min(end.offset - start.offset, len(line) - at, right - at))
    shown = ("…" if left else "") + line[left:right].rstrip() + ("…" if right < len(line) else "")
    yield f"{start.line:>4} | {shown}"
    yield f"     | {' ' * (at - left + bool(left))}{mark * length} {note}".rstrip()
