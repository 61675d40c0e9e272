"""A name in the headline that the story never gives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newslint.document import Block, Document, Role
from newslint.hit import Check, Hit, check
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.mentions import Mention, mentions
from newslint.text.lexicon import entry, folded
from newslint.text.similarity import edits, same_stem
from newslint.text.words import occurrences, words

_SHORTEST = 5
# A surname that is also some other name (Vegas, Whitehall) must be more of a surname than this, and less known than that.
_PLAIN = 2
_FAMED = 23
# A story shorter than this, in words, may leave names to its headline.
_SHORT_STORY = 80


class _Candidate(Row):
    """An unusual word of a headline's name, and as it's compared."""

    span: Span
    name: str
    frequency: int


@check
class HeadlineName:
    """Finds surnames and other unusual names that stand in the headline alone: one name a headline."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        heads = [
            mention
            for mention in mentions(document)
            if mention.role is Role.HEADLINE and (mention.titled or not _is_byline(document, mention))
        ]
        if not heads or len(words(document).texts) < _SHORT_STORY:
            return
        for mention in heads:
            candidates = list(_candidates(document, mention))
            if candidates:
                missing = _not_in_the_story(document, candidates)
                if missing:
                    yield _hit(missing)
                    return


# What leads to a name at the end of a headline.
_LEADS = compiled(
    r"(?:\b(?:to|for|by|from|with|of|over|as|and|or|in|on|at|about|against|after|before|like|than|vs|v|the|an?|new|says|said)"
    r"|[a-z]{3,}s|[,:–—&-]) \Z",
    re.I,
)


def _is_byline(document: Document, mention: Mention) -> bool:
    """Whether a full name ends a headline that's complete without it: its writer's, run together with it."""
    block = document.block_at(mention.span.start)
    if len(mention.words) < 2 or block is None or mention.span.end < block.end:
        return False
    name = mention.starts[-2] if mention.titled else mention.span.start
    return _LEADS.search(document.text, block.start, name) is None


def _candidates(document: Document, mention: Mention) -> Iterator[_Candidate]:
    last = len(mention.words) - (mention.titled and _is_byline(document, mention))
    for word, start in list(zip(mention.words, mention.starts, strict=True))[:last]:
        name, end = folded(word), start + len(word)
        label = document.text[end : end + 2].strip()[:1] in {":", "|", "*"} and not _is_surname(word)
        compound = document.text[start - 1 : start] == "-"
        if not (label or compound) and _is_unusual(word, name, mention.titled):
            yield _Candidate(Span(start, end), name, _rarity(word))


def _is_unusual(word: str, name: str, titled: bool) -> bool:
    """Whether the word can only be a name; among words that all have capitals only a surname is sure to."""
    if len(name) < _SHORTEST or not name.isalpha() or not word[1:].islower() or entry(word).word:
        return False
    return _is_surname(word) if titled else not _is_inflected(name)


def _is_inflected(name: str) -> bool:
    """Whether the word is an ordinary one with an ending, such as no list has: “Cozying up to the mayor”."""
    return any(name.endswith(ending) and entry(name.removesuffix(ending)).word for ending in ("ing", "ed", "er", "s"))


def _is_surname(word: str) -> bool:
    """Whether the lists know the word as a surname above all, so that even a headline in title case names somebody with it."""
    known = entry(word)
    if known.word or known.given or known.place:
        return False
    return known.surname > 0 and (not known.proper or (known.surname > _PLAIN and known.frequency < _FAMED))


def _rarity(word: str) -> int:
    return 0 if _is_surname(word) else entry(word).frequency


def _not_in_the_story(document: Document, candidates: list[_Candidate]) -> list[_Candidate]:
    """Those that no word of the story is or resembles: one that's near is a slip, which names/spelling reports."""
    # Among the candidates of a whole name one that lies two letters off some other name matters less.
    most = 2 if len(candidates) == 1 else 1
    heads = [block for block in document.copy if block.role is Role.HEADLINE]
    places = occurrences(document)
    strange = [candidate for candidate in candidates if not _is_below(document, places.get(candidate.name, ()), heads)]
    story = set(_story(document, {candidate.name[0] for candidate in strange}, heads)) if strange else set()
    return [
        candidate
        for candidate in strange
        if not any(_is_near(candidate.name, other, most) for other in story if other[0] == candidate.name[0])
    ]


def _is_below(document: Document, indexes: Sequence[int], heads: list[Block]) -> bool:
    """Whether one of the words `indexes` stands outside the headlines."""
    starts = words(document).starts
    return any(not any(block.start <= starts[index] < block.end for block in heads) for index in indexes)


def _story(document: Document, letters: set[str], heads: list[Block]) -> Iterator[str]:
    """The longer words outside headlines that begin with one of `letters`, in lower case and without accents."""
    near = [text for text in occurrences(document) if text[0] in letters or not text[0].isascii()]
    for text in near:
        if len(text) >= 4 and folded(text[0]) in letters and _is_below(document, occurrences(document)[text], heads):
            yield folded(text)


def _is_near(name: str, other: str, most: int) -> bool:
    if name == other or same_stem(name, other):
        return True
    distance = edits(name, other)
    # Some ordinary word lies within two letters of many a short name.
    return distance <= most and (distance < 2 or not entry(other).word)


def _hit(missing: list[_Candidate]) -> Hit:
    """The words that stand side by side are one name."""
    first = last = missing[0]
    for candidate in missing[1:]:
        if candidate.span.start == last.span.end + 1:
            last = candidate
    rare = any(candidate.frequency < 18 for candidate in missing)
    return Hit(Span(first.span.start, last.span.end), confidence=0.6 if rare else 0.4)


_: type[Check] = HeadlineName
