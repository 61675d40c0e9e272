"""`python -m tools.adversary`: spend so many seconds on breaking newslint; ends with 1 where that succeeds.

By lot, but by a lot that a seed repeats. What is found becomes a case of tests/test_adversary.py.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from newslint.plugins import builtin
from newslint.plugins.registry import Registry, plugin_manager, registry
from tools.adversary.drafts import attack, smallest
from tools.adversary.growth import SHAPES, growth
from tools.adversary.kills import killed, shared
from tools.adversary.mutations import OWN, stories
from tools.adversary.repositories import repositories, tried

HERE = Path(__file__).parents[2]
PARTS = ("drafts", "growth", "repositories", "kills", "cache")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tools.adversary", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"what to try: {', '.join(PARTS)}; all by default")
    parser.add_argument("--seconds", type=float, default=60, help="how long drafts are spoilt")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--copy", type=Path, action="append", default=[], help="a folder of more drafts to spoil")
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--drafts", type=int, default=100, help="how many drafts lie in a folder where --fix is killed")
    given = parser.parse_args()
    if unknown := set(given.parts) - set(PARTS):
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    wrong = 0
    for part in given.parts or PARTS:
        for said in _BY_NAME[part](given):
            print(said, flush=True)
            wrong += not said.startswith("  ")
    sys.exit(1 if wrong else 0)


def _registry() -> Registry:
    return registry(plugin_manager(builtin, entry_points=False))


def _drafts(given: argparse.Namespace) -> Iterator[str]:
    own = _registry()
    found = stories([*(HERE / folder for folder in OWN), *given.copy])
    tally = attack(found, own, given.seconds, given.seed)
    yield f"  drafts: {tally.drafts:,} made of {len(found):,} stories, with {tally.findings:,} findings"
    for fault in tally.faults.values():
        short = smallest(fault, own)
        yield f"{tally.counts[fault.name]} × {fault.name} ({fault.suffix}, seed {fault.seed}): {short.text!r}"


def _growth(_: argparse.Namespace) -> Iterator[str]:
    own, worst = _registry(), 0.0
    for shape in SHAPES:
        grown = growth(shape, own)
        worst = max(worst, grown.exponent)
        if not grown.is_linear:
            yield f"{grown.shape}: {grown.length:,} letters take {grown.seconds:.1f} s, which grow by the power {grown.exponent:.2f}"
    yield f"  growth: {len(SHAPES)} shapes, the worst by the power {worst:.2f}"


def _repositories(_: argparse.Namespace) -> Iterator[str]:
    rows = repositories()
    for row in rows:
        with tempfile.TemporaryDirectory() as folder:
            ended = tried(row, Path(folder))
        for fault in ended.faults:
            yield f"{ended.name}: {fault}"
    yield f"  repositories: {len(rows)}"


def _kills(given: argparse.Namespace) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        kills = killed(Path(folder), given.kills, given.drafts, given.seed)
    yield from kills.faults
    yield f"  kills: {kills.number} over {given.drafts} drafts, with {min(kills.mended)} to {max(kills.mended)} mended"


def _cache(_: argparse.Namespace) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        yield from shared(Path(folder), processes=6, drafts=60, rounds=3)
    yield "  cache: 6 processes, 3 times"


_BY_NAME = {"drafts": _drafts, "growth": _growth, "repositories": _repositories, "kills": _kills, "cache": _cache}

if __name__ == "__main__":
    main()
