"""Callings: what people are or do, as copy puts it right before a name."""

from __future__ import annotations

from newslint.story.given_names import is_title

# Common nouns only; titles that take a capital before a name are in givennames.
_CALLINGS = frozenset(
    "activist adviser advisor analyst architect artist astronaut banker billionaire boss businessman businesswoman "
    "candidate celebrity chef colleague columnist comedian composer contractor correspondent counsel critic dancer "
    "daughter designer developer diplomat driver economist engineer entrepreneur envoy executive expert farmer "
    "filmmaker footballer forward founder goalkeeper guitarist historian host husband investor journalist lawmaker "
    "lecturer magistrate magnate manager midfielder model mother musician nominee novelist official organiser "
    "organizer owner paedophile painter partner pastor pedophile philanthropist philosopher photographer physician "
    "pilot player playwright poet politician pollster predecessor principal producer psychologist publisher "
    "quarterback rapper reporter researcher resident rival scholar scientist soldier solicitor son songwriter star "
    "strategist striker student successor surgeon suspect teacher trooper trustee tycoon veteran victim "
    "whistleblower widow wife winger winner witness writer".split()
)


def is_calling(word: str) -> bool:
    """Whether `word`, in lower case, says what a person is: an office, a trade, a relation."""
    return word in _CALLINGS or is_title(word)
