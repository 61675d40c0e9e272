from __future__ import annotations

import pytest

from newslint.document import Document
from newslint.parsers.plain import parse
from newslint.source import Source
from newslint.topics.figures.amounts.same_amount import told_twice
from newslint.topics.figures.amounts.turned_figures import turned_figures, weighed_figures

APART = "\n\nIt rained on Sunday.\n\nNobody minded.\n\n"


def story(*paragraphs: str) -> Document:
    return parse(Source("draft.txt", "News of the day\n\n" + APART.join(paragraphs)))


def turned(document: Document) -> list[tuple[str, str]]:
    return [(document[each.suspect], document[each.told]) for each in turned_figures(document)]


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("It takes 1,630 votes.", "The quota is 1,603, no more.", [("1,603", "1,630")]),
        ("It takes 1,630 votes.", "The quota is 1,063, no more.", []),  # two figures between
        ("It takes 630 votes.", "The quota is 360, no more.", [("360", "630")]),
        ("It takes 63 votes.", "The quota is 36, no more.", []),  # of two figures many numbers are
        ("It takes 630 votes.", "Ayle had 410, Borth 500. The quota is 360, no more.", []),  # so are round ones
        ("It takes 1,630 votes.", "The quota is £1,603, no more.", []),
    ],
)
def test_two_neighbouring_figures_change_places(first: str, second: str, found: list[tuple[str, str]]) -> None:
    assert turned(story(first, second)) == found


def test_a_turned_figure_is_told_once() -> None:
    document = story("It has 1,284 wells.", "There were 1,248.")
    assert [document[pair.suspect] for pair, _ in told_twice(document)] == ["1,248"]
    assert turned(document) == [("1,248", "1,284")]
    assert weighed_figures(document) == ()
