"""How long something lasted, against its two `ends`: weighed by the judge (`told_lengths`), or told together with both of them (`told_spans`,
`elapsed`, `durations`, `undertakings`, `droughts`, `streaks`).
"""
