from __future__ import annotations

from newslint.parsers.plain import parse
from newslint.source import Source
from newslint.topics.figures.identifiers import labels


def borne(text: str) -> list[tuple[str, float]]:
    return [(label.word, label.number) for label in labels(parse(Source("draft.txt", text)))]


def test_words_that_bear_a_number() -> None:
    assert borne("The G20 met under Article 50.") == [("g", 20), ("article", 50)]
    assert borne("An A380 filmed at 60fps (see page24).") == [("a", 380), ("~fps", 60), ("page", 24)]


def test_numbers_that_are_no_names() -> None:
    assert borne("On March 12, 40 people came at 9am in the 1980s.") == []
    assert borne("The 12th man had 30 coins, £500 and Rs500.") == []
