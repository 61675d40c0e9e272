"""Signs of sums: what speaks for and against a total and amounts near it being a whole and its parts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import log

from newslint.document import Document
from newslint.startup.expressions import compiled
from newslint.story.amounts import Amount, stem, support
from newslint.story.same import measured
from newslint.topics.figures.sums.addends import addends, is_made
from newslint.topics.figures.sums.sum_words import CUES, OF_TOTAL, OPENERS, RELATIONS, RESUMED, UNNUMBERED
from newslint.topics.figures.sums.sums import Sum
from newslint.topics.figures.vicinity import amount_at, near, order

_REACH = 200  # letters around the parts in which it's told how they belong to the total
NEAR = 0.15  # off its total by this share a sum is near
CLOSE = 0.06
# A number without a noun at the start of the next sentence: “… 90 prints. Forty are …”
_NEXT = compiled(r"[^.;:]{0,100}\.[”\"’']?\s(?:(?:Of|Among) (?:them|these|those),? )?")
_BEHIND = compiled(r"(?: [a-z-]+s)? ([a-z]+)\b")
_IN_ALL = r"(?: [a-z]+){0,3},? (?:in all|in total|altogether|all told|combined|between them)\b"


def signs(document: Document, each: Sum) -> Mapping[str, float]:
    """All signs of a sum."""
    return measured({**_said(document, each), **_reckoned(document, each), **_placed(document, each), **_counted(each)})


def _said(document: Document, each: Sum) -> dict[str, float]:
    """What the words say of total and parts."""
    text, total, parts = document.text, each.total, each.parts
    sentence, places = total.sentence, sorted((total.span, *(part.span for part in parts)))
    window = _beside_total(document, total).lower()
    first, last = parts[0].span.start - _REACH, parts[-1].span.end + _REACH
    stretch = text[max(places[0].end, first) : min(places[-1].start, last)].lower()
    related = {name: bool(compiled(way).search(stretch)) for name, way in RELATIONS.items()}
    before = text[max(sentence.start, total.quantity.start - 60) : total.quantity.start]
    return {
        **{f"cue-{name}": bool(compiled(way).search(window)) for name, way in CUES.items()},
        **{f"opener-{name}": each.opener == name for name in OPENERS},
        **related,
        "rest-last": bool(compiled(RELATIONS["rest"] + r"[^,;:.()]{0,25}\Z", re.I).search(text[places[-2].end : parts[-1].quantity.start])),
        "announced": bool(each.opener),
        "of-total": bool(OF_TOTAL.search(before)),
        "unnumbered": bool(UNNUMBERED.search(stretch)),
        "resumed": _is_resumed(text, each),
        "in-all-behind": bool(compiled(_IN_ALL, re.I).match(text, total.span.end)),
        "all": total.determiner in ("all", "both"),
    }  # fmt: skip


def _is_resumed(text: str, each: Sum) -> bool:
    """Whether the parts stand in a sentence that takes up the total, right behind it: as good as one sentence.

    It’s taken up, too, by a number without a noun that the others of the sentence are told like: “… Six are by men, five by women”.
    """
    first = each.parts[0]
    between = text[each.total.span.end : first.quantity.start]
    if first.span < each.total.span:
        return False
    bare = not first.head and _NEXT.fullmatch(between) and is_in_one_manner(text, each.parts)
    return bool(bare) or RESUMED.fullmatch(between[:140]) is not None


def _beside_total(document: Document, total: Amount) -> str:
    """What stands beside the total in its sentence, up to amounts of anything else: “eleven farmers with 46 hectares between them”."""
    sentence = total.sentence
    others = [a.span for a in near(document, total.span.start, 0, 0) if a.unit != total.unit]
    start = max([sentence.start, total.span.start - 80, *(o.end for o in others if o < total.span)])
    end = min([sentence.end, total.span.end + 60, *(o.start for o in others if total.span < o)])
    return document.text[start:end]


def _reckoned(document: Document, each: Sum) -> dict[str, float]:
    """How the numbers themselves stand to each other."""
    total, parts, off = each.total, each.parts, each.off
    gap = abs(round(each.made - total.value))
    grains = {part.quantity.numeral.grain for part in parts}
    return {
        "parts": log(len(parts)),
        "off": min(1.0, 3 * off),
        "close": off < CLOSE,
        "one-digit": len(str(gap).rstrip("0")) == 1 and total.value > 20 and off < 0.2,
        "more-made": each.made > total.value,
        "makes-another": support(document)[total.unit, each.made]
        > (amount_at(document, total.span).value == each.made),
        "one-precision": grains == {total.quantity.numeral.grain},
        "rounder": total.quantity.numeral.grain > max(grains),
        "small-parts": min(part.value for part in parts) < 0.02 * total.value,
        "great": min(2.0, log(max(1.0, total.value / 30)) / 3),
        "money": total.unit != "count",
    }


def _placed(document: Document, each: Sum) -> dict[str, float]:
    """Where total and parts stand."""
    total, parts = each.total, each.parts
    numbers = [order(document, part.span.start) for part in parts]
    own = order(document, total.span.start)
    together = numbers[0] == numbers[-1]
    joined = are_parallel(document.text, parts)
    nearest = min(abs(number - own) for number in numbers)
    return {
        f"chain-{each.chain}": bool(each.chain),
        "parallel": joined,
        "same-sentence": together and (own == numbers[0] or _is_resumed(document.text, each)),
        "parts-together": together,
        "parts-behind": numbers[0] >= own,
        "next-to": nearest <= 1,
        "made": _is_made_otherwise(document, each, listed=bool(each.opener) and joined and together),
        "outside": log(1 + sum(a not in parts for a in addends(document, total))),
        "same-block": all(part.block == total.block for part in parts),
    }


def is_in_one_manner(text: str, parts: Sequence[Amount]) -> bool:
    """Whether the word behind the amounts is the same, or it stands for all in the first of them: “six are by men, five by women”."""
    behind = [_BEHIND.match(text, part.span.end) for part in parts]
    words = {found[1] for found in behind[1:] if found}
    first = text[parts[0].span.end : parts[1].quantity.start].split()
    return all(behind[1:]) and len(words) == 1 and words <= set(first)


def _is_made_otherwise(document: Document, each: Sum, listed: bool) -> bool:
    """Whether amounts around make the total; where a list is announced as its parts, one more with these: what others make is chance."""
    beside, short = addends(document, each.total), each.total.value - each.made
    return any(a.value == short and a not in each.parts for a in beside) if listed else is_made(each.total, beside)


def _counted(each: Sum) -> dict[str, float]:
    """What total and parts count, and what the words around them make of them."""
    total, parts = each.total, each.parts
    heads = {stem(part.head) for part in parts}
    own = stem(total.head)
    return {
        "one-head": heads == {own} != {""},
        "apart-after-comma": each.opener == "comma"
        and bool(own)
        and "" not in heads
        and own not in heads
        and not total.persons,
        "plain-heads": heads <= {own, ""},
        "announced-of-one-sort": bool(each.opener) and heads <= {own, ""},
        "announced-close": bool(each.opener) and each.off < NEAR,
        "other-heads": len(heads - {""}) > 1,
        "persons": total.persons and sum(part.persons for part in parts) > 1,
        "nested": any("part" in part.frames for part in parts[1:]),
        **{frame: frame in total.frames for frame in ("more", "earlier", "capacity")},
    }


def are_parallel(text: str, parts: Sequence[Amount]) -> bool:
    """Whether the parts are listed in one manner: a comma, a semicolon, “and” or a new line between each two, and little else."""
    gaps = [text[one.span.end : other.quantity.start] for one, other in pairwise(parts)]
    return all(len(gap) < 60 and compiled(r"[,;\n]| and | to ").search(gap) and "." not in gap for gap in gaps)
