"""A sentence that stands in the story twice."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analysis.passages import Passage, plain_sentences, repeated_paragraphs
from newslint.check import Check, Hit, Note, check
from newslint.document import Document


@check
class RepeatedSentence:
    """Finds sentences of at least `words` words that come again, outside quotations and repeated paragraphs.

    A sentence that stands three times or more is a refrain, which is meant.
    """

    words: int = 8

    def __call__(self, document: Document) -> Iterator[Hit]:
        places: dict[tuple[str, ...], list[Passage]] = {}
        for sentence in plain_sentences(document):
            if len(sentence.words) >= self.words:
                places.setdefault(sentence.words, []).append(sentence)
        pasted = [pair.again.span for pair in repeated_paragraphs(document)]
        for same in places.values():
            if len(same) != 2 or any(span.holds(same[1].span) for span in pasted):
                continue
            first, again = same
            if first.ended and again.ended and document.text[again.span.end - 1] != "?":
                opening = " ".join(document[again.span].split()[:6])
                yield Hit(again.span, {"opening": opening}, (Note(first.span, "first here"),), confidence=0.85)


_: type[Check] = RepeatedSentence
