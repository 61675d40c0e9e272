"""Checks of general: one idea, one file, found by its name."""
