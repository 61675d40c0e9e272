"""Name words: one way in which a word of a name is written, with all that stands beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from newslint.document import Document
from newslint.source import Span
from newslint.startup.row import Row
from newslint.story.mentions import Mention, name_words
from newslint.text.lexicon import entry
from newslint.text.vocabulary import NAME_PARTICLES

# Words of a run that are further apart belong to no one name.
_REACH = 20


class Form(Row):
    """One way in which a word of a name is written: every place of it.

    `before` and `after` count the names beside it in its runs, over small words such as “de”; `givens` are all words
    before it there;
    `alone` is how often it's a run by itself.
    `strong` counts the places where its capital can only mean a name.
    """

    text: str
    places: tuple[Span, ...]
    strong: int
    alone: int
    before: Counter[str]
    after: Counter[str]
    givens: frozenset[str]

    @property
    def number(self) -> int:
        return len(self.places)


def form(document: Document, text: str) -> Form:
    """All that the copy tells of one of its `name_words`."""
    before: Counter[str] = Counter()
    after: Counter[str] = Counter()
    givens: set[str] = set()
    strong = alone = 0
    places = []
    for mention, index in name_words(document)[text]:
        start = mention.starts[index]
        places.append(Span(start, start + len(text)))
        said = _quietly(document, mention)
        if index:
            ahead = said[max(0, index - _REACH) : index]
            givens.update(word for word in ahead if not mention.titled or entry(word).given)
            if neighbour := _neighbour(mention, reversed(ahead)):
                before[neighbour] += 1
        if neighbour := _neighbour(mention, said[index + 1 : index + _REACH]):
            after[neighbour] += 1
        alone += len(mention.words) == 1
        strong += not mention.titled and not (index == 0 and mention.weak)
    return Form(text, tuple(places), strong, alone, before, after, frozenset(givens))


def _quietly(document: Document, mention: Mention) -> tuple[str, ...]:
    """The words of a run; of a line in nothing but capitals as they would stand elsewhere."""
    return tuple(map(str.capitalize, mention.words)) if is_shouted(document, mention) else mention.words


def is_shouted(document: Document, mention: Mention) -> bool:
    """Whether the whole line is in capitals, so that these tell no acronym from a name."""
    block = document.block_at(mention.span.start) if mention.words[0].isupper() else None
    line = document.text[block.start : block.end] if block is not None else ""
    return " " in line and line.isupper()


def _neighbour(mention: Mention, beside: Iterable[str]) -> str:
    """The first of the words beside one that is no particle; none where title case gives any word its capital."""
    word = next((word.rstrip(".") for word in beside if word.lower() not in NAME_PARTICLES), "")
    known = entry(word)
    return "" if mention.titled and 0 < known.word < 3 and not known.given and known.surname < 5 else word
