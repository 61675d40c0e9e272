from __future__ import annotations

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
