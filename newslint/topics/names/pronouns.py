"""Pronouns: whom a “he” or a “she” takes up, and how surely.

A pronoun is bound to the person whom the copy names last before it, in its paragraph or the one above; by the name, or by a
title that nobody else has (“the judge”). How it's bound, and who else may be meant, are signs: the judge weighs them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from operator import attrgetter

from newslint.document import Block, Document, Role, analysis, kept_by
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.families import is_a_house
from newslint.story.held_posts import held
from newslint.story.people import people
from newslint.story.references import Reference, references, references_within
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import PRONOUNS_OF, SPOKE, alternatives, wordlist
from newslint.text.words import occurrences, words
from newslint.topics.names.bystanders import may_be, others_named, others_told
from newslint.topics.names.sexes import OTHER, named_sex, title_sex
from newslint.topics.names.surroundings import ACTS

_SEXES = {
    **dict.fromkeys(("he", "his", "himself"), "man"),
    **dict.fromkeys(("she", "her", "herself"), "woman"),
}
_ABOVE = 2  # paragraphs
_PROSE = frozenset([Role.PARAGRAPH, Role.LIST_ITEM])
# So many of a person's pronouns are looked at.
_MOST = 24
_PLAINLY = {1.0: ("reported", "speaker", "opens", "own", "going-on"), 0.5: ("who", "adding", "clause", "subordinate")}
_SAYS = compiled(rf" (?:{alternatives(SPOKE)})\b")
# Who asks is answered by another.
_ASKS = compiled(r" ask(?:s|ed)\b")
_SAID = compiled(rf"\b(?:{alternatives(SPOKE)}) \Z")
_SAID_BY = compiled(rf"[”’\"',] (?:{alternatives(SPOKE)}) \Z")
# Somebody to whom it is said or done.
_OBJECT = {
    "man": compiled(r"(?i)\bhim\b"),
    "woman": compiled(
        r"(?i)\bher\b(?= (?:to|that|if|whether|in|on|at|for|from|with|as|and|the|an?|how|why|what|about)\b|[.,;])"
    ),
}
_CLOSED = compiled(r"[”’\"'],? \Z")
# Verbs of speech with somebody to whom it's said, who may be “he”.
_TO_SOMEBODY = wordlist(
    "tell tells told ask asks asked urge urges urged warn warns warned assure assures assured remind reminds reminded"
)
# Bodies to which somebody speaks, who are neither he nor she.
_HEARING = wordlist(
    "jury court panel committee council board meeting inquiry inquest chamber assembly tribunal hearing commission crowd audience "
    "conference parliament congress senate house press paper"
)
# “Ann Moor said that she”, “Ann Moor, a baker, remembered her”, “Ann Moor told the jurors that she”
_REPORTED = compiled(
    rf"(?:,[^,.\n]{{1,60}},)?(?: (?:only|also|later|then|ha[ds]))? (?:{alternatives(SPOKE - _TO_SOMEBODY)})(?: that| how| why| (?!of |to )(?:[a-z]+ ){{1,6}}that)?"
    r" (?:he|she|his|her)"
    rf"|[^.;“”\"\n]{{1,80}},? and (?:{alternatives(SPOKE - _TO_SOMEBODY)}) that (?:he|she)"
    rf"| (?:ha[ds] )?(?:{alternatives(_TO_SOMEBODY)}) (?:\w+ )?(?:\w+ )?(?:[a-z]+s(?:,? and (?:\w+ )?[a-z]+s)?|{alternatives(_HEARING)})"
    r" (?:that )?(?:he|she|his|her)"
)
# “Ann Moor, the baker, who says that she”
_WHO = compiled(r"(?:, [^,.;“”\n]{1,60})?,? who (?:(?!who\b)[^.;:“”\n]){0,90}")
# “…,” said Ann Moor, adding that she
_ADDING = compiled(r", (?:adding|saying|insisting|explaining|noting|admitting|recalling|remembering)(?: that| how)? ")
# “Ann Moor kept the mill open, but she”
_GOING_ON = compiled(r"[^.;:“”\"\n]{2,160}, (?:and|but) ")
# “Ann Moor has had to change her number”: the clause of the name goes on to the pronoun.
_CLAUSE = compiled(
    r"(?:(?!,? (?:who|whom|whose|which|that|and|but|while|when|because|after|before|if|as|where)\b)[^.;:“”\"\n]){1,80}"
)
# “Ann Moor waved from the window, where she”
_SUBORDINATE = compiled(
    r"[^.;:“”\"\n]{2,120}\b(?:when|where|while|because|since|after|before|until|till|though|although|as|if|unless|once|whenever) "
)
_PRONOUN_OF = {sex: compiled(rf"(?i)\b(?:{alternatives(told)})\b") for sex, told in PRONOUNS_OF.items()}
_ASIDE = compiled(r", \Z")  # “Sales fell, she said, and rose.”
_SAYS_ASIDE = compiled(rf" (?:{alternatives(SPOKE - {'told', 'asked'})})[,.]")
_OWN = compiled(r" own\b")
# “Rowe said she would appeal”, “said he hoped”, “said she had seldom seen”: what speakers mean to do, feel and have known themselves.
_FEELS = alternatives(
    wordlist(
        "rather like liked hope hoped hopes hoping want wanted wants wish wished wishes glad sorry proud pleased grateful delighted "
        "disappointed surprised confident convinced persuaded considering planning plan plans planned intend intended intends expect "
        "expected expects expecting believe believed believes thought felt feared regretted doubted knew rarely seldom"
    )
)
_MEANS_TO = alternatives(
    wordlist(
        "rule appeal write ask visit hear consider publish return leave meet vote resign stand seek report bring decide"
    )
)
_OWN_MIND = compiled(
    rf"(?:['’]d| would| will| was| is| had| has| did(?:n['’]t)?)?(?: not| never| also| still| only)* (?:{_FEELS}|(?:be )?{_MEANS_TO}|know|be [a-z]+ing|found it)\b"
)
# What nobody does but of themselves.
_OWN_WORD = compiled(
    r"\b(?:promis(?:e[sd]|ing)|vow(?:s|ed)|pledge[sd]|admit(?:s|ted)|confesse[sd]|recall(?:s|ed)|remember(?:s|ed))\b"
)
_POSSESSIVE = compiled(r"[’']")
# What may stand before a subject in its sentence: nothing, “Then”, “Asked about the bread,”, “At noon on Monday”
_OPENING = compiled(
    r"(?:(?:And|But|Then|Later|Still|Yet|Now) )?|[A-Z][^,.;:\n“”\"]{2,60}, "
    r"|(?:At|On|In|By|After|Before|For|During|Last|Since|Until) (?:(?!that\b|who\b|which\b|when\b|and\b)(?:[a-z\d][\w’'-]*|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)(?:day)? ){1,6}"
)
# What may stand before a name that is its sentence's subject: titles and what somebody is; nothing that acts or speaks.
_LED = compiled(
    rf"(?:(?!(?:{alternatives(SPOKE)}|that|of|for|with|to|by|and|or|he|He|she|She|it|It|they|They|[a-z]+ed|\w+ing)\b)[\w’'.-]+,? ){{0,6}}"
)
# So does a name behind a clause, if it acts: “Now that it's wet, coach Ann Moor has”.
_BEHIND_A_CLAUSE = compiled(rf"[^,“”\"\n]{{3,120}}, (?:{_LED.pattern})")
# Of whom this is said, another is left behind, who needs no name.
_DIED = compiled(r"\b(?:died|dies|killed|married|divorced)\b")
# What “Justice Moor” is called without the name.
_CALLED = {"justice": "judge", "rev": "vicar"}
_THE = compiled(r"\b[Tt]he (?:[a-z-]+ )?\Z")
_BESIDE = 40
# “The judge who had heard her” may be any other.
_WHICH = compiled(r" (?:who|whom|of|for|at)\b")
# Posts of which a house has many, so that “the officer” may be another.
_MANY = wordlist(
    "officer director manager member student teacher nurse driver player pupil resident executive lawyer spokesman"
)
# “He or she”, of nobody.
_EITHER = compiled(r"\bhe (?:or|and) she\b|\bhis or her\b|\bshe or he\b")


class Bound(Row):
    """A pronoun of a `sex` at `place`, which takes up whom `reference` names; `name` is where they're named last before it."""

    place: Span
    sex: str
    reference: Reference
    name: Span

    @property
    def by_title(self) -> bool:
        """Whether they're called by their title there: “the judge”."""
        return self.name != self.reference.name


@analysis
def known(document: Document) -> Mapping[str, Sequence[Reference]]:
    """The references of everybody who is the only one of the surname, and is named in full or with a title."""
    bearers = Counter(person.surname for person in people(document))
    found: dict[str, list[Reference]] = defaultdict(list)
    for reference in references(document):
        if bearers[reference.surname] < 2:
            found[reference.surname].append(reference)
    return {
        surname: named
        for surname, named in found.items()
        if any(each.full or each.titles for each in named) and not is_a_house(document, surname)
    }


@analysis
def bound(document: Document) -> Mapping[str, Sequence[Bound]]:
    """The pronouns that may take up each person, by the surname."""
    named = sorted([*_named(document), *_called(document)], key=lambda each: each[0])
    starts = [name.start for name, _ in named]
    found: dict[str, list[Bound]] = defaultdict(list)
    for place, sex in _pronouns(document):
        at = bisect_right(starts, place.start) - 1
        if at >= 0 and blocks_apart(document, starts[at], place.start) < 2:
            name, reference = named[at]
            one = Bound(place, sex, reference, name)
            if len(found[reference.surname]) < _MOST and not (one.by_title and way(document, one) == "loose"):
                found[reference.surname].append(one)
    return {surname: each for surname, each in found.items() if each}


def _named(document: Document) -> Iterator[tuple[Span, Reference]]:
    """Where the writer's own prose names somebody."""
    for reference in references(document):
        own = reference.surname in known(document) and reference.role in _PROSE
        if own and not in_quotation(document, reference.name.start):
            yield reference.name, reference


def _called(document: Document) -> Iterator[tuple[Span, Reference]]:
    """Where somebody is called by a title or a post that nobody else has: “the judge”."""
    bearers: dict[str, set[str]] = defaultdict(set)
    first: dict[str, Reference] = {}
    for title, reference in chain(_titles(document), _posts(document)):
        bearers[title].add(reference.surname)
        first.setdefault(title, reference)
    places = occurrences(document)
    for title, surnames in bearers.items():
        reference = first[title]
        if len(surnames) == 1 and reference.surname in known(document) and not title_sex(reference):
            spans = (words(document).span(index) for index in places.get(title, ()))
            yield from ((span, reference) for span in spans if _is_known_one(document.text, span))


def _is_known_one(text: str, span: Span) -> bool:
    """Whether a title without a name stands for the one who has it: “the judge”, but not “the judge who heard her”."""
    the = text[span.start].islower() and _THE.search(text, max(0, span.start - _BESIDE), span.start)
    return bool(the) and _WHICH.match(text, span.end) is None


def _titles(document: Document) -> Iterator[tuple[str, Reference]]:
    """The last title before each name, as it's called without one."""
    for reference in references(document):
        for title in reference.titles[-1:]:
            yield _CALLED.get(title.lower(), title.lower()), reference


def _posts(document: Document) -> Iterator[tuple[str, Reference]]:
    """The posts that the copy gives people beside their names, each by its last word; none that anybody else may have as well."""
    for _, posts in held(document):
        for post in posts:
            if post.holder and post.form in ("before", "behind") and not post.former and post.head not in _MANY:
                yield _CALLED.get(post.head, post.head), post.holder


def _pronouns(document: Document) -> Iterator[tuple[Span, str]]:
    """Every pronoun of a man or a woman in the writer's own words, in order."""
    places, text = occurrences(document), document.text
    spans = sorted((words(document).span(index), sex) for word, sex in _SEXES.items() for index in places.get(word, ()))
    for span, sex in spans:
        block = document.block_at(span.start)
        prose = block is not None and block.role in _PROSE and not in_quotation(document, span.start)
        if prose and not _EITHER.search(text, max(0, span.start - 8), span.end + 8):
            yield span, sex


def blocks_apart(document: Document, one: int, other: int) -> int:
    """How many blocks of copy lie between two places, and one more; 0 within one."""
    copy = document.copy
    return bisect_right(copy, other, key=_block_start) - bisect_right(copy, one, key=_block_start)


def _block_start(block: Block) -> int:
    return block.start


@kept_by(attrgetter("place"))
def binding(document: Document, each: Bound) -> dict[str, float]:
    """What speaks for and against the pronoun taking up whom it's bound to."""
    text, start, end = document.text, each.name.end, each.place.start
    begin = _begin(document, each)
    others = others_named(document, begin, end, each.reference, each.sex)
    return {
        way(document, each): True,
        "subject": _is_subject(document, each.name),
        "speaks": _is_speaking(text, each.name),
        "asks": _ASKS.match(text, start) is not None,
        "others": min(2, others),
        "others-told": others_told(document, begin, end, each.reference, each.sex),
        "object": _OBJECT[each.sex].search(text, start, end) is not None,
        "turned": _is_spoken_of(document, OTHER[each.sex], start, end),
        "before": _is_spoken_of(document, each.sex, begin, each.name.start),
        "next-block": blocks_apart(document, start, end),
        "possessive": text[each.place.start : each.place.end].lower() in ("his", "her"),
        "by-title": each.by_title,
        "died": _DIED.search(text, start, end) is not None,
    }


def _begin(document: Document, each: Bound) -> int:
    """From where on somebody else who is named may be meant: from the sentence's start of a speech, else from the paragraph's."""
    if _is_own_mind(document, each):
        return each.name.start
    part: Span | Block | None = document.block_at(each.name.start)
    if _is_reported(document.text, each):
        part = sentence_at(document, each.name.start) or part
    return part.start if part else each.name.start


def is_of_another(document: Document, each: Bound) -> bool:
    """Whether the pronoun may be of whom the words before it tell: “She treated the boy. Rowe said he’d live.”, “Rowe saw the boy. He waved.”"""
    how, sentence = way(document, each), sentence_at(document, each.name.start)
    if sentence is None or how not in ("opens", "reported") or _is_own_mind(document, each):
        return False
    if how == "opens":
        return others_told(document, sentence.start, each.place.start, each.reference, each.sex)
    at = bisect_right(document.copy, sentence.start, key=_block_start) - 1
    above = Span(document.copy[max(0, at - 1)].start, sentence.start)
    return (
        others_told(document, above.start, above.end, each.reference, each.sex)
        or _is_another_known(document, above, each)
        or _is_spoken_of(document, each.sex, *above)
    )


def _is_own_mind(document: Document, each: Bound) -> bool:
    """Whether a speaker tells of a pronoun what everybody tells of themselves alone: what they mean to do, hope or feel."""
    if way(document, each) != "reported":
        return False
    said = _OWN_WORD.search(document.text, each.name.end, each.place.start)
    return said is not None or _OWN_MIND.match(document.text, each.place.end) is not None


def are_of_two(document: Document, one: Bound, other: Bound) -> bool:
    """Whether a “he” and a “she” behind one naming may be of two, since somebody who may be the one spoken of is named above: “Lane said she was glad. He starts in June.”"""
    said = next((each for each in (one, other) if _is_reported(document.text, each)), None)
    if said is None or one.name != other.name or _is_own_mind(document, said):
        return False
    copy = document.copy
    at = bisect_right(copy, one.name.start, key=_block_start) - 1
    above = Span(copy[max(0, at - _ABOVE)].start, one.name.start)
    named = references_within(document, above)
    return any(each.surname != said.reference.surname and named_sex(each) == said.sex for each in named)


def _is_another_known(document: Document, span: Span, each: Bound) -> bool:
    """Whether somebody else whom the copy introduces, and who may be of the pronoun's sex, is named there."""
    others = (other for other in references_within(document, span) if other.surname in known(document))
    return any(other.surname != each.reference.surname and may_be(document, other, each.sex) for other in others)


def plainness(document: Document, each: Bound) -> float:
    """1 where the pronoun is of a speaker or a subject, 0.5 where their clause goes on to it, and nobody else may be meant; else 0."""
    signs = binding(document, each)
    if not (signs["subject"] or signs["speaks"]) or any(signs[name] for name in ("asks", "died", "object", "others")):
        return 0.0
    if (signs["possessive"] and signs.get("opens")) or (signs.get("reported") and signs["before"]):
        return 0.0
    if (signs["next-block"] or signs["turned"]) and (signs["before"] or signs["others-told"]):
        return 0.0
    return next((plain for plain, ways in _PLAINLY.items() if any(signs.get(name) for name in ways)), 0.0)


def way(document: Document, each: Bound) -> str:
    """How the pronoun is bound: “reported”, “speaker”, “opens”, “own”, “going-on”, “who”, “adding”, “clause” or “loose”."""
    text, (start, end) = document.text, each.place
    if _is_reported(text, each):
        return "reported"
    if _speaks(text, start, end):
        return "speaker"
    sentence, named = sentence_at(document, start), sentence_at(document, each.name.start)
    if sentence != named:
        return "opens" if sentence is not None and _OPENING.fullmatch(text, sentence.start, start) else "loose"
    if _OWN.match(text, end):
        return "own"
    forms = {"going-on": _GOING_ON, "who": _WHO, "adding": _ADDING, "clause": _CLAUSE, "subordinate": _SUBORDINATE}
    return next((name for name, form in forms.items() if form.fullmatch(text, each.name.end, start)), "loose")


def _is_reported(text: str, each: Bound) -> bool:
    return _REPORTED.fullmatch(text, each.name.end, each.place.end) is not None


def _is_speaking(text: str, name: Span) -> bool:
    return bool(_SAYS.match(text, name.end) or _SAID_BY.search(text, max(0, name.start - 18), name.start))


def _is_subject(document: Document, name: Span) -> bool:
    """Whether the name opens its sentence, with what stands before it as a title: “Judge Ann Moor”, “The coach, Ann Moor,”."""
    sentence = sentence_at(document, name.start)
    if sentence is None or _POSSESSIVE.match(document.text, name.end):
        return False
    if _LED.fullmatch(document.text, sentence.start, name.start):
        return True
    return bool(
        ACTS.match(document.text, name.end) and _BEHIND_A_CLAUSE.fullmatch(document.text, sentence.start, name.start)
    )


def _speaks(text: str, start: int, end: int) -> bool:
    """Whether a pronoun is the speaker of words in quotation marks: “…,” she said; “…,” said she."""
    if not text[start].islower():
        return False
    if _SAYS_ASIDE.match(text, end) and _ASIDE.search(text, start - 2, start):
        return True
    if _SAYS.match(text, end):
        return _CLOSED.search(text, max(0, start - 8), start) is not None
    said = _SAID.search(text, max(0, start - 16), start)
    return said is not None and _CLOSED.search(text, max(0, said.start() - 8), said.start()) is not None


def _is_spoken_of(document: Document, sex: str, start: int, end: int) -> bool:
    """Whether the writer's own words between two places have a pronoun of a sex."""
    found = _PRONOUN_OF[sex].finditer(document.text, start, end)
    return any(not in_quotation(document, match.start()) for match in found)
