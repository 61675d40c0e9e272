"""What may be wrong: a room for each pack of rules, with its checks and what only they need to know.

A pack, a room and a folder of tests bear one name: of a finding `figures/sum` the rule is in rules/figures.yml, the
check in topics/figures/checks. No room knows another; what two of them ask lies in `story` or `text`.
"""
