"""Listed minutes: when a line under the report of a match has a goal, a card or a substitution, and the report has it in another minute."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from newslint.document import Document, analysis
from newslint.source import Span, TwoPlaces
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.text.prefilter import blocks_with
from newslint.text.sentences import sentence_at
from newslint.topics.dates.match_minutes import Minute, passages
from newslint.topics.dates.substitutions import Change, changes, deeds, namesakes

# “Goals: Lowe 12, 71 (pen); Hill (45+2)”, “Scorers: A Lowe, 12”.
_LABEL = compiled(r"\b(?:Goals?|Scorers?)\b[^:\n]{0,12}:")
_SCORER = compiled(
    r"\b(?P<name>[A-Z][\w’'-]+)(?: \((?:pen|og)\.?\))?,? \(?(?P<minutes>\d{1,3}(?![\w:-])(?:[’']|\+\d)?(?: \(?pen\.?\)?)?(?:, \d{1,3}(?![\w:-])(?:[’']|\+\d)?(?: \(?pen\.?\)?)?)*)"
)
_NUMBER = compiled(r"(?<!\+)\b\d{1,3}")
# What is done in a minute and is no goal.
_NO_GOAL = compiled(
    r"(?i)\b(?:sav(?:e|es|ed|ing)|miss(?:es|ed)?|wide|bar|crossbar|woodwork|block(?:s|ed)?|denied|clear(?:s|ed)|booked|caution\w*|yellow|foul\w*|offside|disallowed|ruled out|almost|nearly|chance)\b"
)


class _Goal(Row):
    """A goal that a line tells, with its minute at `span`."""

    surname: str
    minute: int
    span: Span


@analysis
def minutes_listed_otherwise(document: Document) -> tuple[TwoPlaces, ...]:
    """Each minute of the report that a line under it gives otherwise, in order."""
    return tuple(sorted((*_goals_otherwise(document), *_changes_otherwise(document))))


def _goals_otherwise(document: Document) -> Iterator[TwoPlaces]:
    """What a scorer does in a minute that no line has, where a minute of his that looks like it is told nowhere."""
    goals = tuple(_goals(document))
    told = deeds(document) if goals else ()  # for speed
    listed = {goal.minute for goal in goals} | {change.minute for change in changes(document) if change.listed}
    known = {minute.number for passage in passages(document) for minute in passage.minutes}
    for surname, minute in told:
        untold = [goal for goal in goals if goal.minute not in known and _is_slip(minute.number, goal.minute)]
        own = [goal for goal in untold if goal.surname in _names(document, surname, minute)]
        if minute.number in listed or len(own) != 1 or surname in namesakes(document):
            continue
        if _may_be_a_goal(document, minute):
            yield TwoPlaces(minute.span, own[0].span)


def _names(document: Document, surname: str, minute: Minute) -> frozenset[str]:
    """By what names a line may call whoever acts in a minute: “Saiful Nizam” is Nizam to one paper and Saiful to another."""
    named = (each for passage in passages(document) if minute in passage.minutes for each in passage.named)
    return frozenset({surname}.union(*(each.givens for each in named if each.surname == surname)))


def _may_be_a_goal(document: Document, minute: Minute) -> bool:
    sentence = sentence_at(document, minute.span.start)
    return sentence is not None and _NO_GOAL.search(document.text, *sentence.span) is None


def _is_slip(one: int, other: int) -> bool:
    """Whether the two have a figure in common, or the same figures turned."""
    return one // 10 == other // 10 or one % 10 == other % 10 or sorted(f"{one:02}") == sorted(f"{other:02}")


def _goals(document: Document) -> Iterator[_Goal]:
    for block in blocks_with(document, "goal", "scorer"):
        label = _LABEL.search(document.text, block.start, block.end)
        for match in _SCORER.finditer(document.text, label.end(), block.end) if label else ():
            for number in _NUMBER.finditer(document.text, *match.span("minutes")):
                yield _Goal(match["name"], int(number[0]), Span(*number.span()))


def _changes_otherwise(document: Document) -> Iterator[TwoPlaces]:
    """Who goes off, or comes on, in one minute by a line and in another one by the report."""
    known: dict[tuple[str, bool], list[Change]] = defaultdict(list)
    for change in changes(document):
        if change.surname not in namesakes(document):
            known[change.surname, change.comes].append(change)
    for both in known.values():
        if len(both) == 2 and [change.listed for change in both] == [True, False]:
            listed, told = both
            if listed.minute != told.minute and _is_slip(listed.minute, told.minute):
                yield TwoPlaces(told.place, listed.place)
