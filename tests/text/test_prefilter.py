from __future__ import annotations

import re

import pytest

from newslint.document import Document, Role
from newslint.text.led_numbers import blocks_with_numbers_behind
from newslint.text.prefilter import (
    blocks_with,
    blocks_with_digits,
    blocks_with_words,
    matches_at,
    matches_near,
    places_of,
    signs_in,
    starts_of,
)


def test_finds_what_a_search_of_the_whole_text_finds() -> None:
    text = "x " * 500 + "the price is $XX million, $XXX at most" + " y" * 900 + " and $X."
    pattern = re.compile(r"\$X{1,3}\b")
    near = [at for sign in ("$X", "XX") for at in places_of(text, sign)]
    assert [match.span() for match in matches_near(text, near, pattern)] == [
        match.span() for match in pattern.finditer(text)
    ]


def test_finds_nothing_without_a_sign() -> None:
    assert list(matches_near("nothing here", (), re.compile("nothing"))) == []


@pytest.mark.parametrize("sign", ["TK", "$X", "(tk", "to come", "[", "h T", " 00", "é"])
def test_a_sign_is_found_whatever_it_is_made_of(sign: str) -> None:
    document = Document.of("The café with TK tables cost $X million (tk), page 00 [to come].")
    assert list(signs_in(document, ("<<", sign))) == [sign]
    assert not signs_in(Document.of("Nothing is left, says the caf\u00e8 of Two Kings."), ("<<", sign))


def test_blocks_are_found_by_what_stands_in_them_whatever_its_capitals() -> None:
    document = Document.of(
        "The train was an HOUR late.", "Nobody said why.", (Role.FURNITURE, "1 hour ago"), "Two minutes."
    )
    assert [document[block.span] for block in blocks_with(document, "minute", "hour")] == [
        "The train was an HOUR late.",
        "Two minutes.",
    ]


@pytest.mark.parametrize("word", ["noon", "o", "clock", "s", "he", "day", "u", "2"])
def test_words_are_found_wherever_a_pattern_would_find_them_by_their_bounds(word: str) -> None:
    document = Document.of(
        "He said at Noon, at 2 o’clock or 2-ish: noon-time’s NOON, noon’ll, afternoon.", "The U.S. he’s in."
    )
    assert starts_of(document, [word]) == [
        match.start() for match in re.finditer(rf"\b{word}\b", document.text, re.IGNORECASE)
    ]


def test_blocks_are_found_by_their_words_but_not_by_parts_of_words() -> None:
    document = Document.of(
        "She died.", "The studied plan.", (Role.FURNITURE, "Who died"), "A never-died-down row; all died."
    )
    assert [block.start for block in blocks_with_words(document, ["died", "dies"])] == [0, document.blocks[3].start]


def test_blocks_are_found_by_their_figures() -> None:
    document = Document.of("Two came.", "In 2019 and in 2020.", (Role.FURNITURE, "1 hour ago"), "Up 3%.")
    assert [document[block.span] for block in blocks_with_digits(document)] == ["In 2019 and in 2020.", "Up 3%."]


def test_a_pattern_tried_where_it_can_begin_finds_what_it_finds_everywhere() -> None:
    document = Document.of("At noon, noon noon and noon.", "By noon.")
    pattern = re.compile(r"\bnoon\b(?: noon\b)?")
    assert [match.span() for match in matches_at(document, starts_of(document, ["noon"]), pattern)] == [
        match.span() for match in pattern.finditer(document.text)
    ]


@pytest.mark.parametrize(
    ("copy", "found"),
    [
        ("Moor, aged 43, left.", True),
        ("Aged forty-three, she left.", True),
        ("An aged 43-year-old.", True),
        ("He’s 43.", True),
        ("It has aged. 43 left.", False),
        ("He aged; 43.", False),
        ("At 43 he left, aged.", False),
        ("Aged cheese for three.", False),
    ],
)
def test_a_number_is_led_by_the_word_right_before_it(copy: str, found: bool) -> None:
    assert bool([*blocks_with_numbers_behind(Document.of(copy), "aged", "s")]) is found
