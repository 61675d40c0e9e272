from __future__ import annotations

import pytest

from newslint.document import Document
from newslint.plugins.registry import Registry
from newslint.testing import document
from newslint.text.quotations import in_quotation, is_copied, quotes


def said(document: Document) -> list[str]:
    return [document[quote.inner] for quote in quotes(document)]


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        ('He said: “No.” She said: "Yes."', ["No.", "Yes."]),
        ("The plan is ‘dead’, he said. The dogs’ home is shut.", ["dead"]),
        ("The plan is 'dead', he said. The dogs' home is shut.", ["dead"]),
        ("‘The dogs’ dinner,’ he called it.", ["The dogs’ dinner,"]),
        ("“‘I am here,’ he said,” she said.", ["‘I am here,’ he said,", "I am here,"]),
        ("‘He said “no” to me,’ she said.", ["He said “no” to me,", "no"]),
        ("\"I said, 'So there,\"' he said.", ["I said, 'So there,", 'So there,"']),
        ("In the ’90s and the '80s rock ’n’ roll was O’Neill’s life. 'Twas so.", []),
        ('He is 6\' 2" tall, she 5\'11". The record is 12" across.', []),
        ('"I am 6\' 2" in my socks," he said.', ["I am 6' 2\" in my socks,"]),
        ('"It was 2016" and "it was May".', ["It was 2016", "it was May"]),
        ("Er sagte „nein“ und ging. Il dit « non » et partit.", ["nein", " non "]),
        ("He said ``no'' and ‘‘never’’.", ["no", "never"]),
        ("”We never knew,” he said.", ["We never knew,"]),
        ("He called it “abhorrent“ and left.", ["abhorrent"]),
        ('“We never knew," he said.', ["We never knew,"]),
        ('He said "Hello, "she wrote.', ["Hello, "]),
        ('He called it" A great day" and left.', [" A great day"]),
        ("A bullet » and an arrow » and 90% ″ of nothing", []),
        ("", []),
    ],
)
def test_what_is_quoted(copy: str, expected: list[str], built_in: Registry) -> None:
    assert said(document(f"Head\n\n{copy}", built_in)) == expected


def test_quotation_runs_on_over_paragraphs(built_in: Registry) -> None:
    found = quotes(document("Head\n\nHe said: “First.\n\n“Second.\n\n“Third,” he said.", built_in))
    assert [(quote.continues, quote.closed) for quote in found] == [(True, True), (True, True), (False, True)]
    assert [quote.continued for quote in found] == [False, True, True]


def test_quotation_inside_another_runs_on_with_it(built_in: Registry) -> None:
    copy = document("Head\n\n“‘First thing.\n\n“‘Second thing,’ he wrote,” she said.", built_in)
    assert said(copy)[0] == "‘First thing."
    assert all(quote.closed for quote in quotes(copy))


def test_quotation_runs_on_without_new_marks(built_in: Registry) -> None:
    copy = document("Head\n\nHe said: “First thing.\n\nSecond thing.\n\nThird thing.”\n\nHe left.", built_in)
    assert said(copy) == ["First thing.", "Second thing.", "Third thing."]
    assert in_quotation(copy, copy.text.index("Second"))
    assert not in_quotation(copy, copy.text.index("He left"))


def test_paragraphs_of_one_quotation_set_as_one(built_in: Registry) -> None:
    copy = document('Head\n\nHe said: "We knew nothing. "Nobody told us. "Nobody asked." He left.', built_in)
    assert said(copy) == ["We knew nothing.", "Nobody told us.", "Nobody asked."]


def test_unclosed_mark_swallows_no_more_than_its_paragraph(built_in: Registry) -> None:
    copy = document("Head\n\n“We knew it, Ann Hill said. “Nobody told us.”\n\nTom Stone left.", built_in)
    assert said(copy) == ["We knew it, Ann Hill said.", "Nobody told us."]
    assert not quotes(copy)[0].closed
    assert not in_quotation(copy, copy.text.index("Stone"))


def test_outer_quotation_goes_on_behind_an_inner_one(built_in: Registry) -> None:
    copy = document("Head\n\n“He said ‘no’ and Tom left,” she said.", built_in)
    assert [quote.level for quote in quotes(copy)] == [0, 1]
    assert in_quotation(copy, copy.text.index("Tom"))
    assert not in_quotation(copy, copy.text.index("she"))


@pytest.mark.parametrize("mark", ['"', "“", "”", "‘", "’", "'", "„", "«", "``", "(", "[", '“"', ' " ', "\ud800“"])
def test_nothing_but_marks_breaks_nothing(mark: str, built_in: Registry) -> None:
    copy = document("a" + mark * 3000 + "b", built_in)
    assert len(quotes(copy)) <= 3000 * len(mark)


@pytest.mark.parametrize(
    ("copy", "copied"),
    [
        ("The letter reads: “The lorry came.”\n\n“The lorry left,” said Moor.", True),
        ("The letter reads: “The lorry came.” It adds: “The lorry left.”", False),
        ("Hill said: “The lorry came.”\n\n“The lorry left,” said Moor.", False),
    ],
)
def test_what_is_copied_from_a_letter(copy: str, copied: bool, built_in: Registry) -> None:
    draft = document(f"Head\n\n{copy}", built_in)
    assert is_copied(draft, [quote.span for quote in quotes(draft)]) is copied
