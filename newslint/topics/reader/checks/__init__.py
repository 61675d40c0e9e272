"""Checks of what a second reader tells: one idea, one file, found by its name."""
