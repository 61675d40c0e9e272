"""`newslint check` as it's run: formats, files and colours."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newslint.cli.commands import main

FAULTY = "A title\n\nThe mayor opened the the bridge.\n"


def newslint(*args: str | Path, **env: str) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args], env=env)


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)
    path = Path("draft.txt")
    path.write_text(FAULTY, encoding="utf-8")
    return path


def test_several_reports_at_once(draft: Path) -> None:
    done = newslint("check", draft, "--report", "sarif=out.sarif", "--report", "text=-", "--report", "json=out.json")
    assert done.exit_code == 1
    assert done.stdout.startswith("draft.txt:3:22: error repetition/word")
    assert json.loads(Path("out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert json.loads(Path("out.json").read_text(encoding="utf-8"))["summary"]["errors"] == 1


def test_output_goes_to_a_file(draft: Path) -> None:
    done = newslint("check", draft, "--output-format", "concise", "--output", "out.txt")
    assert done.stdout == ""
    assert Path("out.txt").read_text(encoding="utf-8").startswith("draft.txt:3:22: error repetition/word")


def test_an_output_that_cannot_be_written_is_named(draft: Path) -> None:
    done = newslint("check", draft, "--output", "no/such/folder")
    assert done.exit_code == 2
    assert "no/such/folder: can't be written: No such file" in done.stderr


def test_an_unknown_format_is_named_with_the_nearest(draft: Path) -> None:
    done = newslint("check", draft, "--report", "sarf=x")
    assert done.exit_code == 2
    assert "unknown output format “sarf” (did you mean “sarif”?)" in done.stderr


def test_statistics_count_by_rule(draft: Path) -> None:
    done = newslint("check", draft, "--statistics")
    assert done.stdout.splitlines() == [
        "     1  repetition/word              error",
        "1 error in 1 draft; 1 can be mended with --fix",
    ]


@pytest.mark.parametrize(
    ("env", "colour"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "0"}, False),
        ({"CLICOLOR_FORCE": "1"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"NO_COLOR": "", "FORCE_COLOR": "1"}, True),
    ],
)
def test_colour_is_the_environments_choice(env: dict[str, str], colour: bool, draft: Path) -> None:
    assert ("\x1b[" in newslint("check", draft, **env).stdout) is colour


def test_a_file_gets_no_colour(draft: Path) -> None:
    newslint("check", draft, "--output", "out.txt", FORCE_COLOR="1")
    assert "\x1b" not in Path("out.txt").read_text(encoding="utf-8")


def test_a_github_job_gets_its_summary(draft: Path, tmp_path: Path) -> None:
    page = tmp_path / "summary.md"
    page.write_text("# Before\n", encoding="utf-8")
    done = newslint("check", draft, "--output-format", "github", GITHUB_STEP_SUMMARY=str(page))
    assert done.stdout.startswith("::error file=draft.txt,line=3")
    assert page.read_text(encoding="utf-8").startswith(
        "# Before\n**newslint**: 1 error in 1 draft; 1 can be mended with --fix\n\n| |"
    )
