"""Second readers: programs and models that a desk lets read a draft beside newslint, and what of their words stands in it.

A reader is asked by `protocol` and answers with rows: two places by their exact words, a kind, and a reason. `checking` looks
the words up in the draft (`places`), reckons what can be reckoned (`reckoning`) and drops the rest, with a reason that is counted.
What is left are findings of the pack reader; `joining` gives those that newslint tells by itself to its own findings.

Nothing is imported from here, and nothing sent, unless a desk has configured a reader, trusts that configuration and asks
for the reader by name. What a reader says is a stranger's: data about the draft, and nothing else.
"""
