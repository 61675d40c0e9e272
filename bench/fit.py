#!/usr/bin/env python3
"""Fit what each sign weighs, from marked copy, and write it into newslint/story/weights.tsv.

    python bench/fit.py [KIND…] --planted DIR [--published DIR[=GOLD.tsv]]… [--revised DIR]… [--mended DIR]… [--curve] [--write] [--alarms N] [--misses]

A reading proposes pairs of places with their signs (story/same.py). Here each pair is labelled by the marks of the copy it comes
from, and the signs are weighed by logistic regression with L2 regularisation. Everything that is printed is measured on
copy that the weights weren't fitted on: authors and publishers are parted into folds, and each fold is scored by what the
others taught. A sign that fires on three pairs or fewer goes, and so does one without which the held-out copy is
foretold no worse. The sums are made probabilities on held-out copy, and pushed down until published copy rings no more
often than --cap times per 1,000 words. Without a KIND all of them are fitted. --write keeps the weights that the table has wherever
they foretell the copy better.

It needs scikit-learn: python -m pip install -e '.[fit]'
"""

from __future__ import annotations

import argparse
import os
import pickle
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from itertools import chain
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("OMP_NUM_THREADS", "1")  # several are slower on small tables, and far slower on a busy machine
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from marked import Mark, Marked, examples, mended, passages, planted, published, revised, stories

try:
    import numpy as np
    from sklearn.linear_model import LogisticRegression
except ImportError:
    np = None  # said in a sentence once the command line has been read

from newslint.document import Document
from newslint.story import same
from newslint.text.lexicon import folded

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "newslint" / "story" / "weights.tsv"
# Where each kind of pair comes from.
PAIRS: dict[str, str] = {
    "amount": "newslint.topics.figures.same_amount:amount_pairs",
    "change": "newslint.topics.figures.growth:change_pairs",
    "equivalent": "newslint.topics.figures.equivalents:equivalent_pairs",
    "list": "newslint.topics.figures.lists:list_pairs",
    "part": "newslint.topics.figures.parts:part_pairs",
    "rate": "newslint.topics.figures.products:rate_pairs",
    "retold": "newslint.topics.figures.same_amount:amount_pairs",
    "share": "newslint.topics.figures.proportions:share_pairs",
    "shown": "newslint.topics.figures.same_amount:amount_pairs",
    "sum": "newslint.topics.figures.additions:sum_pairs",
    "whole": "newslint.topics.figures.wholes:whole_pairs",
    "abbreviation": "newslint.story.short_forms:short_form_pairs",
    "described-age": "newslint.topics.figures.age_pairs:described_age_pairs",
    "edition": "newslint.topics.draft.identity:edition_pairs",
    "first-reference": "newslint.topics.names.introductions:introduction_pairs",
    "given-name": "newslint.topics.names.namesakes:given_pairs",
    "honorific": "newslint.topics.names.honorifics:honorific_pairs",
    "relation": "newslint.topics.names.kinship:relation_pairs",
    "reworded": "newslint.topics.quotes.rewordings:reworded_pairs",
    "speaker": "newslint.topics.quotes.attributions:attribution_pairs",
    "title": "newslint.topics.names.titles:title_pairs",
    "ending-of-name": "newslint.story.name_pairs:ending_pairs",
    "letters-in-name": "newslint.story.name_pairs:letters_pairs",
    "name-form": "newslint.topics.names.variants:form_pairs_judged",
    "name-spelling": "newslint.topics.names.matching:spelling_pairs",
    "unintroduced-surname": "newslint.topics.names.unintroduced:unintroduced_pairs",
    "word-in-name": "newslint.story.name_pairs:word_pairs",
}
# The pack whose examples teach it.
PACKS = {
    "abbreviation": "abbreviations",
    "described-age": "figures",
    "edition": "draft",
    "name-spelling": "names",
    "reworded": "quotes",
    "speaker": "quotes",
}
FIGURES = frozenset(
    ["amount", "change", "equivalent", "list", "part", "rate", "retold", "share", "shown", "sum", "whole"]
)
PACKS |= dict.fromkeys(FIGURES, "figures")
# The rules that tell a kind: the marks in short copy of others say nothing of it.
RULES = {
    "amount": ("conflict", "headline", "scale"),
    "change": ("percent-change",),
    "list": ("list-count",),
    "part": ("sum",),
    "equivalent": ("ratio",),
    "rate": ("rate",),
    "retold": ("conflict", "headline", "scale"),
    "share": ("ratio",),
    "shown": ("conflict", "headline", "scale"),
    "sum": ("sum",),
    "whole": ("percent-total",),
}
SHORT = ("examples", "passages")
# What true pairs of a kind look like: places that agree, as if one had a slip. Copy that is right holds hundreds of them.
ALTERED: dict[str, str] = {
    "change": "newslint.topics.figures.growth:altered_change_pairs",
    "equivalent": "newslint.topics.figures.equivalents:altered_equivalent_pairs",
    "first-reference": "newslint.topics.names.introductions:altered_introduction_pairs",
    "list": "newslint.topics.figures.lists:altered_list_pairs",
    "part": "newslint.topics.figures.parts:altered_part_pairs",
    "rate": "newslint.topics.figures.products:altered_rate_pairs",
    "share": "newslint.topics.figures.proportions:altered_share_pairs",
    "shown": "newslint.topics.figures.same_amount:altered_shown_pairs",
    "speaker": "newslint.topics.quotes.attributions:altered_attribution_pairs",
    "sum": "newslint.topics.figures.additions:altered_sum_pairs",
    "whole": "newslint.topics.figures.wholes:altered_whole_pairs",
}
ALTERED_WEIGHT = 0.25  # of a planted fault
# What short copy counts beside a draft's: a fault, and what must stay silent, which was made to look like one. For amounts, of which
# everything is a look-alike of something, it's asked more sternly.
EXAMPLE = (0.5, 1.5)
EXAMPLES = {"amount": (1.0, 5.0), "shown": (1.0, 5.0), "sum": (2.0, 3.0)}
NOISE = 0.15  # of a draft's, for what nobody marked in published copy
STEP = 0.5  # of a sum, at least, between what is as likely as not and a warning
RARE = 5  # so many faults of a kind drafts may hold, though nobody planted any
# Kinds whose readings measure log-odds already: all of these together are one sign more, with a weight that costs hardly
# anything, so that a sign that's too rare to be weighed is worth as much as its like.
MEASURED = frozenset(["name-spelling"])
TOGETHER, GAIN = "(others)", 5.0
# The kinds of planted fault that a kind of pair can be of; all, where it isn't here. A pair that touches another teaches nothing.
OF = {
    "amount": ("figure", "headline-figure", "caption-figure"),
    "change": ("change", "percent", "figure", "sum"),
    "equivalent": ("percent", "ratio"),
    "list": ("list-count",),
    "part": ("sum", "figure"),
    "rate": ("sum", "figure", "ratio"),
    "retold": ("figure", "headline-figure", "caption-figure"),
    "share": ("percent", "ratio"),
    "shown": ("figure", "headline-figure", "caption-figure"),
    "sum": ("sum",),
    "whole": ("percent", "sum"),
    "first-reference": ("first-reference",),
    "given-name": ("given-name", "name"),
    "honorific": ("honorific",),
    "relation": ("relation",),
    "reworded": ("quote",),
    "speaker": ("speaker",),
    "title": ("title",),
}
SMALL, FEW = 2500, 40  # of so few examples with so few signs every order in which signs may go is affordable
FOLDS = 4
STRENGTHS = (0.1, 0.3, 1.0, 3.0)  # scikit-learn's C, chosen by held-out loss
TRAP = 3.0  # what looked like a fault to a reader teaches more than a pair that nobody thought of
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
    "word-in-name": 0.006,
    "unintroduced-surname": 0.003,
}
# Published copy is clean, and a draft isn't: what signs weigh is learned from both alike, but how likely a fault is at all
# from drafts, and of published copy so much.
PUBLISHED = 0.05
SELDOM = 0.002  # for figures: published copy has few of them, and drafts and what is altered teach more
REVISED = frozenset(["name", "case", "hyphen_space", "figure", "month", "weekday"])


class Row(NamedTuple):
    """A pair as an example: its signs, whether it's a fault, how much it counts, and which mark it is of.

    `places` are the draft, the place that would be reported and the one that it's held against.
    """

    signs: Mapping[str, float]
    fault: bool
    weight: float
    group: str
    published: bool
    mark: str
    trap: bool
    said: str
    places: tuple[str, int, int] = ("", 0, 0)


class Copy(NamedTuple):
    """All examples of one kind, how many words of each sort of copy they come from, and how many faults could be told."""

    rows: list[Row]
    words: Counter[bool]


def touches(place: tuple[int, int], mark: tuple[int, int] | None) -> bool:
    """Whether a place and a mark overlap, or lie two letters apart at most."""
    return mark is not None and place[0] < mark[1] + 2 and mark[0] - 2 < place[1]


def label(places: Sequence[tuple[int, int]], marks: Iterable[Mark]) -> tuple[Mark | None, bool]:
    """The mark that the pair is of, and whether it touches a fault by half: then it says nothing either way."""
    half = False
    for mark in marks:
        a = any(touches(place, mark.a) for place in places)
        b = mark.b is None or any(touches(place, mark.b) for place in places)
        if a and b:
            return mark, False
        half = half or (mark.fault and (a or (mark.b is not None and b)))
    return None, half


def examples_of(draft: Marked, kind: str) -> list[Row]:
    """The pairs of `kind` that the draft has, labelled."""
    module, _, name = PAIRS[kind].partition(":")
    document, rows = draft.document, []
    for pair in getattr(import_module(module), name)(document):
        if pair.kind != kind:
            continue
        spans = (document.place(span).span for span in (pair.suspect, pair.other, *pair.also))
        places = [(span.start, span.end) for span in spans]
        short = draft.group.startswith(SHORT)
        mark, half = label(places[:1] if short else places, draft.marks)
        half = half or bool(mark and mark.right and not _has_form(document, pair, mark.right))
        if short and kind in RULES and mark and mark.fault and _rule(mark) not in RULES[kind]:
            continue
        if half or not (mark or draft.whole):
            continue
        if (
            mark
            and mark.fault
            and kind in OF
            and mark.name.count(": ") > 1
            and mark.name.split(": ")[1] not in OF[kind]
        ):
            continue
        fault, trap = bool(mark and mark.fault), bool(mark and not mark.fault)
        weight = TRAP if trap else 1.0
        if kind in FIGURES and short:
            weight = EXAMPLES.get(kind, EXAMPLE)[not fault]
        elif kind in FIGURES and draft.published and not fault:
            weight = NOISE  # altered pairs and drafts teach more of figures than what nobody marked
        said = f"{document.source.name}: “{document[pair.suspect]}” / “{document[pair.other]}”"
        name_of_mark = mark.name if mark else ""
        both = (document.source.name, pair.suspect.start, pair.other.start)
        rows.append(Row(pair.signs, fault, weight, draft.group, draft.published, name_of_mark, trap, said, both))
    rows.extend(altered(draft, kind))
    document.forget()
    return rows


def _has_form(document: Document, pair: same.Pair, right: str) -> bool:
    """Whether one place of the pair has the form that an editor preferred, so that the pair is what was mended."""
    forms = (folded(document[span]) for span in (pair.suspect, pair.other))
    return any(form in folded(right) or folded(right) in form for form in forms)


def _rule(mark: Mark) -> str:
    """The rule, without its pack, whose example or passage a mark is of."""
    return mark.name.partition(":")[0].rpartition("/")[2]


def altered(draft: Marked, kind: str) -> list[Row]:
    """The pairs of `kind` that would be faults if what agrees had a slip; they teach, but are no faults to be told."""
    if kind not in ALTERED or draft.group.startswith(SHORT) or not (draft.published or draft.marks):
        return []
    module, _, name = ALTERED[kind].partition(":")
    pairs = getattr(import_module(module), name)(draft.document)
    mark, group = f"{draft.document.source.name}: altered", draft.group
    return [Row(p.signs, True, ALTERED_WEIGHT, group, True, mark, False, mark) for p in pairs]


def gathered(drafts: Iterable[Marked], kinds: Sequence[str]) -> dict[str, Copy]:
    """The examples of each kind."""
    found: dict[str, Copy] = {kind: Copy([], Counter()) for kind in kinds}
    for draft in drafts:
        for kind in kinds:
            found[kind].rows.extend(examples_of(draft, kind))
            found[kind].words[draft.published] += draft.words if draft.whole else 0
    return found


def remembered(path: Path | None, drafts: Iterable[Marked], kinds: Sequence[str]) -> dict[str, Copy]:
    """The examples in the file at `path`, or gathered anew and kept there: reading thousands of drafts takes minutes."""
    if path and path.exists():
        found: dict[str, Copy] = pickle.loads(path.read_bytes())
        return {kind: found[kind] for kind in kinds}
    found = gathered(drafts, kinds)
    if path:
        path.write_bytes(pickle.dumps(found))
    return found


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


def calibrated(
    fit: Fit, rows: Sequence[Row], words: Counter[bool], cap: float, clean: float
) -> tuple[float, float, float]:
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
    noise = _alarms(fit.scores, rows)
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
    return slope, offset, sure if right and right >= 0.95 * (right + wrong) else 0.94


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


def _alarms(scores: Iterable[float], rows: Iterable[Row]) -> list[float]:
    """The sums of what published copy would ring, highest first: newslint tells a place once, and a pair one way round."""
    found, told = [], set()
    for score, row in sorted(zip(scores, rows, strict=True), key=lambda item: -item[0]):
        source, suspect, other = row.places
        if row.published and not row.fault and told.isdisjoint([(source, suspect), row.places]):
            told |= {(source, suspect), (source, other, suspect)}
            found.append(float(score))
    return found


def report(kind: str, copy: Copy, fit: Fit, curve: tuple[float, float, float]) -> None:
    """What would be told on copy that wasn't fitted on, at each probability."""
    slope, offset, ceiling = curve
    faults = {row.mark for row in copy.rows if _is_planted(row)}
    rung = _alarms(fit.scores, copy.rows)
    print(
        f"{kind}: {len(copy.rows)} pairs, {sum(r.fault for r in copy.rows)} faults ({len(faults)} planted), "
        f"{len(fit.names)} signs, C {fit.strength}, held-out loss {fit.loss:.4f}, ceiling {ceiling}"
    )
    for least in (0.95, 0.9, 0.8, 0.65, 0.5):
        told = [
            row
            for s, row in zip(fit.scores, copy.rows, strict=True)
            if min(ceiling, 1 / (1 + np.exp(-(slope * s + offset)))) >= least
        ]
        noise = sum(min(ceiling, 1 / (1 + np.exp(-(slope * s + offset)))) >= least for s in rung)
        print(
            f"  P ≥ {least:.2f}: planted {len({r.mark for r in told if _is_planted(r)}):4}, "
            f"other right {sum(r.fault and not _is_planted(r) for r in told):4}, traps {sum(r.trap for r in told):3}, "
            f"else in drafts {sum(not r.published and not r.fault and not r.trap for r in told):4}, "
            f"published alarms {noise:4} ({1000 * noise / max(1, copy.words[True]):.3f} per 1,000 words)"
        )


def _is_planted(row: Row) -> bool:
    return row.fault and not row.published and not row.group.startswith(SHORT)


def listed(copy: Copy, fit: Fit, curve: tuple[float, float, float], alarms: int, misses: bool) -> None:
    """The strongest alarms of published copy, and the faults that were proposed and aren't told."""
    slope, offset, _ = curve
    order = sorted(zip(fit.scores, copy.rows, strict=True), key=lambda item: -item[0])
    for score, row in [item for item in order if item[1].published and not item[1].fault][:alarms]:
        print(f"  alarm {1 / (1 + np.exp(-(slope * score + offset))):.2f} {row.said}")
    told = {row.mark for score, row in order if slope * score + offset > np.log(0.8 / 0.2)}
    for score, row in order if misses else ():
        if row.fault and not row.published and row.mark not in told:
            print(f"  missed {1 / (1 + np.exp(-(slope * score + offset))):.2f} {row.mark} ({row.said})")


def written(kind: str, copy: Copy, fit: Fit, curve: tuple[float, float, float]) -> list[str]:
    """The rows of the table for `kind`, fitted on all copy; what a sign says to a desk stays as it was written there."""
    x, y, w = matrix(copy.rows, fit.names)
    model = fitted(x, y, w, fit.strength)
    known = same.scale_of(kind)
    slope, offset, ceiling = curve
    own = [("(base)", float(model.intercept_[0])), ("(slope)", slope), ("(offset)", offset), ("(ceiling)", ceiling)]
    found = dict(zip(fit.names, map(float, model.coef_[0]), strict=True))
    together = GAIN * found.pop(TOGETHER, 0.0)
    if together:
        own.insert(1, (TOGETHER, together))
    weights = sorted(((name, weight + together) for name, weight in found.items()), key=lambda item: -item[1])
    lines = [f"{kind}\t{name}\t{value:.2f}\t" for name, value in own]
    for name, weight in weights:
        words = known.words.get(name, name) if known else name
        lines.append(f"{kind}\t{name}\t{weight:.2f}\t{words}")
    return lines


def calibrated_anew(kind: str, curve: tuple[float, float, float]) -> list[str]:
    """The rows that the table has for `kind`, with this curve: what signs weigh stays as it is."""
    own = dict(zip(("(slope)", "(offset)", "(ceiling)"), curve, strict=True))
    rows = (row.split("\t") for row in same.table()[kind])
    return ["\t".join([kind, row[0], f"{own[row[0]]:.2f}" if row[0] in own else row[1], *row[2:]]) for row in rows]


def foretold(scale: same.Scale, rows: Sequence[Row]) -> float:
    """How surprising the labels are to a scale of the table. What is altered tells how signs weigh, and not how often a fault is."""
    rows = [row for row in rows if row.weight != ALTERED_WEIGHT]
    _, y, w = matrix(rows, ())
    scores = np.array([scale.slope * scale.score(row.signs) + scale.offset for row in rows])
    return loss(scores, y, w)


def is_better(kind: str, lines: Sequence[str], copy: Copy) -> bool:
    """Whether these rows of the table foretell the copy no worse than those that it has; where they don't, it's said."""
    old = same.scale_of(kind)
    new = same.scale([line.split("\t")[1:] for line in lines])
    losses = [foretold(each, copy.rows) for each in (old, new) if each]
    if len(losses) > 1 and losses[1] > losses[0]:
        print(f"{kind} kept as it was: {losses[0]:.4f} with the weights of the table, {losses[1]:.4f} with these")
    return len(losses) < 2 or losses[1] <= losses[0]


def write(lines: Mapping[str, list[str]]) -> None:
    """Put the rows of these kinds into the table; all others stay."""
    kept: dict[str, list[str]] = defaultdict(list)
    head = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            head.append(line)
        elif line:
            kept[line.partition("\t")[0]].append(line)
    kept.update(lines)
    TABLE.write_text("\n".join(chain(head, *(kept[kind] for kind in sorted(kept)))) + "\n", encoding="utf-8")


def main() -> None:
    """Fit the kinds that the command line names."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("kinds", nargs="*", metavar="KIND", help=", ".join(sorted(PAIRS)))
    ap.add_argument("--planted", type=Path, action="append", default=[])
    ap.add_argument("--published", action="append", default=[], metavar="DIR[=GOLD.tsv]")
    ap.add_argument("--revised", type=Path, action="append", default=[])
    ap.add_argument("--mended", type=Path, action="append", default=[], help="revised drafts as editors left them")
    ap.add_argument("--cap", type=float, help="warnings per 1,000 words of published copy, at most, for each kind")
    ap.add_argument("--clean", type=float, help="how much published copy counts beside drafts")
    ap.add_argument(
        "--curve", action="store_true", help="keep what signs weigh, and fit only what makes sums probabilities"
    )
    ap.add_argument("--write", action="store_true", help="put the weights into the table")
    ap.add_argument("--alarms", type=int, default=0, help="list so many of the strongest alarms of published copy")
    ap.add_argument("--rows", type=Path, help="keep the examples in this file, and take them from it where it's there")
    ap.add_argument("--misses", action="store_true", help="list the planted faults that were proposed and aren't told")
    args = ap.parse_args()
    if np is None:
        sys.exit("scikit-learn is wanting: python -m pip install -e '.[fit]'")
    kinds = args.kinds or sorted(PAIRS)
    if unknown := sorted(set(kinds) - PAIRS.keys()):
        ap.error(f"no kind of pair: {', '.join(unknown)}")
    parts = [re.split("=", each, maxsplit=1) for each in args.published]
    packs = {PACKS.get(kind, "names") for kind in kinds}
    drafts = chain(
        stories(ROOT / "tests" / "corpus"),
        chain.from_iterable(map(examples, sorted(packs))),
        passages(ROOT / "tests" / "topics" / "figures" / "passages.yml") if "figures" in packs else (),
        chain.from_iterable(map(planted, args.planted)),
        chain.from_iterable(published(Path(part[0]), Path(part[1]) if part[1:] else None) for part in parts),
        chain.from_iterable(revised(folder, REVISED) for folder in args.revised),
        chain.from_iterable(map(mended, args.mended)),
    )
    lines = {}
    found = remembered(args.rows, drafts, kinds)
    for kind, copy in found.items():
        known = same.scale_of(kind) if args.curve else None
        if known:
            fit = best(copy.rows, list(known.weights), folds(copy.rows))
        else:
            fit = chosen(copy.rows, folds(copy.rows), kind in MEASURED)
        cap = CAPS.get(kind, CAP) if args.cap is None else args.cap
        clean = (SELDOM if kind in FIGURES else PUBLISHED) if args.clean is None else args.clean
        curve = calibrated(fit, copy.rows, copy.words, cap, clean)
        report(kind, copy, fit, curve)
        listed(copy, fit, curve, args.alarms, args.misses)
        lines[kind] = calibrated_anew(kind, curve) if known else written(kind, copy, fit, curve)
    if args.write:
        write({kind: new for kind, new in lines.items() if is_better(kind, new, found[kind])})


if __name__ == "__main__":
    main()
