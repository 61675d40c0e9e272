"""The command line as a person meets it: what is printed, and the exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newslint.cli.commands import main

FAULTY = "Ferry late again\n\nThe ferry was late on the the way to Saltmouth, the captain said on Monday.\n"
CLEAN = "Ferry late again\n\nThe ferry was late on the way to Saltmouth, the captain said on Monday.\n"


@pytest.fixture(autouse=True)
def _at_a_desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")


def run(*words: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, list(words), input=stdin, catch_exceptions=False)


def draft(text: str, name: str = "draft.txt") -> str:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")
    return name


def test_a_clean_draft_exits_with_0() -> None:
    result = run("check", draft(CLEAN))
    assert result.exit_code == 0
    assert "No findings in 1 draft" in result.output


def test_an_error_exits_with_1_and_names_place_and_rule() -> None:
    result = run("check", "--output-format", "concise", draft(FAULTY))
    assert result.exit_code == 1
    assert "draft.txt:3:27: error repetition/word" in result.output


def test_a_path_alone_is_short_for_check() -> None:
    assert run(draft(FAULTY)).output == run("check", "draft.txt").output


def test_exit_zero_reports_and_exits_with_0() -> None:
    result = run("check", "--exit-zero", draft(FAULTY))
    assert result.exit_code == 0
    assert "repetition/word" in result.output


def test_a_finding_below_fail_on_is_shown_and_exits_with_0() -> None:
    Path(".newslint.yml").write_text("rules:\n  repetition/word: warning\n", encoding="utf-8")
    result = run("check", "--output-format", "concise", draft(FAULTY))
    assert result.exit_code == 0
    assert "warning repetition/word" in result.output
    assert run("check", "--fail-on", "warning", "draft.txt").exit_code == 1


def test_standard_input_takes_the_name_given() -> None:
    result = run("check", "-", "--stdin-filename", "desk/ferry.txt", "--output-format", "concise", stdin=FAULTY)
    assert result.exit_code == 1
    assert "desk/ferry.txt:3:27" in result.output


def test_select_and_ignore_take_packs_and_rules() -> None:
    name = draft(FAULTY)
    assert run("check", "--select", "repetition", name).exit_code == 1
    assert run("check", "--select", "repetition", "--ignore", "repetition/word", name).exit_code == 0


def test_an_unknown_rule_names_the_nearest_one() -> None:
    result = run("check", "--select", "repetition/wrod", draft(FAULTY))
    assert result.exit_code == 2
    assert "repetition/wrod" in result.stderr
    assert "did you mean “repetition/word”" in result.stderr


def test_an_unknown_format_names_the_nearest_one() -> None:
    result = run("check", "--output-format", "jsn", draft(FAULTY))
    assert result.exit_code == 2
    assert "did you mean “json”" in result.stderr


def test_a_missing_draft_is_named_and_the_others_are_linted() -> None:
    result = run("check", "--exit-zero", "nowhere.txt", draft(FAULTY))
    assert result.exit_code == 2
    assert "nowhere.txt: there's no such file" in result.stderr
    assert "repetition/word" in result.stdout


def test_a_folder_is_walked_and_gitignore_respected() -> None:
    for name in ("desk/a.txt", "desk/deep/b.txt", "desk/out/c.txt"):
        draft(FAULTY, name)
    draft("out/\n", "desk/.gitignore")
    result = run("check", "--output-format", "concise", "desk")
    assert [line.split(":")[0] for line in result.output.splitlines()] == ["desk/a.txt", "desk/deep/b.txt"]


def test_a_mistake_in_the_configuration_names_file_and_line() -> None:
    Path(".newslint.yml").write_text("level: warning\nselekt: [names]\n", encoding="utf-8")
    result = run("check", draft(CLEAN))
    assert result.exit_code == 2
    assert ".newslint.yml:2: unknown key “selekt” (did you mean “select”?)" in result.stderr
    assert run("check", "--isolated", "draft.txt").exit_code == 0


def test_rules_lists_every_rule_and_how_to_learn_more() -> None:
    result = run("rules")
    assert result.exit_code == 0
    assert "repetition/word" in result.output
    assert "newslint explain RULE" in result.output
    assert max(map(len, result.output.splitlines())) <= 80


def test_rules_of_one_pack() -> None:
    listed = [line.split()[0] for line in run("rules", "repetition").output.splitlines() if "/" in line]
    assert listed
    assert all(rule.startswith("repetition/") for rule in listed)
    assert run("rules", "repitition").exit_code == 2


def test_rules_for_programs() -> None:
    rows = {row["rule"]: row for row in json.loads(run("rules", "--format", "json").output)["rules"]}
    assert rows["repetition/word"]["severity"] == "error"
    assert rows["repetition/word"]["enabled"] is True
    assert rows["repetition/word"]["why"]


def test_a_rule_switched_off_is_listed_as_off() -> None:
    Path(".newslint.yml").write_text("rules:\n  repetition/word: off\n", encoding="utf-8")
    line = next(line for line in run("rules").output.splitlines() if "repetition/word" in line)
    assert line.split()[1] == "off"


def test_explain_tells_all_that_an_editor_asks() -> None:
    result = run("explain", "repetition/word")
    titles = [line for line in result.output.splitlines() if line and not line.startswith(" ")]
    assert titles[0].startswith("repetition/word")
    assert titles[1:] == ["Why", "Example", "Left alone", "Exceptions", "Source", "Options", "How to switch it off"]
    assert "^^^" in result.output
    assert "[[" not in result.output


def test_explain_takes_a_pack() -> None:
    rows = json.loads(run("rules", "repetition", "--format", "json").output)["rules"]
    result = run("explain", "repetition")
    assert [row["rule"] for row in rows if f"\n{row['rule']}  (" in "\n" + result.output] == [
        row["rule"] for row in rows
    ]


def test_explain_names_the_nearest_rule() -> None:
    result = run("explain", "repetition/wrod")
    assert result.exit_code == 2
    assert "did you mean “repetition/word”" in result.stderr


def test_explain_needs_a_rule() -> None:
    assert run("explain").exit_code == 2


def test_no_colour_in_a_pipe() -> None:
    assert "\x1b" not in run("explain", "repetition/word").output
    assert "\x1b" not in run("check", draft(FAULTY)).output


def test_version() -> None:
    assert run("--version").output.startswith("newslint ")


def test_help_lists_the_commands() -> None:
    result = run("--help")
    assert result.exit_code == 0
    for command in ("check", "rules", "explain"):
        assert f"  {command} " in result.output


def test_explain_tells_why_a_finding_was_raised() -> None:
    name = draft(FAULTY)
    found = json.loads(run("check", "--output-format", "json", name).output)["findings"]
    told = run("explain", found[0]["fingerprint"][:8], name)
    assert "repetition/word" in told.output
    assert "No signs were weighed" in told.output
    wrong = run("explain", "00000000", name)
    assert wrong.exit_code == 2
    assert "no finding has the fingerprint" in wrong.output
