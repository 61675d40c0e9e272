"""Roles: a caption has somebody play whom another plays in the story: “Ann Hill as the miller”, “the miller (Tom Stone)”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.text.lexicon import folded
from newslint.text.vocabulary import FUNCTION, HONORIFICS
from newslint.topics.captions.captions import Caption

_BODY = frozenset([Role.STANDFIRST, Role.PARAGRAPH, Role.LIST_ITEM])
_WORD = r"[^\W\d_a-z][\w’'-]*[a-zß-ÿ]"
_ACTOR = rf"(?P<actor>{_WORD}(?: {_WORD}){{1,2}})"
_NAME = rf"(?:(?:Mrs?|Ms|Dr)\.? )?{_WORD}(?: {_WORD}){{0,2}}"
_PART = rf"(?:[Tt]he (?:[a-z]+(?: {_NAME})?|{_NAME})|{_NAME})"
# “Ann Hill as the miller”
_AS = compiled(rf"{_ACTOR}(?: \([^()]{{2,20}}\)|, (?:left|right|above|centre|center),)? as (?P<part>{_PART})")
_CASTINGS = (
    compiled(rf"(?P<part>{_PART}),? \({_ACTOR}\)"),
    compiled(rf"{_ACTOR} \((?P<part>[^()\d\n]{{3,50}})\)"),
    compiled(rf"^(?P<part>{_PART}): {_ACTOR}(?=[,.;(]| \(|$)", re.M),
    compiled(rf"(?P<part>{_PART}),? (?:is |was |are )?(?:played|sung|danced|voiced) by {_ACTOR}"),
    compiled(rf"{_ACTOR},? (?:who )?(?:plays|played|sings|dances|voices) (?P<part>{_PART})"),
    compiled(rf"{_ACTOR}(?:,? (?:is|as)|[’']s) (?P<part>{_PART}|[a-z]{{4,}})"),
)
_FEWEST = 2  # castings that make a story one of a play


class Casting(Row):
    """Somebody, by the surname, plays a part, by the words of it that say who that is, at `place`."""

    actor: str
    part: frozenset[str]
    place: Span


def other_roles(document: Document, caption: Caption) -> Iterator[tuple[Span, Span]]:
    """The part that a caption gives to somebody, with where the story gives it to another."""
    for match in _AS.finditer(document.text, *caption.span):
        shown = _casting(match)
        known = castings(document)
        such = [each for each in known if each.part & shown.part]
        if len(known) >= _FEWEST and such and all(each.actor != shown.actor for each in such):
            yield Span(*match.span()), such[0].place


@analysis
def castings(document: Document) -> tuple[Casting, ...]:
    """Who plays whom, as the story has it, in order."""
    found = [
        _casting(match)
        for block in document.copy
        if block.role in _BODY
        for pattern in _CASTINGS
        for match in pattern.finditer(document.text, block.start, block.end)
    ]
    return tuple(sorted((each for each in found if each.part), key=lambda each: each.place))


def _casting(match: re.Match[str]) -> Casting:
    words = (word.strip(".,").lower() for word in match["part"].split())
    part = frozenset(folded(word) for word in words if word not in FUNCTION and word not in HONORIFICS)
    return Casting(folded(match["actor"].rpartition(" ")[2]), part, Span(*match.span()))
