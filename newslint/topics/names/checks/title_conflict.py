"""One person with two posts that nobody holds at once or two honours, and one post with two holders."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check
from newslint.source import Span
from newslint.story.same import Pair, Verdict, judged
from newslint.topics.names.holders import two_holders
from newslint.topics.names.honours import other_honours
from newslint.topics.names.titles import title_pairs

_TOLD = 0.5
# How often two holders of one post, or two honours, are a slip.
_SURE = 0.85


@check
class TitleConflict:
    """Finds people who have one post, or honour, beside their name here and another there, and posts of one holder that have two."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        surest: dict[Span, tuple[Pair, Verdict]] = {}
        for pair in title_pairs(document):
            verdict = judged(pair.kind, pair.signs)
            known = surest.get(pair.suspect)
            if verdict.probability >= _TOLD and (known is None or verdict.probability > known[1].probability):
                surest[pair.suspect] = pair, verdict
        for pair, verdict in surest.values():
            here = _with_name(document, pair.suspect, pair.also)
            there = _with_name(document, pair.other, pair.also)
            note = Note(there, f"“{document[pair.other]}” here")
            words = {"other": document[there], "fault": "one person, two posts"}
            yield Hit(here, words, (note,), confidence=verdict.probability, evidence=verdict.signs)
        told = [("one post, two people", *places) for places in two_holders(document)]
        told += [("one person, two honours", *places) for places in other_honours(document)]
        for fault, suspect, place in told:
            if not any(suspect.meets(known) for known in surest):
                words = {"other": document[place], "fault": fault}
                yield Hit(suspect, words, (Note(place, f"“{document[place]}” here"),), confidence=_SURE)


def _with_name(document: Document, post: Span, names: tuple[Span, ...]) -> Span:
    """The post with the name that stands right beside it."""
    for name in names:
        first, second = sorted((post, name))
        if second.start - first.end <= len(", the chief ") and "\n" not in document.text[first.end : second.start]:
            return Span(first.start, second.end)
    return post


_: type[Check] = TitleConflict
