"""Abbreviations: short forms against the names they stand for.

A short form is explained once, before or where it is first used, for one name, with that name's letters. The reading of
short forms and of what they are said to stand for lies in `story`, since names ask it too.
"""
