"""Several processes at once, where there's enough to do for them to pay."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from newslint.errors import NewslintError
from newslint.report import Report
from newslint.source import Source
from newslint.startup.dataclass import replace

# What lints several drafts in one go, and reports on each of them.
Lint = Callable[[Sequence[Source]], list[Report]]

# From so much copy on, in code points, a run takes about two seconds. Sharing out a shorter one costs more of the
# processors' time than it saves of the writer's.
_PAYS = 1_000_000
# So many drafts in one go are linted in six sevenths of the time that each by itself takes; more are no quicker. They
# are held in memory together, so that there are fewer of them where they're long, in code points.
_BATCH = 16
_BATCH_LENGTH = 200_000


def processes(sources: Sequence[Source], jobs: int | None) -> int:
    """How many processes to use: `jobs` where it's said, else as many as there are cores once that pays."""
    if jobs is None:
        size = sum(len(source.text) for source in sources)
        jobs = _cores() if size > _PAYS else 1
    return max(1, min(jobs, len(sources)))


def _cores() -> int:
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def linted(sources: Sequence[Source], lint: Lint, jobs: int | None = None) -> Iterator[Report]:
    """What `lint` says of each of `sources`, in their order, from several processes where that pays."""
    number = processes(sources, jobs)
    if number == 1:
        for batch in _batches(sources, _BATCH):
            yield from lint(batch)
    else:
        yield from _shared_out(sources, lint, number)


def _batches(sources: Sequence[Source], most: int) -> Iterator[list[Source]]:
    """The sources in their order, so many together as one go: at most `most`, and fewer where they're long."""
    batch: list[Source] = []
    length = 0
    for source in sources:
        if len(batch) == most or (batch and length + len(source.text) > _BATCH_LENGTH):
            yield batch
            batch, length = [], 0
        batch.append(source)
        length += len(source.text)
    if batch:
        yield batch


def _shared_out(sources: Sequence[Source], lint: Lint, number: int) -> Iterator[Report]:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    # A forked process has everything loaded already; where forking isn't safe, `lint` is sent there.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    share = max(1, min(_BATCH, len(sources) // (number * 4)))
    batches = list(_batches(sources, share))
    with ProcessPoolExecutor(number, context, _begin, (lint,)) as pool:
        try:
            with interrupts_held():
                found = pool.map(_work, batches)
            for batch, reports in zip(batches, found, strict=True):
                yield from (replace(report, source=source) for source, report in zip(batch, reports, strict=True))
        except BrokenProcessPool as error:
            raise NewslintError("a process that linted came to a sudden end: try --jobs 1") from error


@contextmanager
def interrupts_held() -> Iterator[None]:
    """Put an interrupt off until the processes are begun: in a hook of a fork it would be lost, or leave half a pool behind."""
    import signal
    import threading

    if threading.current_thread() is not threading.main_thread():
        yield  # only the first thread is interrupted
        return
    came: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: came.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before if before is not None else signal.SIG_DFL)
    if came and before is not signal.SIG_IGN:
        raise KeyboardInterrupt


_lint: Lint


def _begin(lint: Lint) -> None:
    """Make a process ready: an interrupt is its parent's business."""
    import signal

    global _lint  # noqa: PLW0603 - the only way to hand a worker something once
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _lint = lint


def _work(batch: list[Source]) -> list[Report]:
    """What there is to say of drafts, without the drafts themselves, which their parent has."""
    return [replace(report, source=Source("", "")) for report in _lint(batch)]
