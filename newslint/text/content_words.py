"""Contents: the words of a sentence that carry its meaning, in one form each."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from operator import attrgetter

from newslint.document import Document, kept_by
from newslint.source import Span
from newslint.startup.row import Row
from newslint.text.lexicon import entry
from newslint.text.nouns import singular
from newslint.text.sentences import Sentence
from newslint.text.vocabulary import (
    ARTICLES,
    BE,
    CLAUSE_WORDS,
    DEMONSTRATIVES,
    DO,
    HAVE,
    HEDGES,
    MODALS,
    POSSESSIVES,
    SAID,
    STRONG_FORMS,
    SUBJECTS,
    wordlist,
)
from newslint.text.words import words

_LOOSE = frozenset(phrase for phrase, way in HEDGES.items() if way == "about")
# Not every small word: “without”, “against” and “never” carry meaning.
_STOPS = (
    ARTICLES | DEMONSTRATIVES | POSSESSIVES | SUBJECTS | BE | HAVE | DO | MODALS | CLAUSE_WORDS | _LOOSE
) | wordlist(
    """
    of in on at to from for by with so also not no here there just only least most more up out into onto during through
    between over under nearly almost said says say according told s t re ve ll d meanwhile reported report reports
    officials mln bln pct dlr dlrs cts stg
    """
)
_TOLD = SAID | {"mentioned", "described"}
_EARLIER = frozenset(["earlier", "before", "above", "previously"])


# Small words that turn what a sentence says.
_TURNS = frozenset(["against", "yes", "no", "not", "without", "never", "under", "below", "above", "before"])


class Content(Row):
    """A sentence's content words in the singular; `names` are those that begin with a capital inside it."""

    words: frozenset[str]
    names: frozenset[str]


@kept_by(attrgetter("span"))
def content(document: Document, sentence: Sentence) -> Content:
    """The content words of `sentence`, without what takes up a thing told before (“as reported earlier”)."""
    texts = _texts(document, sentence.span)
    stems = list(map(_stem, texts))
    for index in range(2, len(texts)) if not _EARLIER.isdisjoint(texts) else ():
        if texts[index] in _EARLIER and texts[index - 1] in _TOLD and texts[index - 2].lower() == "as":
            stems[index] = ""
    named = {stem for stem, text in zip(stems[1:], texts[1:], strict=True) if stem and text[0].isupper()}
    return Content(frozenset(filter(None, stems)), frozenset(named))


def turns(document: Document, sentence: Sentence) -> frozenset[str]:
    """The small words of the sentence that turn its sense: voted “for”, voted “against”."""
    return _TURNS.intersection(map(str.lower, _texts(document, sentence.span)))


def stems_within(document: Document, span: Span) -> frozenset[str]:
    """What the content words of `span` have in common with their inflections: their first five letters."""
    return frozenset(stem[:5] for stem in set(map(_stem, _texts(document, span))) if stem)


def _texts(document: Document, span: Span) -> list[str]:
    texts, starts = words(document)
    return texts[bisect_left(starts, span.start) : bisect_left(starts, span.end)]


def roots_within(document: Document, span: Span) -> frozenset[str]:
    """The roots of the content words of `span`."""
    return frozenset(map(root, filter(None, map(_stem, _texts(document, span)))))


_LETTERS = 5
_SHORTEST = 3  # letters before an ending: “red” and “king” have none


@lru_cache(maxsize=16384)
def root(word: str) -> str:
    """The first letters of what a word is a form of: of open for opens, opened and opening, of begin for began."""
    one = singular(word.removesuffix("’s").removesuffix("'s"))
    return _verb_of(one)[:_LETTERS]


def _verb_of(form: str) -> str:
    """The verb of its past or of its form in -ing, as far as there is a word for it: planned, closing, called, began."""
    if form in STRONG_FORMS:
        return STRONG_FORMS[form]
    begun = form.removesuffix("ing").removesuffix("ed")
    if begun == form or len(begun) < _SHORTEST:
        return form
    spelled = f"{begun[:-1]}y" if begun[-1] == "i" else begun[:-1] if begun[-1] == begun[-2] else ""
    known = [verb for verb in (begun, f"{begun}e", spelled) if entry(verb).word]
    return max(known, key=lambda verb: entry(verb).frequency, default=form)


@lru_cache(maxsize=16384)
def _stem(text: str) -> str:
    """The word in the singular; "" for numbers and for words that mean little by themselves."""
    lower = text.lower().replace("’", "'").removesuffix("'s")
    if lower in _STOPS or lower[0].isdigit():
        return ""
    return singular(lower)
