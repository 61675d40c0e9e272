"""A term now with capitals, now without: the Supreme Court, the supreme court."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Block, Document, Role
from newslint.hit import Change, Check, Hit, Note, check
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.generic_words import PLACE, classes, sort_of
from newslint.story.mentions import in_title_case
from newslint.text.lexicon import is_word
from newslint.text.ownership import is_own
from newslint.text.vocabulary import FUNCTION
from newslint.text.wording import times
from newslint.text.words import Words, occurrences, words
from newslint.topics.spelling.institutions import ONE_WORD, lowered_institutions
from newslint.topics.spelling.lowered_names import lowered_names

_LONGEST = 3
_LINKS = frozenset(["of", "for", "on"])
# Terms that mean one thing with capitals and another without.
_TWO_SENSES = frozenset(["high court", "west bank", "white house", "big apple", "new world", "old city", "first lady"])
# Single words of which one story uses one form; of other single words the capital may make a name.
_SINGLE = frozenset(["internet", "web", "covid", "bible"])
# From so many places on, the sense with capitals is the one that the story means.
_OFTEN = 3
_PROSE = frozenset([Role.PARAGRAPH, Role.LIST_ITEM, Role.STANDFIRST, Role.CAPTION])


# What stands behind the name that an entry is of, up to its colon: an address.
_ENTRY = compiled(r"(?:, [^.!?:\n]{1,40})?:")


class _Term(Row):
    words: str
    span: Span


@check
class TermCapitals:
    """Finds a term that stands behind “the” now with capitals, now without, an institution that lost its capitals, and a name that lost some.

    `apart` names terms to leave alone.
    """

    apart: tuple[str, ...] = ()

    def __call__(self, document: Document) -> Iterator[Hit]:
        told = set(self.apart)
        for term, capital, lower in _behind_articles(document):
            if _is_of_members(document, capital[0]):
                continue
            if term not in told and (term not in _TWO_SENSES or len(capital) >= _OFTEN > len(lower)):
                told.add(term)
                yield _hit(document, term, capital, lower)
        for lowered in lowered_institutions(document):
            if lowered.term not in told:
                told.add(lowered.term)
                yield _hit(document, lowered.term, list(lowered.capitals), list(lowered.spans))
        for name in lowered_names(document):
            term = document[name.whole].lower()
            if term not in told:
                told.add(term)
                yield _hit(document, term, [name.whole], [name.lowered])


def _behind_articles(document: Document) -> Iterator[tuple[str, list[Span], list[Span]]]:
    """The terms that stand behind “the” in both ways, with the places of each."""
    found = words(document)
    texts = found.texts
    articles = [
        index
        for index in occurrences(document).get("the", ())
        if index + 1 < len(texts) and texts[index] in {"the", "The"}
    ]
    capital: dict[str, list[Span]] = {}
    for term in _terms(document, found, [index for index in articles if texts[index + 1][0].isupper()]):
        capital.setdefault(term.words, []).append(term.span)
    firsts = {term.partition(" ")[0] for term in capital}
    lower: dict[str, list[Span]] = {}
    for term in _terms(document, found, [i for i in articles if texts[i + 1] in firsts], frozenset(capital)):
        lower.setdefault(term.words, []).append(term.span)
    for words_, spans in lower.items():
        yield words_, capital[words_], spans


def _terms(
    document: Document, found: Words, articles: list[int], wanted: frozenset[str] = frozenset()
) -> Iterator[_Term]:
    """The terms behind `articles` in the writer's own prose, in one to three words of common English.

    With capitals, or where some are `wanted`, those of them that stand without.
    """
    capitals = not wanted
    for article in articles:
        end = article + 1
        while end < len(found.texts) and end - article <= _LONGEST and _goes_on(document, found, end, capitals):
            end += 1
            span = Span(found.starts[article + 1], found.span(end - 1).end)
            if (capitals or document[span] in wanted) and _stands_alone(document, found, article, end):
                block = document.block_at(span.start)
                if block is None or block.role not in _PROSE:
                    continue
                if capitals and (in_title_case(document.text, block) or _is_label(document, block, span)):
                    continue
                if is_own(document, span, name=True):
                    yield _Term(document[span].lower(), span)


def _is_label(document: Document, block: Block, span: Span) -> bool:
    """Whether the term heads an entry: “The Old Bakehouse, Ayle: five rooms” is a house’s name, and what it was is another thing."""
    text = document.text
    if text.endswith(": The ", block.start, span.start):
        return text.startswith((",", " ("), span.end)  # “Where to sleep: The Old Bakehouse, Ayle”
    return span.start - block.start <= len("The ") and _ENTRY.match(text, span.end, block.end) is not None


def _goes_on(document: Document, found: Words, index: int, capitals: bool) -> bool:
    """Whether word `index` follows the one before after one space, with or without a capital as wanted."""
    text = found.texts[index]
    if capitals:
        fits = text[0].isupper() and text[1:].islower() and text.isalpha() and is_word(text)
    else:
        fits = text.islower() and text.isalpha() and text not in FUNCTION
    gap = found.starts[index] - 1
    return fits and gap == found.starts[index - 1] + len(found.texts[index - 1]) and document.text[gap] == " "


def _stands_alone(document: Document, found: Words, article: int, end: int) -> bool:
    """Whether the term isn't a part of a longer name: Office of the Inspector General, the Bank of England."""
    texts = found.texts
    if article >= 2 and texts[article - 1] in _LINKS and texts[article - 2][0].isupper():
        return False
    if end >= len(texts) or document[found.gap(end - 1)] != " ":
        return not document.text.startswith(("’", "'", "-"), found.span(end - 1).end)
    if texts[article + 1][0].isupper() and sort_of(classes(texts[end])) == PLACE:
        return False  # the Old Mill pub is another than the old mill
    return not (texts[end][0].isupper() or texts[end][0].isdigit() or texts[end] in _LINKS)


def _is_of_members(document: Document, span: Span) -> bool:
    """Whether it begins the name of a body elsewhere, whose members may be meant: the Mill Workers’ Union, and the mill workers."""
    name = document[span]
    return name.endswith("s") and re.search(rf"\b{re.escape(name)}['’] [A-Z]", document.text) is not None


def _hit(document: Document, term: str, capital: list[Span], lower: list[Span]) -> Hit:
    rare, usual = (capital, lower) if len(capital) < len(lower) else (lower, capital)
    first, *others = rare
    related = [Note(span, "and here") for span in others]
    related += [Note(span, f"“{document[span]}” here") for span in usual[:3]]
    changes = [Change(span, document[usual[0]]) for span in rare] if len(usual) > len(rare) else []
    single = " " not in term and term not in _SINGLE | ONE_WORD
    said = {"usual": document[usual[0]], "count": times(len(usual))}
    return Hit(first, said, tuple(related), tuple(changes), 0.6 if single else 0.75, minor=single)


_: type[Check] = TermCapitals
