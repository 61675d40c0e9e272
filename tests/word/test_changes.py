"""Fixes in Word documents: tracked changes, which the reading then takes as accepted."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from newslint.config.settings import Config
from newslint.desk.fixer import mend, write
from newslint.desk.run import Desk
from newslint.errors import UnreadableError
from newslint.plugins.registry import Registry
from newslint.reading import decode, read
from tests.word.conftest import word_file
from tests.word.test_docx import p, r

WordFile = Callable[..., bytes]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def text_of(data: bytes) -> str:
    return decode(data, "draft.docx", ".docx").text


def changed(data: bytes, *edits: tuple[str, str], when: datetime | None = None) -> bytes:
    """The document with each of these words of its copy replaced."""
    from newslint.word.changes import Replacement, tracked

    text = text_of(data)
    replacements = [Replacement(text.index(old), text.index(old) + len(old), new) for old, new in edits]
    return tracked(data, "draft.docx", replacements, when)


def story(data: bytes, part: str = "word/document.xml") -> Any:
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(part))


def rejected(data: bytes) -> str:
    """The copy as it was before any change of newslint's."""
    from lxml import etree

    tree = story(data)
    for mark in list(tree.iter(f"{W}ins")):
        if mark.get(f"{W}author") == "newslint":
            mark.getparent().remove(mark)
    for mark in list(tree.iter(f"{W}del")):
        if mark.get(f"{W}author") == "newslint":
            for text in mark.iter(f"{W}delText"):
                text.tag = f"{W}t"
            for run in list(mark):
                mark.addprevious(run)
            mark.getparent().remove(mark)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, etree.tostring(tree) if name == "word/document.xml" else old.read(name))
    return text_of(out.getvalue())


def test_what_goes_is_marked_as_deleted_and_what_comes_as_inserted(docx_of: WordFile) -> None:
    draft = docx_of(f"<w:p>{r('Captain Mar')}{r('cheti', '<w:b/>')}{r(' spoke.')}</w:p>")
    done = changed(draft, ("Marcheti", "Marchetti"), when=datetime(2026, 3, 1, 9, 30))
    assert text_of(done) == "Captain Marchetti spoke."
    assert rejected(done) == "Captain Marcheti spoke."
    marks = list(story(done).iter(f"{W}ins", f"{W}del"))
    assert {mark.get(f"{W}author") for mark in marks} == {"newslint"}
    assert {mark.get(f"{W}date") for mark in marks} == {"2026-03-01T09:30:00Z"}
    assert len({mark.get(f"{W}id") for mark in marks}) == len(marks) == 3


def test_what_is_put_in_looks_like_what_it_replaces(docx_of: WordFile) -> None:
    done = changed(docx_of(f"<w:p>{r('A ')}{r('bald', '<w:i/>')}</w:p>"), ("bald", "bold"))
    (inserted,) = story(done).iter(f"{W}ins")
    assert inserted.find(f"{W}r/{W}rPr/{W}i") is not None


def test_edits_in_somebodys_insertion_are_newslints_own(docx_of: WordFile) -> None:
    theirs = f"<w:p><w:ins w:id='9' w:author='Ada'>{r('one too three')}</w:ins></w:p>"
    done = changed(docx_of(theirs), ("too", "two"))
    assert (text_of(done), rejected(done)) == ("one two three", "one too three")
    authors = [mark.get(f"{W}author") for mark in story(done).iter(f"{W}ins")]
    assert authors == ["Ada", "newslint", "Ada"]
    assert all(mark.getparent().tag == f"{W}p" for mark in story(done).iter(f"{W}ins"))


def test_an_edit_may_run_into_a_link_and_over_what_is_deleted(docx_of: WordFile) -> None:
    body = (
        f"<w:p>{r('one ')}<w:del w:id='3' w:author='Ada'><w:r><w:delText>x</w:delText></w:r></w:del>{r('t')}"
        f"<w:hyperlink>{r('oo')}{r(' three')}</w:hyperlink></w:p>"
    )
    done = changed(docx_of(body), ("one too", "1 two"))
    assert (text_of(done), rejected(done)) == ("1 two three", "one too three")


def test_notes_are_changed_in_their_own_part(docx_of: WordFile) -> None:
    note = f'<w:footnote w:id="1">{p("The the end.")}</w:footnote>'
    draft = docx_of(f"<w:p>{r('Copy.')}<w:r><w:footnoteReference w:id='1'/></w:r></w:p>", footnotes=note)
    done = changed(draft, ("The the", "The"))
    assert text_of(done) == "Copy.\nThe end."
    with zipfile.ZipFile(io.BytesIO(done)) as new, zipfile.ZipFile(io.BytesIO(draft)) as old:
        assert {name for name in new.namelist() if new.read(name) != old.read(name)} == {"word/footnotes.xml"}


def test_copy_can_be_put_in_without_taking_any_out(docx_of: WordFile) -> None:
    from newslint.word.changes import Replacement, tracked

    draft = docx_of(p("one three"))
    assert text_of(tracked(draft, "a", [Replacement(4, 4, "two ")])) == "one two three"
    assert text_of(tracked(draft, "a", [Replacement(0, 0, "zero ")])) == "zero one three"


@pytest.mark.parametrize("words", ["one\ntwo", "x\ufffc"])
def test_what_word_cannot_track_is_refused(docx_of: WordFile, words: str) -> None:
    draft = docx_of(p("one") + p("two") + f"<w:p>{r('x')}<m:oMath><m:r><m:t>y</m:t></m:r></m:oMath></w:p>")
    with pytest.raises(UnreadableError, match="a fix "):
        changed(draft, (words, ""))


def test_fix_mends_a_document_and_settles(
    docx_of: WordFile, tmp_path: Path, built_in: Registry, config: Config
) -> None:
    path = tmp_path / "draft.docx"
    path.write_bytes(docx_of(p("Mill burns down") + p("The mayor left the the mill in in April of the year.")))
    lint = Desk(built_in, config).report_on
    mended = mend(lint(read(path)), lint, unsafe=True)
    write(read(path), mended.passes)
    assert read(path).text == mended.report.source.text
    assert " the the " not in read(path).text
    again = mend(lint(read(path)), lint, unsafe=True)
    assert again.passes == ()
    assert again.report.findings == mended.report.findings


@settings(deadline=None, max_examples=30)
@given(
    some.lists(some.text("abc ", min_size=1, max_size=5), min_size=1, max_size=5),
    some.lists(some.tuples(some.integers(0, 20), some.integers(0, 20), some.text("xy", max_size=2)), max_size=3),
)
def test_law_changes_accepted_are_the_edits_and_rejected_the_draft(
    runs: list[str], wanted: list[tuple[int, int, str]]
) -> None:
    pytest.importorskip("docx")
    from newslint.word.changes import Replacement, tracked

    data = word_file(f"<w:p>{r('|')}{''.join(map(r, runs))}{r('|')}</w:p>")
    text = text_of(data)
    edits: list[Replacement] = []
    at = 1
    for first, length, new in wanted:
        start = at + first
        if start + length >= len(text):
            break
        edits.append(Replacement(start, start + length, new))
        at = start + length + 1
    expected = text
    for edit in reversed(edits):
        expected = expected[: edit.start] + edit.text + expected[edit.end :]
    done = tracked(data, "draft.docx", edits)
    assert text_of(done) == expected
    assert rejected(done) == text
