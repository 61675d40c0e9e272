"""Figures: amounts that don't agree with each other, or with the arithmetic the copy makes of them.

Two figures conflict only where they are of one thing: what is counted, of whom, as of when, by whose account. The judge weighs
that, by what the readings measure. What is exact in itself needs no judge. Tolerance is the precision as printed; a hedge widens
it, and a number said to have changed is no conflict.

A room for each thing that figures tell: `amounts` (one given twice), `sums`, `shares`, `changes`, `lengths` of time, `ages`, `lists`
and `matches`. What several of them ask stands beside these: `vicinity` says what arithmetic near an amount explains, `qualifiers`
how its clause frames it, `patterns` have one sign in place of each amount, `series` numbers the things of a headline. So do the
readings that have no fellow: `products` (what each costs), `conversions`, `identifiers`, `grids` and `misreckonings` (tables).
"""
