"""Given forms: what the letters of two given names say, of which one may be a short form of the other, or a slip for it."""

from __future__ import annotations

from newslint.startup.expressions import compiled
from newslint.story.given_names import alike, is_title
from newslint.text.lexicon import MAN, WOMAN, entry, folded, may_be_one_given_name

# What a short or pet form, or the form for the other sex, adds to a name.
_DIMINUTIVES = ("ie", "y", "i", "ey", "a", "ee", "er", "r", "o", "s", "an", "in", "ine", "ia", "na", "ne")
_PET_ENDING = compiled(r"(?:ie|y)\Z")
_SYLLABLE = 3  # letters, at least
_RARE = 2


def parted(x: str, y: str) -> tuple[str, str]:
    """Two names without the half that they share: Claude and Marc of Jean-Claude and Jean-Marc."""
    these, those = x.split("-"), y.split("-")
    if len(these) == len(those) > 1 and x != y:
        halves = [(a, b) for a, b in zip(these, those, strict=True) if a != b]
        return "-".join(a for a, _ in halves), "-".join(b for _, b in halves)
    return x, y


def is_slip_of_half(a: str, b: str) -> bool:
    """Whether one is a half of the other misspelled, and no name that anybody has: Cladue, Jean-Claude."""
    whole, part = (a, b) if "-" in a else (b, a)
    if "-" not in whole or "-" in part or entry(part).given:
        return False
    return any(len(half) > 3 and half != part and alike(folded(half), folded(part)) for half in whole.split("-"))


def is_slip_of(word: str, given: str) -> bool:
    """Whether an ordinary word that opens a sentence before a surname is a given name misspelled: “Brain Okafor said”."""
    known, name = entry(word), entry(given)
    if not name.given or known.given or known.word < _RARE or is_title(word):
        return False
    return folded(word)[0] == folded(given)[0] and alike(folded(word), folded(given))


def may_both_stand(a: str, b: str) -> bool:
    """Whether one person can go by both, or two people by one each: Kate and Katie, Jean and Jean-Luc, Paul and Paula."""
    x, y = sorted((folded(a), folded(b)), key=len)
    if x == y or y.startswith(f"{x}-"):
        return True
    if {entry(x).given, entry(y).given} == {MAN, WOMAN} and not may_be_one_given_name(x, y):
        return False
    if may_be_one_given_name(x, y) and not alike(x, y):
        return True
    if _is_pet_form(x, y) and not alike(x, y):
        return True
    stem = x.removesuffix("e")
    if y.startswith(stem) and len(y) > len(x) and y[len(stem) :] in _DIMINUTIVES:
        return True
    return may_be_one_given_name(x, y) and y.startswith(x) and len(y) - len(x) > 1


def _is_pet_form(short: str, whole: str) -> bool:
    """Whether one is the other's beginning, or that with a pet ending: Phil and Philomena, Maddie and Madison."""
    stem = _PET_ENDING.sub("", short)
    if stem[-1:] == stem[-2:-1]:
        stem = stem[:-1]
    return len(stem) >= _SYLLABLE and whole.startswith(stem) and len(whole) - len(stem) >= _SYLLABLE
