"""Pairs of what is told of one person's birth and ages that can't both be true, by the years that both leave for the birth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import log

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.antecedents import principal
from newslint.story.dated_ages import DatedAge, agree, told_ages
from newslint.story.families import RELATIVES
from newslint.story.people import people, sex_of
from newslint.story.same import Pair, measured
from newslint.text.lexicon import MAN, WOMAN
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import PRONOUNS_OF, alternatives

_KIN = compiled(rf"(?i)\b{RELATIVES}\b")
_OTHERS = {
    sex: compiled(rf"(?i)\b(?:{alternatives(PRONOUNS_OF[other])})\b") for sex, other in ((MAN, "woman"), (WOMAN, "man"))
}

_ELDER = tuple(f"{the} {which} " for the in ("the", "The") for which in ("elder", "older", "younger"))
_THE_ELDER = compiled(rf",? the (?:[Ee]lder|[Yy]ounger)\b(?! (?:of|{RELATIVES})\b)")


class AgeClash(Row):
    """A pair, and from how many years to how many the age at its suspect may be, by what is `held` against it."""

    pair: Pair
    held: DatedAge
    least: int
    most: int


@analysis
def dated_age_pairs(document: Document) -> tuple[Pair, ...]:
    """The pairs of kind “dated-age”, in order."""
    return tuple(clash.pair for clash in age_clashes(document))


@analysis
def age_clashes(document: Document) -> tuple[AgeClash, ...]:
    """Each age that another age, or the birth, of the same person doesn't bear out."""
    told = {person: each for person, each in told_ages(document).items() if not _is_one_of_two(document, person)}
    found = (clash for person, each in told.items() for clash in _of_person(document, person, each))
    return tuple(sorted(found, key=lambda clash: (clash.pair.suspect, clash.pair.other)))


def _is_one_of_two(document: Document, person: int) -> bool:
    """Whether the copy tells two of one name apart: “Ben Moor, the elder”, “the younger Ben Moor”."""
    names = (reference.name for reference in people(document)[person].references)
    return any(
        _THE_ELDER.match(document.text, name.end) or document.text.endswith(_ELDER, 0, name.start) for name in names
    )


def _of_person(document: Document, person: int, told: Sequence[DatedAge]) -> Iterator[AgeClash]:
    for one, other in combinations(told, 2):
        comparable = (one.then == 0) == (other.then == 0)
        if not comparable or agree(one, other) or other.age is None or (one.named and other.named):
            continue
        if {_opening(document, one), _opening(document, other)} == {"He", "She"}:
            continue
        swapped = one.age is not None and _votes(one, told) < _votes(other, told)
        held, odd = (other, one) if swapped else (one, other)
        least, most = int(odd.then - held.last - (held.age is None)), int(odd.then - held.first)
        spans = (held.said,) if held.age is None else (held.said, held.year)
        signs = _signs(document, person, told, odd, held)
        also = tuple(dict.fromkeys((*spans[1:], odd.year)))
        yield AgeClash(Pair("dated-age", odd.said, held.said, signs, also), held, least, most)


def _opening(document: Document, told: DatedAge) -> str:
    """The first word of the sentence that tells it."""
    sentence = sentence_at(document, told.said.start)
    return document.text[sentence.start : sentence.end].split(None, 1)[0] if sentence else ""


def _votes(one: DatedAge, told: Sequence[DatedAge]) -> int:
    """How much of what is told goes with it."""
    return sum(agree(one, each) for each in told)


def _signs(
    document: Document, person: int, told: Sequence[DatedAge], odd: DatedAge, held: DatedAge
) -> dict[str, float]:
    gap = max(odd.first - held.last, held.first - odd.last)
    return measured(
        {
            **{f"its-{name}": True for name in (odd.bound, odd.dated)},
            **{f"their-{name}": True for name in (held.bound, held.dated)},
            "off": log(max(1, gap)),
            "others-agreed": min(2, _votes(held, told) - 1),
            "principal": person == principal(document),
            "their-kin": _tells_of_kin(document, held.said),
            "other-sex": _is_of_other_sex(document, person, odd.said),
            "same-sentence": sentence_at(document, odd.said.start) == sentence_at(document, held.said.start),
            "named": odd.named or held.named,
        }
    )


def _tells_of_kin(document: Document, place: Span) -> bool:
    """Whether the sentence speaks of a relative before `place`."""
    sentence = sentence_at(document, place.start)
    return sentence is not None and _KIN.search(document.text, sentence.start, place.start) is not None


def _is_of_other_sex(document: Document, person: int, place: Span) -> bool:
    """Whether the sentence has a pronoun of the other sex than the person's."""
    sex, sentence = sex_of(people(document)[person].references), sentence_at(document, place.start)
    if sentence is None or sex not in _OTHERS:
        return False
    return _OTHERS[sex].search(document.text, sentence.start, sentence.end) is not None
