"""Marks and notes of the editing itself: merge conflicts, tracked changes, notes to the desk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newslint.analysis.quotes import in_quotation
from newslint.analysis.signposts import any_sign, matches_near
from newslint.check import Check, Hit, check
from newslint.document import Document
from newslint.expressions import compiled
from newslint.source import Span

_CERTAIN_SIGNS = ("<<<<<<<", ">>>>>>>", "|||||||", "=======", "{++", "{--", "{~~", "{>>", "{==", "Comment [", "[Deleted: ", "[Formatted: ", "[Commented: ")  # fmt: skip
_NOTE_SIGNS = (
    "[E", "[e", "[N", "[n", "[D", "[d", "[S", "[s", "[P", "[p", "[l", "[L", "EDS:", "ED:", "(Eds:", "Eds: ", "NOTE TO ", "NOTES TO ",
    "ote to editor", "ote to desk", "ote to subs", "MORE TO ", "(MORE", "(more", "-more", "- more", "-MORE", "- MORE", "//",
    "DO NOT PUB", "NOT FOR PUB", "EMBARGOED", "SUBS", "DESK",
)  # fmt: skip


@cache
def _certain() -> re.Pattern[str]:
    return compiled(
        r"^(?:<{7}|>{7}|\|{7})(?: [^\n]*)?$|(?<=\n)={7}(?=\n)"
        r"|\{(?:\+\+|--|~~|>>|==)(?=\S)[^\n{}]{0,300}?(?:\+\+|--|~~|<<|==)\}"
        r"|^Comment \[\w{1,4}\]:?|\[(?:Deleted|Formatted|Commented): [^\]\n]{0,80}\]",
        re.M,
    )


@cache
def _notes() -> re.Pattern[str]:
    return compiled(
        r"\[(?i:editor[’']?s?[’']? note to|note to|eds?:|desk:|subs?:|sub ed)[^\]\n]{0,200}\]?"
        r"|\(?\bEDS?:[^)\n]{0,120}\)?|\(Eds:[^)\n]{0,120}\)?|^Eds: [^\n]{0,120}|\bNOTES? TO (?:EDITORS?|DESK|SUBS?)\b:?|\b[Nn]ote to (?:editors?|desk|subs)\b:"
        r"|\[(?i:para(?:graph)? break|new para(?:graph)?|par(?:a|graph)?|new graf|line break|pull ?quote|pagebreak)\]"
        r"|\(?\bMORE TO (?:COME|FOLLOW)\b\)?|^-? ?\(?(?:MORE|more)\)? ?-?$|^ *//(?!/|[\w-]+\.\w)[ \w][^\n]{0,120}"
        r"|\b(?:DO NOT PUBLISH|NOT FOR PUBLICATION|EMBARGOED (?:UNTIL|TILL|TO|FOR)|SUBS?,? PLEASE|DESK,? PLEASE|DESK NOTE)\b[^\n.]{0,60}",
        re.M,
    )


@check
class EditingMark:
    """Finds what was written for the people who edit, and would be printed."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        text = document.text
        if any_sign(document, _CERTAIN_SIGNS):
            yield from self._certain(text)
        if not any_sign(document, _NOTE_SIGNS):
            return
        for match in matches_near(text, _NOTE_SIGNS, _notes()):
            if not in_quotation(document, match.start()) and document.block_at(match.end() - 1) is not None:
                yield Hit(Span(*match.span()), {"shown": _shown(match[0])}, confidence=0.8)

    def _certain(self, text: str) -> Iterator[Hit]:
        for match in matches_near(text, _CERTAIN_SIGNS, _certain()):
            if match[0] != "=======" or "<<<<<<<" in text:
                yield Hit(Span(*match.span()), {"shown": _shown(match[0])}, confidence=0.97)


def _shown(mark: str) -> str:
    words = mark.split()
    return " ".join(words[:6]) + (" …" if len(words) > 6 else "")


_: type[Check] = EditingMark
