"""A surname alone before the person is introduced."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice, takewhile
from operator import attrgetter

from newslint.document import Document, Role, analysis
from newslint.hit import Check, Hit, Note, check
from newslint.startup.expressions import compiled
from newslint.story.families import RELATIVES
from newslint.story.given_names import is_title
from newslint.story.mentions import name_words
from newslint.story.people import Person, people
from newslint.story.references import Reference
from newslint.story.same import judged
from newslint.text.lexicon import COUNTRY, entry, is_given_name
from newslint.text.quotations import in_quotation
from newslint.text.vocabulary import (
    CALENDAR,
    KIN,
    NAME_PARTICLES,
    NAME_SUFFIXES,
    PLAIN_HONORIFICS,
    alternatives,
)
from newslint.topics.names.callings import is_calling
from newslint.topics.names.cut_introductions import all_others, is_cut
from newslint.topics.names.introductions import introduction_pairs, speaks
from newslint.topics.names.matching import SHOWN, name_pairs
from newslint.topics.names.surnames import stands_for_its_person

# Titles that do for an introduction while nobody else bears them, and forms of address that never are one.
_SOLE = frozenset("president queen king pope prince princess lord lady sir dame".split())
_ADDRESS = PLAIN_HONORIFICS | {"dr"}

# A sentence ends between the two; what is corrected in a breath (“Okafor — Samuel Okafor”) has its name.
_APART_IN_SPEECH = compiled(r"[.!?][”’\"')]*\s")
# Where the copy names people to its readers. A crosshead and a standfirst only announce.
_TELLING = frozenset((Role.PARAGRAPH, Role.CAPTION, Role.LIST_ITEM))

_WORD_BEFORE = compiled(r"\b([a-z]+) \Z")

# A first paragraph of no more words may sum the story up, which then introduces the person within so many paragraphs.
_STANDFIRST_WORDS = 22
_LEAD = 5
# A paragraph of fewer words may be a crosshead.
_PROSE = 6


@check
class FirstReference:
    """Finds people who are introduced in full only after they were mentioned by their surname, or not at all."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        met: set[str] = set()
        for person in people(document):
            # A surname alone belongs to the first who is introduced with it.
            if person.surname not in met:
                yield from _hits(document, person)
            met.add(person.surname)
        misspelled = {pair.suspect.text for pair in name_pairs(document) if pair.confidence >= SHOWN}
        for pair in introduction_pairs(document):
            if document[pair.suspect] in misspelled:
                continue
            verdict = judged(pair.kind, pair.signs)
            evidence = verdict.signs
            if verdict.probability < SHOWN:
                if not is_cut(document, pair, verdict.probability):
                    continue
                evidence = (all_others(verdict), *evidence)
            words = {"lack": "and is introduced nowhere"}
            yield Hit(pair.suspect, words, confidence=max(SHOWN, verdict.probability), evidence=evidence)


def _hits(document: Document, person: Person) -> Iterator[Hit]:
    body = (reference for reference in person.references if _in_body(document, reference))
    first = next(body, None)
    if first is None or first.full:
        return
    full = next((reference for reference in body if reference.full), None)
    if full is None:
        return
    introduced_above = any(reference.full and reference.name < first.name for reference in person.references)
    described = _described(document, first)
    if introduced_above or not (described or _known_person(full)):
        return
    if _in_standfirst(document, first, full) and not described:
        return
    if not _introduces(document, first, full) or not stands_for_its_person(document, first):
        return
    if _is_another_of_the_family(document, full) or _is_short_for_a_body(document, first):
        return
    name = document[full.name]
    yield Hit(
        first.name,
        {"lack": f"before “{name}” is introduced"},
        (Note(full.name, "introduced only here"),),
        confidence=0.7,
        # Whom everybody knows is spoken of by the surname; whoever speaks needs a name.
        minor=not (described or speaks(document, first)),
    )


def _in_body(document: Document, reference: Reference) -> bool:
    """Whether the person is named in prose, a list or a caption, not in a crosshead that looks like one."""
    if reference.role not in _TELLING or reference.titled:
        return False
    block = document.block_at(reference.name.start)
    return block is not None and block.start in _prose(document)


@analysis
def _prose(document: Document) -> frozenset[int]:
    """Where the blocks start that are long enough to be no crossheads."""
    text = document.text
    return frozenset(
        block.start
        for block in document.copy
        if block.role in _TELLING and len(text[block.start : block.end].split(None, _PROSE)) >= _PROSE
    )


def _in_standfirst(document: Document, first: Reference, full: Reference) -> bool:
    """Whether the surname stands in a paragraph that sums the story up, and the story's first ones introduce the person."""
    body = list(islice((block for block in document.copy if block.role is Role.PARAGRAPH), _LEAD))
    if not body or not body[0].span.holds(first.name):
        return False
    follows = next((number for number, block in enumerate(body) if block.span.holds(full.name)), _LEAD)
    return follows < _LEAD and len(document[body[0].span].split(None, _STANDFIRST_WORDS)) <= _STANDFIRST_WORDS


def _introduces(document: Document, first: Reference, full: Reference) -> bool:
    """Whether the full name brings what the surname before it lacked.

    After a form of address or a title that says enough, the writer's own words have to bring it. Whom the writer introduces
    right behind what was said needed no name in speech.
    """
    titles, later = _offices(first), _offices(full)
    spoken, spoken_later = in_quotation(document, first.name.start), in_quotation(document, full.name.start)
    # “Academy President” is one of many presidents, and so introduces nobody.
    sole = not titles.isdisjoint(_SOLE) and all(is_title(title) for title in titles)
    if sole and titles.isdisjoint(later):
        return False
    if spoken_later and (sole or not titles.isdisjoint(_ADDRESS)):
        return False
    if spoken and spoken_later:
        return _APART_IN_SPEECH.search(document.text, first.name.end, full.name.start) is not None
    return not (spoken or sole) or _far_apart(document, first, full)


def _offices(reference: Reference) -> set[str]:
    return {title.rstrip(".").lower() for title in reference.titles}


def _far_apart(document: Document, first: Reference, full: Reference) -> bool:
    """Whether a paragraph or more lies between the two."""
    copy = document.copy
    behind = islice(copy, bisect_right(copy, first.name.start, key=attrgetter("start")), None)
    begun = takewhile(lambda block: block.start <= full.name.start, behind)
    return sum(1 for _ in islice((block for block in begun if block.role is Role.PARAGRAPH), 2)) > 1


# Ben and Ann Okafor; his wife, Ann Okafor; Ann Okafor, wife of Ben Okafor; Ann Okafor called her father; Ben Okafor Jr.
_RELATED_BEFORE = rf"(?i:\b(?:{RELATIVES}|first lady),? )\Z"
_GIVEN_BEFORE = r"(?P<more>\b[A-Z][\w.’'-]* )?\b(?P<given>[A-Z][a-z]+) (?:and|&) \Z"
_OLDER = alternatives(word for word, kin in KIN.items() if kin.generation > 0)
_RELATED_BEHIND = (
    rf",? (?:{alternatives(NAME_SUFFIXES)})\b|,? (?:the |his |her |their )?(?:[a-z-]+ ){{0,2}}{RELATIVES} of (?:the |[A-Z])"
    rf"|[^.;:!?]{{0,60}}\b(?:his|her) (?:late )?(?:{_OLDER})\b"
)


def _is_another_of_the_family(document: Document, full: Reference) -> bool:
    """Whether the copy introduces somebody who shares the surname with whom it means by that alone."""
    text, (start, end) = document.text, full.name
    beside = compiled(_GIVEN_BEFORE).search(text, max(0, start - 40), start)
    if beside is not None and not beside["more"] and is_given_name(beside["given"]):
        return True
    if compiled(_RELATED_BEFORE).search(text, max(0, start - 24), start):
        return True
    return compiled(_RELATED_BEHIND).match(text, end) is not None


def _is_short_for_a_body(document: Document, first: Reference) -> bool:
    """Whether a longer name above begins with the surname, for which that may stand: “Okafor Foods”."""
    named = name_words(document).get(first.surname, ())
    return any(at == 0 and len(mention.words) > 1 and mention.span < first.name for mention, at in named)


def _described(document: Document, reference: Reference) -> bool:
    """Whether what the person is stands right before the surname, where a given name is never left out."""
    before = document.text[max(0, reference.name.start - 20) : reference.name.start]
    word = _WORD_BEFORE.search(before)
    return word is not None and is_calling(word[1])


def _known_person(full: Reference) -> bool:
    """Whether the lists know the given name as one, and nothing speaks for a place, a body or a season instead."""
    given, known = entry(full.givens[0]), entry(full.surname)
    if full.givens[0].lower() in NAME_PARTICLES | CALENDAR or full.surname[-2:-1].isupper():
        return False
    if full.titles:
        return True
    if not given.given or (0 < given.word <= 2 and known.surname < 2) or COUNTRY in (given.place, known.place):
        return False
    return not 0 < known.word <= 3 or known.surname >= 3


_: type[Check] = FirstReference
