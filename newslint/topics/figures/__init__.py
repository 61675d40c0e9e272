"""Figures: amounts that don't agree with each other, or with the arithmetic the copy makes of them.

Two figures conflict only where they are of one thing: what is counted, of whom, as of when, by whose account. `claims`
says what a figure is said of, `qualifiers` what frames it; `contradictions` and `alignment` hold two of them together, in
the story and between display and story. The others are arithmetic that the copy spells out: `totals` and `tallies` of
parts, `percentages` of a whole, `changes` from one value to another, `counted_lists`, `durations` and `day_spans`,
`lifetimes`, `conversions`. `patterns` puts one sign in place of each amount, so that a pattern speaks of amounts and not of
digits. Tolerance is the precision as printed; a hedge widens it, and a number said to have changed is no conflict.
"""
