"""An endpoint of our own, programs of our own, and a desk whose readers they are."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest

DRAFT = """\
Hall closes after 40 years

By Ann Hale

The town hall of Saltmouth closed on Monday. It cost £4.5m to build.

The hall, which opened 30 years ago, cost £6.2m, said Joan Ross.
"""
KEPT = {
    "block": 4, "words": "30 years ago", "other_block": 1, "other": "40 years", "kind": "figures", "why": "One hall, two ages.",
}  # fmt: skip
INVENTED = {**KEPT, "words": "50 years ago"}
# Answers what `act` does with the handler; the next request gets the next one, and the last goes on answering.
Act = Callable[[BaseHTTPRequestHandler], None]


def completion(content: str, **more: Any) -> dict[str, Any]:
    """What a chat endpoint answers."""
    choice = {"index": 0, "message": {"role": "assistant", "content": content}, "finish_reason": "stop"}
    return {"model": "quill-7b", "choices": [choice], "usage": {"total_tokens": 700}, **more}


def rows(*given: Any) -> str:
    return json.dumps({"rows": list(given)})


def sends(body: str | bytes, status: int = 200, kind: str = "application/json", **headers: str) -> Act:
    def act(handler: BaseHTTPRequestHandler) -> None:
        data = body.encode() if isinstance(body, str) else body
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        for name, value in {"Content-Length": str(len(data)), **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(data)

    return act


def says(content: str) -> Act:
    return sends(json.dumps(completion(content)))


class Endpoint:
    """A server on a port of this machine, with what it was asked; tests have its helpers through it."""

    sends = staticmethod(sends)
    says = staticmethod(says)
    rows = staticmethod(rows)
    completion = staticmethod(completion)

    def __init__(self) -> None:
        self.acts: list[Act] = []
        self.asked: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.paths: list[str] = []
        self.leave = threading.Event()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            timeout: ClassVar[float] = 60

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                outer.asked.append(json.loads(body))
                outer.headers.append(dict(self.headers))
                outer.paths.append(self.path)
                act = outer.acts[min(len(outer.asked), len(outer.acts)) - 1]
                try:
                    act(self)
                except OSError:  # whoever asked has gone
                    self.close_connection = True

            def log_message(self, format: str, *args: Any) -> None:
                """Nothing: tests print what they want to."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}/v1"

    def close(self) -> None:
        self.leave.set()
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    made = Endpoint()
    yield made
    made.close()


class Desk:
    """A folder with a draft and a configuration, and newslint run in it."""

    draft = DRAFT
    kept: ClassVar[dict[str, Any]] = KEPT
    invented: ClassVar[dict[str, Any]] = INVENTED

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment: dict[str, str] = {}
        (folder / "draft.txt").write_text(DRAFT, encoding="utf-8")

    def has(self, settings: str, trusted: bool = True) -> None:
        """Give the desk the reader `desk` with these settings, a line each, and what may follow."""
        (self.folder / ".newslint.yml").write_text(f"readers:\n  desk:\n{settings}\n", encoding="utf-8")
        if trusted:
            self.run("trust")

    def has_program(self, code: str, more: str = "") -> None:
        """Give the desk a reader that is this Python program."""
        (self.folder / "reader.py").write_text(code, encoding="utf-8")
        command = json.dumps([sys.executable, "reader.py"])
        self.has(f"    kind: command\n    command: {command}\n{more}")

    def has_chat(self, endpoint: Endpoint, more: str = "") -> None:
        self.has(f"    kind: chat\n    url: {endpoint.url}\n    model: quill\n    timeout: 5\n{more}")

    def start(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "newslint", *words], cwd=self.folder, env={**os.environ, **self.environment},
            capture_output=True, encoding="utf-8", timeout=120, check=False,
        )  # fmt: skip

    def run(self, *words: str, status: int = 0) -> tuple[str, str]:
        done = self.start(*words)
        assert done.returncode == status, done.stdout + done.stderr
        assert "Traceback" not in done.stderr
        return done.stdout, done.stderr

    def check(self, *words: str, status: int = 0) -> tuple[list[str], list[str]]:
        """The findings, and what is said on standard error, a line each, of the draft read by the reader."""
        out, err = self.run(
            "check", "--reader", "desk", "--output-format", "concise", *words, "draft.txt", status=status
        )
        return out.splitlines(), [line.removeprefix("newslint: reader desk: ") for line in err.splitlines()]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "desk"
    folder.mkdir()
    return Desk(folder)
