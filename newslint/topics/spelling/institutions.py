"""Institutions whose names lost their capitals in a place: the state department, the Senate judiciary committee."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.document import Document, Role
from newslint.source import Span
from newslint.startup.row import Row
from newslint.story.mentions import Mention, name_words
from newslint.text.lexicon import entry, is_word
from newslint.text.ownership import is_own
from newslint.text.vocabulary import DETERMINERS, FUNCTION, NUMBERS
from newslint.text.words import Words, occurrences, words

# The last words of institutions’ names.
_HEADS = frozenset(
    "court department party committee subcommittee council commission parliament agency ministry bureau senate assembly guard "
    "street house bank force corps army navy authority association union exchange reserve east world institute".split()
)
# Institutions of one word, of which there's one in most stories.
ONE_WORD = frozenset(
    "congress senate parliament democrat democrats republican republicans catholic pentagon kremlin".split()
)
_SMALL = _HEADS | ONE_WORD
# Beside these the words mean something else: the state senate, the state supreme court, a republican form of government.
_BEFORE_ANOTHER = frozenset("state states county student upper irish".split())
_BEHIND_ANOTHER = frozenset(
    "form forms government governments system systems values ideals virtue movement tastes".split()
)
# What each city or country has one of, and what is a house or a party besides.
_GENERIC = frozenset(
    "prime minister/central bank/appeals court/district court/high court/city council/county council/town council/fire department"
    "/police department/trade union/state senate/school board/supreme council/third party/state house/open house/full house"
    "/air force/armed guard/new world/third world".split("/")
)
_PROSE = frozenset([Role.PARAGRAPH, Role.LIST_ITEM, Role.STANDFIRST, Role.CAPTION])
_LONGEST = 4
_USUAL = 2  # of the dictionary's levels: a word that any sentence may open with
# So often stands the name with its capitals before the want of them says something, and so many times as often.
_OFTEN = 3
# Before these words somebody speaks of one of several.
_ONE_OF_SEVERAL = DETERMINERS - {"the"}


class Lowered(Row):
    """An institution (`term`, in lower case) without its capitals at `spans`, and with them at `capitals`."""

    term: str
    spans: tuple[Span, ...]
    capitals: tuple[Span, ...]


def lowered_institutions(document: Document) -> Iterator[Lowered]:
    """Each institution that stands often with its capitals and seldom without, in the writer's own prose."""
    places, texts = occurrences(document), words(document).texts
    small = {head: [index for index in places[head] if texts[index] == head] for head in _SMALL & places.keys()}
    named = _named(document, sorted(head for head, indexes in small.items() if indexes))
    lowered: dict[str, list[Span]] = {}
    for head in sorted({term.rpartition(" ")[2] for term in named}):
        for index in small[head]:
            if found := _without_capitals(document, named, index):
                lowered.setdefault(_term(document, found), []).append(found)
    for term, spans in lowered.items():
        if len(spans) * _often(term) <= len(named[term]) or any(document[span][0].isupper() for span in spans):
            yield Lowered(term, tuple(spans), tuple(named[term]))


def _term(document: Document, span: Span) -> str:
    """The words at `span` in lower case, one space between them whatever parts them there."""
    return " ".join(document[span].lower().split())


def _often(term: str) -> int:
    """So many times as often as without them an institution must stand with its capitals."""
    return _OFTEN if " " in term else _OFTEN - 1


def _named(document: Document, heads: Iterable[str]) -> dict[str, list[Span]]:
    """The institutions with their capitals, by their names in lower case, where no longer name begins before them."""
    found: dict[str, list[Span]] = {}
    for head in heads:
        for mention, index in name_words(document).get(head.capitalize(), ()):
            if mention.role not in _PROSE:
                continue
            if head in ONE_WORD and (index or not mention.weak):
                start = mention.starts[index]
                found.setdefault(head, []).append(Span(start, start + len(head)))
            for first in _beginnings(mention):
                if (span := _name_to(mention, first, index)) is not None:
                    found.setdefault(_term(document, span), []).append(span)
    return found


def _beginnings(mention: Mention) -> tuple[int, ...]:
    """The words of a run with which the name may begin: not with one whose capital opens the sentence (The, Key, Two)."""
    opener = mention.words[0].lower()
    if not mention.weak:
        return (0,)
    if opener in FUNCTION | NUMBERS:
        return (1,)
    return (0, 1) if 0 < entry(opener).word <= _USUAL else (0,)


def _name_to(mention: Mention, first: int, last: int) -> Span | None:
    """Where the institution stands that the words `first` to `last` of a run name, if all of them are words."""
    parts = mention.words[first : last + 1]
    if not parts or not all(word[1:].islower() and is_word(word) for word in parts):
        return None
    if len(parts) == 1 or " ".join(parts).lower() in _GENERIC:
        return None
    return Span(mention.starts[first], mention.starts[last] + len(mention.words[last]))


def _without_capitals(document: Document, named: dict[str, list[Span]], last: int) -> Span | None:
    """Where an institution stands that ends with the word `last` and has a word in lower case; the longest one."""
    found = words(document)
    for length in range(min(_LONGEST, last + 1), 0, -1):
        first = last - length + 1
        span = Span(found.starts[first], found.span(last).end)
        known = named.get(_term(document, span), ())
        if known and _is_lowered(document, found, first, last, len(known)) and is_own(document, span, name=True):
            block = document.block_at(span.start)
            return span if block is not None and block.role in _PROSE else None
    return None


def _is_lowered(document: Document, found: Words, first: int, last: int, often: int) -> bool:
    """Whether the words are the institution's name less its capitals, and no common noun or part of a longer name."""
    before = found.texts[first - 1] if document[found.gap(first - 1)] == " " else ""
    if before[:1].isupper() and before.lower() not in FUNCTION:
        return False
    if found.texts[first][0].isupper():  # the Senate judiciary committee
        return last - first > 1 or (often > 1 and last > first)
    if before.lower() in _BEFORE_ANOTHER:
        return False
    if first == last:
        after = found.texts[last + 1] if last + 1 < len(found.texts) else ""
        return often > 1 and after not in _BEHIND_ANOTHER
    return often >= _OFTEN and before.lower() not in _ONE_OF_SEVERAL and not before.endswith(("'s", "’s"))
