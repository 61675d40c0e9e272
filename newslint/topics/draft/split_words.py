"""Split words: a stray space inside a word (t he, appr opriated), or one letter off its place (montht hat)."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.row import Row
from newslint.text.lexicon import entry
from newslint.text.unknown_words import strange_words
from newslint.text.vocabulary import FUNCTION
from newslint.text.words import Words, occurrences, words

# Up to these of the dictionary's levels a word is ordinary enough to be what was meant.
_ORDINARY = 4
_COMMON = 3
_SHORTEST = 5
_PART = 3
# Letters that stand as words, and those in which other words' inflections and rare forms end.
_LETTER_WORDS = frozenset("aio")
_LETTERS = "bcdefghjklmnpqrstuvwxyz"
_ENDINGS = frozenset("sdnrye")


class Split(Row):
    """Two words at `span` that should be `meant`; `sure` is how sure that is."""

    span: Span
    meant: str
    sure: float


@analysis
def splits(document: Document) -> tuple[Split, ...]:
    """Every such place, in order, each at most once."""
    listed, places = words(document), occurrences(document)
    found: dict[int, Split] = {}
    # What stands twice is a name or a term; a letter may slip off more than once.
    strange = (places[word][0] for word in strange_words(document) if word in places)
    letters = (index for letter in _LETTERS for index in places.get(letter, ()))
    for index in (*strange, *letters):
        for first in (max(0, index - 1), index):
            if split := _split(document, listed, first):
                found[first] = split
    return tuple(sorted(found.values()))


def _is_word(word: str) -> bool:
    return entry(word).word > 0


def _is_common(word: str, level: int) -> bool:
    return 0 < entry(word).word <= level


def _split(document: Document, listed: Words, index: int) -> Split | None:
    """What words `index` and the next are, if one space between them is a slip."""
    if index + 1 >= len(listed.texts):
        return None
    first, second = listed.texts[index], listed.texts[index + 1]
    if not second.islower():
        return None
    meant, sure = next(_meant(first.lower(), second), ("", 0.0))
    span = Span(listed.starts[index], listed.span(index + 1).end)
    if not meant or document[span] != f"{first} {second}" or not _stands_free(document, span, first):
        return None
    return Split(span, first[0] + meant[1:], sure)


def _stands_free(document: Document, span: Span, first: str) -> bool:
    """Whether white space is before the words, and the first has no capital that no sentence gives it."""
    text, block = document.text, document.block_at(span.start)
    if block is None:
        return False
    opens = span.start == block.start or text[span.start - 1].isspace()
    begins = span.start == block.start or text[max(0, span.start - 2) : span.start] in (". ", "” ", '" ')
    return opens and (first.islower() or begins)


def _meant(first: str, second: str) -> Iterator[tuple[str, float]]:
    whole = first + second
    single = (len(first) == 1 and first not in _LETTER_WORDS) or (len(second) == 1 and second not in _LETTER_WORDS)
    if single:
        rest = second if len(first) == 1 else first
        if whole in FUNCTION or (len(rest) > _PART and not _is_word(rest) and _is_common(whole, _ORDINARY)):
            yield whole, 0.85
        return
    if len(whole) >= _SHORTEST and min(len(first), len(second)) > 1 and _is_common(whole, _ORDINARY):
        yield from _joined(first, second, whole)
    yield from _shifted(first, second)


def _joined(first: str, second: str, whole: str) -> Iterator[tuple[str, float]]:
    """One word in two parts, neither of which is a word; or one is, and the other stands in no list at all."""
    known = _is_word(first), _is_word(second)
    if not any(known):
        yield whole, 0.85
    elif (known[0] and len(second) >= _PART) or (len(first) >= _PART and second not in FUNCTION):
        yield whole, 0.75


def _shifted(first: str, second: str) -> Iterator[tuple[str, float]]:
    """A letter that belongs to the other word: montht hat."""
    known = _is_word(first) or first in FUNCTION, _is_word(second)
    if second in FUNCTION and not known[0] and first + second[0] in FUNCTION:
        yield f"{first}{second[0]} {second}", 0.8  # agains the: the letter was written once for both
        return
    pairs = [(first + second[0], second[1:])]
    if not known[1] or first[-1] not in _ENDINGS:
        pairs.append((first[:-1], first[-1] + second))
    for one, other in pairs:
        ordinary = _is_common(one, _COMMON) and _is_common(other, _COMMON) and min(len(one), len(other)) > 1
        telling = not any(known) or one in FUNCTION or other in FUNCTION
        if (known[0] and first in FUNCTION) or (known[1] and second in FUNCTION):
            telling = one in FUNCTION and other in FUNCTION  # an dthe, but not the ncurses
        if ordinary and telling and len(one + other) >= _SHORTEST + 1:
            yield f"{one} {other}", 0.8


__all__ = ["Split", "splits"]
