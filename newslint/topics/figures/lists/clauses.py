"""Clauses: what stands where a list might, behind a number and a colon, a dash or a comma, and is a sentence of its own."""

from __future__ import annotations

from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.text.vocabulary import UP_TO_TEN, alternatives

# What opens a clause and no list, or a list of some only: “– including Ann Moor and Ben Hill –”, “– but he and she …”.
_CLAUSE = compiled(
    r"(?i)\s*(?:including|includes?|such as|like|among|especially|notably|mainly|mostly|chiefly|not|e\.?g|and|but|or|so|yet|for|with|as|that|this|it|he|she|they|we|I|you|who|which|what|when|where|there|while|though|although|if|because)\b"
)
# … unless what it opens is listed: “that A and that B”, “that A; and that B”, “she pays, she calls and she waits”.
CLAUSES_ALIKE = compiled(
    r"\s*(?P<first>that|he|she|it|they|we|I|how|why|whether|because|if) (?:[^.;]*? and (?P=first) |[^.;]*; (?:and )?(?P=first) )"
)
# A verb within the first item: what follows is a sentence, not a list.
_FINITE = "(?:is|are|was|were|has|have|had|will|would|can|could|may|do|did)"
_BEGUN = compiled(rf"[^,;:]*? {_FINITE}\b")
# … or within the second of two only, whose subject both are: “trade and growth are good”.
_OF_BOTH = compiled(rf"(?:(?! {_FINITE}\b)[^,;:])* and (?:(?! and )[^,;:])* {_FINITE}\b[^,;:]*\Z")
# … or behind an apposition: “his brother, Ben, is a clerk, and sings”.
_BEHIND_APPOSITION = compiled(rf"\s*[^,;:]+, [A-Z][^,;:]*, {_FINITE}\b[^;]*\Z")
_QUOTED = compiled(r"\s*[“\"‘][^”\"’,]*(?:,|\Z)")
# What an apposition begins with: a name, an article or a number.
_NOUN = compiled(
    rf"\s*(?:[A-Z]|(?:{alternatives(UP_TO_TEN, ['a', 'an', 'the', 'his', 'her', 'its', 'their', 'my', 'our'])}|\d+)\b)"
)
# “… which were speared or poisoned”
_DONE = compiled(r"\s*[a-z]+ed (?:or|and) [a-z]+(?:ed|n|t)\b")
# “three daughters, two of whom, Ann and Beth, are nurses”
_OF_WHOM = compiled(
    rf"(?i)\s*(?:{alternatives(UP_TO_TEN)}|\d+|some|most|all|both|none|neither) of (?:whom|which|them)\b"
)
_LATER = compiled(r"[^;:]{0,60}, (?:namely|which)\b")
_COUNTED_LATER = compiled(
    rf"(?i)\s*(?!{alternatives(UP_TO_TEN, ['a', 'an', 'the'])}\b)[^,;]*? and (?:{alternatives(UP_TO_TEN[1:])}|\d+) "
)


def is_begun(text: str, listed: Span) -> bool:
    """Whether the first item has a verb: “both Ayle and Borth have …”."""
    return bool(_BEGUN.match(text, listed.start))


def is_clause(text: str, listed: Span, kind: str) -> bool:
    """Whether what stands there is no list but a clause, or names of which one alone is counted: “elected as Reds and six Blues”."""
    alike = CLAUSES_ALIKE.match(text, listed.start, listed.end)
    if (_CLAUSE.match(text, listed.start) and not alike) or _QUOTED.match(text, listed.start, listed.end):
        return True
    if _DONE.match(text, listed.start, listed.end) or (
        kind != "colon" and _BEGUN.match(text, listed.start, listed.end)
    ):
        return True
    if kind == "colon" and any(way.match(text, listed.start, listed.end) for way in (_OF_BOTH, _BEHIND_APPOSITION)):
        return True
    if _OF_WHOM.match(text, listed.start):
        return True
    if kind == "verb" and _LATER.match(text, listed.start, listed.end):
        return True
    if kind == "comma" and not _NOUN.match(text, listed.start):
        return True
    return kind == "verb" and bool(_COUNTED_LATER.match(text, listed.start, listed.end))
