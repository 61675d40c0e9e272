"""Facts: what each figure of the story is said of, so that two figures for one thing can be laid side by side."""

from __future__ import annotations

import re
from collections import defaultdict

from newslint.document import Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.quantities import quantities, quantities_within
from newslint.story.quantity import Hedge, Kind, Quantity
from newslint.text.content_words import content
from newslint.text.nouns import Counted, counted, is_person, singular
from newslint.text.sentences import Sentence, sentence_at
from newslint.text.vocabulary import wordlist

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


_DIMENSIONS = frozenset([Kind.MEASURE, Kind.MONEY, Kind.TIME])
_THE = r"(?:[Tt]he|[Ii]ts|[Tt]heir|[Tt]his|[Hh]is|[Hh]er)"
# “The tower is 42 metres tall”, “the works, which cost £4.2m”, “the film runs for 90 minutes”
_IS = (
    rf"\b{_THE} (?P<noun>[a-z]+)(?:, which|, it| that)? (?P<verb>is|was|measures|stands|stood|weighs|weighed|runs|ran|lasts|lasted|holds|"
    r"(?:will |has |have |had |would |is to |could )?costs?) (?:for |at )?\Z"
)
# “At 24 metres, the tower”, “the 24-metre tower”, “£4.2m for the works”, “the $2.1m that the search has cost”
_AHEAD = (
    rf"(?:,? {_THE} (?P<at>[a-z]+) (?:is|was|stands|holds|runs|becomes|has)\b"
    rf"|(?: that| which)? {_THE} (?P<paid>[a-z]+) (?:will|has|have|had|would|is to)? ?costs?\b"
    rf"| (?:for|cost of) {_THE} (?P<for>[a-z]+)\b|[- ](?P<compound>[a-z]+)\b)"
)
_PURPOSE = compiled(r" to ([a-z]+)\b")
_QUALITY = compiled(r" (long|tall|high|wide|deep|thick)\b")
_NO_THINGS = wordlist(
    """
    man woman boy girl person victim suspect year time day week month period first second third other same rest total
    number figure average world term sentence deal walk drive journey trip ride ban delay wait break gap flight video
    contract fine bill tax fee price cost rate part side radius exclusion area zone speech talk interview meeting match
    game round race event ticket room meal course pass visa licence license product model phone laptop device screen
    version size plan option package house home apartment flat property dish bottle class trail hike route
    """
)


class Dimension(Row):
    """`thing` (a definite noun, in the singular) is `quantity` of its unit; `quality` is long, tall and the like, or "".
    `plain` tells “the works cost £5m” from “£5m for the works”; `compound` is “the 13-inch saw”, which may tell one
    saw from another. `purpose` is what an amount is to do: “£5m to build”, or "".
    """

    thing: str
    quality: str
    plain: bool
    compound: bool
    purpose: str
    quantity: Quantity
    sentence: Sentence


@analysis
def dimensions(document: Document) -> tuple[Dimension, ...]:
    """Every exact measure, price or running time of a thing that the copy speaks of as known."""
    found = []
    for quantity in quantities(document):
        if quantity.kind not in _DIMENSIONS or quantity.hedge is not Hedge.NONE or quantity.top != quantity.value:
            continue
        block, sentence = document.block_at(quantity.span.start), sentence_at(document, quantity.span.start)
        if block is None or sentence is None or block.role not in (Role.PARAGRAPH, Role.LIST_ITEM):
            continue
        thing = _thing(document.text, quantity, sentence)
        if thing and thing not in _NO_THINGS and len(thing) > 2:
            quality = _QUALITY.match(document.text, quantity.span.end)
            plain = not document.text.startswith(" for ", quantity.span.end)
            compound = "-" in document[quantity.span]
            purpose = _PURPOSE.match(document.text, quantity.span.end)
            named = [match[1] if match else "" for match in (quality, purpose)]
            found.append(Dimension(thing, named[0], plain, compound, named[1], quantity, sentence))
    return tuple(found)


def _thing(text: str, quantity: Quantity, sentence: Sentence) -> str:
    before = compiled(_IS).search(text[max(sentence.start, quantity.span.start - 50) : quantity.span.start])
    if before is not None and (("cost" in before["verb"]) == (quantity.kind is Kind.MONEY)):
        return singular(before["noun"])
    ahead = compiled(_AHEAD).match(text, quantity.span.end, sentence.end)
    if ahead is None:
        return ""
    lead = text[max(sentence.start, quantity.span.start - 4) : quantity.span.start]
    return singular(_named(ahead, lead, quantity))


def _named(ahead: re.Match[str], lead: str, quantity: Quantity) -> str:
    """The thing that what follows the quantity names, by the way that fits the quantity's kind."""
    if quantity.kind is Kind.MONEY:
        return str(ahead["paid"] or ahead["for"] or "")
    if lead.endswith(("At ", "at ")):
        return str(ahead["at"] or "")
    printed = ahead.string[quantity.span.start : quantity.span.end]
    is_compound = "-" in printed and lead.lower().endswith(("the ", "he ", "its "))
    return str(ahead["compound"] or "") if is_compound else ""


@analysis
def remeasured(document: Document) -> tuple[tuple[Quantity, Quantity], ...]:
    """Every thing that has two dimensions of one sort: “The tower is 42 metres tall”, “At 24 metres, the tower …”."""
    groups: dict[tuple[str, str], list[Dimension]] = defaultdict(list)
    for dimension in dimensions(document):
        groups[dimension.thing, dimension.quantity.unit].append(dimension)
    found = []
    for first, *others in groups.values():
        rivals = [other for other in others if other.quantity.value != first.quantity.value]
        if len({rival.quantity.value for rival in rivals}) == 1 and _disagree(first, rivals[0]):
            found.append((first.quantity, rivals[0].quantity))
    return tuple(found)


def _disagree(one: Dimension, other: Dimension) -> bool:
    a, b = one.quantity, other.quantity
    if one.sentence == other.sentence or not (one.plain or other.plain) or (one.compound and other.compound):
        return False
    if one.quality and other.quality and one.quality != other.quality:
        return False
    if one.purpose and other.purpose and one.purpose != other.purpose:
        return False
    return are_near(a.value, b.value) and not agree(a, b)
