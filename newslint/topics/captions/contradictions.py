"""Contradictions: what a caption says of somebody or something, held against what the story says of it."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping

from newslint.document import Document, Role, analysis
from newslint.source import Span
from newslint.startup.row import Row
from newslint.text.content_words import stems_within
from newslint.text.grammar import may_be_noun
from newslint.text.lexicon import entry
from newslint.text.nouns import singular
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import KIN, POSSESSIVES
from newslint.text.words import Words, lowered, words
from newslint.topics.captions.captions import Caption, captions
from newslint.topics.captions.goals import other_strokes
from newslint.topics.captions.roles import other_roles
from newslint.topics.captions.sorts import sorts

_BODY = frozenset([Role.HEADLINE, Role.STANDFIRST, Role.PARAGRAPH, Role.LIST_ITEM, Role.BLOCK_QUOTE])
# Of each row a thing has but one: words between bars are one quality.
_QUALITIES: dict[str, tuple[int, int]] = {
    word: (number, place)
    for number, row in enumerate(
        (
            "left | right",
            "front | back rear",
            "upper top | lower bottom",
            "north northern | south southern | east eastern | west western",
            "spring | summer | autumn fall | winter",
            "gold golden gilt | silver | bronze | copper | brass | iron steel | tin | pewter | platinum",
            "red scarlet crimson | blue navy | green | yellow | orange | purple violet | pink | brown | black | white cream | grey gray",
            "brick | stone marble granite sandstone limestone | wooden wood oak pine timber | glass | concrete | plastic | thatched",
        )
    )
    for place, alike in enumerate(row.split("|"))
    for word in alike.split()
}
# So many words in common, besides what is compared, make a sentence of the story speak of what the caption shows; else one, where the
# story has one such thing only.
_SAME_MATTER = 2
_DEFINITE = POSSESSIVES | {"the"}
_ORDINARY = 27
# A noun may be a part of the other's: an arm, a forearm.
_LONGER = 4


# Children, each with the one of the other sex: of parents, brothers and spouses a story may well leave one out.
_PAIRS = "son daughter, grandson granddaughter, stepson stepdaughter, godson goddaughter, nephew niece"
_COUNTERPARTS = {one: other for pair in _PAIRS.split(", ") for one, other in (pair.split(), reversed(pair.split()))}


class Contradiction(Row):
    """Words of a caption at `span` and words of the story at `other` that can't both be right of one thing."""

    span: Span
    other: Span


class _Described(Row):
    """A noun, word number `noun` of the copy, and the quality that the word before it gives it: of which row, and which."""

    noun: int
    row: int
    place: int


@analysis
def contradictions(document: Document) -> tuple[Contradiction, ...]:
    """Every such pair, in order of the captions."""
    found = captions(document)
    if not found:  # for speed: few stories of plain text have captions
        return ()
    return tuple(
        contradiction
        for caption in found
        for contradiction in (
            *_other_qualities(document, caption),
            *_other_relatives(document, caption),
            *_other_things(document, caption),
            *(Contradiction(*found) for found in (*other_strokes(document, caption), *other_roles(document, caption))),
        )
    )


def _other_qualities(document: Document, caption: Caption) -> Iterator[Contradiction]:
    """“Her left arm”, where the story, of the same matter, has but “her right forearm”."""
    for told in _described(document, *_range(document, caption.span)):
        if _before(document, told.noun - 1) not in _DEFINITE and not _owned(document, told.noun - 1):
            continue
        noun = lowered(document)[told.noun]
        same = [other for other in _in_body(document) if _is_one_noun(noun, lowered(document)[other.noun])]
        same = [other for other in same if other.row == told.row]
        if len({other.place for other in same}) != 1 or same[0].place == told.place:
            continue
        about = _stems(document, caption.span) - {noun[:5]}
        other = next((other for other in same if about & _around(document, other.noun)), None)
        if other:
            yield Contradiction(_span(document, told.noun, 2), _span(document, other.noun))


def _other_relatives(document: Document, caption: Caption) -> Iterator[Contradiction]:
    """“Their son”, where the story speaks of their daughter and of no son."""
    low, listed = lowered(document), words(document)
    first, end = _range(document, caption.span)
    for index in range(max(1, first), end):
        counterpart = _COUNTERPARTS.get(low[index])
        if counterpart is None or low[index - 1] not in POSSESSIVES or _is_named(listed, index, end):
            continue
        told = _kin_in_body(document)
        other = next((place for word, place in told if word == counterpart and low[place - 1] in POSSESSIVES), None)
        if other is not None and all(singular(word) != low[index] for word, _ in told):
            yield Contradiction(Span(listed.starts[index - 1], listed.span(index).end), listed.span(other))


def _other_things(document: Document, caption: Caption) -> Iterator[Contradiction]:
    """“A dog down the ladder”, where the story, of the same matter, has a cat and nowhere a dog."""
    low, listed = lowered(document), words(document)
    for index in range(*_range(document, caption.span)):
        if index + 1 < len(listed.texts) and listed.texts[index + 1][:1].isupper() and _parts(document, index) == " ":
            continue  # “the trawler Rose Marie” is that one, and not what the story calls a car
        for sort, thing in sorts().get(singular(low[index]), {}).items() if listed.texts[index].islower() else ():
            told = _things_in_body(document).get(sort, {})
            other = _instead(document, _stems(document, caption.span), low[index], told) if thing not in told else None
            if other is not None:
                yield Contradiction(listed.span(index), listed.span(other))
                break


def _parts(document: Document, index: int) -> str:
    """What stands between a word and the next."""
    listed = words(document)
    return document.text[listed.span(index).end : listed.starts[index + 1]]


def _instead(document: Document, about: frozenset[str], shown: str, told: Mapping[int, list[int]]) -> int | None:
    """The number of the word for what the story has instead of what is `shown`: the one that it tells most of the caption's matter of."""
    low = lowered(document)
    alike = [place for each in told.values() for place in each if low[place].endswith("s") == shown.endswith("s")]
    shared = {place: len((about & _around(document, place)) - {low[place][:5]}) for place in alike}
    most = max(shared.values(), default=0)
    best = [place for place in alike if shared[place] == most]
    sure = most >= _SAME_MATTER or (most and len(told) == 1)
    one = len({thing for thing, places in told.items() if not set(best).isdisjoint(places)}) == 1
    return best[0] if sure and one else None


@analysis
def _things_in_body(document: Document) -> dict[int, dict[int, list[int]]]:
    """The things of each sort that the story itself has, by which they are, with the numbers of their words."""
    found: dict[int, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    low = lowered(document)
    for index in _body(document):
        for sort, thing in sorts().get(singular(low[index]), {}).items():
            found[sort][thing].append(index)
    return found


def _is_named(listed: Words, index: int, end: int) -> bool:
    """Whether the relative's name follows: one of several."""
    return index + 1 < end and listed.texts[index + 1][0].isupper()


@analysis
def _kin_in_body(document: Document) -> tuple[tuple[str, int], ...]:
    """Every word for a relative in the story itself, and the number of the word."""
    low = lowered(document)
    return tuple(
        (low[index].replace("’", "'").removesuffix("'s"), index)
        for index in _body(document)
        if low[index].replace("’", "'").removesuffix("'s") in KIN
    )


@analysis
def _in_body(document: Document) -> tuple[_Described, ...]:
    """What the story itself says of its things."""
    numbers = _body(document)
    return tuple(_described(document, numbers[0], numbers[-1] + 1, frozenset(numbers))) if numbers else ()


@analysis
def _body(document: Document) -> tuple[int, ...]:
    """The numbers of the words of the story itself, without its captions."""
    numbers: list[int] = []
    aside = {caption.block.start for caption in captions(document)}
    for block in document.copy:
        if block.role in _BODY and block.start not in aside:
            numbers.extend(range(*_range(document, block.span)))
    return tuple(numbers)


def _described(document: Document, first: int, end: int, within: frozenset[int] | None = None) -> Iterator[_Described]:
    low, listed = lowered(document), words(document)
    for index in range(first, end - 1):
        quality = _QUALITIES.get(low[index]) or _QUALITIES.get(low[index].partition("-")[0])
        if quality is None or (within is not None and not {index, index + 1} <= within):
            continue
        noun = low[index + 1]
        joined = document.text[listed.span(index).end : listed.starts[index + 1]] == " "
        if (
            joined
            and listed.texts[index + 1].islower()
            and may_be_noun(noun)
            and 0 < entry(noun).frequency < _ORDINARY + 2
        ):
            yield _Described(index + 1, *quality)


def _is_one_noun(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) > 2 and long.endswith(short) and len(long) - len(short) <= _LONGER)


def _before(document: Document, index: int) -> str:
    return lowered(document)[index - 1] if index else ""


def _owned(document: Document, index: int) -> bool:
    return _before(document, index).replace("’", "'").endswith("'s")


def _range(document: Document, span: Span) -> tuple[int, int]:
    starts = words(document).starts
    return bisect_left(starts, span.start), bisect_left(starts, span.end)


def _span(document: Document, index: int, before: int = 1) -> Span:
    """The noun with the words before it."""
    listed = words(document)
    return Span(listed.starts[index - before], listed.span(index).end)


def _around(document: Document, index: int) -> frozenset[str]:
    """What the sentence of a word and the one before it are about."""
    start = words(document).starts[index]
    block, sentence = document.block_at(start), sentence_at(document, start)
    if block is None or sentence is None:
        return frozenset()
    before = sentence_at(document, max(block.start, sentence.start - 2)) if sentence.start > block.start else None
    return _stems(document, Span(before.start if before else sentence.start, sentence.end))


def _stems(document: Document, span: Span) -> frozenset[str]:
    return stems_within(document, span)
