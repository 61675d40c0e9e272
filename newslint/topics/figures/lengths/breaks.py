"""Breaks: what the sentence itself takes away from a length, or puts to it: “from 10am to 4pm, an hour of it for lunch, five hours in all”."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.document import Document
from newslint.source import Span
from newslint.topics.figures.lengths.ends import End, ends_within, gap
from newslint.topics.figures.lengths.lengths import lengths

_NEAR = 0.6  # of its unit, by which a length may be off that is told whole
_STINTS = 4  # ends of two stays and more


def is_accounted_for(document: Document, span: Span) -> bool:
    """Whether the length at `span` is what its sentence's ends leave without a break that it tells of, or several stays together."""
    own = next((length for length in lengths(document) if length.span == span), None)
    if own is None:
        return False
    others = [length for length in lengths(document) if length.sentence == own.sentence and length.span != span]
    within = [end for end in ends_within(document, own.sentence.span) if (end.grain == "clock") == own.of_clock]
    whole = _days((within[0], within[-1])) if len(within) > 1 else 0.0
    reckoned = [abs(whole + sign * other.days) for other in others if whole for sign in (1, -1)]
    if len(within) >= _STINTS and len(within) % 2 == 0:
        reckoned.append(sum(_days(within[at : at + 2]) for at in range(0, len(within), 2)))
    return any(abs(days - own.days) <= _NEAR * own.unit_days for days in reckoned)


def _days(stay: Sequence[End]) -> float:
    """The days from the first of two ends to the last, 0 where there are none."""
    between = gap(stay[0], stay[-1])
    return between.days if between else 0.0
