"""One word in two spellings that are both right: adviser and advisor."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Change, Check, Hit, Note, check
from newslint.source import Span
from newslint.startup.dataclass import replace
from newslint.text.lexicon import folded
from newslint.text.ownership import is_out_of_setting, is_own
from newslint.text.quotations import is_copied
from newslint.text.transcripts import in_transcript
from newslint.text.wording import times
from newslint.text.words import cased_like, part_spans, parts
from newslint.topics.spelling.varieties import SENSES, Variant, variant, variants

# Words that an accent makes another word of.
_ACCENT_APART = frozenset(
    "resume resumes expose exposes rose roses pate pates lame pique mate sake cure attache divorce divorced retire passe saute "
    "more pace maria ole papa si mas el que solo".split()
)


# Words whose forms are heard: two speakers may say each their own, in quotations and in the turns of a conversation.
_SOUNDED = frozenset(
    "toward afterward amid among while unbeknown learned relearned spelled misspelled spilled dreamed leaped leaned kneeled "
    "smelled sneaked pleaded lighted strived thrived orient preventive interpretive exploitive anyway through formula".split()
)
# Each way of spelling a family of words (by its place in the rows) -> the words that the copy has so, with their rows.
_Written = dict[int, list[tuple[str, tuple[str, ...]]]]
# The same, with the places of the words instead of these.
_Ways = dict[int, list[tuple[Span, tuple[str, ...]]]]


@check
class SpellingVariant:
    """Finds a word that is spelled now one way, now another, in any of its forms: adviser, advisors.

    `also` adds groups to the known ones, each a line of spellings: "gizmo gismo".
    """

    also: tuple[str, ...] = ()

    def __call__(self, document: Document) -> Iterator[Hit]:
        added = _added(self.also)
        found: dict[str, _Written] = {}
        for word in parts(document):
            if word.isascii() and word not in variants() and word not in added:
                continue
            straight = word.replace("’", "'")
            one = added.get(word) or variant(word) or added.get(straight) or variant(straight)
            if one is None and len(word) > 3:
                one = _accented(word)
                if one is not None and part_spans(document, one.row[0]):
                    found.setdefault(one.family, {})[0] = [(one.row[0], one.row)]
            if one is not None:
                found.setdefault(one.family, {}).setdefault(one.place, []).append((word, one.row))
        for family, written in found.items():
            if len(written) > 1:
                yield from _hits(document, _placed(document, written), family[0].isupper(), family in _SOUNDED)


def _added(lines: tuple[str, ...]) -> dict[str, Variant]:
    rows = [tuple(line.split()) for line in lines]
    return {word.lower(): Variant(row[0], row, place) for row in rows for place, word in enumerate(row)}


def _accented(word: str) -> Variant | None:
    """The word as a variant of that without its accents."""
    plain = folded(word)
    if plain in _ACCENT_APART or plain == word.replace("’", "'"):
        return None
    return Variant(plain, (plain, word), 1)


def _placed(document: Document, written: _Written) -> _Ways:
    return {
        way: [
            (span, row) for word, row in words for span in part_spans(document, word) if _is_meant(document, word, span)
        ]
        for way, words in written.items()
    }


def _is_meant(document: Document, word: str, span: Span) -> bool:
    """Whether the word stands there in the sense that has other spellings, and, if it has an accent, among English ones."""
    in_sense = SENSES.get(word)
    meant = in_sense is None or in_sense(document.text, span)
    return meant and (word.isascii() or not is_out_of_setting(document, span))


def _hits(document: Document, ways: _Ways, name: bool, sounded: bool) -> Iterator[Hit]:
    own = {way: sorted(place for place in places if is_own(document, place[0], name)) for way, places in ways.items()}
    if sounded and any(in_transcript(document, place.start) for way in own.values() for place, _ in way):
        return
    found = list(_conflicts(document, own, 0.95))
    if sum(map(bool, own.values())) < 2:
        spoken = {
            way: sorted(
                place for place in places if place not in own[way] and is_own(document, place[0], name, quoted=True)
            )
            for way, places in ways.items()
        }
        # Two quotations in one story were set by one writer; a quotation against the story's own words proves nothing.
        places = [span for ways in spoken.values() for span, _ in ways]
        apart = sounded and len({document.block_at(span.start) for span in places}) > 1
        found = list(_conflicts(document, spoken, 0.6, minor=apart or is_copied(document, places)))
    yield from found


def _conflicts(document: Document, ways: _Ways, confidence: float, minor: bool = False) -> Iterator[Hit]:
    used = sorted((way for way in ways if ways[way]), key=lambda way: (-len(ways[way]), ways[way][0]))
    for way in used[1:]:
        hit = _hit(document, ways[way], used[0], ways[used[0]], confidence)
        yield replace(hit, minor=True) if minor else hit


def _hit(
    document: Document,
    rare: list[tuple[Span, tuple[str, ...]]],
    way: int,
    usual: list[tuple[Span, tuple[str, ...]]],
    confidence: float,
) -> Hit:
    (first, row), *others = rare
    certain = len(usual) > len(rare)
    related = [Note(span, "and here") for span, _ in others]
    related += [Note(span, f"“{document[span]}” here") for span, _ in usual[:3]]
    changes = [Change(span, cased_like(document[span], row[way])) for span, row in rare if way < len(row)]
    told = row if any(its_row == row for _, its_row in usual) else usual[0][1]
    words = {"usual": told[way], "count": times(len(usual))}
    return Hit(
        first,
        words,
        tuple(related),
        tuple(changes) if certain and confidence > 0.8 else (),
        confidence if certain else min(confidence, 0.8),
    )


_: type[Check] = SpellingVariant
