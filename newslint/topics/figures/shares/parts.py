"""Parts: each share with the amounts beside it that it may be the share of, and how the two are joined."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.startup.expressions import compiled
from newslint.story.amounts import Amount, addable
from newslint.topics.figures.shares.joints import OF, Part, is_of_last, is_share_of
from newslint.topics.figures.vicinity import TAKEN_UP, Share, near, shares_stated

_REACH = 90  # so many letters may stand between a part and its share
_REACH_BACK = 200  # … and so many where the share takes up all that was said before it
LINKS = {
    "or": r",? or (?:[a-z]+ ){0,2}\Z",
    "bracket": r" ?\((?:or |about |nearly |some )?\Z",
    "dash": r"(?: ?[–—-] ?|: )(?:or |about |nearly |some )?\Z",
    "comma": r", (?:about |nearly |some |just |almost |a full |fully )?\Z",
    "named": r"\b(?:is|are|was|were|represent(?:s|ed)?|equals?|made up|makes? up|account(?:s|ed)? for|comes? to|came to|takes?|took|swallow(?:s|ed)?|absorb(?:s|ed)?|called (?:it|that))\b[^,;.]{0,20}\Z",
}
_NUMBER = compiled(r"\d(?![\d,.]*-[a-z])")  # none of a compound: “from 3-point range”
# “80 or 90%”; “sold: 490; lost: 12%”, each with its label
_APART = compiled(r"\A or \Z|; [^;:,]{1,30}: ?\Z")
_ENDED = compiled(r"[.!?][”\"’']? ")


def parts(document: Document) -> Iterator[Part]:
    """Each share with the amounts beside it in its sentence, before it and behind it."""
    text = document.text
    for share in shares_stated(document):
        if not 0 < share.value < 1:
            continue
        beside = [a for a in near(document, share.span.start, 0, 0) if addable(a) and not share.span.holds(a.span)]
        before = [a for a in beside if a.span.end <= share.span.start]
        behind = [a for a in beside if a.span.start >= share.span.end]
        if not before:
            earlier = near(document, share.span.start, 1, 0)
            before = [a for a in earlier if addable(a) and a.span.end <= share.span.start]
        joined = [amount for amount in before[:-2] if is_of_last(text, amount)]
        told = [(amount, before[-1]) for amount in (*joined[-1:], *before[-2:])]
        told += [(amount, amount) for amount in behind[:1] if not is_share_of(text, share, amount)]
        if (
            len(behind) > 1
            and is_share_of(text, share, behind[0])
            and _link(_between(text, behind[1], share, behind[0]))
        ):
            told.append((behind[1], behind[0]))
        for amount, last in told:
            between = _between(text, amount, share, last)
            taken_up = bool(TAKEN_UP.search(between))
            if not _APART.search(between) and len(between) <= (_REACH_BACK if taken_up else _REACH):
                yield Part(amount, share, _link(between), len(between), taken_up)


def _between(text: str, amount: Amount, share: Share, last: Amount) -> str:
    """What stands between an amount and the share, without the whole that it's said to be of: “18 [of 24 throws], or 75%”.

    `last` is the amount right before the share, or the whole between a share and its part: “a third of the 240, or 60”.
    """
    if share.span < amount.span:
        start = last.span.end if share.span < last.span < amount.span else share.span.end
        return text[start : amount.quantity.start]
    of_last = amount.span < last.span and OF.fullmatch(text[amount.span.end : last.quantity.start])
    start = (last if of_last else amount).span.end
    return text[start : min(share.span.start, share.amount.quantity.start)]


def _link(between: str) -> str:
    """How share and part are joined; what stands behind another number is joined to that: “a 25% stake for $13 a share or $118m”.

    In a sentence of its own the share is joined to nothing, unless it takes up what was said.
    """
    if _NUMBER.search(between) or (_ENDED.search(between) and not TAKEN_UP.search(between)):
        return ""
    return next((name for name, way in LINKS.items() if compiled(way).search(between)), "")
