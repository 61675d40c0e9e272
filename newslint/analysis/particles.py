"""Small words of surnames (de, van, al): where one has a capital here and none there, or is left out."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from newslint.analysis.givennames import is_title
from newslint.analysis.names import PARTICLES, Mention, mentions
from newslint.document import Document, analysis
from newslint.source import Span

# A writer who says “Ms Van Dyck” and “Ana van Dyck” follows a rule, so that only like is held against like.
_Key = tuple[str, bool]


class ParticlePair(NamedTuple):
    """`places` have `text` where `right_places` have `right`."""

    text: str
    right: str
    places: tuple[Span, ...]
    right_places: tuple[Span, ...]


@analysis
def particle_pairs(document: Document) -> tuple[ParticlePair, ...]:
    """Surnames whose small words are written in two ways behind a given name, or in two ways without one."""
    uses: dict[_Key, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    text = document.text
    for mention in mentions(document):
        if mention.titled:
            continue
        # Without a small word inside, there may only be one before the first.
        plain = PARTICLES.isdisjoint(map(str.lower, mention.words))
        for index, word in enumerate(mention.words[:1] if plain else mention.words):
            start = _particles_start(text, mention, index)
            if start is None:
                continue
            surname = Span(start, mention.starts[index] + len(word))
            written = document[surname]
            uses[written.lower(), _after_a_given_name(mention, start)][written].append(surname)
    return tuple(pair for forms in uses.values() if len(forms) == 2 for pair in _pair(forms))


def _particles_start(text: str, mention: Mention, index: int) -> int | None:
    """Where the small words before the `index`th word of a mention start; None without any or where a sentence does."""
    first = index
    while first and mention.words[first - 1].lower() in PARTICLES:
        first -= 1
    if mention.words[index].lower() in PARTICLES:
        return None
    start = mention.starts[first]
    if first == 0:
        before = text[max(0, start - 12) : start].rpartition("\n")[2]
        small = before.removesuffix(" ").rpartition(" ")[2]
        if before.endswith(" ") and small in _ALONE:
            return start - len(small) - 1 if index == 0 else None
        if mention.weak:
            return None
    return start if first < index else None


# Those that are no words of English or of a passage quoted from elsewhere.
_ALONE = PARTICLES - {"y", "e", "do", "den", "la", "le", "du", "des", "al", "el", "das", "dos"}


def _after_a_given_name(mention: Mention, start: int) -> bool:
    before = [word for word, at in zip(mention.words, mention.starts, strict=True) if at < start]
    return bool(before) and not is_title(before[-1])


def _pair(forms: dict[str, list[Span]]) -> list[ParticlePair]:
    """The form with a capital that it has nowhere else; which of the two is right, the writer must know."""
    (one, these), (other, those) = sorted(forms.items(), key=lambda form: (len(form[1]), -form[1][0].start))
    if len(these) > 1 and len(those) < 3 * len(these):
        return []
    return [ParticlePair(one, other, tuple(these), tuple(those))]
