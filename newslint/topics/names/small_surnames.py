"""Small surnames: surnames without their capital, behind the given name that they have elsewhere: Leanne wood, Leanne Wood."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from newslint.document import Document
from newslint.source import Span
from newslint.story.references import references
from newslint.text.lexicon import entry
from newslint.text.vocabulary import FUNCTION
from newslint.text.words import occurrences, words

_LOOKED_AT = 30  # no word is longer


def small_surnames(document: Document) -> Iterator[tuple[Span, list[Span]]]:
    """Each name with such a surname, and where the name stands with its capitals."""
    whole, table = _whole_names(document), words(document)
    for index in _places_of(document, whole):
        both = (table.texts[index - 1], table.texts[index])
        span = Span(table.starts[index - 1], table.span(index).end)
        beside = both[1] not in FUNCTION and document[table.gap(index - 1)] == " "
        if beside and not _follows_a_name(document, span.start):
            yield span, whole[both]


def _places_of(document: Document, pairs: Iterable[tuple[str, str]]) -> list[int]:
    """The places, in order, of the second of two words that stand just so, one right behind the other."""
    texts, places = words(document).texts, occurrences(document)
    return sorted(
        index
        for first, second in pairs
        for index in places.get(second, ())
        if index and texts[index] == second and texts[index - 1] == first
    )


def _whole_names(document: Document) -> dict[tuple[str, str], list[Span]]:
    """Where everybody who comes back is named in full, by given name and surname, the surname in small letters."""
    found: dict[tuple[str, str], list[Span]] = defaultdict(list)
    # Who is named but once may be nobody: Kalman Filtering.
    often = Counter(reference.surname for reference in references(document))
    for reference in references(document):
        given = reference.givens[-1] if reference.givens and not reference.titled else ""
        if (
            _is_only_given(given)
            and often[reference.surname] > 1
            and document[reference.name] == f"{given} {reference.surname}"
        ):
            found[given, reference.surname.lower()].append(reference.name)
    return found


def _follows_a_name(document: Document, start: int) -> bool:
    """Whether a word with a capital stands right before: Hillary Clinton said."""
    before = document.text[max(0, start - _LOOKED_AT) : start].rpartition("\n")[2].split()
    return bool(before) and before[-1][0].isupper() and before[-1][-1].isalnum()


def _is_only_given(word: str) -> bool:
    return bool(word) and entry(word).given > 0 and not entry(word).place and not word.isupper()
