"""Counts: the numbers and words that may announce a list."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document, Role
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.amounts import Amount, amounts
from newslint.story.quantities import word_before
from newslint.story.quantity import Hedge, Kind
from newslint.text.nouns import singular
from newslint.text.prefilter import blocks_with_words
from newslint.text.sentences import Sentence, sentence_at
from newslint.text.vocabulary import FUNCTION, POSSESSIVES, alternatives, wordlist
from newslint.topics.figures.lists.items import COLLECTIVES
from newslint.topics.figures.vicinity import table

_MOST = 20
# A count by a word; some stand right before their list.
_COLLECTIVE = compiled(
    rf"\b(?:[Tt]he|[Tt]his|[Tt]hat) (?P<noun>{alternatives(COLLECTIVES)})\b|\b(?P<right>[Bb]oth|[Nn]either)\b(?= [A-Z])"
)
# “season two”, “day five”, “Figures 3 and 4”
_RANKED = wordlist(
    "season day part week episode chapter series year round phase stage level grade volume act scene figure table"
)
_SCORE = compiled(r"\s?[–-]\s?\d")
# What is listed, where how many it is stands nowhere.
_SOME = compiled(r"(?i)\b(?:a few|several|some|many|various|the following) [a-z]")
_KNOWN = POSSESSIVES | {"the", "these", "those"}
_TO = compiled(r"\d (?:to|[–-]) \Z")  # “10 to 2: …” ends there


class Count(Row):
    """What says how many are listed, a number or “the trio”, “both”; `right` where the list stands right behind it.

    `amount` is the number, where it is one.
    """

    span: Span
    start: int
    value: int
    sentence: Sentence
    role: Role
    right: bool = False
    collective: bool = False
    amount: Amount | None = None


def counts(document: Document) -> Iterator[Count]:
    """What may announce a list: small whole numbers, and words such as trio and both."""
    if table(document):
        return
    for amount in amounts(document):
        if announces(amount) and not _is_name_or_end(document.text, amount) and not _is_where(document.text, amount):
            start = amount.quantity.start
            yield Count(amount.span, start, int(amount.value), amount.sentence, amount.role, amount=amount)
    for block in blocks_with_words(document, [*COLLECTIVES, "both", "neither"]):
        for match in _COLLECTIVE.finditer(document.text, block.start, block.end):
            if sentence := sentence_at(document, match.start()):
                span = Span(*match.span("noun" if match["noun"] else "right"))
                value = COLLECTIVES.get(match["noun"] or "", 2)
                yield Count(span, match.start(), value, sentence, block.role, bool(match["right"]), collective=True)


def announces(amount: Amount) -> bool:
    """Whether the amount is a small whole number of something that may be listed."""
    quantity = amount.quantity
    if "one-of" in amount.frames:
        return False  # “three of the four: A, B and C”: the list is of the three
    plain = quantity.kind is Kind.COUNT and quantity.hedge is Hedge.NONE and quantity.top == quantity.value
    return plain and 2 <= quantity.value <= _MOST and quantity.value % 1 == 0 and not amount.compound


def _is_name_or_end(text: str, amount: Amount) -> bool:
    """Whether the number is of a score, ends a stretch of numbers, or is a name: “Ayle 3 (Moor 12, Hill 71)”, “10 to 2: …”, “season two”, “Tip 3: …”.

    So is one that only repeats in brackets what stands in words before it.
    """
    start, end = amount.span
    if _SCORE.match(text, end) or text[start - 1 : start] in ("-", "–") or _TO.search(text, max(0, start - 6), start):
        return True
    alone = text[start].isdigit() and (
        text.startswith((" (", ":"), end)
        or text[start - 1] + text[end : end + 1] == "()"
        or _is_of_a_name(text, amount)
    )
    return alone or singular(word_before(text, start, amount.sentence.start).lower()) in _RANKED


def _is_of_a_name(text: str, amount: Amount) -> bool:
    """Whether it ends a name: “the Sun Hoi 8, a ferry with …”."""
    before = word_before(text, amount.span.start, amount.sentence.start)
    return text.startswith(",", amount.span.end) and before[:1].isupper() and before.lower() not in FUNCTION


def _is_where(text: str, amount: Amount) -> bool:
    """Whether it's of what is known, and what is listed is told without a number: “a few ideas from our three meetings: …”."""
    start = amount.quantity.start
    known = word_before(text, start, amount.sentence.start).lower() in _KNOWN
    return known and _SOME.search(text, amount.sentence.start, start) is not None
