from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from functools import partial

import pytest

from newslint.desk import workers
from newslint.errors import NewslintError
from newslint.report import Report
from newslint.source import Source


def long(sources: Sequence[Source]) -> list[Report]:
    return [Report(source, failures=(source.name, str(os.getpid()))) for source in sources]


def fatal(sources: Sequence[Source], parent: int) -> list[Report]:
    if os.getpid() != parent:
        os._exit(1)
    return [Report(source) for source in sources]


def test_reports_come_in_the_order_of_their_drafts() -> None:
    sources = [Source(f"{number}.txt", "x" * number) for number in range(50)]
    reports = list(workers.linted(sources, long, 4))
    assert [report.source for report in reports] == sources
    assert [report.failures[0] for report in reports] == [source.name for source in sources]
    assert str(os.getpid()) not in {report.failures[1] for report in reports}


@pytest.mark.parametrize(
    ("size", "number", "jobs", "expected"), [(10, 3, None, 1), (10, 3, 8, 3), (10, 3, 1, 1), (10, 0, 4, 1)]
)
def test_as_many_processes_as_pay(size: int, number: int, jobs: int | None, expected: int) -> None:
    assert workers.processes([Source("a.txt", "x" * size)] * number, jobs) == expected


@pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="no such count there")
def test_much_copy_takes_every_core() -> None:
    many = [Source("a.txt", "x" * 100_000)] * 64
    assert workers.processes(many, None) == len(os.sched_getaffinity(0))


def test_a_process_that_dies_is_told() -> None:
    sources = [Source(f"{number}.txt", "x") for number in range(8)]
    with pytest.raises(NewslintError, match="came to a sudden end: try --jobs 1"):
        list(workers.linted(sources, partial(fatal, parent=os.getpid()), 2))


@pytest.mark.parametrize(("length", "expected"), [(10, [16, 16, 8]), (50_000, [4] * 10), (1_000_000, [1] * 40)])
def test_drafts_go_together_unless_they_are_long(length: int, expected: list[int]) -> None:
    sources = [Source(f"{number}.txt", "x" * length) for number in range(40)]
    batches: list[int] = []

    def counted(batch: Sequence[Source]) -> list[Report]:
        batches.append(len(batch))
        return long(batch)

    reports = list(workers.linted(sources, counted, 1))
    assert [report.source for report in reports] == sources
    assert batches == expected


@pytest.mark.skipif(sys.platform == "win32", reason="tried with the signals of POSIX")
@pytest.mark.usefixtures("interruptible")
def test_an_interrupt_waits_until_the_processes_are_begun() -> None:
    """It came while one was forked, and was lost in a hook; or half a pool was left."""
    done = []

    def begin() -> None:
        with workers.interrupts_held():
            os.kill(os.getpid(), signal.SIGINT)
            done.append("begun")

    with pytest.raises(KeyboardInterrupt):
        begin()
    assert done == ["begun"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


@pytest.mark.skipif(sys.platform == "win32", reason="tried with the signals of POSIX")
def test_an_interrupt_that_a_shell_has_passed_over_is_none() -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with workers.interrupts_held():
            os.kill(os.getpid(), signal.SIGINT)
    finally:
        signal.signal(signal.SIGINT, before)
