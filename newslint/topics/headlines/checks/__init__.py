"""Checks of headlines: one idea, one file, found by its name."""
