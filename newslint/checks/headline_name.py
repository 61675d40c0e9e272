"""A name in the headline that the story never gives."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analysis.lexicon import entry, folded
from newslint.analysis.likeness import edits, same_stem
from newslint.analysis.names import Mention, forms, mentions
from newslint.analysis.words import words
from newslint.check import Check, Hit, check
from newslint.document import Document, Role
from newslint.source import Span

# A story shorter than this, in words, may leave names to its headline.
_SHORT_STORY = 80


@check
class HeadlineName:
    """Finds surnames and other unusual names that stand in the headline alone."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        heads = [mention for mention in mentions(document) if mention.role is Role.HEADLINE and not mention.titled]
        if not heads or len(words(document).texts) < _SHORT_STORY:
            return
        body = {
            folded(word)
            for mention in mentions(document)
            if mention.role is not Role.HEADLINE
            for word in mention.words
        }
        body |= {folded(word) for word in words(document).texts[40:]}
        for mention in heads:
            yield from _hits(document, mention, body)


def _hits(document: Document, mention: Mention, body: set[str]) -> Iterator[Hit]:
    for word, start in zip(mention.words, mention.starts, strict=True):
        name = folded(word)
        label = document.text[start + len(word) : start + len(word) + 2].strip()[:1] in {":", "|", "*"}
        if label or len(name) < 5 or not name.isalpha() or not word[1:].islower() or entry(word).word or name in body:
            continue
        if any(name[0] == other[:1] and (same_stem(name, other) or edits(name, other) <= 2) for other in body):
            continue  # an inflection; or a slip, which names/spelling reports
        uses = forms(document).get(word)
        alone = uses is None or uses.number == 1
        yield Hit(Span(start, start + len(word)), confidence=0.6 if alone and entry(word).frequency < 18 else 0.4)


_: type[Check] = HeadlineName
