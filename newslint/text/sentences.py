"""Sentences: where each begins and ends."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import chain

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.text.vocabulary import (
    MONTH_FORMS,
    SHORT_MONTHS,
    SHORT_TITLES,
    WEEKDAY_FORMS,
    alternatives,
    wordlist,
)
from newslint.text.words import occurrences, words

# An end: a mark, closing quotation marks or brackets, white space, and what can begin a sentence. The mark stands first
# in the pattern, and only then what may not stand before it: so the search goes from mark to mark, not by letters.
_END = compiled(r"[.!?…](?<![.!?…].)[.!?…]*+(?:[”’\"')\]]*(?=\s+[“‘\"'(\[]*[A-Z0-9À-Þ£$€])|[”’\"')\]]+(?=\s+[“‘\"]))")
_LAST_WORD = compiled(r"[^\s“‘\"'(\[]+\Z")
_LONGEST = 40  # of initials and abbreviations, in letters and points
_LONG_WORD = 7  # longer than any abbreviation
# Words that end in a point and don't end a sentence before a capital.
_ABBREVIATIONS = (
    SHORT_MONTHS.keys()
    | SHORT_TITLES.keys()
    | wordlist(
        """
    rs tk ksh kshs shs eng mt ft asst assoc jr sr vs no nos vol pp fig cf eg ie al ave blvd bros ph.d m.d d.c u.s u.k u.n e.g i.e
    ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore
    pa tenn tex va vt wash wis wyo
    """
    )
)
# What may stand behind an hour with a capital and goes on with the sentence: “7 p.m. Friday”, “8:30 a.m. ET”.
_OF_THE_HOUR = compiled(
    rf" (?i:(?:{alternatives(WEEKDAY_FORMS, MONTH_FORMS)})\b)| (?:[A-Z]{{2,4}}|Eastern|Central|Mountain|Pacific)\b"
)


class Sentence(Span):
    """A sentence of `Document.text`, without the white space behind it."""

    __slots__ = ()

    @property
    def span(self) -> Span:
        return self


@analysis
def sentences(document: Document) -> tuple[Sentence, ...]:
    """Every sentence of the story's own blocks, in order; none runs from one block into the next."""
    found: list[Sentence] = []
    text = document.text
    for block in document.copy:
        start = block.start
        for match in _END.finditer(text, block.start, block.end):
            if _ends_sentence(text, start, match):
                found.append(Sentence(start, match.end()))
                start = match.end()
                while start < block.end and text[start].isspace():
                    start += 1
        if start < block.end:
            found.append(Sentence(start, block.end))
    return tuple(found)


def _ends_sentence(text: str, start: int, match: re.Match[str]) -> bool:
    """A point behind an initial or an abbreviation doesn't end a sentence."""
    at = match.start()
    if match[0] != "." or (at - start > _LONG_WORD and text[at - _LONG_WORD : at].isalpha()):
        return True
    word = _LAST_WORD.search(text[max(start, at - _LONGEST) : at].rpartition(" ")[2])
    if word is None:
        return True
    plain = word[0].lower()
    if plain in ("a.m", "p.m"):
        return _OF_THE_HOUR.match(text, match.end()) is None
    return not (plain in _ABBREVIATIONS or (len(word[0]) == 1 and word[0].isupper()) or _initials(word[0]))


def _initials(word: str) -> bool:
    return "." in word and all(len(part) <= 1 for part in word.split("."))


@analysis
def _by_start(document: Document) -> tuple[list[int], tuple[Sentence, ...]]:
    """Where each sentence begins, and the sentences."""
    found = sentences(document)
    return [sentence.start for sentence in found], found


def sentence_at(document: Document, offset: int) -> Sentence | None:
    """The sentence in which `offset` stands, if any."""
    starts, found = _by_start(document)
    index = bisect_right(starts, offset) - 1
    if index < 0:
        return None
    sentence = found[index]
    return sentence if offset < sentence.end else None


def sentences_with(document: Document, keys: Iterable[str]) -> Iterator[tuple[Sentence, list[int]]]:
    """The sentences that hold some of `keys`, words of `occurrences`, in order, each with the indexes of these words.

    A pattern that can't do without one of them need search no more than these.
    """
    places, starts = occurrences(document), words(document).starts
    held: dict[Sentence, list[int]] = {}
    for index in sorted(chain.from_iterable(places[key] for key in keys)):
        sentence = sentence_at(document, starts[index])
        if sentence is not None:
            held.setdefault(sentence, []).append(index)
    yield from held.items()
