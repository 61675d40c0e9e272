from __future__ import annotations

import pytest

from newslint.parsers.plain import parse
from newslint.source import Source
from newslint.topics.dates.headline_dates import headline_dates


def found(headline: str, story: str) -> list[tuple[str, str]]:
    document = parse(Source("draft.txt", f"{headline}\n\n{story}\n\nIt rained a lot in the town."))
    return [(document[date.span], document[date.told]) for date in headline_dates(document)]


@pytest.mark.parametrize(
    ("headline", "story", "pair"),
    [
        ("Storm hits Ayle in June", "The storm hit Ayle on Monday, July 3, and hurt ten people.", ("June", "July")),
        ("Ayle to hold vote in May", "The town of Ayle will hold a vote on June 5.", ("May", "June")),
        ("Mayor to open mill by 2030", "The mayor said the mill will open by 2020.", ("2030", "2020")),
        ("Moor gets 2017 prize", "Ann Moor got the 2018 prize of Ayle on Monday.", ("2017", "2018")),
        ("Fair marks its 30th anniversary", "The fair marks its 20th anniversary.", ("30th", "20th")),
    ],
)
def test_another_date_below_the_headline(headline: str, story: str, pair: tuple[str, str]) -> None:
    assert found(headline, story) == [pair]


@pytest.mark.parametrize(
    ("headline", "story"),
    [
        ("Storm hits Ayle in June", "The storm hit Ayle on June 3. It had been due in July."),
        ("Storm hits Ayle in June", "The storm hit Ayle last month. A storm was due in Borth in July."),
        ("Ayle to hold vote in May", "The town said on June 5 it will hold a vote."),
        ("Ayle to hold vote in May", "The town will hold a vote that was put off from June."),
        ("Moor wins 2017 election", "The 2018 election that Moor hopes for is far off."),
        ("Mayor to open mill by 2030", "The mill was built by 1920. The mayor will open it in ten years."),
        ("Fair marks its 30th anniversary", "The fair is 30. The mill had its 20th anniversary in May."),
    ],
)
def test_dates_of_other_things(headline: str, story: str) -> None:
    assert found(headline, story) == []
