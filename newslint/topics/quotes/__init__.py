"""Quotes: quotations that come back, in the same words or in others, and marks without their fellow.

The same words twice are nearly always a paragraph moved and not removed; the same words with one changed are worse, for
one of the two is not what was said. `comparison` holds quotations against each other as bare words, `alterations` says
how two differ, `repetitions` how much it weighs that they don't. Marks and `brackets` are paired by what stands beside
them, over the paragraphs of a quotation that runs on.
"""
