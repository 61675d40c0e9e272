from __future__ import annotations

import pytest

from newslint.document import Document
from newslint.parsers.plain import parse
from newslint.source import Source
from newslint.topics.figures.amounts.same_amount import amount_pairs


def story(copy: str) -> Document:
    return parse(Source("draft.txt", copy))


def pairs(copy: str) -> dict[tuple[str, str], set[str]]:
    """The suspect and the other of each pair, with the names of its signs."""
    document = story(copy)
    return {(document[pair.suspect], document[pair.other]): set(pair.signs) for pair in amount_pairs(document)}


BODY = "News of the day\n\n"


@pytest.mark.parametrize(
    ("copy", "pair", "sign"),
    [
        (BODY + "It has 1,253 seats.\n\nThe town has 1,235 seats.", ("1,235", "1,253"), "turned"),
        (BODY + "It cost £4.2m.\n\nNobody paid the £4.2bn.", ("£4.2bn", "£4.2m"), "scale"),
        (BODY + "It has 450 seats.\n\nIt sold 4,500 seats.", ("4,500", "450"), "nought"),
        (BODY + "It has 1,253 seats.\n\nIt sold 1,258 seats.", ("1,258", "1,253"), "one-digit"),
        (BODY + "It has 412 pupils.\n\nThe 421 children sang.", ("421", "412"), "persons"),
        (BODY + "The flood hit 48 houses in Ayle.\n\nIn Ayle the flood hit 62 houses.", ("62", "48"), "said-again"),
        (BODY + "The blast killed 12 people.\n\nThe 14 victims lived in Ayle.", ("14", "12"), "same-fate"),
        ("Mill fire kills 12\n\nA mill fire killed 14 people.\n\nIt began at noon.", ("12", "14"), "headline-lead"),
        (BODY + "It employs 480 men.\n\nThe 840 men of last year left.", ("840", "480"), "earlier-apart"),
        (BODY + "The 12 clerks ran.\n\nThe 14 guards, said Moor, sat.", ("14", "12"), "persons"),
    ],
)
def test_what_may_be_one_amount(copy: str, pair: tuple[str, str], sign: str) -> None:
    assert sign in pairs(copy)[pair]


@pytest.mark.parametrize(
    "copy",
    [
        BODY + "It has 1,253 seats.\n\nIt has 1,253 beds.",
        BODY + "About 2,000 people live there.\n\nThe 2,040 people were told.",
        "20 killed\n\nTen workers and ten firemen were killed.\n\nIt was noon.",
        "Sales up 12%\n\nSales rose by 11.8% in May.\n\nIt was a good month.",
    ],
)
def test_what_agrees_is_no_pair(copy: str) -> None:
    assert pairs(copy) == {}


def test_an_amount_spoken_of_as_known_isnt_borne_out_by_a_number_of_something_else() -> None:
    town = (
        "Each town has a shop. A town without one was left out. Nobody in town minded. Her own town is by the sea.\n\n"
    )
    told = (
        BODY
        + town
        + "It asked 90 adults in 14 towns.\n\nThe 14 towns agreed.\n\nAt noon 12 {}.\n\nThe mayors of the 12 towns met."
    )
    assert ("12", "14") in pairs(told.format("were left in the shop"))
    assert ("12", "14") not in pairs(told.format("of the towns were left"))


def test_a_table_is_not_compared_with_itself() -> None:
    assert amount_pairs(story(BODY + "\n\n".join(f"Lap {n}: {n + 1000} metres." for n in range(4000)))) == ()
