#!/usr/bin/env python3
"""Fit what each sign weighs, from marked copy, and write it into newslint/story/weights.tsv.

    python bench/fit.py KIND… --planted DIR [--published DIR[=GOLD.tsv]]… [--revised DIR]… [--mended DIR]… [--write] [--alarms N] [--misses]

A reading proposes pairs of places with their signs (story/same.py). Here each pair is labelled by the marks of the copy it comes
from, and the signs are weighed by logistic regression with L2 regularisation. Everything that is printed is measured on
copy that the weights weren't fitted on: authors and publishers are parted into folds, and each fold is scored by what the
others taught. A sign that fires on three pairs or fewer goes, and so does one without which the held-out copy is
foretold no worse. The sums are made probabilities on held-out copy, and pushed down until published copy rings no more
often than --cap times per 1,000 words.

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

from marked import Mark, Marked, examples, mended, planted, published, revised, stories

try:
    import numpy as np
    from sklearn.linear_model import LogisticRegression
except ImportError:
    np = None  # said in a sentence once the command line has been read

from newslint.story import same

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "newslint" / "story" / "weights.tsv"
# Where each kind of pair comes from.
PAIRS: dict[str, str] = {
    "amount": "newslint.topics.figures.same_amount:amount_pairs",
    "change": "newslint.topics.figures.growth:change_pairs",
    "list": "newslint.topics.figures.lists:list_pairs",
    "share": "newslint.topics.figures.proportions:share_pairs",
    "sum": "newslint.topics.figures.additions:sum_pairs",
    "abbreviation": "newslint.story.short_forms:short_form_pairs",
    "described-age": "newslint.topics.figures.age_pairs:described_age_pairs",
    "edition": "newslint.topics.draft.identity:edition_pairs",
    "first-reference": "newslint.topics.names.introductions:introduction_pairs",
    "given-name": "newslint.topics.names.namesakes:given_pairs",
    "honorific": "newslint.topics.names.honorifics:honorific_pairs",
    "relation": "newslint.topics.names.kinship:relation_pairs",
    "speaker": "newslint.topics.quotes.attributions:attribution_pairs",
    "title": "newslint.topics.names.titles:title_pairs",
    "ending-of-name": "newslint.story.name_pairs:ending_pairs",
    "letters-in-name": "newslint.story.name_pairs:letters_pairs",
    "name-form": "newslint.topics.names.variants:form_pairs_judged",
    "name-spelling": "newslint.topics.names.matching:spelling_pairs",
    "word-in-name": "newslint.story.name_pairs:word_pairs",
}
# The pack whose examples teach it.
PACKS = {
    "abbreviation": "abbreviations",
    "described-age": "figures",
    "edition": "draft",
    "name-spelling": "names",
    "speaker": "quotes",
}
FIGURES = frozenset(["amount", "change", "list", "share", "sum"])
PACKS |= dict.fromkeys(FIGURES, "figures")
# What true pairs of a kind look like: places that agree, as if one had a slip. Copy that is right holds hundreds of them.
ALTERED: dict[str, str] = {
    "change": "newslint.topics.figures.growth:altered_change_pairs",
    "first-reference": "newslint.topics.names.introductions:altered_introduction_pairs",
    "list": "newslint.topics.figures.lists:altered_list_pairs",
    "share": "newslint.topics.figures.proportions:altered_share_pairs",
    "speaker": "newslint.topics.quotes.attributions:altered_attribution_pairs",
    "sum": "newslint.topics.figures.additions:altered_sum_pairs",
}
ALTERED_WEIGHT = 0.25  # of a planted fault
EXAMPLE = 0.5  # of a draft's: an example is short copy, and made to show one thing
# Kinds whose readings measure log-odds already: all of these together are one sign more, with a weight that costs hardly
# anything, so that a sign that's too rare to be weighed is worth as much as its like.
MEASURED = frozenset(["name-spelling"])
TOGETHER, GAIN = "(others)", 5.0
# The kinds of planted fault that a kind of pair can be of; all, where it isn't here. A pair that touches another teaches nothing.
OF = {
    "first-reference": ("first-reference",),
    "given-name": ("given-name", "name"),
    "honorific": ("honorific",),
    "relation": ("relation",),
    "speaker": ("speaker",),
    "title": ("title",),
}
SMALL = 2500  # of so few examples every order in which signs may go is affordable
FOLDS = 4
STRENGTHS = (0.1, 0.3, 1.0, 3.0)  # scikit-learn's C, chosen by held-out loss
TRAP = 3.0  # what looked like a fault to a reader teaches more than a pair that nobody thought of
# Published copy is clean, and a draft isn't: what signs weigh is learned from both alike, but how likely a fault is at all
# from drafts, and of published copy so much.
PUBLISHED = 0.05
REVISED = frozenset(["name", "case", "hyphen_space", "figure", "month", "weekday"])


class Row(NamedTuple):
    """A pair as an example: its signs, whether it's a fault, how much it counts, and which mark it is of.

    `places` are the draft and the two places, the same whichever of them is suspected: newslint tells a pair once.
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
        mark, half = label(places, draft.marks)
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
        if kind in FIGURES and draft.group.startswith("examples"):
            weight = EXAMPLE if fault else 4 * EXAMPLE
        elif kind in FIGURES and draft.published and not fault:
            weight = PUBLISHED  # altered pairs and drafts teach more of figures than what nobody marked
        said = f"{document.source.name}: “{document[pair.suspect]}” / “{document[pair.other]}”"
        name_of_mark = mark.name if mark else ""
        both = (document.source.name, *sorted((pair.suspect.start, pair.other.start)))
        rows.append(Row(pair.signs, fault, weight, draft.group, draft.published, name_of_mark, trap, said, both))
    rows.extend(altered(draft, kind))
    document.forget()
    return rows


def altered(draft: Marked, kind: str) -> list[Row]:
    """The pairs of `kind` that would be faults if what agrees had a slip; they teach, but are no faults to be told."""
    if kind not in ALTERED or not (draft.published or draft.marks):
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
    if len(rows) <= SMALL:
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
    fit: Fit, rows: Sequence[Row], words: Counter[bool], cap: float, clean: float = PUBLISHED
) -> tuple[float, float, float]:
    """Slope, offset and ceiling that make the sums probabilities, pushed down to `cap` warnings per 1,000 published words."""
    _, y, w = matrix(rows, ())
    # How likely a fault is at all: drafts count as they stand, and their traps no more than once.
    w = np.where([row.published and not row.fault for row in rows], clean, np.minimum(w, 1.0))
    taught = np.array([row.weight == ALTERED_WEIGHT for row in rows])
    if taught.any():  # altered pairs teach the slope; how many faults there are the planted ones say
        w = np.where(y, (y & ~taught).sum() / y.sum(), w)
    curve = LogisticRegression(C=1e6).fit(fit.scores.reshape(-1, 1), y, sample_weight=w)
    slope, offset = max(0.05, float(curve.coef_[0][0])), float(curve.intercept_[0])
    noise = sorted(_alarms(fit.scores, rows).values(), reverse=True)
    allowed = int(cap * words[True] / 1000)
    if len(noise) > allowed:
        warning = float(np.log(0.8 / 0.2))
        offset = min(offset, warning - 1e-6 - slope * float(noise[allowed]))
    loud = slope * fit.scores + offset >= np.log(0.95 / 0.05)
    right, wrong = float((w * y * loud).sum()), float((w * ~y * loud).sum())
    return slope, offset, 1.0 if right and right >= 0.95 * (right + wrong) else 0.94


def _alarms(scores: np.ndarray, rows: Sequence[Row]) -> dict[tuple[str, int, int], float]:
    """What published copy would ring: each pair with the higher of its sums, where both ways round are proposed."""
    found: dict[tuple[str, int, int], float] = {}
    for score, row in zip(scores, rows, strict=True):
        if row.published and not row.fault:
            found[row.places] = max(float(score), found.get(row.places, -np.inf))
    return found


def report(kind: str, copy: Copy, fit: Fit, curve: tuple[float, float, float]) -> None:
    """What would be told on copy that wasn't fitted on, at each probability."""
    slope, offset, ceiling = curve
    faults = {row.mark for row in copy.rows if row.fault and not row.published}
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
        noise = len({row.places for row in told if row.published and not row.fault})
        print(
            f"  P ≥ {least:.2f}: planted {len({r.mark for r in told if r.fault and not r.published}):4}, "
            f"other right {sum(r.fault and r.published for r in told):4}, traps {sum(r.trap for r in told):3}, "
            f"else in drafts {sum(not r.published and not r.fault and not r.trap for r in told):4}, "
            f"published alarms {noise:4} ({1000 * noise / max(1, copy.words[True]):.3f} per 1,000 words)"
        )


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
    known = same.scales().get(kind)
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
    ap.add_argument("kinds", nargs="+", choices=sorted(PAIRS), metavar="KIND", help=", ".join(sorted(PAIRS)))
    ap.add_argument("--planted", type=Path, action="append", default=[])
    ap.add_argument("--published", action="append", default=[], metavar="DIR[=GOLD.tsv]")
    ap.add_argument("--revised", type=Path, action="append", default=[])
    ap.add_argument("--mended", type=Path, action="append", default=[], help="revised drafts as editors left them")
    ap.add_argument("--cap", type=float, default=0.02, help="warnings per 1,000 words of published copy, at most")
    ap.add_argument("--clean", type=float, default=PUBLISHED, help="how much published copy counts beside drafts")
    ap.add_argument("--write", action="store_true", help="put the weights into the table")
    ap.add_argument("--alarms", type=int, default=0, help="list so many of the strongest alarms of published copy")
    ap.add_argument("--rows", type=Path, help="keep the examples in this file, and take them from it where it's there")
    ap.add_argument("--misses", action="store_true", help="list the planted faults that were proposed and aren't told")
    args = ap.parse_args()
    if np is None:
        sys.exit("scikit-learn is wanting: python -m pip install -e '.[fit]'")
    parts = [re.split("=", each, maxsplit=1) for each in args.published]
    packs = {PACKS.get(kind, "names") for kind in args.kinds}
    drafts = chain(
        stories(ROOT / "tests" / "corpus"),
        chain.from_iterable(map(examples, sorted(packs))),
        chain.from_iterable(map(planted, args.planted)),
        chain.from_iterable(published(Path(part[0]), Path(part[1]) if part[1:] else None) for part in parts),
        chain.from_iterable(revised(folder, REVISED) for folder in args.revised),
        chain.from_iterable(map(mended, args.mended)),
    )
    lines = {}
    for kind, copy in remembered(args.rows, drafts, args.kinds).items():
        fit = chosen(copy.rows, folds(copy.rows), kind in MEASURED)
        curve = calibrated(fit, copy.rows, copy.words, args.cap, args.clean)
        report(kind, copy, fit, curve)
        listed(copy, fit, curve, args.alarms, args.misses)
        lines[kind] = written(kind, copy, fit, curve)
    if args.write:
        write(lines)


if __name__ == "__main__":
    main()
