"""What a number counts: the noun behind it, in one form whatever its number."""

from __future__ import annotations

from functools import lru_cache

from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.text.vocabulary import (
    ADJECTIVAL,
    ARTICLES,
    AUXILIARIES,
    CLAUSE_WORDS,
    DEMONSTRATIVES,
    KIN_IN_SINGULAR,
    POSSESSIVES,
    PREPOSITIONS,
    SUBJECTS,
    wordlist,
)

_NEXT = compiled(r"[ \u00a0-]([A-Za-z][\w'’-]*)")
_FARTHEST = 5
_IRREGULAR = {
    "people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot",
    "lives": "life", "wives": "wife", "knives": "knife", "wolves": "wolf", "thieves": "thief", "teeth": "tooth",
    "police": "police", "staff": "staff", "mps": "mp", "policemen": "policeman", "crew": "crew", "sheep": "sheep",
    "servicemen": "serviceman", "firemen": "fireman", "congressmen": "congressman", "gunmen": "gunman",
    "cattle": "cattle", "personnel": "personnel", "aircraft": "aircraft", "others": "other", "homes": "home",
    "dead": "dead", "killed": "dead", "deaths": "dead", "fatalities": "dead", "injured": "injured",
    "wounded": "injured", "hurt": "injured", "injuries": "injured", "missing": "missing", "arrested": "arrest",
    "gold": "gold", "silver": "silver", "bronze": "bronze", "crises": "crisis", "series": "series",
}  # fmt: skip
# Words behind which the counted noun is no longer to be looked for.
_STOPS = (
    ARTICLES | DEMONSTRATIVES | POSSESSIVES | SUBJECTS | AUXILIARIES | CLAUSE_WORDS | (PREPOSITIONS - ADJECTIVAL)
) | wordlist(
    """
    not no said says say made make took take went came there here also then up down out off plus minus versus times v vs
    due alone ago later earlier respectively each every apiece died die dies
    """
)
_NOT_PLURAL = wordlist(
    """
    less plus us this across always perhaps previous serious various famous religious dangerous his its was is has
    does business access process press class boss loss mass gas bus series status campus virus crisis basis analysis
    politics news economics physics athletics sports sales arms overseas homeless pass express congress success
    progress address fitness wilderness jobless towards afterwards besides indigenous anonymous nervous numerous
    enormous tremendous
    """
)
_PEOPLE = KIN_IN_SINGULAR | wordlist(
    """
    person man woman boy girl adult baby infant toddler teenager teen youth student pupil teacher passenger
    victim patient soldier officer civilian police policeman worker employee resident migrant refugee prisoner
    inmate hostage protester demonstrator suspect member player voter juror fighter militant rebel casualty survivor
    detainee defendant lawmaker senator mp councillor crew staff sailor marine firefighter doctor nurse guest
    visitor tourist fan spectator villager bystander gunman attacker terrorist insurgent national citizen foreigner
    male female other dead injured delegate candidate athlete footballer miner pilot diplomat official minister
    judge journalist driver cyclist pedestrian troop recruit volunteer applicant graduate family relative american
    briton australian canadian german french
    """
)


class Counted(Row):
    """The head noun (`noun`, singular, lower-case, "" where there's none), the words before it, and where it ends."""

    noun: str
    before: tuple[str, ...]
    end: int


@lru_cache(maxsize=16384)
def singular(word: str) -> str:
    """`word` in lower case and in the singular, as far as its ending tells."""
    word = word.lower()
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def is_plural(word: str) -> bool:
    """Whether `word` looks like a noun in the plural."""
    lower = word.lower()
    if lower in _IRREGULAR:
        return True
    return (
        lower.endswith("s") and not lower.endswith(("ss", "us", "is")) and len(lower) > 3 and lower not in _NOT_PLURAL
    )


def counted(text: str, end: int, limit: int) -> Counted:
    """What the number that ends at `end` counts, looked for up to `limit`."""
    before: list[str] = []
    at = end
    for _ in range(_FARTHEST):
        match = _NEXT.match(text, at, limit)
        if match is None:
            break
        word = match[1].removesuffix("’s").removesuffix("'s").rstrip("'’")
        lower = word.lower()
        if lower in _STOPS:
            break
        at = match.end()
        if is_plural(word):
            return _longest(text, word, before, at, limit)
        before.append(lower)
    return Counted("", tuple(before), at)


def _longest(text: str, word: str, before: list[str], at: int, limit: int) -> Counted:
    """A plural may itself stand before the noun that is counted: “two sports cars”, “three police officers”."""
    match = _NEXT.match(text, at, limit)
    joins = word.lower() in (
        "police",
        "staff",
        "crew",
        "gold",
        "silver",
        "bronze",
        "sports",
        "sales",
        "women",
        "men",
        "arms",
        "missing",
    )
    if match and joins and is_plural(match[1]) and match[1].lower() not in _STOPS:
        return Counted(singular(match[1]), (*before, word.lower()), match.end())
    return Counted(singular(word), tuple(before), at)


def is_person(noun: str) -> bool:
    """Whether the noun (in the singular) is for a human being."""
    return noun in _PEOPLE
