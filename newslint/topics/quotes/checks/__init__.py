"""Checks of quotes: one idea, one file, found by its name."""
