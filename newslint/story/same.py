"""The judge: whether two places of a draft speak of one thing, weighed sign by sign.

A reading proposes pairs, by a key and widely; here each sign brings its log-odds, and their sum, calibrated, is the
probability that an editor would thank for being told. The weights are those of [weights.tsv](weights.tsv), which
`bench/fit.py` writes from marked copy; nobody sets one by hand. Nothing shuts a pair out but the sum.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import exp
from pathlib import Path

from newslint.finding import Sign
from newslint.source import Span
from newslint.startup.row import Row

_HOLDS = 1.0
_TABLE = Path(__file__).with_name("weights.tsv")


class Pair(Row):
    """Two places that may contradict each other.

    `kind` is the part of the table that judges it. `suspect` is the place to report, `other` the one it's held against;
    both are spans of `Document.text`, and the same span where the fault is of one place. `signs` gives what each sign of
    the table measures: 1.0 where it simply holds; a sign that's left out, or 0, doesn't. `also` are further places of the two.
    """

    kind: str
    suspect: Span
    other: Span
    signs: Mapping[str, float]
    also: tuple[Span, ...] = ()


def measured(signs: Mapping[str, float]) -> dict[str, float]:
    """The signs that hold, each with what it measures: 1.0, one object for all, where it simply holds."""
    return {name: _HOLDS if value == _HOLDS else float(value) for name, value in signs.items() if value}


class Scale(Row):
    """What one kind of pair is weighed with.

    `base` is the log-odds before any sign. What the readings measure in log-odds already is worth `others` where the table
    has no row of its own for it. `slope` and `offset` make the sum a probability as it was measured on copy that
    the weights weren't fitted on, and `ceiling` is the highest that it may be: what is never right often enough in
    published copy is no warning there, however sure the sum.
    """

    base: float
    weights: Mapping[str, float]
    words: Mapping[str, str]
    others: float = 0.0
    slope: float = 1.0
    offset: float = 0.0
    ceiling: float = 1.0

    def score(self, signs: Mapping[str, float]) -> float:
        """The log-odds of `signs`, before calibration."""
        weights, others = self.weights, self.others
        return self.base + sum([weights.get(name, others) * value for name, value in signs.items()])


class Verdict(Row):
    """How likely it is, from 0 to 1, that a pair is worth telling, and on which `scale` what was `measured` says so."""

    probability: float
    scale: Scale
    measured: Mapping[str, float]

    @property
    def signs(self) -> tuple[Sign, ...]:
        """The signs that spoke, strongest first: asked of few pairs, since few are told."""
        weights, others, words = self.scale.weights, self.scale.others, self.scale.words
        weighed = ((name, round(weights.get(name, others) * value, 2)) for name, value in self.measured.items())
        spoke = [Sign(name, weight, words.get(name, name)) for name, weight in weighed if weight]
        return tuple(sorted(spoke, key=lambda sign: (-abs(sign.weight), sign.name)))


_NO_SCALE = Scale(base=0.0, weights={}, words={}, ceiling=0.0)


def judged(kind: str, signs: Mapping[str, float]) -> Verdict:
    """What the table says of a pair of `kind` with these `signs`. A kind that it doesn't have is never told."""
    own = scale_of(kind) or _NO_SCALE
    probability = min(own.ceiling, _logistic(own.slope * own.score(signs) + own.offset))
    return Verdict(probability, own, signs)


def _logistic(log_odds: float) -> float:
    return 1 / (1 + exp(-max(-60.0, min(60.0, log_odds))))


@cache
def scale_of(kind: str) -> Scale | None:
    """What the table weighs a kind of pair with; None for a kind that it doesn't have."""
    rows = table().get(kind)
    return scale([row.split("\t") for row in rows]) if rows else None


@cache
def table() -> Mapping[str, list[str]]:
    """The rows of the table of weights by kind of pair, each without its kind."""
    found: dict[str, list[str]] = {}
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, _, row = line.partition("\t")
            found.setdefault(kind, []).append(row)
    return found


def scale(rows: list[list[str]]) -> Scale:
    """What the rows of one kind say, each without its kind: rows in round brackets are the scale's own; all others are signs."""
    own = {name.strip("()"): float(weight) for name, weight, *_ in rows if name.startswith("(")}
    signs = [row for row in rows if not row[0].startswith("(")]
    return Scale(
        weights={name: float(weight) for name, weight, *_ in signs},
        words={name: words[0] if words else name for name, _, *words in signs},
        **own,
    )
