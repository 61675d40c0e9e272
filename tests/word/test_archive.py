"""Archives of strangers: what isn't safe or whole is refused in a sentence."""

from __future__ import annotations

import contextlib
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from newslint.errors import UnreadableError
from newslint.reading import decode

WordFile = Callable[..., bytes]


def refused(data: bytes) -> str:
    with pytest.raises(UnreadableError) as error:
        decode(data, "draft.docx", ".docx")
    assert "\n" not in error.value.reason
    return error.value.reason


def repacked(data: bytes, **changed: bytes | None) -> bytes:
    """The archive with parts changed, added, or, for None, left out; `__` stands for a slash."""
    parts = {name.replace("__", "/"): part for name, part in changed.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in dict.fromkeys([*old.namelist(), *parts]):
            part = parts.get(name) if name in parts else old.read(name)
            if part is not None:
                new.writestr(name, part)
    return out.getvalue()


@pytest.fixture
def whole(docx_of: WordFile) -> bytes:
    return docx_of("<w:p><w:r><w:t>Copy.</w:t></w:r></w:p>")


def document(inside: str, before: str = "") -> bytes:
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f'<?xml version="1.0"?>{before}<w:document xmlns:w="{word}"><w:body>{inside}</w:body></w:document>'.encode()


def test_entities_that_grow_are_never_parsed(whole: bytes) -> None:
    laughs = "<!DOCTYPE d [<!ENTITY a 'ha'>" + "".join(
        f"<!ENTITY {name} '{f'&{below};' * 10}'>" for below, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    body = document("<w:p><w:r><w:t>&i;</w:t></w:r></w:p>", f"{laughs}]>")
    assert "document type" in refused(repacked(whole, **{"word/document.xml": body}))


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels", "x/y.xml"])
def test_no_file_is_fetched_by_an_entity(whole: bytes, tmp_path: Path, part: str) -> None:
    secret = tmp_path / "secret"
    secret.write_text("told")
    body = document("<w:p><w:r><w:t>&s;</w:t></w:r></w:p>", f"<!DOCTYPE d [<!ENTITY s SYSTEM '{secret.as_uri()}'>]>")
    assert "document type" in refused(repacked(whole, **{part: body}))
    assert "document type" in refused(repacked(whole, **{part: body.decode().encode("utf-16")}))


def test_an_encoding_that_hides_a_document_type_is_refused(whole: bytes) -> None:
    body = document("", "<!DOCTYPE d>").decode().encode("utf-32")
    assert refused(repacked(whole, **{"word/document.xml": body}))


def test_a_bomb_is_not_unpacked(whole: bytes) -> None:
    assert "20 MB" in refused(repacked(whole, **{"word/document.xml": b" " * 20_000_001}))
    assert "200 times" in refused(repacked(whole, **{"word/media/a.png": b" " * 5_000_000}))


def test_all_parts_together_have_a_bound(whole: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newslint.word.archive._TOGETHER", 1_000_000)
    assert "1 MB" in refused(repacked(whole, **{f"word/media/{number}.png": b" " * 300_000 for number in range(4)}))


def test_the_number_of_parts_has_a_bound(whole: bytes) -> None:
    assert "parts" in refused(repacked(whole, **{f"word/media/{number}": b"" for number in range(5_001)}))


def test_two_parts_of_one_name_are_refused(whole: bytes) -> None:
    out = io.BytesIO(whole)
    with zipfile.ZipFile(out, "a") as made, pytest.warns(UserWarning, match="Duplicate"):
        made.writestr("word/document.xml", b"<other/>")
    assert "two parts" in refused(out.getvalue())


@pytest.mark.parametrize("cut", [0, 1, 30, 200, 1000, -30, -1])
def test_a_file_that_is_cut_off_is_damaged(whole: bytes, cut: int) -> None:
    assert "damaged" in refused(whole[:cut])


def test_every_damaged_byte_is_a_sentence_or_copy(whole: bytes) -> None:
    for at in range(0, len(whole), 7):
        spoilt = whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :]
        with contextlib.suppress(UnreadableError):  # and nothing else
            decode(spoilt, "draft.docx", ".docx")


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("word/document.xml", None),
        ("word/document.xml", b"<w:document"),
        ("word/document.xml", b"<no/>"),
        ("[Content_Types].xml", None),
        ("_rels/.rels", None),
        ("word/_rels/document.xml.rels", b"<Relationships/>"),
        ("word/styles.xml", None),
        ("word/styles.xml", b"<w:styles/>"),
    ],
)
def test_parts_that_are_missing_or_wrong_cost_a_sentence_at_most(
    whole: bytes, part: str, content: bytes | None
) -> None:
    with contextlib.suppress(UnreadableError):  # and nothing else
        decode(repacked(whole, **{part: content}), "draft.docx", ".docx")


def test_deep_nesting_is_damage(whole: bytes) -> None:
    deep = "<w:p>" + "<w:ins>" * 5_000 + "</w:ins>" * 5_000 + "</w:p>"
    assert "damaged" in refused(repacked(whole, **{"word/document.xml": document(deep)}))


def test_what_is_no_word_document_is_named(docx_of: WordFile) -> None:
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    assert "old Word document" in refused(old)
    assert "password" in refused(old + "EncryptedPackage".encode("utf-16-le"))
    assert "damaged" in refused(b"The bridge was shut on Monday.")
    assert "damaged" in refused(b"%PDF-1.7")


def test_a_file_packed_with_a_password_is_named(whole: bytes) -> None:
    flagged = bytearray(whole)
    at = 0
    while (at := flagged.find(b"PK\x01\x02", at)) >= 0:
        flagged[at + 8] |= 1
        at += 4
    at = 0
    while (at := flagged.find(b"PK\x03\x04", at)) >= 0:
        flagged[at + 6] |= 1
        at += 4
    assert "password" in refused(bytes(flagged))


def test_strict_open_xml_is_named(whole: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(whole)) as old:
        relations = old.read("_rels/.rels").replace(
            b"schemas.openxmlformats.org/officeDocument/2006", b"purl.oclc.org/ooxml/officeDocument"
        )
    assert "Strict" in refused(repacked(whole, **{"_rels/.rels": relations}))
