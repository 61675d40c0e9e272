"""Clock times and lengths of time: what's read, and what only looks like one."""

import pytest

from newslint.document import Document
from newslint.story.times import clocks, lapses


@pytest.mark.parametrize(
    ("copy", "minutes"),
    [
        ("She left at 11.40pm and came at 7:05 a.m.", [1420, 425]),
        ("It began at 18:30.", [1110]),
        ("It ended at half past three, a quarter to four or ten past seven.", [210, 225, 430]),
        ("Doors open at noon, and shut at midnight.", [720, 0]),
        ("They met at eight o’clock in the evening.", [1200]),
        ("It was shut from nine until 13.00. It opened at 13.45, after 9.30.", [780, 825, 570]),
        ("It closed at 10.50 a share, at 3.20% or after 2.30 miles.", []),
        ("They won 3:2 and 18:21, and paid £4.50.", []),
        ("It was 7.40 before they came. The cut, it was 7.40 metres, and it was 7.40.", [460]),
        ("At 9.20 this morning, and at twenty to two this afternoon.", [560, 820]),
        ("Five to ten minutes after that, twenty past winners came.", []),
    ],
)
def test_clock_times_are_read(copy: str, minutes: list[int]) -> None:
    assert [clock.minute for clock in clocks(Document.of(copy))] == minutes


def test_a_time_without_its_half_of_the_day_may_be_twelve_hours_later() -> None:
    first, last = clocks(Document.of("From half past three to 4.15pm."))
    assert first.open
    assert not last.open
    assert first.to(last) == 45


@pytest.mark.parametrize(
    ("copy", "minutes", "way"),
    [
        ("half an hour before the robbery", 30, "before"),
        ("Nineteen minutes later", 19, "later"),
        ("two hours and 20 minutes", 140, ""),
        ("an hour and a half after that", 90, "after"),
        ("a two-hour show", 120, ""),
    ],
)
def test_lengths_are_read(copy: str, minutes: int, way: str) -> None:
    (lapse,) = lapses(Document.of(copy))
    assert (lapse.minutes, lapse.way) == (minutes, way)


def test_a_loose_length_is_known() -> None:
    (lapse,) = lapses(Document.of("about half an hour before the robbery"))
    assert lapse.loose
