"""`newslint test`, `newslint init` and `newslint schema`: what a desk types first."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from newslint import yamlfile
from newslint.cli.commands import main
from newslint.config.file import KEYS, read_config
from newslint.config.schema import config_schema, pack_schema
from newslint.packs.catalogue import builtin_folder
from newslint.packs.pack import _KEYS as PACK_KEYS
from newslint.plugins.registry import Registry

ROOT = Path(__file__).parent.parent.parent
PACK = """
word:
  check: existence
  options: {terms: [synergy]}
  message: "“{found}” says nothing"
  why: Plain words are better.
  examples:
    - {bad: "More [[synergy]]."}
    - {good: "Less noise."}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "desk.yml").write_text(PACK, encoding="utf-8")
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


def test_examples_that_hold(folder: Path) -> None:
    done = run("test", "desk.yml")
    assert (done.exit_code, done.output) == (0, "desk/word: 2 examples well\n1 rule, 2 examples: all well\n")


def test_an_example_that_does_not_hold_is_told_with_its_line(folder: Path) -> None:
    (folder / "desk.yml").write_text(PACK.replace("Less noise", "Less synergy"), encoding="utf-8")
    done = run("test", "desk.yml")
    assert done.exit_code == 1
    assert "desk/word: 1 of 2 examples wrong" in done.output
    assert "desk.yml:9: should find nothing, found 'synergy' at 5" in done.output


def test_a_rule_without_examples_is_told(folder: Path) -> None:
    (folder / "desk.yml").write_text(PACK[: PACK.index("  examples")], encoding="utf-8")
    assert "no examples" in run("test", "desk.yml").output


def test_an_archive(folder: Path) -> None:
    (folder / "old").mkdir()
    for number in range(4):
        (folder / "old" / f"{number}.txt").write_text(
            "The synergy of synergy and synergy is synergy.\n", encoding="utf-8"
        )
    done = run("test", "desk.yml", "--on", "old", "--samples", "3")
    assert done.exit_code == 0
    assert "4 stories, 32 words" in done.output
    assert "desk/word: 500.00 per 1,000 words (16 findings in 4 stories)" in done.output
    assert done.output.count("»synergy«") == 3
    assert "old/1.txt" in done.output


def test_packs_that_are_installed_and_packs_that_are_not(folder: Path) -> None:
    assert run("test", "repetition").exit_code == 0
    assert run("test", "repetition/word").output.startswith("repetition/word:")
    done = run("test", "repetitoin")
    assert done.exit_code == 2
    assert "did you mean “repetition”" in done.output
    assert run("test", "nowhere.yml").exit_code == 2


def test_init_writes_what_can_be_read_and_writes_over_nothing(folder: Path) -> None:
    assert run("init", "--style", "house/british").exit_code == 0
    config = read_config(folder / ".newslint.yml")
    assert config.desk["language"] == "british"
    done = run("init")
    assert done.exit_code == 2
    assert "writes over nothing" in done.output


def test_the_commented_keys_of_init_are_right_when_taken_in(folder: Path, built_in: Registry) -> None:
    run("init")
    path = folder / ".newslint.yml"
    (folder / "archive").mkdir()
    lines = path.read_text(encoding="utf-8").splitlines()
    keys = tuple(f"# {key}:" for key in KEYS)
    taken = [line[2:] if line.startswith((*keys, "#   ")) else line for line in lines]
    path.write_text("\n".join(taken), encoding="utf-8")
    config = read_config(path)
    assert config.packs
    assert config.rules(built_in)


def test_init_from_vale(folder: Path, built_in: Registry) -> None:
    style = folder / "styles" / "Desk"
    style.mkdir(parents=True)
    (style / "Very.yml").write_text("extends: existence\nmessage: Cut it\ntokens: [very]\n", encoding="utf-8")
    (style / "Fine.yml").write_text("extends: existence\nmessage: Cut it\ntokens: [fine]\n", encoding="utf-8")
    (style / "Spell.yml").write_text("extends: spelling\nmessage: x\n", encoding="utf-8")
    (folder / ".vale.ini").write_text(
        "StylesPath = styles\n[*]\nBasedOnStyles = Desk\nDesk.Fine = NO\n[*.{md,html}]\nDesk.Very = error\n",
        encoding="utf-8",
    )
    done = run("init", "--from-vale")
    assert done.exit_code == 0
    assert "Desk.Spell extends “spelling”" in done.output
    config = read_config(folder / ".newslint.yml")
    here = {rule.id: str(rule.severity) for rule in config.rules(built_in, "a.txt") if rule.id.startswith("Desk")}
    assert here == {"Desk.Very": "error"}
    (folder / "a.txt").write_text("A very fine day.\n", encoding="utf-8")
    found = run("check", "--select", "Desk", "--output-format", "line", "a.txt")
    assert "a.txt:1:3:Desk.Very:Cut it\n" in found.output


def test_vale_alone_prints_as_vale_does(folder: Path) -> None:
    style = folder / "styles" / "Desk"
    style.mkdir(parents=True)
    (style / "Very.yml").write_text(
        "extends: existence\nmessage: Cut '%s'\nlevel: error\ntokens: [very]\n", encoding="utf-8"
    )
    (folder / ".vale.ini").write_text("StylesPath = styles\n[*]\nBasedOnStyles = Desk\n", encoding="utf-8")
    (folder / "a.txt").write_text("A very very day.\n", encoding="utf-8")
    (folder / "b.adoc").write_text("very\n", encoding="utf-8")
    done = run("check", "--vale", ".vale.ini", "--output-format", "line", ".")
    assert (done.exit_code, done.output) == (1, "a.txt:1:3:Desk.Very:Cut 'very'\na.txt:1:8:Desk.Very:Cut 'very'\n")
    named = run("check", "--vale", ".vale.ini", "b.adoc")
    assert named.exit_code == 2
    assert "b.adoc: is .adoc, a format that --vale doesn't read" in named.output


@pytest.mark.parametrize(("name", "made"), [("config", config_schema), ("pack", pack_schema)])
def test_schemas_are_current(name: str, made: Any, built_in: Registry, request: pytest.FixtureRequest) -> None:
    """`newslint schema NAME --isolated > docs/NAME.schema.json` writes it, or pytest with --update-snapshots."""
    path = ROOT / "docs" / f"{name}.schema.json"
    if request.config.getoption("--update-snapshots"):
        path.write_text(json.dumps(made(built_in), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert set(pack_schema(built_in)["$defs"]["rule"]["properties"]) == set(PACK_KEYS)
    kept = json.loads(path.read_text(encoding="utf-8"))
    assert kept == json.loads(json.dumps(made(built_in)))
    Draft202012Validator.check_schema(kept)


def test_the_schema_takes_every_pack_and_house_style(built_in: Registry) -> None:
    packs = Draft202012Validator(pack_schema(built_in))
    for path in (*builtin_folder().glob("*.yml"), *builtin_folder().glob("house/packs/*.yml")):
        assert [error.message for error in packs.iter_errors(yamlfile.read(path))] == [], path
    configs = Draft202012Validator(config_schema(built_in))
    for path in builtin_folder().glob("house/*.yml"):
        assert [error.message for error in configs.iter_errors(yamlfile.read(path))] == [], path


@pytest.mark.parametrize(
    "text",
    [
        "w: {check: existence, message: m, why: w, options: {terms: a}}",
        "w: {check: existense, message: m, why: w}",
        "w: {why: w}",
    ],
)
def test_the_schema_refuses_what_newslint_refuses(text: str, built_in: Registry) -> None:
    assert not Draft202012Validator(pack_schema(built_in)).is_valid(yamlfile.parse(text, "p.yml"))
