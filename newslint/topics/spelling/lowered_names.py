"""Names of several words of which some lost their capitals and some kept them: the Blue coast fund, the harbour Trust."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from newslint.document import Document, Role
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.generic_words import BODY, PLACE, classes, sides, sort_of
from newslint.story.given_names import is_title
from newslint.story.runs import Run, runs
from newslint.text.lexicon import entry
from newslint.text.ownership import is_own
from newslint.text.vocabulary import FUNCTION

_PROSE = frozenset([Role.PARAGRAPH, Role.LIST_ITEM, Role.STANDFIRST, Role.CAPTION])
_LONGEST = 60  # code points of a name
# What one of several is told by, and no name begins with: the city council, the county court.
_WHICH = frozenset("city county town state district parish village national federal local public".split())


_ORDINARY = 3  # of the dictionary’s levels
_LETTERED = 2  # words of what is told by a letter: Measure K
# What a writer may set behind a name as what it is.
_FREE = frozenset(
    "party parties government council team club station campaign series project program programme police community way".split()
)


# What one of several stands behind: an Ardle army knife.
_ONE_OF_MANY = compiled(r"\b(?:an?|another|any|each|every|no) \Z", re.IGNORECASE)
_BEFORE = 9  # code points
_POSSESSIVE = compiled(r"[^\W\d_]+['’]s?")


class LoweredName(Row):
    """A name with all of its capitals (`whole`), and a place where some of them are wanting."""

    whole: Span
    lowered: Span


_Named = list[tuple[str, Run]]
_Parted = Mapping[str, list[tuple[Span, str]]]


def lowered_names(document: Document) -> Iterator[LoweredName]:
    """Every place where a name keeps a capital and loses another, in the writer's own prose."""
    text = document.text
    named = [(text[run.span.start : run.span.end], run) for run in runs(document)]
    kept = [(name, run) for name, run in named if run.role in _PROSE and not run.titled]
    heads, tails = _parted(named, {name for name, _ in kept})
    for name, run in kept if heads or tails else ():
        start, end = run.span
        for whole, rest in tails.get(name, ()) if not run.weak else ():
            lost = text[end : end + len(rest)] == rest.lower() and _ends(text, end + len(rest))
            if lost and not _ONE_OF_MANY.search(text, max(0, start - _BEFORE), start):
                yield from _own(document, whole, Span(start, end + len(rest)))
        for whole, head in heads.get(name, ()):
            if text[start - len(head) : start] == head.lower():
                yield from _own(document, whole, Span(start - len(head), end))
    yield from _within(document, named)


def _within(document: Document, named: _Named) -> Iterator[LoweredName]:
    """Every place where a name lost a capital inside: the Cottonwood narrows Bridge."""
    names = {name: run for name, run in reversed(named) if len(run.words) > _LETTERED}
    for name, run in names.items():
        for word in run.words[1:-1] if not run.titled and name.istitle() and _is_name(run, name) else ():
            at = word.start - run.span.start
            lowered = f"{name[:at]}{name[at].lower()}{name[at + 1 :]}"
            start = document.text.find(lowered) if entry(word.text).word else -1
            if start >= 0 and _ends(document.text, start + len(lowered)):
                yield from _own(document, run.span, Span(start, start + len(lowered)))


def _parted(named: _Named, kept: set[str]) -> tuple[_Parted, _Parted]:
    """The names by what keeps its capital elsewhere: their ends with what stands before these, their beginnings with what follows."""
    heads: dict[str, list[tuple[Span, str]]] = {}
    tails: dict[str, list[tuple[Span, str]]] = {}
    seen = set()
    for name, run in named:
        if len(run.words) == 1 or run.titled or run.person or name in seen or not _is_name(run, name):
            continue
        seen.add(name)
        start = run.span.start
        for cut, (last, first) in enumerate(pairwise(run.words), 1):
            before, behind = name[: last.end - start], name[first.start - start :]
            if behind in kept and _may_lose_its_head(run, behind):
                heads.setdefault(behind, []).append((run.span, name[: first.start - start]))
            if before in kept and _may_lose_its_tail(run, cut):
                tails.setdefault(before, []).append((run.span, name[last.end - start :]))
    return heads, tails


def _is_name(run: Run, name: str) -> bool:
    """Whether a run is a name of words that have no other capital than its own."""
    if not 1 < len(run.words) <= 5 or len(name) > _LONGEST or run.weak or "\n" in name:
        return False
    plain = (word.text.isalpha() and not is_title(word.text) for word in run.words)
    owner = _POSSESSIVE.fullmatch(run.words[0].text) is not None and len(run.words) == _LETTERED  # the Sheriff’s Office
    return (owner or all(plain)) and not any(
        part.isupper() and not (len(part) == 1 and name.endswith(f" {part}")) for part in name.split()
    )


def _may_lose_its_head(run: Run, end: str) -> bool:
    """Whether what is left of the name says that it's one, and its first word tells no one of several by itself."""
    first = re.split("['’]", run.words[0].text)[0]
    if first in _WHICH or sides(first) or entry(first).word == 0:
        return False
    if len(end) == 1:
        return classes(first) > 0 and len(run.words) == _LETTERED
    rest = [word.text for word in run.words if word.start >= run.span.end - len(end)]
    # An ordinary word has its capital from the name alone, and no place has: the ministry of Education, the bank of Ardle.
    of_body = sort_of(classes(first)) == BODY and all(map(_is_ordinary, rest))
    return classes(end.rsplit(maxsplit=1)[-1].lower()) > 0 or of_body


def _may_lose_its_tail(run: Run, cut: int) -> bool:
    """Whether the words from `cut` on are no common noun that says what somebody's is, as a writer may: Grain party, Tesla roadster.

    What says what the name itself is of is none: Ardle field, where Ardle Field stands; the Ardle Fishing museum.
    """
    kept, rest = run.words[cut - 1].text, [word.text for word in run.words[cut:]]
    if any(entry(word).word == 0 for word in rest):
        return False
    if cut > 1:
        return len(rest) == 1 and rest[0] not in _FREE and _is_house(rest[0]) and _is_ordinary(kept)
    known = entry(kept)
    if len(rest) == 1 and (known.word == 0 or known.proper or known.place):
        return rest[0] not in _FREE and _is_of_one(rest[0])
    return len(rest) > 1 or not classes(rest[0])


def _is_of_one(word: str) -> bool:
    """Whether the word says what a name is of, and is said of one: the Ardle Field, the Ardle Games, no Ardle hotels."""
    several = word.endswith("s") and classes(word[:-1]) > 0
    return classes(word) > 0 and not several


def _is_house(word: str) -> bool:
    return sort_of(classes(word)) in (PLACE, BODY) and not word.endswith("s")


def _is_ordinary(word: str) -> bool:
    """Whether a word is no name, and has a capital only as a part of one."""
    known = entry(word)
    return 0 < known.word <= _ORDINARY and not (known.proper or known.place or known.given)


def _ends(text: str, end: int) -> bool:
    return not text[end : end + 1].isalnum() and text[end : end + 1] not in "-’'"


def _own(document: Document, whole: Span, lowered: Span) -> Iterator[LoweredName]:
    if is_own(document, lowered, name=True) and document[lowered].split()[0].lower() not in FUNCTION:
        yield LoweredName(whole, lowered)
