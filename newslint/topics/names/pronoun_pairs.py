"""Pairs of places that tell one person's sex in two ways: a pronoun, or a form of address, against the others.

Told by forms of address alone it's a matter for [honorifics.py](honorifics.py).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import log

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.references import Reference
from newslint.story.same import Pair, measured
from newslint.text.lexicon import entry
from newslint.text.quotations import in_quotation
from newslint.text.vocabulary import alternatives, wordlist
from newslint.text.words import occurrences
from newslint.topics.names.honorifics import FAMILY, KNIGHT_AND_WIFE, honorific
from newslint.topics.names.pronouns import Bound, are_of_two, binding, bound, is_of_another, known, plainness
from newslint.topics.names.sexes import OTHER, given_sex, sex_called, title_sex

# Who is told in both ways more often than this is so on purpose.
_MOST = 3
# So many of the other places go with a pair.
_ALSO = 8
_SPOUSES = {"man": wordlist("husband widower couple couples"), "woman": wordlist("wife widow couple couples")}
_BESIDE = 40  # code points from a name, within which a relative is told of


class Telling(Row):
    """A place that tells the sex of whom `reference` names: a pronoun (`pronoun`), or a form of address."""

    place: Span
    sex: str
    reference: Reference
    pronoun: Bound | None = None


@analysis
def pronoun_pairs(document: Document) -> tuple[Pair, ...]:
    """The pairs of kind “pronoun”: each place that tells a person's sex otherwise than most do, with one of those."""
    return tuple(pair for pairs in pairs_by_surname(document).values() for pair in pairs)


@analysis
def pairs_by_surname(document: Document) -> Mapping[str, Sequence[Pair]]:
    """The same pairs, by the surname of whom they're told."""
    return {surname: tuple(_of_person(document, surname, named)) for surname, named in known(document).items()}


def _of_person(document: Document, surname: str, named: Sequence[Reference]) -> Iterator[Pair]:
    sides: dict[str, list[Telling]] = defaultdict(list)
    for each in _tellings(document, surname, named):
        sides[each.sex].append(each)
    full = next((each for each in named if each.givens), None)
    given = given_sex(full)
    rare = "" if given else _rarely_told(full)

    def rank(each: Telling) -> tuple[bool, float, int]:
        return each.pronoun is not None, -_plainness(document, each), each.place.start

    for sex, few in list(sides.items()):
        many = sides.get(OTHER[sex], [])
        if len(few) > _MOST or not _are_fewer(few, many, given or rare):
            continue
        shared = _shared(document, few, many, given) | {"rarely-given": rare == OTHER[sex]}
        own = list(_of_nobody_else(document, many))
        for suspect in _of_nobody_else(document, few):
            others = sorted(many if suspect.pronoun else (each for each in own if each.pronoun), key=rank)
            first = next(iter(others), None)
            if suspect.pronoun and first and first.pronoun and are_of_two(document, suspect.pronoun, first.pronoun):
                continue
            if (first or OTHER[sex] in (given, rare)) and not may_be_a_spouses(document, named, suspect.reference):
                yield _pair(document, named, suspect, first, others, shared)


def _of_nobody_else(document: Document, few: Sequence[Telling]) -> Iterator[Telling]:
    """Those that take up nobody else; who was taken up once is so until the next name."""
    taken = set()
    for each in few:
        if each.pronoun and is_of_another(document, each.pronoun):
            taken.add(each.pronoun.name)
        if each.pronoun is None or each.pronoun.name not in taken:
            yield each


def _rarely_told(full: Reference | None) -> str:
    """The sex that a given name of any rank tells; "" for what may be a place: Sierra Nevada."""
    return "" if full is None or entry(full.surname).place else sex_called(full.givens[0])


def _are_fewer(few: Sequence[Telling], many: Sequence[Telling], given: str) -> bool:
    """Whether the few are outvoted by the many, with the given name; where they are as many, whether they came later."""
    sex = few[0].sex
    own, others = len(few) + (given == sex), len(many) + (given == OTHER[sex])
    return own < others or (own == others and (not many or few[-1].place > many[-1].place))


def _tellings(document: Document, surname: str, named: Sequence[Reference]) -> Iterator[Telling]:
    for each in named:
        sex = title_sex(each)
        if sex and not in_quotation(document, each.name.start):
            yield Telling(each.with_titles(document), sex, each)
    for one in bound(document).get(surname, ()):
        yield Telling(one.place, one.sex, one.reference, one)


def _pair(
    document: Document,
    named: Sequence[Reference],
    suspect: Telling,
    first: Telling | None,
    others: Sequence[Telling],
    shared: Mapping[str, float],
) -> Pair:
    """The pair of a place and the first that tells otherwise; where none does, of the place and the name."""
    own: dict[str, float] = {"plain": _plainness(document, suspect) == 1, "fair": _plainness(document, suspect) == 0.5}
    own |= binding(document, suspect.pronoun) if suspect.pronoun else {"title": True}
    theirs = binding(document, first.pronoun) if first and first.pronoun else {}
    signs = {
        **{f"its-{name}": value for name, value in own.items()},
        **{f"their-{name}": value for name, value in theirs.items()},
        **shared,
        "named-otherwise": first is None and _plainness(document, suspect) == 1,
    }
    other = first.place if first else next(each.name for each in named if each.givens)
    also = tuple(each.place for each in others if each.place != other)[:_ALSO]
    return Pair("pronoun", suspect.place, other, measured(signs), also)


def _shared(document: Document, few: Sequence[Telling], many: Sequence[Telling], given: str) -> dict[str, float]:
    """How each side is told, by how many places and how surely."""
    sex = few[0].sex
    return {
        "few": log(len(few)),
        "given": given == OTHER[sex],
        "given-so": given == sex,
        "plain": min(2, sum(_plainness(document, each) == 1 for each in many)),
        "fair": min(2, sum(_plainness(document, each) == 0.5 for each in many)),
        "both-plain": max((_plainness(document, each) for each in many), default=0)
        == 1
        == max(_plainness(document, each) for each in few),
        "kin": _is_near_kin(document, [each.place for each in few]),
    }


def _plainness(document: Document, each: Telling) -> float:
    return plainness(document, each.pronoun) if each.pronoun else 1.0


def _is_near_kin(document: Document, places: Sequence[Span]) -> bool:
    """Whether a word for a relative stands right before one of the places."""
    return any(
        compiled(FAMILY).search(document.text, max(0, place.start - _BESIDE), place.end + _BESIDE) for place in places
    )


def may_be_a_spouses(document: Document, named: Sequence[Reference], reference: Reference) -> bool:
    """Whether the surname, alone, may stand for a husband or a wife of whom the copy tells: Mr Moor may be Ann Moor's husband, Lady Moor is Sir Alan's wife."""
    if reference.full:
        return False
    if {honorific(each) for each in named} >= KNIGHT_AND_WIFE:
        return True
    spoken = occurrences(document).keys()
    told = _SPOUSES["man"] | _SPOUSES["woman"]
    if spoken.isdisjoint(told):
        return False
    spouse = compiled(rf"\b(?:{alternatives(told)})\b")
    return any(
        spouse.search(document.text, max(0, start - _BESIDE), end + _BESIDE)
        for start, end in (each.name for each in named)
    )
