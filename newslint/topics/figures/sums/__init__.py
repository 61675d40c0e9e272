"""Totals and their parts: `additions` and `parts` are weighed by the judge, by the signs of `sum_signs`. What the copy itself binds to its total
needs no judge: `closed_lists` with their `partitions`, `spreads` and `bound_lists`, `tallies` and `breakdowns`.
"""
