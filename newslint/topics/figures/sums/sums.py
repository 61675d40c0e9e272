"""Sums: a total, and the amounts that are reckoned to be its parts."""

from __future__ import annotations

from newslint.document import Document
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.amounts import Amount
from newslint.topics.figures.sums.sum_words import ONE_MORE, UNCOUNTED

_AGAINST, _TO = compiled(r"\d(?: [a-z]+)? to (?:the )?\Z"), compiled(r"(?: votes)? to (?:the )?[\d,]+ (?:of|for) ")
# “Ayle's players share £60 and Borth's £30, from a total prize fund of £120”
_FROM = compiled(r"\b(?:from|out of) (?:a|the|its|their) (?:total|whole|overall|pool|fund|pot|purse)\b[^,;.]{0,30}\Z")
_MORE = compiled(r" (?:more|less|fewer|cheaper|dearer|higher|lower|better|worse)\b")
# “Added to the county's share of £1,630 and £285 for the police”: to what was told before.
_ADDED_TO = compiled(r"[“\"‘']?(?:Added to|Adding|On top of)\b")
_BY_CHANCE = 3  # parts


class Sum(Row):
    """A total, and the parts that it's reckoned from; `opener` is the mark that announces them, or "".

    `chain` is how they’re told one after another, where no sentence lists them: “rest” or “items”; or "".
    """

    total: Amount
    parts: tuple[Amount, ...]
    opener: str = ""
    chain: str = ""

    @property
    def made(self) -> float:
        """What the parts make."""
        return sum(part.value for part in self.parts)

    @property
    def off(self) -> float:
        """By which share of the total they miss it."""
        return abs(self.made - self.total.value) / self.total.value

    @property
    def holds(self) -> bool:
        """Whether they make it, as all are printed, rounded and hedged."""
        low, high = sum(part.quantity.low for part in self.parts), sum(part.quantity.high for part in self.parts)
        return low <= self.total.quantity.high + 1e-6 and high >= self.total.quantity.low - 1e-6

    @property
    def is_rounded(self) -> bool:
        """Whether what they miss it by is less than one of the amounts may owe to its rounding."""
        slack = max(amount.quantity.slack for amount in (self.total, *self.parts))
        return abs(self.made - self.total.value) < slack

    @property
    def has_a_whole(self) -> bool:
        """Whether one of the parts is what the others make: “Of the £610,000, £390,000 is to come from Ayle, … and the other £75,000 …”.

        Two of three parts make the third by chance.
        """
        return len(self.parts) > _BY_CHANCE and any(2 * part.value == self.made for part in self.parts)

    @property
    def is_one_sort(self) -> bool:
        """Whether things that are counted whole aren't added up to so many and a half: “48.4 overs”."""
        whole = self.total.unit == "count" and all(part.value % 1 == 0 for part in self.parts)
        return not whole or self.total.value % 1 == 0


def leaves_a_rest(document: Document, each: Sum) -> bool:
    """Whether the parts are less than the total, and the copy says that the rest is something else, without a number."""
    first, last, text = each.parts[0], each.parts[-1], document.text
    if each.made < each.total.value and _ADDED_TO.match(text, first.sentence.start):
        return True
    if each.total.value - each.made == 1 and ONE_MORE.match(text, last.span.end):
        return True
    return each.made < each.total.value and bool(UNCOUNTED.search(text, first.span.start, last.sentence.end))


def is_compared(text: str, each: Sum) -> bool:
    """Whether the total is held against another amount, is what the parts are taken from, or a part says by how much something is more: “9,012 votes to 7,706”, “£3 cheaper”."""
    total = each.total
    if _FROM.search(text, total.sentence.start, total.quantity.start):
        return True
    against = _AGAINST.search(text, total.sentence.start, total.quantity.start) or _TO.match(text, total.span.end)
    return against is not None or any(_MORE.match(text, part.span.end) for part in each.parts)
