"""What the adversary of tools/adversary found, and its hostile repositories: cases that must never come back."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pytest

from newslint.config.settings import Config
from newslint.finding import Severity
from newslint.plugins.registry import Registry
from newslint.source import Source
from tools.adversary.drafts import attack, faults_of, smallest
from tools.adversary.growth import SHAPES
from tools.adversary.kills import killed, shared
from tools.adversary.mutations import OWN, spoilt, stories
from tools.adversary.repositories import repositories, tried

HERE = Path(__file__).parents[1]
FOUND = [
    ("court\u00a0Supreme\u00a0Court", ".txt"),
    ("the court, the Supreme\u00a0Court, the supreme\u00a0court and the Supreme Court", ".txt"),
    ("S; and o, the three", ".txt"),
    ("1 vbyte 0-vbyte", ".txt"),
]


@pytest.mark.parametrize(("text", "suffix"), FOUND)
def test_what_was_found_stays_mended(text: str, suffix: str, built_in: Registry) -> None:
    report, faults = faults_of(Source(f"draft{suffix}", text, suffix), built_in, Config(level=Severity.SUGGESTION))
    assert not report.failures
    assert not faults


@pytest.mark.parametrize("shape", SHAPES, ids=[shape.name for shape in SHAPES])
def test_no_shape_raises(shape: Any, built_in: Registry) -> None:
    _, faults = faults_of(
        Source(f"draft{shape.suffix}", shape.made(2000), shape.suffix), built_in, Config(level=Severity.SUGGESTION)
    )
    assert not faults


@pytest.mark.parametrize("row", repositories(), ids=[row["name"] for row in repositories()])
def test_a_hostile_repository_gets_nowhere(row: dict[str, Any], tmp_path: Path) -> None:
    ended = tried(row, tmp_path)
    assert not ended.faults, ended.said[-2000:]


def test_there_are_enough_of_them() -> None:
    names = [row["name"] for row in repositories()]
    assert len(names) == len(set(names)) >= 60


def test_the_lot_is_repeated_by_its_seed() -> None:
    text = "The council met on Monday, 3 June, and Anna Barlow, 38, said: “No.”"
    assert spoilt(text, Random("1/2")) == spoilt(text, Random("1/2")) != spoilt(text, Random("1/3"))


def test_the_adversary_finds_what_is_there(built_in: Registry, monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule that raises at one letter is found, and the draft cut down to that letter."""
    from newslint.topics.repetition.checks.repeated_word import RepeatedWord

    def touchy(check: object, document: Any) -> Any:
        if "q" in document.text:
            raise KeyError("q")
        return iter(())

    monkeypatch.setattr(RepeatedWord, "__call__", touchy)
    tally = attack([Source("a.txt", "A quick fox. " * 3, ".txt")], built_in, seconds=1, seed=1)
    (fault,) = tally.faults.values()
    assert smallest(fault, built_in).text == "q"


def test_the_project_s_own_stories_are_spoilt() -> None:
    assert len(stories(HERE / folder for folder in OWN)) > 20


def test_a_kill_of_fix_leaves_whole_drafts(tmp_path: Path) -> None:
    assert killed(tmp_path, number=2, drafts=40, seed=1).faults == ()


def test_processes_share_a_cache(tmp_path: Path) -> None:
    assert shared(tmp_path, processes=3, drafts=25, rounds=1) == []
