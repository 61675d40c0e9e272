"""A sentence that stands in the story twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.analysis.passages import Passage, plain_sentences, repeated_paragraphs, summary
from newslint.check import Check, Hit, Note, check
from newslint.document import Block, Document
from newslint.expressions import compiled

# What a page says above its story and again below: who writes, where more stands.
_NOTICE = compiled(
    r"\W*(?:editor[’']?s note|the (?:opinions|views) expressed|(?:read|see|watch|hear|listen|learn|find out) more|you can (?:find|read|listen|follow)"
    r"|(?:this|the) (?:story|article|post|page|transcript) (?:has been|was|is|first|originally)|sign up|subscribe|click|follow |for more"
    r"|all times|note:|warning:|disclaimer|copyright|(?:photo|image|picture)s?:)",
    re.I,
)
# In two paragraphs, shorter ones may say the same of two things.
_APART = 9
# A name under a pull quote, of at most so many words.
_NAME = 5


@check
class RepeatedSentence:
    """Finds sentences of at least `words` words that come again, outside quotations and repeated paragraphs.

    A sentence that stands three times or more is a refrain, which is meant; one that a summary on top has from the story is minor.
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
            if len(first.words) < _APART and document.block_at(first.span.start) != document.block_at(again.span.start):
                continue
            if (
                first.ended
                and again.ended
                and document.text[again.span.end - 1] != "?"
                and not _is_notice(document, again)
            ):
                opening = " ".join(document[again.span].split()[:6])
                minor = any(_is_display(document, sentence) for sentence in same)
                notes = (Note(first.span, "first here"),)
                yield Hit(again.span, {"opening": opening}, notes, confidence=0.85, minor=minor)


def _is_notice(document: Document, sentence: Passage) -> bool:
    """Whether a page says it of itself, or of its author."""
    if _NOTICE.match(document.text, sentence.span.start, sentence.span.end):
        return True
    block = document.block_at(sentence.span.start)
    return block is not None and block in document.copy[-2:] and " is a " in document[sentence.span][:40]


def _is_display(document: Document, sentence: Passage) -> bool:
    """Whether the sentence stands in a summary on top, or in a pull quote, with but a name behind it."""
    block = document.block_at(sentence.span.start)
    return block is not None and (block == summary(document) or _is_pulled(document, block, sentence))


def _is_pulled(document: Document, block: Block, sentence: Passage) -> bool:
    if sentence.span.start != block.start or block.end - sentence.span.end > _NAME * 20:
        return False
    rest = document.text[sentence.span.end : block.end].split()
    return 0 < len(rest) <= _NAME and all(word[0].isupper() for word in rest) and rest[-1][-1].isalpha()


_: type[Check] = RepeatedSentence
