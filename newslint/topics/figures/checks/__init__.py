"""Checks of figures: one idea, one file, found by its name."""
