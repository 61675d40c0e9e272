"""A progress bar for runs that take long, on a terminal."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from rich.console import Console

# How long a run goes on in silence, in seconds: most are over by then, and rich isn't even imported.
_SILENCE = 0.7


class Bar:
    """Called after each draft with how many are done, and of how many; nothing where standard error is no terminal."""

    def __init__(self, silence: float = _SILENCE, console: Console | None = None) -> None:
        self._begin = time.monotonic() + silence
        self._console = console
        self._wanted = console is not None or sys.stderr.isatty()
        self._progress: Any = None
        self._task: Any = None

    def __enter__(self) -> Self:
        return self

    def __call__(self, done: int, total: int) -> None:
        if not self._wanted or (self._progress is None and time.monotonic() < self._begin):
            return
        if self._progress is None:
            self._start(total)
        self._progress.update(self._task, completed=done)

    def _start(self, total: int) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (TextColumn("Linting"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self._progress = Progress(*columns, console=self._console or Console(stderr=True), transient=True)
        self._task = self._progress.add_task("", total=total)
        self._progress.start()

    def __exit__(self, *_: object) -> None:
        if self._progress is not None:
            self._progress.stop()
