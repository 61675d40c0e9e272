"""Relatives of whom somebody has one and who bear two given names: her brother Frank, her brother Fred."""

from __future__ import annotations

from collections import defaultdict

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.row import Row
from newslint.story.relations import Relation, counts, relations
from newslint.text.lexicon import entry, folded, may_be_one_given_name
from newslint.text.words import occurrences

_MAN, _WOMAN = 1, 2
# Words that say that there are more than one.
_SEVERAL = {"brother": ("siblings", "twins"), "sister": ("siblings", "twins")} | dict.fromkeys(
    ("son", "daughter", "child"), ("children", "twins", "kids")
)
# Relatives of one word and one possessive: of more each has a name of its own.
_MANY = 2


class Renamed(Row):
    """A relative under two given names, with the places of each; `suspects` stand the less often, or the later."""

    suspects: tuple[Span, ...]
    others: tuple[Span, ...]


@analysis
def renamed_relatives(document: Document) -> tuple[Renamed, ...]:
    """Each two given names that begin alike, behind one word for a relative and one possessive, where the copy tells of one."""
    told: dict[tuple[str, str], dict[str, list[Relation]]] = defaultdict(lambda: defaultdict(list))
    for relation in relations(document):
        given = relation.name.split()[0]
        if relation.owner and not relation.quoted and entry(given).given:
            told[relation.owner, relation.kin][given].append(relation)
    found = []
    for (_, kin), names in told.items():
        if len(names) == _MANY and not _are_several(document, kin) and _may_be_one(document, *names.values()):
            suspects, others = sorted(names.values(), key=lambda told: (len(told), -told[0].place.start))
            found.append(Renamed(*(tuple(_given(document, each) for each in told) for told in (suspects, others))))
    return tuple(found)


def _are_several(document: Document, kin: str) -> bool:
    """Whether the copy speaks of several such relatives."""
    spoken = occurrences(document).keys()
    return not spoken.isdisjoint({f"{kin}s", f"{kin}es", *_SEVERAL.get(kin, ())}) or any(
        count.kin.startswith(kin) for count in counts(document)
    )


def _may_be_one(document: Document, one: list[Relation], other: list[Relation]) -> bool:
    """Whether two names begin alike, are no two forms of one, and not both somebody’s who is named elsewhere, too."""
    a, b = (told[0].name.split()[0] for told in (one, other))
    known = [entry(name).given for name in (a, b)]
    if a[0] != b[0] or may_be_one_given_name(folded(a), folded(b)) or set(known) == {_MAN, _WOMAN}:
        return False
    surnames = {relation.name.split()[-1] for relation in (*one, *other) if " " in relation.name}
    low = occurrences(document)
    again = [len(low.get(folded(name), ())) > len(told) for name, told in ((a, one), (b, other))]
    first, later = sorted((one[0].place, other[0].place))
    return len(surnames) < _MANY and not all(again) and "\n" in document.text[first.end : later.start]


def _given(document: Document, relation: Relation) -> Span:
    """Where the given name of a relative stands."""
    given = relation.name.split()[0]
    start = document.text.index(given, relation.place.start)
    return Span(start, start + len(given))
