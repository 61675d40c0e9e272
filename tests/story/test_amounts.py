"""Amounts: what is counted, how it's introduced, and what the words around it make of it."""

from __future__ import annotations

import pytest

from newslint.document import Document
from newslint.story.amounts import Amount, amounts, meets, support


def only(copy: str) -> Amount:
    """The one amount of `copy`."""
    (amount,) = amounts(Document.of(copy))
    return amount


@pytest.mark.parametrize(
    ("copy", "determiner"),
    [
        ("The 63 households were told on Monday.", "the"),
        ("All 46 members came.", "all"),
        ("Its 84 shops are shut.", "its"),
        ("Ayle’s 84 shops are shut.", "’s"),
        ("A crowd of 4,218 saw it.", "of"),
        ("He said that 84 shops were shut.", ""),
        ("Some 84 shops were shut.", ""),
    ],
)
def test_what_makes_an_amount_known(copy: str, determiner: str) -> None:
    assert only(copy).determiner == determiner


@pytest.mark.parametrize(
    ("copy", "head", "persons"),
    [
        ("It has 412 pupils.", "pupil", True),
        ("It took 84 households.", "household", True),
        ("It has 84 old shops.", "shop", False),
        ("It was a 28-save game.", "save", False),
    ],
)
def test_what_is_counted(copy: str, head: str, persons: bool) -> None:
    amount = only(copy)
    assert (amount.head, amount.persons) == (head, persons)


def test_thousands_may_be_parted_by_spaces() -> None:
    assert only("They picked 1 240 tonnes.").value == 1240


def test_a_telephone_number_is_no_thousands() -> None:
    assert 823_735_950 not in {amount.value for amount in amounts(Document.of("Ring 82 373 5950 now."))}


def test_a_bare_million_is_of_the_unit_before_it() -> None:
    hold, held = amounts(
        Document.of("The dams can hold 40 million cubic metres. On Monday they held 14 million, or less.")
    )
    assert held.unit == hold.unit == "cubic metre"


def test_an_age_by_its_neighbour_is_no_amount() -> None:
    assert [amount.value for amount in amounts(Document.of("Of 900 asked, those ages 30 to 49 said no."))] == [900]


def test_an_age_by_what_is_said_behind_it_is_no_amount() -> None:
    assert [amount.value for amount in amounts(Document.of("Of 900 asked, those 65 and older said no."))] == [900]


def test_a_sentence_without_end_has_no_amounts() -> None:
    assert amounts(Document.of("It has 412 pupils" + " and the hall" * 120 + ".")) == ()


@pytest.mark.parametrize(
    "copy", ["Barred to lorries since 13.00, it shut.", "It shut at ten to five.", "It shut at half past nine today."]
)
def test_a_time_of_day_is_no_amount(copy: str) -> None:
    assert amounts(Document.of(copy)) == ()


@pytest.mark.parametrize(
    ("copy", "frame"),
    [
        ("The hall has room for 540 pupils.", "capacity"),
        ("It will cost £4m a year.", "rate"),
        ("A further 12 boats came.", "more"),
        ("It rose to 84.", "moved"),
        ("One of the 84 boats sank.", "one-of"),
    ],
)
def test_what_the_words_around_it_make_of_it(copy: str, frame: str) -> None:
    assert frame in next(a for a in amounts(Document.of(copy)) if a.value > 1).frames


def test_support_counts_by_unit() -> None:
    times = support(Document.of("They sold 84 boats, 84 of them old, for £84."))
    assert (times["count", 84.0], times["£", 84.0]) == (2, 1)


def test_rounded_amounts_meet() -> None:
    about, exact, other = amounts(Document.of("About 400 came. It had 412 guests. It had 471 guests."))
    assert meets(about, exact)
    assert not meets(about, other)
