"""Spelling: one word written two ways where both are right.

`varieties` tells British from American spelling, and in which sense of a word the two differ; `hyphenation` tells the
forms of a compound (closed, hyphened, open) that play one part in the sentence; `institutions` tells a body's name that
lost its capitals from the common noun. Quotations, titles and names of bodies keep their own spelling.
"""
