"""What is asked of the desk: a draft, as text or as a file's bytes, what of it shall stand, and how slight a finding may be."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Collection, Mapping
from typing import Any

from newslint.errors import NewslintError, UnreadableError
from newslint.finding import SEVERITIES, Severity
from newslint.reading import decode
from newslint.source import Source
from newslint.startup.row import Row
from newslint.stets.entries import StetEntry

_KEYS = ("name", "text", "data", "level", "stets")
_NOTHING = "there's no draft: send “text”, or a file’s bytes as “data”"
_UNNAMED = "draft.txt"
_LONGEST_NAME = 200
_MOST_STETS = 10_000


class OrderError(NewslintError):
    """An order that can't be understood, or asks for what isn't there; `status` is HTTP's number for it."""

    def __init__(self, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.status = status


class Order(Row):
    """A draft to be linted. `data` is the file it came in, or nothing where it came as text."""

    source: Source
    data: bytes
    level: Severity | None
    stets: tuple[StetEntry, ...]


def order(body: bytes, json_sent: bool, query: Mapping[str, str], suffixes: Collection[str]) -> Order:
    """What `body` asks for: an object of JSON, else the bytes of a file that `query` names.

    `suffixes` are those of the formats that can be read. Raises OrderError, or UnreadableError for a draft that isn't what
    it's called.
    """
    if not body:
        raise OrderError(_NOTHING)
    given = _given(_object(body) if json_sent else {"data": body}, query)
    name = draft_name(_text(given, "name")) if "name" in given else _UNNAMED
    suffix = _suffix(name)
    if suffix not in suffixes:
        raise OrderError(f"“{name}”: newslint reads drafts whose names end in {', '.join(sorted(suffixes))}", 415)
    data = _data(given)
    source = decode(data, name, suffix) if data is not None else Source(name, _draft_text(given, name), suffix)
    return Order(source, data or b"", _level(given), _stets(given))


def _given(sent: Mapping[str, Any], query: Mapping[str, str]) -> Mapping[str, Any]:
    """What was sent and what the address says, together."""
    for key in (*sent, *query):
        if key not in _KEYS:
            raise OrderError(f"unknown key “{key}” (known: {', '.join(_KEYS)})")
        if key in sent and key in query:
            raise OrderError(f"“{key}” is given twice")
    return {**query, **sent}


def draft_name(given: str) -> str:
    """What a draft is called: the last part of the name it was given. No file is ever looked for by it."""
    last = given.replace("\\", "/").rsplit("/", 1)[-1].strip()
    return "".join(letter for letter in last if letter.isprintable())[-_LONGEST_NAME:]


def _suffix(name: str) -> str:
    return f".{name.rpartition('.')[2].lower()}"


def is_text(source: Source) -> bool:
    """Whether the draft's file is its text, so that a mended text is a mended draft."""
    try:
        return decode(source.text.encode("utf-8", "surrogatepass"), source.name, source.suffix).text == source.text
    except UnreadableError:
        return False


def _object(body: bytes) -> Mapping[str, Any]:
    try:
        given = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise OrderError("the body is no JSON") from error
    if not isinstance(given, dict):
        raise OrderError("the body should be an object with “text”")
    return given


def _text(given: Mapping[str, Any], key: str) -> str:
    value = given.get(key, "")
    if not isinstance(value, str):
        raise OrderError(f"“{key}” should be text")
    return value


def _draft_text(given: Mapping[str, Any], name: str) -> str:
    """The text that was sent, which must be what a file of that name can be."""
    if "text" not in given:
        raise OrderError(_NOTHING)
    text = _text(given, "text")
    if not is_text(Source(name, text, _suffix(name))):
        raise OrderError(f"{name}: isn't text; send the file’s bytes as “data”", 422)
    return text


def _data(given: Mapping[str, Any]) -> bytes | None:
    """The bytes of the file that was sent: as they are, or in base64 within JSON."""
    data = given.get("data")
    if data is None or isinstance(data, bytes):
        return data
    if "text" in given:
        raise OrderError("send “text” or “data”, not both")
    try:
        return base64.b64decode(_text(given, "data"), validate=True)
    except (binascii.Error, ValueError) as error:
        raise OrderError("“data” should be in base64") from error


def _level(given: Mapping[str, Any]) -> Severity | None:
    if "level" not in given:
        return None
    level = given["level"]
    if not isinstance(level, str) or level not in SEVERITIES:
        raise OrderError(f"“level” is one of {', '.join(SEVERITIES)}")
    return SEVERITIES[level]


def _stets(given: Mapping[str, Any]) -> tuple[StetEntry, ...]:
    rows = given.get("stets", [])
    if not isinstance(rows, list) or len(rows) > _MOST_STETS:
        raise OrderError(f"“stets” should be a list, of {_MOST_STETS:,} entries at most")
    return tuple(_stet(row) for row in rows)


def _stet(row: Any) -> StetEntry:
    if not isinstance(row, dict) or row.keys() - {"fingerprint", "reason"} or not row.get("fingerprint"):
        raise OrderError("an entry of “stets” has “fingerprint” and “reason”")
    return StetEntry(fingerprint=_text(row, "fingerprint"), reason=" ".join(_text(row, "reason").split()), line=1)
