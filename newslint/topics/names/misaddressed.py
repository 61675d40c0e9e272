"""Misaddressed: a man's form of address, once, before the surname of a woman, or a woman's before a man's; told by the given name alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.story.families import is_a_house
from newslint.story.people import Person, people
from newslint.story.references import Reference, references
from newslint.text.lexicon import entry
from newslint.text.quotations import in_quotation
from newslint.topics.names.honorifics import couples, honorific, is_a_relative
from newslint.topics.names.pronoun_pairs import may_be_a_spouses
from newslint.topics.names.sexes import OTHER, given_sex, sex_called, title_sex

# Whom a wife's name may mean: Mrs Tom Moor is no Tom.
_MARRIED = frozenset(["mrs", "lady", "lord"])
# Up to this rank a given name is a word as well: Hyacinth, Will.
_WORD = 4


@analysis
def misaddressed(document: Document) -> Mapping[Span, Span]:
    """Each “Mr Moor”, where the only Moor is Winifred, with the place of the name."""
    return dict(_misaddressed(document))


def _misaddressed(document: Document) -> Iterator[tuple[Span, Span]]:
    bearers: dict[str, list[Person]] = defaultdict(list)
    for person in people(document):
        bearers[person.surname].append(person)
    addressed: dict[str, list[Reference]] = defaultdict(list)
    for reference in references(document):
        if reference.titles and title_sex(reference):
            addressed[reference.surname].append(reference)
    for surname, named in addressed.items():
        if len(named) == 1 and len(bearers[surname]) == 1 and not is_a_house(document, surname):
            yield from _of_another(document, named[0], bearers[surname][0].references)


def _of_another(document: Document, suspect: Reference, named: Sequence[Reference]) -> Iterator[tuple[Span, Span]]:
    full = next((each for each in named if each.givens), None)
    if full is None or suspect.full or in_quotation(document, suspect.name.start):
        return
    sex = _sex(full) if title_sex(suspect) == "man" else given_sex(full)
    if sex != OTHER[title_sex(suspect)] or honorific(suspect) in _MARRIED:
        return
    if suspect.surname in couples(document) or is_a_relative(document, suspect):
        return
    if not may_be_a_spouses(document, named, suspect):
        yield suspect.with_titles(document), full.name


def _sex(full: Reference) -> str:
    """The sex that a given name tells; of a rare one only where it's neither a word nor before a place: Sierra Nevada."""
    rare = entry(full.givens[0])
    is_else = 0 < rare.word <= _WORD or entry(full.surname).place or rare.place
    return given_sex(full) or ("" if is_else else sex_called(full.givens[0]))
