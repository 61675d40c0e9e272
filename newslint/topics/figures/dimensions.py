"""Dimensions: how long, high, heavy or dear the copy says that a thing is, and how many of something it has."""

from __future__ import annotations

import re
from collections import defaultdict

from newslint.document import Document, Role, analysis
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.quantities import quantities
from newslint.story.quantity import Hedge, Kind, Quantity
from newslint.text.nouns import singular
from newslint.text.sentences import Sentence, sentence_at
from newslint.text.wordlists import wordlist
from newslint.topics.figures.claims import agree, are_near

_KINDS = frozenset([Kind.MEASURE, Kind.MONEY, Kind.TIME])
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
        if quantity.kind not in _KINDS or quantity.hedge is not Hedge.NONE or quantity.top != quantity.value:
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
