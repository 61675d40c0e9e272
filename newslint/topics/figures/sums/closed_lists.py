"""Closed lists: a total, and behind a mark all its parts, up to the end of the sentence or between two commas; or the parts, and what they make.

With them go the wholes that the copy divides up in other words (`partitions`), lists that words bind to their total (`bound_lists`), and
money that's listed anywhere in the story (`spreads`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, islice, pairwise, takewhile
from math import inf
from operator import attrgetter

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.story.amounts import Amount
from newslint.story.quantity import Hedge
from newslint.topics.figures.sums.addends import all_addable, is_made, is_part_itself
from newslint.topics.figures.sums.bound_lists import bound_lists
from newslint.topics.figures.sums.partitions import CLOSES, partitions
from newslint.topics.figures.sums.spreads import spreads
from newslint.topics.figures.sums.sum_signs import NEAR
from newslint.topics.figures.sums.sum_words import OPEN, RELATIONS
from newslint.topics.figures.sums.sums import Sum, leaves_a_rest
from newslint.topics.figures.vicinity import near

_FEWEST = 3  # parts behind a colon
_FAR = 0.25  # of a total: a sum that misses it by more is of other things
_EVEN = 1e-6
# What opens a list: nothing but the mark stands between it and the first part.
_OPENS = compiled(r"[^:;()“”\"]{0,200}?(?::| [–—]) (?:the )?\Z")
# What stands between two parts, and between the last two.
_BETWEEN = compiled(r"[^:.;()“”\"–—]{1,70}?(?:,|,? and|,? plus|,? as well as) (?:the (?:other|remaining) )?\Z")
_LAST = compiled(r"[^:.;()“”\"–—]{1,70}?,? and (?:the (?:other|remaining) )?\Z")
# “The 12 jurors, seven women and six men, …”: few words to each.
_APPOSED = compiled(r"(?: [\w’'-]+){0,3}, \Z")
_COLLECTED = compiled(
    r"(?i)\b(?:the|an?|its|his|her|their|this|that) (?:[a-z]+ )?[a-z]+ of \Z"
)  # “the jury of 10, six women and four men,”
_SHORT = compiled(r"(?: [\w’'-]+){1,3}(?:,| and) \Z")
_ENDS = compiled(r"(?: [\w’'-]+){1,3}[,.]")
# “… and 37 spoilt, so that 5,477 of them voted”, “… and 42 in Borth, or 148 in the two towns”: all of them, by a word on either side
_SO_MANY = compiled(r"[^.;:()]{1,60}?,? (?:or|so that|so|which (?:makes|made|means)(?: that)?) (?:[a-z]+ ){0,3}\Z")
_OF_THEM_ALL = compiled(
    r"(?: [a-z]+)? (?:of them|in all|in total|altogether|all told|together|between them|(?:in|on|at) the (?:two|three|four|five) [a-z]+)\b(?! (?:with(?:out)?|but|not|if|when|who|that|besides)\b)"
)
_RUNS = compiled(RELATIONS["running"] + "|" + RELATIONS["growing"])
# “…, for a total of 12”, “…: £12 in all”
_MADE = compiled(
    r"[^.;:()]{1,60}?(?:,? (?:in all|in total|altogether|all told),? |,? to (?:finish|end|end up|close) (?:up )?(?:with|on) |,? (?:for|making|giving) (?:an? )?(?:grand |combined )?(?:total|sum) of |,? making |: | [–—] )\Z"
)
_THAT_MAKES = compiled(
    r"[\"”’']?(?:That|This|It|They|Together(?:,)? (?:that|they|these)|In all,? (?:that|they|these|it)) (?:all |together |now )?"
    r"(?:makes?|made|comes? to|came to|adds? up to|added up to|amounts? to|totals?) (?:a total of )?\Z"
)
# “Together that is 509”, “Added up, they come to £4m”: what was told before, over so many sentences.
_TOGETHER = compiled(
    r"[\"”’']?(?:Together|Between them|In all|Altogether|All told|Combined|Taken together|Add(?:ed)?(?: (?:it|them|these|those))?(?: all)? (?:up|together))\b[^.;:()]{0,40}\Z"
)
_SENTENCES = 3
# Who has one complaint may have the next.
_HAVING = compiled(r"(?: [a-z]+)? (?:had|have|has|reported|showed|complained|owned?|used?)\b")
# “There are now three independents”, “The other three”
_MORE_ARE = compiled(r" ?(?:There (?:are|were)(?: [a-z]+)?|(?:The|Its|Their) (?:other|rest|remaining)|Another) \Z")
_MOST = 8  # parts that one sentence tells
# What leaves a list open, makes its items parts of a part, or hedges them.
_OPEN = compiled(
    rf"(?i)\b(?:{OPEN}|up to|of (?:them|whom|which|these|those)|over|about|around|some|nearly|almost|percent|from|to (?:\d|[a-z]+ (?:hundred|thousand)))\b"
)


@analysis
def closed_lists(document: Document) -> tuple[Sum, ...]:
    """Every total with its list, whether that makes it to the last figure or can’t make it, in order."""
    found: list[Sum] = []
    for _, group in groupby(all_addable(document), key=lambda amount: (amount.sentence, amount.unit)):
        told = list(group)
        found.extend((*_behind_a_mark(document, told), *_apposed(document, told), *_before_it(document, told)))
    found.extend(_in_sentences_before(document))
    found = [each for each in found if each.off <= _FAR]
    found.extend(partitions(document))
    found.extend(bound_lists(document))
    # A total with its own list isn't what some list elsewhere comes to by chance.
    listed = {each.total.span for each in found}
    elsewhere = spreads(document, {part.span for each in found for part in each.parts})
    found.extend(each for each in elsewhere if each.total.span not in listed)
    # What rounding may owe is weighed with what else the copy says.
    sure = {each.total.span: each for each in found if not each.holds or each.off < _EVEN}
    return tuple(each for each in sure.values() if each.holds or not _is_settled(document, each))


def _is_settled(document: Document, each: Sum) -> bool:
    """Whether the copy says, or lets see, that the parts needn't make the total."""
    return (
        leaves_a_rest(document, each)
        or _is_counted_twice(document, each)
        or _is_made_up(document, each)
        or any(part.value == each.made - each.total.value for part in each.parts)  # all but one make it
        or is_part_itself(document, each.total, each.parts)
    )


def _is_made_up(document: Document, each: Sum) -> bool:
    """Whether another amount beside the parts makes them the total: “…, while 100 had no address”, “There are now three independents.”"""
    lacking, last = each.total.value - each.made, each.parts[-1]
    behind = [a for a in near(document, last.span.start, 0, 1) if a.unit == each.total.unit and a.span > last.span]
    if behind and behind[0].sentence != last.sentence and behind[0].value == lacking:
        return _MORE_ARE.fullmatch(document.text, last.sentence.end, behind[0].quantity.start) is not None
    more = (a for a in behind if a.value == lacking and a.sentence == last.sentence)
    return any(CLOSES.search(document.text, last.span.end, a.quantity.start) for a in more)


def _is_counted_twice(document: Document, each: Sum) -> bool:
    """Whether who is of one part may be of the next: of 50 patients 20 had a fever, 18 a cough and 15 a rash."""
    return each.made > each.total.value and _HAVING.match(document.text, each.parts[0].span.end) is not None


def _behind_a_mark(document: Document, told: Sequence[Amount]) -> Iterator[Sum]:
    """“It covers 1,200 lines: 540 in Ayle, 410 in Borth and 350 in Cray.”"""
    text = document.text
    for at in range(1, len(told) - _FEWEST + 1):
        before, parts = told[:at], told[at:]
        between = Span(before[-1].span.end, parts[0].quantity.start)
        if not _OPENS.fullmatch(text, *between) or not _are_listed(text, parts):
            continue
        greatest = max(part.value for part in parts)
        totals = [amount for amount in reversed(before) if amount.value > greatest]
        behind = Span(parts[0].quantity.start, parts[0].sentence.end)
        if totals and not _OPEN.search(text, *behind) and _is_exact((totals[0], *parts)):
            # “Guilty of seven of the nine counts: four of fraud, …”
            sums = [Sum(amount, tuple(parts), "colon") for amount in totals]
            yield next((each for each in sums if each.holds), sums[0])


def _are_listed(text: str, parts: Sequence[Amount]) -> bool:
    """Whether commas part the amounts, and “and” the last two."""
    gaps = [(one.span.end, other.quantity.start) for one, other in pairwise(parts)]
    return all(_BETWEEN.fullmatch(text, *gap) for gap in gaps) and _LAST.fullmatch(text, *gaps[-1]) is not None


def _apposed(document: Document, told: Sequence[Amount]) -> Iterator[Sum]:
    """“The 12 jurors, seven women and six men, …”, “38 of them, 29 men and seven boys, …”."""
    text = document.text
    for at, total in enumerate(told[:-2]):
        for end in (at + 3, at + 4):
            parts = told[at + 1 : end]
            if len(parts) < end - at - 1 or not _APPOSED.fullmatch(text, total.span.end, parts[0].quantity.start):
                continue
            collected = _COLLECTED.search(text, max(0, total.quantity.start - 40), total.quantity.start)
            known = (
                collected
                or total.determiner not in ("", "all")
                or text.startswith((" of them", " of those"), total.span.end)
            )
            if not known:
                continue
            gaps = [(one.span.end, other.quantity.start) for one, other in pairwise(parts)]
            short = all(_SHORT.fullmatch(text, *gap) for gap in gaps) and text.endswith(" and ", 0, gaps[-1][1])
            if short and _ENDS.match(text, parts[-1].span.end) and _is_exact((total, *parts)):
                yield Sum(total, tuple(parts), "comma")


def _before_it(document: Document, told: Sequence[Amount]) -> Iterator[Sum]:
    """“£40 for the permit, £12 for the map and £58 for the guide: £140 altogether”, “1,450 beds and 620, for a total of 2,170”."""
    *parts, total = told
    for at, made in enumerate(told[2:], 2):
        if _are_so_many(document.text, told[:at], made) and _is_exact(told[: at + 1]):
            each = Sum(made, tuple(told[:at]), "made")
            if abs(each.made - made.value) not in {amount.value for amount in told[at:]}:
                yield each  # “Ayle sent 31 and Borth 26, so 55 of them sat down, and two were late”
    if len(parts) > 1 and _MADE.fullmatch(document.text, parts[-1].span.end, total.quantity.start) and _is_exact(told):
        yield Sum(total, tuple(parts), "made")


def _are_so_many(text: str, parts: Sequence[Amount], total: Amount) -> bool:
    """Whether words take the parts up as so many: “… and 1,122 against, with 37 papers spoilt, so that 5,477 took part”, “or 148 in all”."""
    taken_up = _SO_MANY.fullmatch(text, parts[-1].span.end, total.quantity.start)
    plain = not total.head or total.head in {part.head for part in parts}
    counted = plain and _OF_THEM_ALL.match(text, total.span.end) is not None
    return bool(taken_up) and counted and not _RUNS.search(text, parts[0].span.end, total.span.start)


def _in_sentences_before(document: Document) -> Iterator[Sum]:
    """“The course is $120, the test $45 and the card $30. That comes to $205.”, “Ayle has 312 pupils. Borth has 187. Together that is 509.”"""
    every = all_addable(document)
    for at, total in enumerate(every):
        ahead = Span(total.sentence.start, total.quantity.start)
        if _THAT_MAKES.fullmatch(document.text, *ahead):
            told, far = list(_told_before(every, at))[:1], inf
        elif _TOGETHER.fullmatch(document.text, *ahead):
            told, far = list(_told_before(every, at)), NEAR
        else:
            continue
        if not any(is_made(total, parts) for parts in told):
            made = [Sum(total, tuple(parts), "made") for parts in told if 1 < len(parts) <= _MOST]
            exact = (each for each in made if _is_exact((total, *each.parts)) and each.off <= far)
            yield from sorted(exact, key=lambda each: each.off)[:1]


def _told_before(every: Sequence[Amount], at: int) -> Iterator[list[Amount]]:
    """What the last sentence before the total that tells of amounts tells in its unit, and it with one more, and with two; in its paragraph."""
    total, parts = every[at], list[Amount]()
    before = takewhile(lambda amount: amount.block == total.block, (every[index] for index in range(at - 1, -1, -1)))
    sentences = (
        list(own) for sentence, own in groupby(before, key=attrgetter("sentence")) if sentence != total.sentence
    )
    for own in islice(sentences, _SENTENCES):
        parts = [*(amount for amount in reversed(own) if amount.unit == total.unit), *parts]
        yield parts


def _is_exact(amounts: Sequence[Amount]) -> bool:
    return all(amount.quantity.hedge is Hedge.NONE for amount in amounts)
