"""Logistic regression of labelled pairs in folds: what signs weigh, and which of them help on copy they weren't fitted on."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

os.environ.setdefault("OMP_NUM_THREADS", "1")  # several are slower on small tables, and far slower on a busy machine
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
from labelled import Row
from sklearn.linear_model import LogisticRegression

# Kinds whose readings measure log-odds already: all of these together are one sign more, with a weight that costs hardly
# anything, so that a sign that's too rare to be weighed is worth as much as its like.
MEASURED = frozenset(["name-spelling"])
TOGETHER, GAIN = "(others)", 5.0
SMALL, FEW = 2500, 40  # of so few examples with so few signs every order in which signs may go is affordable
FOLDS = 4
STRENGTHS = (0.1, 0.3, 1.0, 3.0)  # scikit-learn's C, chosen by held-out loss


def folds(rows: Sequence[Row]) -> np.ndarray:
    """The fold of each example: authors and publishers are dealt out whole, the largest first."""
    sizes = Counter((row.published, row.group) for row in rows)
    loads: dict[bool, list[int]] = {True: [0] * FOLDS, False: [0] * FOLDS}
    fold = {}
    for (of_published, group), size in sorted(sizes.items(), key=lambda item: (-item[1], item[0])):
        number = min(range(FOLDS), key=lambda n: loads[of_published][n])
        loads[of_published][number] += size
        fold[of_published, group] = number
    return np.array([fold[row.published, row.group] for row in rows])


class Fit(NamedTuple):
    """Weights with the strength of regularisation that foretold held-out copy best, and the held-out sums."""

    names: list[str]
    strength: float
    scores: np.ndarray
    loss: float


def fitted(x: np.ndarray, y: np.ndarray, w: np.ndarray, strength: float) -> LogisticRegression:
    """A logistic regression of the examples."""
    return LogisticRegression(C=strength, max_iter=200, solver="newton-cholesky").fit(x, y, sample_weight=w)


def held_out(x: np.ndarray, y: np.ndarray, w: np.ndarray, fold: np.ndarray, strength: float) -> np.ndarray:
    """The sum of each example by weights that its fold had no part in."""
    scores = np.zeros(len(y))
    for number in range(FOLDS):
        train, test = fold != number, fold == number
        if test.any():
            if y[train].all() or not y[train].any():
                scores[test] = -10.0
            else:
                scores[test] = fitted(x[train], y[train], w[train], strength).decision_function(x[test])
    return scores


def loss(scores: np.ndarray, y: np.ndarray, w: np.ndarray) -> float:
    """The mean surprise at the labels."""
    return float(np.average(np.logaddexp(0, np.where(y, -scores, scores)), weights=w))


def best(rows: Sequence[Row], names: Sequence[str], fold: np.ndarray) -> Fit:
    """The best strength for these signs."""
    x, y, w = matrix(rows, names)
    tried = []
    for strength in STRENGTHS:
        scores = held_out(x, y, w, fold, strength)
        tried.append(Fit(list(names), strength, scores, loss(scores, y, w)))
    return min(tried, key=lambda fit: fit.loss)


def matrix(rows: Sequence[Row], names: Sequence[str]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The examples as numbers: signs, labels, weights."""
    x = np.array([[_value(row, name) for name in names] for row in rows], dtype=float).reshape(len(rows), len(names))
    return x, np.array([row.fault for row in rows]), np.array([row.weight for row in rows])


def _value(row: Row, name: str) -> float:
    return GAIN * sum(row.signs.values()) if name == TOGETHER else row.signs.get(name, 0.0)


def _least_missed(fit: Fit, x: np.ndarray, y: np.ndarray, w: np.ndarray, fold: np.ndarray) -> list[int]:
    """The signs that stay where always that one goes which is missed least, until one is missed."""
    kept, least = list(range(len(fit.names))), fit.loss
    while len(kept) > 1:
        tried = ([n for n in kept if n != index] for index in kept if fit.names[index] != TOGETHER)
        missed, fewer = min((loss(held_out(x[:, some], y, w, fold, fit.strength), y, w), some) for some in tried)
        if missed > least:
            break
        kept, least = fewer, missed
    return kept


def chosen(rows: Sequence[Row], fold: np.ndarray, measured: bool = False) -> Fit:
    """The signs that help on copy they weren't fitted on: from the weakest on, each goes whose going does no harm there."""
    fired = Counter(name for row in rows for name, value in row.signs.items() if value)
    names = sorted(name for name, number in fired.items() if number > 3)
    fit = best(rows, [TOGETHER, *names] if measured else names, fold)
    x, y, w = matrix(rows, fit.names)
    strengths = np.abs(fitted(x, y, w, fit.strength).coef_[0]) * x.std(axis=0)
    kept, least = list(range(len(fit.names))), fit.loss
    if len(rows) <= SMALL and len(names) <= FEW:
        return best(rows, [fit.names[n] for n in _least_missed(fit, x, y, w, fold)], fold)
    for index in np.argsort(strengths):
        if fit.names[index] == TOGETHER:
            continue
        fewer = [n for n in kept if n != index]
        without = loss(held_out(x[:, fewer], y, w, fold, fit.strength), y, w) if fewer else np.inf
        if without <= least:
            kept, least = fewer, without
    return best(rows, [fit.names[n] for n in kept], fold)
