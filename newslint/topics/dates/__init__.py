"""Dates: days, months and years that no calendar has, or that one event can't have together.

The calendar decides weekdays and impossible days by itself. Everything else asks what happened then: `life_events` are
what befalls somebody once, `headline_dates` the headline's own month or year against the story's.
"""
