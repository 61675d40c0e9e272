"""Checks of repetition: one idea, one file, found by its name."""
