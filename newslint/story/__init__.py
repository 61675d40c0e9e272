"""What a draft speaks of: names and people, bodies, amounts, days, and who says what.

The middle floor, shared by all topics. Each file reads one sort of thing out of the text and says where it stands; what
is wrong with any of it is asked one floor up.
"""
