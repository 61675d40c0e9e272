"""Introductions that are wanting: surnames that act like people's, and whose bearer the copy introduces nowhere.

A cut takes a paragraph away and leaves “Mr Okafor said” behind. What such a place looks like, copy that is right shows by
the hundred: the second mention of everybody who is introduced once.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from newslint.document import Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.families import is_a_house
from newslint.story.given_names import is_title
from newslint.story.mentions import name_words
from newslint.story.references import Reference, references
from newslint.story.same import Pair, measured
from newslint.text.lexicon import entry, folded, is_given_name
from newslint.text.quotations import Quote, in_quotation, quotes
from newslint.text.sentences import sentence_at
from newslint.text.similarity import edits
from newslint.text.vocabulary import AUXILIARIES, FUNCTION, HONORIFICS, MINDS, SPOKE, STRONG_PASTS, alternatives
from newslint.topics.names.callings import is_calling
from newslint.topics.names.renown import fame, knowledge_of
from newslint.topics.names.surnames import stands_for_its_person

KIND = "first-reference"
# Where the copy names people to its readers.
_TELLING = frozenset([Role.PARAGRAPH, Role.LIST_ITEM])
# Of a surname that stands more often the first places say enough.
_PLACES = 8
# So many places a cut leaves of somebody, mostly; so many are looked at, for all alike.
_LEFT = 2
# What may stand between somebody and the verb: “Okafor, from the end table, reckons”, “Okafor, he said, had warned”.
_ASIDE = r"(?:, (?![A-Z&])[^,.;:&“”\"\n]{1,40},|,)?"
_SPEAKS = compiled(rf"{_ASIDE} (?:who )?(?:{alternatives(SPOKE, MINDS)})\b")
_SPOKEN = compiled(rf"(?:[”’\"'],?|,) (?:{alternatives(SPOKE)}) (?:\w+\.? )?\Z")
_ACTS = compiled(
    rf"{_ASIDE} (?:who(?:se|m)?\b|himself\b|herself\b|(?:\w+ly )?(?:{alternatives(AUXILIARIES, STRONG_PASTS)})\b|(?:\w+ly )?[a-z]{{2,}}ed\b"
    r"|[a-z]{2,}s (?:me|us|him|her|them|it|that|this|these|those|the|an?|my|his|their|no|she|he)\b)"
)
_TAKEN_UP = compiled(r"[^.!?\n]{1,80}?\b(?:he|she|his|her|him)\b")
_TAKEN_UP_NEXT = compiled(
    r"[^.!?\n]{1,160}[.!?][”’\"']*\s(?:[“‘\"'][^”\"\n]{1,80}[”’\"'],? )?(?:He|She|His|Her|he|she)\b"
)
_THING = compiled(
    r"[^.!?\n]{1,60}?\b(?:it|its|itself|they|their|them)\b|[^.!?\n]{1,160}[.!?][”’\"']*\s(?:It|Its|They|Their)\b"
)
_WHO = compiled(r",? who(?:se|m)?\b")
# Where a place, a firm, a team or a make stands: “at Okafor”, “near Okafor”, “his Okafor”.
_WHERE_BEFORE = compiled(
    r"\b(?i:in|at|near|outside|inside|around|across|throughout|onto|into|on|via|within|beyond|his|her|their|its|my|our|your) \Z"
)
# What tells behind the surname who that is: “Okafor, a plumber”, “Mrs Okafor, of Dale Road,”, “Layne (Crispin Glover)”.
_TOLD_BEHIND = compiled(
    r",? \(|, as (?:he|she|they) (?:has|have|had|was|is|became|then)\b|, (?:(?:of|from) (?:(?:the|an?) )?(?=[A-Z])|(?:a|an|the|his|her|their|its|my|our|then|now|aged|[\w-]+['’]s|\d\d?)\b)"
    r"|, who (?:(?:is|was)(?! [a-z]+ing\b)|chairs|runs|leads|heads|owns|teaches|represents|works)\b"
)
# Whom an actor plays: “Ann Moor (Mr Okafor, schoolmaster)”.
_PLAYED_BEFORE = compiled(r"[A-Za-z] \((?:[A-Z][a-z]+\.? )?\Z")
_PLAYED = compiled(r"(?:, [a-z][^()\n]{0,30})?\)")
# “A Mr Okafor, who”, “Mrs Okafor in Quay Street”, and a thing: “the sorghum he called Rudo, which”.
_ONE_BEFORE = compiled(r"\b[Aa]n? (?:Mrs?|Ms|Miss|Dr)\.? \Z")
_WHERE_BEHIND = compiled(r" (?:in|of|from|at) [A-Z]")
_WHICH = compiled(r", which\b")
# “His clerk, Ms Okafor,”
_CALLED_BEFORE = compiled(
    r"\b(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Aa]n?|[A-Z][\w-]+['’]s) (?:[a-z-]+ ){0,4}?[a-z-]+, (?:Mrs?|Ms|Miss|Dr)\.? \Z"
)
# Somebody from a place, of whom the verb behind it tells: “a bank teller from Osier, told”.
_FROM_BEFORE = compiled(r"\b[a-z]+ from \Z")
_SOURCE_BEFORE = compiled(r"\b(?:of|from) \Z")
_WORD_BEFORE = compiled(r"\b([a-z][\w-]*),? \Z")
# A given name, in letters that were garbled as well, and with a nickname behind it: “Norm”, “TomÃ¡s”, “Mitch “Mutt””.
_NAME_BEFORE = compiled(r"(?<!\S)([A-Z](?:[^\s.,;:!?“”\"()]*|\.))(?: [“\"(‘][^”\")’\n]{1,24}[”\")’])? \Z")
_OWN = compiled(r"[’']s?\b")
_LAST = 3  # paragraphs of a piece, one of which may say who wrote it
_IS = compiled(r" (?:is|was|has been|teaches|writes|works|serves)\b")
# Given names that are words, too, and that are set in small letters by mistake.
_SMALL_NAMES = frozenset("mark will bill rob grant grace faith hope rose jack frank drew pat sue bob dean".split())
_FAMOUS = 2.0
# What papers and agencies do: “as Okafor reported”, “reported Okafor”.
_REPORTED = compiled(r" (?:reported|reports)\b")
_REPORTED_BY = compiled(r"\b(?:reported|told) \Z")
# “Ann Moor, of the union Okafor, said”: whoever is named in full speaks, and not what stands behind her.
_IN_APPOSITION = compiled(r"(?:[A-Z][\w’'.-]+ ){1,3}[A-Z][\w’'-]+, [^,.;\n]{1,60}")
# Of so many people with one first letter nobody is looked up.
_MANY = 60
# So many letters apart two surnames are two.
_LETTERS = 3


class Stranger(Row):
    """A surname of the copy with the places where it stands alone; `introduced` where it's also part of a full name."""

    surname: str
    places: tuple[Reference, ...]
    introduced: tuple[Reference, ...]


@analysis
def strangers(document: Document) -> tuple[Stranger, ...]:
    """Every surname that stands alone in the story's own sentences, in order."""
    alone: dict[str, list[Reference]] = defaultdict(list)
    full: dict[str, list[Reference]] = defaultdict(list)
    for reference in references(document):
        named = reference.full or _is_led_by_a_name(document, reference)
        (full if named else alone)[folded(reference.surname)].append(reference)
    found = []
    for surname, places in alone.items():
        told = tuple(place for place in places if place.role in _TELLING and not place.titled)
        if told:
            found.append(Stranger(told[0].surname, told, tuple(full.get(surname, ()))))
    return tuple(found)


def _is_led_by_a_name(document: Document, reference: Reference) -> bool:
    """Whether what stands before the surname may be a given name, though it reads as a word: “Norm Okafor”."""
    word = None if reference.titles else _NAME_BEFORE.search(document.text, *_before(reference.name.start, 44))
    return word is not None and word[1].lower() not in FUNCTION and not word[1].endswith(("'s", "’s", "'", "’"))


@analysis
def introduction_pairs(document: Document) -> tuple[Pair, ...]:
    """Every surname that is introduced nowhere, at its first place."""
    unknown = (stranger for stranger in strangers(document) if not stranger.introduced)
    wanting = [each for each in unknown if _may_be_a_person(document, each) and not _is_told(document, each)]
    if not wanting:
        return ()
    crowd = crowd_of(document)
    return tuple(_pair(document, stranger, crowd) for stranger in wanting)


def altered_introduction_pairs(document: Document) -> Iterator[Pair]:
    """Everybody who is introduced once, above all other mentions, as if that and all but the last mentions had been cut."""
    crowd = crowd_of(document)
    for stranger in strangers(document):
        cut = stranger.introduced
        if len(cut) == 1 and cut[0].role in _TELLING and cut[0].name < stranger.places[0].name:
            fewer = crowd.without_one()
            if _may_be_a_person(document, stranger):
                rest, left = stranger.places[:-_LEFT], stranger.places[-_LEFT:]
                remains = Stranger(stranger.surname, left, ())
                yield _pair(document, remains, fewer, (*cut, *rest))


def _before(at: int, letters: int) -> tuple[int, int]:
    """Where so many letters before a place begin and end."""
    return max(0, at - letters), at


class _Crowd(Row):
    """How many people the copy introduces, and how many it doesn't though they speak or are addressed."""

    introduced: int
    strange: int

    def without_one(self) -> _Crowd:
        """The same crowd, had one of them not been introduced."""
        return _Crowd(max(0, self.introduced - 1), self.strange + 1)


@analysis
def crowd_of(document: Document) -> _Crowd:
    """Who is introduced in the copy, and who isn't, in numbers."""
    full = {folded(each.surname) for each in references(document) if each.full and each.role in _TELLING}
    unknown = [
        each for each in strangers(document) if not each.introduced and not _is_like_another(document, each.surname)
    ]
    strange = sum(is_heard(document, each.places) for each in unknown)
    return _Crowd(len(full), strange)


def is_heard(document: Document, places: Sequence[Reference]) -> bool:
    """Whether one of the places is addressed, or speaks."""
    return any(addressed(place) or speaks(document, place) for place in places[:_PLACES])


def _is_personal(document: Document, places: Sequence[Reference]) -> bool:
    """Whether one of the places shows a person: addressed, speaking, acting, spoken of as somebody."""
    return any(
        addressed(place)
        or speaks(document, place)
        or _TAKEN_UP.match(document.text, place.name.end)
        or acts(document, place)
        for place in places[:_PLACES]
    )


def _may_be_a_person(document: Document, stranger: Stranger) -> bool:
    return (
        any(stands_for_its_person(document, place) for place in stranger.places[:_PLACES])
        and _is_personal(document, stranger.places)
        and not is_a_house(document, stranger.surname)
    )


def _is_told(document: Document, stranger: Stranger) -> bool:
    """Whether readers know who or what it is: told beside the first place, a given name, a body in an apposition, somebody famous."""
    first, text = stranger.places[0], document.text
    if _is_like_another(document, stranger.surname):
        return False  # somebody who is introduced, misspelled
    word = _WORD_BEFORE.search(text, *_before(first.name.start, 24))
    if word and word[1] in _SMALL_NAMES:
        return True
    if (first.titles and not addressed(first)) or _TOLD_BEHIND.match(text, first.name.end):
        return True
    if is_told_at(text, first.name):
        return True
    if _is_told_there(text, first):
        return True
    if stranger.surname in _givens(document) or fame(stranger.surname) > _FAMOUS:
        return True
    if _has_a_given_name(document, stranger.surname) or _is_the_author(document, stranger):
        return True
    if _REPORTED.match(text, first.name.end) or _REPORTED_BY.search(text, *_before(first.name.start, 12)):
        return True
    sentence = sentence_at(document, first.name.start)
    return sentence is not None and _IN_APPOSITION.fullmatch(text, sentence.start, first.name.start) is not None


def is_told_at(text: str, name: Span) -> bool:
    """Whether the words right beside a name say that it's of somebody new: “a Mr Okafor”, “(Mr Okafor, schoolmaster)”."""
    if _ONE_BEFORE.search(text, *_before(name.start, 12)):
        return True
    return (
        _PLAYED_BEFORE.search(text, *_before(name.start, 12)) is not None and _PLAYED.match(text, name.end) is not None
    )


def _is_told_there(text: str, first: Reference) -> bool:
    """Whether the words at a name say that it's somebody new, something, or where somebody is from."""
    start, end = first.name
    if _WHICH.match(text, end):
        return True
    if addressed(first) and (_WHERE_BEHIND.match(text, end) or _CALLED_BEFORE.search(text, *_before(start, 60))):
        return True
    return text.startswith(",", end) and _FROM_BEFORE.search(text, *_before(start, 30)) is not None


def _has_a_given_name(document: Document, surname: str) -> bool:
    """Whether a given name stands before it somewhere, though the two may be words: Mike Pence."""
    return any(at == 1 and is_given_name(mention.words[0]) for mention, at in name_words(document).get(surname, ()))


def _is_the_author(document: Document, stranger: Stranger) -> bool:
    """Whether one of the last paragraphs, and no other, says who wrote the piece: “Mr. Okafor is director of the mill.”"""
    first = stranger.places[0]
    last = len(stranger.places) == 1 and document.block_at(first.name.start) in document.copy[-_LAST:]
    return last and _opens(document, first) and _IS.match(document.text, first.name.end) is not None


@analysis
def _givens(document: Document) -> frozenset[str]:
    """The given names of everybody who is named in full: some peoples are spoken of by these."""
    return frozenset(name for reference in references(document) for name in reference.givens)


def addressed(place: Reference) -> bool:
    """Whether a form of address stands before the name."""
    return bool(place.titles) and place.titles[-1].rstrip(".").lower() in HONORIFICS


def speaks(document: Document, place: Reference) -> bool:
    """Whether the person says something at this place."""
    start, end = place.name
    return bool(_SPEAKS.match(document.text, end) or _SPOKEN.search(document.text, max(0, start - 40), start))


def acts(document: Document, place: Reference) -> bool:
    """Whether the person does something at this place."""
    return _ACTS.match(document.text, place.name.end) is not None


def _pair(document: Document, stranger: Stranger, crowd: _Crowd, cut: Sequence[Reference] = ()) -> Pair:
    first = stranger.places[0]
    signs = (
        _conduct(document, stranger.places)
        | knowledge_of(stranger.surname)
        | _first_place(document, first)
        | _elsewhere(document, stranger, cut)
        | _company(document, first, crowd)
    )
    kept = measured(signs)
    return Pair(KIND, first.name, first.name, kept)


def _conduct(document: Document, places: Sequence[Reference]) -> dict[str, float]:
    """What the places show: addressed, speaking, acting, taken up by a pronoun, standing where things stand."""
    text, some = document.text, places[:_LEFT]
    taken_up = any(_TAKEN_UP.match(text, p.name.end) or _TAKEN_UP_NEXT.match(text, p.name.end) for p in some)
    who = any(_WHO.match(text, place.name.end) for place in some)
    shown = taken_up or who or any(map(addressed, some))
    said = any(speaks(document, place) for place in some)
    acting = any(acts(document, place) for place in some)
    return {
        "nothing but speech shows a person, and no list has the surname": not (shown or entry(some[0].surname).surname),
        "addressed with an honorific": any(map(addressed, some)),
        "an office or rank before the surname": any(place.titles and not addressed(place) for place in some),
        "speaks": said,
        "acts": acting,
        "who stands behind it": who,
        "taken up as a thing": not taken_up and any(_THING.match(text, place.name.end) for place in some),
        "stands where a place or a body does": any(_stands_in_or_at(text, place) for place in some),
        "behind of or from": any(_stands_behind_of(text, place) for place in some),
        "something is theirs": any(_OWN.match(text, place.name.end) for place in some),
    }


def _stands_in_or_at(text: str, place: Reference) -> bool:
    return _WHERE_BEFORE.search(text, *_before(place.name.start, 12)) is not None


def _stands_behind_of(text: str, place: Reference) -> bool:
    return _SOURCE_BEFORE.search(text, *_before(place.name.start, 8)) is not None


def _first_place(document: Document, first: Reference) -> dict[str, float]:
    """How the first of the places reads: as an introduction, in somebody's words, in a list."""
    start = first.name.start
    word = _WORD_BEFORE.search(document.text, *_before(first.with_titles(document).start, 24))
    return {
        "what they are stands before it": word is not None and is_calling(word[1]),
        "first in somebody's own words": in_quotation(document, start),
        "opens a paragraph": _opens(document, first),
        "words in quotation marks stand by the first place": _is_quoted(document, first),
        "the first place speaks or is addressed": addressed(first) or speaks(document, first),
    }


def _opens(document: Document, place: Reference) -> bool:
    """Whether the name, with what stands before it as a title, begins its paragraph."""
    block = document.block_at(place.name.start)
    return block is not None and block.start == place.with_titles(document).start


def _is_quoted(document: Document, place: Reference) -> bool:
    """Whether the paragraph quotes somebody, so that the name may say who speaks."""
    block = document.block_at(place.name.start)
    at = bisect_left(quotes(document), place.name.start, key=_begins) if block else 0
    near = quotes(document)[max(0, at - 1) : at + 1]
    return block is not None and any(block.start <= quote.span.start < block.end for quote in near)


def _begins(quote: Quote) -> int:
    return quote.span.start


def _elsewhere(document: Document, stranger: Stranger, cut: Sequence[Reference]) -> dict[str, float]:
    """Where else the word stands: in other names, in the headline, as another's surname misspelled."""
    known = {place.name.end for place in (*stranger.places, *cut)}
    others = [
        (mention, at)
        for mention, at in name_words(document).get(stranger.surname, ())
        if mention.starts[at] + len(stranger.surname) not in known
    ]
    return {
        "part of longer names": any(
            len(mention.words) > 1 and not any(map(is_title, mention.words[:at])) for mention, at in others
        ),
        "in a headline, standfirst or caption": any(
            mention.role in (Role.HEADLINE, Role.STANDFIRST, Role.CAPTION) for mention, _ in others
        ),
        "as capitalised elsewhere": bool(others),
    }


def _is_like_another(document: Document, surname: str) -> bool:
    """Whether somebody is introduced whose surname is this one but for a letter or two."""
    a = folded(surname)
    others = _introduced(document).get(a[:1], frozenset())
    if len(others) > _MANY:
        return False
    return any(abs(len(a) - len(b)) < _LETTERS and 0 < edits(b, a) < _LETTERS for b in others)


@analysis
def _introduced(document: Document) -> Mapping[str, frozenset[str]]:
    """The surnames of those who are introduced, by their first letter."""
    found: dict[str, set[str]] = defaultdict(set)
    for each in references(document):
        if each.full:
            found[folded(each.surname)[:1]].add(folded(each.surname))
    return {letter: frozenset(surnames) for letter, surnames in found.items()}


def _company(document: Document, first: Reference, crowd: _Crowd) -> dict[str, float]:
    """Whether the copy introduces people at all."""
    others = max(0, crowd.strange - 1)
    return {
        "nobody else is introduced": crowd.introduced == 0,
        "how many people are introduced": min(3.0, math.log2(1 + crowd.introduced)),
        "most people are introduced": crowd.introduced > 2 * others > 0,
        "how far down it stands": first.name.start / max(1, len(document.text)),
    }
