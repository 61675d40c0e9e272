"""Figures: amounts that don't agree with each other, or with the arithmetic the copy makes of them.

Two figures conflict only where they are of one thing: what is counted, of whom, as of when, by whose account. The judge
weighs that: `same_amount` for two figures, `additions` for parts and totals, `proportions` for shares, `growth` for changes,
`lists` for counts that announce a list, `age_pairs` for people meant by their age; `vicinity` says what arithmetic near an amount
explains. Older readings stand beside it until all their examples are told by it, and `surest` lets the surer of both speak:
`claims`, `qualifiers`, `contradictions`, `alignment` (two figures), `totals`, `tallies`, `percentages`, `changes`, `counted_lists`,
`durations`, `day_spans`, `lifetimes`, `conversions`; in their `patterns` one sign stands in place of each amount. Tolerance is the
precision as printed; a hedge widens it, and a number said to have changed is no conflict.
"""
