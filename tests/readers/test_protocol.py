"""What a reader may answer: one object with rows, each row of six keys and no more."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from newslint.errors import ReaderError
from newslint.packs.catalogue import builtin_packs
from newslint.readers import protocol
from newslint.readers.protocol import Answer, Passage, Question, answer, rows_schema, schema

ROOT = Path(__file__).parents[2]
ROW: dict[str, Any] = {
    "block": 1,
    "words": "a",
    "other_block": 2,
    "other": "b",
    "kind": "names",
    "why": "They  differ\nhere.",
}


def rows(*given: Any, **more: Any) -> Answer:
    return answer(json.dumps({"rows": list(given), **more}))


def test_kinds_are_the_own_packs() -> None:
    assert {*protocol.KINDS, "reader"} == set(builtin_packs())


def test_a_row_is_read_and_its_reason_is_one_line() -> None:
    (claim,) = rows(ROW).claims
    assert claim == (1, "a", 2, "b", "names", "They differ here.")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("a", "no row"),
        ({**ROW, "fix": "c"}, "says what no row may say"),
        ({**ROW, "path": "/etc/passwd"}, "says what no row may say"),
        ({**ROW, "ignore": ["names"]}, "says what no row may say"),
        ({key: ROW[key] for key in ROW if key != "other"}, "says too little"),
        ({**ROW, "block": True}, "says too little"),
        ({**ROW, "block": "1"}, "says too little"),
        ({**ROW, "why": None}, "says too little"),
        ({**ROW, "kind": "stet"}, "of no kind that newslint knows"),
        ({**ROW, "words": "a" * 401}, "points at too much"),
        ({**ROW, "why": " \n"}, "no reason in a sentence"),
        ({**ROW, "why": "a" * 301}, "no reason in a sentence"),
    ],
)
def test_an_odd_row_costs_no_other(row: Any, reason: str) -> None:
    given = rows(row, ROW)
    assert given.odd == (reason,)
    assert len(given.claims) == 1


def test_only_so_many_rows_are_looked_at() -> None:
    given = rows(*[ROW] * 202)
    assert len(given.claims) == 200
    assert given.odd == ("behind the 200th row",) * 2


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "no JSON"),
        ('{"rows": [', "no JSON"),
        ("[" * 100_000, "no JSON"),
        ("[]", "no object"),
        ('{"rows": 1}', "no object"),
        ('{"rows": [], "protocol": 2}', "another protocol"),
    ],
)
def test_what_is_no_answer_is_told(text: str, reason: str) -> None:
    with pytest.raises(ReaderError, match=reason):
        answer(text)


def test_a_reader_names_itself_in_a_few_letters() -> None:
    assert rows(reader={"name": "quill", "version": "2"}).reader == "quill 2"
    assert rows(reader={"name": "quill\n" * 50, "version": 2}).reader == " ".join(["quill"] * 50)[:60]
    assert rows(reader="quill").reader == ""


def test_questions_and_answers_are_as_the_schema_says() -> None:
    """`make docs` writes docs/reader.schema.json."""
    told = schema()
    assert json.loads((ROOT / "docs" / "reader.schema.json").read_text(encoding="utf-8")) == told
    valid = jsonschema.Draft202012Validator(told)
    asked = Question((Passage(1, "headline", "Bridge shut"),), ("Ann Hale",)).json()
    valid.validate(json.loads(asked))
    valid.validate({"protocol": 1, "reader": {"name": "quill", "version": "2"}, "rows": [ROW]})
    assert not valid.is_valid({"rows": [{**ROW, "fix": "c"}]})
    assert not valid.is_valid({"rows": [{**ROW, "kind": "stet"}]})
    jsonschema.Draft202012Validator(rows_schema()).validate({"rows": [ROW]})
