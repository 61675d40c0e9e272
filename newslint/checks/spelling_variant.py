"""One word in two spellings that are both right: adviser and advisor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newslint.analysis.usage import is_own
from newslint.analysis.varieties import variants
from newslint.analysis.words import cased_like, parts
from newslint.check import Change, Check, Hit, Note
from newslint.document import Document
from newslint.source import Span


@dataclass(frozen=True)
class SpellingVariant:
    """Finds a word that is spelled now one way, now another.

    `also` adds groups to the known ones, each a line of spellings: "gizmo gismo".
    """

    also: tuple[str, ...] = ()

    def __call__(self, document: Document) -> Iterator[Hit]:
        known = dict(variants())
        known.update({word.lower(): tuple(line.split()) for line in self.also for word in line.split()})
        found: dict[tuple[str, ...], dict[str, list[Span]]] = {}
        for word, spans in parts(document).items():
            group = known.get(word.replace("’", "'"))
            if group is not None:
                found.setdefault(group, {})[word] = spans
        for group, spellings in found.items():
            if len(spellings) > 1:
                yield from _hits(document, spellings, name=group[0][0].isupper())


def _hits(document: Document, spellings: dict[str, list[Span]], name: bool) -> Iterator[Hit]:
    own = {word: [span for span in spans if is_own(document, span, name)] for word, spans in spellings.items()}
    used = sorted((word for word in own if own[word]), key=lambda word: (-len(own[word]), own[word][0]))
    for word in used[1:]:
        yield _hit(document, (word, own[word]), (used[0], own[used[0]]))


def _hit(document: Document, rare: tuple[str, list[Span]], usual: tuple[str, list[Span]]) -> Hit:
    first, *others = rare[1]
    certain = len(usual[1]) > len(rare[1])
    related = [Note(span, "and here") for span in others]
    related += [Note(span, f"“{usual[0]}” here") for span in usual[1][:3]]
    changes = [Change(span, cased_like(document[span], usual[0])) for span in rare[1]] if certain else []
    words = {"usual": usual[0], "count": "once" if len(usual[1]) == 1 else f"{len(usual[1])} times"}
    return Hit(first, words, tuple(related), tuple(changes), 0.95 if certain else 0.8)


_: type[Check] = SpellingVariant
