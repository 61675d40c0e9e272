"""Signs that two forms of one name, which have the same letters, are one too many: what each measures."""

from __future__ import annotations

import math
from collections.abc import Set

from newslint.document import Document
from newslint.source import Span
from newslint.startup.row import Row
from newslint.story.given_names import given_before, share_one
from newslint.text.lexicon import Entry, entry, folded
from newslint.text.quotations import in_quotation

# Of a form that stands more often the first places say enough.
_PLACES = 12
# No word beside a form is longer, in code points.
_BESIDE = 30


class Use(Row):
    """One place of a form: `weak` where its first capital says nothing, with its neighbours in the name."""

    span: Span
    weak: bool
    givens: frozenset[str]
    neighbours: frozenset[str]


class Variant(Row):
    """One form of a name with its places."""

    text: str
    uses: tuple[Use, ...]

    @property
    def number(self) -> int:
        return len(self.uses)

    @property
    def strong(self) -> bool:
        """Whether some place of it could be written otherwise if it were meant otherwise."""
        return any(not use.weak for use in self.uses)

    @property
    def givens(self) -> Set[str]:
        """The given names that stand before it."""
        return given_before(word for use in self.uses for word in use.givens)

    @property
    def neighbours(self) -> set[str]:
        """The capitalised words beside it."""
        return {word for use in self.uses for word in use.neighbours}


def unusual(text: str) -> bool:
    """Whether `text` has a capital that isn't its first letter."""
    return not text[1:].islower() and text[1:].isalpha()


def signs(document: Document, suspect: Variant, right: Variant) -> dict[str, float]:
    """What speaks for a slip, and for two forms that may both stand."""
    return _letters(suspect.text, right.text) | _uses(document, suspect, right)


def _letters(a: str, b: str) -> dict[str, float]:
    """In what the two differ: capitals, accents, a hyphen; and what is known of the word."""
    plain_a, plain_b = ("".join(char for char in text if char.isalnum()) for text in (a, b))
    accents = plain_a.lower() != plain_b.lower() and folded(plain_a) == folded(plain_b)
    capitals = plain_a != plain_b and not accents
    upper = a.isupper() != b.isupper()
    known = entry(a if a.isalpha() else b)
    return {
        "only the first capital differs": capitals and a[1:] == b[1:],
        "one is all capitals": upper,
        "the suspect is all capitals": upper and a.isupper(),
        "the suspect has no capital": a.islower(),
        "the other has no capital": b.islower(),
        "the suspect has a capital inside": unusual(a) and not a.isupper(),
        "a hyphen more": a.count("-") > b.count("-"),
        "a hyphen less": a.count("-") < b.count("-"),
        "no list has the word": known._replace(frequency=0) == Entry(),  # how often the web has it says nothing
        "a word besides": known.word > 0,
        "a place": known.place > 0,
    }


def _uses(document: Document, suspect: Variant, right: Variant) -> dict[str, float]:
    """How often the two stand, and beside what."""
    given_a, given_b = suspect.givens, right.givens
    shared = suspect.neighbours & right.neighbours
    return {
        "how often the other stands": min(3.0, math.log2(right.number)),
        "the other's capital may mean nothing": not right.strong,
        "the suspect always in quotation marks": all(
            in_quotation(document, use.span.start) for use in suspect.uses[:_PLACES]
        ),
        "capitals for loudness": _is_loud(document, suspect) or _is_loud(document, right),
        "two given names": bool(given_a and given_b) and not share_one(given_a, given_b),
        "other words beside each": bool(suspect.neighbours and right.neighbours) and not shared,
        "the same words beside both": bool(shared),
        "the suspect stands more than once": min(3.0, math.log2(suspect.number)),
    }


def _is_loud(document: Document, variant: Variant) -> bool:
    """Whether a form in capitals always opens its line, as in a dateline, or stands beside other words in capitals."""
    return variant.text.isupper() and all(_is_loud_there(document, use.span) for use in variant.uses[:_PLACES])


def _is_loud_there(document: Document, span: Span) -> bool:
    block = document.block_at(span.start)
    if block is None or span.start == block.start:
        return block is not None
    before = document.text[max(block.start, span.start - _BESIDE) : span.start].split()[-1:]
    behind = document.text[span.end : min(block.end, span.end + _BESIDE)].split()[:1]
    return any(word.isupper() and len(word) > 2 for word in (*before, *behind))
