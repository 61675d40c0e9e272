"""Namesakes: figures that count things of one noun, by whatever word a headline calls it."""

from __future__ import annotations

from newslint.text.nouns import is_person
from newslint.topics.figures.claims import Fact

# What headlines call shortly, and stories at length.
_SYNONYMS = {
    "firm": "company", "business": "company", "home": "house", "property": "house", "worker": "staff", "employee": "staff",
    "post": "job", "kid": "child", "cop": "officer", "jail": "prison", "nation": "country", "state": "country",
}  # fmt: skip


def is_of_one_noun(fact: Fact, other: Fact) -> bool:
    """Whether both figures count things of one noun, or people whom the same befell."""
    if fact.event and fact.event == other.event:
        return True
    nouns = {fact.noun, other.noun}
    if nouns == {""}:
        return _word_behind(fact) == _word_behind(other) == "times"
    if "" in nouns:
        return False
    return (
        len({_SYNONYMS.get(noun, noun) for noun in nouns}) == 1
        or fact.noun in other.modifiers
        or ("person" in nouns and all(is_person(noun) for noun in nouns))
    )


def _word_behind(fact: Fact) -> str:
    end = fact.quantity.span.end
    return fact.document.text[end : end + 6].strip(" .,:;")
