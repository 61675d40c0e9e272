"""One word in two spellings that are both right: adviser and advisor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from newslint.analysis.lexicon import folded
from newslint.analysis.usage import is_own
from newslint.analysis.varieties import variants
from newslint.analysis.words import cased_like, part_spans, parts
from newslint.check import Change, Check, Hit, Note, check
from newslint.document import Document
from newslint.source import Span

# Words that an accent makes another word of.
_ACCENT_APART = frozenset(
    "resume resumes expose exposes rose roses pate pates lame pique mate sake cure attache divorce divorced retire passe saute "
    "more pace maria ole papa si mas el que solo".split()
)


@check
class SpellingVariant:
    """Finds a word that is spelled now one way, now another.

    `also` adds groups to the known ones, each a line of spellings: "gizmo gismo".
    """

    also: tuple[str, ...] = ()

    def __call__(self, document: Document) -> Iterator[Hit]:
        known = variants()
        if self.also:
            known = {**known, **{word.lower(): tuple(line.split()) for line in self.also for word in line.split()}}
        found: dict[tuple[str, ...], dict[str, list[Span]]] = {}
        for word in parts(document):
            group = known.get(word) or (known.get(word.replace("’", "'")) if "’" in word else None)
            if group is None and len(word) > 3 and not word.isascii():
                group = _accented(word)
            if group is not None:
                found.setdefault(group, {})[word] = part_spans(document, word)
                if group[0] in parts(document):
                    found[group][group[0]] = part_spans(document, group[0])
        for group, spellings in found.items():
            if len(spellings) > 1:
                yield from _hits(document, spellings, name=group[0][0].isupper())


def _accented(word: str) -> tuple[str, ...] | None:
    """The word without its accents, and with them."""
    plain = folded(word)
    return None if plain in _ACCENT_APART or plain == word.replace("’", "'") else (plain, word)


def _hits(document: Document, spellings: dict[str, list[Span]], name: bool) -> Iterator[Hit]:
    own = {word: [span for span in spans if is_own(document, span, name)] for word, spans in spellings.items()}
    found = list(_conflicts(document, own, 0.95))
    if not found and sum(map(bool, own.values())) < 2:
        spoken = {
            word: [
                span for span in spans if not is_own(document, span, name) and is_own(document, span, name, quoted=True)
            ]
            for word, spans in spellings.items()
        }
        # Two quotations in one story were set by one writer; a quotation against the story's own words proves nothing.
        found = list(_conflicts(document, spoken, 0.6, minor=True))
    yield from found


def _conflicts(
    document: Document, places: dict[str, list[Span]], confidence: float, minor: bool = False
) -> Iterator[Hit]:
    used = sorted((word for word in places if places[word]), key=lambda word: (-len(places[word]), places[word][0]))
    for word in used[1:]:
        hit = _hit(document, places[word], used[0], places[used[0]], confidence)
        yield replace(hit, minor=True) if minor else hit


def _hit(document: Document, rare: list[Span], usual: str, places: list[Span], confidence: float) -> Hit:
    first, *others = rare
    certain = len(places) > len(rare)
    related = [Note(span, "and here") for span in others]
    related += [Note(span, f"“{usual}” here") for span in places[:3]]
    changes = [Change(span, cased_like(document[span], usual)) for span in rare] if certain and confidence > 0.8 else []
    words = {"usual": usual, "count": "once" if len(places) == 1 else f"{len(places)} times"}
    return Hit(first, words, tuple(related), tuple(changes), confidence if certain else min(confidence, 0.8))


_: type[Check] = SpellingVariant
