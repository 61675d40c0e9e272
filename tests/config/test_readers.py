"""`readers`, `reader` and `never-send`: every mistake with its line, and nothing that a key could stand in."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint import yamlfile
from newslint.config.file import parse_config, read_config
from newslint.config.readers import made
from newslint.config.settings import Config
from newslint.errors import ConfigError
from newslint.plugins.registry import Registry
from newslint.readers.reader import Limits

CHAT = "readers:\n  desk:\n    kind: chat\n    url: http://127.0.0.1:8080/v1\n    model: quill\n"


def config(text: str, folder: Path = Path()) -> Config:
    return parse_config(yamlfile.parse(text, "desk.yml"), folder)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("readers: [a]\n", "desk.yml:1: “readers” should be a mapping"),
        ("readers:\n  desk: chat\n", "desk.yml:2: the reader “desk” needs a “kind”"),
        ("readers:\n  desk: {url: a}\n", "desk.yml:2: the reader “desk” needs a “kind”"),
        (CHAT + "    allow-remote: sure\n", "desk.yml:6: “allow-remote” is true or false"),
        (CHAT + "    timeout: soon\n", "desk.yml:6: “timeout” should be a number from 1 on"),
        (CHAT + "    calls: 0\n", "desk.yml:6: “calls” should be a number from 1 on"),
        (CHAT + "    tokens: 1.5\n", "desk.yml:6: “tokens” should be a number from 1 on"),
        (CHAT + "    letters: 100\n", "desk.yml:6: “letters” should be a number from 2,000 on"),
        (CHAT + "reader: dsek\n", "desk.yml:6: “reader”: there's no reader “dsek” (did you mean “desk”?)"),
        ("reader: desk\n", "desk.yml:1: “reader”: there's no reader “desk”"),
        ("reader: [desk]\n", "desk.yml:1: “reader” should be the name of a reader"),
        ("never-send: {a: b}\n", "desk.yml:1: “never-send” should be a list of words"),
        ("never-send: ['']\n", "desk.yml:1: “never-send” should be a list of words"),
    ],
)
def test_a_mistake_is_told_with_its_line(text: str, said: str) -> None:
    with pytest.raises(ConfigError) as caught:
        config(text)
    assert str(caught.value).startswith(said)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("    key: sk-123\n", "unknown key “key”"),
        ("    api-key: sk-123\n", "unknown key “api-key”"),
        ("    folder: /\n", "unknown key “folder”"),
        ("    seed: first\n", "“seed” should be a whole number, not “first”"),
        ("    url: http://me:sk-123@127.0.0.1/v1\n", "“url” should hold no user, password or key"),
    ],
)
def test_a_reader_that_cannot_be_made(more: str, said: str, built_in: Registry) -> None:
    lines = [line for line in CHAT.splitlines(keepends=True) if line.partition(":")[0] != more.partition(":")[0]]
    readers = config("".join(lines) + more).readers
    assert readers
    with pytest.raises(ConfigError, match=r"desk\.yml:2: the reader “desk”: ") as caught:
        made(readers.entries["desk"], built_in)
    assert said in str(caught.value)
    assert "sk-123" not in str(caught.value)


def test_a_reader_needs_what_its_kind_needs(built_in: Registry) -> None:
    for text, said in (
        ("readers:\n  desk: {kind: chat, url: 'http://a/v1'}\n", "needs “model”"),
        ("readers:\n  desk: {kind: command, command: []}\n", "“command” should be a list"),
        ("readers:\n  desk: {kind: comand}\n", "there's no kind “comand” (did you mean “command”?)"),
    ):
        readers = config(text).readers
        assert readers
        with pytest.raises(ConfigError) as caught:
            made(readers.entries["desk"], built_in)
        assert said in str(caught.value)


def test_limits_are_as_they_are_set() -> None:
    readers = config(CHAT + "    timeout: 2.5\n    calls: 3\n    tokens: 4000\n    letters: 5000\n").readers
    assert readers
    assert readers.entries["desk"].limits == Limits(2.5, 3, 4000, 5000)


def test_what_extends_adds_and_lifts_no_embargo(tmp_path: Path) -> None:
    (tmp_path / "house.yml").write_text(CHAT + "never-send: [EMBARGO]\nreader: desk\n", encoding="utf-8")
    own = "extends: house.yml\nreaders:\n  night: {kind: command, command: [cat]}\nnever-send: SECRET\n"
    (tmp_path / ".newslint.yml").write_text(own, encoding="utf-8")
    readers = read_config(tmp_path / ".newslint.yml").readers
    assert readers
    assert {*readers.entries} == {"desk", "night"}
    assert readers.chosen == "desk"
    assert readers.never_send == ("EMBARGO", "SECRET")


def test_trust_is_in_all_that_is_said_and_in_the_files_that_are_named(tmp_path: Path) -> None:
    def content(text: str) -> str:
        readers = config(text, tmp_path).readers
        assert readers
        return readers.content()

    (tmp_path / "reader.py").write_text("print(1)", encoding="utf-8")
    (tmp_path / ".." / "outside.py").resolve().write_text("print(1)", encoding="utf-8")
    program = "readers:\n  desk: {kind: command, command: [python3, reader.py, ../outside.py]}\n"
    first = content(program)
    texts = [CHAT, CHAT + "    allow-remote: true\n", CHAT + "    calls: 3\n", CHAT + "reader: desk\n"]
    texts += [CHAT + "never-send: [a]\n", CHAT.replace("8080", "8081"), CHAT.replace("desk", "dusk"), program]
    assert len({content(text) for text in texts}) == len(texts)
    assert content("level: error\n" + CHAT) == content(CHAT)
    (tmp_path / ".." / "outside.py").resolve().write_text("print(2)", encoding="utf-8")
    assert content(program) == first, "what lies outside the tree is the user's own"
    (tmp_path / "reader.py").write_text("print(2)", encoding="utf-8")
    assert content(program) != first
