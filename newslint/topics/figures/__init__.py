"""Figures: amounts that don't agree with each other, or with the arithmetic the copy makes of them.

Two figures conflict only where they are of one thing: what is counted, of whom, as of when, by whose account. The judge
weighs that, by what the readings measure: `same_amount` and its `amount_signs` for two figures, `additions` and `parts` for totals,
`proportions` (bound by their `joints`) and `equivalents` for shares, `changes` and `growth` for what rises and falls, `products` for what each costs, `lists` for
counts that announce a list, `age_pairs` for people meant by their age; `vicinity` says what arithmetic near an amount explains,
`qualifiers` how its clause frames it. What is exact in itself needs no judge: `tallies` (lists), `closed_lists` with their
`partitions`, `spreads` (sentences that tell all parts) and `bound_lists` (lists that say how many they are), `bound_changes` (moves
whose own words bind them to two amounts, of the `steps` there), `performances` of players, `grids` and `misreckonings` (tables), `conversions`, `percentages`, `durations`, `told_spans`,
`undertakings`, `lifetimes`; in their `patterns` one sign stands in place of each amount. Tolerance is the precision as printed; a
hedge widens it, and a number said to have changed is no conflict.
"""
