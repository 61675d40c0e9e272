"""What is shipped works without the checkout: a wheel in an environment of its own, a source archive with everything."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

from newslint.extras import EXTRAS
from newslint.startup.codefile import CodeFile
from tests.conftest import Once

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def newslint(built: Path, once: Once) -> Path:
    """The command, installed from the wheel into a new environment."""
    scripts = "Scripts" if os.name == "nt" else "bin"

    def install(home: Path) -> None:
        subprocess.run([sys.executable, "-m", "venv", str(home)], check=True)
        pip = [str(home / scripts / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, str(_only(built, "*.whl"))], check=True, capture_output=True, text=True)

    return once("installed", install) / scripts / "newslint"


def _only(folder: Path, pattern: str) -> Path:
    (found,) = folder.glob(pattern)
    return found


def _run(command: Path, *words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(
        [str(command), *words],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_wheel_and_archive_hold_everything(built: Path) -> None:
    with zipfile.ZipFile(_only(built, "*.whl")) as wheel:
        shipped = set(wheel.namelist())
    package = {path.relative_to(ROOT).as_posix() for path in _files(ROOT / "newslint")}
    packs = {f"newslint/rulepacks/{path.relative_to(ROOT / 'rules').as_posix()}" for path in _files(ROOT / "rules")}
    assert package | packs <= shipped
    assert not any(name.startswith(("tests/", "bench/", "tools/")) for name in shipped)
    with tarfile.open(_only(built, "*.tar.gz")) as archive:
        kept = {name.partition("/")[2] for name in archive.getnames()}
    for folder in ("newslint", "rules", "tests", "examples", "docs", "bench", "tools"):
        assert {path.relative_to(ROOT).as_posix() for path in _files(ROOT / folder)} <= kept
    for name in (
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "LICENSE",
        "Makefile",
        "hatch_build.py",
    ):
        assert name in kept


def _files(folder: Path) -> list[Path]:
    """The files of a folder that git would keep."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--", str(folder)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode == 0 and listed.stdout:
        return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]
    return [path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts]


def test_installed_wheel_lists_the_rules_and_lints(newslint: Path, tmp_path: Path) -> None:
    listed = json.loads(_run(newslint, "rules", "--format", "json", folder=tmp_path).stdout)["rules"]
    here = json.loads(_run(_own(), "rules", "--format", "json", "--isolated", folder=tmp_path).stdout)["rules"]
    assert [row["rule"] for row in listed] == [row["rule"] for row in here]

    shutil.copy(ROOT / "examples" / "drafts" / "ferry.txt", tmp_path)
    words = ("check", "--isolated", "--output-format", "json", "ferry.txt")
    done = _run(newslint, *words, folder=tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    assert json.loads(done.stdout)["findings"]
    assert done.stdout == _run(_own(), *words, folder=tmp_path).stdout


def test_the_first_draft_finds_its_patterns_compiled(newslint: Path, tmp_path: Path) -> None:
    (kept,) = newslint.parents[1].rglob("newslint/startup/__pycache__/pattern-codes.*.bin")
    before = len(CodeFile(str(kept)))
    _run(newslint, "check", "--isolated", str(ROOT / "examples" / "drafts" / "ferry.txt"), folder=tmp_path)
    compiled = len(CodeFile(str(kept))) - before
    assert compiled < before / 10  # those of the command line, whose libraries weren't there yet


def test_what_an_extra_brings_is_named_and_the_command_brings_it(newslint: Path, tmp_path: Path) -> None:
    alone = _run(newslint, "lsp", folder=tmp_path)
    assert (alone.returncode, alone.stdout, alone.stderr.count("\n")) == (2, "", 1)
    command = shlex.split(alone.stderr.rpartition(": ")[2])
    assert command[:4] == ["python3", "-m", "pip", "install"]
    python = str(newslint.parent / "python")
    subprocess.run([python, *command[1:], "--quiet", "--disable-pip-version-check"], check=True, capture_output=True)
    done = _run(newslint, "lsp", folder=tmp_path)  # an editor that has gone before it said anything
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_all_extras_are_in_one(built: Path) -> None:
    given = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    words = given["all"][0].removeprefix("newslint[").removesuffix("]").split(",")
    assert set(words) == set(given) - {"all", "dev", "clients", "fit", "site"}
    assert set(EXTRAS) <= set(words)


def test_the_man_page_lies_where_man_looks_for_it(newslint: Path) -> None:
    assert (newslint.parents[1] / "share" / "man" / "man1" / "newslint.1").is_file()


def _own() -> Path:
    return Path(sys.executable).parent / "newslint"
