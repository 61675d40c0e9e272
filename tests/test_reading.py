from __future__ import annotations

import os
from pathlib import Path

import pytest

from newslint.errors import UnreadableError
from newslint.reading import MAX_BYTES, decode, read

STORY = "Café in Marle “closes”\n\nThe café has shut, said Zoë Brandt.\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (STORY.encode(), "utf-8"),
        (STORY.encode("utf-8-sig"), "utf-8-sig"),
        (STORY.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + STORY.encode("utf-16-be"), "utf-16"),
        (STORY.encode("utf-32"), "utf-32"),
        (STORY.encode("utf-16-le"), "utf-16-le"),
        (STORY.encode("utf-16-be"), "utf-16-be"),
        (STORY.encode("cp1252"), "cp1252"),
    ],
)
def test_encodings(data: bytes, encoding: str) -> None:
    source = decode(data, "draft.txt", ".txt")
    assert (source.text, source.encoding) == (STORY, encoding)


def test_a_guess_is_told() -> None:
    assert decode(STORY.encode("cp1252"), "a.txt").notices == ("isn't UTF-8; read as Windows-1252",)
    assert decode(STORY.encode("utf-16-le"), "a.txt").notices == ("has no byte order mark; read as UTF-16-LE",)
    assert decode(STORY.encode(), "a.txt").notices == ()


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="windows-1251">', "cp1251"),
        ("<?xml version='1.0' encoding='koi8-r'?>", "koi8-r"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', "cp1252"),
    ],
)
def test_a_page_says_its_encoding(head: str, encoding: str) -> None:
    text = f"{head}<p>Закрыто</p>" if encoding != "cp1252" else f"{head}<p>“Café”</p>"
    source = decode(text.encode(encoding), "page.html", ".html")
    assert (source.text, source.encoding, source.notices) == (text, encoding, ())


@pytest.mark.parametrize("label", ["utf-7", "zlib", "unicode_escape", "rot13", "idna", "nonsense", "utf-8"])
def test_an_encoding_that_a_page_may_not_name_is_passed_over(label: str) -> None:
    source = decode(f'<meta charset="{label}">é'.encode("latin-1"), "page.html", ".html")
    assert source.encoding == "cp1252"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"a\0b", "NUL"),
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04....", "Word"),
        (b"{\\rtf1 Hello}", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\x93" + bytes(range(1, 32)), "no text"),
        (b"\xff\xfea", "utf-16"),
    ],
)
def test_what_is_no_text_is_named_with_its_reason(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason) as caught:
        decode(data, "x.txt")
    assert str(caught.value).startswith("x.txt: ")


def test_an_empty_draft_is_a_draft(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    assert read(tmp_path / "empty.txt").text == ""


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    loop = tmp_path / "loop.txt"
    loop.symlink_to(loop)
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    for path, reason in [
        (large, "larger than 20 MB"),
        (pipe, "pipe"),
        (tmp_path, "is a folder"),
        (tmp_path / "none.txt", "No such file"),
        (loop, "symbolic links"),
        (Path("/dev/null"), "device"),
        (tmp_path / "a\0b", "null"),
    ]:
        with pytest.raises(UnreadableError, match=reason):
            read(path)


def test_what_the_shell_hands_over_is_read() -> None:
    out, into = os.pipe()
    os.write(into, STORY.encode())
    os.close(into)
    try:
        assert read(Path(f"/dev/fd/{out}")).text == STORY
    finally:
        os.close(out)
