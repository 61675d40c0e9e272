"""Style: one way through the story where several are right.

`styles` reads, place by place, which way the copy takes (3pm or 3 p.m., 21 March or March 21, per cent or %); the one
check asks whether it takes two. All of it is a suggestion: a desk decides which way.
"""
