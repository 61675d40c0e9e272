"""Orders: what is understood, and what is refused with a sentence."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.errors import UnreadableError
from newslint.finding import Severity
from newslint.server.orders import OrderError, draft_name, is_text, order
from newslint.source import Source

SUFFIXES = (".txt", ".md", ".html")


def ordered(**given: Any) -> Any:
    return order(json.dumps(given).encode(), json_sent=True, query={}, suffixes=SUFFIXES)


def test_text_is_a_draft_of_its_own_name() -> None:
    made = ordered(
        text="A town.", name="Town.MD", level="suggestion", stets=[{"fingerprint": "0f", "reason": " so  it is "}]
    )
    assert made.source == Source("Town.MD", "A town.", ".md")
    assert made.data == b""
    assert made.level is Severity.SUGGESTION
    assert [(stet.fingerprint, stet.reason) for stet in made.stets] == [("0f", "so it is")]


def test_bytes_are_decoded_as_files_are() -> None:
    made = ordered(data=base64.b64encode("Café".encode("cp1252")).decode(), name="a.txt")
    assert made.source.text == "Café"
    assert "Windows-1252" in made.source.notices[0]
    assert made.data == "Café".encode("cp1252")


def test_a_body_of_bytes_is_named_by_the_query() -> None:
    made = order("A tôwn.".encode(), json_sent=False, query={"name": "a.md", "level": "error"}, suffixes=SUFFIXES)
    assert made.source == Source("a.md", "A tôwn.", ".md")
    assert made.level is Severity.ERROR


@pytest.mark.parametrize(
    ("given", "status", "said"),
    [
        ({}, 400, "there's no draft"),
        ({"text": 1}, 400, "“text” should be text"),
        ({"text": "a", "data": ""}, 400, "not both"),
        ({"data": "é"}, 400, "base64"),
        ({"data": "a"}, 400, "base64"),
        ({"text": "a", "txt": "b"}, 400, "unknown key “txt”"),
        ({"text": "a", "name": 1}, 400, "“name” should be text"),
        ({"text": "a", "name": "a.pdf"}, 415, "“a.pdf”: newslint reads drafts whose names end in .html, .md, .txt"),
        ({"text": "a", "name": ""}, 415, "“”: newslint reads"),
        ({"text": "a", "name": "a.txt/"}, 415, "“”: newslint reads"),
        ({"text": "a", "level": "grave"}, 400, "“level” is one of error, warning, suggestion"),
        ({"text": "a", "level": []}, 400, "“level” is one of"),
        ({"text": "a", "stets": {}}, 400, "“stets” should be a list"),
        ({"text": "a", "stets": [1]}, 400, "has “fingerprint” and “reason”"),
        ({"text": "a", "stets": [{"fingerprint": ""}]}, 400, "has “fingerprint” and “reason”"),
        ({"text": "a", "stets": [{"fingerprint": 1}]}, 400, "“fingerprint” should be text"),
        ({"text": "a", "stets": [{"fingerprint": "0", "path": "/etc"}]}, 400, "has “fingerprint” and “reason”"),
        ({"text": "\0"}, 422, "isn't text"),
    ],
)
def test_what_is_no_order_is_refused_with_a_sentence(given: dict[str, Any], status: int, said: str) -> None:
    with pytest.raises(OrderError, match=said) as caught:
        ordered(**given)
    assert caught.value.status == status


@pytest.mark.parametrize("body", [b"", b"[]", b"1", b"{", b"\xff", b"[" * 100_000, b'{"text": "a"'])
def test_what_is_no_json_is_refused(body: bytes) -> None:
    with pytest.raises(OrderError) as caught:
        order(body, json_sent=True, query={}, suffixes=SUFFIXES)
    assert caught.value.status == 400


def test_no_bytes_are_no_draft() -> None:
    with pytest.raises(OrderError, match="there's no draft"):
        order(b"", json_sent=False, query={"name": "a.txt"}, suffixes=SUFFIXES)


def test_a_file_that_is_another_is_named() -> None:
    with pytest.raises(UnreadableError, match="is a PDF"):
        order(b"%PDF-1.7", json_sent=False, query={"name": "a.txt"}, suffixes=SUFFIXES)


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("a.txt", "a.txt"),
        ("/etc/passwd", "passwd"),
        ("..\\..\\secret.md", "secret.md"),
        ("a/\x1b[2J\u202e.txt", "[2J.txt"),
        ("x" * 300 + ".md", "x" * 197 + ".md"),
    ],
)
def test_a_name_is_a_name_and_no_way(given: str, name: str) -> None:
    assert draft_name(given) == name


def test_what_is_said_twice_is_refused() -> None:
    with pytest.raises(OrderError, match="“name” is given twice"):
        order(b'{"text": "a", "name": "a.txt"}', json_sent=True, query={"name": "b.txt"}, suffixes=SUFFIXES)


@given(st.text(max_size=50))
def test_any_name_is_made_one(given: str) -> None:
    name = draft_name(given)
    assert name.isprintable()
    assert len(name) <= 200
    assert not set("/\\") & set(name)


def test_text_is_told_from_what_only_has_text() -> None:
    assert is_text(Source("a.txt", "A town.\r\n"))
    assert not is_text(Source("a.txt", "PK\x03\x04"))
