"""Dates: days, months and years that no calendar has, or that one event can't have together.

The calendar decides weekdays and impossible days by itself. Everything else asks what happened then: `double_moments` are
one thing that happened, told with two moments, `occurrences` events called by their day, `boxes` lines of lists and tables
that retell the story, `own_dates` the dates that a draft gives itself, `headline_dates` the headline's own month or year against the story's.
"""
