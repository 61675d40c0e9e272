"""Checks of captions: one idea, one file, found by its name."""
