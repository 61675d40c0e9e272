from __future__ import annotations

from newslint.plugins.registry import Registry
from newslint.testing import document
from newslint.text.passages import plain_sentences, repeated_paragraphs

FIRE = "The old mill on the river burned down on Sunday night, and nobody was hurt in it."


def test_a_paragraph_again_with_a_word_more(built_in: Registry) -> None:
    copy = document(
        f"Mill burns\n\n{FIRE}\n\nFour crews came from the towns near by.\n\n{FIRE.replace('hurt', 'badly hurt')}",
        built_in,
    )
    (pair,) = repeated_paragraphs(copy)
    assert not pair.exact
    assert pair.first.span.end < pair.again.span.start


def test_a_heading_that_echoes_a_paragraph_is_none(built_in: Registry) -> None:
    assert repeated_paragraphs(document(f"Mill burns\n\n{FIRE}\n\nIt was old.\n\n{FIRE[:-1]}", built_in)) == ()


def test_sentences_with_quotations_are_left_out(built_in: Registry) -> None:
    copy = document(
        "Mill burns\n\nIt was old and made of wood. “It is gone,” she said. Nobody knew why it was so.", built_in
    )
    assert [copy[sentence.span] for sentence in plain_sentences(copy)] == [
        "It was old and made of wood.",
        "Nobody knew why it was so.",
    ]
