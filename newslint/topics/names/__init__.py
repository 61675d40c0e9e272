"""Names: one person, place or body that the draft writes two ways.

Distance proves nothing: of the words a letter apart in published copy seven in eight are two things. So pairs are
found by their letters (`candidates`), read with all that stands beside them (`name_words`, `context`), and weighed
sign by sign (`evidence`): who shares a given name, who is introduced, which form nobody knows, one against many.
`distinct_names` are the signs that a word is a name of its own. `matching` puts these together for spellings and given
names. `two_forms` tells names of bodies, places and works that differ in one word, as the story's judge weighs them.
`variants` and `particles` are forms of the same letters: capitals, accents, hyphens, small words. `surnames` says when
a surname alone means its bearer, which first references and honorifics ask.
"""
