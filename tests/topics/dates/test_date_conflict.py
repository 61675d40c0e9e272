from __future__ import annotations

import pytest

from newslint.parsers.plain import parse
from newslint.source import Source
from newslint.topics.dates.checks.date_conflict import DateConflict


def found(text: str) -> list[str]:
    document = parse(Source("draft.txt", text))
    return [document[hit.span] for hit in DateConflict()(document)]


def test_a_contrast_is_no_conflict() -> None:
    once = "They overturned the 2020 election. They overturned the 2020 election. "
    assert found(once + "They overturned the 2022 election.") == ["2022 election"]
    assert found(once + "They overturned the next, the 2022 election.") == []


def test_an_old_year_in_the_title() -> None:
    assert found("News (March 20th, 2018)\n\nThe talks of February 2019 went well.") == ["2018"]
    assert found("News (March 20th, 2018)\n\nThe talks of February 2018 went well, in January 2019 less.") == []


def test_the_same_told_twice_with_two_days() -> None:
    first = "The council voted to close the Weir Street library on 12 March 2018. "
    second = "Neighbours cried when the council voted to close the Weir Street library on 13 March 2018."
    assert found(first + second) == ["13 March 2018"]


def test_a_series_is_no_conflict() -> None:
    copy = (
        "In 2016 the council closed 3 libraries in Weir Street. In 2017 the council closed 4 libraries in Weir Street."
    )
    assert found(copy) == []


def test_an_anniversary_is_no_conflict() -> None:
    assert found("The old bridge collapsed on 12 March 2018. Again the bridge collapsed on 12 March 2019.") == []


def test_a_thing_that_begins_on_two_days() -> None:
    begin = DateConflict(once=("began", "burned", "happened"), single=("crash",))
    for copy, days in (
        ("The trial will begin on March 5. Jurors were told that the trial begins on March 12.", ["March 12"]),
        ("The mill burned down in 1953. When the mill burned down in 1935, the bell was saved.", ["1935"]),
        ("The crash happened on June 10. The June 17 crash was the third this year.", ["June 17"]),
        ("The June 10 crash was bad. The June 17 crash was the third this year.", []),
        ("The talk happened on June 10. The June 17 talk was short.", []),
        ("The trial will begin on March 5. Another trial begins on March 12.", []),
    ):
        document = parse(Source("draft.txt", f"News of the day\n\n{copy}"))
        assert [document[hit.span] for hit in begin(document)] == days


def test_a_year_that_its_century_does_not_have() -> None:
    assert found("The mill was built in the 18th century, in 1653.") == ["1653"]
    assert found("The 19th-century hall was built in 1735.") == ["1735"]
    assert found("In the early 1980s, in 1991, she moved to Ayle.") == ["1991"]
    assert found("The 18th-century mill, which burned in 1953, was built in 1753.") == []
    assert found("The mill was built in the 17th century, in 1700.") == []
    assert found("The 19th-century style hall was built in 1925.") == []
    assert found("The 19th-century poet’s society, which was founded in 1925.") == []


def test_days_that_are_told_in_the_same_words() -> None:
    first = "The joint meeting of both senate committees on foreign trade will be held on February 27 in Ayle.\n\n"
    second = "Moor said the joint meeting of both senate committees on foreign trade is on January 27 in Ayle."
    assert found(first + second) == ["January 27"]
    posts = (
        "Great show! Ann Moor of Ayle Town (@annmoor) February 11, 2017\n\nBad show! Ann Moor of Ayle Town (@annmoor) "
    )
    assert found(posts + "February 12, 2017") == []


@pytest.mark.parametrize(
    "copy",
    [
        "Sales of the mill in Ayle fell to {} tonnes in the week ended March {}.",
        "The mill of Ayle town sells {} bonds due on March {} paying two per cent in gold.",
        "The council of Ayle town said that the {} mills and their millers met on March {} in the state house.",
        "On March 2{1}, the Ayle Daily Courier stated that although the {0} plans were good, they were dear.",
    ],
)
def test_days_of_which_a_story_has_several(copy: str) -> None:
    assert found(f"News of the day\n\n{copy.format(300, 1)}\n\n{copy.format(310, 8)}") == []


def test_days_with_weekdays_of_their_own_are_two() -> None:
    copy = "The council of Ayle town proclaims {}, as the day of its old mills and their millers.\n\n"
    assert found(copy.format("Monday, May 22, 2017") + copy.format("Saturday, May 20, 2017")) == []
