"""`POST /check` asked by a real program: the contract, the configuration, and every refusal."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import pytest

if TYPE_CHECKING:
    from tests.server.conftest import Desk

DOCS = Path(__file__).parents[2] / "docs"
JSON = {"Content-Type": "application/json"}
DRAFT = "Ferry fire\n\nThe ferry left the the harbour.\n"


def test_the_answer_keeps_the_contract(desk: Desk) -> None:
    report = desk.check(DRAFT, name="ferry.md")
    contract = json.loads((DOCS / "findings.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(contract).validate(report)
    [found] = report["findings"]
    assert found["rule"] == "repetition/word"
    assert found["path"] == "ferry.md"
    assert found["fix"]["safety"] == "safe"
    assert report["failures"] == report["notices"] == []


def test_a_file_is_sent_as_it_is(desk: Desk) -> None:
    answer = desk.ask("POST", "/check?name=caf%C3%A9.html", "<h1>Café</h1><p>In the the bar.".encode("cp1252"), {})
    assert answer.json["findings"][0]["path"] == "café.html"
    assert "Windows-1252" in answer.json["notices"][0]


def test_what_shall_stand_is_set_apart(desk: Desk) -> None:
    [found] = desk.check(DRAFT)["findings"]
    report = desk.check(DRAFT, stets=[{"fingerprint": found["fingerprint"], "reason": "a ferry called the The"}])
    assert report["findings"] == []
    assert report["stetted"][0]["stet"] == {
        "reason": "a ferry called the The",
        "rules": [],
        "path": "draft.txt",
        "line": 1,
    }
    assert report["summary"]["stetted"] == 1


def test_the_level_is_the_configurations_or_the_orders(desk: Desk) -> None:
    text = (DOCS.parent / "examples" / "drafts" / "theatre.md").read_text(encoding="utf-8")
    usual, graver = (desk.check(text, name="theatre.md", **level) for level in ({}, {"level": "error"}))
    assert {each["severity"] for each in usual["findings"]} == {"error", "warning", "suggestion"}
    assert {each["severity"] for each in graver["findings"]} == {"error"}


def test_the_configuration_holds_and_its_plugins_do_not_run(desk: Desk) -> None:
    report = desk.check("A town\n\nIt is 5% now. It was 4 percent then.\n", level="suggestion")
    assert not [each for each in report["findings"] if each["rule"] == "style/percent"]
    assert not (desk.folder / "ran").exists()


def test_where_reasons_are_asked_for_a_stet_has_one(tmp_path: Path, start: Callable[[Path], Desk]) -> None:
    (tmp_path / ".newslint.yml").write_text("require-reason: true\n", encoding="utf-8")
    desk = start(tmp_path)
    refused = desk.ask("POST", "/check", {"text": DRAFT, "stets": [{"fingerprint": "00"}]})
    assert (refused.status, refused.json) == (422, {"error": "a stet needs a reason here"})
    assert b"data-reason" in desk.ask("GET", "/").body


@pytest.mark.parametrize(
    ("headers", "said"),
    [
        ({"Host": "newslint.example"}, "under another name"),
        ({"Host": "127.0.0.1"}, "under another name"),
        ({"Host": "localhost:1"}, "under another name"),
        ({"Host": ""}, "under another name"),
        ({"Origin": "http://newslint.example"}, "answers no other site"),
        ({"Origin": "null"}, "answers no other site"),
        ({"Origin": "http://127.0.0.1"}, "answers no other site"),
        ({"Sec-Fetch-Site": "cross-site"}, "answers no other site"),
        ({"Sec-Fetch-Site": "same-site"}, "answers no other site"),
    ],
)
def test_nobody_asks_from_elsewhere(desk: Desk, headers: dict[str, str], said: str) -> None:
    answer = desk.ask("POST", "/check", {"text": DRAFT}, {**JSON, **headers})
    assert answer.status == 403
    assert said in answer.json["error"]


def test_the_page_too_is_given_under_its_own_name_only(desk: Desk) -> None:
    assert desk.ask("GET", "/", headers={"Host": f"localhost:{desk.port}"}).status == 200
    assert desk.ask("GET", "/", headers={"Host": f"rebound.example:{desk.port}"}).status == 403


def test_the_desks_own_page_may_ask(desk: Desk) -> None:
    headers = {**JSON, "Origin": desk.url.rstrip("/"), "Sec-Fetch-Site": "same-origin"}
    assert desk.ask("POST", "/check", {"text": DRAFT}, headers).status == 200


def test_what_is_too_large_is_refused_before_it_is_sent(desk: Desk) -> None:
    connection = socket.create_connection(("127.0.0.1", desk.port), timeout=30)
    head = f"POST /check HTTP/1.1\r\nHost: 127.0.0.1:{desk.port}\r\nContent-Length: 20000001\r\n\r\n"
    connection.sendall(head.encode())
    assert b" 413 " in connection.recv(1000).split(b"\r\n", 1)[0]
    connection.close()


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/check", 405),
        ("PUT", "/check", 405),
        ("OPTIONS", "/check", 405),
        ("POST", "/", 405),
        ("GET", "/../../etc/passwd", 404),
        ("GET", "/%2e%2e/%2e%2e/etc/passwd", 404),
        ("GET", "/desk.js", 404),
        ("GET", "/.newslint.yml", 404),
        ("POST", "/annotated", 415),
    ],
)
def test_there_is_nothing_else(desk: Desk, method: str, path: str, status: int) -> None:
    answer = desk.ask(method, path, {"text": DRAFT} if method == "POST" else None)
    assert answer.status == status
    assert isinstance(answer.json["error"], str)


@pytest.mark.parametrize("path", ["/", "/api", "/openapi.json", "/nothing", "/check"])
def test_no_answer_is_kept_framed_or_guessed_at(desk: Desk, path: str) -> None:
    headers = desk.ask("POST" if path == "/check" else "GET", path, {"text": "a"} if path == "/check" else None).headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "access-control-allow-origin" not in headers
    assert headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert "server" not in headers


def test_a_word_document_is_read_where_its_format_is_registered(desk: Desk) -> None:
    answer = desk.ask("POST", "/check?name=a.docx", b"PK\x03\x04", {})
    assert answer.status in (415, 422)
    assert ".docx" in answer.json["error"]
