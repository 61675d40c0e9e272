"""Names, copy and packs of strangers don't steer what reads newslint's output: terminals, and the hosts of code."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from newslint.cli.commands import main
from newslint.plugins.registry import Registry

STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
COMMAND = re.compile(r"(?m)^\s*(?:::|##\[)")
NAMES = ["::error::x.txt", "##[error]x.txt", "a\n::error::b.txt", "\x1b[2Jx.txt", "b\u202ex.txt", "c\x9b31mx.txt"]
COPY = (
    "The the\x9b31m man\u202e said::\n\n::error::He he\x1b]0;x\x07 left left.\n\nAnna Barlow said. Anna Barlov left.\n"
)
FORMATS = [
    "text",
    "concise",
    "line",
    "json",
    "markdown",
    "gitlab",
    "junit",
    "rdjson",
    "sarif",
    "statistics",
    "github",
    "html",
]


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in NAMES:
        (tmp_path / name).write_text(COPY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def said(*arguments: str) -> str:
    return CliRunner().invoke(main, [*arguments, "--isolated"]).output


def test_every_format_is_tried(built_in: Registry) -> None:
    assert set(FORMATS) == set(built_in.reporters)


@pytest.mark.usefixtures("drafts")
@pytest.mark.parametrize("style", FORMATS)
def test_nothing_steers(style: str) -> None:
    output = said("check", ".", "--level", "suggestion", "--output-format", style)
    assert output
    assert not STEERING.search(output)
    lines = COMMAND.findall(output)
    wanted = output.count("\n::") + output.startswith("::") if style == "github" else 0
    assert len(lines) == wanted
    assert style != "github" or all(
        re.match(r"::(?:error|warning|notice) (?:file|title)=", line) for line in output.splitlines() if line
    )


@pytest.mark.usefixtures("drafts")
def test_json_gives_back_the_very_letters() -> None:
    report = json.loads(said("check", NAMES[-1], "--output-format", "json"))
    assert {finding["path"] for finding in report["findings"]} == {NAMES[-1]}


@pytest.mark.usefixtures("drafts")
@pytest.mark.parametrize("github", ["true", ""])
def test_a_difference_is_whole_and_no_command(github: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", github)
    output = said("check", "::error::x.txt", "--diff")
    assert "\n ::error::He he" in output or "\n+::error::He" in output
    if github:
        first, *_, last = output.splitlines()
        assert first.startswith("::stop-commands::")
        assert last == f"::{first.removeprefix('::stop-commands::')}::"
    else:
        assert output.startswith("--- ")


@pytest.mark.parametrize(
    "command", [["explain", "desk/odd"], ["rules", "desk"], ["rules", "--format", "json"], ["test", "desk.yml"]]
)
def test_nor_do_packs(command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = "::error::\x1b[2J \u202e \x9b31m"
    example = {"bad": f"A [[cat]] {words}.", "good": "A dog."}
    rule = {"check": "existence", "message": words, "why": words, "options": {"terms": ["cow"]}, "examples": [example]}
    (tmp_path / "desk.yml").write_text(json.dumps({"odd": rule}), encoding="utf-8")
    (tmp_path / ".newslint.yml").write_text("packs: [desk.yml]\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    output = CliRunner().invoke(main, command).output
    assert "odd" in output
    assert not STEERING.search(output)
    assert not COMMAND.search(output)
