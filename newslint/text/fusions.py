"""Fusions: the two words that a word which no list knows can only be made of (linkedto, inTexas), neither of which stands alone as a fault."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from newslint.document import Document
from newslint.startup.expressions import compiled
from newslint.text.lexicon import entry
from newslint.text.vocabulary import CALENDAR, FUNCTION
from newslint.text.words import occurrences

# In front of such a capital: inTexas, myGov.
CAPITAL_INSIDE = compiled(r"[a-z]+(?=[A-Z][a-z]+\Z)")
_TWO_CAPITALS = compiled(r"([A-Z][a-z]{1,})([A-Z][a-z]{3,})\Z")
# What begins many a sentence, and few names.
OPENERS = frozenset("He She It They We The But And This There That However When After".split())
# What opens or closes compounds that no list has yet, however long: counterterrorism, citywide, policymaker.
_FIRST_PARTS = frozenset(
    "counter super inter multi over under after out auto micro mega anti cross fore hyper ultra trans mid post non extra down "
    "up back home news business grand step arch para pseudo quasi proto semi self speech world nation country city state "
    "county".split()
)
_LAST_PARTS = frozenset(
    "wide hood gate like free proof worthy wear maker makers making keeper keepers holder holders writer writers writing goer "
    "goers taker takers taking member members people man men woman women person ship ships book books line lines back able ability "
    "ting ions ment ments building breaker breaking worker workers owner owners house room rooms".split()
)
# Endings that mark a word as no part of a compound: an adjective that opens, an adverb or a participle that closes.
_OPENS_FREELY = tuple("ial ical ional ous ive ish ly ned ted sed ated eign ean ian ese ities".split())
_CLOSES_FREELY = tuple("ally edly ingly ially ily ously ively llowing cluding ating ities ation ations ous ive".split())
_BOTH_LONG = 12
_ONE_LONG = 6
_HALF = 5
# Words that open names (deMille, myGov), and those that do so but now and then (inStyle, theSkimm).
_PREFIXES = frozenset("my i e de la le el al du di da van von bin ben abu san mc mac".split())
_NOW_AND_THEN = frozenset("in on the at up".split())
# Small words that end no name of their own.
_BEHIND_NAMES = frozenset(
    "was has had have and who is in as with from for about that will were are at of by when after would could but which on to".split()
)
# Small words that end few others; those of two letters stand behind a longer word of the story alone.
_ENDS = tuple(
    "them those these before about after into were have was had for has who what where there his its our your will are is to of by at as on".split()
)
# Those that end no word which a common one begins, and those that end none behind an inflected or derived one.
_ENDS_NOTHING = tuple("to by of you who him them they his not".split())
_ENDS_NO_DERIVED = tuple("in on is it as at be all me".split())
_DERIVED = tuple("ed ing ly ion ment ity ous ive ful ness able".split())
COMMON = 4  # of the dictionary's levels: up to here a word is a common one


def fusion(document: Document, word: str) -> tuple[str, str] | None:
    """The two words that `word`, which no list knows, is made of, if it can only be a slip; neither stands alone as a fault."""
    if word[1:].islower():
        both = (_two_contents(document, word), _small_last(document, word))
        pairs = _name_first(document, word) if word[0].isupper() else chain(*both)
    else:
        pairs = _whole_name(document, word) if word[0].isupper() else _name_last(document, word)
    return next(pairs, None)


def _name_first(document: Document, word: str) -> Iterator[tuple[str, str]]:
    """A name of the story, and a small word or a long one of the story behind it: Utahand, Parisagreement."""
    places = occurrences(document)
    for cut in range(COMMON, len(word) - 1):
        first, second = word[:cut], word[cut:]
        if first.lower() not in places:
            continue
        small = second in _BEHIND_NAMES and (len(second) > 2 or cut > COMMON)
        long = len(second) >= _ONE_LONG and cut > COMMON and second not in _LAST_PARTS
        if small or (long and 0 < entry(second).word <= COMMON and second in places):
            yield first, second


def _name_last(document: Document, word: str) -> Iterator[tuple[str, str]]:
    """A common word, and a name of the story or of the calendar behind it: inTexas, admittedTuesday."""
    capital = CAPITAL_INSIDE.match(word)
    if capital is None or capital[0] in _PREFIXES:
        return
    first, second = capital[0], word[capital.end() :]
    key, known = second.lower(), entry(second)
    named = known.proper > 0 and not (first in _NOW_AND_THEN and known.word)
    told = (
        key in CALENDAR
        or (second in OPENERS and len(first) > 2)
        or (len(second) > 2 and (key in occurrences(document) or (first in FUNCTION and named)))
    )
    if told and (first in FUNCTION or (len(first) > 2 and 0 < entry(first).word <= COMMON)):
        yield first, second


def _whole_name(document: Document, word: str) -> Iterator[tuple[str, str]]:
    """A given name and a surname of the story: TommyVietor; or a word that opens a sentence, and a name of the story: ButLowe."""
    capital = _TWO_CAPITALS.match(word)
    if capital is None:
        return
    first, second = capital.groups()
    opens = first in OPENERS and len(second) >= COMMON
    named = entry(first).given and not 0 < entry(second).word < COMMON  # EdChoice is a firm
    if (opens or named) and second.lower() in occurrences(document) and not entry(first + second).word:
        yield first, second


def _two_contents(document: Document, word: str) -> Iterator[tuple[str, str]]:
    """Two common words: both of the story and long, or such as no compound is made of."""
    if len(word) < _BOTH_LONG or any(
        word[:cut] in _FIRST_PARTS and entry(word[cut:]).word for cut in range(3, _ONE_LONG + 3)
    ):
        return
    places = occurrences(document)
    for cut in range(len(word) - COMMON, COMMON - 1, -1):
        first, second = word[:cut], word[cut:]
        if second in _LAST_PARTS or not (0 < entry(first).word <= COMMON and 0 < entry(second).word <= COMMON):
            continue
        seen = first in places and second in places and min(len(first), len(second)) >= _HALF
        opens = len(first) >= _ONE_LONG and first.endswith(_OPENS_FREELY)
        if seen or opens or (len(second) >= _ONE_LONG and second.endswith(_CLOSES_FREELY)):
            yield first, second


def _small_last(document: Document, word: str) -> Iterator[tuple[str, str]]:
    """A word of the story, and a small one behind it: linkedto, refugeesbefore."""
    for second in (*_ENDS, *_ENDS_NOTHING, *_ENDS_NO_DERIVED):
        first = word.removesuffix(second)
        if first != word and (_ends_a_sentence_part(first, second) or _is_told(document, first, second)):
            yield first, second


def _is_told(document: Document, first: str, second: str) -> bool:
    """Whether the story has the first word by itself, or the second ends no other word of it."""
    if second not in _ENDS or not 0 < entry(first).word <= COMMON + 1:
        return False
    if len(second) < 3:
        return len(first) >= _HALF and first in occurrences(document)
    return len(first) >= _HALF - (len(second) > 3) and (len(second) > 3 or second in ("for", "was", "has", "had"))


def _ends_a_sentence_part(first: str, second: str) -> bool:
    """Whether no word is made of the two: expectedto, votedin, officialwho."""
    if not 0 < entry(first).word <= COMMON:
        return False
    if second in _ENDS_NOTHING:
        return len(first) >= COMMON
    return second in _ENDS_NO_DERIVED and len(first) >= _HALF and first.endswith(_DERIVED)
