"""Repetition: words, sentences, paragraphs and crossheads that stand there twice.

A doubled word is a slip of the hand, unless English doubles it (had had); `doubled_words` also knows the pairs of small
words between which something was cut. `rewritings` are sentences that stand again in nearly the same words, where a
paragraph was moved and rewritten.
"""
