"""Facts: what each figure of the story is said of, so that two figures for one thing can be laid side by side."""

from __future__ import annotations

import re
from typing import NamedTuple

from newslint.analysis.counted import counted, is_person, singular
from newslint.analysis.quantities import Kind, Quantity, quantities, quantities_within
from newslint.analysis.sentences import Sentence, sentence_at
from newslint.document import Document, Role, analysis

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
# What takes up a thing that was told before, and so is no part of what's told.
_AS_REPORTED = re.compile(r"\bas (?:we |already |was )?(?:reported|mentioned|noted|stated|said|described)(?: earlier| before| above| previously)?\b,?", re.I)
_STOPS = frozenset(
    "the a an of in on at to from for by with as and or but nor than that which who whom whose when where while if because it its he she they "
    "we you i his her their our my your this these those there here is are was were be been being has have had do does did will would could "
    "should may might can must so also not no said says say according told s t re ve ll d meanwhile reported report reports officials up out "
    "about around some more over nearly almost least most roughly approximately only just into onto after before during under between through".split()
)
# What happened to the people who are counted; the commonest figures of all in news.
_EVENTS = {
    "dead": re.compile(r"\b(?:dead|died|dies|dying|kill(?:ed|s|ing)?|deaths?|death toll|toll|fatalit(?:y|ies)|lost their lives|lives|slain|murdered|perished|drowned)\b", re.I),
    "injured": re.compile(r"\b(?:injur(?:ed|es|ing|ies|y)|wound(?:ed|s|ing)?|hurt)\b", re.I),
    "arrested": re.compile(r"\b(?:arrest(?:ed|s|ing)?|detain(?:ed|s|ing)?|in custody)\b", re.I),
    "missing": re.compile(r"\b(?:missing|unaccounted)\b", re.I),
    "rescued": re.compile(r"\b(?:rescu(?:ed|es|ing)|saved|evacuat(?:ed|es|ing))\b", re.I),
    "charged": re.compile(r"\b(?:charged|indicted|convicted|sentenced|jailed)\b", re.I),
}  # fmt: skip
_EVENT_NOUNS = {"dead": "dead", "death": "dead", "injured": "injured", "arrest": "arrested", "missing": "missing"}
_EVENT_WORDS = re.compile(r"dead|die|dy|kill|deat|toll|fatal|lives|slain|murd|peri|drow|inju|woun|hurt|arre|deta|cust|miss|unac|resc|save|evac|char|indi|conv|sent|jail", re.I)
_CLAUSE_END = re.compile(r"[;:.–—]| and | but | while |, ")


class Fact(NamedTuple):
    """`quantity` counts `noun` (or its unit); `event` is what befell them, "" where nothing known did.

    `words` are the sentence's content words in the singular, `names` those of them that begin with a capital.
    """

    quantity: Quantity
    noun: str
    modifiers: tuple[str, ...]
    definite: bool
    event: str
    words: frozenset[str]
    names: frozenset[str]
    years: frozenset[float]
    sentence: Sentence
    role: Role

    @property
    def key(self) -> tuple[str, str, str]:
        """What two facts must share to be of one thing."""
        return self.quantity.kind.value, self.quantity.unit, self.noun


_KINDS = frozenset([Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.PERCENT, Kind.TIME, Kind.POINTS, Kind.AGE])


@analysis
def facts(document: Document) -> tuple[Fact, ...]:
    """Every figure with what it's said of, in order."""
    found: list[Fact] = []
    said: dict[Sentence, tuple[frozenset[str], frozenset[str]]] = {}
    for quantity in quantities(document):
        if quantity.kind not in _KINDS or (quantity.value == 1 and quantity.numeral.spelled):
            continue
        sentence = sentence_at(document, quantity.span.start)
        block = document.block_at(quantity.span.start)
        if sentence is None or block is None:
            continue
        if sentence not in said:
            said[sentence] = _said(document.text[sentence.start : sentence.end])
        found.append(_fact(document, quantity, sentence, said[sentence], block.role))
    return tuple(found)


def _fact(
    document: Document, quantity: Quantity, sentence: Sentence, said: tuple[frozenset[str], frozenset[str]], role: Role
) -> Fact:
    text = document.text
    noun = counted(text, quantity.span.end, sentence.end)
    before = text[max(sentence.start, quantity.start - 8) : quantity.start].lower().split()
    definite = bool(before) and (before[-1] in ("the", "these", "those", "all", "its", "their") or before[-1].endswith(("'s", "’s", "s’")))
    event = _EVENT_NOUNS.get(noun.noun, "")
    if not event and quantity.kind is Kind.COUNT and (not noun.noun or is_person(noun.noun) or noun.noun == "life"):
        event = _event(text, quantity, sentence)
    years = frozenset(q.value for q in quantities_within(document, sentence.span) if q.kind is Kind.YEAR)
    return Fact(quantity, noun.noun, noun.before, definite, event, *said, years, sentence, role)


def _event(text: str, quantity: Quantity, sentence: Sentence) -> str:
    """What befell the people counted, by the nearest word for it in the same clause."""
    behind = text[quantity.span.end : min(sentence.end, quantity.span.end + 45)]
    ahead = text[max(sentence.start, quantity.start - 40) : quantity.start]
    end = _CLAUSE_END.search(behind)
    behind = behind[: end.start()] if end else behind
    cut = list(_CLAUSE_END.finditer(ahead))
    ahead = ahead[cut[-1].end() :] if cut else ahead
    if not _EVENT_WORDS.search(behind) and not _EVENT_WORDS.search(ahead):
        return ""
    best, event = 1000, ""
    for name, pattern in _EVENTS.items():
        for match in pattern.finditer(behind):
            best, event = min((best, event), (match.start(), name))
        for match in pattern.finditer(ahead):
            best, event = min((best, event), (len(ahead) - match.end() + 2, name))
    return event


def _said(sentence: str) -> tuple[frozenset[str], frozenset[str]]:
    words, names = set(), set()
    for match in _WORD.finditer(_AS_REPORTED.sub("", sentence)):
        word = match[0]
        if word[0].isdigit():
            continue
        lower = word.lower()
        if lower in _STOPS:
            continue
        stem = singular(lower.removesuffix("’s").removesuffix("'s"))
        words.add(stem)
        if word[0].isupper() and match.start() > 1:
            names.add(stem)
    return frozenset(words), frozenset(names)


def agree(a: Quantity, b: Quantity) -> bool:
    """Whether both may stand for one true value, as printed and hedged, or one be the other in round hundreds."""
    if a.low <= b.high + 1e-9 and b.low <= a.high + 1e-9:
        return True
    coarse, fine = (a, b) if a.numeral.grain > b.numeral.grain else (b, a)
    return coarse.numeral.grain >= 100 and coarse.value >= 1000 and abs(coarse.value - fine.value) <= coarse.numeral.grain / 2


def run_in_common(document: Document, a: Fact, b: Fact) -> int:
    """How many words stand alike around both figures, before and behind, without a gap."""
    text = document.text
    total = 0
    for forward in (True, False):
        sides = []
        for fact in (a, b):
            start, end = (fact.quantity.span.end, fact.sentence.end) if forward else (fact.sentence.start, fact.quantity.start)
            words = [word.lower() for word in _WORD.findall(text[start:end])]
            sides.append(words if forward else words[::-1])
        for one, other in zip(*sides, strict=False):
            if one != other:
                break
            total += 1
    return total


def are_near(a: float, b: float) -> bool:
    """Whether one may be a slip for the other: of one size, or with a figure turned, or a nought more."""
    if min(a, b) <= 0:
        return False
    ratio = max(a, b) / min(a, b)
    return ratio <= 1.34 or abs(ratio - 10) < 1e-9 or sorted(f"{a:g}") == sorted(f"{b:g}")
