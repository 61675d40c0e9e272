"""Hedges: the words that loosen a number, from “about” to “up to”."""

from __future__ import annotations

from newslint.story.quantity import Hedge

_ABOUT = """
about, around, some, roughly, approximately, estimated, approx, circa, virtually, somewhere around, average of
"""
_UNDER = """
nearly, almost, under, below, maximum, just under, less than, fewer than, up to, as many as, as much as, at most, not quite, close to, shy of,
nearing, approaching, maximum of
"""
_OVER = """
more than, over, at least, no fewer than, no less than, not less than, just over, upwards of, minimum, minimum of, greater than, above, north of,
exceeding, beyond, well over, past, excess of, surpassing, exceeds, topped, tops, exceeded
"""
_HEDGES = {
    phrase.strip(): hedge
    for phrases, hedge in ((_ABOUT, Hedge.ABOUT), (_UNDER, Hedge.UNDER), (_OVER, Hedge.OVER))
    for phrase in phrases.replace("\n", " ").split(",")
}
# What they end in: behind any other word a number stands as it is.
_ENDS = frozenset(phrase.split()[-1] for phrase in _HEDGES)
_LONGEST = max(len(phrase.split()) for phrase in _HEDGES)
_FARTHEST = 24
_COUNTS = frozenset("0123456789%")
_BEHIND = (
    ("+", Hedge.OVER),
    (" or so", Hedge.ABOUT),
    ("-odd", Hedge.ABOUT),
    (" or more", Hedge.OVER),
    (" or fewer", Hedge.UNDER),
    (" or less", Hedge.UNDER),
)


def hedge_of(text: str, start: int, end: int, limit: int) -> tuple[Hedge, int]:
    """How the number in text[start:end] is loosened, and where that begins; nothing before `limit` is looked at."""
    for sign, hedge in _BEHIND if text[end : end + 1] in ("+", "-", " ") else ():
        if text.startswith(sign, end):
            return hedge, start
    window = text[max(limit, start - _FARTHEST) : start]
    if not window[-1:].isspace():
        return (Hedge.ABOUT, start - 1) if window.endswith("~") else (Hedge.NONE, start)
    lower = window.lower()
    tail = lower.split()
    if len(tail) > 1 and tail[-1] in ("a", "an", "the"):
        tail.pop()
    if not tail or tail[-1] not in _ENDS:
        return Hedge.NONE, start
    for length in range(min(_LONGEST, len(tail)), 0, -1):
        phrase = " ".join(tail[-length:])
        if phrase in _HEDGES:
            if length == 2 and tail[-1] == "than" and len(tail) > 2 and tail[-3][-1:] in _COUNTS:
                return Hedge.NONE, start  # “44 more than the 82” compares
            return _HEDGES[phrase], start - len(window) + lower.rindex(tail[-length])
    return Hedge.NONE, start
