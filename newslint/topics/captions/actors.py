"""Actors: who does in a caption what the story says that somebody else did, or has an office there that is another's."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from newslint.document import Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.people import Reference, references
from newslint.story.posts import Post, held
from newslint.text.grammar import may_be_noun
from newslint.text.lexicon import entry, folded
from newslint.text.nouns import singular
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentence_at
from newslint.text.synonyms import meaning
from newslint.text.vocabulary import (
    BE,
    CLAUSE_WORDS,
    DETERMINERS,
    DO,
    HAVE,
    MODALS,
    PREPOSITIONS,
    SAID,
    SAY,
    SAYS,
    wordlist,
)
from newslint.text.words import lowered, words
from newslint.topics.captions.captions import Caption, captions

# Offices of which a body has but one.
_SOLE = wordlist(
    "captain skipper manager coach mayor chairman chairwoman chair president principal headteacher headmaster headmistress governor bishop"
)
_NOT_THE = wordlist(
    "vice deputy assistant former acting interim ex co assistants past honorary past-president team stage tour"
)
_WORD = compiled(r"[\w-]+")
_WITH = frozenset("and with alongside beside for from to by behind after before".split())
_CAPITALS = compiled(r"(?:[A-Z][\w’'-]+ )+\Z")
_OF = compiled(r"(?:'s|’s)? of (?:the )?((?:[A-Z][\w’'-]+ ?)+)")
# How far behind a verb its object may stand, in words.
_OBJECT = 5
# Between a subject and its verb: a clause in commas, or who.
_BETWEEN = compiled(
    r"(?:,[^,.;“”\"]{2,60},|,)? (?:who )?(?:then |later |finally |also |herself |himself |had |has |duly )?"
)
_CLEFT = compiled(r"\b[Ii]t (?:is|was) (?:[A-Z][\w.’'-]+ ){0,3}\Z")
_NAMES = 3  # words of a name behind “with”
_EVERYBODYS = 29
_TAILS = ("ing", "ed", "es", "s", "e")
_NO_VERBS = PREPOSITIONS | CLAUSE_WORDS | BE | HAVE | DO | MODALS | DETERMINERS | SAID | SAYS | SAY
_PRONOUNS = frozenset(["it", "them", "him", "her"])
_BODY = frozenset([Role.STANDFIRST, Role.PARAGRAPH, Role.LIST_ITEM])


class Deed(Row):
    """What somebody does to a thing: the person's place, the verb and the thing as they're held against others."""

    actor: Reference
    verb: str
    thing: str


def other_actors(document: Document, caption: Caption) -> Iterator[tuple[Span, Span]]:
    """Somebody who does what the story says another did, with that one's name there."""
    for deed in _deeds(document, caption.span.start, caption.span.end):
        same = [other for other in _deeds_of_body(document) if other.verb == deed.verb and other.thing == deed.thing]
        surname = folded(deed.actor.surname)
        others = {folded(other.actor.surname) for other in same}
        if (
            same
            and others <= _in_full(document)
            and surname not in others
            and len(others) == 1
            and _is_known(document, surname)
        ):
            other = same[0].actor.name
            if not _shares(document, other, surname):
                yield deed.actor.name, other


def other_officers(document: Document, caption: Caption) -> Iterator[tuple[Span, Span]]:
    """“Ashby captain Ann Hill”, where the story's Ashby has another captain."""
    offices = _offices(document)
    for surname, post in offices:
        body = _body_of(document, post)
        if not body or post.holder is None or not caption.span.holds(post.holder.name):
            continue
        if not _is_known(document, surname):
            continue
        same = [
            (who, other)
            for who, other in offices
            if other.head == post.head and other.holder and _is_told(document, other)
        ]
        if any(who == surname for who, _ in same):
            continue
        fitting = [(who, other) for who, other in same if _is_of(document, other, body)]
        if len({who for who, _ in fitting}) == 1 and (holder := fitting[0][1].holder):
            yield post.holder.name, holder.name


def _shares(document: Document, actor: Span, surname: str) -> bool:
    """Whether a sentence says that its actor did it with or for the person, too."""
    around = sentence_at(document, actor.start)
    if around is None:
        return False
    text = document.text[around.start : actor.start] + ", " + document.text[actor.end : around.end]
    found = _WORD.findall(folded(text))
    return any(
        word == surname
        and (_WITH.intersection(found[max(0, index - _NAMES) : index]) or found[index + 1 : index + 2] == ["and"])
        for index, word in enumerate(found)
    )


@analysis
def _in_full(document: Document) -> frozenset[str]:
    """Everybody whom the copy names in full."""
    return frozenset(folded(reference.surname) for reference in references(document) if reference.full)


@analysis
def _offices(document: Document) -> tuple[tuple[str, Post], ...]:
    """Every office of which there is but one, with the surname of who has it."""
    return tuple(
        (folded(person.surname), post)
        for person, posts in held(document)
        for post in posts
        if post.head in _SOLE
        and post.holder
        and not post.former
        and not post.past
        and not _NOT_THE.intersection(post.modifiers)
    )


def _body_of(document: Document, post: Post) -> str:
    """Of what club or town: the capitals before the office, or behind it."""
    start, end = post.place
    text = document.text
    before = _CAPITALS.search(text[max(0, start - 40) : start])
    first = document[post.place].split()
    capitals = [word for word in first[:-1] if word[0].isupper()]
    behind = _OF.match(text, end)
    return (before[0].strip() if before else "") or " ".join(capitals) or (behind[1].strip() if behind else "")


def _is_of(document: Document, post: Post, body: str) -> bool:
    """Whether an office is that of a body: named with it, or “their captain” behind its name."""
    own = _body_of(document, post)
    if own:
        return own == body
    around = sentence_at(document, post.place.start)
    before = document.text[around.start : post.place.start] if around else ""
    return (body in before and before.rstrip().lower().endswith(("their", "its"))) or (
        body in before and document[post.place].lower().startswith(("their ", "its "))
    )


def _is_told(document: Document, post: Post) -> bool:
    """Whether an office stands in the story itself."""
    block = document.block_at(post.place.start)
    return block is not None and block.role in _BODY and not _in_caption(document, post.place.start)


def _in_caption(document: Document, offset: int) -> bool:
    return any(caption.block.start <= offset < caption.block.end for caption in captions(document))


def _is_known(document: Document, surname: str) -> bool:
    """Whether the story itself names the person, too."""
    return any(
        folded(reference.surname) == surname
        and reference.role in _BODY
        and not _in_caption(document, reference.name.start)
        for reference in references(document)
    )


@analysis
def _deeds_of_body(document: Document) -> tuple[Deed, ...]:
    """What the story says that people whom it names did to things."""
    return tuple(
        deed
        for block in document.copy
        if block.role in _BODY and not _in_caption(document, block.start)
        for deed in _deeds(document, block.start, block.end)
    )


def _deeds(document: Document, start: int, end: int) -> Iterator[Deed]:
    every = references(document)
    first = bisect_left(every, start, key=_start)
    for reference in every[first:]:
        if reference.name.start >= end:
            return
        between = _BETWEEN.match(document.text, reference.name.end, end)
        if between is None or in_quotation(document, reference.name.start):
            continue
        cleft = _CLEFT.search(document.text, max(start, reference.name.start - 40), reference.name.start) is not None
        yield from _deed(document, reference, between.end(), end, cleft)


def _deed(document: Document, actor: Reference, at: int, end: int, cleft: bool) -> Iterator[Deed]:
    """The deed whose verb stands at `at`."""
    low, listed = lowered(document), words(document)
    number = bisect_left(listed.starts, at)
    if number >= len(low) or listed.starts[number] != at or not listed.texts[number].islower():
        return
    if low[number] in _NO_VERBS or low[number].endswith("ly"):
        return
    verb = base(low[number])
    last = bisect_left(listed.starts, end)
    for index in range(number + 1, min(last, number + _OBJECT)):
        if cleft and low[index] in _PRONOUNS and index == number + 1:
            for thing in _things_before(document, actor.name.start):
                yield Deed(actor, verb, thing)
            return
        if low[index - 1] == "the":  # two people may well raise a glass each, or their hands
            thing = _noun(document, index, min(last, index + 3))
            if thing:
                yield Deed(actor, verb, thing)
            return


def _noun(document: Document, first: int, end: int) -> str:
    """The noun of a phrase that begins with word `first`: its last word."""
    low, listed = lowered(document), words(document)
    found = ""
    for index in range(first, end):
        joined = index == first or document.text[listed.span(index - 1).end : listed.starts[index]] == " "
        if not joined or not may_be_noun(low[index]) or not 0 < entry(low[index]).frequency < _EVERYBODYS:
            break
        found = singular(low[index])
    return found


def _things_before(document: Document, offset: int) -> list[str]:
    """The things of which the sentence up to a place speaks as known."""
    low, listed = lowered(document), words(document)
    around = sentence_at(document, offset)
    if around is None:
        return []
    first, end = bisect_left(listed.starts, around.start), bisect_left(listed.starts, offset)
    found = (_noun(document, index + 1, index + 4) for index in range(first, end - 1) if low[index] == "the")
    return [thing for thing in found if thing]


def base(verb: str) -> str:
    """A verb without its ending: lift for lifts and lifted."""
    known = meaning(verb)
    if known != verb:
        return known
    for tail in _TAILS:
        if verb.endswith(tail) and len(verb) - len(tail) > 2:
            verb = verb.removesuffix(tail)
            break
    return verb[:-1] if len(verb) > 3 and verb[-1] == verb[-2] else verb


def _start(reference: Reference) -> int:
    return reference.name.start
