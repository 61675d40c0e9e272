"""The calendar: how long the months are, and which day of the week a date is."""

from __future__ import annotations

from datetime import date

_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def days_in(month: int, year: int | None = None) -> int:
    """How many days `month` (from 1) has, in any year or in `year`; the longest month's for no month at all."""
    if not 1 <= month <= 12:
        return 31
    if month == 2 and year is not None and not (year % 4 == 0 and (year % 100 or year % 400 == 0)):
        return 28
    return _LENGTHS[month - 1]


def weekday_of(year: int, month: int, day: int) -> int | None:
    """The weekday of a day of the Gregorian calendar, from 0, a Monday; None where there's no such day."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= days_in(month, year)):
        return None
    return date(year, month, day).weekday()
