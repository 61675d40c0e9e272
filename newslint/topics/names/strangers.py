"""Strangers: given names that nobody in the copy bears, each with those that people bear and that it may stand for: she married Walter Moor, Warren died."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import product

from newslint.document import Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.mentions import name_words
from newslint.story.references import Reference, references
from newslint.story.relations import Relation, relations
from newslint.story.same import Pair, measured
from newslint.text.lexicon import MAN, WOMAN, Entry, entry, folded, may_be_one_given_name
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentence_at
from newslint.text.similarity import doubling, edits, inflected, shared_head, sound
from newslint.text.vocabulary import CALENDAR, POSSESSIVES, STRONG_PASTS, alternatives, wordlist

# The kind of pair, in the table of weights.
STRANGER = "stranger"
_PROSE = frozenset({Role.PARAGRAPH, Role.LIST_ITEM})
_TWO = 2
_LAND = 2  # a state or a country
_RANK = 2  # of the dictionary’s levels: a word as usual as this is no name by itself
_ENOUGH = 3  # letters that two names begin with which no list has
_NEAR = 30
_CROWD = 200  # more names are a list, in which anybody may be meant
_FARTHEST = 6
_FEW = 5
_PLACES = 6
# Of these relatives one has but one at a time; of brothers, daughters and cousins “her brother” may be any.
_ONLY_ONE = wordlist(
    "father mother dad mum mom stepfather stepmother father-in-law mother-in-law husband wife spouse widow widower twin fiance fiancé fiancee fiancée"
)
# One of several whom somebody had in turn: her second husband.
_IN_TURN = compiled(r"\b(?:first|second|third|fourth|other|former|previous|next|new|later|then)[ -]\Z")
# Behind somebody who does something, or of whom something is told: Warren died; Warren, to whom; it was Fred who.
_ACTS = compiled(
    r"['’]s [a-z]|,? (?:who|whom|whose)\b|, (?:to|with|for|from) whom\b"
    rf"|,? (?:had|has|was|is|would|could|never|always|also|then|says|{alternatives(STRONG_PASTS)}|[a-z]{{2,}}ed)\b"
)
# “A nurse called ”, “one Tilly”, “the smallest of whom, Tilly, ”: somebody new.
_INTRODUCED = compiled(
    r"\b(?:called|named|nicknamed|dubbed|known as|one|an?) \Z|\bof (?:whom|them|these),? \Z"
    r"|\b[Tt]he (?:eldest|oldest|youngest|smallest|tallest|biggest|first|last|other|elder|younger)(?: one)?, \Z"
)
_PLAIN = compiled(r"[A-ZÀ-Ý][a-zß-ÿ]{2,}(?:-[A-ZÀ-Ý][a-zß-ÿ]+)?")
# “Tilly, 22,”
_AGED = compiled(r",? \(?\d{1,2}\b")


class _Bearer(Row):
    """Somebody with a given name, in letters that are `plain`: where it first stands, and whether the copy gives a surname, tells whose relative they are, and calls them by it alone."""

    given: str
    plain: str
    place: Span
    surnamed: bool
    kin: bool
    alone: tuple[Span, ...]


@analysis
def stranger_pairs(document: Document) -> tuple[Pair, ...]:
    """Each given name by itself that nobody bears, with every one that somebody does and that is of the same beginning or end."""
    unborne = _unborne(document)
    if not unborne or max(len(unborne), len(bearers := _bearers(document))) > _CROWD:
        return ()
    # Wally is who is called Walter, whomever else he may be taken for.
    strange = {n: uses for n, uses in unborne.items() if not any(_is_a_form(n, bearer.given) for bearer in bearers)}
    met = product(strange.items(), bearers)
    return tuple(_pair(document, uses, bearer) for (name, uses), bearer in met if _may_be_one(name, bearer))


def _bearers(document: Document) -> list[_Bearer]:
    """Everybody whom a surname, or whose relative they are, introduces by a given name, in order."""
    kin: dict[str, Span] = {}
    for relation in relations(document):
        given = relation.name.split()[0]
        if (relation.owner or " " in relation.name) and _is_given(given):
            kin.setdefault(given, _given_of(relation))
    full: dict[str, Span] = {}
    for reference in references(document):
        if reference.givens and _is_given(reference.givens[0]):
            given, start = reference.givens[0], reference.name.start
            full.setdefault(given, Span(start, start + len(given)))
    alone = _alone(document)
    return [
        _Bearer(
            given, folded(given), place, given in full, given in kin, tuple(each.name for each in alone.get(given, ()))
        )
        for given, place in sorted((kin | full).items(), key=lambda each: each[1])
    ]


@analysis
def _alone(document: Document) -> Mapping[str, Sequence[Reference]]:
    """The references of one word and without a title, by that."""
    found: dict[str, list[Reference]] = defaultdict(list)
    for reference in references(document):
        if not (reference.givens or reference.titles):
            found[reference.surname].append(reference)
    return found


def _given_of(relation: Relation) -> Span:
    """Where the given name of a relative stands."""
    return Span(relation.named.start, relation.named.start + len(relation.name.split()[0]))


def _unborne(document: Document) -> Mapping[str, Sequence[Reference]]:
    """The given names that always stand by themselves, and that nothing introduces."""
    kin = {word for relation in relations(document) for word in relation.name.split()}
    words = name_words(document)
    return {
        name: uses
        for name, uses in _alone(document).items()
        if name not in kin
        and _is_given(name)
        and len(uses) == len(words.get(name, ()))
        and not any(_is_introduced(document, use) for use in uses)
    }


def _is_given(name: str) -> bool:
    """Whether the lists have it for a given name, or don't have it and it's written like one."""
    if not _PLAIN.fullmatch(name) or name.lower() in CALENDAR:
        return False
    known = entry(name)
    usual = 0 < known.word <= _RANK
    return (known == Entry() or known.given > 0) and not (usual or known.place >= _LAND)


def _is_introduced(document: Document, use: Reference) -> bool:
    """Whether the words before a name or an age behind it bring somebody new in, or it stands where all have capitals."""
    start, end = use.name
    text = document.text
    if use.titled or use.role is Role.CREDIT or _AGED.match(text, end):
        return True
    return _INTRODUCED.search(text, max(0, start - _NEAR), start) is not None


def _may_be_one(name: str, bearer: _Bearer) -> bool:
    """Whether two given names are alike, or begin alike where the other is a relative's."""
    one, other = folded(name), bearer.plain
    if edits(one, other) <= _TWO < min(len(one), len(other)) or _rhyme(one, other) or sound(one) == sound(other):
        return True
    return entry(name).given > 0 and (shared_head(one, other) >= _ENOUGH or (bearer.kin and one[0] == other[0]))


def _is_a_form(name: str, given: str) -> bool:
    """Whether two given names are forms of one, and not a slip apart."""
    one, other = folded(name), folded(given)
    return inflected(one, other) or (may_be_one_given_name(one, other) and edits(one, other) > 1)


def _rhyme(one: str, other: str) -> bool:
    return one.endswith(other[1:]) or other.endswith(one[1:])


def _pair(document: Document, uses: Sequence[Reference], bearer: _Bearer) -> Pair:
    places, name = tuple(use.name for use in uses), uses[0].surname
    signs = {**_letters(name, bearer.given), **_standing(document, places[:_PLACES], bearer)}
    return Pair(STRANGER, places[0], bearer.place, measured(signs), (*places[1:], *bearer.alone[:3]))


def _letters(name: str, given: str) -> dict[str, float]:
    """How the two given names part, and what the lists know of them."""
    a, b = folded(name), folded(given)
    distance = edits(a, b, _FARTHEST)
    return {
        "one letter": distance == 1,
        "two letters": distance == _TWO,
        "how much of the letters differs": distance / max(len(a), len(b)),
        "they sound alike": sound(a) == sound(b) or doubling(a, b),
        "few letters": min(len(a), len(b)) < _FEW,
        "of two sexes": {entry(name).given, entry(given).given} == {MAN, WOMAN},
        "no list has the other": entry(given) == Entry(),
    }


def _standing(document: Document, places: Sequence[Span], bearer: _Bearer) -> dict[str, float]:
    """How often the two stand, where, and what is said of them."""
    text = document.text
    blocks = (document.block_at(place.start) for place in places)
    return {
        "the suspect does something, and the other is a relative": bearer.kin
        and any(_ACTS.match(text, place.end) for place in places),
        "the suspect only in quotations": all(in_quotation(document, place.start) for place in places),
        "the suspect outside the story’s sentences": not any(block and block.role in _PROSE for block in blocks),
        "the other is introduced before": bearer.place < places[0],
        "the other has a surname": bearer.surnamed,
        "the other often stands alone": len(bearer.alone) > _TWO,
        "in one sentence": any(
            sentence_at(document, place.start) == sentence_at(document, bearer.place.start) for place in places
        ),
    }


class Renamed(Row):
    """A relative under two given names, with where each stands first."""

    suspect: Span
    other: Span


@analysis
def of_one_kin(document: Document) -> tuple[Renamed, ...]:
    """Each two given names that begin alike, of one relative by the words for them: her father Frank, her father Fred."""
    by_kin: dict[str, dict[str, Relation]] = defaultdict(dict)
    for relation in relations(document):
        given = relation.name.split()[0]
        if relation.kin in _ONLY_ONE and relation.owner and not relation.rank and entry(given).given:
            by_kin[relation.kin].setdefault(given, relation)
    return tuple(
        Renamed(_given_of(later), _given_of(first))
        for named in by_kin.values()
        if len(named) == _TWO
        for (given, first), (other, later) in [named.items()]
        if _may_be_misremembered(other, given) and _are_told_apart(document, first, later)
    )


def _may_be_misremembered(name: str, given: str) -> bool:
    """Whether two given names are of one sex and begin alike or rhyme, and are no two forms of one."""
    sexes = {entry(name).given, entry(given).given}
    one, other = folded(name), folded(given)
    if one == other or may_be_one_given_name(one, other) or sexes == {MAN, WOMAN}:
        return False
    return one[0] == other[0] or _rhyme(one, other)


def _are_told_apart(document: Document, first: Relation, later: Relation) -> bool:
    """Whether two relatives stand in two sentences, and no two surnames or owners with names make them two people."""
    surnames = {relation.name.rsplit(maxsplit=1)[-1] for relation in (first, later) if " " in relation.name}
    owners = {relation.owner for relation in (first, later)} - POSSESSIVES
    together = sentence_at(document, first.place.start) == sentence_at(document, later.place.start)
    in_turn = any(_is_in_turn(document, relation) for relation in (first, later))
    return len(surnames) < _TWO and len(owners) < _TWO and not (together or in_turn)


def _is_in_turn(document: Document, relation: Relation) -> bool:
    kin = document.text.find(relation.kin, max(0, relation.place.start - _NEAR), relation.place.end)
    return _IN_TURN.search(document.text, max(0, kin - _NEAR), kin) is not None
