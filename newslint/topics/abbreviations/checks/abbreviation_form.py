"""One short form with points here and without them there."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document, Role
from newslint.hit import Check, Hit, Note, check
from newslint.source import Span
from newslint.story.abbreviations import in_capitals, short_forms
from newslint.text.lexicon import entry
from newslint.text.quotations import in_quotation
from newslint.text.wording import times
from newslint.text.words import occurrences, words

_HEADLINES = {Role.HEADLINE, Role.CROSSHEAD, Role.CREDIT, Role.TABLE_CELL, Role.BYLINE}


# Two short forms of one name.
_ONE = {"USA": "US"}
_SHORTEST_WORD = 4


@check
class AbbreviationForm:
    """Finds U.S. or USA in a story of US, Nato in one of NATO: once a story, at the first place of the rarer form."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        ways: dict[str, dict[str, list[Span]]] = {}
        for short, uses in short_forms(document).items():
            for use in [*uses, *_as_words(document, short, uses)]:
                if _counts(document, use):
                    form = document[use].rstrip("s") if short not in {"US", "USA"} else document[use]
                    ways.setdefault(_ONE.get(short, short), {}).setdefault(form, []).append(use)
        mixed = [sorted(forms.values(), key=len, reverse=True) for forms in ways.values() if len(forms) > 1]
        if mixed:
            many, *others = max(mixed, key=lambda forms: len(forms[0]))
            few = sorted(use for uses in others for use in uses)
            notes = (Note(many[0], "the other form here"), *(Note(use, "so here, too") for use in few[1:4]))
            yield Hit(few[0], {"other": document[many[0]], "times": times(len(many))}, notes, minor=True)


def _as_words(document: Document, short: str, uses: list[Span]) -> Iterator[Span]:
    """Where a short form that is spoken as a word is written like one: Nato."""
    known = entry(short)
    if len(short) < _SHORTEST_WORD or len(uses) < 2 or known.word or known.given or known.surname:
        return
    listed = words(document)
    for index in occurrences(document).get(short.lower(), ()):
        if listed.texts[index] == short.capitalize():
            yield listed.span(index)


def _counts(document: Document, use: Span) -> bool:
    block = document.block_at(use.start)
    if block is None or block.role in _HEADLINES or in_quotation(document, use.start):
        return False
    if (
        document.text[use.start : use.end] == "USA"
        and document.text[max(0, use.start - 4) : use.start].lower() != "the "
    ):
        return False  # Chicago, USA; Team USA; USA Today
    return not in_capitals(document, use)


_: type[Check] = AbbreviationForm
