"""Names: one person, place or body that the draft writes two ways.

Distance proves nothing: of the words a letter apart in published copy seven in eight are two things. So pairs are found
by a key and weighed by the judge, sign by sign. For spellings `candidates` finds them, `name_words` is what is known of
each, and `context`, `surroundings`, `distinct_names` and `evidence` read the signs, which `matching` brings to the judge.
`two_forms` does the same for names of several words: bodies, places, works. Of one person `namesakes` weighs two given names (`given_forms` has what their letters say),
`titles` two posts (`two_posts` says how they differ, `one_post` which are one in other words; `described_titles` has posts that stand for somebody; `holders` finds one post of two people, `honours` two honours of one), `honorifics` two forms of address (`misaddressed` one that no given name bears out), `kinship` two words for a relative; `households` counts the children, `siblings` knows who has none, `spouses` whom somebody married. `addresses`, `buildings`, `premises` and `birthplaces` find what is said to be in two places. `variants` and `particles` are forms of
the same letters: capitals, accents, hyphens, small words. `surnames` says when a surname alone means its bearer.
"""
