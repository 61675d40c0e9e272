"""Households: more sons, daughters or children left behind than the copy says that somebody had.

“They brought up two daughters and a son.” … “She is survived by her sons, Ben and Carl, and her daughter, Ruth.” Fewer may
have outlived her; more can't.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping

from newslint.document import Document, analysis
from newslint.source import Span, TwoPlaces
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.antecedents import principal
from newslint.story.people import people
from newslint.story.references import references_within
from newslint.story.relations import relations
from newslint.text.quotations import in_quotation
from newslint.text.sentences import Sentence, sentence_at, sentences_with
from newslint.text.vocabulary import KIN_IN_SINGULAR, NUMBER_WORDS, PLAIN_NUMBERS, alternatives
from newslint.text.words import occurrences

_NUMBERS = {word: NUMBER_WORDS[word] for word in PLAIN_NUMBERS[:12]} | {"a": 1, "only": 1, "an only": 1}
_KINDS = {
    **dict.fromkeys(("son", "sons", "boy", "boys"), "sons"),
    **dict.fromkeys(("daughter", "daughters", "girl", "girls"), "daughters"),
    **dict.fromkeys(("child", "children"), "children"),
}
_SOME = rf"(?P<number>{alternatives(_NUMBERS)}) (?:[a-z]+ )?(?P<kin>{alternatives(_KINDS)})\b(?!-)"
_TOLD = compiled(_SOME)
# What is said of the children of whom the story is about: “They raised three children”, “the couple’s two daughters”
_HAD = compiled(
    r"\b(?:[Tt]hey|[Ss]he|[Hh]e|[Tt]he couple|(?:[A-Z][a-z]+ )?[A-Z][\w’'-]+) (?:had|raised|reared|brought up) |\b(?:[Tt]heir|[Tt]he couple[’']s) |\b[Oo]f the (?=\w+ children of the marriage)"
)
# “a mother of three”
_PARENT = compiled(rf"\b(?:[Mm]other|[Ff]ather)[ -]of[ -](?P<number>{alternatives(_NUMBERS)})\b(?=[,.;])")
_PARENTS = frozenset(["mother", "father"])
# “two daughters and a son”: how the second part follows the first.
_AND = compiled(rf"(?: and |, ){_SOME}")
_LEFT_BY = frozenset(["survived", "survives", "leaves"])
_LEFT = compiled(r"\bsurvived by\b|\b[Ss]he leaves\b|\b[Hh]e leaves\b|\bsurvives (?:him|her)\b")
# Who may be no child of both, and so of none of whom the copy speaks before.
STEP = compiled(r"\bstep-?(?:son|daughter|child|father|mother)|\b(?:adopted|foster) (?:sons?|daughters?|child)")
MARRIED_AGAIN = compiled(
    r"\b(?:re|twice )married\b|\bmarried again\b"
    r"|\b(?:first|second|third|previous|earlier|later|former) (?:marriage|wife|husband|partner)"
)
# What takes up no pronoun's person.
_BY_ITSELF = compiled(r"[Tt]he couple\b|[Oo]f the \w+ children of the marriage")
_WEDDING = compiled(r"\b(?:married|wed|wedding)\b")
_KIN = compiled(rf"(?i)\b(?:{alternatives(KIN_IN_SINGULAR)})\b")


class Household(Row):
    """How many `sons`, `daughters` and `children` somebody is said at `place` to have; what isn't told is left out."""

    place: Span
    numbers: Mapping[str, int]


@analysis
def too_many_children(document: Document) -> tuple[TwoPlaces, ...]:
    """The first place where more are left behind than there were, if anywhere."""
    left = next(_left(document), None) if principal(document) is not None else None
    if left is None or any(pattern.search(document.text) for pattern in (STEP, MARRIED_AGAIN)):
        return ()
    for had in (*_had(document), *_parents(document)):
        if any(number < left.numbers.get(kind, 0) for kind, number in had.numbers.items()):
            first, later = sorted((had.place, left.place))
            return (TwoPlaces(later, first),)
    return ()


def _left(document: Document) -> Iterator[Household]:
    """Whom somebody leaves: by the number told of them, or by their names."""
    for sentence, _ in sentences_with(document, _LEFT_BY & occurrences(document).keys()):
        lead = _LEFT.search(document.text, *sentence)
        if lead and not in_quotation(document, lead.start()):
            told = {kind: _told_left(document, sentence, kind) for kind in ("sons", "daughters")}
            places = [place for _, found in told.values() for place in found]
            if places:
                numbers = {kind: number for kind, (number, _) in told.items()}
                place = Span(min(places).start, max(place.end for place in places))
                yield Household(place, numbers | {"children": sum(numbers.values())})


def _told_left(document: Document, sentence: Sentence, kind: str) -> tuple[int, list[Span]]:
    """How many sons or daughters a sentence tells of, and where."""
    told = [each for each in _TOLD.finditer(document.text, *sentence) if _KINDS[each["kin"]] == kind]
    every = relations(document)
    first, last = (bisect_left(every, at, key=lambda each: each.place.start) for at in sentence.span)
    named = [each for each in every[first:last] if each.kin == kind.removesuffix("s")]
    number = max([len({each.name for each in named}), *(_NUMBERS[each["number"]] for each in told)])
    return number, [*(Span(*each.span()) for each in told), *(each.place for each in named)]


def _had(document: Document) -> Iterator[Household]:
    """What the copy says elsewhere of the children of whom it is about."""
    for sentence, _ in sentences_with(document, _KINDS.keys() & occurrences(document).keys()):
        for lead in _HAD.finditer(document.text, *sentence):
            first = _TOLD.match(document.text, lead.end(), sentence.end)
            if first and _is_the_storys(document, sentence, lead.start()):
                had = _household(document, lead, first, sentence)
                if first["number"] != "a" or len(had.numbers) > 1:  # “They had a son”: another may have come later
                    yield had


def _parents(document: Document) -> Iterator[Household]:
    """“A mother of three”, of whom the story is about."""
    for sentence, _ in sentences_with(document, _PARENTS & occurrences(document).keys()):
        for told in _PARENT.finditer(document.text, *sentence):
            if _is_the_storys(document, sentence, told.start()):
                yield Household(Span(*told.span()), {"children": _NUMBERS[told["number"]]})


def _household(document: Document, lead: re.Match[str], first: re.Match[str], sentence: Sentence) -> Household:
    numbers = {_KINDS[first["kin"]]: _NUMBERS[first["number"]]}
    more = _AND.match(document.text, first.end(), sentence.end)
    end = first.end()
    if more and _KINDS[more["kin"]] not in numbers and "children" not in numbers:
        numbers[_KINDS[more["kin"]]] = _NUMBERS[more["number"]]
        numbers["children"] = sum(numbers.values())
        end = more.end()
    return Household(Span(lead.end(), end), numbers)


def _is_the_storys(document: Document, sentence: Sentence, at: int) -> bool:
    """Whether nobody but whom the story is about may be meant: no relative before it in the sentence, and nobody else by name.

    So it is with the sentence before, unless it tells of a wedding: “He married Ann Moor in 1960. They had two children.”
    """
    number, block = principal(document), document.block_at(at)
    before = sentence_at(document, max(block.start if block else 0, sentence.start - 2)) or sentence
    alone = _BY_ITSELF.match(document.text, at, sentence.end) or _WEDDING.search(document.text, *before)
    start = sentence.start if alone else before.start
    own = people(document)[number].surname if number is not None else ""
    return (
        not in_quotation(document, at)
        and not _KIN.search(document.text, sentence.start, at)
        and all(each.surname == own for each in references_within(document, Span(start, at)))
    )
