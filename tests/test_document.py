from __future__ import annotations

from newslint.document import Block, Document, Piece, Role, analysis, kept_by
from newslint.source import Source, Span


def test_a_document_for_tests() -> None:
    document = Document.of((Role.HEADLINE, "Bridge shut"), "It was shut.")
    assert [(block.role, document[block.span]) for block in document.blocks] == [
        (Role.HEADLINE, "Bridge shut"),
        (Role.PARAGRAPH, "It was shut."),
    ]
    assert document.place(Span(13, 15)).span == Span(13, 15)


def test_furniture_is_no_copy() -> None:
    document = Document.of("It was shut.", (Role.FURNITURE, "Most viewed"))
    assert [block.role for block in document.copy] == [Role.PARAGRAPH]


def test_the_block_at_a_place() -> None:
    document = Document.of("One", "Two")
    assert document.block_at(2) == document.blocks[0]
    assert document.block_at(3) is None
    assert document.block_at(7) == document.blocks[1]
    assert document.block_at(99) is None


def test_places_through_pieces() -> None:
    # "a <b>bold</b> &amp; b" set as "a bold & b"
    source = Source("draft", "a <b>bold</b> &amp; b")
    pieces = (Piece(0, 2, source, 0, 2), Piece(2, 4, source, 5, 4), Piece(6, 1, source, 13, 1), Piece(7, 1, source, 14, 5), Piece(8, 2, source, 19, 2))  # fmt: skip
    document = Document(source, "a bold & b", (Block(Role.PARAGRAPH, 0, 10),), pieces)
    for span, written in {
        Span(2, 6): "bold",
        Span(7, 8): "&amp;",
        Span(0, 6): "a <b>bold",
        Span(3, 8): "old</b> &amp;",
        Span(9, 10): "b",
        Span(2, 2): "",
        Span(0, 10): source.text,
    }.items():
        assert source[document.place(span).span] == written


def test_an_analysis_is_made_once_and_can_be_replaced() -> None:
    made: list[str] = []

    @analysis
    def length(document: Document) -> int:
        made.append(document.text)
        return len(document.text)

    document = Document.of("One")
    assert (length(document), length(document), made) == (3, 3, ["One"])
    other = Document(document.source, "One", document.blocks, providers={length: lambda _: 0})
    assert length(other) == 0


def test_what_is_kept_of_a_part_is_made_once_for_each_key() -> None:
    made: list[str] = []

    @kept_by(str.lower)
    def length(document: Document, part: str) -> int:
        made.append(part)
        return len(part) + len(document.text)

    first, second = Document.of("a"), Document.of("bc")
    assert [length(first, "Mill"), length(first, "mill"), length(first, "boat"), length(second, "Mill")] == [5, 5, 5, 6]
    assert made == ["Mill", "boat", "Mill"]
