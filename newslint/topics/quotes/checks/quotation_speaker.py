"""The same words from two mouths."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check
from newslint.source import Span
from newslint.text.quotations import excerpt
from newslint.topics.quotes.attributions import told_attributions
from newslint.topics.quotes.remarks import told_remarks


@check
class QuotationSpeaker:
    """Finds a quotation that stands twice, all or part of it, each time with another speaker whom the copy names."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        told: set[Span] = set()
        for found, verdict in told_attributions(document):
            told.add(found.later.place)
            echo, run = found.echo, found.echo.longest
            second = echo.later.span(run.second, run.second + run.length)
            first = echo.earlier.span(run.first, run.first + run.length)
            words = {"found": found.later.name, "first": found.earlier.name, "words": excerpt(document, second)}
            related = (
                Note(found.earlier.place, "said by another here"),
                Note(second, "the words"),
                Note(first, "the same words"),
            )
            yield Hit(found.later.place, words, related, confidence=verdict.probability, evidence=verdict.signs)
        for remark, verdict in told_remarks(document):
            if remark.later.place not in told:
                told.add(remark.later.place)
                words = {
                    "found": remark.later.name,
                    "first": remark.earlier.name,
                    "words": excerpt(document, remark.citation.gist),
                }
                note = Note(remark.said.span, "said by another here")
                yield Hit(remark.later.place, words, (note,), confidence=verdict.probability, evidence=verdict.signs)


_: type[Check] = QuotationSpeaker
