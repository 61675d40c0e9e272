"""Checks of draft: one idea, one file, found by its name."""
