#!/usr/bin/env python3
"""How long newslint takes and how much memory, measured from outside, as its users meet it.

    python bench/speed.py [--runs N] [--with "proselint check"] [--no-memory]

Every figure is the median of several runs of the command itself. Machines differ: read the ratios, which compare the time of
the processor with that of `python -c "import click"` and, where it is installed, of proselint, on the same copy in the same run.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from copy_of_any_length import story

HERE = Path(sys.executable).parent
PLANTED = (draft.read_text(encoding="utf-8") for draft in sorted((Path(__file__).parent / "planted").rglob("*.txt")))


class Cost(NamedTuple):
    """What a command took: seconds by the clock, seconds of processor, megabytes at its peak."""

    wall: float
    cpu: float
    memory: float


def cost(command: Sequence[str]) -> Cost:
    """Run a command to its end, once."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{shlex.join(command)} ended with {process.returncode}")
    per_megabyte = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / per_megabyte)


def usual(command: Sequence[str], runs: int) -> Cost:
    """The medians of `runs` runs, after one that doesn't count."""
    cost(command)
    costs = [cost(command) for _ in range(runs)]
    return Cost(*(median(values) for values in zip(*costs, strict=True)))


def linter() -> list[str]:
    """The command that lints: without a configuration of the machine's, and without what an earlier run has kept."""
    words = [str(HERE / "newslint"), "check", "--isolated", "--exit-zero"]
    told = subprocess.run([*words, "--help"], capture_output=True, encoding="utf-8", check=True).stdout
    return [*words, "--no-cache"] if "--no-cache" in told else words


def rival(given: str) -> list[str] | None:
    """The command to compare with, if it is installed."""
    if given:
        return shlex.split(given)
    beside = HERE / "proselint"
    found = str(beside) if beside.exists() else shutil.which("proselint")
    return [found, "check"] if found else None


def row(what: str, took: Cost, note: str = "") -> None:
    print(f"| {what} | {seconds(took.wall)} | {seconds(took.cpu)} | {took.memory:.0f} MB | {note} |", flush=True)


def seconds(value: float) -> str:
    return f"{value * 1000:.0f} ms" if value < 1 else f"{value:.2f} s"


def ratio(own: Cost, theirs: Cost, whose: str) -> str:
    return f"{own.cpu / theirs.cpu:.2f} times {whose}"


def starting(runs: int) -> Cost:
    click = usual([sys.executable, "-c", "import click"], runs)
    row('python -c "import click"', click)
    version = usual([str(HERE / "newslint"), "--version"], runs)
    row("newslint --version", version, ratio(version, click, "click"))
    return click


def one_draft(folder: Path, runs: int, click: Cost, other: list[str] | None) -> None:
    draft = folder / "one.txt"
    draft.write_text(story(0), encoding="utf-8")
    own = usual([*linter(), str(draft)], runs)
    row("one draft of 800 words", own, ratio(own, click, "click"))
    if other:
        theirs = usual([*other, str(draft)], runs)
        name = Path(other[0]).name
        row(f"{name}, the same draft", theirs, f"newslint: {ratio(own, theirs, name)}")


def folder_of(folder: Path, number: int) -> list[Path]:
    """So many drafts of 800 words in a folder."""
    folder.mkdir()
    drafts = [folder / f"{index:04}.txt" for index in range(number)]
    for index, draft in enumerate(drafts):
        draft.write_text(story(index + 1), encoding="utf-8")
    return drafts


def many_drafts(folder: Path, runs: int, other: list[str] | None) -> None:
    drafts = folder_of(folder / "many", 150)
    words = sum(len(draft.read_text(encoding="utf-8").split()) for draft in drafts)
    own = usual([*linter(), str(folder / "many")], runs)
    row("150 drafts", own, f"{words / own.cpu:,.0f} words a second of the processor")
    if other:
        theirs = usual([*other, *map(str, drafts)], max(1, runs // 3))
        name = Path(other[0]).name
        row(f"{name}, the same drafts", theirs, f"newslint: {ratio(own, theirs, name)}")


def growth(folder: Path, runs: int) -> None:
    """The time of long drafts: in step with their length?"""
    empty = folder / "empty.txt"
    empty.write_text("", encoding="utf-8")
    start = usual([*linter(), str(empty)], runs)
    row("an empty draft", start)
    for words in (500, 5_000, 50_000):
        draft = folder / f"{words}.txt"
        draft.write_text(story(7, words), encoding="utf-8")
        took = usual([*linter(), str(draft)], max(3, runs // 2))
        row(
            f"one draft of {words:,} words",
            took,
            f"{(took.cpu - start.cpu) / words * 1e6:.1f} µs a word after the start",
        )


def word_document(folder: Path, runs: int) -> None:
    """Long Word documents, a run of letters for every few words as Word leaves them: read, and annotated."""
    if importlib.util.find_spec("docx") is None:
        print("| a Word document: python-docx isn't installed | | | | |")
        return
    written = written_document(folder / "written.docx", PLANTED)
    row(
        "the drafts of bench/planted as a Word document of 20,000 words", usual([*linter(), written], max(3, runs // 2))
    )
    made = written_document(folder / "made.docx", [story(7, 20_000)])
    row("as much made copy, in which chance made hundreds of names alike", usual([*linter(), made], max(3, runs // 2)))
    annotate = [str(HERE / "newslint"), "annotate", "--isolated", made, "-o", str(folder / "reviewed.docx")]
    row("the same, annotated", usual(annotate, max(3, runs // 2)))


def written_document(file: Path, drafts: Iterable[str]) -> str:
    """Some 20,000 words of these drafts as a Word document; its path."""
    import docx

    made, left = docx.Document(), 20_000
    for paragraph in (paragraph for draft in drafts for paragraph in draft.split("\n\n")):
        words = paragraph.split(" ")
        left -= len(words)
        if left < 0:
            break
        runs_of_words = made.add_paragraph()
        for first in range(0, len(words), 6):
            runs_of_words.add_run(" ".join(words[first : first + 6]) + " ").bold = first % 18 == 0
    made.save(str(file))
    return str(file)


def memory(folder: Path) -> None:
    folder_of(folder / "thousand", 1000)
    told = subprocess.run([*linter(), "--help"], capture_output=True, encoding="utf-8", check=True).stdout
    if "--jobs" in told:
        row("1,000 drafts, one process", cost([*linter(), "--jobs", "1", str(folder / "thousand")]))
    row("1,000 drafts", cost([*linter(), str(folder / "thousand")]))


def longest(folder: Path) -> None:
    """The longest draft that is linted, and a page of nearly the largest size that is read."""
    draft = folder / "million.txt"
    draft.write_text(story(7, 1_000_000), encoding="utf-8")
    row("one draft of 1,000,000 words", cost([*linter(), str(draft)]))
    page = folder / "page.html"
    page.write_text(page_of(400_000), encoding="utf-8")
    size = page.stat().st_size / 1_000_000
    took = cost([*linter(), str(page)])
    row(f"a page of {size:.1f} MB", took, f"{took.memory * 1.048576 / size:.0f} times its size in memory")


def page_of(words: int) -> str:
    """A page with a story of so many words: what pages wrap around a paragraph is longer than it."""
    script = f"<script>window.data.push({{'event': 'seen'}}); /* {'x' * 850} */</script>"
    around = (
        '<div class="paragraph layout-block theme-default" data-component="text"><span><p>',
        f"</p></span>{script}</div>\n",
    )
    copy = "".join(paragraph.join(around) for paragraph in story(7, words).split("\n\n"))
    return f"<html><head><title>Bridge shut</title></head><body><article><h1>Bridge shut</h1>{copy}</article></body></html>"


def main() -> None:
    parser = argparse.ArgumentParser(description="How long newslint takes, and how much memory.")
    parser.add_argument("--runs", type=int, default=7, help="how often each command is run (default: 7)")
    parser.add_argument("--with", dest="other", default="", help="the command to compare with (default: proselint)")
    parser.add_argument("--no-memory", action="store_true", help="leave the 1,000 drafts and the longest out")
    options = parser.parse_args()
    other = rival(options.other)
    print("| what | by the clock | of the processor | memory at the peak | |\n|---|--:|--:|--:|---|")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        click = starting(options.runs)
        one_draft(folder, options.runs, click, other)
        many_drafts(folder, options.runs, other)
        growth(folder, options.runs)
        word_document(folder, options.runs)
        if not options.no_memory:
            memory(folder)
            longest(folder)


if __name__ == "__main__":
    main()
