"""Names of several words of which some lost their capitals and some kept them: the Blue coast fund, the harbour Trust."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newslint.document import Document, Role
from newslint.source import Span
from newslint.startup.row import Row
from newslint.story.generic_words import classes, sides
from newslint.story.given_names import is_title
from newslint.story.runs import Run, runs
from newslint.text.lexicon import entry
from newslint.text.ownership import is_own
from newslint.text.vocabulary import FUNCTION

_PROSE = frozenset([Role.PARAGRAPH, Role.LIST_ITEM, Role.STANDFIRST, Role.CAPTION])
_LONGEST = 60  # code points of a name
# What one of several is told by, and no name begins with: the city council, the county court.
_WHICH = frozenset("city county town state district parish village national federal local public".split())


class LoweredName(Row):
    """A name with all of its capitals (`whole`), and a place where some of them are wanting."""

    whole: Span
    lowered: Span


def lowered_names(document: Document) -> Iterator[LoweredName]:
    """Every place where a name keeps a capital and loses another, in the writer's own prose."""
    heads, tails = _parted(document)
    text = document.text
    for run in runs(document):
        if run.role not in _PROSE or run.titled:
            continue
        start, end = run.span
        for whole, rest in tails.get(document[run.span], ()) if not run.weak else ():
            if text[end : end + len(rest)] == rest.lower() and _ends(text, end + len(rest)):
                yield from _own(document, whole, Span(start, end + len(rest)))
        for whole, head in heads.get(document[run.span], ()):
            if text[start - len(head) : start] == head.lower():
                yield from _own(document, whole, Span(start - len(head), end))


_Parted = Mapping[str, list[tuple[Span, str]]]


def _parted(document: Document) -> tuple[_Parted, _Parted]:
    """The names by what may keep its capital: their ends with what stands before these, their beginnings with what follows."""
    heads: dict[str, list[tuple[Span, str]]] = {}
    tails: dict[str, list[tuple[Span, str]]] = {}
    seen = set()
    for run in runs(document):
        name = document[run.span]
        if name in seen or run.titled or run.person or not _is_name(run, name):
            continue
        seen.add(name)
        for word in run.words[1:]:
            head = document.text[run.span.start : word.start]
            end = document[Span(word.start, run.span.end)]
            if _may_lose_its_head(run, end):
                heads.setdefault(end, []).append((run.span, head))
        if _may_lose_its_tail(run):
            first = run.words[0]
            kept, rest = document[Span(first.start, first.end)], document[Span(first.end, run.span.end)]
            tails.setdefault(kept, []).append((run.span, rest))
    return heads, tails


def _is_name(run: Run, name: str) -> bool:
    """Whether a run is a name of words that have no other capital than its own."""
    if not 1 < len(run.words) <= 5 or len(name) > _LONGEST or run.weak or "\n" in name:
        return False
    return all(word.text.isalpha() and not is_title(word.text) for word in run.words) and not any(
        part.isupper() for part in name.split()
    )


def _may_lose_its_head(run: Run, end: str) -> bool:
    """Whether what is left of the name says that it's one, and its first word tells no one of several by itself."""
    first = run.words[0].text
    if first in _WHICH or sides(first) or entry(first).word == 0:
        return False
    return classes(end.rsplit(maxsplit=1)[-1].lower()) > 0


def _may_lose_its_tail(run: Run) -> bool:
    """Whether what stands behind the first word is no common noun that says what the name is of, as a writer may: Grain party."""
    first, *rest = (word.text for word in run.words)
    known = entry(first)
    if len(rest) == 1 and (known.word == 0 or known.proper or known.place):
        return False  # a Tesla roadster is a roadster by Tesla
    return all(entry(word).word > 0 for word in rest) and (len(rest) > 1 or not classes(rest[0]))


def _ends(text: str, end: int) -> bool:
    return not text[end : end + 1].isalnum() and text[end : end + 1] not in "-’'"


def _own(document: Document, whole: Span, lowered: Span) -> Iterator[LoweredName]:
    if is_own(document, lowered, name=True) and document[lowered].split()[0].lower() not in FUNCTION:
        yield LoweredName(whole, lowered)
