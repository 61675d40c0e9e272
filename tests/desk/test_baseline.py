from __future__ import annotations

import json
from pathlib import Path

import pytest

from newslint.config.gate import BASELINE
from newslint.config.settings import Config
from newslint.desk import baseline
from newslint.desk.run import Desk
from newslint.errors import ConfigError
from newslint.plugins.registry import Registry
from newslint.reading import read
from newslint.report import Report

FAULTY = "A title\n\nThe mayor opened the the bridge. It was late in in April.\n"


@pytest.fixture
def desk(built_in: Registry, config: Config) -> Desk:
    return Desk(built_in, config)


def reported(desk: Desk, path: Path, text: str) -> Report:
    path.write_text(text, encoding="utf-8")
    return desk.report_on(read(path))


def words(report: Report) -> tuple[list[str], list[str]]:
    return [finding.text for finding in report.findings], [finding.text for finding in report.baselined]


def test_it_holds_through_edits_elsewhere(desk: Desk, tmp_path: Path) -> None:
    draft = tmp_path / "a.txt"
    accepted = baseline.made_of([reported(desk, draft, FAULTY)], tmp_path)
    edited = FAULTY.replace("A title\n", "Another title\n\nA new paragraph with much in it here.\n") + "\nAnd and so.\n"
    assert words(accepted.apply(reported(desk, draft, edited)))[1] == ["the", "in"]


def test_it_counts_what_stands_twice(desk: Desk, tmp_path: Path) -> None:
    draft = tmp_path / "a.txt"
    line = "\nThe mayor opened the the bridge.\n"
    accepted = baseline.made_of([reported(desk, draft, "A title\n" + line * 2)], tmp_path)
    assert [entry.count for entry in accepted.accepted] == [2]
    assert words(accepted.apply(reported(desk, draft, "A title\n" + line * 3))) == (["the"], ["the", "the"])


def test_another_draft_is_not_spoken_for(desk: Desk, tmp_path: Path) -> None:
    accepted = baseline.made_of([reported(desk, tmp_path / "a.txt", FAULTY)], tmp_path)
    assert words(accepted.apply(reported(desk, tmp_path / "b.txt", FAULTY))) == (["the", "in"], [])


def test_a_draft_that_was_moved_keeps_its_findings(desk: Desk, tmp_path: Path) -> None:
    accepted = baseline.made_of([reported(desk, tmp_path / "a.txt", FAULTY)], tmp_path)
    (tmp_path / "a.txt").unlink()
    assert words(accepted.apply(reported(desk, tmp_path / "b.txt", FAULTY))) == ([], ["the", "in"])


def test_what_is_gone_is_pruned_and_nothing_is_added(desk: Desk, tmp_path: Path) -> None:
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    accepted = baseline.made_of([reported(desk, first, FAULTY), reported(desk, second, FAULTY)], tmp_path)
    mended = reported(desk, first, FAULTY.replace("the the", "the") + "\nNew new.\n")
    kept = accepted.pruned([mended]).accepted
    assert [(entry.path, entry.words) for entry in kept] == [("a.txt", "in"), ("b.txt", "in"), ("b.txt", "the")]
    second.unlink()
    assert {entry.path for entry in accepted.pruned([mended]).accepted} == {"a.txt"}


def test_it_is_read_as_it_was_written(desk: Desk, tmp_path: Path) -> None:
    accepted = baseline.made_of([reported(desk, tmp_path / "a.txt", FAULTY)], tmp_path)
    file = tmp_path / BASELINE
    file.write_text(accepted.text(), encoding="utf-8")
    assert baseline.read(file).text() == accepted.text()
    assert json.loads(accepted.text())["findings"][0]["rule"] == "repetition/word"
    assert not any("line" in row for row in json.loads(accepted.text())["findings"])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "b.json:1: baseline is broken: Expecting"),
        ("[]", "b.json: baseline is broken: should have “version”"),
        ('{"version": 2, "findings": []}', "baseline is broken: should have “version”"),
        ('{"version": 1, "findings": [{"path": "a"}]}', "finding 1 needs path, rule, words, fingerprint and count"),
        ('{"version": 1, "findings": [[]]}', "finding 1 needs"),
        ("[" * 100_000, "baseline is broken"),
        ("9" * 5_000, "baseline is broken"),
        ("\udcff", "baseline is broken: isn't JSON in UTF-8"),
    ],
)
def test_a_broken_one_says_so(text: str, message: str, tmp_path: Path) -> None:
    file = tmp_path / "b.json"
    file.write_text(text, encoding="utf-8", errors="surrogateescape")
    with pytest.raises(ConfigError, match=message):
        baseline.read(file)


def test_one_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="baseline can't be read: No such file"):
        baseline.read(tmp_path / "b.json")
