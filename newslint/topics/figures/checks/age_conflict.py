"""One person with two ages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newslint.document import Document, Role
from newslint.hit import Check, Hit, Note, check, first_at_each_place
from newslint.source import Span
from newslint.story.age import Age
from newslint.story.ages import people_of_age
from newslint.story.dated_ages import DatedAge
from newslint.story.dates import dates
from newslint.story.people import people
from newslint.story.quantity import Kind
from newslint.story.same import Pair, Verdict, judged
from newslint.topics.figures.ages.age_pairs import described_age_pairs
from newslint.topics.figures.ages.dated_age_pairs import age_clashes
from newslint.topics.figures.ages.lifetimes import lives, milestones

# Below this probability it isn't told.
_SHOWN, _TOLD = 0.65, 0.5


@check
class AgeConflict:
    """Finds people who are 34 here and 43 there, and ages that birth and death don't bear out."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        return first_at_each_place(self._hits(document))

    def _hits(self, document: Document) -> Iterator[Hit]:
        for told in people_of_age(document).values():
            yield from _two_ages(document, [age for age in told if age.settled])
        yield from _called_by_age(document)
        for life in lives(document):
            if not life.least <= life.said <= life.most:
                notes = (Note(life.born, "born then"), Note(life.later, "and this many years old here"))
                other = f"{_years(life.least, life.most)} by the years given"
                yield Hit(life.age, {"other": other}, notes, confidence=life.sure)
        missed = [each for each in milestones(document) if not each.least <= each.said <= each.most]
        yield from _of_years(document, {place for each in missed for place in (each.age, each.place)})
        for milestone in missed:
            note = Note(milestone.place, "another age by this")
            other = f"{_years(milestone.least, milestone.most)} by “{document[milestone.place]}”"
            yield Hit(milestone.age, {"other": other}, (note,), confidence=0.75)


def _of_years(document: Document, told: set[Span]) -> Iterator[Hit]:
    """“In 1981, at 26” where the birth, or an age of another year, makes it 30; none of what is `told` otherwise."""
    told |= {life.age for life in lives(document)}
    weighed = [(judged(clash.pair.kind, clash.pair.signs), clash) for clash in age_clashes(document)]
    for verdict, clash in sorted(weighed, key=lambda each: (-each[0].probability, each[1].pair.suspect)):
        pair = clash.pair
        if verdict.probability >= _TOLD and told.isdisjoint((pair.suspect, pair.other)):
            told.add(pair.suspect)
            notes = tuple(Note(other, "held against this") for other in (pair.other, *pair.also))
            name = people(document)[clash.held.person].surname
            other = f"{_years(clash.least, clash.most)} for {name} by {_told(document, clash.held)}"
            words = {"name": name, "other": other}
            yield Hit(pair.suspect, words, notes, confidence=verdict.probability, evidence=verdict.signs)


def _years(least: int, most: int) -> str:
    """How many years that is: “30”, “30 or 31”, “30 to 33”; “3 at most” of somebody who may not be born yet."""
    if least < 0:
        return f"{most} at most"
    return f"{least}" if least == most else f"{least} {'or' if most - least == 1 else 'to'} {most}"


def _told(document: Document, held: DatedAge) -> str:
    """What the copy says of a birth or an age, and of an age in which year."""
    year = f" ({document[held.year]})" if held.age is not None and held.year != held.said else ""
    return f"“{document[held.said]}”{year}"


def _two_ages(document: Document, ages: list[Age]) -> Iterator[Hit]:
    counts = Counter(age.age.value for age in ages)
    if len(counts) < 2 or not any(
        age.given or (age.age.kind is not Kind.COUNT and "old" in _behind(document, age)) for age in ages
    ):
        return
    # The first stands, unless the other is the commoner.
    first = ages[0].age.value
    ranked = sorted(counts, key=lambda value: (-counts[value], value != first))
    odd = next(age for age in ages if age.age.value == ranked[1])
    right = next(age for age in ages if age.age.value == ranked[0])
    if _may_have_had_a_birthday(document, *sorted((odd, right), key=lambda age: age.age.span)):
        return
    notes = tuple(
        Note(age.age.span, f"{age.age.value:g} here")
        for age in ages
        if age is not odd and age.age.value != odd.age.value
    )
    sure = 0.75 if abs(ranked[0] - ranked[1]) == 1 or not any(age.given for age in ages) else 0.92
    name = document[odd.name]
    words = {"name": name, "other": f"{right.age.value:g} elsewhere for {name}"}
    yield Hit(odd.age.span, words, notes, confidence=sure)


def _may_have_had_a_birthday(document: Document, first: Age, later: Age) -> bool:
    """Whether the later age is a year more, and stands under a date of its own: in a timeline, or a page that was begun last week."""
    if later.age.value != first.age.value + 1:
        return False
    between = (date.span.start for date in dates(document) if first.age.span < date.span < later.age.span)
    blocks = (document.block_at(start) for start in between)
    return any(block is not None and block.role in {Role.CROSSHEAD, Role.DATELINE} for block in blocks)


def _called_by_age(document: Document) -> Iterator[Hit]:
    """“The 43-year-old” where nobody is 43: the likeliest to be meant."""
    weighed = [(judged(pair.kind, pair.signs), pair) for pair in described_age_pairs(document)]
    best: dict[Span, tuple[Verdict, Pair]] = {}
    for verdict, pair in weighed:
        if verdict.probability >= _SHOWN and (
            pair.suspect not in best or verdict.probability > best[pair.suspect][0].probability
        ):
            best[pair.suspect] = verdict, pair
    for verdict, pair in best.values():
        name = document[pair.also[0]] if pair.also else ""
        told = document[pair.other]
        words = {"name": name, "other": f"{name} is {told}" if name else f"{told[0].lower()}{told[1:]} before"}
        note = Note(pair.other, f"{document[pair.other]} here")
        yield Hit(pair.suspect, words, (note,), confidence=verdict.probability, evidence=verdict.signs)


def _behind(document: Document, age: Age) -> str:
    return document.text[age.age.numeral.end : age.age.numeral.end + 10]


_: type[Check] = AgeConflict
