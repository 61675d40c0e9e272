"""What a draft speaks of: names and people, bodies, amounts, days, and who says what.

The middle floor, shared by all topics. Each file reads one sort of thing out of the text and says where it stands: `mentions`,
`references`, `people`, `families`, `posts`, `relations` and `ages` of persons; `runs`, `windows` and `name_pairs` of everything else that has a
name; `amounts`, `dates`, `events`. What is wrong with any of it is asked one floor up, and whether two places speak of one thing is
weighed by `same`, the judge, with what stands in weights.tsv.
"""
