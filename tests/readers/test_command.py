"""Readers that are programs: real ones, that answer, fail, hang, print too much, or try to do more than answer."""

from __future__ import annotations

import os
import stat
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newslint.errors import ReaderError
from newslint.readers.command import CommandReader
from newslint.readers.protocol import Passage, Question

if TYPE_CHECKING:
    from tests.readers.conftest import Desk

ANSWER = """\
import json, sys
asked = json.load(sys.stdin)
assert asked["protocol"] == 1 and asked["part"] == asked["parts"] == 1
assert [block["role"] for block in asked["blocks"]] == ["headline", "byline", "paragraph", "paragraph"], asked
print(json.dumps({{"protocol": 1, "reader": {{"name": "quill", "version": "2"}}, "rows": {rows}}}))
"""
QUESTION = Question((Passage(1, "paragraph", "Copy, “quoted”, é."),))


def python(code: str, folder: Path, seconds: float = 20.0) -> str:
    return CommandReader((sys.executable, "-c", code), folder=str(folder)).ask(QUESTION, seconds).text


def test_a_program_reads_a_draft(desk: Desk) -> None:
    desk.has_program(ANSWER.format(rows=[desk.kept, desk.invented]))
    found, told = desk.check()
    assert found == ["draft.txt:7:24: suggestion reader/figures a second reader: One hall, two ages."]
    assert told[0].startswith("the copy of 1 draft goes to the program “")
    assert told[1].startswith(
        "2 rows: 1 kept, 0 told already, 1 dropped (words that aren't in the block: 1); 1 of at most 100 calls"
    )


def test_the_question_comes_whole_and_need_not_be_read(tmp_path: Path) -> None:
    assert python("import sys; sys.stdout.buffer.write(sys.stdin.buffer.read())", tmp_path) == QUESTION.json()
    large = Question((Passage(1, "paragraph", "a" * 1_000_000),))
    assert CommandReader((sys.executable, "-c", "print(1)")).ask(large, 20).text.strip() == "1"


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("import sys; sys.exit('no model\\nat all')", "ended with 1: no model at all"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGTERM)", "ended with -15"),
        ("print('a' * 2_000_001)", "answered with more than 2 MB"),
        ("import sys; sys.stdout.buffer.write(b'\\xff')", "isn't UTF-8"),
    ],
)
def test_a_program_that_fails_is_one_sentence(code: str, reason: str, tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match=reason) as caught:
        python(code, tmp_path)
    assert "\n" not in str(caught.value)


@pytest.mark.skipif(sys.platform == "win32", reason="has no groups of processes")
@pytest.mark.parametrize(
    "code", ["time.sleep(60)", "subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])"]
)
def test_a_program_that_hangs_is_ended_with_what_it_started(code: str, tmp_path: Path) -> None:
    begun = time.monotonic()
    with pytest.raises(ReaderError, match=r"no answer within 0\.5 seconds"):
        python(f"import subprocess, sys, time; {code}", tmp_path, 0.5)
    assert time.monotonic() - begun < 30


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (("no-such-program-anywhere",), "there's no program no-such-program-anywhere"),
        (("./missing",), "missing can't be run: No such file"),
        (("./plain.txt",), "plain.txt can't be run: Permission denied"),
    ],
)
def test_a_program_that_is_none(command: tuple[str, ...], reason: str, tmp_path: Path) -> None:
    (tmp_path / "plain.txt").touch()
    with pytest.raises(ReaderError, match=reason) as caught:
        CommandReader(command, folder=str(tmp_path)).ask(QUESTION, 5)
    assert caught.value.lost


@pytest.mark.skipif(sys.platform == "win32", reason="runs no scripts of this kind")
def test_no_program_of_the_working_folder_runs_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "quill"
    program.write_text("#!/bin/sh\necho here\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", f".{os.pathsep}{os.pathsep}{os.environ['PATH']}")
    with pytest.raises(ReaderError, match="no program quill"):
        CommandReader(("quill",), folder=str(tmp_path)).ask(QUESTION, 5)
    assert CommandReader(("./quill",), folder=str(tmp_path)).ask(QUESTION, 5).text == "here\n"


def test_another_program_is_another_reader(tmp_path: Path) -> None:
    def identity(*words: str, version: str = "") -> str:
        return CommandReader(words, version, str(tmp_path)).identity

    (tmp_path / "reader.py").write_text("print(1)", encoding="utf-8")
    first = identity("python3", "reader.py")
    assert first == identity("python3", "reader.py")
    assert len({first, identity("python", "reader.py"), identity("python3", "reader.py", version="2")}) == 3
    (tmp_path / "reader.py").write_text("print(2)", encoding="utf-8")
    assert identity("python3", "reader.py") != first


@pytest.mark.parametrize(
    ("code", "notice"),
    [
        ("print('{')", "draft.txt wasn't read: what it answered is no JSON"),
        ("import sys; sys.exit(3)", "ended with 3"),
        ("print('[]')", "no object with a list"),
    ],
)
def test_what_fails_costs_one_retry_and_no_finding_of_newslints_own(code: str, notice: str, desk: Desk) -> None:
    (desk.folder / "draft.txt").write_text(desk.draft.replace("The hall", "The the hall"), encoding="utf-8")
    desk.has_program(f"open('count', 'a').write('.')\n{code}\n")
    found, told = desk.check(status=1)
    assert [line.split()[2] for line in found] == ["repetition/word"]
    assert notice in told[1]
    assert len(told) == 3
    assert told[2].startswith("0 rows: 0 kept, 0 told already, 0 dropped; 2 of at most 100 calls")
    assert (desk.folder / "count").read_text(encoding="utf-8") == ".."


def test_a_second_try_is_enough(desk: Desk) -> None:
    desk.has_program(
        "import os, sys\nif not os.path.exists('tried'):\n    open('tried', 'w')\n    sys.exit(1)\n"
        + ANSWER.format(rows=[desk.kept])
    )
    found, told = desk.check()
    assert len(found) == 1
    assert len(told) == 2


def test_after_two_drafts_without_an_answer_no_third_is_sent(desk: Desk) -> None:
    for name in "abcd":
        (desk.folder / f"{name}.txt").write_text(desk.draft, encoding="utf-8")
    desk.has_program("open('count', 'a').write('.')\nprint('{')\n")
    _, err = desk.run("check", "--reader", "desk", "--jobs", "1", ".")
    assert (desk.folder / "count").read_text(encoding="utf-8") == "...."
    assert err.count("wasn't read: what it answered is no JSON") == 2
    assert err.count("given up for this run") == 1
    assert err.count("its answer isn't known, and it isn't asked") == 3
