"""Kinship: pairs of words for one relative that can't both be right, with the signs."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.story.antecedents import taken_up
from newslint.story.families import NO_NAMES
from newslint.story.people import Person, people
from newslint.story.references import references
from newslint.story.relations import (
    Count,
    Relation,
    are_converse,
    are_one_by_marriage,
    are_two_generations,
    bearers,
    counts,
    may_be_one_relation,
    relations,
)
from newslint.story.same import Pair, measured
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import HONORIFICS, KIN, NAME_SUFFIXES, POSSESSIVES

# Whose relations are told more often than this is at the head of a family saga.
_MOST = 8
_SPEAKING = frozenset("my our your".split())
# Of which sex is who is called so.
_SEXES = {word.capitalize(): form.sex for word, form in HONORIFICS.items() if form.sex} | {"He": "man", "She": "woman"}

# “One other Tom Moor, a second cousin”: not the one who was told of.
_ANOTHER = compiled(r"\b(?:other|another|different|second|unrelated) \Z")
_BEFORE = 12  # code points
# “Her father, Tom, who was named after a great-uncle”: he isn't that one, of whom the copy tells as well.
_NAMED_AFTER = compiled(r",? (?:who (?:was |is |had been )?)?(?:named|christened|called) (?:for|after)\b")
# “she would marry”, “He married ”
_WHO_MARRIES = compiled(r"\b(?P<who>[Hh]e|[Ss]he)(?: [a-z]+){0,2} \Z")
_OWNERS = {"his": "man", "he": "man", "her": "woman", "she": "woman"}
_THEN = frozenset("had has have having raised".split())
# “They had three sons, one of whom died in infancy”: fewer are left than there were.
_OUTLIVED = compiled(
    r"\b(?:one|two|three|both|all) of whom (?:had |has )?(?:died|predeceased|was killed|were killed)\b|\bdied (?:in infancy|in childhood|as an? (?:child|baby|infant))\b"
    r"|\bpredeceased\b|\blost (?:an?|one|their|his|her) (?:[a-z]+ )?(?:son|daughter|child|baby)\b|\bdeath of (?:an?|one of |their|his|her) (?:[a-z]+ )?(?:sons?|daughters?|child|children)\b"
)


@analysis
def relation_pairs(document: Document) -> tuple[Pair, ...]:
    """Each two places that tell of one relative in two ways, or of two numbers of children; the later is suspected."""
    found = []
    for told in _by_person(document).values():
        first: dict[tuple[str, str, int], Relation] = {}
        for relation in told:
            first.setdefault((relation.kin, relation.owner, relation.rank), relation)
        if 1 < len(first) <= _MOST:
            for one, other in combinations(first.values(), 2):
                if (
                    _differ(one, other)
                    and _may_be_one_person(document, one, other)
                    and not _are_of_two_owners(document, one, other)
                    and not _are_told_side_by_side(document, one, other)
                    and not _is_handed_down(document, one, other)
                    and not _have_two_numbers(document, one, other)
                ):
                    owners = (one.owner, other.owner)
                    many = len({each.kin for each in first.values() if each.owner in owners}) > 2
                    signs = _signs(one, other, bearers(document).get(one.name.split()[0], 0)) | {
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
                if not (
                    _are_of_two(document, one, other) or _may_have_grown(one, other) or _OUTLIVED.search(document.text)
                )
            )
    return tuple(found)


def who_is(document: Document, relation: Relation) -> str:
    """Who is meant: a person whom the copy names in full, by given name and surname, or else whoever has the given name.

    Of somebody with a title and a surname alone it's that; of “one” and “another”, and of “he” where nobody can tell, "".
    """
    named, given = _named(document), relation.name.split()[0]
    at = bisect_left(named, relation.named.start, key=lambda each: each[0].start)
    if at < len(named) and relation.named.holds(named[at][0]):
        return named[at][1]
    if given.lower() in NO_NAMES:
        return _taken_up(document, relation) or relation.name.partition(" ")[2]
    bearers_of = _by_given(document).get(given, ())
    return bearers_of[0] if len(bearers_of) == 1 else given


def _taken_up(document: Document, relation: Relation) -> str:
    """Whom a pronoun that stands for the relative takes up, by given name and surname; "" where nobody can tell."""
    pronoun, sentence = relation.name.lower(), sentence_at(document, relation.named.start)
    if pronoun not in ("he", "she") or sentence is None or relation.quoted:
        return ""
    number = taken_up(document, sentence, pronoun)
    return _full(people(document)[number]) if number is not None else ""


@analysis
def _named(document: Document) -> tuple[tuple[Span, str], ...]:
    """Every place where the copy names a person, with given name and surname, in order."""
    return tuple(sorted((each.name, _full(person)) for person in people(document) for each in person.references))


def _by_person(document: Document) -> Mapping[str, Sequence[Relation]]:
    """What is told of each relative, by who that is; nothing of another with the name."""
    found: dict[str, list[Relation]] = defaultdict(list)
    for relation in relations(document):
        another = _ANOTHER.search(document.text, max(0, relation.named.start - _BEFORE), relation.named.start)
        if not (another or _NAMED_AFTER.match(document.text, relation.named.end)):
            found[who_is(document, relation)].append(relation)
    found.pop("", None)
    return found


@analysis
def _bearers_of(document: Document) -> Mapping[str, set[int]]:
    """The numbers of those who are named in full with each given name or surname, which is in small letters."""
    found: dict[str, set[int]] = defaultdict(set)
    for number, person in enumerate(people(document)):
        for name in (*person.given.split(), person.surname):
            found[name.lower()].add(number)
    return found


@analysis
def _by_given(document: Document) -> Mapping[str, tuple[str, ...]]:
    """Who has each given name, by given name and surname."""
    found: dict[str, list[str]] = defaultdict(list)
    for person in people(document):
        found[person.given.split()[0]].append(_full(person))
    return {given: tuple(names) for given, names in found.items()}


def _full(person: Person) -> str:
    return f"{person.given} {person.surname}"


def _differ(one: Relation, other: Relation) -> bool:
    """Whether both can't be said of one relative: niece and granddaughter, his older brother and his younger brother."""
    ranked = one.kin == other.kin and one.owner == other.owner and one.rank * other.rank < 0
    by_marriage = one.owner != other.owner and are_one_by_marriage(one.kin, other.kin)
    return ranked or not (by_marriage or may_be_one_relation(one.kin, other.kin))


def _may_have_grown(one: Count, other: Count) -> bool:
    """Whether one tells how many children there were then, and the other all that there are: “They had two children when they came.”"""
    return (one.whole or other.whole) and not _THEN.isdisjoint((one.link, other.link))


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


def _may_be_one_person(document: Document, one: Relation, other: Relation) -> bool:
    """Whether two names that begin alike may be one person's: they end alike, where both have a surname.

    A daughter without a surname is nobody who has one by marriage: “her daughter Ruth”, “her sister-in-law, Ruth Moor”. Nor is Mr Moor
    Mrs Moor. Whose cousin and whose uncle somebody is may well be two people, where both have names.
    """
    owners = [_bearers_of(document).get(each.owner, set()) for each in (one, other)]
    if all(owners) and owners[0].isdisjoint(owners[1]):
        return False
    if len({_SEXES[first] for name in (one.name, other.name) if (first := name.split()[0].rstrip(".")) in _SEXES}) > 1:
        return False
    names = (one.name, other.name)
    if all(" " in name for name in names):
        return one.name.rsplit(maxsplit=1)[-1] == other.name.rsplit(maxsplit=1)[-1]
    married = ("-law" in one.kin) != ("-law" in other.kin)
    return one.name == other.name or not (married and are_two_generations(one.kin, other.kin))


def _are_of_two_owners(document: Document, one: Relation, other: Relation) -> bool:
    """Whether a man and a woman of two generations have the relative: her father may well be his brother. To a couple somebody is of one generation."""
    owners = {_sex_of_owner(document, each) for each in (one, other)}
    return owners == {"man", "woman"} and _generation(one) != _generation(other)


def _sex_of_owner(document: Document, relation: Relation) -> str:
    """That of “his” or “her”, and of who marries; "" where no pronoun tells it."""
    start = relation.place.start
    marries = _WHO_MARRIES.search(document.text, max(0, start - 2 * _BEFORE), start) if not relation.owner else None
    return _OWNERS.get(marries["who"].lower() if marries else relation.owner, "")


def _are_told_side_by_side(document: Document, one: Relation, other: Relation) -> bool:
    """Whether two sentences, one behind the other, each open with a relative of somebody: “Her brother Tom bakes. Her cousin Tom Moor sings.”"""
    first, later = (sentence_at(document, each.place.start) for each in sorted((one, other), key=lambda r: r.place))
    if first is None or later is None or not first.start < later.start <= first.end + 1 or one.kin == other.kin:
        return False
    opening = {document.text[each.start : each.end].split(None, 1)[0].lower() for each in (first, later)}
    return opening == {one.owner} == {other.owner}


def _have_two_numbers(document: Document, one: Relation, other: Relation) -> bool:
    """Whether what stands behind one name, and not behind the other, says which of two namesakes it is: Tom Moor II."""
    behind = [document.text[each.named.end : each.named.end + 5].split()[:1] for each in (one, other)]
    suffixes = [{word.rstrip(".,") for word in words} & NAME_SUFFIXES for words in behind]
    return suffixes[0] != suffixes[1]


def _is_handed_down(document: Document, one: Relation, other: Relation) -> bool:
    """Whether one is a child of whom the copy calls a child or a grandchild: “her husband, Tom”, “her daughter Eve … Eve's son Tom”."""
    children = {each.name.split()[0].lower() for each in relations(document) if _generation(each) < 0}
    return any(
        _generation(child) < 0 and child.owner in children and _generation(elder) >= 0 and elder.owner not in children
        for child, elder in ((one, other), (other, one))
    )


def _pair(document: Document, one: Relation | Count, other: Relation | Count, signs: dict[str, float]) -> Pair:
    first, later = sorted((one.place, other.place))
    between = document.text[first.end : later.start]
    signs |= {
        "both in one sentence": float(sentence_at(document, first.start) == sentence_at(document, later.start)),
        "in two paragraphs": float("\n" in between),
        "one is in a quotation": float(one.quoted != other.quoted),
    }
    return Pair("relation", later, first, measured(signs))


def _signs(one: Relation, other: Relation, number: int) -> dict[str, float]:
    owners = {one.owner, other.owner}
    named = owners - POSSESSIVES - {""}
    full = {relation.name for relation in (one, other)}
    return {
        "of one and the same person": float(one.owner == other.owner and one.owner not in ("", *_SPEAKING)),
        "of two people": float(len(named) > 1),
        "one is what the other calls them": float(are_converse(one.kin, other.kin)),
        "an elder and a younger one": float(_generation(one) * _generation(other) < 0),
        "the same full name": float(len(full) == 1 and all(" " in name for name in full)),
        "several have the given name": float(number > 1),
    }


def _generation(relation: Relation) -> int:
    known = KIN.get(relation.kin) or KIN.get(relation.kin.rpartition("-")[2])
    return known.generation if known else 0


def _number_signs(one: Count, other: Count) -> dict[str, float]:
    links = {one.link, other.link}
    return {
        "one is his or hers": float(bool(links & {"his", "her", "their"})),
        "one of them is an article’s": float("the" in links),
    }
