from __future__ import annotations

import io
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO

import pytest
from rich.console import Console

from newslint.cli.progress import Bar
from newslint.config.settings import Config
from newslint.desk.run import Desk, check_drafts
from newslint.desk.watch import watched
from newslint.plugins.registry import Registry
from newslint.report import Run

FAULTY = "A title\n\nThe mayor opened the the bridge.\n"
CLEAN = FAULTY.replace("the the", "the")


def test_only_what_changed_is_linted_again(built_in: Registry, config: Config, tmp_path: Path) -> None:
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    for path in (first, second):
        path.write_text(FAULTY, encoding="utf-8")
    linted: list[list[str]] = []

    def check(paths: list[Path]) -> Run:
        linted.append([path.name for path in paths])
        return check_drafts(paths, Desk(built_in, config))

    steps: list[Callable[[], object]] = [
        lambda: None,
        lambda: first.write_text(CLEAN, encoding="utf-8"),
        second.unlink,
        lambda: (tmp_path / "c.txt").write_text(FAULTY, encoding="utf-8"),
    ]

    def wait(_: float) -> None:
        steps.pop(0)()

    everything = []
    for _, all_ in watched(lambda: sorted(tmp_path.glob("*.txt")), check, wait):
        everything.append([(Path(r.source.name).name, len(r.findings)) for r in all_.reports])
        if not steps:
            break
    assert linted == [["a.txt", "b.txt"], ["a.txt"], [], ["c.txt"]]
    assert everything == [
        [("a.txt", 1), ("b.txt", 1)],
        [("a.txt", 0), ("b.txt", 1)],
        [("a.txt", 0)],
        [("a.txt", 0), ("c.txt", 1)],
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="no interrupt can be sent there")
@pytest.mark.usefixtures("interruptible")
def test_it_runs_until_interrupted(tmp_path: Path) -> None:
    draft = tmp_path / "a.txt"
    draft.write_text(FAULTY, encoding="utf-8")
    (tmp_path / "b.txt").write_text(FAULTY, encoding="utf-8")
    command = [sys.executable, "-u", "-m", "newslint", "check", "--isolated", "--watch", "."]
    process = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, encoding="utf-8")
    assert process.stdout
    assert _until(process.stdout, "2 errors in 2 drafts")
    draft.write_text(CLEAN, encoding="utf-8")
    assert _until(process.stdout, "No findings in 1 draft")
    assert _until(process.stdout, "Altogether: 1 error in 2 drafts")
    process.send_signal(signal.SIGINT)
    assert process.wait(20) == 0
    process.stdout.close()


def _until(stream: IO[str], words: str) -> bool:
    end = time.monotonic() + 30
    while time.monotonic() < end:
        line = stream.readline()
        if words in line or not line:
            return words in line
    return False


def test_a_long_run_shows_a_bar() -> None:
    console = Console(file=io.StringIO(), force_terminal=True, width=80)
    with Bar(0, console) as bar:
        bar(1, 200)
        bar(150, 200)
    shown = console.file.getvalue()  # type: ignore[attr-defined]
    assert "Linting" in shown
    assert "150/200" in shown


def test_a_short_run_and_a_pipe_show_none() -> None:
    console = Console(file=io.StringIO(), force_terminal=True)
    with Bar(60, console) as bar:
        bar(1, 200)
    with Bar(0) as bar:
        bar(1, 200)
    assert console.file.getvalue() == ""  # type: ignore[attr-defined]
