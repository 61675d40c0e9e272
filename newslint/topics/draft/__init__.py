"""Draft: what the making of a story leaves behind in it.

Placeholders, notes to the desk, marks of tracked changes, lines of the page it was copied from, numbers of a list that
was cut, words that ran together or fell apart (`split_words`).
"""
