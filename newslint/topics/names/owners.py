"""Owners: whose relative somebody is, by the possessive before the word for the relative."""

from __future__ import annotations

import re

from newslint.document import Document
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.story.antecedents import may_be, person_of, principal, taken_up
from newslint.story.lives import SEX_OF
from newslint.story.references import number_from, references, references_within
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import KIN_IN_SINGULAR, alternatives
from newslint.topics.names.pronouns import blocks_apart

# “her”, “Moor’s”
POSSESSIVE = r"(?:\b(?P<pronoun>[Hh]is|[Hh]er)|(?P<name>\b[A-Z][\w-]+)['’]s?)"
_KIN = compiled(rf"(?i)\b(?:{alternatives(KIN_IN_SINGULAR)})\b")
# “Eve Marner, her niece”, “Eve Marner is her niece”
_BEHIND_NAME = compiled(r"(?:,| is| was|, who is|, who was)(?: also)? ")
_BACK = 6  # so many names before a pronoun are looked at


def whose(document: Document, match: re.Match[str]) -> int | None:
    """The number in `people` of the owner where nobody can doubt it: the only one before in the sentence, or who is taken up."""
    every, start = references(document), match.start()
    if match["name"]:
        last = number_from(document, match.end("name")) - 1
        holds = last >= 0 and every[last].name.end >= match.end("name")
        return person_of(document, every[last]) if holds else None
    sentence, pronoun = sentence_at(document, start), SEX_OF[match["pronoun"].lower()]
    if sentence is None or _KIN.search(document.text, sentence.start, start):
        return None
    named = {person_of(document, each) for each in references_within(document, Span(sentence.start, start + 1))}
    if not named:
        return taken_up(document, sentence, pronoun)
    number = named.pop()
    return number if not named and number is not None and may_be(document, number, pronoun) else None


def likely_whose(document: Document, match: re.Match[str]) -> int | None:
    """The same, or else who of the pronoun's sex is named last in the paragraph or the one before, or else whom the story is about.

    Whose name stands right before it is the relative: “Eve Marner, her niece”.
    """
    apposed = _apposed(document, match.start()) if match["pronoun"] else None
    sure = whose(document, match) if apposed is None else None
    if sure is not None or not match["pronoun"]:
        return sure
    pronoun, own = SEX_OF[match["pronoun"].lower()], principal(document)
    last = _named_last(document, match.start(), pronoun, apposed)
    return own if last is None and own not in (None, apposed) and may_be(document, own, pronoun) else last


def _apposed(document: Document, start: int) -> int | None:
    """The number of whom a name right before `start` names, with a comma or “is” behind it."""
    at = number_from(document, start)
    last = references(document)[max(0, at - 1) : at]
    named = (each for each in last if _BEHIND_NAME.fullmatch(document.text, each.name.end, start))
    return next((person_of(document, each) for each in named), None)


def _named_last(document: Document, start: int, pronoun: str, apposed: int | None) -> int | None:
    end = number_from(document, start)
    for reference in reversed(references(document)[max(0, end - _BACK) : end]):
        name, number = reference.name.start, person_of(document, reference)
        if blocks_apart(document, name, start) > 1:
            break
        if number not in (None, apposed) and may_be(document, number, pronoun):
            return number
    return None
