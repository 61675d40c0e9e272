"""Checks of spelling: one idea, one file, found by its name."""
