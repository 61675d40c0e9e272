"""Roles of a word processor's paragraphs: by style, else by line and place."""

from __future__ import annotations

from newslint.document import Role
from newslint.parsers.styled import parse
from newslint.source import Paragraph, Source

LONG = "The mill by the river burned down on Sunday night, and nobody in the town could say why it had been lit at all."


def roles(*lines: str | tuple[str, Paragraph]) -> list[str]:
    """The roles of lines of copy, each with what a word processor says of it."""
    text, paragraphs = "", []
    for line in lines:
        words, told = (line, Paragraph(0, 0)) if isinstance(line, str) else line
        text += "\n" * bool(text)
        paragraphs.append(told._replace(start=len(text), end=len(text) + len(words)))
        text += words
    document = parse(Source("draft.docx", text, ".docx", paragraphs=tuple(paragraphs)))
    assert len(document.blocks) == len(lines)
    return [block.role.value for block in document.blocks]


def styled(*styles: str, kind: str = "", row: int = 0, strong: bool = False) -> Paragraph:
    return Paragraph(0, 0, styles, kind, row, strong)


def test_styles_of_word_are_roles() -> None:
    assert roles(
        ("Mill burns down", styled("title")),
        ("Nobody knows who lit it", styled("subtitle")),
        LONG,
        ("What next?", styled("heading 2")),
        ("“We wept.”", styled("intense quote", "normal")),
        ("The mill on Sunday.", styled("caption")),
        ("Photograph: Ada Nowak/Agency", styled("caption")),
        ("Flour", styled(kind="list")),
        ("As told to the inquest.", styled("footnote text", kind="footnote")),
    ) == [
        "headline",
        "standfirst",
        "paragraph",
        "crosshead",
        "block quote",
        "caption",
        "credit",
        "list item",
        "list item",
    ]


def test_styles_of_a_desk_are_known_by_their_names_or_by_what_they_are_based_on() -> None:
    found = roles(
        ("Mill burns", styled("kop", "title")), ("Ada Nowak", styled("byline")), ("“Wept”", styled("pull quote"))
    )
    assert found == ["headline", "byline", "pull quote"]


def test_without_a_title_the_first_heading_is_the_headline() -> None:
    assert roles(("Mill burns", styled("heading 1")), LONG, ("Why?", styled("heading 2")))[0] == "headline"
    assert roles(("Mill burns", styled("heading 3")), LONG, ("Why?", styled("heading 3")), LONG)[::2] == [
        "headline",
        "crosshead",
    ]
    assert roles(("Top", styled("title")), ("Why?", styled("heading 1")), LONG)[1] != "headline"


def test_without_any_style_lines_and_places_tell() -> None:
    found = roles("Mill burns down", "By Ada Nowak", LONG, "Picture: the mill on Sunday.", LONG)
    assert found == ["headline", "byline", "paragraph", "caption", "paragraph"]


def test_a_bold_line_is_a_crosshead_in_the_copy_but_not_at_the_top() -> None:
    found = roles(("Mill burns down", styled(strong=True)), LONG, ("What next", styled(strong=True)), LONG)
    assert found == ["headline", "paragraph", "crosshead", "paragraph"]


def test_bold_lines_at_the_top_are_told_by_their_place() -> None:
    found = roles(("News", styled(strong=True)), ("Mill burns down", styled(strong=True)), LONG)
    assert found == ["crosshead", "headline", "paragraph"]


def test_a_bold_line_that_says_what_it_is_is_no_crosshead() -> None:
    photo = ("Photograph: Ada Nowak/Agency", styled(strong=True))
    assert roles("Mill burns down", LONG, photo, LONG)[2] == "credit"


def test_cells_of_a_row_share_it() -> None:
    text = "a\nb"
    paragraphs = Paragraph(0, 1, (), "cell", 3), Paragraph(2, 3, (), "cell", 3)
    blocks = parse(Source("draft.docx", text, ".docx", paragraphs=paragraphs)).blocks
    assert [(block.role, block.row) for block in blocks] == [(Role.TABLE_CELL, 3)] * 2


def test_a_text_box_of_one_paragraph_is_a_pull_quote() -> None:
    box = styled(kind="box")
    assert roles("Mill burns down", LONG, ("“We wept.”", box), LONG)[2] == "pull quote"
    assert roles("Mill burns down", LONG, ("The inquiry", box), (LONG, box), LONG)[2:4] == ["crosshead", "paragraph"]
    assert roles("Mill burns down", LONG, (" ".join([LONG] * 3), box), LONG)[2] == "paragraph"


def test_what_is_invisible_is_no_copy() -> None:
    text = "The \u00admill.\nIt bur\u00adned."
    source = Source("draft.docx", text, ".docx", paragraphs=(Paragraph(0, 10), Paragraph(11, len(text))))
    document = parse(source)
    assert [document[block.span] for block in document.blocks] == ["The mill.", "It burned."]
    place = document.place(document.blocks[1].span)
    assert source[place.span] == "It bur\u00adned."


def test_markers_and_white_space_stand_outside_of_blocks() -> None:
    text = "  1. Boil it. "
    (block,) = parse(Source("draft.docx", text, ".docx", paragraphs=(Paragraph(0, len(text)),))).blocks
    assert text[block.start : block.end] == "Boil it."
    assert block.role is Role.LIST_ITEM
