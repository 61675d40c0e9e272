"""The TAB key in real shells: commands, paths, rules, packs and formats."""

from __future__ import annotations

import os
import re
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pty = pytest.importorskip("pty", reason="this system has no terminals to try shells in")

HERE = Path(sys.executable).parent
PATIENCE = 60.0
DESK = """passive:
  message: "“{found}” is passive"
  why: A sentence should say who did it.
  check: existence
  options: {tokens: [was done]}
"""
START = {
    "bash": (["--norc", "--noprofile", "-i"], 'eval "$(newslint completion bash)"; PS1="ready> "'),
    "zsh": (["-f", "-i"], 'autoload -U compinit; compinit -u -D; eval "$(newslint completion zsh)"; PS1="ready> "'),
    "fish": (["--no-config", "-i"], 'newslint completion fish | source; function fish_prompt; echo -n "ready> "; end'),
}
TYPED = [
    ("newslint expl", "newslint explain"),
    ("newslint dra", "newslint draft.txt"),
    ("newslint check dra", "newslint check draft.txt"),
    ("newslint check --select names/hon", "newslint check --select names/honorific"),
    ("newslint check --ignore style,names/hon", "newslint check --ignore style,names/honorific"),
    ("newslint --ignore abbr", "newslint --ignore abbreviations"),
    ("newslint explain names/hon", "newslint explain names/honorific"),
    ("newslint rules abbr", "newslint rules abbreviations"),
    ("newslint check --output-format conc", "newslint check --output-format concise"),
    ("newslint check --level sug", "newslint check --level suggestion"),
]


class Shell:
    """A shell at a terminal of its own, in `folder`."""

    def __init__(self, name: str, folder: Path) -> None:
        program = shutil.which(name)
        if not program:
            pytest.skip(f"{name} isn't installed")
        words, ready = START[name]
        self._pid, self._terminal = pty.fork()
        if not self._pid:
            os.chdir(folder)
            home = {
                "HOME": str(folder),
                "TERM": "dumb" if name != "fish" else "xterm",
                "PATH": f"{HERE}:{os.environ['PATH']}",
            }
            os.execve(program, [program, *words], {**os.environ, **home})
        self.type(f"{ready}\n")
        self.read(r"ready> \Z|ready> ")

    def type(self, text: str) -> None:
        os.write(self._terminal, text.encode())

    def read(self, pattern: str) -> str:
        """What the shell has shown once it fits `pattern`, without what steers a terminal."""
        shown, end = "", time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if select.select([self._terminal], [], [], 0.2)[0]:
                shown += os.read(self._terminal, 65536).decode("utf-8", "replace")
            plain = re.sub(r"\x1b\[[\d;?>=]*[a-zA-Z]|\x1b[()][A-Z0-9]|\x1b[=>]|\r|\x07", "", shown)
            while "\x08" in plain:
                plain = re.sub(r"[^\x08]?\x08", "", plain, count=1)
            if re.search(pattern, plain):
                return plain
        raise AssertionError(f"no {pattern!r} in {shown!r}")

    def end(self) -> None:
        os.close(self._terminal)
        os.waitpid(self._pid, 0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "draft.txt").write_text("The the wall.\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def shell(request: pytest.FixtureRequest, folder: Path) -> Iterator[Shell]:
    opened = Shell(request.param, folder)
    yield opened
    opened.end()


@pytest.mark.parametrize("shell", ["bash", "zsh"], indirect=True)
def test_the_tab_key_completes(shell: Shell) -> None:
    for typed, whole in TYPED:
        shell.type(f"{typed}\t")
        shell.read(re.escape(whole))
        shell.type("\x15")


def told(folder: Path, line: str) -> list[str]:
    """What fish would offer for `line`."""
    fish = shutil.which("fish")
    if not fish:
        pytest.skip("fish isn't installed")
    code = f"newslint completion fish | source; complete -C '{line}'"
    path = f"{HERE}:{os.environ['PATH']}"
    done = subprocess.run(
        [fish, "--no-config", "-c", code], cwd=folder, env={**os.environ, "PATH": path, "HOME": str(folder)},
        capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    return [row.partition("\t")[0] for row in done.stdout.splitlines()]


# click's script for fish parts what it is given at commas.
@pytest.mark.parametrize(("typed", "whole"), [each for each in TYPED if "," not in each[0]])
def test_fish_offers_the_same(folder: Path, typed: str, whole: str) -> None:
    assert whole.rpartition(" ")[2] in told(folder, typed)


def test_a_desks_own_rules_are_offered_and_nothing_of_its_code_runs(folder: Path) -> None:
    (folder / "desk.yml").write_text(DESK, encoding="utf-8")
    (folder / "spy.py").write_text("open('ran', 'w').close()\n", encoding="utf-8")
    (folder / ".newslint.yml").write_text("packs: [desk.yml]\nplugins: [spy.py]\n", encoding="utf-8")
    words = {"_NEWSLINT_COMPLETE": "bash_complete", "COMP_WORDS": "newslint explain desk/", "COMP_CWORD": "2"}
    done = subprocess.run(
        [HERE / "newslint"], cwd=folder, env={**os.environ, **words}, capture_output=True, text=True, check=True
    )
    assert done.stdout == "plain,desk/passive\n"
    assert done.stderr == ""
    assert not (folder / "ran").exists()


def test_a_broken_configuration_costs_only_its_own_rules(folder: Path) -> None:
    (folder / ".newslint.yml").write_text("levle: error\n", encoding="utf-8")
    words = {"_NEWSLINT_COMPLETE": "bash_complete", "COMP_WORDS": "newslint rules abbr", "COMP_CWORD": "2"}
    done = subprocess.run(
        [HERE / "newslint"], cwd=folder, env={**os.environ, **words}, capture_output=True, text=True, check=True
    )
    assert (done.stdout, done.stderr) == ("plain,abbreviations\n", "")
