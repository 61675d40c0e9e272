"""Given names: what stands before a surname, and whether two of them can be one person's."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Set
from functools import lru_cache

from newslint.startup.expressions import compiled
from newslint.text.lexicon import COUNTRY, entry, folded, may_be_one_given_name, may_be_one_romanised_name
from newslint.text.similarity import edits, sound
from newslint.text.vocabulary import HONORIFICS, NAME_PARTICLES, POINTED_PLACES, SHORT_TITLES, wordlist

# What stands before a name without being part of it; that of a saint is, as names of churches, schools and places have it.
TITLES = (frozenset([*HONORIFICS, *SHORT_TITLES]) - {"st", "ste"}) | wordlist(
    "senator representative congressman congresswoman governor president vice prime minister premier chancellor king queen prince princess "
    "pope cardinal bishop archbishop archdeacon brigadier reverend father sister brother rabbi imam sheikh sheik ayatollah judge justice "
    "attorney general secretary speaker mayor councillor councilman councilwoman councilmember councilmen councilmembers commissioner chief director chairman "
    "chairwoman chair ceo sheriff officer detective inspector superintendent constable sergeant captain "
    "lieutenant pc cllr colonel major admiral commander corporal private ambassador coach "
    "republican democrat democratic conservative labour deputy former acting assistant leader staff aide spokesman "
    "spokeswoman spokesperson mp mep msp lawyer prosecutor undersecretary treasurer editor author actor actress singer "
    "whip engineer principal undersheriff coroner magistrate manager organiser organizer surveyor architect curator headteacher "
    "headmaster headmistress executive administrator comptroller auditor registrar economist analyst provost depute convener"
)

# Ranks of detectives, by their letters: in capitals only, for “Di” is a given name.
INITIALS = frozenset("dc ds di dci".split())
_COMPARISONS = 100
# A word of this frequency is a small one (in, so, an), though somebody somewhere is called so.
_EVERYWHERE = 28
_OF_A_COUNTRY = ("ian", "ish", "ese")


@lru_cache(maxsize=16384)
def is_title(word: str) -> bool:
    """Whether `word` may stand before a name as a title or an office."""
    low = word.rstrip(".").lower()
    ranks = low in TITLES or ("-" in low and all(part in TITLES for part in low.split("-")))
    return ranks or (low in INITIALS and word.isupper())


_LETTERS = compiled(r"\w|(?:[^\W\d_]\.)+")


@lru_cache(maxsize=16384)
def is_initials(word: str) -> bool:
    """Whether `word` is an initial or several: J, J., J.K."""
    return _LETTERS.fullmatch(word) is not None


@lru_cache(maxsize=16384)
def looks_given(word: str) -> bool:
    """Whether `word`, standing before a surname, can be a given name or an initial."""
    plain = word.rstrip(".")
    if is_title(plain):
        return False
    if is_initials(word):
        return word != "I" and word not in POINTED_PLACES  # “The Hill I Climb”; an initial would have its point
    if plain.isupper():
        return False
    known = entry(plain)
    if known.word == 1 and known.frequency >= _EVERYWHERE and known.surname < 4:
        return False
    if not known.given and (known.place or _is_of_a_country(plain)):
        return False
    return bool(known.given) or known.word == 0 or known.word > 3


def _is_of_a_country(word: str) -> bool:
    """Whether it says from which country somebody is: Norwegian, Israeli."""
    return word.endswith(_OF_A_COUNTRY) or (word[-1:] == "i" and entry(word[:-1]).place == COUNTRY)


def given_before(words: Iterable[str]) -> Set[str]:
    """Those of the words before a surname that can be given names, in lower case without accents."""
    return _given_among(frozenset(words))


@lru_cache(maxsize=8192)
def _given_among(words: frozenset[str]) -> frozenset[str]:
    return frozenset(
        folded(word.rstrip(".")) for word in words if word.lower() not in NAME_PARTICLES and looks_given(word)
    )


def compatible(a: str, b: str) -> bool:
    """Whether two given names, folded, can be one person's: equal, an initial, a pet name, a romanisation."""
    if "." in a and "." in b:
        return a.startswith(b) or b.startswith(a)
    if a == b or (a[:1] == b[:1] and (min(len(a), len(b)) == 1 or "." in a or "." in b)):
        return True
    return may_be_one_given_name(a, b) or may_be_one_romanised_name(a, b)


def share_one(these: Set[str], those: Collection[str]) -> bool:
    """Whether one given name of each side can be one person's; only an equal one, where there are too many to compare."""
    if len(these) * len(those) > _COMPARISONS:
        return any(name in these for name in those)
    return any(compatible(a, b) for a in these for b in those)


def alike(a: str, b: str) -> bool:
    """Whether two different given names, folded, are near enough to be one misspelled."""
    if a[:1] != b[:1]:
        return sound(a) == sound(b)
    return edits(a, b, 2) <= (1 if min(len(a), len(b)) < 6 else 2)
