"""Leads: the words that lead up to a noun, and whether two of them may lead to one thing: “the old” mill, “the” mill."""

from __future__ import annotations

from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.text.lexicon import entry
from newslint.text.wordlists import wordlist

_DETERMINERS = wordlist("the a an its his her their our my this that these those each every another any some no both")
# Words that tell one of a kind from another.
_APART = wordlist(
    """
    new first second third fourth fifth next last other another original present current former replacement later
    previous earlier separate two three four several many similar different final follow-up subsequent latest
    """
)
_BOUNDS = wordlist(
    """
    and or but when while that which who as since after before until because if where of for in at on by with to from
    into over under about is was were are said says had has have then than
    """
)
_WORD = compiled(r"[\w’'-]+")
_SENTENCE = compiled(r"[.!?;:,—–()“”\"\n]")
_PLACED = compiled(
    r"(?:\A|[\s,])[Ii]n (?!January|February|March|April|May|June|July|August|September|October|November|December)[A-Z]"
)


class Lead(Row):
    """`determiner` in lower case (“ayle’s” too), the words behind it, and what the noun is `of` (“wing of the”)."""

    determiner: str
    modifiers: tuple[str, ...]
    of: str
    placed: bool


def lead(before: str, noun: str) -> Lead:
    """The lead of a `noun` that stands right behind `before`; a name needs no determiner."""
    clause = _SENTENCE.split(before)[-1]
    tokens = [str(token).lower() for token in _WORD.findall(clause)]
    modifiers: list[str] = []
    for at in range(len(tokens) - 1, -1, -1):
        token = tokens[at]
        if token in _DETERMINERS or token.endswith(("’s", "'s", "s’", "s'")):
            further = (
                " ".join(tokens[max(0, at - 4) : at]) if at and tokens[at - 1] in _BOUNDS - {"that", "when"} else ""
            )
            return Lead(token, tuple(modifiers), further if further.endswith(" of") else "", _is_placed(before))
        if token in _BOUNDS:
            break
        modifiers.insert(0, token)
    named = noun[:1].isupper() and bool(clause.strip() or not entry(noun).word)
    return Lead("the" if named else "", tuple(modifiers), "", _is_placed(before))


def _is_placed(before: str) -> bool:
    """“In Ayle, the”."""
    return bool(_PLACED.search(compiled(r"[.!?]\s").split(before)[-1]))


def may_lead_to_one(first: Lead, second: Lead) -> bool:
    """Whether the later noun may be the earlier one again, and neither is told apart from others of its kind."""
    if second.determiner in {"a", "an", "each", "every", "another", "any", "some", "no", ""} or first.determiner == "":
        return False
    if first.determiner != second.determiner and not {first.determiner, second.determiner} & {"the", "this", "that"}:
        return False
    if _APART & {*first.modifiers, *second.modifiers} or first.of != second.of or first.placed != second.placed:
        return False
    return first.modifiers == second.modifiers or not first.modifiers or not second.modifiers
