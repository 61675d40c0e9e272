"""`newslint check --fix` and `--diff`, as they're run."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newslint.cli.commands import main

FAULTY = "A title\n\nTwo companion sites sites were closed.\n"


def newslint(*args: str | Path, input: str = "") -> Result:
    return CliRunner().invoke(
        main, ["check", "--isolated", "--fail-on", "warning", *(str(arg) for arg in args)], input=input
    )


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = Path("draft.txt")
    path.write_text(FAULTY, encoding="utf-8")
    return path


def test_unsafe_fixes_are_made_only_when_asked_for(draft: Path) -> None:
    assert newslint("--fix", draft).exit_code == 1
    assert draft.read_text(encoding="utf-8") == FAULTY
    done = newslint("--fix", "--unsafe-fixes", draft)
    assert (done.exit_code, done.stdout) == (0, "No findings in 1 draft\n")
    assert done.stderr == "newslint: fixed 1 finding in 1 draft\n"
    assert draft.read_text(encoding="utf-8") == FAULTY.replace("sites sites", "sites")


def test_fixing_again_changes_nothing(draft: Path) -> None:
    newslint("--fix", "--unsafe-fixes", draft)
    before = draft.stat().st_mtime_ns, draft.stat().st_ino
    done = newslint("--fix", "--unsafe-fixes", draft)
    assert done.stderr == ""
    assert (draft.stat().st_mtime_ns, draft.stat().st_ino) == before


def test_diff_shows_and_writes_nothing(draft: Path) -> None:
    done = newslint("--diff", "--unsafe-fixes", draft)
    assert done.exit_code == 1
    assert done.stdout.splitlines()[:2] == ["--- a/draft.txt", "+++ b/draft.txt"]
    assert "-Two companion sites sites were closed.\n+Two companion sites were closed.\n" in done.stdout
    assert draft.read_text(encoding="utf-8") == FAULTY
    assert newslint("--diff", draft).stdout == ""


def test_diff_ends_as_check_does(draft: Path, tmp_path: Path) -> None:
    """Whether there's a fix or not: the status is of the findings."""
    for unsafe in ([], ["--unsafe-fixes"]):
        assert newslint("--diff", *unsafe, draft).exit_code == newslint(draft).exit_code == 1
        assert newslint("--diff", *unsafe, "--exit-zero", draft).exit_code == 0
        assert newslint("--diff", *unsafe, "--ignore", "repetition", draft).exit_code == 0
    assert newslint("--diff", tmp_path / "none.txt").exit_code == 2


def test_diff_writes_the_reports_that_go_to_files(draft: Path, tmp_path: Path) -> None:
    done = newslint("--diff", "--unsafe-fixes", "--report", f"json={tmp_path / 'found.json'}", draft)
    assert done.stdout.startswith("--- a/")
    assert (tmp_path / "found.json").read_text(encoding="utf-8").startswith("{")


def test_diff_of_standard_input(tmp_path: Path) -> None:
    done = newslint("--diff", "--unsafe-fixes", "-", "--stdin-filename", "x.txt", input=FAULTY.rstrip())
    assert "+++ b/x.txt" in done.stdout
    assert "\\ No newline at end of file" in done.stdout


def test_standard_input_cannot_be_fixed() -> None:
    done = newslint("--fix", "--unsafe-fixes", "-", input=FAULTY)
    assert done.exit_code == 2
    assert "standard input can't be written" in done.stderr


def test_unsafe_fixes_alone_are_a_mistake(draft: Path) -> None:
    done = newslint("--unsafe-fixes", draft)
    assert done.exit_code == 2
    assert "goes with --fix or --diff" in done.stderr
