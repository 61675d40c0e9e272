"""Kinship: pairs of words for one relative that can't both be right, with the signs."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from itertools import combinations

from newslint.document import DISPLAY, Document, analysis
from newslint.story.people import references
from newslint.story.relations import (
    MEN,
    WOMEN,
    Count,
    Relation,
    are_converse,
    are_two_generations,
    bearers,
    counts,
    may_be_one_relation,
    relations,
)
from newslint.story.same import Pair, measured
from newslint.text.sentences import sentence_at

# Whose relations are told more often than this is at the head of a family saga.
_MOST = 8
_PRONOUNS = frozenset("his her their my our your".split())
_SPEAKING = frozenset("my our your".split())


@analysis
def relation_pairs(document: Document) -> tuple[Pair, ...]:
    """Each two places that tell of one relative in two ways, or of two numbers of children; the later is suspected."""
    found = []
    by_name: dict[str, list[Relation]] = defaultdict(list)
    for relation in relations(document):
        by_name[relation.name.split()[0]].append(relation)
    for name, told in by_name.items():
        first: dict[tuple[str, str], Relation] = {}
        for relation in told:
            first.setdefault((relation.kin, relation.owner), relation)
        if 1 < len(first) <= _MOST:
            for one, other in combinations(first.values(), 2):
                if not may_be_one_relation(one.kin, other.kin) and _may_be_one_person(one, other):
                    owners = (one.owner, other.owner)
                    many = len({each.kin for each in first.values() if each.owner in owners}) > 2
                    signs = _signs(one, other, bearers(document).get(name, 0)) | {
                        "more than two words for one name": float(many)
                    }
                    found.append(_pair(document, one, other, signs))
    by_kin: dict[str, dict[int, Count]] = defaultdict(dict)
    for count in counts(document):
        by_kin[count.kin].setdefault(count.number, count)
    for numbers in by_kin.values():
        if 1 < len(numbers) <= _MOST:
            found.extend(
                _pair(document, one, other, _number_signs(one, other))
                for one, other in combinations(numbers.values(), 2)
                if not _are_of_two(document, one, other)
            )
    return tuple(found)


def _are_of_two(document: Document, one: Count, other: Count) -> bool:
    """Whether the copy names two people whose children they are, each before the number in its paragraph."""
    holders = {_holder(document, one), _holder(document, other)} - {""}
    return len(holders) > 1


def _holder(document: Document, count: Count) -> str:
    """The surname that stands last before the number in its paragraph; "" for none."""
    found = references(document)
    at = bisect_left(found, count.place.start, key=lambda reference: reference.name.start)
    block = document.block_at(count.place.start)
    if not at or block is None or found[at - 1].name.start < block.start:
        return ""
    return found[at - 1].surname


def _may_be_one_person(one: Relation, other: Relation) -> bool:
    """Whether two names that begin alike may be one person's: they end alike, where both have a surname.

    A daughter without a surname is nobody who has one by marriage: “her daughter Ruth”, “her sister-in-law, Ruth Moor”.
    """
    names = (one.name, other.name)
    if all(" " in name for name in names):
        return one.name.rsplit(maxsplit=1)[-1] == other.name.rsplit(maxsplit=1)[-1]
    married = ("-law" in one.kin) != ("-law" in other.kin)
    return one.name == other.name or not (married and are_two_generations(one.kin, other.kin))


def _pair(document: Document, one: Relation | Count, other: Relation | Count, signs: dict[str, float]) -> Pair:
    first, later = sorted((one.place, other.place))
    between = document.text[first.end : later.start]
    block = document.block_at(later.start)
    signs |= {
        "both in one sentence": float(sentence_at(document, first.start) == sentence_at(document, later.start)),
        "in two paragraphs": float("\n" in between),
        "one is in a quotation": float(one.quoted != other.quoted),
        "in a headline, standfirst or caption": float(block is not None and block.role in DISPLAY),
    }
    return Pair("relation", later, first, measured(signs))


def _signs(one: Relation, other: Relation, number: int) -> dict[str, float]:
    owners = {one.owner, other.owner}
    named = owners - _PRONOUNS - {""}
    full = {relation.name for relation in (one, other)}
    sexes = [sex for sex in (WOMEN, MEN) if {one.kin, other.kin} <= sex]
    return {
        "two words for one relative": 1.0,
        "of one and the same person": float(one.owner == other.owner and one.owner not in ("", *_SPEAKING)),
        "of two people": float(len(named) > 1),
        "of a person and of he or she": float(len(named) == 1 and bool(owners & _PRONOUNS - _SPEAKING)),
        "of nobody in particular": float("" in owners),
        "one says my or our": float(bool(owners & _SPEAKING)),
        "one is what the other calls them": float(are_converse(one.kin, other.kin)),
        "both are of one sex": float(bool(sexes)),
        "one is by marriage": float("-law" in one.kin + other.kin),
        "the same full name": float(len(full) == 1 and all(" " in name for name in full)),
        "several have the given name": float(number > 1),
        "the given name is nobody's that's named in full": float(number == 0),
    }


def _number_signs(one: Count, other: Count) -> dict[str, float]:
    links = {one.link, other.link}
    return {
        "two numbers of children or siblings": 1.0,
        "both are said to be had": float(links <= {"had", "has", "have", "leaves", "leave", "survived by", "left"}),
        "one is his or hers": float(bool(links & {"his", "her", "their"})),
        "one of them is an article’s": float("the" in links),
        "they differ by one": float(abs(one.number - other.number) == 1),
        "the later is fewer": float(
            max(one, other, key=lambda count: count.place).number
            < min(one, other, key=lambda count: count.place).number
        ),
    }
