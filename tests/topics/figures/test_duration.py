from __future__ import annotations

import pytest

from newslint.parsers.plain import parse
from newslint.source import Source
from newslint.topics.figures.checks.duration import Duration


def found(copy: str) -> list[str]:
    document = parse(Source("draft.txt", f"News of the day\n\n{copy}"))
    return [document[hit.span] for hit in Duration()(document) if hit.confidence >= 0.5]


WRONG = [
    "30 years after the dam broke in 1931, it was built again in 1951.",
    "In 1931 the dam broke. It was built again in 1951, 30 years later.",
    "She ruled for 30 years – from 1931 to 1951 – with few friends.",
    "The mill was founded in 1931 and closed in 1951, 30 years later.",
    "It was built in 1901. Fifty years later, in 1961, it burned.",
    "In 2010 it closed, 20 years after opening in 1970.",
    "Published 21 March 2018\n\nIt is 60 years since the flood of 1968.",
    "She was mayor from 1982 to 1998, a ten-year reign.",
    "She was mayor for ten years, from 1982 to 1998.",
    "She was mayor from 1982 to 1998, a period of ten years.",
    "He led the choir from 1982 to 1998, 26 years.",
    "She led it for 26 years, from 1982 to 1998.",
    "She led it for 26 years from 1982 until 1998.",
    "Between 1982 and 1998, a period of 26 years, he led.",
    "His 26-year career (1982-1998) ended.",
    "He ruled for 26 years (1982–1998).",
    "Founded in 1982, it closed in 1998 after 26 years.",
    "He joined in 1982 and left in 1998 after 26 years.",
    "During the 26 years from 1982 to 1998 it grew.",
    "The war lasted 12 years, from 1939 to 1945.",
    "He served 12 years as mayor, from 2001 to 2009.",
    "He was mayor from 2001 to 2009, serving 12 years.",
    "He was mayor for 12 years between 2001 and 2009.",
]
RIGHT = [
    "20 years after the dam broke in 1931, it was built again in 1951.",
    "Ten years after the war of 1914 began, she wrote in 1951, all was calm.",
    "In 1931 the dam broke. It rained in 1940 and 1941. It was built again in 1951, ten years later.",
    "Banks may write off over ten years losses incurred between 1984 and 1990.",
    "It was built in 1901. Sixty years later, in 1961, it burned.",
    "She died in 1961, three years after her friend, whom she met in 1901.",
    "She came in 1961, two years after leaving the mill she built in 1901.",
    "Published 21 March 2018\n\nIt is 50 years since the flood of 1968.",
    "She worked there from 1982 to 1998, five years as chief.",
    "She worked there from 1982 to 1998, serving two years in the mill.",
    "She was chief for ten years at a mill that she owned from 1982 to 1998.",
    "She was mayor from 1982 to 1998, two years longer than Moor.",
    "Debt due between 1982 and 1984 over 12 years is put off.",
    "She lived there from 1982 to 1998, for three years with Ann Moor.",
    "He led it from 1982 to 1998, 16 years. from 1982 to 1998, 17 years",
    "For two decades, from 1982 to 1998, he ruled.",
    "From 1982 to 1998 he paid 30 years of debt.",
    "He was jailed for 26 years in 1982 and freed in 1998.",
]


@pytest.mark.parametrize("copy", WRONG)
def test_what_is_wrong_is_found(copy: str) -> None:
    assert len(found(copy)) == 1


@pytest.mark.parametrize("copy", RIGHT)
def test_what_is_right_stays_silent(copy: str) -> None:
    assert found(copy) == []
