"""Joined words: two words of the story set as one (aboutthe, withHarris)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from newslint.document import Block, Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.text.fusions import CAPITAL_INSIDE, COMMON, OPENERS, fusion
from newslint.text.lexicon import entry, is_given_name
from newslint.text.ownership import in_address, opens_sentence
from newslint.text.unknown_words import POSSESSIVES, strange_words
from newslint.text.vocabulary import ADJECTIVAL, BE, FUNCTION, HAVE, PARTICLES, PREPOSITIONS
from newslint.text.web_words import written as web_frequency
from newslint.text.words import occurrences, words

_SEVERAL = 3  # words with a capital inside, of which one may be a slip
_WORDS_ENOUGH = 5  # of the dictionary's levels: up to here a word is an ordinary one
_INNER_CAPITAL = compiled(r"[A-Za-z][a-z]+(?=[A-Z][a-z]+\Z)")
# “Should have”, as it's said.
_SLURRED = frozenset("shoulda coulda woulda mighta musta".split())
# What every place without a space between sentences has: a quick look before the close one.
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
_VOWELS, _LETTERS = "aeiou", "abcdefghijklmnopqrstuvwxyz"
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
        if key in _SLURRED or (_is_of_code(document[span]) and _names_code(document)):
            continue
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


@analysis
def _names_code(document: Document) -> bool:
    """Whether several words have a capital inside: inputPaths, isEmpty, childViews."""
    return len(set(filter(_is_of_code, words(document).texts))) >= _SEVERAL


def _is_of_code(word: str) -> bool:
    """Whether an ordinary word has the capital, and no name or one that begins sentences: inputPaths, not “researchersThe”."""
    capital = CAPITAL_INSIDE.match(word)
    second = word[capital.end() :].lower() if capital else ""
    return second not in FUNCTION and entry(second).word > 0


def _may_open(document: Document, joined: Joined) -> bool:
    """Whether a sentence begins there, if its first word is one that begins sentences: TheBlaze said so; but, inside one, told TheBlaze."""
    return joined.first not in OPENERS or opens_sentence(document, joined.span.start)


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
        0 < entry(word[:at] + letter + word[at:]).word <= COMMON
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
        rank = COMMON if len(second) > _LONG_ENOUGH else COMMON // 2
        return fits and len(second) >= _LONG_ENOUGH and 0 < entry(second).word <= rank
    return second in _LAST and len(first) > _LONG_ENOUGH and 0 < entry(first).word <= COMMON


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
