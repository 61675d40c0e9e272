"""Checks: one idea, one file, found by its name.

repeated_word.py holds the check `RepeatedWord`, which packs call `repeated-word`: a class whose fields are the
options of the rules that name it, and whose call yields hits.
"""
