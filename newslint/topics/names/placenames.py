"""What the lists of places say of two names that look alike."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.text.calendar import CALENDAR
from newslint.text.lexicon import COUNTRY, entry
from newslint.topics.names.name_words import Form

_ROW_BEFORE, _ROW_AFTER = r"(\w+)(?:,|,? and|,? or|,? nor) \Z", r"(?:,|,? and|,? or|,? nor) ([A-Z]\w+)"


def of_places(document: Document, suspect: Form, right: Form) -> Iterator[tuple[str, float]]:
    """The signs, with their weights: two places that the lists know are two, unless one stands where the other belongs."""
    known_a, known_b = entry(suspect.text), entry(right.text)
    surnames = [
        word for word in suspect.after if not (entry(word).word or word.lower() in CALENDAR or word in right.after)
    ]
    if known_b.place and not known_a.place and surnames:
        yield "a given name beside a place", -4.0
    if not (known_a.place and known_b.place):
        return
    if known_b.place == COUNTRY > known_a.place and any(_beside_a_country(document, place) for place in suspect.places):
        yield "among countries, as the other is one", 3.0
    else:
        yield "two known places", -3.0


def _beside_a_country(document: Document, place: Span) -> bool:
    """Whether “and” or a comma joins a country to it."""
    before = compiled(_ROW_BEFORE).search(document.text, max(0, place.start - 30), place.start)
    after = compiled(_ROW_AFTER).match(document.text, place.end)
    return any(row is not None and entry(row[1]).place == COUNTRY for row in (before, after))
