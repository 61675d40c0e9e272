"""Resumptions: a figure that the copy takes up again, and what says that it is of another thing, time or group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from newslint.story.quantity import Hedge, Kind
from newslint.text.calendar import WEEKDAYS
from newslint.text.wordlists import wordlist
from newslint.topics.figures.claims import Fact, agree, are_near

DAYS = frozenset(map(str.lower, WEEKDAYS))
# Words that make a second figure one of another time, group or kind, where they stand in one of two sentences only.
APART = wordlist(
    """
    other another further additional remaining previous previously later rose rise risen rising fell fall fallen
    falling grew grown increase increased decrease decreased dropped drop higher lower fewer less revised updated
    initially originally first second third fourth last next now far already since ago per each every average
    instead never n't new old only half january february march april may june july august september october november
    december north south east west northern southern eastern western current former male female black white men
    woman man boy girl today yesterday year month week day quarter annual annually compared than both neither either
    same different early late mid until earlier end beginning begin start final initial preliminary estimated
    estimate projected expected forecast predict predicted could might if one two three four five six seven eight
    nine ten
    """
)
_NUMBERS = frozenset(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"])
APART_STEMS = frozenset(word[:5] for word in APART)


def resumed(told: Iterable[Fact]) -> Iterator[tuple[Fact, Fact, float]]:
    """“The 14 victims” where there were 12; 14 killed where 12 had been. Only where the story has just these two figures."""
    groups: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in told:
        if fact.quantity.kind is Kind.COUNT and (fact.event or fact.noun) and fact.quantity.value > 2:
            event = fact.event or ("dead" if fact.noun == "victim" else "")
            if event:
                groups["event", event].append(fact)
            if fact.noun and fact.noun not in ("person", "man", "woman", "other", "time", "point"):
                groups["noun", fact.noun].append(fact)
    for (sort, _), group in groups.items():
        values = {fact.quantity.value for fact in group}
        if len(values) != 2 or any(fact.years for fact in group):
            continue
        first = group[0]
        rival = next(fact for fact in group if fact.quantity.value != first.quantity.value)
        taken_up = sort == "noun" and not _is_narrowed(first) and _may_be_one(rival, first, event=False)
        if _may_be_one(first, rival, sort == "event") or taken_up:
            yield first, rival, 0.65


def _is_narrowed(fact: Fact) -> bool:
    """Whether what follows makes the number one of some only: “the 442 mills working last season”."""
    behind = fact.document.text[fact.quantity.span.end : fact.sentence.end].partition(fact.noun)[2].split(maxsplit=2)
    return any(word.endswith("ing") for word in behind[:2])


def _may_be_one(first: Fact, rival: Fact, event: bool) -> bool:
    if (
        first.sentence == rival.sentence
        or agree(first.quantity, rival.quantity)
        or not are_near(first.quantity.value, rival.quantity.value)
    ):
        return False
    if first.words & DAYS and rival.words & DAYS and first.words & DAYS != rival.words & DAYS:
        return False
    if {first.quantity.hedge, rival.quantity.hedge} != {Hedge.NONE} or are_of_two_kinds(first, rival):
        return False
    if (first.words ^ rival.words) & (
        APART - {"first", "only", "could", "if", "same", "end", "start", "both"} - _NUMBERS
    ):
        return False
    if event:
        return not (first.definite and rival.definite)  # the 14 in the car, the 12 in the van
    return (
        rival.definite and not first.definite and not (rival.modifiers and set(rival.modifiers) - set(first.modifiers))
    )


def are_of_two_kinds(one: Fact, other: Fact) -> bool:
    """Whether the nouns are told apart by what stands before them: senior officers, junior officers."""
    a, b = set(one.modifiers), set(other.modifiers)
    return bool(a - b) and bool(b - a)
