"""The same words from two mouths."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check
from newslint.story.speakers import two_mouths
from newslint.text.quotations import excerpt
from newslint.topics.quotes.repetitions import Weight, repetitions

# So many words are no common saying.
_LONG = 7


@check
class QuotationSpeaker:
    """Finds a quotation that stands twice, each time with another speaker. Both must be people whom the copy names in full."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        for found in repetitions(document):
            length = found.echo.longest.length
            whole = length == len(found.echo.earlier.words) == len(found.echo.later.words)
            if found.weight is not Weight.SLIP and (length < _LONG or not whole):
                continue
            speakers = two_mouths(document, found.echo.earlier.quote, found.echo.later.quote)
            if speakers:
                first, second = speakers
                words = {"first": document[first], "words": excerpt(document, found.second)}
                related = (
                    Note(first, "said by another here"),
                    Note(found.second, "the words"),
                    Note(found.first, "the same words"),
                )
                yield Hit(second, words, related, confidence=0.8)


_: type[Check] = QuotationSpeaker
