from __future__ import annotations

import pytest

from newslint.parsers.plain import parse
from newslint.source import Source
from newslint.topics.dates.life_events import contradictions


def found(copy: str) -> list[tuple[int, int]]:
    document = parse(Source("draft.txt", f"News of the day\n\n{copy}"))
    return [(later.year, earlier.year) for later, earlier in contradictions(document)]


@pytest.mark.parametrize(
    "copy",
    [
        "Ben Moor, who was shot dead in 1998 in Ayle, was a weaver. His sister said that Ben Moor was killed in 1989.",
        "Ben Moor retired in 1998. Moor, who retired in 1989, wept.",
        "Ben Moor (1920-1998) was a weaver. Moor died in 1989.",
        "Moor died in 1998. Moor’s death in 1989 was a blow.",
        "Ben Moor was shot dead in 1998 in Ayle. Moor was shot dead in 1989, police said.",
        "The Moor Mill, founded in 1998, has grown since its founding in 1989.",
        "The Moor Mill was founded in 1998.\n\nIt has grown since it was founded in 1989.",
        "The 1998 Treaty of Ayle ended it. The Treaty of Ayle, signed in 1989, was read out.",
    ],
)
def test_one_happening_of_two_years(copy: str) -> None:
    assert found(copy) == [(1989, 1998)]


@pytest.mark.parametrize(
    "copy",
    [
        "Ben Moor died in 1998. Eve Moor died in 1989.",
        "Ben Moor retired in 1998 from boxing. Moor retired in 2009 from the bank.",
        "Ann Moor was killed in 1990. A film of how Ann Moor was killed was made in 1996.",
        "The party was founded in 1947. Banned, the party was founded anew in 1974.",
        "Ben Moor died in 1998. Moor’s wife died in 1989.",
        "Ben Moor and his son lived there. Ben Moor died in 1998. Eli Moor wept. Moor died in 2009.",
        "The king died in 1998. The king died in 1989.",
        "Ben Moor, mayor (1990-1998), was a weaver. Moor died in 2005.",
        "Ben Moor killed two men in 1998. Moor killed a third man in 2001.",
        "His murder of two men in 1998 was cruel. His murder of a third in 2001 was too.",
        "The Moor Mill was founded in 1947. The Moor Mill Choir was founded in 1974.",
        "The mill was founded in 1947 and refounded in 1974. The mill was founded again in 1990.",
        "Ben Moor died in 1998. Ben Moor was thought to have died in 1989.",
        "The Treaty of Ayle of 1648 ended it. The 1684 treaty of Borth did not.",
        "The First Battle of Ayle in 1941 was lost. The Second Battle of Ayle in 1914 was not.",
    ],
)
def test_two_happenings(copy: str) -> None:
    assert found(copy) == []
