"""Sexes: whether a form of address or a given name tells a man or a woman."""

from __future__ import annotations

from newslint.story.people import sex_of, sex_of_title
from newslint.story.references import Reference
from newslint.text.lexicon import MAN, WOMAN, entry, folded, full_names

OTHER = {"man": "woman", "woman": "man"}
_NAMES = {MAN: "man", WOMAN: "woman"}
# From this frequency on the lists know a given name well enough to say whose it is; up to this rank it's a word as well.
_USUAL, _ORDINARY = 21, 4


def given_sex(reference: Reference | None) -> str:
    """The sex that a usual given name tells; "" where it's a word as well, or a name of other countries."""
    if reference is None:
        return ""
    one = entry(reference.givens[0])
    usual = one.frequency >= _USUAL and not 0 < one.word <= _ORDINARY
    return _NAMES.get(one.given, "") if usual else ""


def title_sex(reference: Reference) -> str:
    """The sex that a form of address before the name tells, or ""."""
    return _NAMES.get(sex_of_title(reference), "")


def named_sex(reference: Reference) -> str:
    """The sex that a form of address or, of any rank, the given name tells, or ""."""
    return _NAMES.get(sex_of((reference,)), "")


def sex_called(given: str) -> str:
    """The sex that a given name of any rank tells, or ""; the beginning of a longer name of the other sex tells none: Jess is short for Jessica."""
    own, short = entry(given).given, folded(given)
    longer = {entry(name).given for name in full_names(short) if name.startswith(short)}
    return "" if longer & {MAN, WOMAN} - {own} else _NAMES.get(own, "")
