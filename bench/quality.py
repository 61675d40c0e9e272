#!/usr/bin/env python3
"""How much newslint finds, and how often it cries wolf: faults and look-alikes planted in stories that have none.

    python bench/quality.py [--copies N] [--rules names,figures/sum] [--misses] [--alarms] [--command "newslint check"]

The stories are those of tests/corpus and the clean ones of examples/drafts. The faults are listed in
defects.yml; some more are made of a story's own words (a name misspelled, a paragraph pasted twice). A planted fault is
*found* when a rule of its pack points at it and had not done so before; an *alarm* is any warning or error about a look-alike.
The same faults go to the same places in every run.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import shlex
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

ROOT = Path(__file__).resolve().parent.parent
CLEAN = ("two-mayors.txt", "storm-count.txt", "long-quotation.md")
OPEN, CLOSE = "\ue000", "\ue001"
_PROSE = re.compile(r"[A-Z“‘][^\n]{90,}[.”’]\Z")
_SURNAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{5,}\b(?=[ ,.’])")
_QUOTATION = re.compile(r"“[^“”\n]{50,}[.,]”")


class Draft(NamedTuple):
    """A story with one thing planted in it, at `places` (start and end, in code points)."""

    name: str
    rule: str
    fault: bool
    story: str
    text: str
    places: tuple[tuple[int, int], ...]


def stories() -> dict[str, str]:
    """The stories without fault, by name."""
    files = sorted((ROOT / "tests" / "corpus").glob("*.*"))
    files = [path for path in files if not path.name.endswith(".findings.txt")]
    files += [ROOT / "examples" / "drafts" / name for name in CLEAN]
    return {path.name: path.read_text(encoding="utf-8") for path in files}


def drafts(clean: dict[str, str], copies: int, wanted: Callable[[str], bool]) -> Iterator[Draft]:
    """Every draft to lint: each entry of defects.yml in `copies` stories, and each change in every story that allows it."""
    hosts = {name: text for name, text in clean.items() if name.endswith(".txt") and len(prose(text)) >= 5}
    defects = yaml.safe_load((ROOT / "bench" / "defects.yml").read_text(encoding="utf-8"))
    for rule, entries in defects.items():
        for kind in ("faults", "look-alikes"):
            for number, passages in enumerate(entries.get(kind, [])):
                for story in random.Random(f"{rule}/{kind}/{number}").sample(sorted(hosts), min(copies, len(hosts))):
                    name = f"{rule.replace('/', '-')}-{kind}-{number}-{story}"
                    if wanted(rule):
                        yield _draft(
                            name, rule, kind == "faults", story, planted(hosts[story], passages, random.Random(name))
                        )
    for rule, change in CHANGES:
        for story, text in hosts.items():
            name = f"{change.__name__}-{story}"
            changed = change(text, random.Random(name)) if wanted(rule) else None
            if changed:
                yield _draft(name, rule, True, story, changed)


def _draft(name: str, rule: str, fault: bool, story: str, marked: str) -> Draft:
    """Take the marks out of `marked` and keep their places."""
    places, parts, length = [], [], 0
    for index, part in enumerate(re.split(f"{OPEN}(.*?){CLOSE}", marked, flags=re.S)):
        if index % 2:
            places.append((length, length + len(part)))
        parts.append(part)
        length += len(part)
    return Draft(name, rule, fault, story, "".join(parts), tuple(places))


def prose(text: str) -> list[int]:
    """Which of the paragraphs of `text` are running copy."""
    return [index for index, part in enumerate(text.split("\n\n")) if index and _PROSE.match(part)]


def planted(text: str, passages: list[str], chance: random.Random) -> str:
    """`text` with the passages put in, in their order, between marks."""
    parts = text.strip().split("\n\n")
    spots = sorted(chance.sample(prose(text.strip()), min(len(passages), len(prose(text.strip())))))
    for passage, spot in zip(passages, spots, strict=False):
        if passage.startswith("H: "):
            parts[0] = f"{OPEN}{passage[3:]}{CLOSE}"
        elif passage.startswith(("C: ", "P: ")):
            parts[spot] += f"\n\n{OPEN}{passage[3:]}{CLOSE}"
        else:
            parts[spot] += f" {OPEN}{passage}{CLOSE}"
    return "\n\n".join(parts) + "\n"


def misspelled_name(text: str, chance: random.Random) -> str | None:
    """One mention of a name that stands three times or more, with two letters turned or one dropped."""
    names: dict[str, list[re.Match[str]]] = defaultdict(list)
    for match in _SURNAME.finditer(text):
        names[match[0]].append(match)
    often = sorted(name for name, places in names.items() if len(places) >= 3)
    if not often:
        return None
    place = chance.choice(names[chance.choice(often)][1:])
    at = chance.randrange(2, len(place[0]) - 1)
    turned = place[0][: at - 1] + place[0][at] + place[0][at - 1] + place[0][at + 1 :]
    dropped = place[0][:at] + place[0][at + 1 :]
    wrong = turned if turned != place[0] and chance.random() < 0.5 else dropped
    return f"{text[: place.start()]}{OPEN}{wrong}{CLOSE}{text[place.end() :]}"


def doubled_word(text: str, chance: random.Random) -> str | None:
    """A small word, twice."""
    found = list(re.finditer(r"(?<=[a-z] )(?:the|of|to|in|and|was|for)(?= [a-z])", text))
    if not found:
        return None
    place = chance.choice(found)
    return f"{text[: place.start()]}{OPEN}{place[0]} {place[0]}{CLOSE}{text[place.end() :]}"


def pasted_paragraph(text: str, chance: random.Random) -> str | None:
    """A paragraph that comes back further down."""
    parts = text.strip().split("\n\n")
    first, second = sorted(chance.sample(prose(text.strip()), 2))
    parts[second] += f"\n\n{OPEN}{parts[first]}{CLOSE}"
    return "\n\n".join(parts) + "\n"


def quotation_that_comes_back(text: str, chance: random.Random) -> str | None:
    """A quotation of the story, used once more at its end."""
    found = _QUOTATION.findall(text)
    if not found:
        return None
    words = chance.choice(found)
    return f"{text.rstrip()}\n\n{OPEN}{words[:-2]},{words[-1]}{CLOSE} the last of them said again as the day ended.\n"


def quotation_left_open(text: str, chance: random.Random) -> str | None:
    """A quotation whose closing mark is gone, in a paragraph that goes on after it."""
    found = list(re.finditer(r"“[^“”\n]{10,}[,.](”)(?= [a-z])", text))
    if not found:
        return None
    place = chance.choice(found)
    return f"{text[: place.start()]}{OPEN}{place[0][:-1]}{CLOSE}{text[place.end() :]}"


def joined_words(text: str, chance: random.Random) -> str | None:
    """Two words set as one."""
    found = list(re.finditer(r"(?<=[a-z] )(about|with|from|that) ([a-z]{4,})(?=[ ,.])", text))
    if not found:
        return None
    place = chance.choice(found)
    return f"{text[: place.start()]}{OPEN}{place[1]}{place[2]}{CLOSE}{text[place.end() :]}"


CHANGES: tuple[tuple[str, Callable[[str, random.Random], str | None]], ...] = (
    ("names/spelling", misspelled_name),
    ("repetition/word", doubled_word),
    ("repetition/paragraph", pasted_paragraph),
    ("quotes/repeated", quotation_that_comes_back),
    ("quotes/unclosed", quotation_left_open),
    ("draft/run-together", joined_words),
)


def findings(command: list[str], texts: dict[str, str]) -> dict[str, list[dict[str, Any]]]:
    """What the command says of each text, by name."""
    found: dict[str, list[dict[str, Any]]] = {name: [] for name in texts}
    with tempfile.TemporaryDirectory() as folder:
        for name, text in texts.items():
            (Path(folder) / name).write_text(text, encoding="utf-8", newline="")
        words = ["--level", "suggestion", "--output-format", "json", "--exit-zero", folder]
        done = subprocess.run([*command, *words], capture_output=True, encoding="utf-8", check=False)
        if done.returncode:
            sys.exit(f"{shlex.join(command)} ended with {done.returncode}:\n{done.stderr}")
        for finding in json.loads(done.stdout)["findings"]:
            found[Path(finding["path"]).name].append(finding)
    return found


def touches(finding: dict[str, Any], draft: Draft) -> bool:
    """Whether the finding, or a place it speaks of, lies in what was planted."""
    spots = [finding, *finding["related"]]
    return any(
        spot["start"]["offset"] < end and start < spot["end"]["offset"] for spot in spots for start, end in draft.places
    )


def new(draft: Draft, found: dict[str, list[dict[str, Any]]], before: dict[str, set[str]]) -> list[dict[str, Any]]:
    """The findings that came with what was planted."""
    return [f for f in found[draft.name] if touches(f, draft) and f["fingerprint"] not in before[draft.story]]


class Score:
    """Counts for one rule."""

    def __init__(self) -> None:
        self.planted = self.found = self.shown = self.alike = self.alarms = 0


def scores(made: list[Draft], fresh: dict[str, list[dict[str, Any]]]) -> dict[str, Score]:
    """The counts by rule."""
    table: dict[str, Score] = defaultdict(Score)
    for draft in made:
        score, said = table[draft.rule], fresh[draft.name]
        if draft.fault:
            hits = [finding for finding in said if _pack(finding["rule"]) == _pack(draft.rule)]
            score.planted += 1
            score.found += bool(hits)
            score.shown += any(finding["severity"] != "suggestion" for finding in hits)
        else:
            score.alike += 1
            score.alarms += any(finding["severity"] != "suggestion" for finding in said)
    return dict(sorted(table.items()))


def _pack(rule: str) -> str:
    return rule.partition("/")[0]


def table(by_rule: dict[str, Score]) -> Iterator[str]:
    """The scores as a table of Markdown."""
    yield "| rule | planted | found | | as a warning or error | look-alikes | alarms |"
    yield "|---|--:|--:|--:|--:|--:|--:|"
    total = Score()
    for rule, score in by_rule.items():
        yield _row(rule, score)
        for name, number in vars(score).items():
            setattr(total, name, getattr(total, name) + number)
    yield _row("**all**", total)


def _row(name: str, score: Score) -> str:
    share = f"{score.found / score.planted:.0%}" if score.planted else ""
    return f"| {name} | {score.planted} | {score.found} | {share} | {score.shown} | {score.alike} | {score.alarms} |"


def alarms(clean: dict[str, str], found: dict[str, list[dict[str, Any]]]) -> Iterator[str]:
    """How much is said of stories without fault."""
    words = sum(len(text.split()) for text in clean.values())
    for severity in ("error", "warning", "suggestion"):
        number = sum(finding["severity"] == severity for said in found.values() for finding in said)
        yield f"{severity}s: {number}, {1000 * number / words:.2f} per 1,000 words"
    yield f"in {len(clean)} stories without fault, {words:,} words"


def listed(title: str, rows: Iterable[str]) -> None:
    print(f"\n{title}\n")
    for row in rows:
        print(row)


def main() -> None:
    parser = argparse.ArgumentParser(description="Recall by rule, and false alarms, on newslint's own stories.")
    parser.add_argument("--copies", type=int, default=4, help="in how many stories each entry is planted (default: 4)")
    parser.add_argument("--rules", default="", help="only these packs or rules, parted by commas")
    parser.add_argument("--misses", action="store_true", help="list what wasn't found")
    parser.add_argument("--alarms", action="store_true", help="list what is said of clean stories and of look-alikes")
    parser.add_argument("--command", default=f"{sys.executable} -m newslint check --isolated", help="what to measure")
    options = parser.parse_args()
    command, only = shlex.split(options.command), options.rules.split(",") if options.rules else []
    clean = stories()
    made = list(drafts(clean, options.copies, lambda rule: not only or rule in only or _pack(rule) in only))
    said = findings(command, clean)
    before = {name: {finding["fingerprint"] for finding in rows} for name, rows in said.items()}
    planted_findings = findings(command, {draft.name: draft.text for draft in made})
    fresh = {draft.name: new(draft, planted_findings, before) for draft in made}
    by_rule = scores(made, fresh)
    for line in table(by_rule):
        print(line)
    listed("What is said of clean copy", alarms(clean, said))
    if options.misses:
        listed("Not found", (_told(draft, []) for draft in made if draft.fault and not _found(draft, fresh)))
    if options.alarms:
        loud = {name: [f for f in rows if f["severity"] != "suggestion"] for name, rows in fresh.items()}
        alike = (draft for draft in made if not draft.fault and loud[draft.name])
        listed("Alarms on look-alikes", (_told(draft, loud[draft.name]) for draft in alike))
        listed("Said of clean copy", (_line(finding) for rows in said.values() for finding in rows))


def _line(finding: dict[str, Any]) -> str:
    place = f"{Path(finding['path']).name}:{finding['start']['line']}"
    return f"{place}: {finding['severity']} {finding['rule']}: {finding['message']}"


def _found(draft: Draft, fresh: dict[str, list[dict[str, Any]]]) -> bool:
    return any(_pack(finding["rule"]) == _pack(draft.rule) for finding in fresh[draft.name])


def _told(draft: Draft, said: list[dict[str, Any]]) -> str:
    passages = " / ".join(draft.text[start:end] for start, end in draft.places)
    return "\n".join(
        [f"{draft.rule} in {draft.story}: {passages}", *(f"    {f['rule']}: {f['message']}" for f in said)]
    )


if __name__ == "__main__":
    main()
