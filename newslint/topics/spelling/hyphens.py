"""Hyphens: words that a hyphen, or the want of one, makes something else, and those that never do without."""

from __future__ import annotations

# Closed words that mean something else than their open form, or play another part in the sentence.
CLOSED_APART = frozenset(
    "anytime anyway anymore everyday everyone someday sometime longtime maybe already altogether today hardline frontline "
    "firsthand secondhand overall overnight overtime underground upstairs downstairs downtown midnight blackboard greenhouse "
    "another nobody meanwhile worthwhile workout highlight blackout airtime fulltime parttime halftime primetime realtime "
    "bigtime goodwill mainstream commonsense blindside backroom cannot therein wherein hotdog blackbird bluebird".split()
)
# Words that the hyphen makes another word of: to re-sign a contract, to resign from a post.
_HYPHEN_APART = frozenset(
    "resign recreation recreate recover reform resent represent recall recount reserve resort restore retreat react remark "
    "relay resolve release research redress reproduce recollect repress refuse refund repose prove coop unionized sofa".split()
)
# With a verb before them they make a noun in one word: to trade off, a tradeoff.
PHRASAL = frozenset("up down out off over back away through".split())
# Prefixes that are no words: with a space behind them they are always a slip.
NEVER_ALONE = frozenset("e re co non multi semi inter bi micro geo socio mis dis anti pro pre mid ultra".split())
# What every style book hyphens before a noun.
BEFORE_A_NOUN = frozenset(
    "so-called long-term short-term mid-term long-running long-standing long-time far-right far-left far-reaching right-wing "
    "left-wing high-profile high-level high-ranking high-speed high-tech high-quality low-income low-cost low-level full-time "
    "part-time first-time last-minute real-time large-scale small-scale full-scale top-level world-class middle-class "
    "working-class well-known well-established same-sex third-party old-fashioned life-threatening state-owned".split()
)
# Participles that a noun before them joins by a hyphen, whatever they describe: state-owned, Lunn-based.
LED_BY_A_NOUN = tuple(
    "-based -born -owned -led -run -backed -controlled -branded -inspired -funded -held -built -made -occupied -dominated "
    "-sponsored -educated -trained -registered -listed -imposed -friendly -wide".split()
)


def is_apart_hyphened(key: str) -> bool:
    """Whether the hyphen makes another word of it, in any of its forms: re-covered, recovered."""
    return key in _HYPHEN_APART or any(
        key.removesuffix(ending) in _HYPHEN_APART or key.removesuffix(ending) + "e" in _HYPHEN_APART
        for ending in ("ed", "ing", "d", "ation", "ion")
    )
