"""Calibration: which sums are which probabilities, measured on copy that the weights weren't fitted on."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from labelled import ALTERED_WEIGHT, SHORT, STORIES, Row
from regression import Fit, matrix
from sklearn.linear_model import LogisticRegression

WARNING = 0.8  # from this probability on a finding is one
WARN, ERROR = math.log(0.8 / 0.2), math.log(0.95 / 0.05)  # the log-odds of a warning, and of an error
MANY = 60  # so many told, and none wrong, make it 95% sure that at most one of twenty is (the rule of three)
STEP = 0.5  # of a sum, at least, between what is as likely as not and a warning
RARE = 5  # so many faults of a kind drafts may hold, though nobody planted any
# What a false alarm of published copy costs, in faults told.
PRICE = 1.0


class Curve(NamedTuple):
    """What makes a sum a probability: its slope and offset, and the highest that it may be."""

    slope: float
    offset: float
    ceiling: float

    def probability(self, score: float) -> float:
        return min(self.ceiling, 1 / (1 + float(np.exp(-(self.slope * score + self.offset)))))

    def rows(self) -> Iterator[tuple[str, float]]:
        """Each as the table names it."""
        for name, value in zip(self._fields, self, strict=True):
            yield f"({name})", value


def calibrated(fit: Fit, rows: Sequence[Row], price: float, clean: float) -> Curve:
    """Slope, offset and ceiling that make the sums probabilities, with warnings no earlier than they're worth their alarms."""
    _, y, w = matrix(rows, ())
    # How likely a fault is at all: drafts count as they stand, and their traps no more than once; short copy not at all.
    w = np.where([row.published and not row.fault for row in rows], clean, np.minimum(w, 1.0))
    told = np.array([row.weight == ALTERED_WEIGHT or row.group.startswith(SHORT) for row in rows])
    planted = (y & ~told).sum()
    # What agrees as if it had a slip, and short copy, teach what signs weigh; how likely a fault is the drafts say.
    if told.any() and planted < RARE:
        w = np.where(y, RARE / y.sum(), np.where(told, 0.0, w))
    elif told.any():
        w = np.where(told, 0.0, np.where(y, 1.0, w))
    curve = _platt(fit.scores, y, w)
    slope, offset = max(0.05, float(curve.coef_[0][0])), float(curve.intercept_[0])
    least = _worth_from(fit.scores, rows, price)
    even, error = -offset / slope, (ERROR - offset) / slope
    told_from = max(least, even + STEP)
    if told.any() and told_from < (WARN - offset) / slope:
        # Warnings begin here. Errors begin where they did, if so many were right there; else what is even stays so.
        sure = error if (y & ~told & (fit.scores >= error)).sum() >= MANY else np.inf
        slope = WARN / (told_from - even) if np.isinf(sure) else (ERROR - WARN) / (sure - told_from)
        offset, ceiling = WARN - slope * told_from, 0.94 if np.isinf(sure) else 1.0
    else:
        ceiling = 1.0
    offset = min(offset, WARN - slope * least)
    loud = slope * fit.scores + offset >= ERROR
    right, wrong = float((w * y * loud).sum()), float((w * ~y * loud).sum())
    return Curve(slope, offset, ceiling if right and right >= 0.95 * (right + wrong) else 0.94)


def _worth_from(scores: Sequence[float], rows: Sequence[Row], price: float) -> float:
    """From which sum on to tell is worth most: the faults that somebody made, less `price` times what rings of published copy.

    There are four of them to each thing that drafts would be told wrongly, at least. Where nobody made a fault of the kind, those
    count that copy was given for it.
    """
    made = [row.fault and row.weight != ALTERED_WEIGHT and not row.group.startswith((*SHORT, STORIES)) for row in rows]
    faults = made if any(made) else [row.fault for row in rows]
    rings = sorted(alarms(scores, rows))
    ringing = set(rings)
    told: set[tuple[str, str]] = set()
    wrong, best, least = 0, 0.0, np.inf
    against = -np.inf  # the highest sum below that is known to be no fault: down to it nothing speaks against telling
    for score, fault, row in sorted(zip(scores, faults, rows, strict=True), key=lambda item: -item[0]):
        in_draft = not (row.fault or row.published or row.group.startswith((*SHORT, STORIES)))
        if fault:
            told.add((row.places[0], row.mark))
        wrong += in_draft
        worth = len(told) - price * (len(rings) - bisect_left(rings, score))
        if worth > best and len(told) >= 4 * wrong:
            best, least, against = worth, float(score), -np.inf
        elif score < least and against == -np.inf and (in_draft or score in ringing):
            against = float(score)
    return against + 1e-6 if np.isfinite(least) else np.inf


def _platt(scores: np.ndarray, y: np.ndarray, w: np.ndarray) -> LogisticRegression:
    """Platt's curve, with his targets: among so few examples as there are, one more might have been of the other sort."""
    doubt = np.where(y, 1 / (w[y].sum() + 2), 1 / (w[~y].sum() + 2))
    twice = np.concatenate([scores, scores]).reshape(-1, 1)
    return LogisticRegression(C=1e6).fit(
        twice, np.concatenate([y, ~y]), sample_weight=np.concatenate([w * (1 - doubt), w * doubt])
    )


def alarms(scores: Iterable[float], rows: Iterable[Row]) -> list[float]:
    """The sums of what published copy would ring, highest first: newslint tells a place once, and a pair one way round."""
    found, told = [], set()
    for score, row in sorted(zip(scores, rows, strict=True), key=lambda item: -item[0]):
        source, suspect, other = row.places
        if row.published and not row.fault and told.isdisjoint([(source, suspect), row.places]):
            told |= {(source, suspect), (source, other, suspect)}
            found.append(float(score))
    return found
