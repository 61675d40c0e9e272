"""Marks and notes of the editing itself: merge conflicts, tracked changes, notes to the desk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from newslint.analysis.quotes import in_quotation
from newslint.check import Check, Hit
from newslint.document import Document
from newslint.source import Span

_SIGNS = (
    "<<<<<<<", "{++", "{--", "{~~", "{>>", "{==", "++}", "--}", "<<}", "//", "ditor", "ote to", "OTE",  "DITOR", "Eds", "EDS", "par", "PAR", "graf",
    "MORE", "more)", "ubs", "SUBS", "ublication", "UBLI", "EMBARGO", "omment [", "Deleted:", "Formatted:", "Desk", "DESK",
)  # fmt: skip


@cache
def _certain() -> re.Pattern[str]:
    return re.compile(
        r"^(?:<{7}|>{7}|\|{7})(?: [^\n]*)?$|(?<=\n)={7}(?=\n)"
        r"|\{(?:\+\+|--|~~|>>|==)(?=\S)[^\n{}]{0,300}?(?:\+\+|--|~~|<<|==)\}"
        r"|^Comment \[\w{1,4}\]:?|\[(?:Deleted|Formatted|Commented): [^\]\n]{0,80}\]",
        re.M,
    )


@cache
def _notes() -> re.Pattern[str]:
    return re.compile(
        r"\[(?i:editor[’']?s?[’']? note to|note to|eds?:|desk:|subs?:|sub ed)[^\]\n]{0,200}\]?"
        r"|\(?\bEDS?:[^)\n]{0,120}\)?|\(Eds:[^)\n]{0,120}\)?|^Eds: [^\n]{0,120}|\bNOTES? TO (?:EDITORS?|DESK|SUBS?)\b:?|\b[Nn]ote to (?:editors?|desk|subs)\b:"
        r"|\[(?i:para(?:graph)? break|new para(?:graph)?|par(?:a|graph)?|new graf|line break|pull ?quote|pagebreak)\]"
        r"|\(?\bMORE TO (?:COME|FOLLOW)\b\)?|^-? ?\(?(?:MORE|more)\)? ?-?$|^ *//(?!/)[ \w][^\n]{0,120}"
        r"|\b(?:DO NOT PUBLISH|NOT FOR PUBLICATION|EMBARGOED (?:UNTIL|TILL|TO|FOR)|SUBS?,? PLEASE|DESK,? PLEASE|DESK NOTE)\b[^\n.]{0,60}",
        re.M,
    )


@dataclass(frozen=True)
class EditingMark:
    """Finds what was written for the people who edit, and would be printed."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        text = document.text
        if not any(sign in text for sign in _SIGNS):
            return
        for match in _certain().finditer(text):
            if match[0] != "=======" or "<<<<<<<" in text:
                yield Hit(Span(*match.span()), {"shown": _shown(match[0])}, confidence=0.97)
        for match in _notes().finditer(text):
            if not in_quotation(document, match.start()) and document.block_at(match.end() - 1) is not None:
                yield Hit(Span(*match.span()), {"shown": _shown(match[0])}, confidence=0.8)


def _shown(mark: str) -> str:
    words = mark.split()
    return " ".join(words[:6]) + (" …" if len(words) > 6 else "")


_: type[Check] = EditingMark
