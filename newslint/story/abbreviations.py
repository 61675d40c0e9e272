"""Abbreviations: the short forms of the copy, and where each is said to stand for something longer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newslint.document import Block, Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.generic_words import BODY, classes, sort_of
from newslint.text.sentences import sentences

_SHORT = r"[A-Z][A-Za-z0-9&./-]{0,9}[A-Za-z0-9]|(?:[A-Z]\.){2,}"
_BRACKETS = compiled(r"\([^()\n]{2,110}\)")
_IN_BRACKETS = compiled(
    rf"\(\s?(?:or |the |hereafter |a\.?k\.?a\.? )?[“\"‘']?(?P<short>{_SHORT})(?:[’']s)?[”\"’']?(?:[,;] [^()\n]{{0,40}})?\)"
)
_BEFORE_BRACKETS = compiled(rf"(?:\A|[^\w.&-])(?P<short>{_SHORT}) \Z")
_LETTERS = r"[A-Z][A-Z&]{1,7}s?(?=[”\"’]?[,.;:)—])|(?:[A-Z]\.){2,8}(?!\w)"
_NAMED = compiled(
    rf", (?:or|known (?:to [a-z]+ |everywhere |locally )?as|called|abbreviated(?: as| to)?|(?:or )?simply) (?:the )?[“\"‘]?(?P<short>{_LETTERS})"
)
# The same without “or”, which may as well speak of another thing, and so says something only where the letters fit.
_BESIDE = compiled(
    r", (?:the (?P<short>[A-Z][A-Z&]{2,7})(?=[,.;)—])|as (?:the )?(?P<known>[A-Z][A-Z&]{2,7}) is (?:[a-z]+ly )?(?:known|called)\b)"
)
_CAPITALS = compiled(
    r"[A-Z](?=[A-Z.&])(?<![\w.&@#/’'-].)(?:\.(?:[A-Z]\.)+(?!\w)|(?:&[A-Z]|[A-Z]{1,9})s?(?![\w@/]|\.[A-Za-z]|&[A-Z]))"
)
_TOKEN = compiled(r"[^\W_]+(?:['’][^\W_]+)*")
_SMALL = frozenset(
    ["of", "the", "and", "for", "in", "on", "to", "a", "an", "at", "by", "de", "la", "du", "des", "del", "y", "et"]
)
_REACH = 130
_KIND = compiled(r" (?P<kind>[A-Z][a-z]+)[ ,“\"‘'(]*\Z")
_FEW = 2  # letters, which any two words have


class Definition(Row):
    """A place where the copy says what a short form stands for: “National Health Service (NHS)”.

    `short` has no points and no plural s. `long` is the span of the longer name, so far as its letters are those of
    the short form; where they aren't, `fits` is False and `long` the words before (or in the brackets).
    """

    short: str
    span: Span
    long: Span
    fits: bool


class Initials(Row):
    """The initials that words make, and the span of the words."""

    letters: str
    span: Span


@analysis
def definitions(document: Document) -> tuple[Definition, ...]:
    """Every definition of a short form, and every bracket that looks like one, in order."""
    found: list[Definition] = []
    if "(" in document.text or ", " in document.text:
        alone = frozenset(sentences(document))
        for block in document.copy:
            found.extend(_definitions(document.text, block, alone))
    return tuple(sorted(found, key=lambda definition: definition.span))


@analysis
def explained(document: Document) -> frozenset[str]:
    """The short forms that the copy gives beside what they stand for."""
    return frozenset(definition.short for definition in definitions(document) if definition.fits)


def _definitions(text: str, block: Block, alone: frozenset[Span]) -> Iterator[Definition]:
    for brackets in _BRACKETS.finditer(text, block.start, block.end):
        if brackets.span() in alone:
            continue  # a sentence of its own says where the news is from: It rained. (AP)
        if match := _IN_BRACKETS.fullmatch(text, *brackets.span()):
            yield from _behind_its_name(text, block, match, "short")
        elif match := _BEFORE_BRACKETS.search(text[max(block.start, brackets.start() - 14) : brackets.start()]):
            end = brackets.start() - 1
            yield from _before_its_name(text, Span(end - len(match["short"]), end), Span(end + 2, brackets.end() - 1))
    for match in _NAMED.finditer(text, block.start, block.end):
        yield from _behind_its_name(text, block, match, "short")
    for match in _BESIDE.finditer(text, block.start, block.end):
        found = _behind_its_name(text, block, match, match.lastgroup or "short")
        yield from (definition for definition in found if definition.fits and _is_spelled_out(text, definition))


def _is_spelled_out(text: str, definition: Definition) -> bool:
    """Whether every letter of the short form is a word's first."""
    size = len(definition.short)
    return any(
        found.letters == definition.short for found in initials(text, definition.long, backwards=True, size=size)
    )


def _behind_its_name(text: str, block: Block, match: re.Match[str], name: str) -> Iterator[Definition]:
    """“National Health Service (NHS)”, “National Health Service, or NHS,”."""
    short = plain(match[name])
    start = _clause_start(text, max(block.start, match.start() - _REACH), match.start())
    if len(short) > 1 and _like_initials(match[name]) and start < match.start():
        within = Span(start, match.start())
        long = _long_form(text, within, short)
        yield Definition(short, Span(*match.span(name)), long or within, long is not None)


def _before_its_name(text: str, span: Span, long: Span) -> Iterator[Definition]:
    """“NHS (National Health Service)”."""
    short, name = plain(text[span.start : span.end]), text[long.start : long.end]
    if len(short) > 1 and text[span.start : span.end].isupper() and name[:1].isupper() and " " in name:
        found = _matched(text, long, short)
        yield Definition(short, span, long, found is not None and found.start - long.start <= 4)


def _like_initials(short: str) -> bool:
    return sum(letter.isupper() for letter in short) > 1 or (len(short) > 2 and short.isalpha())


def plain(short: str) -> str:
    """A short form as it is compared: without points, hyphens and the s of its plural (U.S., F-35s)."""
    if short[-1:] == "s" and short[-2:-1].isupper() and len(short) > 2:
        short = short[:-1]
    return short.replace(".", "").replace("-", "").replace("/", "")


def _clause_start(text: str, start: int, end: int) -> int:
    """Where the words before a bracket begin: behind the last mark that no name runs over."""
    point = text.rfind(". ", start, end - 1)
    while point > start and not text[point - 1].islower():  # an initial, or “U.S. Navy”
        point = text.rfind(". ", start, point)
    marks = [
        point,
        *(text.rfind(mark, start, end - 2) for mark in ("; ", ": ", "(", ")", "”", '"', "“", "—", "\n", "? ", "! ")),
    ]
    return max(start, *(mark + 1 for mark in marks))


def _long_form(text: str, within: Span, short: str) -> Span | None:
    """The words at the end of `within` that `short` abbreviates: by their initials, or else by letters in them."""
    for candidate in initials(text, within, backwards=True, size=len(short)):
        if candidate.letters == short.upper():
            return Span(candidate.span.start, within.start + len(text[within.start : within.end].rstrip(" ,“\"‘'(")))
    if unnamed := _without_its_kind(text, within, short):
        return unnamed
    found = _matched(text, within, short)
    # More words than letters, and the letters are those of any sentence: “… was seen, he said (CNN)”.
    return found if found and len(content(text[found.start : found.end].replace("-", ""))) <= len(short) else None


def _without_its_kind(text: str, within: Span, short: str) -> Span | None:
    """The words of which the last, the kind of body, has no letter: “Red Willow Beet Growers Cooperative (RWBG)”."""
    kind = _KIND.search(text, *within)
    if kind is None or len(short) <= _FEW or sort_of(classes(kind["kind"].lower())) != BODY:
        return None
    found = initials(text, Span(within.start, kind.start()), backwards=True, size=len(short))
    starts = (candidate.span.start for candidate in found if candidate.letters == short.upper())
    start = next(starts, None)
    return None if start is None else Span(start, kind.end("kind"))


def _matched(text: str, within: Span, short: str) -> Span | None:
    """The shortest stretch at the end of `within` whose letters, from a word's first on, spell `short` in order."""
    letters = [letter for letter in short.lower() if letter.isalnum()]
    if not letters:
        return None
    words = [match.span() for match in _TOKEN.finditer(text, *within)][-(2 * len(letters) + 5) :]
    low = text[within.start : within.end].lower()
    if len(low) != within.end - within.start:  # a letter that is two in lower case
        low = text[within.start : within.end]
    at = within.end - 1
    first_starts = {start for start, _ in words}
    for index in range(len(letters) - 1, -1, -1):
        while at >= within.start and (
            low[at - within.start] != letters[index]
            or (index == 0 and at not in first_starts and text[at - 1 : at] != "-")
        ):
            at -= 1
        if at < within.start or (words and at < words[0][0]):
            return None
        at -= 1
    start = at + 1
    return Span(start, start + len(text[start : within.end].rstrip(" ,“\"‘'(")))


def initials(text: str, within: Span, backwards: bool, size: int) -> Iterator[Initials]:
    """The initials of `size` words at the end (or, not `backwards`, at the start) of `within`, in each way of taking them.

    All words count, or those with a capital, or all but the small ones (of, the, and).
    """
    words = [Span(*match.span()) for match in _TOKEN.finditer(text, *within)]
    large = [word for word in words if text[word.start].isupper()]
    main = [word for word in words if text[word.start : word.end].lower() not in _SMALL]
    for counted in (large, main, words):
        taken = counted[-size:] if backwards else counted[:size]
        if len(taken) == size and size > 0:
            letters = "".join(text[word.start] for word in taken).upper()
            yield Initials(letters, Span(taken[0].start, taken[-1].end))


@analysis
def short_forms(document: Document) -> dict[str, list[Span]]:
    """Every short form in capitals with the places where it stands, points and plural s left out of its name."""
    found: dict[str, list[Span]] = {}
    text = document.text
    for block in document.copy:
        if text[block.start : block.end].isupper():
            continue
        for match in _CAPITALS.finditer(text, block.start, block.end):
            found.setdefault(plain(match[0]), []).append(Span(*match.span()))
    return found


@cache
def turned(one: str, other: str) -> bool:
    """Whether two short forms are the same letters, two neighbours of which stand the other way round."""
    if len(one) != len(other) or one == other:
        return False
    off = [index for index, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return len(off) == 2 and off[1] - off[0] == 1 and one[off[0]] == other[off[1]] and one[off[1]] == other[off[0]]


def content(long: str) -> tuple[str, ...]:
    """The words of a longer name as they are compared: no small ones, no possessives, no plurals."""
    words = [token.lower().removesuffix("'s").removesuffix("’s").rstrip("s") for token in _TOKEN.findall(long)]
    return tuple(word for word in words if word and word not in _SMALL)


def in_capitals(document: Document, span: Span) -> bool:
    """Whether the words around `span` are set in capitals, so that its own say nothing."""
    around = document.text[max(0, span.start - 40) : span.start], document.text[span.end : span.end + 40]
    words = [*_TOKEN.findall(around[0])[-2:], *_TOKEN.findall(around[1])[:2]]
    long = [word for word in words if len(word) > 2]
    return len(long) > 1 and all(word.isupper() for word in long)
