"""Readers that are chat models, against a server of our own that answers as such endpoints do, and as they shouldn't."""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest

from newslint.errors import ReaderError
from newslint.readers.chat import ChatReader
from newslint.readers.prompt import PROMPT
from newslint.readers.protocol import Passage, Question, rows_schema

if TYPE_CHECKING:
    from tests.readers.conftest import Desk, Endpoint

QUESTION = Question((Passage(1, "paragraph", "Copy, “quoted”, é."),))
SAID = '{"rows": []}'
KEY = "sk-very-secret-0123456789"
Act = Callable[[BaseHTTPRequestHandler], None]


def ask(endpoint: Endpoint, seconds: float = 20.0, **options: Any) -> Any:
    return ChatReader(endpoint.url, "quill", **options).ask(QUESTION, seconds)


def test_a_question_is_asked_as_such_endpoints_take_it(endpoint: Endpoint) -> None:
    endpoint.acts = [endpoint.says(SAID)]
    assert ask(endpoint, seed=7) == (SAID, "quill-7b", 700, 1)
    (asked,) = endpoint.asked
    assert endpoint.paths == ["/v1/chat/completions"]
    assert (asked["model"], asked["temperature"], asked["seed"], asked["stream"]) == ("quill", 0, 7, False)
    assert [message["role"] for message in asked["messages"]] == ["system", "user"]
    assert asked["messages"][0]["content"] == PROMPT
    assert asked["messages"][1]["content"] == QUESTION.json()
    assert asked["response_format"]["json_schema"]["schema"] == rows_schema()
    assert "Authorization" not in endpoint.headers[0]


def test_an_endpoint_that_knows_no_schemas_is_asked_without_and_then_always(endpoint: Endpoint) -> None:
    endpoint.acts = [endpoint.sends("{}", 400), endpoint.says(SAID)]
    reader = ChatReader(endpoint.url, "quill")
    assert reader.ask(QUESTION, 20).calls == 2
    assert reader.ask(QUESTION, 20).calls == 1
    assert ["response_format" in asked for asked in endpoint.asked] == [True, False, False]
    assert not {"seed", "response_format"} & endpoint.asked[1].keys()


def test_structured_output_can_be_left_out(endpoint: Endpoint) -> None:
    endpoint.acts = [endpoint.says(SAID)]
    ask(endpoint, structured=False)
    assert "response_format" not in endpoint.asked[0]


def test_a_key_of_the_environment_goes_into_the_head_and_nowhere_else(
    endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DESK_KEY", f"{KEY}\n")
    endpoint.acts = [endpoint.says(f'{{"rows": [], "key": "{KEY}"}}')]
    reply = ask(endpoint, key_env="DESK_KEY")
    assert endpoint.headers[0]["Authorization"] == f"Bearer {KEY}"
    assert KEY not in json.dumps(endpoint.asked)
    assert KEY not in reply.text
    assert KEY not in repr(ChatReader(endpoint.url, "quill", "DESK_KEY"))
    assert KEY not in ChatReader(endpoint.url, "quill", "DESK_KEY").identity


@pytest.mark.parametrize(
    ("key", "reason"),
    [("", "the environment has no DESK_KEY"), ("sk-a\nb", "signs that no key has"), ("sk-é", "signs that no key has")],
)
def test_a_key_that_is_none_is_told_without_its_letters(
    key: str, reason: str, endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DESK_KEY", key)
    with pytest.raises(ReaderError, match=reason) as caught:
        ask(endpoint, key_env="DESK_KEY")
    assert caught.value.lost
    assert "sk-" not in str(caught.value)
    assert endpoint.asked == []


def test_a_key_of_the_keyring(endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mapping stands for the keyring, for a build server has none."""
    keyring = ModuleType("keyring")
    keyring.get_password = lambda service, user: {("desk", "newslint"): KEY}.get((service, user))  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "keyring", keyring)
    endpoint.acts = [endpoint.says(SAID)]
    ask(endpoint, key_keyring="desk")
    assert endpoint.headers[0]["Authorization"] == f"Bearer {KEY}"
    with pytest.raises(ReaderError, match="the keyring has no key of other"):
        ask(endpoint, key_keyring="other")


@pytest.mark.parametrize(
    "said", [SAID, f"```json\n{SAID}\n```", f"<think>{{hm}}</think>\n{SAID}", f"Here it is: {SAID}"]
)
def test_what_stands_around_the_object_goes(said: str, endpoint: Endpoint) -> None:
    endpoint.acts = [endpoint.says(said)]
    assert ask(endpoint).text == SAID


def stream(*parts: str, end: str = "data: [DONE]\n\n", reason: str | None = "stop") -> str:
    events: list[dict[str, Any]] = [{"model": "quill-7b", "choices": [{"delta": {"content": part}}]} for part in parts]
    events.append({"choices": [{"delta": {}, "finish_reason": reason}]})
    events.append({"choices": [], "usage": {"total_tokens": 40}})
    return "".join(f"data: {json.dumps(event)}\n\n" for event in events) + end


@pytest.mark.parametrize("kind", ["text/event-stream; charset=utf-8", "application/json"])
def test_a_stream_is_read_though_none_was_asked_for(kind: str, endpoint: Endpoint) -> None:
    endpoint.acts = [
        endpoint.sends(": hello\n\n" * (kind != "application/json") + stream('{"ro', 'ws": []}'), kind=kind)
    ]
    assert ask(endpoint) == (SAID, "quill-7b", 40, 1)


def hang(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "100")
    handler.end_headers()
    handler.wfile.flush()


def slow(endpoint: Endpoint) -> Act:
    def act(handler: BaseHTTPRequestHandler) -> None:
        hang(handler)
        endpoint.leave.wait(30)

    return act


def trickling(endpoint: Endpoint) -> Act:
    """A letter now and then, so that no single wait is long."""

    def act(handler: BaseHTTPRequestHandler) -> None:
        hang(handler)
        while not endpoint.leave.wait(0.1):
            handler.wfile.write(b" ")
            handler.wfile.flush()

    return act


def broken(handler: BaseHTTPRequestHandler) -> None:
    """Fewer letters than were announced."""
    hang(handler)
    handler.wfile.write(b'{"choices"')
    handler.close_connection = True


def silent(handler: BaseHTTPRequestHandler) -> None:
    handler.close_connection = True


BAD: list[tuple[str, Callable[[Endpoint], Act], str, bool]] = [
    ("no json", lambda e: e.sends("<html>busy</html>"), "no JSON", False),
    ("a list", lambda e: e.sends("[]"), "no object", False),
    ("no choices", lambda e: e.sends('{"choices": []}'), "no message", False),
    ("no content", lambda e: e.sends('{"choices": [{"message": {"content": null}}]}'), "no message", False),
    ("deep", lambda e: e.sends("[" * 200_000), "no JSON", False),
    ("cut off", lambda e: e.sends(json.dumps(e.completion("{}")).replace("stop", "length")), "was cut off", False),
    (
        "stream cut off",
        lambda e: e.sends(stream("{", end="", reason=None), kind="text/event-stream"),
        "was cut off",
        False,
    ),
    (
        "stream too long",
        lambda e: e.sends(stream("{", reason="length"), kind="text/event-stream"),
        "was cut off",
        False,
    ),
    ("stream of no json", lambda e: e.sends("data: {\n\n", kind="text/event-stream"), "no JSON", False),
    ("500", lambda e: e.sends(f"no {KEY} here", 500), "answered 500", False),
    ("503", lambda e: e.sends("", 503), "answered 503", False),
    ("429", lambda e: e.sends("", 429), r"is asked too much \(429\)", False),
    ("429, later", lambda e: e.sends("", 429, Retry_After="3600"), "wants 3600 seconds", False),
    ("429, never", lambda e: e.sends("", 429, Retry_After="inf"), "wants inf seconds", False),
    ("401", lambda e: e.sends(f"bad key {KEY}", 401), "answered 401", True),
    ("404", lambda e: e.sends("", 404), "answered 404", True),
    ("400 twice", lambda e: e.sends("", 400), "answered 400", False),
    ("elsewhere", lambda e: e.sends("", 307, Location="https://example.com/v1"), "send the copy elsewhere", True),
    ("too large", lambda e: e.sends("a" * 2_000_001), "more than 2 MB", False),
    ("packed", lambda e: e.sends(gzip.compress(b"{}"), Content_Encoding="gzip"), "packed its answer", False),
    ("slow", slow, r"no answer within 0\.5 seconds", False),
    ("trickling", trickling, "took too long", False),
    ("broken", lambda _: broken, r"broke off \(RemoteProtocolError\)", False),
    ("silent", lambda _: silent, r"broke off \(RemoteProtocolError\)", False),
]


@pytest.mark.parametrize(("name", "act", "reason", "lost"), BAD, ids=[row[0] for row in BAD])
def test_every_failure_is_a_sentence(
    name: str,
    act: Callable[[Endpoint], Act],
    reason: str,
    lost: bool,
    endpoint: Endpoint,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DESK_KEY", KEY)
    endpoint.acts = [act(endpoint)]
    # Half a second only where time is what fails: on a busy machine any answer may take longer.
    seconds = 0.5 if name in ("slow", "trickling") else 20.0
    with pytest.raises(ReaderError, match=reason) as caught:
        ask(endpoint, seconds, key_env="DESK_KEY")
    assert caught.value.lost is lost
    assert "\n" not in str(caught.value)
    assert KEY not in str(caught.value)


def test_who_is_not_there_is_told(endpoint: Endpoint) -> None:
    endpoint.close()
    with pytest.raises(ReaderError, match=r"127\.0\.0\.1:\d+ can't be reached"):
        ask(endpoint)


def test_no_proxy_of_the_environment_is_given_the_copy(endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    endpoint.acts = [endpoint.says(SAID)]
    assert ask(endpoint).text == SAID


def test_without_httpx_that_is_told(endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "httpx", None)
    with pytest.raises(ReaderError, match="extra “reader”") as caught:
        ask(endpoint)
    assert caught.value.lost


@pytest.mark.parametrize(
    ("url", "remote", "host"),
    [
        ("http://127.0.0.1:8080/v1", False, "127.0.0.1:8080"),
        ("http://127.8.0.1/v1", False, "127.8.0.1:80"),
        ("http://localhost:11434/v1", False, "localhost:11434"),
        ("http://[::1]:8080/v1", False, "[::1]:8080"),
        ("https://models.example/v1", True, "models.example:443"),
        ("http://localhost.example/v1", True, "localhost.example:80"),
        ("http://0.0.0.0:8080/v1", True, "0.0.0.0:8080"),
        ("http://10.0.0.7:8080/v1", True, "10.0.0.7:8080"),
        ("http://127.1/v1", True, "127.1:80"),
    ],
)
def test_only_this_machine_is_not_remote(url: str, remote: bool, host: str) -> None:
    reader = ChatReader(url, "quill")
    assert (reader.remote, reader.host) == (remote, host)


@pytest.mark.parametrize(
    "url",
    ["", "127.0.0.1:8080", "ftp://a/v1", "http:///v1", "http://me:pw@a/v1", "http://127.0.0.1@a/v1", "http://a/v1?key=1",
     "http://a/v1#k", "http://a:99999999/v1", "file:///etc/passwd", "http://[::1/v1"],
)  # fmt: skip
def test_an_address_that_is_none_or_holds_a_key(url: str) -> None:
    with pytest.raises(ValueError, match="“url”"):
        ChatReader(url, "quill")


def test_a_model_reads_a_draft(desk: Desk, endpoint: Endpoint) -> None:
    desk.has_chat(endpoint)
    endpoint.acts = [endpoint.says(endpoint.rows(desk.kept, desk.invented))]
    found, told = desk.check()
    assert len(found) == 1
    counts = "2 rows: 1 kept, 0 told already, 1 dropped (words that aren't in the block: 1)"
    assert told == [
        f"the copy of 1 draft goes to {endpoint.url[7:-3]} (model quill)",
        f"{counts}; 1 of at most 100 calls, 700 of at most 500,000 tokens",
    ]


def test_one_retry_then_a_notice(desk: Desk, endpoint: Endpoint) -> None:
    desk.has_chat(endpoint)
    endpoint.acts = [endpoint.sends("", 500), endpoint.says(endpoint.rows(desk.kept))]
    assert len(desk.check()[0]) == 1
    endpoint.asked.clear()
    endpoint.acts = [endpoint.sends("", 500)]
    found, told = desk.check("--no-cache")
    assert found == []
    assert len(endpoint.asked) == 2
    assert f"draft.txt wasn't read: {endpoint.url[7:-3]} answered 500" in told
    endpoint.asked.clear()
    endpoint.acts = [endpoint.sends("", 401)]
    found, told = desk.check("--no-cache")
    assert len(endpoint.asked) == 1
    assert "given up for this run" in told
