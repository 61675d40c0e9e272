from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(__file__).parents[2] / "tools" / "guards.py"
FERRY = '''
def fare(age, islander):
    """A ferry's fare, in pence."""
    if age < 5:
        return 0
    if islander or age > 90:
        return 0
    return 250 if age > 15 else 125


def is_full(aboard, places, crew) -> bool:
    return aboard > places and aboard not in crew or not places
'''
TESTS = """
from ferry import fare, is_full


def test_fare():
    assert fare(4, False) == 0
    assert fare(30, True) == 0
    assert fare(30, False) == 250
    assert fare(15, False) == 125
    assert is_full(9, 8, [])
"""


def run(folder: Path, *more: str) -> tuple[int, list[str]]:
    """What the program says of the ferry, and its exit code."""
    command = [sys.executable, str(PROGRAM), "--tests", "test_ferry.py", "--jobs", "1", *more, "ferry.py"]
    alone = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    done = subprocess.run(command, cwd=folder, env=alone, capture_output=True, text=True, timeout=120, check=False)
    assert done.stderr == ""
    return done.returncode, done.stdout.splitlines()


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    (tmp_path / "ferry.py").write_text(FERRY, encoding="utf-8")
    (tmp_path / "test_ferry.py").write_text(TESTS, encoding="utf-8")
    return tmp_path


def test_guards_that_no_test_holds_are_listed(ferry: Path) -> None:
    assert run(ferry) == (
        1,
        [
            "ferry.py:6: unheld, 1 tests come past: age > 90",
            "ferry.py:12: unheld, 1 tests come past: not places",
            "ferry.py:12: unheld, 1 tests come past: aboard not in crew",
            "6 guards, 3 held, 3 not",
        ],
    )
    assert (ferry / "ferry.py").read_text(encoding="utf-8") == FERRY


def test_all_are_shown_with_the_test_that_holds_them(ferry: Path) -> None:
    _, said = run(ferry, "--all")
    assert said[0] == "ferry.py:4: held by test_ferry.py::test_fare: age < 5"


def test_a_guard_that_says_so_only_spares_time(ferry: Path) -> None:
    text = FERRY.replace("age > 90:", "age > 90:  # for speed")
    text = text.replace("    return aboard >", "    # for speed alone\n    return aboard >")
    (ferry / "ferry.py").write_text(text, encoding="utf-8")
    _, said = run(ferry)
    assert [line.rpartition(": ")[2] for line in said[:-1]] == ["not places", "aboard not in crew"]


def test_nothing_is_said_where_a_test_fails_anyway(ferry: Path) -> None:
    (ferry / "test_ferry.py").write_text(TESTS.replace("== 250", "== 251"), encoding="utf-8")
    assert run(ferry) == (2, ["fails with every guard on:", "test_ferry.py::test_fare"])


def test_a_loop_that_only_its_guard_ends_is_held(ferry: Path) -> None:
    endless = "def moor(ropes):\n    while True:\n        if not ropes:\n            break\n        ropes = ropes[1:]\n"
    (ferry / "ferry.py").write_text(endless, encoding="utf-8")
    (ferry / "test_ferry.py").write_text("import ferry\n\n\ndef test_moor():\n    ferry.moor([1])\n", encoding="utf-8")
    assert run(ferry, "--longest", "1") == (0, ["1 guards, 1 held, 0 not"])


def test_a_path_that_is_not_there_is_said(ferry: Path) -> None:
    done = subprocess.run(
        [sys.executable, PROGRAM, "fery.py"], check=False, cwd=ferry, capture_output=True, encoding="utf-8"
    )
    assert (done.returncode, done.stderr.splitlines()[-1]) == (2, "guards.py: error: not there: fery.py")
