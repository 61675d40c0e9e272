"""A desk that runs, as its users start it, and what asks it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path
from typing import Any, NamedTuple

import pytest

JSON = {"Content-Type": "application/json"}
CONFIG = "level: suggestion\nrules:\n  style/percent: off\n  names/spelling: warning\nplugins: [evil.py]\n"
EVIL = "import pathlib\npathlib.Path('ran').write_text('x')\n"


class Answer(NamedTuple):
    """What the desk said."""

    status: int
    headers: HTTPMessage
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Desk(NamedTuple):
    """A desk that runs in `folder` at `port`."""

    process: subprocess.Popen[str]
    folder: Path
    port: int

    def ended(self) -> tuple[str, str]:
        """What it said on its two outputs, once it's interrupted."""
        self.process.send_signal(signal.SIGINT)
        return self.process.communicate(timeout=30)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def ask(self, method: str, path: str, body: Any = None, headers: Mapping[str, str] = JSON) -> Answer:
        """Ask as a program does; a mapping is sent as JSON."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        sent = json.dumps(body).encode() if isinstance(body, dict) else body
        connection.request(method, path, sent, dict(headers))
        answer = connection.getresponse()
        given = Answer(answer.status, answer.headers, answer.read())
        connection.close()
        return given

    def check(self, text: str, **more: Any) -> Any:
        """The report on a draft."""
        answer = self.ask("POST", "/check", {"text": text, **more})
        assert answer.status == 200, answer.body
        return answer.json


def started(folder: Path, *words: str) -> Desk:
    """A desk that answers, started in `folder`."""
    pytest.importorskip("uvicorn", reason="needs the extra “desk”: pip install '.[desk]'")
    pytest.importorskip("starlette", reason="needs the extra “desk”: pip install '.[desk]'")
    process = subprocess.Popen(
        [sys.executable, "-m", "newslint", "desk", "--no-browser", "--port", "0", *words],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    assert process.stdout
    line = process.stdout.readline()
    assert line.startswith("The desk is at http://127.0.0.1:"), process.communicate()[1]
    return Desk(process, folder, int(line.split(":")[2].split("/")[0]))


@pytest.fixture(scope="session")
def _interruptible_session() -> Iterator[None]:
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture(scope="session")
def start(_interruptible_session: None) -> Iterator[Callable[..., Desk]]:
    """What starts a desk in a folder; those that still run at the end are ended."""
    running: list[Desk] = []

    def start(folder: Path, *words: str) -> Desk:
        running.append(started(folder, *words))
        return running[-1]

    yield start
    for each in running:
        each.process.kill()
        each.process.communicate()


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory, start: Callable[..., Desk]) -> Desk:
    """A desk in a folder with a configuration that names a plugin, which nobody trusts."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / ".newslint.yml").write_text(CONFIG, encoding="utf-8")
    (folder / "evil.py").write_text(EVIL, encoding="utf-8")
    return start(folder)
