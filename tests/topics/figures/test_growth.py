from __future__ import annotations

import pytest

from newslint.document import Document
from newslint.topics.figures.changes.changes import changes
from newslint.topics.figures.changes.growth import altered_change_pairs, change_pairs, right, sort_of, steps_of


def told(copy: str) -> set[tuple[str, str, str]]:
    """Each change of `copy` that doesn't fit, with the amounts before and after it."""
    document = Document.of(copy)
    steps = steps_of(document)
    found = ((pair, steps[pair.suspect, pair.other, *pair.also]) for pair in change_pairs(document))
    return {(document[pair.suspect], document[step.before.span], document[step.after.span]) for pair, step in found}


@pytest.mark.parametrize(
    ("copy", "sorts"),
    [
        ("Sales rose 35%.", {"35%": "share"}),
        ("The rate fell by four percentage points.", {"four percentage points": "points"}),
        ("Profits more than doubled.", {"doubled": "multiple"}),
        ("They counted 240 boats, three times the 80 of last year.", {"three times": "multiple"}),
        ("It has 117 shops, 44 more than it had.", {"44": "amount"}),
        ("It passed with a majority of 12 votes.", {"12": "amount"}),
        ("It spent the money, leaving £44.", {"£44": "amount"}),
        ("It covers 35% of the town, which has 80 shops.", {}),
    ],
)
def test_how_changes_are_told(copy: str, sorts: dict[str, str]) -> None:
    document = Document.of(copy)
    assert {document[change.span]: change.sort for change in changes(document)} == sorts


@pytest.mark.parametrize(
    ("copy", "change"),
    [
        ("Sales rose 35% from 200 to 250.", ("35%", "200", "250")),
        ("Sales rose 35% to 250 from 200.", ("35%", "200", "250")),
        ("Sales were 250, against 200 a year ago, up 35%.", ("35%", "200", "250")),
        ("Sales went from 200 to 250. It was a rise of 35%.", ("35%", "200", "250")),
        ("Profits more than doubled, from £40m to £70m.", ("doubled", "£40m", "£70m")),
        ("Net debt fell by £22m to £118m, from £150m in June.", ("£22m", "£150m", "£118m")),
        ("The bill passed 52-48, a margin of eight votes.", ("eight", "52-48", "52-48")),
    ],
)
def test_changes_that_their_ends_do_not_bear_out(copy: str, change: tuple[str, str, str]) -> None:
    assert change in told(copy)


@pytest.mark.parametrize(
    "copy",
    [
        "Sales rose 25% from 200 to 250.",
        "Sales rose by about a third, from 1.2m to 1.6m.",
        "Profits nearly doubled, from £40m to £76m.",
        "Net debt fell by £32m to £118m, from £150m in June.",
        "The bill passed 52-48, a margin of four votes.",
        "Rates rose from 4% to 6%, up two percentage points.",
    ],
)
def test_changes_that_fit(copy: str) -> None:
    assert told(copy) == set()


def test_what_is_right_is_told() -> None:
    document = Document.of("Sales fell 35% from 250 to 200.")
    (pair,) = change_pairs(document)
    assert right(sort_of(pair), steps_of(document)[pair.suspect, pair.other, *pair.also]) == "down 20%"


def test_what_true_pairs_look_like() -> None:
    (pair,) = altered_change_pairs(Document.of("Sales rose 25% from 200 to 250."))
    assert pair.signs["tight"] == 1
