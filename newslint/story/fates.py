"""Fates: what befell the people who are counted: the commonest figures of all in news."""

from __future__ import annotations

from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.text.sentences import Sentence
from newslint.text.vocabulary import NUMBER_IN_WORDS

_FATES = {
    "dead": r"(?i)\b(?:dead|die[ds]?|dying|kill(?:ed|s|ing)?|deaths?|death toll|toll|fatalit(?:y|ies)|lost their lives|lives|slain|murdered|perished|drowned|victims?)\b",
    "injured": r"(?i)\b(?:injur(?:ed|es|ing|ies|y)|wound(?:ed|s|ing)?|hurt|hospital(?:i[sz]ed)?)\b",
    "arrested": r"(?i)\b(?:arrest(?:ed|s|ing)?|detain(?:ed|s|ing)?|in custody|held(?! (?:an?|the|their|its|talks|up)\b))\b",
    "missing": r"(?i)\b(?:missing|unaccounted)\b",
    "rescued": r"(?i)\b(?:rescu(?:ed|es|ing)|saved|evacuat(?:ed|es|ing))\b",
    "charged": r"(?i)\b(?:charged|indicted|convicted|sentenced|jailed)\b",
}  # fmt: skip
_STEMS = tuple(
    "dead die dy kill deat toll fatal lives slain murd peri drow vict inju woun hurt hosp arre deta cust held miss unac resc save evac char indi conv sent jail".split()
)
# A toll may stand far in front of its number: “the death toll …, which …, rose to 85”.
_TOLL = r"(?i)\bdeath toll\b[^.]*\b(?:to|at|of|is|was|reached|passed|hit|topped)\s+\Z"
_CLAUSE_END = compiled(r"[;:.–—]| and | but | while |, ")
# What is told behind another number is that one’s: “10 Americans among 12 dead”, “three women among five dead”.
_ENDS_BEHIND = compiled(rf"{_CLAUSE_END.pattern}|\d|\b(?:{NUMBER_IN_WORDS})\b")
# A part that is told between: “Five people, three of them nurses, died”.
_PART = compiled(r", (?:(?:including|among them)\b|(?:all|both|[\w-]+) of (?:them|whom)\b)[^,;:.]*,")
_AHEAD, _TOLD, _BEHIND = 200, 40, 45


def fate(text: str, number: Span, sentence: Sentence) -> str:
    """What befell the people whose number stands at `number`, by the nearest word for it in the clause, or ""."""
    behind = _PART.sub("", text[number.end : sentence.end], count=1)[:_BEHIND]
    ahead = text[max(sentence.start, number.start - _AHEAD) : number.start]
    lower = f"{ahead}{behind}".lower()
    if not any(map(lower.__contains__, _STEMS)):
        return ""
    if "toll" in lower and compiled(_TOLL).search(ahead):
        return "dead"
    behind, ahead = _ENDS_BEHIND.split(behind, maxsplit=1)[0], _CLAUSE_END.split(ahead[-_TOLD:])[-1]
    nearest = [(1000, "")]
    for name, way in _FATES.items():
        nearest += [(match.start(), name) for match in compiled(way).finditer(behind)]
        nearest += [(len(ahead) - match.end() + 2, name) for match in compiled(way).finditer(ahead)]
    return min(nearest)[1]
