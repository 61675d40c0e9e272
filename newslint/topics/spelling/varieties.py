"""Varieties of English: which words of the copy are spelled the British way, and which the American."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.text.ownership import is_own
from newslint.text.vocabulary import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    NUMBERS,
    PREPOSITIONS,
    SCALES,
    SCALES_IN_PLURAL,
)
from newslint.text.words import occurrences, part_spans, parts
from newslint.topics.spelling.habits import AMERICAN, BRITISH

_LOOK_BACK = 40
_VERB_LEADS = frozenset("to will would can could may might must should shall not they we i you who".split())
_COMPUTING = (
    "comput", "software", "code", "coding", "algorithm", "app ", "download", "hacker", "malware", "virus",
    "spyware", "desktop", "toolbar", "hard drive", " pc", "microsoft", "e-mail", "email", "install",
    "browser", "website", " ai ", "openai", "chatbot", "artificial intelligence", "programmer",
)  # fmt: skip
_NUMBERS = SCALES.keys() | SCALES_IN_PLURAL | frozenset("few several square cubic per many mere".split())
_METER = compiled(r"(?i)\bmeters?\b")
_BEFORE_LENGTH = frozenset("a half in of the".split())
_BEHIND_MEASURE = frozenset("away long high deep tall wide below above from".split())
_BEFORE_NOUN = (
    DETERMINERS | PREPOSITIONS | NUMBERS | frozenset("driving driver's business drivers' liquor gun new".split())
)
_BEHIND_NOUN = PREPOSITIONS | AUXILIARIES | CONJUNCTIONS
_BEFORE_STRETCH = frozenset("a the little short long good great worth".split())
_BEFORE_SILENT = frozenset(
    "stay stays stayed staying keep keeps kept keeping remain remains remained is was were are be been".split()
)


def _word_before(text: str, span: Span) -> str:
    before = text[max(0, span.start - _LOOK_BACK) : span.start].split()
    return before[-1].lower() if before else ""


def _word_after(text: str, span: Span) -> str:
    after = text[span.end : span.end + _LOOK_BACK].split(maxsplit=1)
    return after[0].rstrip('.,;:?!)”"').lower() if after else ""


def _permit(text: str, span: Span) -> bool:
    """Whether license(s) is the noun, and no verb: his licenses, revoke the licenses of several, licenses were sold."""
    before, after = _word_before(text, span), _word_after(text, span)
    if before in _VERB_LEADS or after in DETERMINERS:
        return False  # “which licenses the mill” is right everywhere
    ends = text[span.end : span.end + 1] != " "
    return not before.isalpha() or before in _BEFORE_NOUN or ends or after in _BEHIND_NOUN


def _mother(text: str, span: Span) -> bool:
    """Whether mum is a mother, and nobody is silent: my mum, not “she stayed mum”, “she was oddly mum”."""
    before = text[max(0, span.start - _LOOK_BACK) : span.start].lower().split()
    while before and before[-1].endswith("ly"):
        before.pop()
    return not before or before[-1] not in _BEFORE_SILENT


def _noun(text: str, span: Span) -> bool:
    return _word_before(text, span) not in _VERB_LEADS and _word_after(text, span) not in {"of", "out", "quickly"}


def _verb(text: str, span: Span) -> bool:
    """Whether practice is what somebody does: they practice the piece; not “drives him to practice.”"""
    ends = not text[span.end : span.end + 2].lstrip(" ").isalpha()
    before = _word_before(text, span)
    return before in _VERB_LEADS and not (before == "to" and ends)


def _measure(text: str, span: Span) -> bool:
    """Whether a length is meant: 40 meters, not the 40 meters of a draft that has told of water meters."""
    return _is_counted(text, span) and not any(
        not _is_counted(text, other) and _word_before(text, other) not in _BEFORE_LENGTH
        for other in (Span(*found.span()) for found in _METER.finditer(text))
    )


def _is_counted(text: str, span: Span) -> bool:
    before = text[max(0, span.start - _LOOK_BACK) : span.start].rstrip(" \u00a0-").lower()
    return before[-1:].isdigit() or before.rpartition(" ")[2] in _NUMBERS or _word_after(text, span) in _BEHIND_MEASURE


def _kerb(text: str, span: Span) -> bool:
    return _word_before(text, span) in {"the", "a", "of"}


def _no_computing(text: str, span: Span) -> bool:
    around = text[max(0, span.start - 150) : span.end + 150].lower()
    return not any(word in around for word in _COMPUTING)


def _meanwhile(text: str, span: Span) -> bool:
    """Whether while joins two clauses, and is no stretch of time: while it rained, not “for a while”."""
    return _word_before(text, span) not in _BEFORE_STRETCH


# From these lands whiskey has an e, whatever the writer calls that from elsewhere.
_DISTILLED = compiled(
    r"(?i)\b(?:Irish|Ireland|America|American|Tennessee|Kentucky|bourbon|rye)\b[^.\n]{0,40}\bwhisk|\bwhiske?y[^.\n]{0,40}\b(?:Ireland|America|bourbon)\b"
)


def _of_no_land(text: str, span: Span) -> bool:
    """Whether the word is the drink's, and not a maker's, where the copy tells none from Ireland or America."""
    return text[span.start].islower() and not _DISTILLED.search(text)


def _never(_text: str, _span: Span) -> bool:
    return False


# Words that one variety shares with the other in some of their senses, and how to tell the sense that it doesn't:
# from the text and the place of the word.
SENSES: Mapping[str, Callable[[str, Span], bool]] = {
    "whiskey": _of_no_land,
    "whiskeys": _of_no_land,
    "license": _permit,
    "licenses": _permit,
    "mum": _mother,
    "airplane": _never,
    "airplanes": _never,
    "practice": _verb,
    "practices": _never,
    "program": _no_computing,
    "programs": _no_computing,
    "while": _meanwhile,
    "tire": _noun,
    "tires": _noun,
    "curb": _kerb,
    "curbs": _never,
    "meter": _measure,
    "meters": _measure,
    "check": _never,
    "checks": _never,
    "draft": _never,
    "drafts": _never,
    "story": _never,
    "stories": _never,
    "jail": _never,
    "math": _never,
}


_FILE = Path(__file__).parents[2] / "data" / "spellings.txt"
# The sections with rows of a British and an American word, whether those are words in -ise and -ize, and how much the
# one and the other say of their text's variety: nothing where both varieties write it.
_WEIGHTS = (
    ("variety", False, 1.0, 1.0),
    ("ise", True, 1.0, 0.5),
    ("british", False, 1.0, 0.5),
    ("american", False, 0, 1.0),
)


class Spelling(Row):
    """What is known of a word's spelling: its variety and how the other variety writes it.

    `ise` tells a word in -ise or -ize. `weight` is how much the word says of its text's variety, from 0 to 1.
    """

    variety: str
    other: str
    ise: bool = False
    weight: float = 1.0


class Marker(Row):
    """A word that is spelled as one variety spells it: its places in the writer's own copy and in quotations."""

    word: str
    spelling: Spelling
    spans: tuple[Span, ...]
    quoted: tuple[Span, ...] = ()


class Variant(Row):
    """A word that has several spellings within a variety.

    `family` is shared by all that are spelled alike (adviser, advisers); `row` are the spellings of this word, and
    `place` its own among them, which is the same for the whole family.
    """

    family: str
    row: tuple[str, ...]
    place: int


class _List(Row):
    """One section of the file: what all its words of one variety are, and how the other variety writes each."""

    variety: str
    others: Mapping[str, str]
    ise: bool = False
    weight: float = 1.0


class _Lists(Row):
    """The lists, and for each word the number of the one that speaks of it: of two, the later."""

    lists: list[_List]
    numbers: Mapping[str, int]

    def spelling(self, word: str) -> Spelling:
        known = self.lists[self.numbers[word]]
        return Spelling(known.variety, known.others[word], known.ise, known.weight)


@cache
def _sections() -> Mapping[str, str]:
    parted = (section.partition("\n") for section in _FILE.read_bytes().decode("ascii").split("\n\n"))
    return {name: rows for name, _, rows in parted}


@cache
def _lists() -> _Lists:
    lists = []
    for name, ise, british_weight, american_weight in _WEIGHTS:
        words = _sections()[name].split()
        british, american = words[::2], words[1::2]
        if british_weight:
            lists.append(_List(BRITISH, dict(zip(british, american, strict=True)), ise, british_weight))
        lists.append(_List(AMERICAN, dict(zip(american, british, strict=True)), ise, american_weight))
    numbers: dict[str, int] = {}
    for number, one in enumerate(lists):
        numbers.update(dict.fromkeys(one.others, number))
    return _Lists(lists, numbers)


@cache
def variants() -> Mapping[str, str]:
    """Each word (in lower case) that has several spellings within a variety, and its family as the file gives it."""
    lines = _sections()["variants"].splitlines()
    return {word: line for line in lines for word in line.lower().replace(" | ", " ").split(" ")}


def variant(word: str) -> Variant | None:
    """What a word in lower case is a spelling of."""
    rows = [tuple(row.split(" ")) for row in variants().get(word, "").split(" | ")]
    found = ((row, place) for row in rows for place, one in enumerate(row) if one.lower() == word)
    return next((Variant(rows[0][0], row, place) for row, place in found), None)


_AUSTRALIA = frozenset(
    "australia australia's australia’s australian australians nsw queensland tasmania sydney melbourne brisbane adelaide canberra perth hobart".split()
)


@analysis
def markers(document: Document) -> tuple[Marker, ...]:
    """Every word that tells a variety, by alphabet; none of them part of a name or an address."""
    known = _lists()
    found = []
    told = known.numbers.keys() & parts(document)
    if not told:  # for speed
        return ()
    if _AUSTRALIA & occurrences(document).keys():
        # Australian papers write program beside labour and organise, and their party is Labor.
        told -= {"labor"} if "programme" in document.text else {"labor", "program", "programs"}
    for word in told:
        spans = part_spans(document, word)
        in_sense = SENSES.get(word)
        meant = [s for s in spans if in_sense is None or in_sense(document.text, s)]
        own = tuple(s for s in meant if is_own(document, s))
        taken = set(own)
        asked = () if word in _SAID else meant
        quoted = tuple(s for s in asked if s not in taken and is_own(document, s, quoted=True))
        if own or quoted:
            found.append(Marker(word, known.spelling(word), own, quoted))
    return tuple(sorted(found))


# Words that don't even sound the same: a writer leaves them to who says them.
_SAID = frozenset(
    "mom moms mommy mum mums mummy aluminum aluminium jewelry jewellery math maths specialty speciality".split()
)
_COUNTRIES = {
    BRITISH: r"\b(?:Brit(?:ish|ain|ons?)|English|England|UK|U\.K\.|London|Scot\w+|Wales|Welsh|Irish|Ireland|Austral\w+|Canad\w+|India\w*)\b",
    AMERICAN: r"\b(?:America\w*|US|U\.S|United States|New York|Washington|California\w*|Texa[ns]s?|White House|President)\b",
}


def names_country(document: Document, span: Span, variety: str) -> bool:
    """Whether the paragraph around `span` names people or places where `variety` is written: an American singer said."""
    block = document.block_at(span.start)
    return block is not None and (
        compiled(_COUNTRIES[variety]).search(
            document.text, max(block.start, span.start - 400), min(block.end, span.end + 400)
        )
        is not None
    )


# What Canadian papers write as American ones do, beside a plain e where the British have ae or oe, as in pediatric.
_CANADIAN = frozenset(
    "program programs tire tires curb curbs aluminum skeptic skeptics skeptical skepticism jewelry analyze analyzed analyzes "
    "analyzing analyzer paralyzed paralyzing artifact artifacts mold molds mustache check checks meter mom moms mommy aging airplane "
    "airplanes specialty jail draft drafts math plow plowed plowing plows snowplow snowplows pajamas cozy annex".split()
)
# And what as British ones: colour, travelled, centre, defence, cheque, grey, fulfil, enrolment, manoeuvre, catalogue.
_TELLING = (
    "our", "ll", "tre", "ence", "cheque", "grey", "storey", "lfil", "nrol", "lful", "oeuvr", "logue", "axe", "mould",
    "plough", "sulph", "moustache",
)  # fmt: skip


def is_canadian(found: Iterable[Marker]) -> bool:
    """Whether the words keep to Canadian spelling: organization and program beside behaviour, centre and travelled."""
    return all(
        is_written_in_canada(marker) if marker.spelling.variety == AMERICAN else _is_telling(marker) for marker in found
    )


def may_be_canadian(found: Iterable[Marker], told: bool) -> bool:
    """Whether the copy is `told` of Canada, or a word in -ize, or such as Canadian papers write in the American way, twice, stands beside some
    that they write in the British one.

    None of those in -ise stands there.
    """
    ized, plain, telling = False, 0, 0
    for marker in found:
        if marker.spelling.variety == AMERICAN:
            ized = ized or marker.spelling.ise
            plain += len(marker.spans) * (marker.word in _CANADIAN)
        elif marker.spelling.ise:
            return False
        else:
            telling += _is_telling(marker)
    return told or ((ized or plain > 1) and telling > 1)


def _is_telling(marker: Marker) -> bool:
    return not marker.spelling.ise and any(part in marker.word for part in _TELLING)


def is_written_in_canada(marker: Marker) -> bool:
    """Whether Canadian papers, too, write the American word: organize, program, pediatric."""
    plain = marker.spelling.other.replace("ae", "e").replace("oe", "e")
    return marker.spelling.ise or marker.word in _CANADIAN or plain == marker.word
