"""Ages of today: how old the copy says that people are now, and whose each of these ages is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newslint.document import Document
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.story.ages import ages
from newslint.story.amounts import NAMERS
from newslint.story.antecedents import (
    may_be,
    named_before,
    named_last,
    person_of,
    principal,
    subject_of_clause,
    taken_up,
    tells_of_another,
    tells_of_kin,
)
from newslint.story.described_ages import Described, described
from newslint.story.families import CALLING
from newslint.story.lives import ages_at_death, tells_when
from newslint.story.numerals import small_number
from newslint.story.references import references, references_within
from newslint.text.led_numbers import blocks_with_numbers_behind
from newslint.text.nouns import is_person
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import FROM_TEN_IN_WORDS, KIN_IN_SINGULAR

# “who is 71 and lives in Ayle”, “a retired nurse of 74, Moor …”; behind a name in front of a comma it's read with the name.
# “One” and “two” count what stands elsewhere.
_IN_WORDS = rf"(?!ten\b|eleven\b|twelve\b)(?:{FROM_TEN_IN_WORDS})"
_YEARS_NOW = rf"(?:\d{{2}}|{_IN_WORDS})"
_NOW = compiled(
    rf"\b(?:(?:who is|who[’']s|(?:he|she) is|(?:he|she)[’']s)(?: now| still| only| just)? (?P<age0>{_YEARS_NOW})(?= and\b| but\b| now\b| years old\b|[,.;)])"
    rf"|(?<!by )(?:he|she), now (?P<age1>{_YEARS_NOW}),|(?:now|today) (?P<age2>{_YEARS_NOW}), (?=he |she )"
    rf"|at (?P<age3>{_YEARS_NOW}),? (?:he|she) (?:(?:now |never )?(?:is|has|says|lives|remains|can|does)|still|no longer)\b"
    rf"|\ban? (?:[\w-]+ ){{0,3}}(?P<noun>[\w-]+) of (?P<age4>{_YEARS_NOW}), (?=(?-i:[A-Z])))",
    re.I,
)
_BEFORE_NOW = "is s now still only just today at of".split()
_NOUNS = compiled(r"(?: [a-z][a-z-]+){1,3}")  # “the 43-year-old hill farmer”
_PRONOUN = compiled(r"(?:He|She)\b")
_SAID_OF = compiled(r"\b(?:[Hh]e|[Ss]he)\b")


def ages_now(document: Document) -> Iterator[tuple[int, int, Span, bool, str]]:
    """Each age of today: whose, how much, where, whether it stands with the name, and how it's known whose it is."""
    named = {reference.name.end: reference for reference in references(document)}
    for match in matches_behind(document, _NOW, _BEFORE_NOW):
        if match.start() - 2 in named or match.start() - 1 in named:
            continue  # “Moor, who is 71” is read with the name
        if match[0].lower().startswith("who") and not _is_named_before(document, match.start()):
            continue  # “A third man, who is 21, was hurt.”
        if match["noun"] and not _is_calling(match["noun"].lower()):
            continue  # “with a staff of 60, Moor …”
        span = Span(*next(match.span(group) for group, told in match.groupdict().items() if told and group != "noun"))
        person, bound = _who_is(document, match, span), "sure"
        if person is None:
            person, bound = loosely(document, *match.span())
        if person is not None and not in_quotation(document, match.start()):
            yield person, small_number(document[span]), span, False, bound
    yield from _dead_now(document)
    yield from _called_by_age(document)
    told = {(age.surname, age.given) for age in ages(document) if age.given}
    families = {surname for surname, given in told if any(s == surname and g != given for s, g in told)}
    for age in ages(document):
        reference = named.get(age.name.end)
        sure = age.settled and (age.given or age.surname not in families)
        person = person_of(document, reference) if reference and sure else None
        if person is not None and not in_quotation(document, age.age.start):
            yield person, int(age.age.value), age.age.span, True, "sure"


def _is_named_before(document: Document, start: int) -> bool:
    """Whether the sentence names somebody before `start`, or takes them up by a pronoun."""
    sentence = sentence_at(document, start)
    own = Span(sentence.start, start) if sentence else Span(start, start)
    return bool(references_within(document, own)) or _SAID_OF.search(document.text, *own) is not None


def _called_by_age(document: Document) -> Iterator[tuple[int, int, Span, bool, str]]:
    """The ages by which somebody known is meant: “The 82-year-old has sold it since 1971”; whose, the name told last says."""
    for each in described(document):
        if each.way != "the" or not _is_somebody(document, each) or in_quotation(document, each.span.start):
            continue
        person = named_before(document, each.span.start)
        if person is not None:
            yield person, each.value, each.span, True, "near"


def _is_somebody(document: Document, each: Described) -> bool:
    """Whether it's “the 43-year-old” with no noun, or with one for somebody: not “the 43-year-old cargo ship”, “the 43-year-old son of”."""
    behind = _NOUNS.match(document.text, each.span.end)
    nouns = behind[0].split() if behind and each.noun else []
    if not document[each.span].endswith("old") or any(noun in KIN_IN_SINGULAR for noun in nouns):
        return False
    return not nouns or any(map(_is_calling, nouns))


def _is_calling(noun: str) -> bool:
    """Whether the noun is for one human being, and counts none: nurse, sculptor, but not staff."""
    return noun not in NAMERS and (is_person(noun) or noun.endswith(CALLING))


def _dead_now(document: Document) -> Iterator[tuple[int, int, Span, bool, str]]:
    """The age of whom an obituary is of: one who has died, or died on Monday, and in no year that is told."""
    own = principal(document)
    if own is None:
        return
    for age in ages_at_death(document):
        sentence = sentence_at(document, age.span.start)
        pronoun = _PRONOUN.match(document.text, sentence.start) if sentence else None
        if sentence is None or tells_when(document, sentence):
            continue
        who = taken_up(document, sentence, pronoun[0].lower()) if pronoun else subject_of_clause(document, *age.span)
        if who == own:
            yield own, age.value, age.span, False, "sure"


def _who_is(document: Document, match: re.Match[str], age: Span) -> int | None:
    """Who is of that age: what begins with a pronoun takes up somebody where it opens the sentence."""
    sentence, pronoun = sentence_at(document, match.start()), match[0].split()[0].rstrip(",").lower()[:3].rstrip("’'")
    if pronoun not in ("he", "she"):
        return subject_of_clause(document, match.start(), age.end)
    if sentence is None or match.start() != sentence.start:
        return None
    return taken_up(document, sentence, pronoun)


def loosely(document: Document, start: int, end: int) -> tuple[int | None, str]:
    """Who is named last before `start`, or else whom the story is about; nobody where a relative or anybody else is told of."""
    if tells_of_kin(document, start) or tells_of_another(document, start):
        return None, ""
    near, bound = named_last(document, start), "near"
    if near is None:
        near, bound = principal(document), "principal"
    said = _SAID_OF.search(document.text, start, end)
    return (None, "") if near is None or (said and not may_be(document, near, said[0].lower())) else (near, bound)


def matches_behind(document: Document, pattern: re.Pattern[str], leads: Iterable[str]) -> Iterator[re.Match[str]]:
    """The matches of a pattern in which one of `leads` stands right before a number."""
    for block in blocks_with_numbers_behind(document, *leads):
        yield from pattern.finditer(document.text, block.start, block.end)
