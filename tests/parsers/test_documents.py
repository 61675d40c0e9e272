"""What holds for the documents of all parsers, whatever the draft."""

from __future__ import annotations

import os
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.document import Document
from newslint.parsers import plain
from newslint.parsers.html import parser as html
from newslint.parsers.markdown import parser as markdown
from newslint.source import Source, Span

Parser = Callable[[Source], Document]
PARSERS = [
    pytest.param(plain.parse, id="plain"),
    pytest.param(markdown.parse, id="markdown"),
    pytest.param(html.parse, id="html"),
]
MARKED = PARSERS[1:]

_bits = st.sampled_from(
    [
        *("Harbour bridge to close", "The mayor, Ada Quill, said so. ", "“We had no choice,” ", "it’s", "12 people", "\n", "\n\n", " ", "\t"),
        *("# ", "## Why now?\n", "- ", "1. ", "> ", "**", "*", "_", "~~", "`", "```\n", "[a](b)", "[", "]", "![alt text](x.png \"Title\")"),
        *("](", "[^1]", "[^1]: A note\n", "[x]: y\n", "| a | b |\n|---|---|\n| c | d |\n", "---\n", "title: Bridge\n", "+++\n", "\\", "\\*"),
        *("<p>", "</p>", "<h1>", "</h1>", "<div class=caption>", "</div>", "<figure>", "<figcaption>", "</figcaption>", "<img alt='An old bridge over dark water'>"),
        *("<ul><li>", "<table><tr><td>", "<script>", "</script>", "<!--", "-->", "<!-- stet: names -->", "<br>", "<b>", "</b>", "<a href=x>"),
        *("&amp;", "&rsquo;", "&#8217;", "&#x110000;", "&nbsp;", "&shy;", "&nonsense;", "&", "<", ">", "\"", "'", "=", "/", "<a b=\""),
        *("\r\n", "\r", "\0", "\ud800", "\ufeff", "\u00a0", "\u2028", "é", "😀", "{{< figure caption=\"A\" >}}", "{% if %}", "[caption id=\"1\"]"),
        *("By Ada Quill", "Photograph: A B/AP", "Image caption", "LONDON (Reuters) - ", "Most viewed", "5 March 2024", "Caption: The bridge"),
    ]
)  # fmt: skip
# The same drafts in every run; `LAWS=search` looks for new ones.
LAW = settings(deadline=None, derandomize=os.environ.get("LAWS") != "search", database=None)
DRAFTS = st.one_of(st.lists(_bits, max_size=40).map("".join), st.text(max_size=120))


@pytest.mark.parametrize("parse", PARSERS)
@settings(LAW, max_examples=400)
@given(text=DRAFTS)
def test_blocks_stand_in_order_in_the_text(parse: Parser, text: str) -> None:
    document = parse(Source("draft", text))
    for block in document.blocks:
        assert 0 <= block.start < block.end <= len(document.text)
        assert not document[block.span][0].isspace()
        assert not document[block.span][-1].isspace()
        if block.marker:
            assert 0 <= block.marker.start < block.marker.end <= block.start
    for before, after in pairwise(document.blocks):
        assert before.end <= (after.marker or after).start


LONE_LABELS = ["Caption:", "Caption: ", "Caption:\n\nA bridge.", "Image caption,", "Photo:\t", "Photo:  A bridge.", "<p>Caption:</p>", "![Caption:](x.png)"]  # fmt: skip


@pytest.mark.parametrize("parse", PARSERS)
@pytest.mark.parametrize("text", LONE_LABELS)
def test_a_label_that_nothing_follows_is_no_empty_block(parse: Parser, text: str) -> None:
    document = parse(Source("draft", text))
    for block in document.blocks:
        assert document[block.span].strip() == document[block.span] != ""


@pytest.mark.parametrize("parse", PARSERS)
@settings(LAW, max_examples=400)
@given(text=DRAFTS, data=st.data())
def test_every_span_has_its_place_in_the_source(parse: Parser, text: str, data: st.DataObject) -> None:
    source = Source("draft", text)
    document = parse(source)
    start = data.draw(st.integers(0, len(document.text)))
    end = data.draw(st.integers(start, len(document.text)))
    place = document.place(Span(start, end))
    assert place.source is source
    assert 0 <= place.span.start <= place.span.end <= len(text)


@pytest.mark.parametrize("parse", PARSERS)
@settings(LAW, max_examples=400)
@given(text=DRAFTS)
def test_what_was_not_rewritten_is_the_writers_own(parse: Parser, text: str) -> None:
    document = parse(Source("draft", text))
    if not document.pieces:
        assert document.text in {"", text}
    for piece in document.pieces:
        copy = document.text[piece.start : piece.start + piece.length]
        if piece.length == piece.width:
            assert copy.split() == text[piece.origin : piece.origin + piece.width].split() or "&" in text
    for before, after in pairwise(document.pieces):
        assert before.start + before.length <= after.start


@pytest.mark.parametrize("parse", MARKED)
@settings(LAW, max_examples=200)
@given(text=DRAFTS)
def test_comments_are_kept_with_their_places(parse: Parser, text: str) -> None:
    document = parse(Source("draft", text))
    for comment in document.comments:
        assert text[comment.span.start : comment.span.end].startswith("<!--")
        assert comment.text in text[comment.span.start : comment.span.end]
        assert 0 <= comment.offset <= len(document.text)


STORMS = [
    *("<div>", "</div>", "<p><b>x", "<ul><li>", "<a href=\"", "<a b=\">\"", "<!--", "<![CDATA[", "<table><tr><td>", "&amp;", "&a", "< ", "<script>"),
    *("> ", "* a\n", "**a", "*a_ ", "[", "[a](", "](", "![", "`", "``a`", "~~", "\\", "{{<", "{%", "| a ", "# ", "[^a]", "[a]: b\n", "a\n"),
    *("word ", "x", "\n", "\r\n\r\n", "- a\n", "•\tb\n", "A: b\n", "Photo: ", "“", "/", ". ", "1/", "a\tb\n", "By A B, ", "Most viewed\n"),
]  # fmt: skip


@pytest.mark.parametrize("parse", PARSERS)
@pytest.mark.parametrize("bit", STORMS)
def test_a_draft_made_of_one_thing_over_and_over_is_read(parse: Parser, bit: str) -> None:
    text = bit * (100_000 // len(bit))
    document = parse(Source("draft", text))
    assert document.place(Span(0, len(document.text))).span.end <= len(text)


@pytest.mark.parametrize("parse", PARSERS)
def test_markup_deeper_than_python_calls_itself(parse: Parser) -> None:
    text = "<div>" * 20_000 + "The bridge closes." + "</div>" * 20_000 + "\n\n" + "> " * 5_000 + "The bridge opens."
    document = parse(Source("draft", text))
    assert any("The bridge" in document[block.span] for block in document.blocks)
