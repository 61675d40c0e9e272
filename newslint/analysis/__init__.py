"""Analyses: pure functions of a Document, computed once and lazily. A check says `for quote in quotes(document)`."""
