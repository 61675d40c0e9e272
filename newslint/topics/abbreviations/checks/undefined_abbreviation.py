"""A short form that the story never spells out."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document, Role
from newslint.hit import Check, Hit, check
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.story.abbreviations import definitions, in_capitals, short_forms
from newslint.text.lexicon import entry
from newslint.text.quotations import in_quotation
from newslint.text.words import words

_ROMAN = compiled(r"[IVXLCDM]+\Z")
_CALL_SIGN = compiled(r"[WK][A-Z]{3}\Z")
_BESIDE_A_FIGURE = compiled(r"\d[ -]?\Z")
_DATELINE = 30
_TEXT_ROLES = {Role.PARAGRAPH, Role.STANDFIRST, Role.LIST_ITEM}


@check
class UndefinedAbbreviation:
    """Finds the first use of a short form that no place explains. `known` are those that every reader knows.

    A form of fewer than `least` letters may be anything, and one of more than `most` is a word in capitals.
    """

    known: tuple[str, ...] = ()
    least: int = 3
    most: int = 6

    def __call__(self, document: Document) -> Iterator[Hit]:
        known, initials = {*self.known}, _initials(document)
        explained = {definition.short for definition in definitions(document)}
        for short, uses in short_forms(document).items():
            if not self.least <= len(short) <= self.most or short in known or short in explained or _ROMAN.match(short):
                continue
            if _CALL_SIGN.match(short):
                continue
            if any(entry(short)[1:]):
                continue  # a word or a name, in capitals for some other reason
            told = [use for use in uses if _in_the_story(document, use)]
            if told and short not in initials:
                yield Hit(told[0], {"found": short}, minor=True)


def _in_the_story(document: Document, use: Span) -> bool:
    block = document.block_at(use.start)
    if block is None or block.role not in _TEXT_ROLES or in_quotation(document, use.start):
        return False
    if use.start - block.start < _DATELINE and document.text[use.end : use.end + 2].strip(" ")[:1] in {*",(—–-/"}:
        return False
    before = document.text[max(0, use.start - 2) : use.start]
    return not _BESIDE_A_FIGURE.search(before) and not in_capitals(document, use)


def _initials(document: Document) -> str:
    """The first letters of all words but the small ones, as they are: what names a reader can put together."""
    return "".join(word[0] for word in words(document).texts if len(word) > 3 or word[0].isupper())


_: type[Check] = UndefinedAbbreviation
