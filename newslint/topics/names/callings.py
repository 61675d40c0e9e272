"""Callings: common nouns that say what a person is, right before or behind a name."""

from __future__ import annotations

from newslint.story.given_names import is_title
from newslint.text.vocabulary import KIN_IN_SINGULAR

# Common nouns only; titles that take a capital before a name are in given_names.
_CALLINGS = frozenset(
    "activist adviser advisor analyst architect artist astronaut banker billionaire boss businessman businesswoman "
    "candidate celebrity chef colleague columnist comedian composer contractor correspondent counsel critic dancer "
    "designer developer diplomat driver economist engineer entrepreneur envoy executive expert farmer "
    "filmmaker footballer forward founder goalkeeper guitarist historian host investor journalist lawmaker "
    "lecturer magistrate magnate manager midfielder model musician nominee novelist official organiser "
    "organizer owner paedophile painter partner pastor pedophile philanthropist philosopher photographer physician "
    "pilot player playwright poet politician pollster predecessor principal producer psychologist publisher "
    "quarterback rapper reporter researcher resident rival scholar scientist soldier solicitor songwriter star "
    "strategist striker student successor surgeon suspect teacher trooper trustee tycoon veteran victim "
    "whistleblower winger winner witness writer".split()
)


def is_calling(word: str) -> bool:
    """Whether `word`, in lower case, says what a person is: an office, a trade, a relation."""
    return word in _CALLINGS or word in KIN_IN_SINGULAR or is_title(word)
