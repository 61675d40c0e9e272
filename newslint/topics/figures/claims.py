"""Facts: what each figure of the story is said of, so that two figures for one thing can be laid side by side."""

from __future__ import annotations

from newslint.document import Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.quantities import quantities, quantities_within
from newslint.story.quantity import Hedge, Kind, Quantity
from newslint.text.content_words import content
from newslint.text.nouns import Counted, counted, is_person
from newslint.text.sentences import Sentence, sentence_at

# What happened to the people who are counted; the commonest figures of all in news.
_EVENTS = {
    "dead": r"(?i)\b(?:dead|die[ds]?|dying|kill(?:ed|s|ing)?|deaths?|death toll|toll|fatalit(?:y|ies)|lost their lives|lives|slain|murdered|perished|drowned)\b",
    "injured": r"(?i)\b(?:injur(?:ed|es|ing|ies|y)|wound(?:ed|s|ing)?|hurt|hospital(?:i[sz]ed)?)\b",
    "arrested": r"(?i)\b(?:arrest(?:ed|s|ing)?|detain(?:ed|s|ing)?|in custody|held(?! (?:an?|the|their|its|talks|up)\b))\b",
    "missing": r"(?i)\b(?:missing|unaccounted)\b",
    "rescued": r"(?i)\b(?:rescu(?:ed|es|ing)|saved|evacuat(?:ed|es|ing))\b",
    "charged": r"(?i)\b(?:charged|indicted|convicted|sentenced|jailed)\b",
}  # fmt: skip
_DEFINITE = frozenset(["the", "these", "those", "all", "its", "their"])
_EVENT_NOUNS = {"dead": "dead", "death": "dead", "injured": "injured", "arrest": "arrested", "missing": "missing"}
_EVENT_STEMS = (
    "dead",
    "die",
    "dy",
    "kill",
    "deat",
    "toll",
    "fatal",
    "lives",
    "slain",
    "murd",
    "peri",
    "drow",
    "inju",
    "woun",
    "hurt",
    "hosp",
    "arre",
    "deta",
    "cust",
    "held",
    "miss",
    "unac",
    "resc",
    "save",
    "evac",
    "char",
    "indi",
    "conv",
    "sent",
    "jail",
)
# A toll may stand far in front of its number: “the death toll …, which …, rose to 85”.
_TOLL = r"(?i)\bdeath toll\b[^.]*\b(?:to|at|of|is|was|reached|passed|hit|topped)\s+\Z"
_CLAUSE_END = compiled(r"[;:.–—]| and | but | while |, ")


class Fact(Row):
    """`quantity` counts `noun` (or its unit); `event` is what befell them, "" where nothing known did."""

    document: Document
    quantity: Quantity
    noun: str
    modifiers: tuple[str, ...]
    definite: bool
    event: str
    sentence: Sentence
    role: Role

    @property
    def key(self) -> tuple[str, str, str]:
        """What two facts must share to be of one thing."""
        return self.quantity.kind.value, self.quantity.unit, self.noun

    @property
    def words(self) -> frozenset[str]:
        """The content words of the sentence, but for the figure itself where it's in words."""
        words = content(self.document, self.sentence).words
        if not self.quantity.numeral.spelled:
            return words
        printed = self.document.text[self.quantity.numeral.start : self.quantity.numeral.end].lower()
        return words - {printed, *printed.split()}

    @property
    def names(self) -> frozenset[str]:
        """Those of them that begin with a capital inside it."""
        return content(self.document, self.sentence).names

    @property
    def years(self) -> frozenset[float]:
        """The years that the sentence names."""
        within = quantities_within(self.document, self.sentence.span)
        return frozenset(quantity.value for quantity in within if quantity.kind is Kind.YEAR)

    @property
    def surroundings(self) -> tuple[Span, Span]:
        """The sentence before the figure and behind it."""
        return Span(self.sentence.start, self.quantity.start), Span(self.quantity.span.end, self.sentence.end)


_KINDS = frozenset([Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.PERCENT, Kind.TIME, Kind.POINTS, Kind.AGE])
_LONGEST = 1500


@analysis
def facts(document: Document) -> tuple[Fact, ...]:
    """Every figure with what it's said of, in order, but for those of sentences too long to be one."""
    found: list[Fact] = []
    for quantity in quantities(document):
        if quantity.kind not in _KINDS or (quantity.value == 1 and quantity.numeral.spelled):
            continue
        sentence = sentence_at(document, quantity.span.start)
        block = document.block_at(quantity.span.start)
        if sentence is not None and block is not None and sentence.end - sentence.start <= _LONGEST:
            found.append(_fact(document, quantity, sentence, block.role))
    return tuple(found)


def _fact(document: Document, quantity: Quantity, sentence: Sentence, role: Role) -> Fact:
    text = document.text
    noun = counted(text, quantity.span.end, sentence.end) if quantity.kind is not Kind.AGE else Counted("", (), 0)
    event = _EVENT_NOUNS.get(noun.noun, "")
    if not event and quantity.kind is Kind.COUNT and (not noun.noun or is_person(noun.noun) or noun.noun == "life"):
        event = _event(text, quantity, sentence)
    definite = _is_definite(text[max(sentence.start, quantity.start - 12) : quantity.start])
    return Fact(document, quantity, noun.noun, noun.before, definite, event, sentence, role)


def _is_definite(before: str) -> bool:
    words = before.lower().split()
    return bool(words) and (words[-1] in _DEFINITE or words[-1].endswith(("'s", "’s", "s’")))


def _event(text: str, quantity: Quantity, sentence: Sentence) -> str:
    """What befell the people counted, by the nearest word for it in the same clause."""
    behind = text[quantity.span.end : min(sentence.end, quantity.span.end + 45)]
    ahead = text[max(sentence.start, quantity.start - 200) : quantity.start]
    lower = f"{ahead}{behind}".lower()
    if not any(map(lower.__contains__, _EVENT_STEMS)):
        return ""
    if "toll" in lower and compiled(_TOLL).search(ahead):
        return "dead"
    behind, ahead = _CLAUSE_END.split(behind, maxsplit=1)[0], _CLAUSE_END.split(ahead[-40:])[-1]
    best, event = 1000, ""
    for name, pattern in _EVENTS.items():
        for match in compiled(pattern).finditer(behind):
            best, event = min((best, event), (match.start(), name))
        for match in compiled(pattern).finditer(ahead):
            best, event = min((best, event), (len(ahead) - match.end() + 2, name))
    return event


def agree(a: Quantity, b: Quantity) -> bool:
    """Whether both may stand for one true value, as printed and hedged, or one be the other in round hundreds."""
    if a.low <= b.value <= a.high or b.low <= a.value <= b.high:
        return True
    if a.hedge is not Hedge.NONE and b.hedge is not Hedge.NONE and a.low <= b.high and b.low <= a.high:
        return True
    coarse, fine = (a, b) if a.numeral.grain > b.numeral.grain else (b, a)
    round_number = coarse.numeral.grain >= 100 and coarse.value >= 1000 and coarse.numeral.scale == 1
    return round_number and abs(coarse.value - fine.value) <= coarse.numeral.grain / 2


def are_near(a: float, b: float) -> bool:
    """Whether one may be a slip for the other: of one size, or with a figure turned, or a nought more."""
    if min(a, b) <= 0:
        return False
    ratio = max(a, b) / min(a, b)
    return ratio <= 1.34 or abs(ratio - 10) < 1e-9 or sorted(f"{a:g}") == sorted(f"{b:g}")
