#!/usr/bin/env python3
"""Whole drafts with planted slips: how many does newslint tell, and what else does it say?

    python bench/planted.py [--drafts DIR] [--level warning] [--misses] [--alarms] [--command "newslint check"]
    python bench/planted.py --reader NAME --config FILE

The drafts of bench/planted were written, slips and look-alikes in them, by authors who hadn't seen newslint's rules; bench/README.md
says what a mark is. A slip is *told* where a finding touches both its places, or one of them and is of a pack that speaks of
such slips; *with both places* where it touches both. A trap is *sprung* where a finding touches both its places. All other
findings are *alarms*: the drafts are clean but for what is marked. With `--reader`, a second reader of a configuration that
you trust reads along, and what it adds is told apart.
"""

from __future__ import annotations

import argparse
import json
import shlex
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
Place = tuple[int, int]
Finding = Mapping[str, Any]

_SUFFIXES = (".txt", ".md", ".html")
_NEAR = 2  # so many letters may lie between a finding and a mark
_BY_READER = "reader/"  # what a second reader tells, before the pack that it's about
_FAR = 80  # where a leftover is marked by its sentence
_NAMES = "names headlines captions spelling quotes"
_FIGURES = "figures dates headlines captions draft names"
# The packs that speak of each kind of slip.
PACKS = {
    **dict.fromkeys(
        "name given-name organisation place title relation honorific first-reference".split(),
        f"{_NAMES} abbreviations figures dates",
    ),
    **dict.fromkeys(
        "figure headline-figure caption-figure sum percent change ratio list-count conversion age duration date weekday "
        "time order".split(),
        _FIGURES,
    ),
    **dict.fromkeys("quote speaker unclosed".split(), "quotes captions repetition"),
    **dict.fromkeys("variety variant hyphenation capitals".split(), "spelling style names abbreviations"),
    "caption": "captions names figures headlines dates repetition",
    "abbreviation": "abbreviations names spelling",
    "word": "repetition draft spelling",
    "paragraph": "repetition quotes captions",
    "leftover": "draft repetition quotes spelling",
}


class Slip(NamedTuple):
    """A planted slip, or a trap (`kind` ""), with its places in the draft's text."""

    kind: str
    level: str
    a: Place
    b: Place | None
    note: str


class Tally(NamedTuple):
    """How many were planted, told, and told with both places."""

    planted: int
    told: int
    both: int

    def __str__(self) -> str:
        return f"{self.planted:7}  {self.told:5} {self.told / max(1, self.planted):5.0%}  {self.both:5}"


class Draft(NamedTuple):
    """What came of one draft."""

    name: str
    words: int
    told: list[tuple[Slip, bool, bool]]
    sprung: list[tuple[Slip, Finding]]
    alarms: list[Finding]
    traps: int


def occurrence(text: str, words: str, number: int) -> Place | None:
    """Where the `number`-th occurrence of `words` stands."""
    at = -1
    for _ in range(number):
        at = text.find(words, at + 1)
        if at < 0:
            return None
    return (at, at + len(words)) if words and number else None


def slips(text: str, rows: list[dict[str, Any]], trap: bool = False) -> Iterator[Slip]:
    """The marks of a draft that can be found in it."""
    for row in rows:
        a, b = (occurrence(text, row[key], row[f"{key}_n"]) for key in ("a", "b"))
        if a:
            yield Slip("" if trap else row.get("kind", ""), row.get("level", ""), a, b, row["note"])


def touches(finding: Finding, mark: Place | None, slack: int = _NEAR) -> bool:
    """Whether one of the finding's places lies at the mark."""
    places = [finding, *finding.get("related", ())]
    return mark is not None and any(
        place["start"]["offset"] < mark[1] + slack
        and mark[0] - slack < max(place["end"]["offset"], place["start"]["offset"] + 1)
        for place in places
    )


def is_told(finding: Finding, slip: Slip) -> tuple[bool, bool]:
    """Whether the finding tells the slip, and whether with both places."""
    slack = _FAR if slip.kind == "leftover" else _NEAR
    a, b = touches(finding, slip.a, slack), touches(finding, slip.b, slack)
    subject = finding["rule"].removeprefix(_BY_READER).partition("/")[0]
    fitting = subject in PACKS.get(slip.kind, subject).split()
    return (a and b) or ((a or b) and (fitting or slip.kind not in PACKS)), a and (b or slip.b is None)


def judged(path: Path, gold: dict[str, Any], findings: list[Finding]) -> Draft:
    """What is told, sprung and said besides of the draft at `path`."""
    text = path.read_text(encoding="utf-8")
    told, used = [], set()
    for slip in slips(text, gold["plants"]):
        verdicts = [(finding, *is_told(finding, slip)) for finding in findings]
        hits = [(finding, both) for finding, tells, both in verdicts if tells]
        used.update(id(finding) for finding, _ in hits)
        told.append((slip, bool(hits), any(both for _, both in hits)))
    for extra in slips(text, gold.get("extras", [])):
        used.update(id(finding) for finding in findings if touches(finding, extra.a) or touches(finding, extra.b))
    free = [finding for finding in findings if id(finding) not in used]
    traps = list(slips(text, gold["traps"], trap=True))
    sprung = [
        (trap, hit)
        for trap in traps
        if (hit := next((f for f in free if touches(f, trap.a) and (trap.b is None or touches(f, trap.b))), None))
    ]
    return Draft(path.name, len(text.split()), told, sprung, free, len(traps))


class Run(NamedTuple):
    """A run over the folder: the findings in each draft, by its name, what was said besides, and the seconds that it took."""

    found: dict[str, list[Finding]]
    said: str
    seconds: float


def linted(command: str, folder: Path, level: str, choice: Sequence[str] = ("--isolated", "--no-cache")) -> Run:
    """Lint the drafts of the folder; `choice` says by which configuration."""
    words = [*shlex.split(command), *choice, "--level", level, "--output-format", "json", "--exit-zero"]
    begun = time.monotonic()
    done = subprocess.run([*words, str(folder)], capture_output=True, encoding="utf-8", check=False)
    seconds = time.monotonic() - begun
    if done.returncode:
        sys.exit(f"{command} ended with {done.returncode}:\n{done.stderr}")
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in json.loads(done.stdout)["findings"]:
        found[Path(finding["path"]).name].append(finding)
    return Run(found, done.stderr, seconds)


def drafts(folder: Path, found: Mapping[str, list[Finding]]) -> Iterator[Draft]:
    """Every draft of the folder, held against its marks."""
    for marks in sorted(folder.glob("*.json")):
        path = next(marks.with_suffix(suffix) for suffix in _SUFFIXES if marks.with_suffix(suffix).exists())
        yield judged(path, json.loads(marks.read_text(encoding="utf-8")), found.get(path.name, []))


def tallied(told: list[tuple[Slip, bool, bool]]) -> Tally:
    """The sum of what came of some slips."""
    return Tally(len(told), sum(tells for _, tells, _ in told), sum(both for *_, both in told))


def report(results: list[Draft]) -> Iterator[str]:
    """The table, line by line."""
    told = [each for draft in results for each in draft.told]
    words = sum(draft.words for draft in results)
    alarms = Counter(finding["rule"] for draft in results for finding in draft.alarms)
    yield "                  planted   told        with both places"
    yield f"all               {tallied(told)}"
    for title in ("level", "kind"):
        for value in sorted({getattr(slip, title) for slip, *_ in told}):
            yield f"{value:18}{tallied([each for each in told if getattr(each[0], title) == value])}"
    yield f"traps sprung: {sum(len(draft.sprung) for draft in results)} of {sum(draft.traps for draft in results)}"
    said = ", ".join(f"{rule} {number}" for rule, number in alarms.most_common())
    yield f"said besides: {alarms.total()} in {words:,} words ({1000 * alarms.total() / words:.2f} per 1,000): {said}"


def added(alone: list[Draft], both: list[Draft], runs: tuple[Run, Run], name: str) -> Iterator[str]:
    """What the reader called `name` adds, line by line."""
    before, after = (tallied([each for draft in results for each in draft.told]) for results in (alone, both))
    words = sum(draft.words for draft in both)
    false = [finding for draft in both for finding in draft.alarms if finding["rule"].startswith(_BY_READER)]
    sprung = sum(finding["rule"].startswith(_BY_READER) for draft in both for _, finding in draft.sprung)
    yield "                  planted   told        with both places"
    yield f"newslint alone    {before}"
    yield f"with the reader   {after}"
    yield f"false findings of the reader: {len(false)} ({1000 * len(false) / words:.2f} per 1,000 words), {sprung} of them traps"
    yield f"seconds: {runs[0].seconds:.0f} alone, {runs[1].seconds:.0f} with the reader"
    yield from (line for line in runs[1].said.splitlines() if f" reader {name}" in line)


def main() -> None:
    """Lint the drafts and print the table."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--drafts", type=Path, default=ROOT / "bench" / "planted", help="the folder of drafts and marks")
    ap.add_argument("--level", default="warning", choices=["suggestion", "warning", "error"])
    ap.add_argument("--misses", action="store_true", help="list the slips that aren't told")
    ap.add_argument("--alarms", action="store_true", help="list what is said besides, and the traps sprung")
    ap.add_argument("--command", default=f"{sys.executable} -m newslint check", help="how to run newslint")
    ap.add_argument("--reader", default="", metavar="NAME", help="let this second reader read along")
    ap.add_argument("--config", type=Path, metavar="FILE", help="the configuration that sets it up")
    args = ap.parse_args()
    if bool(args.reader) != bool(args.config):
        ap.error("--reader and --config go together")
    run = linted(args.command, args.drafts, args.level)
    results = list(drafts(args.drafts, run.found))
    if args.reader:
        choice = ("--config", str(args.config), "--reader", args.reader)
        read = linted(args.command, args.drafts, args.level, choice)
        alone, results = results, list(drafts(args.drafts, read.found))
        print("\n".join(added(alone, results, (run, read), args.reader)), end="\n\n")
    print("\n".join(report(results)))
    for draft in results:
        for slip, tells, _ in draft.told if args.misses else ():
            if not tells:
                print(f"missed {draft.name}: {slip.kind} ({slip.level}): {slip.note}")
        for trap, finding in draft.sprung if args.alarms else ():
            print(f"sprung {draft.name}: {finding['rule']} {finding['message']}: {trap.note}")
        for finding in draft.alarms if args.alarms else ():
            print(f"alarm {draft.name}:{finding['start']['line']}: {finding['rule']} {finding['message']}")


if __name__ == "__main__":
    main()
