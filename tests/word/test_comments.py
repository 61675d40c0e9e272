"""Comments in Word documents: at their words, and nothing else."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from newslint.errors import UnreadableError
from newslint.reading import decode
from tests.word.conftest import word_file

WordFile = Callable[..., bytes]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BODY = (
    "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>The bridge</w:t></w:r>"
    "<w:hyperlink><w:r><w:t xml:space='preserve'> was shut</w:t></w:r></w:hyperlink>"
    "<w:ins w:id='7' w:author='Ada'><w:r><w:t xml:space='preserve'> on Monday</w:t><w:tab/><w:t>night.</w:t></w:r></w:ins></w:p>"
    "<w:p><w:sdt><w:sdtContent><w:r><w:t>Nobody</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t xml:space='preserve'> was hurt</w:t>"
    "<w:footnoteReference w:id='1'/></w:r></w:p>"
)
NOTES = '<w:footnote w:id="1"><w:p><w:r><w:t>So they said.</w:t></w:r></w:p></w:footnote>'


@pytest.fixture
def plain(docx_of: WordFile) -> bytes:
    return docx_of(BODY, footnotes=NOTES)


def commented(data: bytes, *words: str, lines: tuple[str, ...] = ("a note",), when: datetime | None = None) -> bytes:
    """The document with a comment at each of these words of its copy."""
    from newslint.word.comments import Comment, commented

    text = decode(data, "draft.docx", ".docx").text
    return commented(
        data,
        "draft.docx",
        text,
        [Comment(text.index(each), text.index(each) + len(each), lines) for each in words],
        when,
    )


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def tree(data: bytes, part: str = "word/document.xml") -> Any:
    from lxml import etree

    return etree.fromstring(parts(data)[part])


def covered(data: bytes) -> dict[str, str]:
    """What stands between the marks of each comment, by its number."""
    begun: dict[str, str] = {}
    done: dict[str, str] = {}
    for element in tree(data).iter():
        number = element.get(f"{W}id")
        if element.tag == f"{W}commentRangeStart":
            begun[number] = ""
        elif element.tag == f"{W}commentRangeEnd":
            done[number] = begun.pop(number)
        elif element.tag in {f"{W}t", f"{W}tab"}:
            for each in begun:
                begun[each] += "\t" if element.tag == f"{W}tab" else element.text or ""
    assert not begun
    return done


def bare(data: bytes) -> bytes:
    """The story without comments, runs of one look joined: what annotating must leave as it was."""
    from lxml import etree

    story = tree(data)
    for mark in list(story.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference")):
        gone = mark.getparent() if mark.tag == f"{W}commentReference" else mark
        gone.getparent().remove(gone)
    for run in list(story.iter(f"{W}r")):
        before = run.getprevious()
        if before is not None and before.tag == run.tag and _look(before) == _look(run):
            before.extend(child for child in run if child.tag != f"{W}rPr")
            run.getparent().remove(run)
    for text in list(story.iter(f"{W}t")):
        before = text.getprevious()
        text.attrib.clear()
        if before is not None and before.tag == text.tag:
            before.text += text.text
            text.getparent().remove(text)
    return bytes(etree.tostring(story, method="c14n"))


def _look(run: Any) -> bytes:
    from lxml import etree

    properties = run.find(f"{W}rPr")
    return b"" if properties is None else bytes(etree.tostring(properties, method="c14n"))


def test_a_comment_covers_its_words_and_no_more(plain: bytes) -> None:
    words = ("bridge", "The bridge was", "shut on", "Monday\tnight", "night.", "The bridge was shut on Monday\tnight.")
    assert tuple(covered(commented(plain, *words)).values()).__len__() == len(words)
    for each in words:
        assert list(covered(commented(plain, each)).values()) == [each]


def test_comments_may_overlap(plain: bytes) -> None:
    words = ("bridge was", "was shut", "was", "The bridge was shut")
    assert sorted(covered(commented(plain, *words)).values()) == sorted(words)


def test_a_comment_may_run_over_paragraphs(plain: bytes) -> None:
    assert list(covered(commented(plain, "night.\nNobody was")).values()) == ["night.Nobody was"]


def test_what_no_mark_may_part_is_covered_whole(plain: bytes) -> None:
    assert list(covered(commented(plain, "body")).values()) == ["Nobody"]


def test_a_note_is_commented_at_its_sign(plain: bytes) -> None:
    marked = commented(plain, "they said")
    (reference,) = tree(marked).iter(f"{W}commentReference")
    end = reference.getparent().getprevious()
    assert end.tag == f"{W}commentRangeEnd"
    assert end.getprevious().find(f"{W}footnoteReference") is not None
    assert parts(marked)["word/footnotes.xml"] == parts(plain)["word/footnotes.xml"]


def test_only_the_parts_for_comments_change(plain: bytes) -> None:
    before, after = parts(plain), parts(commented(plain, "bridge"))
    told = {"word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"}
    assert after.keys() - before.keys() == {"word/comments.xml"}
    assert {name for name in before if before[name] != after[name]} == told
    again = parts(commented(commented(plain, "bridge"), "shut"))
    assert {name for name in after if after[name] != again[name]} == {"word/document.xml"}


def test_the_comment_says_who_and_when(plain: bytes) -> None:
    (comment,) = tree(
        commented(plain, "bridge", lines=("one\x07", "two"), when=datetime(2026, 3, 1, 9, 30)), "word/comments.xml"
    )
    assert comment.get(f"{W}author") == "newslint"
    assert comment.get(f"{W}date") == "2026-03-01T09:30:00Z"
    assert [text.text for text in comment.iter(f"{W}t")] == ["one\ufffd", "two"]


def test_a_second_run_replaces_the_first(plain: bytes) -> None:
    once = commented(plain, "bridge", "shut")
    assert commented(once, "bridge", "shut") == once
    assert bare(commented(once, "hurt")) == bare(plain)
    assert list(covered(commented(once, "hurt")).values()) == ["hurt"]
    assert covered(commented(once)) == {}


def test_nothing_to_say_changes_nothing(plain: bytes) -> None:
    assert commented(plain) == plain


def test_comments_of_others_stay(docx_of: WordFile) -> None:
    theirs = '<w:comment w:id="4" w:author="Ada"><w:p><w:r><w:t>Really?</w:t></w:r></w:p></w:comment>'
    marks = (
        '<w:commentRangeStart w:id="4"/><w:r><w:t>Copy here.</w:t></w:r><w:commentRangeEnd w:id="4"/>'
        '<w:r><w:commentReference w:id="4"/></w:r>'
    )
    draft = docx_of(f"<w:p>{marks}</w:p>", comments=theirs)
    twice = commented(commented(draft, "Copy"), "here")
    assert covered(twice) == {"4": "Copy here.", "5": "here"}
    assert [each.get(f"{W}author") for each in tree(twice, "word/comments.xml")] == ["Ada", "newslint"]
    assert covered(commented(twice)) == {"4": "Copy here."}


COMMENT = '<w:comment w:id="{}" w:author="{}"><w:p w14:paraId="{}"><w:r><w:t>a note</w:t></w:r></w:p></w:comment>'
ANCHORED = (
    '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>Copy.</w:t></w:r><w:commentRangeEnd w:id="0"/>'
    '<w:r><w:commentReference w:id="0"/></w:r></w:p>'
)


@pytest.mark.parametrize(
    "more",
    ['<w15:commentEx w15:paraId="A1" w15:done="1"/>', '<w15:commentEx w15:paraId="B2" w15:paraIdParent="A1"/>'],
    ids=["resolved", "answered"],
)
def test_a_comment_that_somebody_has_spoken_of_stays(docx_of: WordFile, more: str) -> None:
    comments = COMMENT.format(0, "newslint", "A1") + COMMENT.format(1, "Ada", "B2")
    draft = docx_of(ANCHORED, comments=comments, commentsExtended=more)
    assert commented(draft) == draft
    assert commented(draft, "Copy") == draft
    assert len(covered(commented(draft, "Copy", lines=("another",)))) == 2


def test_what_newer_words_say_of_a_comment_goes_with_it(docx_of: WordFile) -> None:
    more = '<w15:commentEx w15:paraId="A1" w15:done="0"/><w15:commentEx w15:paraId="B2" w15:done="0"/>'
    comments = COMMENT.format(0, "newslint", "A1") + COMMENT.format(1, "Ada", "B2")
    cleared = commented(docx_of(ANCHORED, comments=comments, commentsExtended=more))
    (left,) = tree(cleared, "word/commentsExtended.xml")
    assert set(left.attrib.values()) == {"B2", "0"}


def test_other_copy_is_refused(plain: bytes) -> None:
    from newslint.word.comments import commented

    with pytest.raises(UnreadableError, match="has changed since it was read"):
        commented(plain, "draft.docx", "Other copy.", [])


SPANS = some.lists(some.tuples(some.integers(0, 60), some.integers(0, 60)), max_size=5)


@settings(deadline=None, max_examples=30)
@given(SPANS, SPANS)
def test_law_comments_are_all_that_is_added(first: list[tuple[int, int]], second: list[tuple[int, int]]) -> None:
    pytest.importorskip("docx")
    from newslint.word.comments import Comment, commented

    data = word_file(BODY, footnotes=NOTES)
    text = decode(data, "draft.docx", ".docx").text

    def marked(data: bytes, spans: list[tuple[int, int]]) -> bytes:
        ordered = [(min(each), max(each)) for each in spans]
        bounded = [(min(start, len(text)), min(end, len(text))) for start, end in ordered]
        return commented(data, "draft.docx", text, [Comment(*each, (str(each),)) for each in bounded])

    once = marked(data, first)
    assert bare(once) == bare(data)
    assert len(covered(once)) == len(first)
    assert decode(once, "draft.docx", ".docx").text == text
    assert marked(once, first) == once
    assert bare(marked(once, second)) == bare(data)
    assert len(covered(marked(once, second))) == len(second)


@settings(deadline=None, max_examples=30)
@given(some.lists(some.lists(some.text("ab ", max_size=4), max_size=4), max_size=4), SPANS)
def test_law_a_comment_covers_its_words(paragraphs: list[list[str]], spans: list[tuple[int, int]]) -> None:
    pytest.importorskip("docx")
    from newslint.word.comments import Comment, commented

    runs = (("".join(f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>' for run in each)) for each in paragraphs)
    data = word_file("".join(f"<w:p>{each}</w:p>" for each in runs))
    text = decode(data, "draft.docx", ".docx").text
    bounded = [(min(*span, len(text)), min(max(span), len(text))) for span in spans if text]
    marked = commented(data, "draft.docx", text, [Comment(start, end, ("a note",)) for start, end in bounded])
    assert decode(marked, "draft.docx", ".docx").text == text
    for number, (start, end) in enumerate(bounded):
        found = covered(marked)[str(number)]
        words = "".join(text[start:end].split())  # paragraphs of white space alone may stand between
        assert found == found.strip()
        assert "".join(found.split()) == words or (not words and len(found) == 1)
