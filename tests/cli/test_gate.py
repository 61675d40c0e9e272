"""Stets and the baseline, as they're used at a gate."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newslint.cli.commands import main

FAULTY = "A title\n\nThe mayor opened the the bridge. It was late in in April.\n"


def newslint(*args: str) -> Result:
    return CliRunner().invoke(main, list(args))


def findings(*args: str) -> list[dict[str, str]]:
    done = newslint("check", "--output-format", "json", "--exit-zero", *args)
    found: list[dict[str, str]] = json.loads(done.stdout)["findings"]
    return found


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write("a.txt", FAULTY)


def write(path: str, text: str) -> None:
    Path(path).write_text(text, encoding="utf-8")


def test_stet_writes_an_entry_that_covers_just_this_finding() -> None:
    write(".newslint.yml", "# ours\nlevel: warning\n")
    fingerprint = findings("a.txt")[0]["fingerprint"]
    done = newslint("stet", fingerprint[:8], "--reason", "He says “the the”.")
    assert done.exit_code == 0, done.stderr
    assert done.stdout.endswith("a.txt:3:22: repetition/word “the” shall stand\n")
    assert Path(".newslint.yml").read_text(encoding="utf-8").startswith("# ours\nlevel: warning\n\nstet:\n  - path:")
    shown = json.loads(newslint("check", "a.txt", "--output-format", "json").stdout)
    assert [finding["text"] for finding in shown["findings"]] == ["in"]
    assert shown["summary"]["stetted"] == 1
    [stetted] = shown["stetted"]
    assert (stetted["text"], stetted["stet"]["reason"], stetted["stet"]["line"]) == ("the", "He says “the the”.", 5)


def test_stet_makes_the_file_where_there_is_none() -> None:
    newslint("stet", findings("a.txt")[0]["fingerprint"], "a.txt")
    assert [finding["text"] for finding in findings("a.txt")] == ["in"]


@pytest.mark.parametrize(("fingerprint", "message"), [("ffffffff", "no finding has the fingerprint"), ("", "several")])
def test_stet_names_a_fingerprint_that_is_no_ones(fingerprint: str, message: str) -> None:
    done = newslint("stet", fingerprint)
    assert done.exit_code == 2
    assert message in done.stderr


def test_stet_needs_the_reason_that_the_desk_requires() -> None:
    write(".newslint.yml", "require-reason: true\n")
    done = newslint("stet", findings("a.txt")[0]["fingerprint"])
    assert done.exit_code == 2
    assert "a stet needs a reason here" in done.stderr


def test_an_entry_of_no_use_is_told_where_it_stands() -> None:
    write(".newslint.yml", "stet:\n  - path: a.txt\n    rule: repetition/word\n    words: gone\n    reason: x\n")
    told = findings(".")
    assert [finding["rule"] for finding in told] == ["stet/unused", "repetition/word", "repetition/word"]
    assert told[0]["path"] == ".newslint.yml"
    assert told[0]["text"] == "- path: a.txt"
    assert told[0]["message"] == "this stet for repetition/word “gone” covers nothing in a.txt"
    assert newslint("check", ".").stdout.endswith("2 errors, 1 warning in 1 draft; 2 can be mended with --fix\n")
    assert not any(finding["rule"] == "stet/unused" for finding in findings(".", "--select", "names"))


def test_unused_stets_can_be_off_or_graver() -> None:
    entry = "stet:\n  - path: a.txt\n    rule: names\n    words: gone\n"
    write(".newslint.yml", f"unused-stets: off\n{entry}")
    assert len(findings(".")) == 2
    write(".newslint.yml", f"unused-stets: error\n{entry}")
    assert findings(".")[0]["severity"] == "error"


def test_an_entry_that_ran_out_covers_nothing() -> None:
    write(".newslint.yml", "stet:\n  - rule: repetition\n    until: 2001-02-03\n")
    told = findings("a.txt")
    assert told[0]["message"] == "this stet for repetition ran out on 2001-02-03"
    assert len(told) == 3


def test_an_entry_without_fingerprint_covers_the_words_wherever_they_come() -> None:
    write(".newslint.yml", "stet:\n  - path: '*.txt'\n    words: the\n")
    assert [finding["text"] for finding in findings("a.txt")] == ["in"]


def test_a_broken_entry_ends_with_two() -> None:
    write(".newslint.yml", "stet:\n  - reason: x\n")
    done = newslint("check", "a.txt")
    assert done.exit_code == 2
    assert ".newslint.yml:2: an entry of “stet” needs" in done.stderr


def test_a_baseline_is_used_where_it_lies() -> None:
    done = newslint("baseline", ".")
    assert done.exit_code == 0, done.stderr
    assert done.stderr == ".newslint-baseline.json: 2 accepted, 0 pruned\n"
    done = newslint("check", ".")
    assert (done.exit_code, done.stdout) == (0, "No findings in 1 draft; 2 in the baseline\n")
    write("a.txt", "A new line.\n\n" + FAULTY + "\nAll of of it.\n")
    assert [finding["text"] for finding in findings("a.txt")] == ["of"]
    assert len(findings("a.txt", "--no-baseline")) == 3


def test_a_baseline_goes_where_it_is_told() -> None:
    newslint("baseline", ".", "--baseline", "ours.json")
    assert len(findings(".")) == 2
    assert findings(".", "--baseline", "ours.json") == []
    write(".newslint.yml", "baseline: ours.json\n")
    assert findings(".") == []


def test_prune_takes_out_what_is_gone() -> None:
    newslint("baseline", ".")
    write("a.txt", FAULTY.replace("the the", "the") + "\nAll of of it.\n")
    done = newslint("baseline", "--prune", ".")
    assert done.stderr == ".newslint-baseline.json: 1 accepted, 1 pruned\n"
    assert [finding["text"] for finding in findings(".")] == ["of"]


def test_a_baseline_of_one_draft_leaves_the_others() -> None:
    write("b.txt", FAULTY)
    newslint("baseline", ".")
    newslint("baseline", "b.txt")
    assert findings(".") == []


@pytest.mark.parametrize("args", [["--baseline", "gone.json"], []])
def test_a_broken_baseline_ends_with_two(args: list[str]) -> None:
    write(".newslint-baseline.json", "{")
    done = newslint("check", "a.txt", *args)
    assert done.exit_code == 2
    assert "baseline" in done.stderr


def test_fix_leaves_alone_what_shall_stand() -> None:
    write(".newslint.yml", "stet:\n  - words: the\n")
    newslint("check", "--fix", "--unsafe-fixes", "a.txt")
    assert Path("a.txt").read_text(encoding="utf-8") == FAULTY.replace("in in", "in")


MARKED = "# A title\n\n<!-- stet: repetition/word{reason} -->\nThe mayor opened the the bridge.\n\nIt was late in in April.\n"


def test_a_comment_covers_the_next_block_in_markdown() -> None:
    write("b.md", MARKED.format(reason=", she says so"))
    shown = json.loads(newslint("check", "b.md", "--output-format", "json").stdout)
    assert [finding["text"] for finding in shown["findings"]] == ["in"]
    [stetted] = shown["stetted"]
    assert stetted["stet"] == {"reason": "she says so", "rules": ["repetition/word"], "path": "b.md", "line": 3}


def test_a_comment_of_no_use_is_told_where_it_stands() -> None:
    write("b.md", MARKED.format(reason="").replace("the the", "the"))
    told = findings("b.md")
    assert [(found["rule"], found["message"]) for found in told] == [
        ("stet/unused", "this stet for repetition/word covers nothing"),
        ("repetition/word", "“in” stands twice in a row"),
    ]
    assert told[0]["text"] == "<!-- stet: repetition/word -->"


def test_a_comment_without_the_reason_that_is_required_does_not_count() -> None:
    write(".newslint.yml", "require-reason: true\n")
    write("b.md", MARKED.format(reason=""))
    assert [finding["rule"] for finding in findings("b.md")] == ["stet/reason", "repetition/word", "repetition/word"]
    write("b.md", MARKED.format(reason=", she says so"))
    assert [finding["rule"] for finding in findings("b.md")] == ["repetition/word"]


def test_stets_come_from_the_cache_too() -> None:
    write("b.md", MARKED.format(reason=", she says so"))
    args = ("check", "b.md", "--output-format", "json", "--cache-dir", "cache")
    assert newslint(*args).stdout == newslint(*args).stdout == newslint(*args[:-2]).stdout
