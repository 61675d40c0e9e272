"""From the file back to the copy, in every format: the same way as from the copy to the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.document import Block, Document, Piece, Role
from newslint.linter import parsed
from newslint.plugins.registry import Registry
from newslint.reading import read
from newslint.reporters.html.places import Places
from newslint.source import Source, Span

DRAFTS = sorted((Path(__file__).parents[3] / "examples" / "drafts").iterdir())


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.name)
def test_each_word_is_found_again(path: Path, built_in: Registry) -> None:
    document = parsed(read(path), built_in)
    places = Places(document)
    for number, block in enumerate(document.blocks):
        for word in document[block.span].split():
            at = document.text.index(word, block.start)
            if document.place(Span(at, at + len(word))).span != Span(0, 0):
                found = places.of(document.place(Span(at, at + len(word))).span)
                assert (number, Span(at, at + len(word))) in found


def entity() -> Document:
    """A draft in which “&amp;” is one letter, and two blocks lie apart."""
    source = Source("a.html", "<h1>A &amp; B</h1><p>cd</p>", ".html")
    pieces = (
        Piece(0, 2, source, 4, 2),
        Piece(2, 1, source, 6, 5),
        Piece(3, 2, source, 11, 2),
        Piece(7, 2, source, 21, 2),
    )
    return Document(source, "A & B\n\ncd", (Block(Role.HEADLINE, 0, 5), Block(Role.PARAGRAPH, 7, 9)), pieces)


def test_an_entity_is_whole() -> None:
    places = Places(entity())
    assert places.of(Span(8, 9)) == [(0, Span(2, 3))]
    assert places.of(Span(4, 13)) == [(0, Span(0, 5))]


def test_what_goes_through_blocks_is_in_each() -> None:
    assert Places(entity()).of(Span(12, 22)) == [(0, Span(4, 5)), (1, Span(7, 8))]


def test_what_is_no_copy_has_no_place_but_a_neighbour() -> None:
    places = Places(entity())
    assert places.of(Span(14, 18)) == []
    assert places.before(15) == 0
    assert places.before(0) == 0
    assert places.before(99) == 1


def test_a_place_without_length_stands_where_it_is() -> None:
    assert Places(entity()).of(Span(13, 13)) == [(0, Span(5, 5))]
    assert Places(entity()).of(Span(22, 22)) == [(1, Span(8, 8))]


def test_pieces_that_lie_over_one_another_in_the_file_are_all_found() -> None:
    source = Source("a.md", "0123456789", ".md")
    pieces = (Piece(0, 10, source, 0, 10), Piece(12, 2, source, 2, 2))
    document = Document(
        source, "0123456789\n\n23", (Block(Role.HEADLINE, 0, 10), Block(Role.PARAGRAPH, 12, 14)), pieces
    )
    assert Places(document).of(Span(3, 9)) == [(0, Span(3, 9)), (1, Span(13, 14))]
