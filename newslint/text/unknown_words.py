"""Strange words: those of a draft that stand in no dictionary, each of which may be a slip."""

from __future__ import annotations

from newslint.document import Document, analysis
from newslint.text.lexicon import in_dictionary
from newslint.text.vocabulary import FUNCTION
from newslint.text.words import occurrences, repeated

POSSESSIVES = ("'s", "’s")
_SHORTEST = 3
_LONGEST = 30


# What was found to be no two words in this run: most of a draft stood in the last one as well.
_ordinary: set[str] = set()
_REMEMBERED = 65536


def _is_strange(word: str) -> bool:
    """Whether a word in lower case may be two: of ordinary length and letters, and in no dictionary."""
    usual = _SHORTEST <= len(word) <= _LONGEST and word.isascii() and word.isalpha()
    if usual and word not in FUNCTION and not in_dictionary(word):
        return True
    if len(_ordinary) < _REMEMBERED:
        _ordinary.add(word)
    return False


@analysis
def strange_words(document: Document) -> tuple[str, ...]:
    """Every word in lower case that is in no dictionary and stands once, its possessive ending cut off; in order."""
    places = occurrences(document)
    found = []
    for key in set(places).difference(_ordinary, repeated(document)):
        (first,) = places[key]
        word = key[:-2] if key[-2:] in POSSESSIVES else key
        if _is_strange(word) and (word is key or word not in places):
            found.append((first, word))
    return tuple(dict.fromkeys(word for _, word in sorted(found)))


__all__ = ["POSSESSIVES", "strange_words"]
