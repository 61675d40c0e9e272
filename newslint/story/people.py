"""People: which references are to the same person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from newslint.document import Block, Document, analysis
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.given_names import alike, is_initials, share_one
from newslint.story.references import Reference, plain_title, references
from newslint.text.lexicon import MAN, WOMAN, entry, folded
from newslint.text.vocabulary import (
    HONORIFICS,
    KIN_IN_SINGULAR,
    NAME_PARTICLES,
    alternatives,
    wordlist,
)

# As the lexicon has them of given names.
_SEXES = {"man": MAN, "woman": WOMAN}
# Small words of names, and those of Irish ones that have a capital, folded: Mac, Ní.
_PARTICLES = NAME_PARTICLES | wordlist("mac nic o ni ui")
# Among more people of one surname than these only equal given names are held for one person's.
_NAMESAKES = 100


class Person(Row):
    """One person: the references to them, in order."""

    surname: str
    given: str
    references: tuple[Reference, ...]


# “her brother ”, “a daughter of the late ”, “she married ”
_AS_KIN = compiled(rf"\b(?:(?:{alternatives(KIN_IN_SINGULAR)})(?: of (?:the late )?|, | )|marr(?:ied|ying) )\Z")
_LEAD = 40  # code points


def is_named_as_kin(document: Document, reference: Reference) -> bool:
    """Whether a name tells whose relative somebody is: “his nephew Tom Hill”, “the widow of Tom Hill”."""
    start = reference.with_titles(document).start
    return _AS_KIN.search(document.text, max(0, start - _LEAD), start) is not None


def _addressed(reference: Reference, latest: int, parts: list[list[Reference]]) -> int:
    """Which of several of one surname is meant by a title with it, by number: the last one, unless it fits another alone."""
    if not reference.titles or len(parts) > _NAMESAKES:
        return latest
    title = plain_title(reference.titles[-1])
    fitting = [number for number, part in enumerate(parts) if _bears(part, title)]
    return fitting[0] if len(fitting) == 1 else latest


def _bears(part: list[Reference], title: str) -> bool:
    """Whether a person is called by this title elsewhere, or is known to be of the sex that it's for."""
    honorific = HONORIFICS.get(title)
    if any(plain_title(word) == title for reference in part for word in reference.titles):
        return True
    return honorific is not None and honorific.sex != "" and sex_of(part) == _SEXES[honorific.sex]


def sex_of(references: Sequence[Reference]) -> int:
    """MAN or WOMAN of whom all these name; 0 where neither the titles nor the first given name tell."""
    told = next((sex for reference in references if (sex := sex_of_title(reference))), 0)
    given = next((entry(reference.givens[0]).given for reference in references if reference.givens), 0)
    return told or (given if given in (MAN, WOMAN) else 0)


def sex_of_title(reference: Reference) -> int:
    """MAN or WOMAN by a form of address before the name, or 0."""
    forms = (HONORIFICS.get(plain_title(title)) for title in reference.titles)
    return next((_SEXES[form.sex] for form in forms if form and form.sex), 0)


@analysis
def people(document: Document) -> tuple[Person, ...]:
    """Everyone whom the copy names in full, each with the surnames alone that refer to them.

    A surname alone belongs to the first person of that name who is called so, was named in full last before that and not first
    as somebody's relative; in a paragraph that names another of them in full, to that one. A title before it may say otherwise.
    """
    by_surname: dict[str, list[Reference]] = defaultdict(list)
    for reference in references(document):
        by_surname[folded(reference.surname)].append(reference)
    found: list[Person] = []
    for group in by_surname.values():
        if any(reference.givens and not reference.titled for reference in group):
            found.extend(_divided(document, group))
    return tuple(sorted(found, key=lambda person: person.references[0].name.start))


def _go_on_otherwise(these: set[str], givens: list[str]) -> bool:
    """Whether the initials, or the names, behind a given name are others than somebody has: George H.W., George W.; Mary Kate, Mary Ellen."""
    for initials in (True, False):
        own = {word for word in {*givens[1:]} - _PARTICLES if is_initials(f"{word}.") == initials}
        theirs = {word for word in these - {givens[0]} - _PARTICLES if is_initials(f"{word}.") == initials}
        if own and theirs and not share_one(theirs, givens) and not any(alike(a, b) for a in own for b in theirs):
            return True
    return False


def _divided(document: Document, group: list[Reference]) -> Iterator[Person]:
    """The references with one surname, parted by given names that can't be one person's."""
    parts: list[list[Reference]] = []
    named: list[set[str]] = []  # the given names of each part
    first: dict[str, int] = {}  # a given name -> the first part that has it
    waiting: list[Reference] = []
    own: int | None = None  # the part that is called by the surname alone, or will be
    called: set[int] = set()  # those that are
    here: tuple[Block | None, int] | None = None  # who is named last in a paragraph
    for reference in group:
        block = document.block_at(reference.name.start)
        if reference.givens:
            number = _part_of(reference, parts, named, first)
            if waiting:
                called.add(number)
            parts[number] += [*waiting, reference]
            waiting = []
            if own is None or not is_named_as_kin(document, parts[number][0]):
                here = block, number
                own = own if own in called else number
        else:
            meant = here[1] if here and here[0] == block else own
            if meant is None:
                waiting.append(reference)
                continue
            number = _addressed(reference, meant, parts)
            parts[number].append(reference)
            called.add(number)
    for part in parts:
        full = next(reference for reference in part if reference.full)
        yield Person(full.surname, " ".join(full.givens), tuple(part))


def _part_of(reference: Reference, parts: list[list[Reference]], named: list[set[str]], first: dict[str, int]) -> int:
    """The number of the first part whose given names can be those of a reference, or of a new one, which knows them now."""
    every = [folded(word.rstrip(".")) for word in reference.givens]
    givens = [word for word in every if word not in _PARTICLES] or every
    few = len(parts) < _NAMESAKES
    likely = range(len(parts)) if few else sorted({first[word] for word in givens if word in first})
    fitting = (n for n in likely if share_one(named[n], givens) and not _go_on_otherwise(named[n], givens))
    number = next(fitting, len(parts))
    if number == len(parts):
        parts.append([])
        named.append(set())
    named[number].update(every)
    for word in givens:
        first.setdefault(word, number)
    return number
