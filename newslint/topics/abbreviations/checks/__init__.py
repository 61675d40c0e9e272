"""Checks of abbreviations: one idea, one file, found by its name."""
