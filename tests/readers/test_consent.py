"""Nothing is sent, and no socket opened, unless a reader is configured and trusted, and asked for by name."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newslint.cli.commands import main

if TYPE_CHECKING:
    from tests.readers.conftest import Desk, Endpoint

ROOT = Path(__file__).parents[2]
# Runs newslint, and writes down every socket that is made, every name that is looked up, every program that is started.
WATCHED = """\
import os, sys
watched = open(os.environ["WATCHED"], "a")
def watch(event, given):
    if event.startswith("socket.") or event in {"subprocess.Popen", "os.exec", "os.posix_spawn", "os.system"}:
        watched.write(event + "\\n")
        watched.flush()
sys.addaudithook(watch)
from newslint.__main__ import main
main()
"""
COMMANDS = [
    ("check", "draft.txt"),
    ("check", "--level", "suggestion", "."),
    ("check", "--fix", "draft.txt"),
    ("check", "--isolated", "draft.txt"),
    ("check", "--offline", "draft.txt"),
    ("draft.txt",),
    ("baseline", "draft.txt"),
    ("stet", "00000000", "draft.txt"),
    ("explain", "00000000", "draft.txt"),
    ("explain", "reader/names"),
    ("rules",),
    ("test", "reader"),
    ("schema", "reader"),
    ("schema", "config"),
    ("plugins",),
    ("trust",),
    ("trust", "--withdraw"),
    ("reader", "--help"),
    ("completion", "zsh"),
    ("annotate", "ferry.docx", "-o", "out.docx"),
    ("init",),
    ("--help",),
    ("--version",),
]
ASKING = [
    ("check", "--reader", "desk", "draft.txt"),
    ("check", "--reader", "desk", "--level", "suggestion", "."),
    ("check", "--reader", "desk", "--fix", "draft.txt"),
    ("baseline", "--reader", "desk", "draft.txt"),
    ("stet", "--reader", "desk", "00000000", "draft.txt"),
    ("explain", "--reader", "desk", "00000000", "draft.txt"),
    ("reader", "try", "desk", "draft.txt"),
    ("annotate", "--reader", "desk", "ferry.docx", "-o", "out.docx"),
]
# These speak with a browser and with an editor of this machine all the time, and ask no reader.
SERVING = {"desk", "lsp"}


def test_every_command_is_watched() -> None:
    assert {words[0] for words in COMMANDS} | SERVING >= {*main.list_commands(None)}
    for name in SERVING:
        text = (ROOT / "newslint" / "cli" / f"{name}.py").read_text(encoding="utf-8")
        assert "reader" not in text


def opened(desk: Desk, *words: str) -> tuple[list[str], str]:
    """What a command opened, and what it said."""
    watched = desk.folder.parent / "watched"
    watched.unlink(missing_ok=True)
    if words[0] == "annotate":
        shutil.copy(ROOT / "examples" / "word" / "ferry.docx", desk.folder)
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, *words], cwd=desk.folder, env={**os.environ, "WATCHED": str(watched)},
        capture_output=True, encoding="utf-8", timeout=120, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert "Traceback" not in done.stderr, done.stderr
    return watched.read_text(encoding="utf-8").split(), done.stderr


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_no_command_opens_anything_by_itself(words: tuple[str, ...], desk: Desk, endpoint: Endpoint) -> None:
    desk.has_chat(endpoint)
    assert opened(desk, *words)[0] == []
    assert endpoint.asked == []


@pytest.mark.parametrize("words", ASKING, ids=" ".join)
def test_a_reader_of_a_configuration_that_nobody_trusts_is_not_asked(
    words: tuple[str, ...], desk: Desk, endpoint: Endpoint
) -> None:
    desk.has(f"    kind: chat\n    url: {endpoint.url}\n    model: quill\nreader: desk", trusted=False)
    things, said = opened(desk, *words)
    assert things == []
    assert "reader desk was left: it's asked once `newslint trust` has recorded it" in said
    assert endpoint.asked == []


@pytest.mark.parametrize("words", ASKING, ids=" ".join)
def test_a_reader_that_is_not_configured_is_a_mistake(words: tuple[str, ...], desk: Desk) -> None:
    things, said = opened(desk, *words)
    assert things == []
    assert "no reader “desk” is configured" in said
    things, said = opened(desk, *words, "--isolated")
    assert things == []


@pytest.mark.parametrize("words", ASKING, ids=" ".join)
def test_another_machine_is_asked_only_where_that_is_allowed(words: tuple[str, ...], desk: Desk) -> None:
    desk.has("    kind: chat\n    url: https://models.example/v1\n    model: quill")
    things, said = opened(desk, *words)
    assert things == []
    assert "reader desk was left: models.example:443 (model quill) isn't this machine" in said


@pytest.mark.parametrize("words", [*ASKING, *COMMANDS[:3]], ids=" ".join)
def test_with_both_consents_it_is_asked_and_that_is_said(
    words: tuple[str, ...], desk: Desk, endpoint: Endpoint
) -> None:
    """The proof that the watch sees what there is to see. An address that isn't loopback, and leads here all the same."""
    url = endpoint.url.replace("127.0.0.1", "0.0.0.0")
    chosen = "" if words in ASKING else "reader: desk"
    desk.has(f"    kind: chat\n    url: {url}\n    model: quill\n    allow-remote: true\n{chosen}")
    endpoint.acts = [endpoint.says(endpoint.rows(desk.kept))]
    things, said = opened(desk, *words)
    assert "socket.connect" in things
    assert said.count(f"reader desk: the copy of 1 draft goes to {url[7:-3]} (model quill)\n") == 1
    assert len(endpoint.asked) == 1
    again = [word for word in words if word != "--fix"]
    things, said = opened(desk, *again)
    assert things == [], "what was answered before is known"
    assert "goes to" not in said


def test_offline_opens_nothing(desk: Desk, endpoint: Endpoint) -> None:
    desk.has_chat(endpoint)
    things, said = opened(desk, "check", "--reader", "desk", "--offline", "draft.txt")
    assert things == []
    assert "draft.txt wasn't read: its answer isn't known, and it isn't asked" in said


@pytest.mark.parametrize("kind", ["chat", "command"])
def test_a_draft_with_words_that_are_never_sent_stays_here(kind: str, desk: Desk, endpoint: Endpoint) -> None:
    embargo = 'never-send: [EMBARGO, "not for  publication"]\n'
    if kind == "chat":
        desk.has_chat(endpoint, embargo)
    else:
        desk.has_program("open('ran', 'w')", embargo)
    for name, copy in (
        ("draft.txt", f"{desk.draft}\nEmbargoed until noon.\n"),
        ("b.txt", f"Not for\npublication\n\n{desk.draft}"),
    ):
        (desk.folder / name).write_text(copy, encoding="utf-8")
    (desk.folder / "embargo.txt").write_text(desk.draft, encoding="utf-8")
    things, said = opened(desk, "check", "--reader", "desk", "draft.txt", "b.txt", "embargo.txt")
    assert things == []
    assert "draft.txt stays here, for it holds “EMBARGO”" in said
    assert "b.txt stays here, for it holds “not for  publication”" in said
    assert "embargo.txt stays here" in said
    assert not (desk.folder / "ran").exists()
    assert endpoint.asked == []


def test_words_that_are_never_sent_are_looked_for_in_what_is_no_copy_too(desk: Desk, endpoint: Endpoint) -> None:
    desk.has_chat(endpoint, "never-send: EMBARGO\n")
    (desk.folder / "draft.md").write_text("---\nstatus: embargo\n---\n\n# Hall\n\nIt closed.\n", encoding="utf-8")
    assert opened(desk, "check", "--reader", "desk", "draft.md")[0] == []


def test_nothing_is_sent_that_would_not_be_shown(desk: Desk, endpoint: Endpoint) -> None:
    desk.has_chat(endpoint)
    for words in (("--select", "names"), ("--ignore", "reader"), ("--level", "error")):
        things, said = opened(desk, "check", "--reader", "desk", *words, "draft.txt")
        assert things == []
        assert "isn't asked: select, ignore or level leave its rules out" in said


def test_trust_is_in_what_was_read(desk: Desk) -> None:
    program = "import json, sys; json.load(sys.stdin); print(json.dumps({'rows': []}))"
    desk.has_program(program)
    assert "goes to" in desk.run("check", "--reader", "desk", "draft.txt")[1]
    config, code = desk.folder / ".newslint.yml", desk.folder / "reader.py"
    text = config.read_text(encoding="utf-8")
    code.write_text(program + "\n#", encoding="utf-8")
    assert "was left" in desk.run("check", "--reader", "desk", "draft.txt")[1]
    code.write_text(program, encoding="utf-8")
    config.write_text(text.replace("    kind", "    calls: 5\n    kind"), encoding="utf-8")
    assert "was left" in desk.run("check", "--reader", "desk", "draft.txt")[1]
    config.write_text(f"level: error\nrules: {{reader/figures: error}}\n{text}", encoding="utf-8")
    assert "was left" not in desk.run("check", "--reader", "desk", "draft.txt")[1]
    moved = desk.folder.rename(desk.folder.with_name("moved"))
    desk.folder = moved
    assert "was left" in desk.run("check", "--reader", "desk", "draft.txt")[1]
    desk.run("trust")
    assert "was left" not in desk.run("check", "--reader", "desk", "draft.txt")[1]
    assert "reader desk (command, command: " in desk.run("trust", "--withdraw")[0]
    assert "was left" in desk.run("check", "--reader", "desk", "draft.txt")[1]


def test_trusting_asks_nobody_and_says_what_is_trusted(desk: Desk, endpoint: Endpoint) -> None:
    desk.has_chat(endpoint)
    out, _ = desk.run("trust")
    assert out == f"reader desk (chat, url: {endpoint.url}, model: quill): may be asked, as it is\n"
    assert endpoint.asked == []


def test_the_configuration_may_ask_and_the_command_line_may_not(desk: Desk, endpoint: Endpoint) -> None:
    desk.has_chat(endpoint, "reader: desk\n")
    endpoint.acts = [endpoint.says(endpoint.rows(desk.kept))]
    assert opened(desk, "check", "--no-reader", "draft.txt") == ([], "")
    out, _ = desk.run("check", "--output-format", "json", "draft.txt")
    assert [finding["rule"] for finding in json.loads(out)["findings"]] == ["reader/figures"]


def test_no_key_is_kept_or_printed(
    desk: Desk, endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    key = "sk-very-secret-0123456789"
    desk.environment["DESK_KEY"] = key
    desk.has_chat(endpoint, "    key-env: DESK_KEY\n")
    endpoint.acts = [endpoint.says(json.dumps({"rows": [], "echo": key, "reader": {"name": key}}))]
    said = "".join(desk.run("reader", "try", "desk", "draft.txt"))
    said += "".join(desk.run("check", "--reader", "desk", "draft.txt"))
    assert endpoint.headers[0]["Authorization"] == f"Bearer {key}"
    endpoint.acts = [endpoint.sends(key, 500)]
    said += "".join(desk.run("check", "--reader", "desk", "--no-cache", "draft.txt"))
    assert key not in said
    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert any("readers" in path.parts for path in kept)
    assert not [path for path in kept if key.encode() in path.read_bytes()]


def test_a_check_without_a_reader_loads_nothing_of_it(desk: Desk, endpoint: Endpoint) -> None:
    desk.has_chat(endpoint)
    code = (
        "import sys\nfrom newslint.__main__ import main\nsys.argv = ['newslint', 'check', *sys.argv[1:]]\n"
        "try:\n    main()\nfinally:\n    print(*sorted(sys.modules))"
    )
    for words in (["--isolated", "draft.txt"], ["draft.txt"]):
        done = subprocess.run(
            [sys.executable, "-c", code, *words], cwd=desk.folder, capture_output=True, encoding="utf-8", check=True
        )
        loaded = done.stdout.splitlines()[-1].split()
        assert "newslint.linter" in loaded
        assert not {"httpx", "socket", "ssl", "subprocess", "newslint.cli.readers", "newslint.desk.second_reader"} & {
            *loaded
        }
        configured = {
            "newslint.readers",
            "newslint.readers.entries",
            "newslint.readers.reader",
            "newslint.readers.protocol",
        }
        assert {name for name in loaded if name.startswith("newslint.readers")} <= (
            configured if len(words) == 1 else set()
        )
