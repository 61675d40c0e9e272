"""Every command of every page is run, or, where that would install or take minutes, shown to be one that could be."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import click
import pytest

from newslint.cli.commands import main

ROOT = Path(__file__).parent.parent
PAGES = sorted(
    path for pattern in ("*.md", "docs/*.md", "rules/*.md", "bench/*.md", "examples/**/*.md") for path in ROOT.glob(pattern)
)  # fmt: skip
# Their shell blocks are run by a test of their own, in the state that they need.
ELSEWHERE = {"gate.md": "test_gate_page.py", "writing-rules.md": "test_guides.py"}
_SHELL = re.compile(r"^ *```sh\n(.*?)^ *```$", re.M | re.S)
_INLINE = re.compile(r"(?<!`)`(newslint [^`\n]+)`")
EXTRAS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
# Nothing of newslint's is published under these names yet.
_PUBLISHED = re.compile(r"pip install newslint\b|newslint/newslint@|github\.com/newslint\b|rev: v\d")


def shell(page: Path) -> Iterator[str]:
    """The commands of a page's shell blocks, without what is said behind them."""
    for block in _SHELL.findall(page.read_text(encoding="utf-8")):
        for line in block.splitlines():
            command = line.partition(" #")[0].strip()
            if command:
                yield command


SHELL = [
    pytest.param(page, command, id=f"{page.parent.name}/{page.name}: {command}")
    for page in PAGES
    if page.name not in ELSEWHERE
    for command in shell(page)
]
INLINE = sorted(
    {command for page in PAGES if page.name != "rules.md" for command in _INLINE.findall(page.read_text("utf-8"))}
)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with drafts, and a style for those that come from Vale."""
    shutil.copytree(ROOT / "examples" / "drafts", tmp_path / "drafts")
    (tmp_path / "styles" / "Desk").mkdir(parents=True)
    rule = "extends: existence\nmessage: Not '%s'\ntokens: [coastguard]\n"
    (tmp_path / "styles" / "Desk" / "Words.yml").write_text(rule, encoding="utf-8")
    (tmp_path / ".vale.ini").write_text("StylesPath = styles\n[*]\nBasedOnStyles = Desk\n", encoding="utf-8")
    return tmp_path


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        command, shell=True, cwd=folder, env={**os.environ, "PATH": path}, capture_output=True, encoding="utf-8",
        check=False,
    )  # fmt: skip


@cache
def own_help(program: str) -> str:
    """What a program of ours says of its options."""
    told = run(f"python {program} --help", ROOT)
    assert told.returncode == 0, told.stderr
    return told.stdout


@pytest.mark.parametrize(("page", "command"), SHELL)
def test_a_command_of_a_shell_block(page: Path, command: str, desk: Path) -> None:
    words = shlex.split(re.sub(r"^[A-Z]+=\S+ ", "", command))
    program = Path(words[0]).name
    if program == "newslint":
        done = run(command, desk)
        assert done.returncode in (0, 1), done.stderr
    elif program == "make":
        done = run(f"make --dry-run {words[1]}", ROOT)
        assert done.returncode == 0, done.stderr
    elif words[1:4] == ["-m", "pip", "install"] or words[1:4] == ["-m", "pip", "wheel"]:
        # test_packaging.py builds and installs that
        assert re.fullmatch(rf"\.(\[({'|'.join(EXTRAS)}|all)\])?", words[-1])
        assert (page.parent / "pyproject.toml").is_file() or page.parent == ROOT / "docs"
    elif words[1:3] == ["-m", "pytest"]:
        paths = [word for word in words[3:] if "/" in word or word == "tests"]
        assert paths
        assert all((base / path).exists() for path in paths for base in [page.parent if "tests" in paths else ROOT])
    elif program.startswith("python"):
        assert all(word in own_help(words[1]) for word in words if word.startswith("--"))
    else:
        assert program == "git", f"nothing tries {command}"


@pytest.mark.parametrize("command", INLINE)
def test_a_command_in_running_text_has_its_options(command: str) -> None:
    _, name, *rest = shlex.split(command.replace("…", ""))
    context = click.Context(main)
    found = main.get_command(context, name)
    if found is None:  # short for check, or a plugin's
        assert name in {"slug", "-", "PATH"} or name.startswith("-"), command
        found, rest = main.get_command(context, "check"), [name, *rest]
    assert found is not None
    known = {option for parameter in found.params for option in parameter.opts} | {"--help", "--version"}
    assert {word.partition("=")[0] for word in rest if word.startswith("--")} <= known


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}/{page.name}")
def test_a_page_names_nothing_that_is_not_published(page: Path) -> None:
    assert _PUBLISHED.findall(page.read_text(encoding="utf-8")) == []


def test_the_stet_of_the_page_for_reporters_does_what_it_says(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    text = (ROOT / "docs" / "usage.md").read_text(encoding="utf-8")
    [stet] = [line.removeprefix("$ ") for line in text.splitlines() if line.startswith("$ newslint stet")]
    assert run(stet, tmp_path).returncode == 0
    assert "1 stetted" in run("newslint examples/drafts/ferry.txt", tmp_path).stdout
    [mend] = [line.removeprefix("$ ") for line in text.splitlines() if line.startswith("$ newslint check --fix")]
    draft = tmp_path / "examples" / "drafts" / "ferry.txt"
    before = draft.read_text(encoding="utf-8")
    assert run(mend, tmp_path).returncode == 0
    assert draft.read_text(encoding="utf-8") == before.replace("the the", "the")


def test_no_page_is_left_out() -> None:
    tested = "".join((ROOT / "tests" / name).read_text(encoding="utf-8") for name in ELSEWHERE.values())
    assert all(page in tested for page in ELSEWHERE)
    assert {"README.md", "CONTRIBUTING.md", "usage.md", "vale.md"} <= {param.values[0].name for param in SHELL}  # type: ignore[union-attr]
