#!/usr/bin/env python3
"""Fit what each sign weighs, from marked copy, and write it into newslint/story/weights.tsv.

    python bench/fit.py [KIND…] --planted DIR [--published DIR[=GOLD.tsv]]… [--revised DIR]… [--mended DIR]… [--curve] [--write] [--alarms N] [--misses]

A reading proposes pairs of places with their signs (story/same.py). Here each pair is labelled by the marks of the copy it comes
from, and the signs are weighed by logistic regression with L2 regularisation. Everything that is printed is measured on
copy that the weights weren't fitted on: authors and publishers are parted into folds, and each fold is scored by what the
others taught. A sign that fires on three pairs or fewer goes, and so does one without which the held-out copy is
foretold no worse. The sums are made probabilities on held-out copy, with warnings from where on the faults told are worth most,
less --price times what rings of published copy. Without a KIND all of them are fitted. --write keeps the weights that the table
has wherever they are worth more or foretell the copy better; --curve fits what makes sums probabilities, and nothing else.

It needs scikit-learn: python -m pip install -e '.[fit]'
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path

from labelled import ALTERED_WEIGHT, FIGURES, PAIRS, Copy, Row, is_planted, remembered
from marked import examples, mended, passages, planted, published, revised, stories

try:
    import numpy as np
    from calibration import PRICE, WARNING, Curve, alarms, calibrated
    from regression import GAIN, MEASURED, TOGETHER, Fit, best, chosen, fitted, folds, loss, matrix
except ImportError:
    np = None  # said in a sentence once the command line has been read

from newslint.story import same

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "newslint" / "story" / "weights.tsv"
# The pack whose examples teach it.
PACKS = {
    **dict.fromkeys([*FIGURES, "dated-age", "described-age"], "figures"),
    "abbreviation": "abbreviations",
    "edition": "draft",
    "moment": "dates",
    "name-spelling": "names",
    "note": "draft",
    "remark": "quotes",
    "reworded": "quotes",
    "speaker": "quotes",
}
# Published copy is clean, and a draft isn't: what signs weigh is learned from both alike, but how likely a fault is at all
# from drafts, and of published copy so much.
PUBLISHED = 0.05
SELDOM = 0.002  # for figures: published copy has few of them, and drafts and what is altered teach more
REVISED = frozenset(["name", "case", "hyphen_space", "figure", "month", "weekday"])


def report(kind: str, copy: Copy, fit: Fit, curve: Curve) -> None:
    """What would be told on copy that wasn't fitted on, at each probability."""
    faults = {row.mark for row in copy.rows if is_planted(row)}
    rung = alarms(fit.scores, copy.rows)
    print(
        f"{kind}: {len(copy.rows)} pairs, {sum(r.fault for r in copy.rows)} faults ({len(faults)} planted), "
        f"{len(fit.names)} signs, C {fit.strength}, held-out loss {fit.loss:.4f}, ceiling {curve.ceiling}"
    )
    for least in (0.95, 0.9, 0.8, 0.65, 0.5):
        told = [row for s, row in zip(fit.scores, copy.rows, strict=True) if curve.probability(s) >= least]
        noise = sum(curve.probability(s) >= least for s in rung)
        print(
            f"  P ≥ {least:.2f}: planted {len({r.mark for r in told if is_planted(r)}):4}, "
            f"other right {sum(r.fault and not is_planted(r) for r in told):4}, traps {sum(r.trap for r in told):3}, "
            f"else in drafts {sum(not r.published and not r.fault and not r.trap for r in told):4}, "
            f"published alarms {noise:4} ({1000 * noise / max(1, copy.words[True]):.3f} per 1,000 words)"
        )


def listed(copy: Copy, fit: Fit, curve: Curve, alarms: int, misses: bool) -> None:
    """The strongest alarms of published copy, and the faults that were proposed and aren't told."""
    order = sorted(zip(fit.scores, copy.rows, strict=True), key=lambda item: -item[0])
    for score, row in [item for item in order if item[1].published and not item[1].fault][:alarms]:
        print(f"  alarm {curve.probability(score):.2f} {row.said}")
    told = {row.mark for score, row in order if curve.probability(score) > WARNING}
    for score, row in order if misses else ():
        if row.fault and not row.published and row.mark not in told:
            print(f"  missed {curve.probability(score):.2f} {row.mark} ({row.said})")


def written(kind: str, copy: Copy, fit: Fit, curve: Curve) -> list[str]:
    """The rows of the table for `kind`, fitted on all copy; what a sign says to a desk stays as it was written there."""
    x, y, w = matrix(copy.rows, fit.names)
    model = fitted(x, y, w, fit.strength)
    known = same.scale_of(kind)
    own = [("(base)", float(model.intercept_[0])), *curve.rows()]
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


def calibrated_anew(kind: str, curve: Curve) -> list[str]:
    """The rows that the table has for `kind`, with this curve: what signs weigh stays as it is."""
    own = dict(curve.rows())
    rows = (row.split("\t") for row in same.table()[kind])
    return ["\t".join([kind, row[0], f"{own[row[0]]:.2f}" if row[0] in own else row[1], *row[2:]]) for row in rows]


def scaled(fit: Fit, known: same.Scale, rows: Sequence[Row]) -> Fit:
    """The held-out sums as the table counts: regularised otherwise, the same signs may weigh twice as much in all."""
    x, y, w = matrix(rows, fit.names)
    anew = fitted(x, y, w, fit.strength).decision_function(x)
    slope, offset = np.polyfit(anew, [known.score(row.signs) for row in rows], 1, w=np.sqrt(w))
    return fit._replace(scores=slope * fit.scores + offset)


def foretold(scale: same.Scale, rows: Sequence[Row]) -> float:
    """How surprising the labels are to a scale of the table. What is altered tells how signs weigh, and not how often a fault is."""
    rows = [row for row in rows if row.weight != ALTERED_WEIGHT]
    _, y, w = matrix(rows, ())
    scores = np.array([scale.slope * scale.score(row.signs) + scale.offset for row in rows])
    return loss(scores, y, w)


def told(probabilities: Sequence[float], rows: Sequence[Row]) -> tuple[int, int]:
    """How many faults would be told as warnings, and how often published copy would ring."""
    loud = [row for one, row in zip(probabilities, rows, strict=True) if one >= WARNING]
    faults = {row.mark for row in loud if row.fault and row.weight != ALTERED_WEIGHT}
    return len(faults), len(alarms([1.0] * len(loud), loud))


def is_better(kind: str, lines: Sequence[str], copy: Copy, fit: Fit, curve: Curve, price: float) -> bool:
    """Whether these rows of the table are better than those that it has; where they aren't, it's said.

    They are where what they tell of copy that they weren't fitted on is worth more than what the table does, which knows part of it;
    else where they foretell the copy no worse.
    """
    old = same.scale_of(kind)
    if old is None:
        return True
    more, noise = told([curve.probability(score) for score in fit.scores], copy.rows)
    few, usual = told([same.judged(kind, row.signs).probability for row in copy.rows], copy.rows)
    new = same.scale([line.split("\t")[1:] for line in lines])
    before, after = (foretold(each, copy.rows) for each in (old, new))
    better = more - few > price * (noise - usual) or after <= before
    if not better:
        print(
            f"{kind} kept: the table tells {few} and rings {usual} times, these {more} and {noise}; loss {before:.4f}, {after:.4f}"
        )
    return better


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


def parser() -> argparse.ArgumentParser:
    """What the command line may say."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("kinds", nargs="*", metavar="KIND", help=", ".join(sorted(PAIRS)))
    ap.add_argument("--planted", type=Path, action="append", default=[])
    ap.add_argument("--published", action="append", default=[], metavar="DIR[=GOLD.tsv]")
    ap.add_argument("--revised", type=Path, action="append", default=[])
    ap.add_argument("--mended", type=Path, action="append", default=[], help="revised drafts as editors left them")
    ap.add_argument("--price", type=float, help="faults that must be told for each alarm of published copy")
    ap.add_argument("--clean", type=float, help="how much published copy counts beside drafts")
    ap.add_argument(
        "--curve", action="store_true", help="keep what signs weigh, and fit only what makes sums probabilities"
    )
    ap.add_argument("--write", action="store_true", help="put the weights into the table")
    ap.add_argument("--alarms", type=int, default=0, help="list so many of the strongest alarms of published copy")
    ap.add_argument("--rows", type=Path, help="keep the examples in this file, and take them from it where it's there")
    ap.add_argument("--misses", action="store_true", help="list the planted faults that were proposed and aren't told")
    return ap


def main() -> None:
    """Fit the kinds that the command line names."""
    ap = parser()
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
        stories(ROOT / "bench" / "plain"),
        chain.from_iterable(map(examples, sorted(packs))),
        passages(ROOT / "tests" / "topics" / "figures" / "passages.yml") if "figures" in packs else (),
        chain.from_iterable(map(planted, args.planted)),
        chain.from_iterable(published(Path(part[0]), Path(part[1]) if part[1:] else None) for part in parts),
        chain.from_iterable(revised(folder, REVISED) for folder in args.revised),
        chain.from_iterable(map(mended, args.mended)),
    )
    price = PRICE if args.price is None else args.price
    lines, fits = {}, {}
    found = remembered(args.rows, drafts, kinds)
    for kind, copy in found.items():
        known = same.scale_of(kind) if args.curve else None
        if known:
            fit = scaled(best(copy.rows, list(known.weights), folds(copy.rows)), known, copy.rows)
        else:
            fit = chosen(copy.rows, folds(copy.rows), kind in MEASURED)
        clean = (SELDOM if kind in FIGURES else PUBLISHED) if args.clean is None else args.clean
        curve = calibrated(fit, copy.rows, price, clean)
        report(kind, copy, fit, curve)
        listed(copy, fit, curve, args.alarms, args.misses)
        fits[kind] = fit, curve
        lines[kind] = calibrated_anew(kind, curve) if known else written(kind, copy, fit, curve)
    if args.write:
        write(
            {
                kind: new
                for kind, new in lines.items()
                if args.curve or is_better(kind, new, found[kind], *fits[kind], price)
            }
        )


if __name__ == "__main__":
    main()
