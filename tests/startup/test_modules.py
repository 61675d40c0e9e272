"""newslint's modules from one file: as Python would import them, from what the source is now, and believed only where that is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import newslint
from newslint.startup.codefile import CodeFile

PACKAGE = Path(newslint.__file__).parent
PROGRAM = """
from newslint.startup import modules
modules.install()
import newslint.desk.word, newslint.desk
print(newslint.desk.word.WORD, type(newslint.desk.word.__loader__).__name__)
modules.keep()
"""
DESK, WORD = "desk/__init__.py", "desk/word.py"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder in which a newslint of two modules is installed."""
    package = tmp_path / "site" / "newslint"
    for folder in ("startup", "desk"):
        (package / folder).mkdir(parents=True)
    for name in ("__init__.py", "startup/__init__.py", DESK):
        (package / name).touch()
    (package / WORD).write_text("WORD = 'old'\ndef fail():\n    raise ValueError\n", encoding="utf-8")
    for name in ("modules.py", "codefile.py"):
        shutil.copy(PACKAGE / "startup" / name, package / "startup")
    return tmp_path / "site"


def run(site: Path, program: str = PROGRAM, **given: str) -> str:
    environment = {"PYTHONPATH": str(site), "PATH": "", **given}
    command = [sys.executable, "-S", "-c", program]
    return subprocess.run(
        command, env=environment, cwd=site, capture_output=True, encoding="utf-8", check=True
    ).stdout.strip()


def kept(site: Path) -> Path:
    [file] = site.rglob("modules.*.bin")
    return file


def test_a_second_run_imports_from_the_file(site: Path) -> None:
    assert run(site) == "old SourceFileLoader"
    assert kept(site).parent == site / "newslint" / "startup" / "__pycache__"
    assert run(site) == "old _Loader"


def test_a_run_that_finds_all_writes_nothing(site: Path) -> None:
    run(site)
    written = kept(site).stat().st_mtime_ns
    run(site)
    assert kept(site).stat().st_mtime_ns == written


@pytest.mark.parametrize("source", ["WORD = 'new'\n", "WORD = 'a much longer one'\n"])
def test_a_module_that_was_changed_is_read_anew(site: Path, source: str) -> None:
    run(site)
    (site / "newslint" / WORD).write_text(source, encoding="utf-8")
    word = source.split("'")[1]
    assert run(site) == f"{word} SourceFileLoader"
    assert run(site) == f"{word} _Loader"


def test_the_others_of_a_folder_are_still_imported_from_the_file(site: Path) -> None:
    run(site)
    (site / "newslint" / WORD).write_text("WORD = 'new'\n", encoding="utf-8")
    program = PROGRAM.replace("newslint.desk.word.__loader__", "newslint.desk.__loader__")
    assert run(site, program) == run(site, program) == "new _Loader"


def test_what_an_older_newslint_kept_goes(site: Path) -> None:
    run(site)
    (site / "newslint" / "desk").rename(site / "newslint" / "room")
    program = PROGRAM.replace("newslint.desk", "newslint.room")
    assert run(site, program) == "old SourceFileLoader"
    assert run(site, program) == "old _Loader"
    assert len(CodeFile(str(kept(site)))) == 1


def test_a_module_that_is_gone_is_not_there(site: Path) -> None:
    run(site)
    (site / "newslint" / WORD).unlink()
    shutil.rmtree(site / "newslint" / "desk" / "__pycache__")
    with pytest.raises(subprocess.CalledProcessError):
        run(site)


def test_a_site_that_was_moved_imports_what_lies_there(site: Path) -> None:
    run(site)
    moved = site.with_name("elsewhere")
    site.rename(moved)
    program = PROGRAM.replace("newslint.desk.word.WORD", "newslint.desk.word.fail.__code__.co_filename")
    assert run(moved, program) == f"{moved / 'newslint' / WORD} SourceFileLoader"
    assert run(moved, program) == f"{moved / 'newslint' / WORD} _Loader"


def test_a_module_knows_all_that_python_tells_one(site: Path) -> None:
    program = PROGRAM.replace(
        "newslint.desk.word.WORD",
        "[(m.__name__, m.__file__, m.__cached__, m.__package__, list(getattr(m, '__path__', []))) for m in (newslint.desk, newslint.desk.word)]",
    )
    without, with_it = run(site, program), run(site, program)
    assert without.removesuffix(" SourceFileLoader") == with_it.removesuffix(" _Loader")


@pytest.mark.parametrize("damage", [b"", b"\0\0\0\0nonsense", b"abc"])
def test_a_damaged_file_is_ignored_and_replaced(site: Path, damage: bytes) -> None:
    run(site)
    kept(site).write_bytes(damage)
    assert run(site) == "old SourceFileLoader"
    assert run(site) == "old _Loader"


@pytest.mark.skipif(sys.platform == "win32", reason="has no such modes")
def test_a_file_that_others_can_write_is_not_believed(site: Path) -> None:
    run(site)
    kept(site).chmod(0o666)
    assert run(site) == "old SourceFileLoader"


@pytest.mark.parametrize(
    "given", [{"PYTHONDONTWRITEBYTECODE": "1"}, {"PYTHONOPTIMIZE": "1"}, {"PYTHONPYCACHEPREFIX": "/nowhere"}]
)
def test_nothing_is_kept_where_python_was_told_otherwise(site: Path, given: dict[str, str]) -> None:
    assert run(site, **given) == run(site, **given) == "old SourceFileLoader"
    assert not list(site.rglob("modules.*.bin"))


def test_where_python_was_told_to_write_none_what_is_there_is_read(site: Path) -> None:
    run(site)
    (site / "newslint" / WORD).write_text("WORD = 'new'\n", encoding="utf-8")
    written = kept(site).stat().st_mtime_ns
    program = PROGRAM.replace("newslint.desk.word.__loader__", "newslint.desk.__loader__")
    assert run(site, program, PYTHONDONTWRITEBYTECODE="1") == "new _Loader"
    assert kept(site).stat().st_mtime_ns == written


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="nothing is kept from root")
def test_a_folder_that_cannot_be_written_costs_only_time(site: Path) -> None:
    (site / "newslint" / "startup").chmod(0o500)
    assert run(site) == run(site) == "old SourceFileLoader"
