"""What rises and falls: `changes` as the copy states them, weighed against the amounts around them (`growth`, `closings`), and those whose own
words bind them to two amounts (`bound_changes`, by their `steps`; `contrary_moves`).
"""
