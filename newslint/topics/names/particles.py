"""Small words of surnames (de, van, al): where one has a capital here and none there, or is left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.given_names import is_title, looks_given
from newslint.story.mentions import Mention, mentions
from newslint.text.vocabulary import NAME_PARTICLES
from newslint.text.words import mixed_words, occurrences

# A writer who says “Ms Van Dyck” and “Ana van Dyck” follows a rule, so that only like is held against like.
_Key = tuple[str, bool]


class ParticlePair(Row):
    """`places` have `text` where `right_places` have `right`."""

    text: str
    right: str
    places: tuple[Span, ...]
    right_places: tuple[Span, ...]


@analysis
def particle_pairs(document: Document) -> tuple[ParticlePair, ...]:
    """Surnames whose small words are written in two ways behind a given name, or in two ways without one."""
    if not _has_small_words(document):
        return ()
    uses: dict[_Key, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    text = document.text
    alone = not occurrences(document).keys().isdisjoint(_ALONE)
    for mention in mentions(document):
        if mention.titled:
            continue
        # Without a small word inside, there may only be one before the first.
        plain = NAME_PARTICLES.isdisjoint(map(str.lower, mention.words))
        if plain and not alone:
            continue
        for index, word in enumerate(mention.words[:1] if plain else mention.words):
            start = _particles_start(text, mention, index)
            if start is None:
                continue
            surname = Span(start, mention.starts[index] + len(word))
            written = document[surname]
            uses[written.lower(), _after_a_given_name(mention, start)][written].append(surname)
    pairs = [pair for forms in uses.values() if len(forms) == 2 for pair in _pair(forms)]
    return (*pairs, *_left_out(document))


def _has_small_words(document: Document) -> bool:
    """Whether any small word stands in the copy at all, “do” inside a name."""
    small = occurrences(document).keys() & NAME_PARTICLES
    if small - {"do"} or any(word.startswith(_JOINING) for word in mixed_words(document)):
        return True
    return "do" in small and any("do" in mention.words for mention in mentions(document))


# Those that are no words of English besides.
_OF_SURNAMES = NAME_PARTICLES - {"y", "e", "do", "den", "ten", "das"}
# A small word that a hyphen joins to the surname.
_JOINED = compiled(r"(?i:al|el|ash|as|ad)[-‐‑](?=[A-Z])")
_JOINING = tuple(word + hyphen for word in ("al", "el", "ash", "as", "ad") for hyphen in "-‐‑")


class _Use(Row):
    """A surname's place with its small words, the given name before it, and whether there are small words at all."""

    span: Span
    given: str
    small: bool


def _left_out(document: Document) -> Iterator[ParticlePair]:
    """Full names without the small word that stands before the surname elsewhere: Ana Lunn for Ana de Lunn."""
    joined = any(word.startswith(_JOINING) for word in mixed_words(document))
    before = not occurrences(document).keys().isdisjoint(_ALONE)
    if not any(_with_small(document, mention, joined, before) for mention in mentions(document)):
        return
    surnames: dict[str, list[_Use]] = defaultdict(list)
    for mention in mentions(document):
        if not mention.titled:
            for index, word in enumerate(mention.words):
                if len(word) > 2 and word.lower() not in NAME_PARTICLES:
                    bare = _JOINED.sub("", word) if "-" in word else word
                    surnames[bare].append(_use(document, mention, index))
    for uses in surnames.values():
        if len(uses) > 1 and any(use.small for use in uses):
            yield from _bare(document, uses)


def _with_small(document: Document, mention: Mention, joined: bool, before: bool) -> bool:
    """Whether a small word stands in the name or before it; where any is `joined` to a word, or stands alone `before` one."""
    words = mention.words
    if len(words) > 1 and not _OF_SURNAMES.isdisjoint(words):
        return True
    return (joined and any("-" in word and _JOINED.match(word) for word in words)) or (
        before and _small_before(document, mention) is not None
    )


def _small_before(document: Document, mention: Mention) -> int | None:
    """Where the small words before a name start, in lower case: “said de la Lunn”."""
    start = mention.starts[0]
    before = document.text[max(0, start - 12) : start].split(" ")
    count = 2 if len(before) > 2 and before[-2] in ("la", "der", "den") else 1
    small = before[-1 - count : -1]
    return start - len(" ".join(small)) - 1 if not before[-1] and small and small[0] in _ALONE else None


def _use(document: Document, mention: Mention, index: int) -> _Use:
    first = index
    while first and mention.words[first - 1].lower() in _OF_SURNAMES:
        first -= 1
    given = mention.words[first - 1] if first and looks_given(mention.words[first - 1]) else ""
    start = mention.starts[first]
    if first == 0 and (small := _small_before(document, mention)) is not None:
        start = small
    word = mention.words[index]
    span = Span(start, mention.starts[index] + len(word))
    return _Use(span, given, start < mention.starts[index] or _JOINED.match(word) is not None)


def _bare(document: Document, uses: list[_Use]) -> Iterator[ParticlePair]:
    """The full names without a small word, each beside the surnames with one that can be the same person's.

    Those without a given name can if no other one bears the small word; El Salvador, never in lower case, is nobody's.
    """
    small = [use for use in uses if use.small]
    bearers = {use.given for use in small}
    in_lower_case = any(document[use.span][0].islower() for use in small)
    for given in {use.given for use in uses if use.given and not use.small}:
        bare = [use.span for use in uses if use.given == given and not use.small]
        if (given in bearers or (bearers == {""} and in_lower_case)) and len(bare) < max(2, len(small)):
            same = [use.span for use in small if use.given in ("", given)]
            yield ParticlePair(document[bare[0]], document[same[0]], tuple(bare), tuple(same))


def _particles_start(text: str, mention: Mention, index: int) -> int | None:
    """Where the small words before the `index`th word of a mention start; None without any or where a sentence does."""
    first = index
    while first and mention.words[first - 1].lower() in NAME_PARTICLES:
        first -= 1
    if mention.words[index].lower() in NAME_PARTICLES:
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
_ALONE = NAME_PARTICLES - {"y", "e", "do", "den", "la", "le", "du", "des", "el", "das", "dos"}


def _after_a_given_name(mention: Mention, start: int) -> bool:
    before = [word for word, at in zip(mention.words, mention.starts, strict=True) if at < start]
    return bool(before) and not is_title(before[-1])


def _pair(forms: dict[str, list[Span]]) -> list[ParticlePair]:
    """The form with a capital that it has nowhere else; which of the two is right, the writer must know."""
    (one, these), (other, those) = sorted(forms.items(), key=lambda form: (len(form[1]), -form[1][0].start))
    if one.isupper() or (len(these) > 1 and len(those) < 3 * len(these)):
        return []  # capitals of a whole name are there for loudness
    return [ParticlePair(one, other, tuple(these), tuple(those))]
