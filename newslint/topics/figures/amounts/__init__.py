"""One amount given twice, with two results: `same_amount` pairs those that may be one (of the `told_amounts`), `amount_signs` say what speaks for and
against that, `rounding` how they round; `captioned_numbers` and `latest_dead` need no judge, and `slips` are made up for the fit.
"""
