"""How a run ends when something is closed, full or interrupted: a sentence, the right status, and never a traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="tried with the devices and signals of POSIX")

NEWSLINT = f"{sys.executable} -m newslint"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("The the man.\n", encoding="utf-8")
    (tmp_path / ".git").mkdir()
    return tmp_path


def run(desk: Path, command: str, said: str = "") -> tuple[int, str]:
    """The status of a command of the shell, and all it said."""
    shell = ["bash", "-c", f"set -o pipefail; {command}"]
    done = subprocess.run(shell, cwd=desk, input=said, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stdout + done.stderr
    assert "Exception ignored" not in done.stderr
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("command", "status", "said"),
    [
        (f"{NEWSLINT} check a.txt >&-", 2, "standard output can't be written: it's closed"),
        (f"{NEWSLINT} explain repetition/word >&-", 2, "standard output can't be written: it's closed"),
        (f"{NEWSLINT} rules >&-", 2, "standard output can't be written: it's closed"),
        (f"{NEWSLINT} --version >&-", 2, "standard output can't be written: it's closed"),
        (f"{NEWSLINT} check a.txt 2>&-", 1, "repetition/word"),
        (f"{NEWSLINT} check a.txt >&- 2>&-", 2, ""),
        (f"{NEWSLINT} check - <&-", 2, "standard input is closed"),
        (f"{NEWSLINT} check a.txt --interactive <&-", 2, "can't ask"),
    ],
)
def test_closed_streams(desk: Path, command: str, status: int, said: str) -> None:
    ended, output = run(desk, command)
    assert (ended, said in output) == (status, True)


def test_a_reader_that_goes_away(desk: Path) -> None:
    """Whether the report is out before the pipe is closed is chance."""
    ended, output = run(desk, f"{NEWSLINT} check a.txt | true")
    assert ended in {1, 2}
    assert output == ""


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="a device of Linux")
@pytest.mark.parametrize(
    "command", ["check a.txt", "rules", "--version", "--help", "explain repetition/word", "schema config"]
)
def test_a_full_disk_behind_standard_output(desk: Path, command: str) -> None:
    assert run(desk, f"{NEWSLINT} {command} >/dev/full") == (
        2,
        "newslint: standard output can't be written: No space left on device\n",
    )


def test_a_configuration_that_finds_no_room_leaves_none_behind(desk: Path) -> None:
    ended, output = run(desk, f"ulimit -f 0; trap '' XFSZ; {NEWSLINT} init")
    assert (ended, "can't be written" in output) == (2, True)
    assert not (desk / ".newslint.yml").exists()


@pytest.mark.usefixtures("interruptible")
def test_an_interrupt_ends_with_130(desk: Path) -> None:
    for number in range(300):
        (desk / f"{number}.txt").write_text("The council met on Monday. " * 500, encoding="utf-8")
    (desk / ".newslint.yml").write_text("cache: results\n", encoding="utf-8")
    command = [sys.executable, "-m", "newslint", "check", ".", "--jobs", "2"]
    with subprocess.Popen(command, cwd=desk, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        while process.poll() is None and not (desk / "results").exists():  # made when the drafts are about to be linted
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        said = process.stderr.read()
    assert (process.returncode, "Traceback" in said) == (130, False)


def test_an_error_of_newslint_itself_says_what_to_report(desk: Path) -> None:
    (desk / "broken.py").write_text(
        "import newslint.cli.linting as linting\n"
        "def broken(*_): raise KeyError('an invented fault')\n"
        "linting.Desks = broken\n"
        "from newslint.cli.commands import main\nmain(['check', 'a.txt'])\n",
        encoding="utf-8",
    )
    ended, output = run(desk, f"{sys.executable} broken.py")
    assert ended == 2
    assert output.startswith("newslint: an error in newslint ")
    assert "KeyError: 'an invented fault' (in __main__:2)" in output
    assert "Please report" in output


def test_the_process_ends_with_the_status_when_all_is_said(desk: Path) -> None:
    (desk / "own.py").write_text(
        "import atexit, sys\n"
        "atexit.register(print, 'said at the end')\n"
        "from newslint.__main__ import run\n"
        "sys.argv = ['newslint', *sys.argv[1:]]\n"
        "run()\n",
        encoding="utf-8",
    )
    ended, output = run(desk, f"{sys.executable} own.py check a.txt")
    assert ended == 1
    assert output.endswith("said at the end\n")
    assert run(desk, f"{sys.executable} own.py --version")[0] == 0
