"""A long draft: what no rule needs any longer is let go, and the findings stay the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from newslint import linter
from newslint.config.settings import Config
from newslint.document import Document
from newslint.finding import Severity
from newslint.hit import Hit
from newslint.linter import lint
from newslint.packs.rule import Rule
from newslint.plugins.registry import Registry
from newslint.reading import read
from newslint.rehearsal import Needs
from newslint.source import Source
from newslint.text.words import words

DRAFTS = sorted((Path(__file__).parents[1] / "examples" / "drafts").glob("*.txt"))
ALL = Config(level=Severity.SUGGESTION)


class Raising:
    """A check that always raises."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        raise ValueError(document.text)


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_a_long_draft_has_the_findings_of_a_short_one(
    path: Path, built_in: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = lint(read(path), built_in, ALL)
    monkeypatch.setattr(linter, "LONG", 0)
    assert lint(read(path), built_in, ALL).findings == usual.findings


def test_a_reading_goes_with_the_last_rule_that_asks_for_it(built_in: Registry) -> None:
    document = linter.parsed(Source("a.txt", "The the man saw Anna Barlow.\n"), built_in)
    rules = ALL.rules(built_in)
    needs = Needs(document, rules)
    held = []
    for number, rule in enumerate(rules):
        list(rule(document))
        needs.release(document, number)
        held.append(words in document._results)
    assert any(held)
    assert not document._results


def test_a_draft_of_one_paragraph_is_not_rehearsed_whole() -> None:
    paragraph = Document.of("The man saw Anna Barlow. " * 2000)
    lengths: list[int] = []

    def rule(document: Document) -> Iterator[Hit]:
        lengths.append(len(document.text))
        return iter(())

    Needs(paragraph, [cast(Rule, rule)])
    assert 0 < lengths[0] < len(paragraph.text) / 2


def test_a_rule_that_raises_does_so_on_the_draft_and_not_in_the_rehearsal(
    built_in: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(linter, "LONG", 0)
    rule = replace(ALL.rules(built_in)[0], check=Raising())
    document = linter.parsed(Source("a.txt", "The man.\n"), built_in)
    [(findings, failures)] = linter.run_rules([document], (rule,))
    assert not findings
    assert len(failures) == 1


@pytest.mark.parametrize(
    ("suffix", "piece", "most", "said"),
    [
        (".txt", "The man saw it.\n\n", "_MOST_BLOCKS", "paragraphs or cells"),
        (".txt", "The man saw it. ", "_MOST_LETTERS", "letters of copy"),
    ],
)
def test_a_draft_beyond_all_measure_is_told(
    suffix: str, piece: str, most: str, said: str, built_in: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(linter, most, 100)
    report = lint(Source(f"a{suffix}", piece * 101, suffix), built_in, ALL)
    assert [said in failure and failure.startswith("a.txt: holds more than ") for failure in report.failures] == [True]
    assert not report.findings


@pytest.mark.parametrize("suffix", [".html", ".md"])
def test_a_page_of_nothing_but_tags_is_told(suffix: str, built_in: Registry) -> None:
    report = lint(Source(f"a{suffix}", "<p>\n" + "<b>" * 400_001, suffix), built_in, ALL)
    assert report.failures == (f"a{suffix}: holds more than 400,000 tags",)
