"""Grammar in small: the part that a word plays among its neighbours."""

from __future__ import annotations

from newslint.text.vocabulary import BE, FUNCTION, MODALS, PRONOUNS, SPOKE, VERBS

_VERB_LEADS = MODALS | frozenset("to not don't won't can't let's".split())
# Behind a hyphened term: its verb, and no noun that it describes.
_FOLLOWING = SPOKE | frozenset("say left came met made took wants wanted".split())
_LINKS = BE | frozenset("very so more most as too seem seems seemed remain remains".split())

# No noun: it's $15 million larger.
_COMPARATIVES = frozenset(
    "larger higher lower bigger smaller cheaper dearer longer shorter older younger wider".split()
)

ATTRIBUTE, VERB, PREDICATE, FREE = "attribute", "verb", "predicate", "free"


def part_played(before: str, after: str, hyphened: bool = False) -> str:
    """The part a term plays between its neighbours: an attribute of the noun behind it, a verb, a predicate, or free.

    `before` and `after` are the neighbouring words in lower case, "" where a mark or the end of the sentence stands.
    A hyphen by itself makes an attribute of a term that another word follows.
    """
    if before in _VERB_LEADS or before in PRONOUNS - {"one", "her", "it", "you"}:
        return VERB
    if (
        may_be_noun(after)
        or (hyphened and after in {"one", "ones"})
        or (hyphened and after and after not in FUNCTION and after not in _FOLLOWING)
    ):
        return ATTRIBUTE
    return PREDICATE if before in _LINKS else FREE


def may_be_noun(word: str) -> bool:
    """Whether `word`, directly behind a term, can be the noun that the term describes."""
    word = word.replace("’", "'")
    word = word.partition("'")[0] if not word.endswith("n't") else word
    return (
        bool(word)
        and not word[0].isdigit()
        and word not in FUNCTION
        and word not in VERBS
        and word not in _COMPARATIVES
        and not word.endswith(("ly", "ed", "ing"))
    )
