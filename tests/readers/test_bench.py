"""bench/planted.py with a scripted reader: what it tells comes out as it must, row by row."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newslint.document import Document
from newslint.linter import parsed
from newslint.plugins.registry import Registry
from newslint.readers.places import plain
from newslint.reading import read

if TYPE_CHECKING:
    from tests.readers.conftest import Desk

ROOT = Path(__file__).parents[2]
PLANTED = ROOT / "bench" / "planted"
# Says of each draft, by its first block, what the script says.
READER = """\
import json, sys
asked = json.load(sys.stdin)
script = json.load(open("script.json", encoding="utf-8"))
print(json.dumps({"protocol": 1, "reader": {"name": "script", "version": "1"}, "rows": script[asked["blocks"][0]["text"]]}))
"""


def bench() -> Any:
    spec = importlib.util.spec_from_file_location("planted", PLANTED.with_suffix(".py"))
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def place(document: Document, span: tuple[int, int]) -> tuple[int, str] | None:
    """The block and the words of a mark, where these words stand in that block there first."""
    for number, block in enumerate(document.copy, 1):
        where = document.place(block.span).span
        if where.start <= span[0] and span[1] <= where.end:
            words = document.source.text[slice(*span)]
            first = next(plain(document[block.span], block.start).places(words), None)
            return (number, words) if first and document.place(first).span == span else None
    return None


def row(kind: str, a: tuple[int, str], b: tuple[int, str]) -> dict[str, Any]:
    return {"block": a[0], "words": a[1], "other_block": b[0], "other": b[1], "kind": kind, "why": "They clash."}


def as_finding(slip: Any, kind: str) -> dict[str, Any]:
    """A row on a slip as the bench sees what becomes of it."""
    first, second = ({"start": {"offset": start}, "end": {"offset": end}} for start, end in (slip.a, slip.b))
    return {"rule": f"reader/{kind}", **first, "related": [second]}


def test_the_table_with_a_scripted_reader(desk: Desk, built_in: Registry, tmp_path: Path) -> None:
    """There's a row of every slip that newslint misses and of every other that it tells with both places, and in each draft one invented."""
    planted = bench()
    shelf = tmp_path / "planted"
    shelf.mkdir()
    for path in PLANTED.glob("alder-*"):  # one author's: all of them would take three times as long, and say no more
        shutil.copy(path, shelf)
    alone = list(planted.drafts(shelf, planted.linted(f"{sys.executable} -m newslint check", shelf, "warning").found))
    slips = sum(len(draft.told) for draft in alone)
    script: dict[str, list[Any]] = {}
    said: dict[str, list[dict[str, Any]]] = {}
    joined = 0
    for draft in alone:
        document = parsed(read(shelf / draft.name), built_in)
        said[draft.name] = []
        rows = []
        for slip, told, both in [*draft.told[::2], *(missed for missed in draft.told[1::2] if not missed[1])]:
            places = [place(document, mark) for mark in (slip.a, slip.b) if mark]
            if told == both and len(places) == 2 and all(places) and not overlap(slip.a, slip.b):
                kind = planted.PACKS.get(slip.kind, "names").split()[0]
                rows.append(row(kind, *places))  # type: ignore[arg-type]
                joined += told
                said[draft.name] += [] if told else [as_finding(slip, kind)]
        first = document[document.copy[0].span]
        assert first not in script
        script[first] = [*rows, row("names", (1, "words that nobody wrote"), (1, first.split()[0]))]
    kept = sum(map(len, said.values()))
    desk.has_program(READER)
    (desk.folder / "script.json").write_text(json.dumps(script), encoding="utf-8")
    bench_of = [sys.executable, str(PLANTED.with_suffix(".py")), "--drafts", str(shelf)]
    command = [*bench_of, "--reader", "desk", "--config", ".newslint.yml"]
    done = subprocess.run(command, cwd=desk.folder, env=os.environ, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    verdicts = [
        [(told, both), *(planted.is_told(finding, slip) for finding in said[draft.name])]
        for draft in alone
        for slip, told, both in draft.told
    ]
    expected = [sum(any(each[index] for each in some) for some in verdicts) for index in (0, 1)]
    numbers = {
        line[:16].strip(): [*map(int, re.findall(r"\d+(?!\d*%)\b", line[16:]))] for line in done.stdout.splitlines()
    }
    assert numbers["newslint alone"] == [slips, *counts(alone)]
    assert min(kept, joined) > 10
    assert expected[1] > counts(alone)[1] + 10
    assert "false findings of the reader: 0 (0.00 per 1,000 words), 0 of them traps" in done.stdout
    assert re.search(r"seconds: \d+ alone, \d+ with the reader", done.stdout)
    (sums,) = re.findall(r"(\d+) rows: (\d+) kept, (\d+) told already, (\d+) dropped \((.*?)\); (\d+) of", done.stdout)
    assert int(sums[0]) == kept + joined + len(alone)
    assert int(sums[1]) + int(sums[2]) == kept + joined
    apart = abs(int(sums[1]) - kept)  # what newslint tells in two findings, or a row that says what it says elsewhere
    assert apart <= joined // 20
    planted_, *with_it = numbers["with the reader"]
    assert planted_ == slips
    assert all(abs(there - wanted) <= apart for there, wanted in zip(with_it, expected, strict=True))
    assert sums[3:] == (str(len(alone)), f"words that aren't in the block: {len(alone)}", str(len(alone)))


def counts(drafts: list[Any]) -> list[int]:
    """How many slips are told, and how many with both places."""
    told = [each for draft in drafts for each in draft.told]
    return [sum(tells for _, tells, _ in told), sum(both for *_, both in told)]


def overlap(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]
