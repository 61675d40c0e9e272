"""Styles of strangers: what Vale takes runs, and what is refused costs its own rule alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newslint.cli.commands import main

Lines = Callable[..., list[str]]

EXISTENCE = "extends: existence\nmessage: \"Cut '%s'\"\n"
SWAP = "extends: substitution\nmessage: \"'%s' for '%s'\"\n"
# A rule of each fault, and the line that is told.
BROKEN = {
    "Key": (EXISTENCE + "tokns: [very]\n", 3),
    "Pattern": (EXISTENCE + "tokens: ['(very']\n", 3),
    "Level": ("extends: existence\nmessage: x\nlevel: [error]\ntokens: [very]\n", 3),
    "Action": (EXISTENCE + "action: remove\ntokens: [very]\n", 3),
    "Swap": (SWAP + "swap: [very]\n", 3),
    "Kind": ("extends: existense\nmessage: x\n", 1),
    "Yaml": ("extends: existence\nmessage: 'x\n", 3),
    "Binary": ("\udcff", 0),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    style = tmp_path / "styles" / "Desk"
    style.mkdir(parents=True)
    (style / "Very.yml").write_text(EXISTENCE + "tokens: [very]\n", encoding="utf-8")
    (tmp_path / ".vale.ini").write_text("StylesPath = styles\n[*]\nBasedOnStyles = Desk\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text("A very fine day.\n", encoding="utf-8")
    return tmp_path


def check(*words: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, ["check", "--output-format", "line", *words], input=stdin, catch_exceptions=False)


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        (EXISTENCE + "action:\ntokens: [very]\n", ["1:3:Desk.A:Cut 'very'"]),
        (EXISTENCE + "action:\n  name:\n  params:\ntokens: [very]\n", ["1:3:Desk.A:Cut 'very'"]),
        (SWAP + "swap:\n  - very: quite\n  - fine: good\n", ["1:3:Desk.A:'quite' for 'very'", "1:8:Desk.A:'good' for 'fine'"]),
        (SWAP + "swap:\n  very: quite\n  very: rather\n", ["1:3:Desk.A:'rather' for 'very'"]),
        ("extends: existence\nmessage: \"It\\'s '%s'\"\ntokens: [very]\n", ["1:3:Desk.A:It's 'very'"]),
    ],
    ids=["empty action", "action of empty keys", "swap as a list", "a key twice", "an apostrophe escaped"],
)  # fmt: skip
def test_what_vale_takes_runs(lines: Lines, rule: str, found: list[str]) -> None:
    assert lines("A very fine day.", A=rule) == found


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_rule_costs_itself_alone(folder: Path, name: str) -> None:
    text, line = BROKEN[name]
    (folder / "styles" / "Desk" / f"{name}.yml").write_text(text, encoding="utf-8", errors="surrogateescape")
    place = f"{name}.yml:{line}: " if line else f"{name}.yml: "
    alone = check("--vale", ".vale.ini", "a.txt")
    assert (alone.exit_code, alone.stdout) == (0, "a.txt:1:3:Desk.Very:Cut 'very'\n")
    assert place in alone.stderr
    config = folder / ".newslint.yml"
    config.write_text(f"styles: [styles/Desk]\nselect: [Desk]\nrules:\n  Desk.{name}: error\n", encoding="utf-8")
    beside = check("a.txt")
    assert (beside.exit_code, beside.stdout) == (0, alone.stdout)
    assert place in beside.stderr


def test_a_refused_setting_leaves_the_exit_status_alone(folder: Path) -> None:
    with (folder / ".vale.ini").open("a", encoding="utf-8") as ini:
        ini.write("Desk.Other = suggest\n")
    done = check("--vale", ".vale.ini", "a.txt")
    assert (done.exit_code, done.stdout) == (0, "a.txt:1:3:Desk.Very:Cut 'very'\n")
    assert re.search(r"\.vale\.ini:4: “Desk\.Other” is YES", done.stderr)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["-"], "-:1:1:Desk.Very:Cut 'very'\n-:3:5:Desk.Very:Cut 'very'\n"),
        (["-", "--stdin-filename", "desk/b.md"], "desk/b.md:1:1:Desk.Very:Cut 'very'\n"),
        (["-", "a.txt", "--stdin-filename", "b.md"], "a.txt:1:3:Desk.Very:Cut 'very'\nb.md:1:1:Desk.Very:Cut 'very'\n"),
    ],
)
def test_standard_input(folder: Path, words: list[str], found: str) -> None:
    done = check("--vale", ".vale.ini", *words, stdin="very\n\n    very indented\n")
    assert (done.exit_code, done.stdout) == (0, found)


def test_standard_input_that_cannot_be_read(folder: Path) -> None:
    done = check("--vale", ".vale.ini", "-", "--stdin-filename", "b.rst", stdin="very\n")
    assert done.exit_code == 2
    assert "b.rst: is .rst, a format that --vale doesn't read" in done.stderr
