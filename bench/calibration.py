"""Calibration: which sums are which probabilities, measured on copy that the weights weren't fitted on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from labelled import ALTERED_WEIGHT, SHORT, Row
from regression import Fit, matrix
from sklearn.linear_model import LogisticRegression

WARNING = 0.8  # from this probability on a finding is one
STEP = 0.5  # of a sum, at least, between what is as likely as not and a warning
RARE = 5  # so many faults of a kind drafts may hold, though nobody planted any
# How often a kind may ring, in warnings per 1,000 words of published copy, where that isn't CAP: all figures together 0.05.
CAP = 0.02
CAPS = {
    "amount": 0.007,
    "change": 0.004,
    "equivalent": 0.002,
    "list": 0.008,
    "part": 0.001,
    "rate": 0.001,
    "retold": 0.003,
    "share": 0.004,
    "shown": 0.005,
    "sum": 0.008,
    "whole": 0.002,
    "described-age": 0.003,
    "first-reference": 0.005,
    "title": 0.004,
    "reworded": 0.002,
    "name-form": 0.008,
    "name-spelling": 0.014,
    "given-name": 0.003,
    "word-in-name": 0.003,
    "unintroduced-surname": 0.003,
}


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


def calibrated(fit: Fit, rows: Sequence[Row], words: Counter[bool], cap: float, clean: float) -> Curve:
    """Slope, offset and ceiling that make the sums probabilities, pushed down to `cap` warnings per 1,000 published words."""
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
    noise = alarms(fit.scores, rows)
    allowed = int(cap * words[True] / 1000)
    warning = float(np.log(0.8 / 0.2))
    least = noise[allowed] + 1e-6 if len(noise) > allowed else -np.inf
    even = -offset / slope
    told_from = max(least, even + STEP, _right_from(fit, rows))
    if told.any() and told_from < (warning - offset) / slope:
        slope = warning / (
            told_from - even
        )  # what is even as likely as not stays so, and warnings begin here; there are no errors
        offset, sure = -slope * even, 0.94
    else:
        sure = 1.0
    offset = min(offset, warning - slope * least)
    loud = slope * fit.scores + offset >= np.log(0.95 / 0.05)
    right, wrong = float((w * y * loud).sum()), float((w * ~y * loud).sum())
    return Curve(slope, offset, sure if right and right >= 0.95 * (right + wrong) else 0.94)


def _right_from(fit: Fit, rows: Sequence[Row]) -> float:
    """From which sum on four of five that drafts would be told, at least, are right; what published copy holds isn't asked."""
    right: set[str] = set()
    wrong, least = 0, np.inf
    order = sorted(zip(fit.scores, rows, strict=True), key=lambda item: -item[0])
    for score, row in order:
        if row.published or row.group.startswith((*SHORT, "stories")):
            continue
        if row.fault:
            right.add(row.mark)
        else:
            wrong += 1
        if len(right) >= max(4 * wrong, 4):
            least = float(score)
    return least


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
