"""Checks of dates: one idea, one file, found by its name."""
