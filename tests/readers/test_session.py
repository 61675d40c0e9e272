"""What is asked, how often, at what cost, and what is known already; long drafts in parts."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from newslint.document import Document, Role
from newslint.errors import ReaderError
from newslint.readers.answers import Answers
from newslint.readers.parts import questions
from newslint.readers.protocol import Passage, Question
from newslint.readers.reader import Limits, Reply
from newslint.readers.session import Session
from newslint.startup import userfiles

SAID = '{"rows": []}'


class Scripted:
    """A reader that says what it's told to, and keeps what it was asked."""

    destination, remote, identity = "here", False, "scripted"

    def __init__(self, *said: str | ReaderError, tokens: int = 0) -> None:
        self.said, self.tokens = list(said) or [SAID], tokens
        self.asked: list[Question] = []

    def ask(self, question: Question, seconds: float) -> Reply:
        del seconds
        self.asked.append(question)
        said = self.said[min(len(self.asked), len(self.said)) - 1]
        if isinstance(said, ReaderError):
            raise said
        return Reply(said, "quill", self.tokens)


def question(text: str = "Copy.") -> Question:
    return Question((Passage(1, "paragraph", text),))


def session(reader: Scripted, limits: Limits = Limits(), **more: Any) -> Session:  # noqa: B008 - a row
    return Session("desk", reader, limits, Answers("desk", reader.identity), **more)


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    userfiles._key.cache_clear()


def test_what_was_answered_is_not_asked_again() -> None:
    reader = Scripted()
    assert session(reader).answered([question()]) == session(reader).answered([question()])
    assert len(reader.asked) == 1
    session(reader).answered([question("Other copy.")])
    assert len(reader.asked) == 2
    changed = Scripted()
    changed.identity = "another model"
    session(changed).answered([question()])
    assert len(changed.asked) == 1


def test_offline_nobody_is_asked() -> None:
    reader = Scripted()
    assert session(reader, offline=True).answered([question()]) is None
    session(reader).answered([question()])
    assert session(reader, offline=True).answered([question()]) is not None
    assert session(reader, offline=True).answered([question(), question("More.")]) is None
    assert len(reader.asked) == 1


@pytest.mark.parametrize(
    "spoil", [lambda data: b"", lambda data: data + b" ", lambda data: data.replace(b"rows", b"ROWS")]
)
def test_an_answer_that_newslint_did_not_keep_is_none(spoil: Callable[[bytes], bytes], tmp_path: Path) -> None:
    reader = Scripted()
    session(reader).answered([question()])
    (file,) = (tmp_path / "cache").rglob("readers/*.json")
    file.write_bytes(spoil(file.read_bytes()))
    session(reader).answered([question()])
    assert len(reader.asked) == 2
    other = file.with_name(f"{'0' * 40}.json")
    other.write_bytes(file.read_bytes())
    assert userfiles.load(f"readers/{other.name}") is None


def test_only_the_last_answers_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newslint.readers.answers._MOST", 3)
    run = session(Scripted())
    for number in range(5):
        run.answered([question(str(number))])
    assert run.answers
    run.answers.close()
    assert len(list((tmp_path / "cache").rglob("readers/*.json"))) == 3


def test_a_failure_is_retried_once_and_never_kept() -> None:
    reader = Scripted("{", SAID)
    assert session(reader).answered([question()])
    reader = Scripted("{")
    run = session(reader)
    with pytest.raises(ReaderError, match="no JSON"):
        run.answered([question("Other.")])
    assert len(reader.asked) == 2
    assert run.calls == 2
    assert not run.knows([question("Other.")])


def test_who_is_lost_is_not_asked_again() -> None:
    reader = Scripted(ReaderError("gone", lost=True))
    run = session(reader)
    with pytest.raises(ReaderError):
        run.answered([question()])
    assert run.answered([question()]) is None
    assert len(reader.asked) == 1


def test_whoever_asks_for_too_long_a_wait_is_not_waited_for() -> None:
    reader = Scripted(ReaderError("busy", wait=3600))
    with pytest.raises(ReaderError, match="busy"):
        session(reader).answered([question()])
    assert len(reader.asked) == 1


def test_there_is_a_ceiling_on_calls() -> None:
    reader = Scripted()
    run = session(reader, Limits(calls=2))
    run.answered([question("1"), question("2")])
    with pytest.raises(ReaderError, match="ceiling of 2 calls is reached"):
        run.answered([question("3")])
    assert run.lost
    assert len(reader.asked) == 2
    assert run.answered([question("1")]), "what is known costs nothing"


def test_there_is_a_ceiling_on_tokens_which_holds_before_anything_is_sent() -> None:
    reader = Scripted(tokens=900)
    run = session(reader, Limits(tokens=1_000))
    run.answered([question("1")])
    assert run.spent == "1 of at most 100 calls, 900 of at most 1,000 tokens"
    with pytest.raises(ReaderError, match="ceiling of 1,000 tokens is reached"):
        run.answered([question("2" * 300)])
    assert len(reader.asked) == 1
    uncounted = session(Scripted())
    uncounted.answered([question("3")])
    assert "about " in uncounted.spent


LONG = Document.of(
    (Role.HEADLINE, "Hall closes"),
    "Ann Hale opened the hall.",
    *(f"Block {number}: " + "all is well here, said Joan Ross. " * 8 for number in range(40)),
    "word " * 2_000,
)


def test_a_short_draft_is_one_question() -> None:
    (one,) = questions(LONG, 100_000)
    assert [passage.block for passage in one.passages] == list(range(1, 44))
    assert (one.part, one.parts, one.cast) == (1, 1, ())
    assert questions(Document.of(""), 100_000)
    assert questions(Document.of((Role.FURNITURE, "Menu")), 100_000) == ()


def test_a_long_draft_is_asked_in_overlapping_parts_with_its_head_and_cast() -> None:
    parts = questions(LONG, 3_000)
    assert [part.part for part in parts] == list(range(1, len(parts) + 1))
    assert {part.parts for part in parts} == {len(parts)}
    for part in parts:
        assert sum(len(passage.text) for passage in part.passages) <= 3_000
        assert [passage.block for passage in part.passages[:2]] == [1, 2]
        assert part.cast == ("Ann Hale", "Joan Ross")
    for before, after in pairwise(parts):
        assert before.passages[-1] == after.passages[2]
    pieces = [passage for number, part in enumerate(parts) for passage in part.passages[2 + bool(number) :]]
    for block in range(3, 44):
        whole = LONG[LONG.copy[block - 1].span]
        assert "".join(passage.text for passage in pieces if passage.block == block) == whole


def test_a_head_that_is_too_long_is_none() -> None:
    draft = Document.of((Role.HEADLINE, "a " * 500), "b " * 500, "c " * 500, "d " * 500)
    parts = questions(draft, 2_000)
    assert [passage.block for part in parts[1:] for passage in part.passages if passage.block == 1] == []
    whole = {passage.block for part in parts for passage in part.passages}
    assert whole == {1, 2, 3, 4}


def test_the_same_draft_is_the_same_question() -> None:
    assert [part.json() for part in questions(LONG, 3_000)] == [part.json() for part in questions(LONG, 3_000)]
    assert json.loads(questions(LONG, 100_000)[0].json())["blocks"][0] == {
        "block": 1,
        "role": "headline",
        "text": "Hall closes",
    }
