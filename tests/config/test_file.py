"""The configuration: what it says, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newslint.config.file import read_config
from newslint.errors import ConfigError
from newslint.finding import Severity
from newslint.linter import lint
from newslint.packs.pack import read_pack
from newslint.plugins.registry import Registry
from newslint.source import Source

PACK = """
coined:
  check: existence
  options: {terms: [synergy]}
  severity: warning
  message: "“{found}” says nothing"
  why: Plain words are better.
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "desk.yml").write_text(PACK, encoding="utf-8")
    return tmp_path


def write(folder: Path, text: str, name: str = ".newslint.yml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def rules_found(path: Path, registry: Registry, text: str, name: str = "") -> list[tuple[str, Severity]]:
    config = read_config(path)
    report = lint(Source(name or str(path.parent / "draft.txt"), text), registry, config)
    return [(finding.rule, finding.severity) for finding in report.findings]


def test_a_pack_of_the_desk(desk: Path, built_in: Registry) -> None:
    path = write(desk, "packs: [desk.yml]\n")
    assert rules_found(path, built_in, "We need synergy.") == [("desk/coined", Severity.WARNING)]


def test_the_rules_that_are_shown(desk: Path, built_in: Registry) -> None:
    config = read_config(write(desk, "packs: [desk.yml]\nlevel: error\nrules: {style/dashes: warning}\n"))
    every = config.rules(built_in)
    shown = config.rules(built_in, shown=True)
    assert [rule.id for rule in shown] == [rule.id for rule in every if rule.highest >= Severity.ERROR]
    assert 0 < len(shown) < len(every)


def test_a_mistake_is_told_in_what_is_not_shown(desk: Path, built_in: Registry) -> None:
    text = "level: error\nrules: {style/dashes: {severity: suggestion, options: {wrong: yes}}}\n"
    with pytest.raises(ConfigError, match="unknown option “wrong”"):
        read_config(write(desk, text)).rules(built_in, shown=True)


def test_a_rule_tuned_by_role_and_path(desk: Path, built_in: Registry) -> None:
    path = write(
        desk,
        "packs: [desk.yml]\n"
        "rules:\n  desk/coined: {roles: {headline: error, paragraph: off}}\n"
        "paths:\n  - match: letters/*\n    rules: {desk/coined: off}\n"
        "  - match: features/*\n    rules:\n      desk/coined: {options: {terms: [vision]}, roles: {paragraph: warning}}\n",
    )
    story = "A synergy of minds\n\nThe synergy of vision was lost on the council, which met again on Monday."
    assert rules_found(path, built_in, story) == [("desk/coined", Severity.ERROR)]
    assert rules_found(path, built_in, story, str(desk / "letters" / "a.txt")) == []
    assert rules_found(path, built_in, story, str(desk / "features" / "a.txt")) == [("desk/coined", Severity.WARNING)]


def test_names_and_terms_from_yaml_and_csv(desk: Path, built_in: Registry) -> None:
    (desk / "people.csv").write_text("name,wrong,title\nAda Lunn,Lun|Lunne,Dr\n", encoding="utf-8")
    (desk / "places.yml").write_text("names:\n  - {name: Larnwick, wrong: [Larnwik], kind: place}\n", encoding="utf-8")
    path = write(desk, "names: [people.csv, places.yml, {name: QuickPress}]\nterms: {term: website, wrong: web site}\n")
    found = rules_found(path, built_in, "Ada Lunne of Larnwik read the web site of Quickpress.")
    assert [rule for rule, _ in found] == ["names/house-name"] * 4


def test_extends_joins_lists_and_lets_its_own_word_stand(desk: Path, built_in: Registry) -> None:
    write(
        desk,
        "packs: [../desk.yml]\n".replace("../", "") + "level: error\nrules: {desk/coined: error}\n"
        "names: [{name: Larnwick, wrong: [Larnwik]}]\n",
        "house.yml",
    )
    path = write(desk, "extends: house.yml\nlevel: suggestion\nnames: [{name: Ada Lunn, wrong: [Lunne]}]\n")
    config = read_config(path)
    assert config.level is Severity.SUGGESTION
    assert [entry.name for entry in config.desk["names"]] == ["Larnwick", "Ada Lunn"]
    assert rules_found(path, built_in, "Synergy in Larnwick.") == [("desk/coined", Severity.ERROR)]


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("selekt: [names]\n", 1, "unknown key “selekt” (did you mean “select”?)"),
        ("level: waring\n", 1, "did you mean “warning”"),
        ("language: britsh\n", 1, "did you mean “british”"),
        ("\nextends: house/brittish\n", 2, "did you mean “house/british”"),
        ("rules:\n  names/house-name: {roles: {headlin: off}}\n", 2, "did you mean “headline”"),
        ("rules:\n  names/house-name: {colour: red}\n", 2, "unknown key “colour”"),
        ("names: [{nam: Ada}]\n", 1, "unknown key “nam” (did you mean “name”?)"),
        ("names:\n  - {name: Ada}\n  - {name: Ada}\n", 3, "stands twice"),
        ("names:\n  - {name: Ada, wrong: [Eda]}\n  - {name: Eda}\n", 2, "is right in line 3"),
        ("names: [{name: Ada, kind: plaice}]\n", 1, "did you mean “place”"),
        ("names: [missing.csv]\n", 1, "there's no file"),
        ("packs: [../outside.yml]\n", 1, "outside the folder"),
        ("plugins: [/etc/passwd]\n", 1, "outside the folder"),
        ("paths: [{rules: {}}]\n", 1, "needs “match”"),
        ("min-confidence: 3\n", 1, "from 0 to 1"),
    ],
)
def test_every_mistake_is_told_with_its_line(tmp_path: Path, text: str, line: int, said: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(ConfigError) as error:
        read_config(path)
    assert error.value.line == line
    assert said in str(error.value)


def test_a_circle_of_extends_is_told(tmp_path: Path) -> None:
    write(tmp_path, "extends: b.yml\n", "a.yml")
    write(tmp_path, "extends: a.yml\n", "b.yml")
    with pytest.raises(ConfigError, match="in a circle"):
        read_config(write(tmp_path, "extends: a.yml\n"))


def test_a_circle_of_lists_is_told(tmp_path: Path) -> None:
    write(tmp_path, "names: b.yml\n", "a.yml")
    write(tmp_path, "names: a.yml\n", "b.yml")
    with pytest.raises(ConfigError, match=r"b\.yml:1: “names”: .*a\.yml is named twice"):
        read_config(write(tmp_path, "names: a.yml\n"))


def test_an_extended_file_brings_no_code_from_elsewhere(tmp_path: Path) -> None:
    write(tmp_path, "x = 1\n", "common-style/plugin.py")
    (tmp_path / ".git").mkdir()
    write(tmp_path, "plugins: [plugin.py]\n", "common-style/house.yml")
    with pytest.raises(ConfigError, match="outside this configuration's folder"):
        read_config(write(tmp_path, "extends: ../common-style/house.yml\n", "desk/.newslint.yml"))


def test_a_csv_mistake_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "names.csv").write_text("name,wrong\nAda,Eda\n,Lunne\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"names\.csv:3: an entry of “names” needs “name”"):
        read_config(write(tmp_path, "names: names.csv\n"))


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("{terms: synergy}", "“terms” should be a list of words, not “synergy”"),
        ("{term: [synergy]}", "unknown option “term” (did you mean “terms”?)"),
        ("{terms: [a], ignorecase: maybe}", "“ignorecase” should be true or false"),
        ("{patterns: ['(']}", "can't be read"),
    ],
)
def test_a_mistake_in_a_pack_is_told_with_its_line(tmp_path: Path, built_in: Registry, options: str, said: str) -> None:
    write(tmp_path, PACK.replace("{terms: [synergy]}", options), "desk.yml")
    config = read_config(write(tmp_path, "packs: [desk.yml]\n"))
    for _ in range(2):  # once read, once from the cache
        with pytest.raises(ConfigError) as error:
            config.rules(built_in)
        assert said in str(error.value)
        assert error.value.line in {2, 4}
        assert error.value.path.endswith("desk.yml")


@pytest.mark.parametrize(
    "text", ["ignore: [nams]", "rules: {names/house-nam: off}", "paths: [{match: x, ignore: [nams]}]"]
)
def test_an_unknown_rule_is_told_with_the_nearest(tmp_path: Path, built_in: Registry, text: str) -> None:
    config = read_config(write(tmp_path, text + "\n"))
    with pytest.raises(ConfigError, match="did you mean “names"):
        config.rules(built_in)


@pytest.mark.parametrize(
    "field", ["{found:>999999999}", "{found.__class__}", "{found[0]}", "{found!r}", "{}", "{0}", "{found", "}"]
)
def test_only_words_stand_in_a_message_s_braces(tmp_path: Path, field: str) -> None:
    rule = {"check": "existence", "message": f"not “{field}”", "why": "a test", "options": {"terms": ["cat"]}}
    (tmp_path / "desk.yml").write_text(json.dumps({"cat": rule}), encoding="utf-8")
    with pytest.raises(ConfigError, match=r"desk\.yml:1: “message”"):
        read_pack(tmp_path / "desk.yml")
