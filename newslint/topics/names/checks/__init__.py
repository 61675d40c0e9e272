"""Checks of names: one idea, one file, found by its name."""
