"""Namesakes among those whose ages the copy tells: father and son, and others of one full name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from newslint.document import Document
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.story.age import Age
from newslint.story.families import ELDERS, bearers_of, is_another, is_no_relation, may_be_one
from newslint.text.lexicon import entry
from newslint.text.prefilter import places_of
from newslint.text.vocabulary import KIN_IN_SINGULAR, alternatives

# Father and son may be of one name.
_ELDER_BEFORE = rf"(?i)\b(?:{ELDERS}),? (?:is |was |named |called |also |, )*\Z"
_ELDER_BEHIND = rf"(?i),? (?:who is |is )?(?:his|her|their|\w+['’]s?) (?:[a-z-]+ ){{0,2}}(?:{ELDERS})\b"
_NAMESAKE = r",? (Jr|Sr|Junior|Senior|II|III|IV|the (?:[Ee]lder|[Yy]ounger|First|Second|Third))\b"
_INITIAL = compiled(r" ([A-Z])\.")


def has_namesakes(document: Document, surname: str, group: Sequence[Age]) -> bool:
    """Whether father and son, or man and wife, are told under one full name: “his father, also Ben Moor, 72”."""
    text = document.text
    namesake = re.compile(rf"\b{re.escape(surname)}{_NAMESAKE}")
    told = {match[1] for at in places_of(text, surname) if (match := namesake.match(text, at))}
    if len(told) > 1 or any(_is_a_namesakes(document, surname, age) for age in group):
        return True
    if _are_told_apart(document, surname, group) or _have_other_initials(document, group):
        return True
    for given in {age.given for age in group if age.given}:
        whole = re.compile(rf"\b{re.escape(given)} {re.escape(surname)}\b")
        places = [match.span() for at in places_of(text, f"{given} {surname}") if (match := whole.match(text, at))]
        if any(is_another(document, Span(*place)) for place in places):
            return True
        # A relative who is named in full before is no new one.
        for start, end in places[1:]:
            before, behind = text[max(0, start - 30) : start], text[end : end + 40]
            if compiled(_ELDER_BEFORE).search(before) or compiled(_ELDER_BEHIND).match(behind):
                return True
    return False


def _are_told_apart(document: Document, surname: str, group: Sequence[Age]) -> bool:
    """Whether one is said to be no relative, and by the given names nobody else can be meant: “Ben Moor, 60, … Benjamin Moor, 52. They are not related.”"""
    firsts = {given for _, given in bearers_of(document, surname)}
    one = all(may_be_one(a, b) for a, b in combinations(firsts, 2))
    return one and any(is_no_relation(document, age.name) for age in group)


def _have_other_initials(document: Document, group: Sequence[Age]) -> bool:
    """Whether two of one given name have each another initial behind it: Ben J. Moor, 34, and Ben P. Moor, 61."""
    for one, other in combinations(group, 2):
        initials = [set(_INITIAL.findall(document[age.name])) for age in (one, other)]
        if all(initials) and initials[0].isdisjoint(initials[1]) and may_be_one(one.given, other.given):
            return True
    return False


def _is_a_namesakes(document: Document, surname: str, age: Age) -> bool:
    """“Mrs Ben Moor”; “Sam Moor, 37, Mr Moor’s nephew”."""
    wife = document[age.name].startswith("Mrs") and age.given != "" and entry(age.given.split(" ")[0]).given < 2
    kin = rf",? (?:[A-Z][\w.]* )*{re.escape(surname)}['’]s? (?:[a-z-]+ ){{0,2}}(?:{alternatives(KIN_IN_SINGULAR)})\b"
    return wife or compiled(kin).match(document.text, age.age.span.end) is not None
