"""What a reader is asked, and what it answers: one JSON object each, as docs/reader.schema.json says."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from newslint.errors import ReaderError
from newslint.startup.row import Row

VERSION = 1
# What a row may be about: newslint's own packs.
KINDS = (
    "abbreviations", "captions", "dates", "draft", "figures", "headlines", "names", "quotes", "repetition", "spelling",
    "style",
)  # fmt: skip
# So many rows of one answer are looked at, and so many letters may its words and its reason have.
MOST_ROWS = 200
LONGEST_WORDS = 400
LONGEST_REASON = 300
# The largest answer, in bytes.
LARGEST = 2_000_000
_KEYS = {"block": int, "words": str, "other_block": int, "other": str, "kind": str, "why": str}


class Passage(Row):
    """A block of the draft's copy, or a stretch of one, under the block's number (from 1)."""

    block: int
    role: str
    text: str


class Question(Row):
    """What a reader is given: part number `part` of `parts` of a draft, and whom the whole story names in full."""

    passages: tuple[Passage, ...]
    cast: tuple[str, ...] = ()
    part: int = 1
    parts: int = 1

    def json(self) -> str:
        """The question as a reader is given it; the same question gives the same text."""
        head = {
            "protocol": VERSION,
            "part": self.part,
            "parts": self.parts,
            "kinds": list(KINDS),
            "cast": list(self.cast),
        }
        lines = [f" {_text(key)}: {_text(value)}" for key, value in head.items()]
        blocks = ",\n".join(f"  {_text(passage._asdict())}" for passage in self.passages)
        return "{\n" + ",\n".join([*lines, f' "blocks": [\n{blocks}\n ]']) + "\n}"


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


class Claim(Row):
    """A row of an answer: `words` of `block` clash with `other` of `other_block`, in a matter of `kind`; `why` in a sentence."""

    block: int
    words: str
    other_block: int
    other: str
    kind: str
    why: str


class Answer(Row):
    """What a reader answered. `odd` says of each row that is none what is wrong with it; `reader` is its name and version."""

    claims: tuple[Claim, ...]
    odd: tuple[str, ...] = ()
    reader: str = ""


def answer(text: str) -> Answer:
    """The answer that `text` is. Raises ReaderError where it's none at all; single rows may be odd."""
    try:
        said = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ReaderError("what it answered is no JSON") from error
    if not isinstance(said, Mapping) or not isinstance(said.get("rows"), list):
        raise ReaderError("what it answered is no object with a list of “rows”")
    if said.get("protocol", VERSION) != VERSION:
        raise ReaderError(f"it answers by another protocol than {VERSION}")
    rows = [_claim(row) for row in said["rows"][:MOST_ROWS]]
    rows += [f"behind the {MOST_ROWS}th row"] * max(0, len(said["rows"]) - MOST_ROWS)
    claims = tuple(row for row in rows if isinstance(row, Claim))
    return Answer(claims, tuple(row for row in rows if isinstance(row, str)), _name(said.get("reader")))


def _claim(row: Any) -> Claim | str:
    """`row` as a claim, or what is wrong with it."""
    if not isinstance(row, Mapping):
        return "no row"
    if row.keys() - _KEYS.keys():
        return "says what no row may say"
    if any(type(row.get(key)) is not kind for key, kind in _KEYS.items()):
        return "says too little"
    if row["kind"] not in KINDS:
        return "of no kind that newslint knows"
    if max(len(row["words"]), len(row["other"])) > LONGEST_WORDS:
        return "points at too much"
    why = " ".join(row["why"].split())
    if not why or len(why) > LONGEST_REASON:
        return "no reason in a sentence"
    return Claim(row["block"], row["words"], row["other_block"], row["other"], row["kind"], why)


def _name(said: Any) -> str:
    """The name and the version that a reader gives itself, in a few letters."""
    given = said if isinstance(said, Mapping) else {}
    parts = (given.get(key) for key in ("name", "version"))
    return " ".join(" ".join(part.split())[:60] for part in parts if isinstance(part, str) and part.strip())


def rows_schema() -> dict[str, Any]:
    """The JSON Schema of an answer's rows alone: what a model with structured output is held to."""
    text = {"type": "string"}
    number = {"type": "integer"}
    row = _closed(
        {
            "block": {**number, "description": "the number of the block that the words stand in"},
            "words": {**text, "description": "the exact words of the faulty place"},
            "other_block": {**number, "description": "the number of the block of the other place"},
            "other": {**text, "description": "the exact words of the place that they clash with"},
            "kind": {**text, "enum": list(KINDS)},
            "why": {**text, "description": f"one sentence, at most {LONGEST_REASON} letters"},
        }
    )
    return _closed({"rows": {"type": "array", "items": row}})


def schema() -> dict[str, Any]:
    """The JSON Schema of the protocol: of a question and of an answer."""
    text = {"type": "string"}
    number = {"type": "integer", "minimum": 1}
    block = _closed({"block": number, "role": {**text, "description": "headline, paragraph, caption …"}, "text": text})
    question = _closed(
        {
            "protocol": {"const": VERSION},
            "part": number,
            "parts": number,
            "kinds": {"type": "array", "items": {"enum": list(KINDS)}},
            "cast": {"type": "array", "items": text, "description": "whom the whole story names in full"},
            "blocks": {"type": "array", "items": block},
        }
    )
    answered = {
        "type": "object",
        "required": ["rows"],
        "properties": {
            "protocol": {"const": VERSION},
            "reader": {"type": "object", "properties": {"name": text, "version": text}},
            "rows": {**rows_schema()["properties"]["rows"], "maxItems": MOST_ROWS},
        },
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"What newslint asks a reader, and what that answers: protocol {VERSION}",
        "anyOf": [{"$ref": "#/$defs/question"}, {"$ref": "#/$defs/answer"}],
        "$defs": {"question": question, "answer": answered},
    }


def _closed(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(properties),
        "properties": properties,
    }
