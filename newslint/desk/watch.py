"""Lint again whatever changes, for a desk that keeps a window open."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from newslint.report import Report, Run

# Often enough to seem at once, seldom enough to cost nothing. In seconds.
PAUSE = 0.5

Stamps = dict[Path, tuple[int, int]]


def watched(
    find: Callable[[], Iterable[Path]], check: Callable[[list[Path]], Run], wait: Callable[[float], None] = time.sleep
) -> Iterator[tuple[Run, Run]]:
    """Each time that drafts change: the run over those, and over all. Never ends of itself.

    `find` says which drafts there are, `check` lints some of them.
    """
    before: Stamps = {}
    reports: dict[str, Report] = {}
    while True:
        now = _stamps(find())
        changed = [path for path in now if before.get(path) != now[path]]
        gone = before.keys() - now.keys()
        if changed or gone or not before:
            run = check(changed)
            for path in gone:
                reports.pop(str(path), None)
            reports.update({report.source.name: report for report in run.reports})
            yield run, Run(tuple(reports[name] for name in sorted(reports)))
        before = now
        wait(PAUSE)


def _stamps(paths: Iterable[Path]) -> Stamps:
    stamps: Stamps = {}
    for path in paths:
        try:
            stat = path.stat()
        except OSError:
            continue
        stamps[path] = stat.st_mtime_ns, stat.st_size
    return stamps
