"""Lists of amounts: “48 in Ayle, 12 in Borth and a further 10 in Cray”."""

from __future__ import annotations

from newslint.document import Document
from newslint.startup.expressions import compiled
from newslint.story.quantity import Kind, Quantity
from newslint.text.nouns import counted, is_person
from newslint.text.vocabulary import KIN, KIN_IN_SINGULAR, alternatives
from newslint.topics.figures.patterns import Skeleton

SEPARATOR = (
    r"[^,;:.()–—]{0,80}?(?:,? and|;|; and|,|,? plus|,? as well as|,? with|,? while|,? but| &) "
    r"(?:(?:a further|a|another|the remaining|the other|the rest[,:]?|the last|an additional|additional|then|with|the|only|just|all) ){0,2}\Z"
)
# What makes amounts parts of parts, or of something else.
NESTED = (
    r"(?i)\b(?:including|includes?|of (?:whom|which|them|these|those)|among (?:them|whom|which)|compared|up from|down from|(?:out )?of the|"
    r"per|each|every|minutes?|times|in addition|besides|apart from|except|than|versus|instead|rather)\b"
)
# A rest that the copy doesn't count: “… and the rest stayed silent”.
UNCOUNTED = r"(?i)\b(?:the rest|the remaining|the remainder|(?:the|and|,) others)\b(?! [\ue000-\uf8ff])"
# What makes a total one of several over time.
CUMULATIVE = r"(?i)\b(?:new|more|additional|another|further|latest|since|previous(?:ly)?|so far|this year|career|season|already|increase|earlier)\b"
# What tells that the amounts of a list may overlap: “10 million in need, 7 million who are hungry”.
OVERLAPPING = r"(?i)\b(?:who|that|which)\b"
# Nouns that say no more of people than what befell them or where they were, so that a list may part them.
_GENERAL = frozenset(
    "person dead injured life victim casualty passenger survivor arrest hostage detainee suspect defendant other missing "
    "prisoner inmate member patient fatality employee worker resident student pupil migrant refugee guest visitor".split()
)
# What a child, a sibling or a grandchild is called by its sex.
_CHILDREN = frozenset(word for word, kin in KIN.items() if kin.sex and kin.generation < 1) | {"boy", "girl", "twin"}
# An item of a list that stands without a number: “a woman and two men”.
UNNUMBERED = r"(?i)(?:, |; | and |: |– |— |\()(?:an?|one|another|his|her|their|its|some|several|many|dozens|hundreds|both)\s(?!further|additional|total|combined|(?-i:[\ue000-\U0010ffff]))"
# Who is named by a word alone and counts as one.
SOMEBODY = alternatives(KIN_IN_SINGULAR, ["man", "woman", "boy", "girl", "baby", "teenager", "driver", "pilot"])
# The same behind the last number: “two women, two men and a child”.
UNNUMBERED_BEHIND = rf"(?i)[^,;:.()–—\ue000-\uf8ff]{{0,40}}?(?:, |,? and (?:his |her |their )?)(?:an?|another|one)? ?(?:[a-z-]+ )?(?:{SOMEBODY})\b"
# A part that leaves its noun out: “12 in Borth”.
ELLIPTIC = r" (?:in|at|from|to|on|for|by|with|were|was|are|is|went|said|voted|of them|near|under|aged|had|against)\b"


def following(sentence: Skeleton, offset: int) -> list[tuple[int, Quantity]]:
    """The quantities behind `offset`, each with its own."""
    return [(at, quantity) for at, quantity in sentence.at.items() if at > offset]


def amounts_listed(sentence: Skeleton, first: int) -> list[int] | None:
    """The offsets of a list's quantities from `first` on; None where more of their unit follow in another way."""
    unit, kind = sentence.at[first].unit, sentence.at[first].kind
    listed, after = [first], following(sentence, first)
    stretch_end = len(sentence.text)
    for at, quantity in after:
        between = sentence.text[listed[-1] + 1 : at]
        if quantity.kind in (Kind.AGE, Kind.YEAR, Kind.OTHER, Kind.ORDINAL, Kind.TIME):
            return None
        if not compiled(SEPARATOR).match(sentence.text, listed[-1] + 1, at) or compiled(NESTED).search(between):
            stretch_end = at
            break
        if (quantity.unit, quantity.kind) != (unit, kind):
            return None
        listed.append(at)
    left = [quantity for at, quantity in after if at >= stretch_end and (quantity.unit, quantity.kind) == (unit, kind)]
    return None if left else listed


def are_of_the_total(document: Document, sentence: Skeleton, total: int, listed: list[int]) -> bool:
    """Whether the parts are of the total's own sort: elliptical, of the same noun, or people of people."""
    if sentence.at[total].kind is Kind.MONEY:
        return True
    whole = _noun(document, sentence, total)
    for at in listed:
        noun = _noun(document, sentence, at)
        if noun == whole or (_is_people(document, sentence, at, noun) and (is_person(whole) or not whole)):
            continue
        if noun and not compiled(ELLIPTIC).match(sentence.text, at + 1):
            return False
        if not noun and not compiled(ELLIPTIC).match(sentence.text, at + 1) and not _ends(sentence.text, at):
            return False
    return True


def divides(document: Document, sentence: Skeleton, total: int, listed: list[int]) -> bool:
    """Whether the parts can be of the total, and not more things beside it: “43 men, nine women and 20 children”."""
    whole = _noun(document, sentence, total)
    nouns = [_noun(document, sentence, at) for at in listed]
    between = sentence.text[total + 1 : listed[0]]
    if compiled(r"(?i) of (?:the|these|those|them|whom|which)\b| and ").search(between):
        return False
    if whole in ("child", "sibling", "grandchild") and _CHILDREN.issuperset(nouns):
        return True
    return whole in _GENERAL or all(noun in ("", whole) for noun in nouns)


def are_nested(sentence: Skeleton, listed: list[int]) -> bool:
    """Whether a later amount is of an earlier one: “25 are dug, 12 of them by pensioners”."""
    of_them = [bool(compiled(r" of (?:them|these|those|whom|which)\b").match(sentence.text, at + 1)) for at in listed]
    return any(of_them) and not of_them[0]


def _is_people(document: Document, sentence: Skeleton, at: int, noun: str) -> bool:
    """People by their noun, or by a name in the plural: Democrats, Swedes."""
    end = sentence.at[at].span.end
    return is_person(noun) or (bool(noun) and document.text[end : end + 2].strip().isupper())


def _ends(text: str, at: int) -> bool:
    return text[at + 1 : at + 2] in (".", ",", ")", "")


def are_elliptic(sentence: Skeleton, listed: list[int]) -> bool:
    """Whether all but the first leave their noun out: “48 houses in Ayle and 12 in Borth”."""
    return all(compiled(ELLIPTIC).match(sentence.text, at + 1) or at == listed[0] for at in listed)


def _noun(document: Document, sentence: Skeleton, at: int) -> str:
    return counted(document.text, sentence.at[at].span.end, sentence.span.end).noun
