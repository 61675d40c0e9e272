"""Signs of amounts: what speaks for and against two amounts being one, given in two ways."""

from __future__ import annotations

from collections.abc import Mapping
from math import log
from operator import attrgetter

from newslint.document import DISPLAY, Document, Role, kept_by
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.amounts import Amount, stem
from newslint.story.fates import fate
from newslint.story.quantities import quantities_within
from newslint.story.quantity import LEAST, Hedge, Kind
from newslint.story.rare_words import rare_among, weight_of
from newslint.text.content_words import content, turns
from newslint.text.sentences import Sentence
from newslint.text.vocabulary import DIRECTIONS
from newslint.topics.figures.qualifiers import framed_apart
from newslint.topics.figures.vicinity import near

# Where a story is shown, not told.
DISPLAYED = DISPLAY | {Role.PULL_QUOTE}
# What tells of the one who isn't counted: “the only survivor”, “two men and a boy”.
_SOMEBODY = r"an? (?:[a-z-]+ )?(?:man|woman|boy|girl|child|baby|teenager|toddler|driver|pilot|officer|soldier|worker|nurse|passenger)\b"
_ONE_MORE = rf"(?i)\b(?:sole|lone|only) survivor|\bsurvived\b|\band {_SOMEBODY}|\b{_SOMEBODY},? and\b"
_NOTHING = frozenset([""])
_RELATIVE = compiled(r"(?i)\b(?:who|which|that|whose|where|whom)(?: [a-z]+){0,4} (?:[£$€])?\Z")


def ratio(one: Amount, other: Amount) -> float:
    """How many times the other the one is."""
    return max(one.value, 1e-9) / max(other.value, 1e-9)


def printed(one: Amount, other: Amount) -> dict[str, float]:
    """How the numbers themselves are alike."""
    a, b = one.figures, other.figures
    plain = one.has_figures and other.has_figures
    same_form = plain and one.quantity.numeral.scale == other.quantity.numeral.scale and len(a) == len(b)
    turned = same_form and sorted(a) == sorted(b) and a != b and one.unit != "score"
    wrong = sum(x != y for x, y in zip(a, b, strict=False)) if same_form else 0
    alike = _are_of_one_sort(one, other)
    small = max(one.value, other.value) <= 12 and one.unit == "count"
    nought = plain and one.unit != "score" and a.rstrip("0") == b.rstrip("0") and len(a.rstrip("0")) > 1
    return {
        "turned": turned,
        "turned-long": turned and len(a.replace("0", "")) > 2,
        "swapped": turned and wrong == 2,
        "turned-known": turned and bool(one.determiner),
        "turned-alike": turned and (alike or len(one.close & other.close) > 1),
        "known-alike": bool(one.determiner) and alike and not turned,
        "one-of-two": same_form and wrong == 1 and len(a) == 2 and one.unit != "score",
        "one-digit": same_form and wrong == 1 and len(a) > 2,
        "one-digit-long": same_form and wrong == 1 and len(a) > 3,
        "nought": nought,
        "scale": is_of_two_scales(one, other),
        "ratio": min(2.0, abs(log(ratio(one, other)))),
        "hair": 0 < abs(log(ratio(one, other))) < 0.02 and not turned,
        "by-one": abs(one.value - other.value) == 1,
        "small": small,
        "great": min(3.0, log(max(1.0, min(one.value, other.value) / 100))) if one.unit == "count" else 0.0,
    }


# How many times itself a hedged amount may be.
_ROOM = {
    Hedge.NONE: (1.0, 1.0),
    Hedge.ABOUT: (0.85, 1.15),
    Hedge.OVER: (1.0, 2.0),
    **{hedge: (least, 1.0) for hedge, least in LEAST.items()},
}


def _may_loosen(hedged: Amount, other: Amount) -> bool:
    """Whether the hedge leaves room for the other: what “tops 12” isn't 10."""
    hedge, times = hedged.quantity.hedge, ratio(other, hedged)
    least, most = _ROOM[hedge]
    return hedge is not Hedge.NONE and least <= times <= most


def is_of_two_scales(one: Amount, other: Amount) -> bool:
    """Whether the same figures stand in millions here and in billions there."""
    scales = {one.quantity.numeral.scale, other.quantity.numeral.scale}
    return scales in ({1e6, 1e9}, {1e9, 1e12}) and one.figures == other.figures


def _are_of_one_sort(one: Amount, other: Amount) -> bool:
    return (bool(one.head) and stem(one.head) == stem(other.head)) or (one.persons and other.persons)


def counted(document: Document, one: Amount, other: Amount) -> dict[str, float]:
    """Whether both are of one sort of thing."""
    headed = bool(one.head and other.head)
    alike = headed and stem(one.head) == stem(other.head)
    persons = one.persons and other.persons
    shared = len(one.close & other.close)
    fates = [fate_of(document, a) if a.persons or not a.head else "" for a in (one, other)]
    return {
        "same-head": alike,
        "persons": persons and not alike,
        "other-head": headed and not alike and not persons,
        "same-fate": fates[0] == fates[1] != "",
        "other-fate": _NOTHING.isdisjoint(fates) and fates[0] != fates[1],
        "close-words": min(3, shared),
        "no-close-word": not shared,
        "money": one.quantity.kind is Kind.MONEY,
        "time": one.quantity.kind is Kind.TIME,
        "score": one.unit == "score",
    }


def framed(document: Document, one: Amount, other: Amount) -> Mapping[str, float]:
    """How the words around either put it."""
    hedges = {one.quantity.hedge, other.quantity.hedge}
    shown = one.role in DISPLAYED or other.role in DISPLAYED  # in the body “fewer than 100” may be a limit
    differ = {f"{frame}-apart": 1.0 for frame in one.frames ^ other.frames}
    both = {f"{frame}-both": 1.0 for frame in one.frames & other.frames}
    return differ | both | framed_apart(document, one, other) | {
        "definite": bool(one.determiner),
        "the": one.determiner in ("the", "these", "those", "this"),
        "other-definite": bool(other.determiner and not one.determiner),
        "hedged": hedges != {Hedge.NONE},
        "hedged-apart": len(hedges) == 2 and (not shown or _may_loosen(one, other) or _may_loosen(other, one)),
        "both-quoted": one.quoted and other.quoted,
        "other-quoted": other.quoted and not one.quoted,
        "in-a-row": _alone(document, one).in_a_row or _alone(document, other).in_a_row,
    }  # fmt: skip


def told(document: Document, one: Amount, other: Amount) -> dict[str, float]:
    """What the sentences of both have in common, and what each says for itself."""
    mine, theirs = content(document, one.sentence), content(document, other.sentence)
    said, told = _said(document, one.sentence), _said(document, other.sentence)
    families = said.families & told.families
    fewer, more = sorted((mine.words - theirs.words, theirs.words - mine.words), key=len)
    common = len(mine.words & theirs.words)
    rare = rare_families(document, one.sentence, other.sentence)
    return {
        "rare-close": min(2, len(rare & one.close & other.close)),
        "no-rare-word": not rare,
        "shared-words": min(4, len(families)) / 2,
        "shared-weight": min(3.0, weight_of(document, families) / 10),
        "said-again": common > 2 and len(fewer) <= 1 and len(more) <= common,
        "turned-sense": said.turns != told.turns,
        "covered": one.role in DISPLAYED and len(families) / max(1, len(mine.words)),
        "near-names-shared": bool(one.names & other.names),
        "near-names-new": bool(one.names - theirs.names and other.names - mine.names),
        "parallel": one.role not in DISPLAYED and len(fewer) > 0 and common >= len(more),
        "other-figures": _differ_in_more(_alone(document, one).beside, _alone(document, other).beside),
        "own-close-words": min(3, len(one.close - families), len(other.close - families)),
        "years-apart": said.years != told.years,
        "one-told": abs(one.value - other.value) == 1
        and any(compiled(_ONE_MORE).search(document[each.sentence]) for each in (one, other)),
    }  # fmt: skip


def moved(document: Document, one: Amount, other: Amount) -> dict[str, float]:
    """Whether both are where something rose to, or fell to, and what leads up to each."""
    a, b = _alone(document, one), _alone(document, other)
    return {
        "moved-alike": a.way == b.way != 0,
        "moved-against": a.way * b.way < 0,
        "led-alike": a.led == b.led != [],
        "relative": bool(_RELATIVE.search(document.text, one.sentence.start, one.quantity.start)),
        "both-absolute": not a.way and not b.way,
    }  # fmt: skip


@kept_by(attrgetter("span"))
def fate_of(document: Document, amount: Amount) -> str:
    """What befell the people that the amount counts, or ""."""
    return fate(document.text, amount.span, amount.sentence)


class _Alone(Row):
    """What the copy says of one amount, whatever it's held against.

    `led` is the word before it; `way` is 1 where the words there say up, -1 for down. `beside` are the amounts of its
    sentence.
    """

    led: list[str]
    way: int
    in_a_row: bool
    beside: list[Amount]


@kept_by(attrgetter("span"))
def _alone(document: Document, amount: Amount) -> _Alone:
    """What the copy says of the amount itself: asked of each pair that it's in."""
    text, at = document.text, amount.quantity.start
    return _Alone(
        text[max(0, at - 20) : at].lower().split()[-1:],
        way(document, amount),
        _is_in_a_row(document, amount),
        near(document, amount.span.start, 0, 0),
    )


def way(document: Document, amount: Amount) -> int:
    """1 where the words right before the amount say up, -1 for down, 0 for neither."""
    ahead = document.text[max(amount.sentence.start, amount.quantity.start - 50) : amount.quantity.start]
    found = [DIRECTIONS[word] for word in ahead.lower().split()[-6:] if word in DIRECTIONS]
    return found[-1] if found else 0


def rare_families(document: Document, one: Sentence, other: Sentence) -> frozenset[str]:
    """What two sentences have in common and hardly any other has."""
    return _rare_in(document, one) & _rare_in(document, other)


class _Said(Row):
    """Of a sentence the families of its words, the small words that turn its sense, and the years that it names."""

    families: frozenset[str]
    turns: frozenset[str]
    years: frozenset[float]


@kept_by(attrgetter("start"))
def _said(document: Document, sentence: Sentence) -> _Said:
    families = frozenset(word[:5] for word in content(document, sentence).words)
    within = quantities_within(document, sentence.span)
    years = frozenset(quantity.value for quantity in within if quantity.kind is Kind.YEAR)
    return _Said(families, turns(document, sentence), years)


@kept_by(attrgetter("start"))
def _rare_in(document: Document, sentence: Sentence) -> frozenset[str]:
    """The families of words in a sentence that hardly stand elsewhere."""
    families = _said(document, sentence).families
    return frozenset(family for family in rare_among(document, families) if not family[0].isdigit())


def _is_in_a_row(document: Document, amount: Amount) -> bool:
    """“$97/$110/$124”, “082 373 5950”: one of several numbers, or a part of one that counts nothing."""
    text, span = document.text, amount.span
    before, behind = text[max(0, span.start - 2) : span.start], text[span.end : span.end + 2]
    return "/" in (before[-1:], behind[:1]) or (
        amount.unit == "count" and (before[:1].isdigit() or behind[1:].isdigit())
    )


def _differ_in_more(one: list[Amount], other: list[Amount]) -> bool:
    """Whether two figures or more differ, one for one: two things told in one manner, not one thing told twice."""
    return sum(a.value != b.value and a.unit == b.unit for a, b in zip(one, other, strict=False)) > 1
