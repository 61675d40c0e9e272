"""Given names that nobody in the copy bears, each with that of a relative whom it may stand for: she married Walter Moor, Warren died."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from newslint.document import Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.mentions import Mention, name_words
from newslint.story.people import references
from newslint.story.relations import Relation, relations
from newslint.text.lexicon import Entry, entry, folded, may_be_one_given_name
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentence_at
from newslint.text.similarity import shared_head
from newslint.text.vocabulary import POSSESSIVES, alternatives

_PROSE = frozenset({Role.PARAGRAPH, Role.LIST_ITEM})
_TWO = 2
_SHORTEST = 3
_RANK = 2  # of the dictionary’s levels: a word as usual as this is no name by itself
_ENOUGH = 3  # letters that two names begin with which no list has
_VOWELS = frozenset("aeiouy")
_LAND = 2  # a state or a country
_NEAR = 30
_MAN, _WOMAN, _BOTH = 1, 2, 3
# Behind somebody who does something, or of whom something is told: Warren died; Warren, to whom; it was Fred who.
_ACTS = compiled(
    r"['’]s [a-z]|,? (?:who|whom|whose)\b|, (?:to|with|for|from) whom\b"
    r"|,? (?:had|has|was|is|would|could|did|never|always|also|then|died|drove|built|wrote|took|went|came|made|said|says|kept|gave"
    r"|left|got|told|taught|ran|met|began|found|knew|thought|[a-z]{2,}ed)\b"
)
# A role or a small word before the name introduces it, or makes it a place; these words don't.
_BEFORE_SOMEBODY = alternatives(
    "was that and when where but because after before while since until then said if than".split()
)
_INTRODUCED = compiled(rf"\b(?!(?:{_BEFORE_SOMEBODY})\b)[a-z]+,? \Z")


class Renamed(Row):
    """A relative under two given names, with the places of each; `suspects` are those that nobody bears."""

    suspects: tuple[Span, ...]
    others: tuple[Span, ...]


@analysis
def strangers(document: Document) -> tuple[Renamed, ...]:
    """Each given name by itself that nobody bears, with a relative's of the same sex that begins as it does, or rhymes."""
    kin = _relatives(document)
    if not kin:
        return ()
    found = []
    for name, places in _unborne(document).items():
        alike = [given for given in kin if _may_be_misremembered(name, given)]
        if len(alike) == 1:
            found.append(Renamed(places, (kin[alike[0]],)))
    return tuple(found)


def _relatives(document: Document) -> Mapping[str, Span]:
    """The given names of the relatives who have a surname, or are somebody's by a possessive, with where each first stands."""
    found: dict[str, Span] = {}
    for relation in relations(document):
        if not relation.quoted and (" " in relation.name or relation.owner):
            given = relation.name.split()[0]
            if entry(given).given or " " in relation.name or entry(given) == Entry():
                found.setdefault(given, _place(document, relation, given))
    return found


def _place(document: Document, relation: Relation, given: str) -> Span:
    start = document.text.index(given, relation.place.start)
    return Span(start, start + len(given))


def _unborne(document: Document) -> Mapping[str, tuple[Span, ...]]:
    """The given names that stand by themselves alone, where somebody does something, and that no introduction has."""
    borne = {
        word for each in references(document) for word in (*each.givens, each.surname) if each.givens or each.titles
    }
    found = {}
    for name, uses in name_words(document).items():
        if name not in borne and _is_given(name) and all(_is_alone(document, mention) for mention, _ in uses):
            found[name] = tuple(mention.span for mention, _ in uses)
    return found


def _is_given(name: str) -> bool:
    known = entry(name)
    usual = 0 < known.word <= _RANK
    return len(name) >= _SHORTEST and (known == Entry() or known.given > 0) and not (usual or known.place >= _LAND)


def _is_alone(document: Document, mention: Mention) -> bool:
    """Whether a name of one word stands in the writer's prose, does something, and nothing before it says who it is."""
    if len(mention.words) > 1 or mention.role not in _PROSE or mention.titled:
        return False
    start, end = mention.span
    text = document.text
    if in_quotation(document, start) or not _ACTS.match(text, end):
        return False
    return not _INTRODUCED.search(text, max(0, start - _NEAR), start)


def _may_be_misremembered(name: str, given: str) -> bool:
    """Whether two given names are of one sex and begin alike or rhyme, and are no two forms of one."""
    one, other = folded(name), folded(given)
    if entry(name) == Entry():
        return one != other and shared_head(one, other) >= _ENOUGH and (one[-1] in _VOWELS) == (other[-1] in _VOWELS)
    if one == other or may_be_one_given_name(one, other) or entry(given).given not in (0, *_sexes(name)):
        return False
    return one[0] == other[0] or one.endswith(other[1:]) or other.endswith(one[1:])


def _sexes(name: str) -> tuple[int, ...]:
    """What the lists may have for a given name that somebody of the name's sex has."""
    sex = entry(name).given
    return (sex, _BOTH) if sex != _BOTH else (_MAN, _WOMAN, _BOTH)


@analysis
def of_one_kin(document: Document) -> tuple[Renamed, ...]:
    """Each two given names that begin alike, of one relative by the words for them: her brother Frank, her brother Fred."""
    by_kin: dict[str, dict[str, Relation]] = defaultdict(dict)
    for relation in relations(document):
        given = relation.name.split()[0]
        if relation.owner and not relation.rank and entry(given).given:
            by_kin[relation.kin].setdefault(given, relation)
    return tuple(
        Renamed((_place(document, later, other),), (_place(document, first, given),))
        for named in by_kin.values()
        if len(named) == _TWO
        for (given, first), (other, later) in [named.items()]
        if _may_be_misremembered(other, given) and _are_told_apart(document, first, later)
    )


def _are_told_apart(document: Document, first: Relation, later: Relation) -> bool:
    """Whether two relatives stand in two sentences, and no two surnames or owners with names make them two people."""
    surnames = {relation.name.rsplit(maxsplit=1)[-1] for relation in (first, later) if " " in relation.name}
    owners = {relation.owner for relation in (first, later)} - POSSESSIVES
    together = sentence_at(document, first.place.start) == sentence_at(document, later.place.start)
    return len(surnames) < _TWO and len(owners) < _TWO and not together


def told_strangers(document: Document) -> Iterator[Renamed]:
    """Relatives under two names, and strangers of whom there is one in the copy: where several bear no surname, they're a cast of their own."""
    found = strangers(document)
    yield from of_one_kin(document)
    if len(found) == 1:
        yield from found
