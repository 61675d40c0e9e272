"""Vote shares: percentages of one vote that neighbouring sentences give: “Moor won 48% of the vote. Hill took 34%.”"""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.startup.expressions import compiled
from newslint.story.quantities import quantities, quantities_within
from newslint.story.quantity import Kind, Quantity
from newslint.text.sentences import Sentence, sentence_at

_OF_THE_VOTE = compiled(r" of (?:the|all) (?:popular |total )?votes?(?=[,.;]| and\b)")
_BARE = compiled(r"(?: of (?:the|all) votes?)?(?:[,.;]| and\b| while\b|\Z)")
_GOT = compiled(
    r"\b(?:won|win|took|taken|got|had|received|gained|polled|drew|secured|with|on|and|[A-Z][\w’'-]+) (?:just |only |about |nearly |some )?\Z"
)
# What makes them shares of two votes, or of some voters.
_APART = compiled(
    r"\b(?:in [A-Z]|first|second|last|previous|earlier|poll|polls|round|expected|forecast|among|while in|up from|down from|against|compared|turnout|of which|of whom)\b"
)  # fmt: skip
_MOST = 6


def vote_shares(document: Document) -> Iterator[tuple[Quantity, ...]]:
    """The shares of each vote that are given in two or three sentences of one paragraph."""
    if " of the vote" not in document.text:
        return
    last = -1
    for quantity in quantities(document):
        if quantity.kind is not Kind.PERCENT or quantity.span.start < last:
            continue
        if _OF_THE_VOTE.match(document.text, quantity.span.end):
            run = _run(document, quantity)
            last = run[-1].span.end if run else last
            if 2 < len(run) <= _MOST:
                yield tuple(run)


def _run(document: Document, first: Quantity) -> list[Quantity]:
    """The shares in the sentence of `first` and in the next two, as long as each is of the same vote."""
    block, sentence = document.block_at(first.span.start), sentence_at(document, first.span.start)
    found: list[Quantity] = []
    for _ in range(3):
        within = _shares(document, sentence) if sentence and block and block.span.holds(sentence.span) else None
        if not within or sentence is None:
            break
        found += within
        sentence = sentence_at(document, sentence.end + 1)
    return found


def _shares(document: Document, sentence: Sentence) -> list[Quantity] | None:
    """The sentence's percentages; None where they, or it, may be of another vote."""
    text = document.text
    within = quantities_within(document, sentence.span)
    shares = [quantity for quantity in within if quantity.kind is Kind.PERCENT]
    if _APART.search(text, sentence.start, sentence.end) or any(q.kind is Kind.YEAR for q in within):
        return None
    if text.startswith(
        ("In ", "At ", "Among ", "He ", "She ", "They ", "It ", "Her ", "His ", "Its ", "Their "), sentence.start
    ):
        return None
    plain = all(
        _BARE.match(text, share.span.end) and _GOT.search(text, sentence.start, share.start) for share in shares
    )
    return shares if plain else None
