"""Comments that Google Docs left in copy are no copy."""

from __future__ import annotations

from newslint.document import Document
from newslint.parsers.html.parser import parse as parse_html
from newslint.parsers.plain import parse
from newslint.source import Source

STORY = "Mill burns down\n\nThe old mill[a] burned down on Sunday night.[b][c]\n\nNobody was hurt.\n\n\n"
LIST = "[a]Which mill?\n[b]Was it?\nOr Monday?\n[c]It was.\n"


def plain(text: str) -> Document:
    return parse(Source("draft.txt", text))


def test_anchors_and_their_list_are_no_copy() -> None:
    document = plain(STORY + LIST)
    assert document.text == "Mill burns down\n\nThe old mill burned down on Sunday night.\n\nNobody was hurt."
    assert [comment.text for comment in document.comments] == ["Which mill?", "Was it?\nOr Monday?", "It was."]
    assert [document.text[: comment.offset].split()[-1] for comment in document.comments] == [
        "mill",
        "night.",
        "night.",
    ]
    assert [document.source[comment.span][:3] for comment in document.comments] == ["[a]", "[b]", "[c]"]


def test_places_are_those_of_the_draft() -> None:
    document = plain(STORY + LIST)
    for piece in document.pieces:
        at = piece.start
        assert document.text[at : at + piece.length] == document.source.text[piece.origin : piece.origin + piece.width]
    assert "".join(document.text[p.start : p.start + p.length] for p in document.pieces) == document.text


def test_what_is_invisible_goes_too() -> None:
    document = plain(STORY.replace("burned", "bur\u00adned") + LIST)
    assert "The old mill burned down on Sunday night.\n" in document.text
    assert [document.text[: comment.offset].split()[-1] for comment in document.comments] == [
        "mill",
        "night.",
        "night.",
    ]


def test_a_list_that_is_not_whole_is_copy() -> None:
    for text in (
        STORY,  # no list
        STORY + LIST.replace("[b]", "[d]"),  # one that nothing refers to
        STORY + "[a]Which mill?\n[c]It was.\n[b]Was it?",  # not in order
        STORY.replace("[b]", "") + LIST,  # no anchor
        STORY + LIST.replace("]", "] "),  # notes of the story's own
        STORY.replace("mill[a]", "mill [a]") + LIST,  # brackets of the story's own
    ):
        assert plain(text).text == text


def test_comments_go_on_after_z() -> None:
    letters = [chr(ord("a") + number) for number in range(26)] + ["aa", "ab"]
    text = "The mill" + "".join(f"[{letter}]" for letter in letters) + " burned.\n\n"
    assert plain(text + "\n".join(f"[{letter}]Why?" for letter in letters)).text == "The mill burned."


def test_a_stet_may_stand_in_a_comment() -> None:
    from newslint.stets.comments import suppressions_in

    (stet,) = suppressions_in(plain("The old mill[a] burned.\n\n[a]stet: names/spelling, it is so"))
    assert (stet.kind, stet.rules, stet.reason) == ("stet", ("names/spelling",), "it is so")


def test_a_page_of_google_docs() -> None:
    anchor = '<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup>'
    note = '<div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Which &amp; mill?</span></p></div>'
    text = f"<h1>Mill burns</h1><p>The old mill{anchor} burned down on Sunday night.</p>{note}"
    document = parse_html(Source("draft.html", text, ".html"))
    assert [document[block.span] for block in document.blocks] == [
        "Mill burns",
        "The old mill burned down on Sunday night.",
    ]
    (comment,) = document.comments
    assert document.source[comment.span] == anchor
    assert comment.text == "Which & mill?"
