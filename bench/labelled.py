"""Labelled pairs: what a reading proposes in marked copy, and whether it's a fault there."""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from marked import Mark, Marked

from newslint.document import Document
from newslint.story import same
from newslint.text.lexicon import folded

# Where each kind of pair comes from.
PAIRS: dict[str, str] = {
    "amount": "newslint.topics.figures.amounts.same_amount:amount_pairs",
    "change": "newslint.topics.figures.changes.growth:change_pairs",
    "equivalent": "newslint.topics.figures.shares.equivalents:equivalent_pairs",
    "length": "newslint.topics.figures.lengths.told_lengths:length_pairs",
    "list": "newslint.topics.figures.lists.lists:list_pairs",
    "moment": "newslint.topics.dates.moment_pairs:moment_pairs",
    "part": "newslint.topics.figures.sums.parts:part_pairs",
    "rate": "newslint.topics.figures.products:rate_pairs",
    "retold": "newslint.topics.figures.amounts.same_amount:amount_pairs",
    "share": "newslint.topics.figures.shares.proportions:share_pairs",
    "shown": "newslint.topics.figures.amounts.same_amount:amount_pairs",
    "sum": "newslint.topics.figures.sums.additions:sum_pairs",
    "whole": "newslint.topics.figures.shares.wholes:whole_pairs",
    "abbreviation": "newslint.story.short_forms:short_form_pairs",
    "dated-age": "newslint.topics.figures.ages.dated_age_pairs:dated_age_pairs",
    "described-age": "newslint.topics.figures.ages.age_pairs:described_age_pairs",
    "edition": "newslint.topics.draft.identity:edition_pairs",
    "first-reference": "newslint.topics.names.introductions:introduction_pairs",
    "given-name": "newslint.topics.names.namesakes:given_pairs",
    "honorific": "newslint.topics.names.honorifics:honorific_pairs",
    "note": "newslint.topics.draft.notes:note_pairs",
    "pronoun": "newslint.topics.names.pronoun_pairs:pronoun_pairs",
    "relation": "newslint.topics.names.kinship:relation_pairs",
    "remark": "newslint.topics.quotes.remarks:remark_pairs",
    "reworded": "newslint.topics.quotes.rewordings:reworded_pairs",
    "speaker": "newslint.topics.quotes.attributions:attribution_pairs",
    "stranger": "newslint.topics.names.strangers:stranger_pairs",
    "title": "newslint.topics.names.titles:title_pairs",
    "ending-of-name": "newslint.story.name_pairs:ending_pairs",
    "letters-in-name": "newslint.story.name_pairs:letters_pairs",
    "name-form": "newslint.topics.names.variants:form_pairs_judged",
    "name-spelling": "newslint.topics.names.matching:spelling_pairs",
    "unintroduced-surname": "newslint.topics.names.unintroduced:unintroduced_pairs",
    "word-in-name": "newslint.story.name_pairs:word_pairs",
    "renamed-body": "newslint.story.renamed_signs:renamed_pairs",
}
# Figures, and the days and hours that are weighed like them.
FIGURES = frozenset(
    [
        "amount",
        "change",
        "equivalent",
        "length",
        "list",
        "moment",
        "part",
        "rate",
        "retold",
        "share",
        "shown",
        "sum",
        "whole",
    ]
)
# The rules that tell a kind: the marks in short copy of others say nothing of it.
RULES = {
    "amount": ("conflict", "headline", "scale"),
    "change": ("percent-change",),
    "length": ("duration",),
    "list": ("list-count",),
    "moment": ("conflict", "time"),
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
STORIES = "stories"
# What true pairs of a kind look like: places that agree, as if one had a slip. Copy that is right holds hundreds of them.
ALTERED: dict[str, str] = {
    "change": "newslint.topics.figures.changes.growth:altered_change_pairs",
    "equivalent": "newslint.topics.figures.shares.equivalents:altered_equivalent_pairs",
    "first-reference": "newslint.topics.names.introductions:altered_introduction_pairs",
    "list": "newslint.topics.figures.lists.lists:altered_list_pairs",
    "part": "newslint.topics.figures.sums.parts:altered_part_pairs",
    "rate": "newslint.topics.figures.products:altered_rate_pairs",
    "remark": "newslint.topics.quotes.remarks:altered_remark_pairs",
    "share": "newslint.topics.figures.shares.proportions:altered_share_pairs",
    "shown": "newslint.topics.figures.amounts.same_amount:altered_shown_pairs",
    "speaker": "newslint.topics.quotes.attributions:altered_attribution_pairs",
    "sum": "newslint.topics.figures.sums.additions:altered_sum_pairs",
    "whole": "newslint.topics.figures.shares.wholes:altered_whole_pairs",
}
ALTERED_WEIGHT = 0.25  # of a planted fault
# What short copy counts beside a draft's: a fault, and what must stay silent, which was made to look like one. For amounts, of which
# everything is a look-alike of something, it's asked more sternly.
EXAMPLE = (0.5, 1.5)
EXAMPLES = {"amount": (1.0, 5.0), "length": (1.0, 5.0), "shown": (1.0, 15.0), "sum": (2.0, 3.0)}
NOISE = 0.15  # of a draft's, for what nobody marked in published copy
# The kinds of planted fault that a kind of pair can be of; all, where it isn't here. A pair that touches another teaches nothing.
OF = {
    "amount": ("figure", "headline-figure", "caption-figure"),
    "change": ("change", "percent", "figure", "sum"),
    "dated-age": ("age",),
    "equivalent": ("percent", "ratio"),
    "length": ("duration", "date", "time", "order"),
    "list": ("list-count",),
    "moment": ("date", "time"),
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
    "note": ("leftover",),
    "pronoun": ("honorific",),
    "relation": ("relation",),
    "remark": ("speaker",),
    "reworded": ("quote",),
    "speaker": ("speaker",),
    "stranger": ("given-name", "name"),
    "title": ("title",),
}
TRAP = 3.0  # what looked like a fault to a reader teaches more than a pair that nobody thought of


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


def is_planted(row: Row) -> bool:
    return row.fault and not row.published and not row.group.startswith(SHORT)
