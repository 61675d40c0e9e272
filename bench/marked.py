"""Marked copy: drafts in which somebody has said what is a fault and what only looks like one.

Three forms are read. *Planted*: NAME.txt (or .md, .html) with NAME.json beside it, as bench/planted has them: `plants`,
`traps` and `extras`, each with the words of its two places (`a`, `b`) and which occurrence of them is meant (`a_n`, `b_n`).
*Published*: a folder of articles in which nearly nothing is a fault; a table beside it (file, kind, label, a, b, offset_a,
offset_b) names those that readers found. *Revised*: before/NAME.txt, after/NAME.txt and revisions.tsv, whose column
`context` says what an editor changed: `their [[Feburary => February]] cycle`.
"""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml
from planted import Place, occurrence

from newslint.document import Document
from newslint.linter import parsed
from newslint.packs.catalogue import all_stanzas, builtin_packs
from newslint.plugins import builtin
from newslint.plugins.registry import Registry, plugin_manager, registry
from newslint.reading import read
from newslint.testing.examples import document as document_of
from newslint.testing.examples import marked

# What a reader said of two places: a fault, or two things that look like one.
_LABELS = {"error": True, "quoted": True, "distinct": False}
# So many groups the passages of a file are dealt out to: each rule’s are in all of them.
_GROUPS = 8
_SUFFIXES = (".txt", ".md", ".html")


class Mark(NamedTuple):
    """Two places of a draft's text, or one (`b` None), that are a fault, or a trap: what looks like one.

    Where an editor mended it, `right` is what stands there since.
    """

    a: Place
    b: Place | None
    fault: bool
    name: str
    right: str = ""


class Marked(NamedTuple):
    """A draft with its marks. `group` is who wrote it; `published` copy counts for less, and so much as noise.

    Where not `whole`, what isn't marked may be a fault all the same, and teaches nothing.
    """

    document: Document
    marks: tuple[Mark, ...]
    group: str
    published: bool
    whole: bool = True

    @property
    def words(self) -> int:
        return len(self.document.text.split())


@cache
def _registry() -> Registry:
    return registry(plugin_manager(builtin, entry_points=False))


def document_at(path: Path) -> Document:
    """The draft at `path`, read and parsed as newslint does."""
    return parsed(read(path), _registry())


def planted(folder: Path) -> Iterator[Marked]:
    """The drafts of a folder of planted ones; the author is the first part of the name."""
    for gold in sorted(folder.glob("*.json")):
        path = next(gold.with_suffix(suffix) for suffix in _SUFFIXES if gold.with_suffix(suffix).exists())
        document = document_at(path)
        told = json.loads(gold.read_text(encoding="utf-8"))
        text = document.source.text
        rows = [(row, True) for row in (*told["plants"], *told.get("extras", ()))]
        rows += [(row, False) for row in told["traps"]]
        marks = tuple(mark for row, fault in rows if (mark := _mark(text, row, fault, path.name)))
        yield Marked(document, marks, gold.name.partition("-")[0], published=False)


def _mark(text: str, row: dict[str, object], fault: bool, draft: str) -> Mark | None:
    a, b = (occurrence(text, str(row[key]), int(str(row[f"{key}_n"]))) for key in ("a", "b"))
    return Mark(a, b, fault, f"{draft}: {row.get('kind', 'trap')}: {row['note']}") if a else None


def stories(folder: Path) -> Iterator[Marked]:
    """Whole stories without any fault, full of what looks like one: those of tests/corpus."""
    for path in sorted(folder.glob("*.*")):
        if path.suffix in _SUFFIXES and not path.name.endswith(".findings.txt"):
            document = document_at(path)
            everywhere = Mark((0, len(document.source.text)), None, False, path.name)
            yield Marked(document, (everywhere,), "stories", published=False)


def examples(pack: str) -> Iterator[Marked]:
    """The examples of a pack's rules: what must be found, and what must stay silent."""
    for stanza in all_stanzas({pack: builtin_packs()[pack]}):
        for example in stanza.examples:
            copy = marked(example.bad or example.good or example.known_false_positive)
            document = document_of(copy.text, _registry(), example.format)
            name = f"{stanza.id}:{example.line}"
            marks = tuple(Mark((place.start, place.end), None, True, name) for place in copy.spans if example.bad)
            silent = (Mark((0, len(copy.text)), None, False, name),)
            yield Marked(document, marks or silent, f"examples of {stanza.id}", published=False)


def passages(path: Path) -> Iterator[Marked]:
    """The short copy of a file such as tests/topics/figures/passages.yml, as a rule's examples; dealt out to several groups."""
    for rule, told in yaml.safe_load(path.read_text(encoding="utf-8")).items():
        for number, copy in enumerate((*told["wrong"], *told["right"], *told.get("known", ()))):
            read_as = marked(copy if rule == "headline" else f"News of the day\n\n{copy}")
            name = f"{path.parent.name}/{rule}:{number}"
            document = document_of(read_as.text, _registry())
            marks = tuple(Mark((place.start, place.end), None, True, name) for place in read_as.spans)
            silent = (Mark((0, len(read_as.text)), None, False, name),)
            yield Marked(document, marks or silent, f"passages {number % _GROUPS}", published=False)


def published(folder: Path, gold: Path | None = None) -> Iterator[Marked]:
    """The articles of a folder; the publisher is the name without its last part."""
    rows: dict[str, list[Mark]] = defaultdict(list)
    if gold:
        with gold.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                if row["label"] in _LABELS:
                    a, b = (
                        (int(row[f"offset_{key}"]), int(row[f"offset_{key}"]) + len(row[key]))
                        if row[f"offset_{key}"].lstrip("-").isdigit() and int(row[f"offset_{key}"]) >= 0
                        else None
                        for key in ("a", "b")
                    )
                    if a:
                        rows[row["file"]].append(
                            Mark(a, b, _LABELS[row["label"]], f"{row['file']}: {row['a']} / {row['b']}")
                        )
    for path in sorted(folder.glob("*.txt")):
        yield Marked(document_at(path), tuple(rows[path.name]), path.stem.rpartition("-")[0], published=True)


def revised(folder: Path, kinds: frozenset[str]) -> Iterator[Marked]:
    """The drafts as they stood before editors changed them; marks are the changes of `kinds`."""
    rows: dict[str, list[dict[str, str]]] = defaultdict(list)
    with (folder / "revisions.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            rows[row["pair"]].append(row)
    for path in sorted((folder / "before").glob("*.txt")):
        document = document_at(path)
        of_draft = rows.get(path.stem, [])
        found = ((row, _changed(document.source.text, row)) for row in of_draft if row["kind"] in kinds)
        marks = tuple(
            Mark(place, None, True, f"{path.name}: {row['before_form']} => {row['after_form']}", row["after_form"])
            for row, place in found
            if place
        )
        publisher = of_draft[0]["publisher"] if of_draft else "none"
        yield Marked(document, marks, publisher, published=True, whole=False)


def _changed(text: str, row: dict[str, str]) -> Place | None:
    """Where the words that were changed stand: behind the words of the context that stand before them."""
    left = re.findall(r"\w+", row["context"].partition("[[")[0])[-4:]
    form = r"\W+".join(map(re.escape, re.findall(r"\w+", row["before_form"])))
    for words in (left, left[-2:]):
        pattern = r"\W+".join([*map(re.escape, words), f"({form})"])
        match = form and re.search(pattern, text)
        if match:
            return match.span(1)
    return None


def mended(folder: Path) -> Iterator[Marked]:
    """The drafts as editors left them: published copy, in which nearly nothing is a fault any more."""
    with (folder / "revisions.tsv").open(encoding="utf-8", newline="") as file:
        publishers = {
            row["pair"]: row["publisher"] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        }
    for path in sorted((folder / "after").glob("*.txt")):
        yield Marked(document_at(path), (), publishers.get(path.stem, "none"), published=True)
