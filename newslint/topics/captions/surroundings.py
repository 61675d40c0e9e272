"""Surroundings: the beasts and places of a caption, where the story gives the same person others."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.people import references
from newslint.text.content_words import stems_within
from newslint.text.lexicon import entry, folded
from newslint.text.nouns import singular
from newslint.text.vocabulary import NUMBERS, alternatives
from newslint.topics.captions.captions import Caption, captions

_KINDS = """
dog puppy pup hound terrier collie labrador retriever spaniel sheepdog bitch poodle; cat kitten tomcat; horse pony mare stallion foal colt filly gelding racehorse;
cow cattle bull calf heifer steer ox calve herd; sheep lamb ewe ram tup flock; goat; pig sow boar piglet hog; donkey mule; chicken hen cockerel rooster; duck drake; goose geese;
rabbit hare; pigeon; parrot budgie; swan; alpaca llama; camel; hamster; tortoise; ferret
"""
_KIND = {word: row.split()[0] for row in _KINDS.replace("\n", " ").split(";") for word in row.split()}
_WORD = compiled(r"[a-z]{3,}")
# His farm near Ashby: what it is, how it lies, and where.
_PLACED = compiled(
    rf"\b(?:({alternatives(NUMBERS)}|\d{{1,3}}) (?:[a-z]+ )?)?([a-z]{{3,}}) (near|outside|at) ((?:[A-Z][\w’'-]+ ?){{1,3}})"
)
# So many things besides the person a caption and a paragraph both speak of, if they're of one scene.
_SCENE = 2
_ORDINARY = 26
_BODY = frozenset([Role.STANDFIRST, Role.PARAGRAPH, Role.LIST_ITEM])


class _Place(Row):
    """A thing that lies near a place: how many, the noun, the preposition and the place's name, with the span of all but the number."""

    number: str
    thing: str
    way: str
    name: str
    span: Span


def other_beasts(document: Document, caption: Caption) -> Iterator[tuple[Span, Span]]:
    """“Ann Hill loads her horses”, where the story knows but goats of hers, and no horse at all."""
    shown = list(_beasts(document, caption.span))
    surnames = _surnames(document, caption.span)
    if not shown or not surnames or {kind for kind, _ in shown} & _kinds_told(document):
        return
    about = stems_within(document, caption.span) - _name_stems(document, caption.span)
    for block in _story(document):
        if not surnames & _surnames(document, block) or len(about & stems_within(document, block)) < _SCENE:
            continue
        told = next(_beasts(document, block), None)
        if told:
            yield shown[0][1], told[1]
            return


def other_places(document: Document, caption: Caption) -> Iterator[tuple[Span, Span]]:
    """“His farm near Ashby”, where the story has it near another place."""
    surnames = _surnames(document, caption.span)
    for place in _placed(document, caption.span):
        same = [
            (other, block)
            for block in _story(document)
            for other in _placed(document, block)
            if (other.thing, other.way) == (place.thing, place.way)
        ]
        names = {other.name for other, _ in same}
        if len(names) != 1 or place.name in names:
            continue
        first, block = same[0]
        if surnames & _surnames(document, block) or (place.number and place.number == first.number):
            yield place.span, first.span


def _beasts(document: Document, span: Span) -> Iterator[tuple[str, Span]]:
    for match in _WORD.finditer(document.text, *span):
        kind = _KIND.get(match[0]) or _KIND.get(singular(match[0]))
        if kind:
            yield kind, Span(*match.span())


@analysis
def _kinds_told(document: Document) -> frozenset[str]:
    """The beasts of the story itself."""
    return frozenset(kind for block in _story(document) for kind, _ in _beasts(document, block))


def _placed(document: Document, span: Span) -> Iterator[_Place]:
    for match in _PLACED.finditer(document.text, *span):
        name = match[4].strip()
        if 0 < entry(match[2]).frequency < _ORDINARY:
            span_of = Span(match.start(2), match.start(4) + len(name))
            yield _Place(match[1] or "", singular(match[2]), match[3], name, span_of)


@analysis
def _story(document: Document) -> tuple[Span, ...]:
    """The blocks of the story itself."""
    aside = {caption.block.start for caption in captions(document)}
    return tuple(block.span for block in document.copy if block.role in _BODY and block.start not in aside)


def _surnames(document: Document, span: Span) -> frozenset[str]:
    return frozenset(folded(one.surname) for one in references(document) if span.holds(one.name))


def _name_stems(document: Document, span: Span) -> frozenset[str]:
    """What is but somebody's name."""
    names = [one.name for one in references(document) if span.holds(one.name)]
    return frozenset().union(*(stems_within(document, name) for name in names))
