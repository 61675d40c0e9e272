"""Turned years: one event named by two years whose digits are the same: “the 1931 fire” and “the 1913 fire”."""

from __future__ import annotations

from collections import defaultdict

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.events import Occasion, occasions
from newslint.text.content_words import stems_within
from newslint.text.nouns import is_plural
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentence_at
from newslint.text.wordlists import wordlist

# What comes round, so that a story may speak of two.
_RECURRING = wordlist(
    """
    election season budget report census level race campaign model edition harvest crop profit result sale deal draft
    class title world olympics game cup final championship tournament convention festival referendum vote term year
    vintage survey study law act constitution film movie novel book album song version remake
    """
)
_CONTRAST = compiled(
    r"(?i)\b(?:and|or|both|unlike|than|like|again|another|earlier|later|previous|similar|recall\w*|remember\w*|second)\b"
)
_NEAR = 30


class TurnedYear(Row):
    """The year at `span`, whose digits are turned in the one at `told`, of an event in the same words."""

    span: Span
    told: Span


@analysis
def turned_years(document: Document) -> tuple[TurnedYear, ...]:
    """Every event with two years, no more, that are one another’s digits, in two sentences that share a word besides."""
    groups: dict[str, list[Occasion]] = defaultdict(list)
    for occasion in occasions(document):
        if _is_an_event(document, occasion):
            groups[occasion.following[0]].append(occasion)
    pairs = ((_odd_one(group), group[0]) for group in groups.values())
    return tuple(
        TurnedYear(odd.span, first.span)
        for odd, first in pairs
        if odd is not None and _share_a_word(document, odd, first)
    )


def _odd_one(group: list[Occasion]) -> Occasion | None:
    """The first whose year is the turned one, where the event has but these two."""
    odd = next((occasion for occasion in group if occasion.year != group[0].year), None)
    if odd is None or len({occasion.year for occasion in group}) > 2:
        return None
    return odd if sorted(str(odd.year)) == sorted(str(group[0].year)) else None


def _is_an_event(document: Document, occasion: Occasion) -> bool:
    """“the 1931 fire”, told by the writer, and not held against another."""
    text, (start, end) = document.text, occasion.span
    noun = occasion.following[0] if occasion.following else ""
    if len(noun) < 4 or noun in _RECURRING or is_plural(noun) or not text[end + 1 : end + 2].islower():
        return False
    if text[max(0, start - 4) : start].lower() != "the " or in_quotation(document, start):
        return False
    return not _CONTRAST.search(text[max(0, start - _NEAR) : start])


def _share_a_word(document: Document, one: Occasion, other: Occasion) -> bool:
    places = [sentence_at(document, occasion.span.start) for occasion in (one, other)]
    stems = [stems_within(document, place.span) for place in places if place]
    own = {one.following[0][:5]}
    return len(stems) == 2 and places[0] != places[1] and bool((stems[0] & stems[1]) - own)
