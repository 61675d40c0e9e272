"""What git says has changed since a commit: which files, and which lines of them."""

from __future__ import annotations

import os
import re
import subprocess
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from newslint.errors import NewslintError
from newslint.finding import Finding, Related
from newslint.report import Report
from newslint.source import Source

_HUNK = re.compile(rb"^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@", re.M)
_FILE = re.compile(rb"^diff --git ", re.M)
_PLAIN = (
    "--no-color",
    "--no-ext-diff",
    "--no-textconv",
    "--find-renames",
    "--ignore-submodules",
    "--no-relative",
    "-O/dev/null",
)
# No program that the checkout's own settings name is run.
_QUIET = ("-c", "core.quotePath=true", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null")


class GitError(NewslintError):
    """Git can't say what has changed; the reason is its own."""


@dataclass(frozen=True)
class Lines:
    """Lines of a file as git counts them (by line feeds, from 1): spans in order, both ends counted; None is all."""

    spans: tuple[tuple[int, int], ...] | None = None

    def __contains__(self, line: int) -> bool:
        return self.meet(line, line)

    def meet(self, first: int, last: int) -> bool:
        """Whether one of the lines from `first` to `last` is among them."""
        if self.spans is None:
            return True
        index = bisect_right(self.spans, (last, float("inf"))) - 1
        return index >= 0 and self.spans[index][1] >= first


@dataclass(frozen=True)
class Changes:
    """What has changed in the checkout at `top`: the lines by the file's whole path.

    Git knows nothing of a file elsewhere: all of that counts as changed.
    """

    top: Path
    lines: Mapping[Path, Lines]

    def holds(self, path: Path) -> bool:
        """Whether the file at `path` has changed."""
        return self._of(path) is not None

    def _of(self, path: str | Path) -> Lines | None:
        whole = _whole(Path(path))
        return self.lines.get(whole) if whole.is_relative_to(self.top) else Lines()

    def only(self, report: Report) -> Report:
        """`report` with the findings that have a place, their own or a related one, in a changed line."""
        if not report.of_draft or report.source.name == "-":
            return report
        numbers = _Numbers(report.source)
        shown = tuple(finding for finding in report.findings if self._touched(finding, numbers))
        return replace(report, findings=shown)

    def _touched(self, finding: Finding, numbers: _Numbers) -> bool:
        places: tuple[Finding | Related, ...] = (finding, *finding.related)
        return any(self._has(place, numbers) for place in places)

    def _has(self, place: Finding | Related, numbers: _Numbers) -> bool:
        lines = self._of(place.path)
        if lines is None:
            return False
        if place.path != numbers.name:
            return lines.meet(place.start.line, place.end.line)
        return lines.meet(*numbers.of(place))


class _Numbers:
    """The lines of a draft by line feeds alone, which is how git counts them whatever ends the lines."""

    def __init__(self, source: Source) -> None:
        self.name = source.name
        self.feeds = [match.start() for match in re.finditer("\n", source.text)]

    def of(self, place: Finding | Related) -> tuple[int, int]:
        last = max(place.start.offset, place.end.offset - 1)
        return self._line(place.start.offset), self._line(last)

    def _line(self, offset: int) -> int:
        return bisect_right(self.feeds, offset - 1) + 1


def changes_since(revision: str, folder: Path) -> Changes:
    """What has changed in the checkout around `folder` since it parted from `revision`, files not yet added included.

    Raises GitError where git is missing, `folder` is in no checkout, or the revision isn't known there.
    """
    top = Path(os.fsdecode(_git(folder, "rev-parse", "--show-toplevel").rstrip(b"\n")))
    try:
        commit = os.fsdecode(_git(top, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}").strip())
    except GitError as error:
        raise GitError(f"there's no revision {revision} here{_why_not(top)} ({error})") from error
    base = _parting(top, commit)
    counted = _counted(_git(top, "diff", "--numstat", "-z", *_PLAIN, base, "--"))
    patch = _git(top, "diff", "--unified=0", *_PLAIN, base, "--")
    changed = _located(counted, patch)
    fresh = _git(top, "ls-files", "--others", "--exclude-standard", "-z").split(b"\0")
    changed.update({name: Lines() for name in fresh if name})
    return Changes(_whole(top), {_whole(top / os.fsdecode(name)): lines for name, lines in changed.items()})


def _git(folder: Path, *words: str) -> bytes:
    command = ["git", *_QUIET, *words]
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    except OSError as error:
        raise GitError(f"git can't be run: {error.strerror}") from error
    if done.returncode != 0:
        said = os.fsdecode(done.stderr).strip().splitlines()
        raise GitError(f"git {words[0]} failed: {said[-1] if said else f'exit status {done.returncode}'}")
    return done.stdout


def _parting(top: Path, commit: str) -> str:
    """The commit at which this branch left that of `commit`; itself where they have none in common."""
    try:
        return os.fsdecode(_git(top, "merge-base", commit, "HEAD").strip())
    except GitError:
        if _why_not(top):
            raise GitError(f"where this branch left {commit} isn't known here{_why_not(top)}") from None
        return commit


def _why_not(top: Path) -> str:
    """Why a commit may be missing, and what helps; "" where the checkout has its whole history."""
    shallow = _git(top, "rev-parse", "--is-shallow-repository").strip() == b"true"
    return ": the checkout is shallow, give actions/checkout “fetch-depth: 0” or run git fetch --unshallow" * shallow


def _counted(numstat: bytes) -> list[tuple[bytes, bytes]]:
    """Each changed file, with how many lines it was given: `-` where git sees no lines in it."""
    fields = iter(numstat.split(b"\0"))
    files = []
    for field in fields:
        if not field:
            continue
        added, _, rest = field.partition(b"\t")
        name = rest.partition(b"\t")[2]
        if not name:  # a file that was moved: its old name and its new one follow
            next(fields, b"")
            name = next(fields, b"")
        files.append((name, added))
    return files


def _located(counted: Iterable[tuple[bytes, bytes]], patch: bytes) -> dict[bytes, Lines]:
    """The changed lines of each file. Git shows its files in the order in which it counts them."""
    counted = list(counted)
    parts = _FILE.split(patch)[1:]
    if len(parts) != len(counted):
        return {name: Lines() for name, _ in counted}  # better all of a file than none of it
    return {name: _lines(added, part) for (name, added), part in zip(counted, parts, strict=True)}


def _lines(added: bytes, part: bytes) -> Lines:
    if not added.isdigit():
        return Lines()
    spans = [(int(match[1]), int(match[2] or 1)) for match in _HUNK.finditer(part)]
    if int(added) != sum(length for _, length in spans):
        return Lines()
    return Lines(tuple((start, start + length - 1) for start, length in spans if length))


def _whole(path: Path) -> Path:
    return Path(os.path.realpath(path))
