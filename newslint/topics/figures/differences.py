"""Differences: what a figure is said to be up or down by, and the figure that it was: “450, up by 30 from 430”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document, analysis
from newslint.startup.row import Row
from newslint.story.quantity import Hedge, Kind, Quantity
from newslint.topics.figures.contrary_moves import are_of_one_sort
from newslint.topics.figures.patterns import Skeleton, pattern, skeletons

_NOUNS = (
    r"(?:rise|increase|gain|jump|climb|growth|fall|drop|decline|decrease|loss|reduction|cut|dip|slide|improvement) of"
)
_VERBS = (
    r"(?:rose|rises|risen|rising|increased|increases|grew|grown|grows|climbed|jumped|gained|gains|added|adds|fell|falls|fallen|falling|dropped|drops|"
    r"declined|decreased|slipped|slid|dipped|lost|loses|shed|sheds|cut|raised|lowered|reduced|edged (?:up|down)|went (?:up|down)|(?:is|was|are|were) (?:up|down))"
)
_W = "[^\ue000-\uf8ff;:()]"
_HUNDREDTHS = r"(?P<hundredths>[pc]\b)?"
_UNIT = r"[pc]?"
_ON = r"(?:from|on|over|compared (?:with|to)|against|than)"
_THE = r"(?:the |a |an |its |their |last (?:year|month|week)[’']s )?"
# The figures come as: what it is now, what it moved by, what it was; each form says in which order.
_FORMS = (
    (rf"<any>{_UNIT}{_W}{{0,40}}?(?:, |\()(?:which (?:was|is) )?(?:(?:an? )?{_NOUNS}|up|down)(?: by)? <any>{_HUNDREDTHS}(?: [a-z]+)? {_ON} {_THE}<any>", (0, 1, 2)),
    (rf"\b{_VERBS}(?: by)? <any>{_HUNDREDTHS},? to {_THE}<any>{_UNIT}{_W}{{0,20}}? from {_THE}<any>", (1, 0, 2)),
    (rf"\b{_VERBS}(?: by)? <any>{_HUNDREDTHS},? from {_THE}<any>{_UNIT}{_W}{{0,20}}? to {_THE}<any>", (2, 0, 1)),
    (rf"\bfrom {_THE}<any>{_UNIT}{_W}{{0,20}}? to {_THE}<any>{_UNIT}{_W}{{0,12}}?(?:,|\() ?(?:an? )?(?:{_NOUNS}|up|down)(?: by)? <any>{_HUNDREDTHS}(?=\W)", (1, 2, 0)),
)  # fmt: skip
# Beyond so many times the true difference the change is of something else.
_FARTHEST = 4


class Difference(Row):
    """From `before` to `after` the copy says that it is `by`, in truth `right` in the same unit."""

    by: Quantity
    before: Quantity
    after: Quantity
    right: float


@analysis
def differences(document: Document) -> tuple[Difference, ...]:
    """Every difference that its two figures don't make, in order."""
    found = (
        difference
        for sentence in skeletons(document)
        if len(sentence.at) > 2
        for form, order in _FORMS
        for match in pattern(form).finditer(sentence.text)
        for difference in _difference(document, sentence, match, order)
    )
    return tuple({difference.by.span: difference for difference in found}.values())


def _difference(
    document: Document, sentence: Skeleton, match: re.Match[str], order: tuple[int, int, int]
) -> Iterator[Difference]:
    signs = [sentence.at[at] for at in range(match.start(), match.end()) if at in sentence.at]
    after, by, before = (signs[at] for at in order)
    if not are_of_one_sort(document.text, before, after) or by.hedge is not Hedge.NONE or by.top != by.value:
        return
    money = Kind.MONEY in (before.kind, after.kind)
    if not _is_of_sort(by, before, after, bool(match["hundredths"]) and money):
        return
    parts = 100 if match["hundredths"] and money else 1
    right = parts * abs(after.value - before.value)
    slack = parts * (before.slack + after.slack) + by.slack
    if abs(right - by.value) > slack + 1e-6 and right / _FARTHEST < by.value < right * _FARTHEST:
        yield Difference(by, before, after, right)


def _is_of_sort(by: Quantity, before: Quantity, after: Quantity, hundredths: bool) -> bool:
    """Whether the difference can be one of such figures: told in their unit, without one, or in points or pence."""
    if Kind.PERCENT in (before.kind, after.kind):
        return by.kind is Kind.POINTS
    alike = {(by.kind, by.unit)} <= {(each.kind, each.unit) for each in (before, after)}
    return by.kind in (Kind.COUNT, Kind.OTHER) if hundredths else alike
