"""Checks of style: one idea, one file, found by its name."""
