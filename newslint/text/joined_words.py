"""Joined words: two words of the story set as one (aboutthe, withHarris)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from newslint.document import Block, Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.text.lexicon import entry, is_given_name
from newslint.text.ownership import in_address, opens_sentence
from newslint.text.unknown_words import POSSESSIVES, strange_words
from newslint.text.vocabulary import ADJECTIVAL, BE, CALENDAR, FUNCTION, HAVE, PARTICLES, PREPOSITIONS
from newslint.text.web_words import written as web_frequency
from newslint.text.words import occurrences, words

_CAPITAL_INSIDE = compiled(r"[a-z]+(?=[A-Z][a-z]+\Z)")
_TWO_CAPITALS = compiled(r"([A-Z][a-z]{1,})([A-Z][a-z]{3,})\Z")
# What begins many a sentence, and few names.
_OPENERS = frozenset("He She It They We The But And This There That However When After".split())
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
_COMMON = 4  # of the dictionary's levels: up to here a word is a common one


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
    for cut in range(_COMMON, len(word) - 1):
        first, second = word[:cut], word[cut:]
        if first.lower() not in places:
            continue
        small = second in _BEHIND_NAMES and (len(second) > 2 or cut > _COMMON)
        long = len(second) >= _ONE_LONG and cut > _COMMON and second not in _LAST_PARTS
        if small or (long and 0 < entry(second).word <= _COMMON and second in places):
            yield first, second


def _name_last(document: Document, word: str) -> Iterator[tuple[str, str]]:
    """A common word, and a name of the story or of the calendar behind it: inTexas, admittedTuesday."""
    capital = _CAPITAL_INSIDE.match(word)
    if capital is None or capital[0] in _PREFIXES:
        return
    first, second = capital[0], word[capital.end() :]
    key, known = second.lower(), entry(second)
    named = known.proper > 0 and not (first in _NOW_AND_THEN and known.word)
    told = (
        key in CALENDAR
        or (second in _OPENERS and len(first) > 2)
        or (len(second) > 2 and (key in occurrences(document) or (first in FUNCTION and named)))
    )
    if told and (first in FUNCTION or (len(first) > 2 and 0 < entry(first).word <= _COMMON)):
        yield first, second


def _whole_name(document: Document, word: str) -> Iterator[tuple[str, str]]:
    """A given name and a surname of the story: TommyVietor; or a word that opens a sentence, and a name of the story: ButLowe."""
    capital = _TWO_CAPITALS.match(word)
    if capital is None:
        return
    first, second = capital.groups()
    opens = first in _OPENERS and len(second) >= _COMMON
    named = entry(first).given and not 0 < entry(second).word < _COMMON  # EdChoice is a firm
    if (opens or named) and second.lower() in occurrences(document) and not entry(first + second).word:
        yield first, second


def _two_contents(document: Document, word: str) -> Iterator[tuple[str, str]]:
    """Two common words: both of the story and long, or such as no compound is made of."""
    if len(word) < _BOTH_LONG or any(
        word[:cut] in _FIRST_PARTS and entry(word[cut:]).word for cut in range(3, _ONE_LONG + 3)
    ):
        return
    places = occurrences(document)
    for cut in range(len(word) - _COMMON, _COMMON - 1, -1):
        first, second = word[:cut], word[cut:]
        if second in _LAST_PARTS or not (0 < entry(first).word <= _COMMON and 0 < entry(second).word <= _COMMON):
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
    if second not in _ENDS or not 0 < entry(first).word <= _COMMON + 1:
        return False
    if len(second) < 3:
        return len(first) >= _HALF and first in occurrences(document)
    return len(first) >= _HALF - (len(second) > 3) and (len(second) > 3 or second in ("for", "was", "has", "had"))


def _ends_a_sentence_part(first: str, second: str) -> bool:
    """Whether no word is made of the two: expectedto, votedin, officialwho."""
    if not 0 < entry(first).word <= _COMMON:
        return False
    if second in _ENDS_NOTHING:
        return len(first) >= _COMMON
    return second in _ENDS_NO_DERIVED and len(first) >= _HALF and first.endswith(_DERIVED)


_WORDS_ENOUGH = 5  # of the dictionary's levels: up to here a word is an ordinary one
_INNER_CAPITAL = compiled(r"[A-Za-z][a-z]+(?=[A-Z][a-z]+\Z)")
# What every such place has: a quick look before the close one.
_SEAM = compiled(r"[.!?,;](?=[A-Za-z])(?:(?<=[a-z][.!?])(?=[A-Z])|(?<=[,;])(?=[a-z]{2}))")
_NO_SPACE = compiled(r"(?<![\w.@/:#-])([A-Z]?[a-z]{2,})[.!?]([A-Z][a-z]+|A(?= [a-z]))(?![\w@/.(-])")
# Function words that don't as a habit open or close a longer word, as over- and -less do.
_LOOSE = frozenset(
    "the and with that this was were are have had has from which will would could but they you his their about after when "
    "what than been who where while because did does".split()
)
# Those that open no word of the language, and those that close none: what stands beside them needs no other witness.
_FIRST = frozenset(
    "the and with that this was were have had from which will would could they his their about when what than been who where "
    "because does to of an its our your these those some each being must should such much many other only very not also into "
    "before between against during since until whose them".split()
)
_LAST = frozenset("of the and with that this from which would could they their when than been because".split())
_SMALL = frozenset("in on by at as for if is or but it he".split())
_VOWELS = "aeiou"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LONG_WORD = 8
_ARTICLES = frozenset(["a", "an", "the"])
# No article stands before one of these marks, nor do two prepositions, and no article before such a word: international fora.
_MARKS = frozenset(",.;:!?)”")
_BEHIND_NO_ARTICLE = (PREPOSITIONS - ADJECTIVAL - PARTICLES) | BE | HAVE
# What stands right before a word that goes on with it, and behind it: (r)ather, [R]evising; --wheelSize, mill.turnWheel().
_GLUED_BEFORE = frozenset(")].-$<")
_GLUED_BEHIND = frozenset("(=_<")
# What makes another word of one that no list knows: a longline, longliners; who is at WeWork, a WeWorker.
_KINDRED = tuple("s r rs d er ers ed ing ist ists".split())
_COMMON = 4  # of the dictionary's levels: up to here a word needs no other place in the story
_LONG_ENOUGH = 3
_AROUND = 2
_NO_SPACE_INSIDE = compiled(r"[,;](?=[a-z]{2})")
_BEFORE_COMMA = compiled(r"(?<![\w@/.#?=&:,'’])[A-Za-z]{1,20}[a-z]\Z")
_BEHIND_COMMA = compiled(r"[a-z]{2,20}(?![\w@/.'’]|,\S)")


class Joined(Row):
    """A word at `span` that should be `first` and `second`; `apart` is where the two stand as they should, if anywhere."""

    span: Span
    first: str
    second: str
    apart: Span | None


@analysis
def joined_words(document: Document) -> tuple[Joined, ...]:
    """Every word that no list knows, stands once, and comes apart into two words of the story; in order."""
    listed, places = words(document), occurrences(document)
    found = []
    for key in strange_words(document):
        whole = key in places
        written = key if whole else next(key + ending for ending in POSSESSIVES if key + ending in places)
        index = places[written][0]
        span = listed.span(index)
        if not whole:
            span = Span(span.start, span.end - 2)
        known = any(entry(key))
        pair = None if known else next(_pairs(document, document[span], span), None)
        pair = pair or (_evident(listed.texts, index, span) if whole else None)
        if pair is None and not known and (fused := fusion(document, document[span])):
            pair = Joined(span, *fused, None)
        if pair is None or _is_usual(key, pair) or _lacks_a_letter(pair) or _has_kin(document, key):
            continue
        if pair.apart is None:
            pair = pair._replace(apart=_together(document, pair.first, pair.second) or _hyphened(document, pair))
        after = listed.texts[index + 1 : index + 2]
        if _stands_free(document.text, pair) and _is_followed(after, pair) and _may_open(document, pair):
            found.append(pair)
    return tuple(found)


def _may_open(document: Document, joined: Joined) -> bool:
    """Whether a sentence begins there, if its first word is one that begins sentences: TheBlaze said so; but, inside one, told TheBlaze."""
    return joined.first not in _OPENERS or opens_sentence(document, joined.span.start)


def _hyphened(document: Document, joined: Joined) -> Span | None:
    """Where a hyphen joins the two."""
    places = occurrences(document).get(f"{joined.first}-{joined.second}".lower(), ())
    return next((words(document).span(index) for index in places), None)


def _has_kin(document: Document, word: str) -> bool:
    """Whether the draft has another word of the same root, which shows that it means the two as one."""
    places, root = occurrences(document), word.removesuffix("e")
    longer = (f"{stem}{ending}" for ending in _KINDRED for stem in {word, root})
    shorter = (word.removesuffix(ending) for ending in _KINDRED)
    return any(kin in places and kin != word for kin in chain(longer, shorter))


def _is_followed(after: list[str], joined: Joined) -> bool:
    """Whether the next word can stand behind the second: no preposition and no verb does behind an article."""
    return joined.second not in _ARTICLES or not _BEHIND_NO_ARTICLE.intersection(after)


def _is_usual(word: str, joined: Joined) -> bool:
    """Whether the web has it for a word (cybersecurity, themself); of two function words it has slips, too (tothe)."""
    return joined.apart is None and not {joined.first, joined.second} <= FUNCTION and web_frequency(word) > 0


def _stands_free(text: str, joined: Joined) -> bool:
    """Whether the word is no part of an address, of brackets or of code, and may stand before the mark behind it."""
    span = joined.span
    before, behind = text[max(0, span.start - 1)], text[span.end : span.end + 1]
    if before in _GLUED_BEFORE or behind in _GLUED_BEHIND or in_address(text, span):
        return False
    led = joined.second in _ARTICLES or {joined.first, joined.second} <= PREPOSITIONS
    return not led or behind not in _MARKS


def _lacks_a_letter(joined: Joined) -> bool:
    """Whether a longer word is likelier one that lost a letter (withdrawl) than two."""
    word = (joined.first + joined.second).lower()
    if joined.apart or len(word) < _LONG_WORD or not word.isalpha():
        return False
    return any(
        0 < entry(word[:at] + letter + word[at:]).word <= _COMMON
        for at in range(2, len(word) + 1)
        for letter in _LETTERS
    )


@analysis
def joined_sentences(document: Document) -> tuple[tuple[Span, int], ...]:
    """Every place where a sentence follows the last without a space (it rained.But nobody): its two words, and where the second begins."""
    text = document.text
    if not _SEAM.search(text):
        return ()
    found: dict[str, tuple[Span, int]] = {}
    names = set()
    for block in document.copy:
        for match in _NO_SPACE.finditer(text, block.start, block.end):
            span = Span(*match.span())
            first, second = match[1], match[2].lower()
            named = len(occurrences(document).get(second, ())) > 1
            known = _is_known(first) and (_is_known(second) or named) if first.islower() else second in FUNCTION
            if match[0] in found:
                names.add(match[0])  # Pop.Up: what stands twice is meant so
            elif known and not in_address(text, span):
                found[match[0]] = (span, match.start(2))
        for span, second_at in _joined_by_commas(text, block):
            found.setdefault(text[span.start : span.end], (span, second_at))
    return tuple(place for written, place in found.items() if written not in names)


def _joined_by_commas(text: str, block: Block) -> Iterator[tuple[Span, int]]:
    """Where words follow a comma or semicolon without a space: the people,to whom."""
    for match in _NO_SPACE_INSIDE.finditer(text, block.start, block.end):
        at = match.end()
        first = _BEFORE_COMMA.search(text, max(block.start, at - 22), at - 1)
        second = _BEHIND_COMMA.match(text, at, block.end) if first else None
        if first and second and (first[0][0].isupper() or _is_known(first[0])) and _is_known(second[0]):
            span = Span(first.start(), second.end())
            if not in_address(text, span):
                yield span, at


def _is_known(word: str) -> bool:
    return word in FUNCTION or entry(word).word > 0


def _pairs(document: Document, word: str, span: Span) -> Iterator[Joined]:
    capital = _INNER_CAPITAL.match(word)
    if capital:
        cuts = [capital.end()]
    elif word[1:].islower():
        cuts = list(range(2, len(word) - 1))
    else:
        return
    places = occurrences(document)
    for cut in cuts:
        first, second = word[:cut], word[cut:]
        if first.lower() in places and _plausible(first, second) and (apart := _together(document, first, second)):
            yield Joined(span, first, second, apart)
    for cut in cuts if capital or word.islower() else ():
        if _telling(document, word, cut):
            yield Joined(span, word[:cut], word[cut:], None)


def _evident(texts: list[str], index: int, span: Span) -> Joined | None:
    """Two words that tell by themselves, among English ones: tothe, ofher, thebase, consistof."""
    word = texts[index]
    around = (*texts[max(0, index - _AROUND) : index], *texts[index + 1 : index + 1 + _AROUND])
    if not word.islower() or sum(map(_is_foreign, around)) > 1:
        return None
    name = any(entry(word))
    for cut in range(2, len(word)):
        first, second = word[:cut], word[cut:]
        if first != second and _is_pair(first, second) and (not name or second in FUNCTION):
            return Joined(span, first, second, None)
    return None


def _is_foreign(word: str) -> bool:
    return word.isalpha() and word.islower() and word not in FUNCTION and not entry(word).word


def _is_pair(first: str, second: str) -> bool:
    """Whether these are two common words, one of them a function word that makes no part of others."""
    if second in FUNCTION and (first in _FIRST or first in _SMALL):
        return len(second) > _LONG_ENOUGH - 1 or first in _FIRST or second == "a"
    if first in _FIRST:
        fits = first != "an" or second[0] in _VOWELS
        rank = _COMMON if len(second) > _LONG_ENOUGH else _COMMON // 2
        return fits and len(second) >= _LONG_ENOUGH and 0 < entry(second).word <= rank
    return second in _LAST and len(first) > _LONG_ENOUGH and 0 < entry(first).word <= _COMMON


def _together(document: Document, first: str, second: str) -> Span | None:
    """Where `second` follows `first`, parted by white space alone, whatever their capitals; but RemoteFile is no remote file."""
    places = occurrences(document)
    listed = words(document)
    named = second[0].isupper()
    followers = set(places.get(second.lower(), ()))
    for index in places.get(first.lower(), ()) if followers else ():
        if index + 1 in followers and (not named or listed.texts[index + 1][0].isupper()):
            span = Span(listed.starts[index], listed.span(index + 1).end)
            if document.text[listed.span(index).end : listed.starts[index + 1]].isspace():
                return span
    return None


def _plausible(first: str, second: str) -> bool:
    """Two words with a function word among them, or two that a capital parts; no person's name, which is told elsewhere."""
    if second[0].isupper():
        return first.islower() or not is_given_name(first)
    if first.lower() in FUNCTION and second in FUNCTION:
        return first.islower()
    return first.lower() in FUNCTION or second in FUNCTION


def _telling(document: Document, word: str, cut: int) -> bool:
    """Whether the halves tell by themselves that they're two words: one a function word, the other known to the story."""
    first, second = word[:cut], word[cut:]
    places = occurrences(document)
    if second[0].isupper():
        return first in FUNCTION and second.lower() in places
    for function, other in ((first, second), (second, first)):
        if function in _LOOSE and other in places and len(other) > 2 and 0 < entry(other).word < _WORDS_ENOUGH:
            return True
    return False
