"""The desk as a program: where it listens, how it starts and ends, and that it keeps, logs and reads nothing of a draft's."""

from __future__ import annotations

import asyncio
import json
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from newslint import extras
from newslint.cli.commands import main
from newslint.config.settings import Config
from newslint.desk.run import Desk as Rules
from newslint.plugins.registry import Registry

if TYPE_CHECKING:
    from tests.server.conftest import Desk

SECRET = "Embargoed until Friday: Anselm Quire resigns."


def everything(*folders: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()}


def test_nothing_of_a_draft_is_kept_or_logged(
    tmp_path: Path, start: Callable[[Path], Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    for name in ("HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "TMPDIR"):
        (home / name).mkdir(parents=True)
        monkeypatch.setenv(name, str(home / name))
    (tmp_path / "work").mkdir()
    desk = start(tmp_path / "work")
    desk.check("A town.")
    before = everything(tmp_path)
    desk.check(SECRET, name="secret.md", stets=[{"fingerprint": "00", "reason": SECRET}])
    assert desk.ask("POST", "/proof", {"text": SECRET}).status == 200
    assert desk.ask("POST", "/check", b'{"text": "' + SECRET.encode()).status == 400
    assert desk.ask("POST", f"/check?name={'Quire' * 30}.xyz", SECRET.encode(), {}).status == 415
    assert everything(tmp_path) == before
    out, err = desk.ended()
    assert (out, err) == ("The desk is closed.\n", "")
    assert desk.process.returncode == 0


def test_it_listens_on_the_loopback_alone(desk: Desk) -> None:
    addresses = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)}
    for address in addresses - {"127.0.0.1"}:
        if str(address).startswith("127."):
            continue
        with pytest.raises(OSError, match=r"refused|unreachable|timed out"):
            socket.create_connection((str(address), desk.port), timeout=5)


def test_a_port_that_is_taken_is_told(desk: Desk) -> None:
    taken = CliRunner().invoke(main, ["desk", "--no-browser", "--isolated", "--port", str(desk.port)])
    assert taken.exit_code == 2
    assert f"port {desk.port} can't be had" in taken.output


def test_where_the_usual_port_is_taken_another_is_found() -> None:
    from newslint.server import serving

    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        usual, serving.PORT = serving.PORT, other.getsockname()[1]
        try:
            with serving.listening(None) as listener:
                assert listener.getsockname()[1] not in (0, serving.PORT)
        finally:
            serving.PORT = usual


def test_a_mistake_in_the_configuration_is_told_before_anybody_waits(tmp_path: Path) -> None:
    (tmp_path / ".newslint.yml").write_text("rules: {names/speling: off}\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "newslint", "desk", "--no-browser", "--port", "0"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert "names/speling" in done.stderr


def test_a_missing_extra_is_named_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(extras.EXTRAS, "desk", "a_module_that_nobody_has")
    done = CliRunner().invoke(main, ["desk", "--no-browser"])
    assert done.exit_code == 2
    assert "the desk in a browser needs the extra “desk”" in done.output


def test_other_commands_never_import_the_server() -> None:
    code = (
        "import sys, newslint.cli.commands; newslint.cli.commands.main(['rules', '--isolated'], standalone_mode=False); "
        "print([name for name in sys.modules if name.startswith(('starlette', 'uvicorn', 'newslint.server'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.endswith("[]\n")


OPENED: list[str] = []
WATCHING = False


def _watch(event: str, given: tuple[Any, ...]) -> None:
    if WATCHING and event in {"open", "os.listdir", "os.scandir", "socket.connect", "subprocess.Popen"}:
        OPENED.append(f"{event} {given[0]}")


@pytest.mark.parametrize("name", ["/etc/passwd", "../../.newslint.yml", "a.md", "//host/share/a.txt", "a.html\0.txt"])
def test_a_draft_opens_no_file(name: str, built_in: Registry) -> None:
    """Whatever it's called and whatever it holds: once the desk has read one draft of the format, it opens nothing."""
    pytest.importorskip("starlette")
    from newslint.server.app import app

    html = '<h1>A</h1><img src="/etc/passwd"><p>[a](file:///etc/passwd) {{< include "/etc/passwd" >}} <!-- stet -->'
    desk = app(Rules(built_in, Config()), ("127.0.0.1:1",))
    for path in ("/check", "/proof"):
        _asked(desk, path, {"text": html, "name": f"warm.{name.rpartition('.')[2]}"})
    for each in _watched(desk, {"text": html, "name": name}):
        assert each in (200, 415)
    assert [line for line in OPENED if "/site-packages/" not in line and "/newslint/" not in line] == []


def _watched(desk: Any, body: dict[str, str]) -> list[int]:
    global WATCHING  # noqa: PLW0603 - what listens to the interpreter can't be taken off again
    if not OPENED:
        sys.addaudithook(_watch)
    OPENED.clear()
    WATCHING = True
    try:
        return [_asked(desk, path, body) for path in ("/check", "/proof")]
    finally:
        WATCHING = False


def test_what_turns_out_too_large_is_refused(built_in: Registry) -> None:
    pytest.importorskip("starlette")
    from newslint.server.app import app

    desk = app(Rules(built_in, Config()), ("127.0.0.1:1",), most=1_000)
    assert _asked(desk, "/check", {"text": "a" * 800}) == 200
    assert _asked(desk, "/check", {"text": "a" * 1_000}) == 413


def _asked(desk: Any, path: str, body: Any) -> int:
    """The status of an answer, without a server between; the length isn't told beforehand."""
    sent: list[Any] = []
    content = json.dumps(body).encode()
    scope = {
        "type": "http",
        "method": "POST",
        "path": path,
        "query_string": b"",
        "headers": [(b"host", b"127.0.0.1:1"), (b"content-type", b"application/json")],
    }
    messages = iter([{"type": "http.request", "body": content, "more_body": False}])

    async def receive() -> Any:
        given = next(messages, None)
        if given is None:
            await asyncio.sleep(60)
        return given

    async def send(message: Any) -> None:
        sent.append(message)

    async def ask() -> None:
        await desk(scope, receive, send)

    asyncio.run(ask())
    return int(sent[0]["status"])


def test_a_mistake_of_newslints_own_is_told_and_written_nowhere(
    built_in: Registry, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("starlette")
    from newslint.server import app as server

    def fail(*_: object) -> object:
        raise ValueError(SECRET)

    monkeypatch.setattr(server, "checked", fail)
    assert _asked(server.app(Rules(built_in, Config()), ("127.0.0.1:1",)), "/check", {"text": SECRET}) == 500
    assert capfd.readouterr() == ("", "")


def test_who_has_gone_is_not_linted_for(built_in: Registry, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of several questions one after another only the last is waited for, and the others cost nothing."""
    pytest.importorskip("starlette")
    from newslint.server import app as server

    linted: list[object] = []
    monkeypatch.setattr(server, "checked", lambda *given: linted.append(given))
    desk = server.app(Rules(built_in, Config()), ("127.0.0.1:1",))
    messages = iter(
        [{"type": "http.request", "body": b'{"text": "a"}', "more_body": False}, {"type": "http.disconnect"}]
    )

    async def receive() -> Any:
        return next(messages)

    async def send(message: Any) -> None:
        pass

    headers = [(b"host", b"127.0.0.1:1"), (b"content-type", b"application/json")]
    scope = {"type": "http", "method": "POST", "path": "/check", "query_string": b"", "headers": headers}

    async def ask() -> None:
        await desk(scope, receive, send)

    asyncio.run(ask())
    assert linted == []
