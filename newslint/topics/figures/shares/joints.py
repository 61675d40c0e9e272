"""Joints: the words that bind a part to the whole that it's of, and a share to both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile

from newslint.document import Document
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.amounts import Amount, addable, stem
from newslint.text.nouns import singular
from newslint.text.vocabulary import (
    AUXILIARIES,
    DIRECTIONS,
    FUNCTION,
    POSSESSIVES,
    PREPOSITIONS,
    STRONG_PASTS,
    alternatives,
)
from newslint.topics.figures.vicinity import TAKEN_UP, Share, near

# So many letters may stand between “of the 240” and the part.
_REACH_OF = 140
_DETERMINED = r"(?:(?:the|its|their|his|her|our|all|these|those|some|about|nearly|almost|more than|a total of) )*(?:(?:[A-Z][\w-]* )*[\w-]+['’]s? (?:[a-z]+ )?)?"
# What joins a part to the whole that it's of: “36 of the 240”, “36 people, of a total of 240”, “36 came back from the town’s 240”, “of the 240 who were called, 36”.
_DRAWN = r"from (?:(?:the|its|their|his|her|our|all|these|those) |(?:(?:the|an?) )?[\w-]+['’]s? |an? (?:[a-z]+ )?(?:pool|total|group|list|workforce|class|sample|field|membership|electorate|roll|staff|crowd) of )"
OF = compiled(
    rf"(?: [a-z-]+){{0,2}},? (?:(?:out )?of (?:an? [a-z]+ of )?|(?:from|on) ){_DETERMINED}\Z|(?: [a-z-]+){{0,5}} {_DRAWN}{_DETERMINED}\Z",
    re.I,
)
_OF_FIRST = compiled(rf"\b(?:of|out of|among) {_DETERMINED}\Z", re.I)
# “A third of the 240”, “5% of a workforce of 14,000”.
_SHARE_OF = compiled(rf" of (?:an? )?{_DETERMINED}(?:(?:[a-z-]+ ){{1,2}}(?:of|numbering|totall?ing) )?\Z", re.I)
# “312 members, 78 of them”: the last number before is the whole.
_OF_THEM = compiled(r"(?: [a-z]+)? of (?:them|whom|which|these|those)\b", re.I)
# … and “312 members, of whom 78”.
_OF_WHOM = compiled(r"\b(?:of|among) (?:whom|which) (?:(?:[a-z]+ly|some|about|just|only) )?\Z")
_OF_THESE = compiled(r"(?:Of|Among) (?:these|those|them),? (?:[a-z]+ )?\Z")
# What share it is where nothing but a hedge comes before it: “…, which is just 28%”.
_PLAINLY = compiled(
    r"[,:]? ?(?:(?:only|just|about|nearly|almost|roughly|some|around|exactly|well|fully|over|under|a) )*", re.I
)
# … and what makes it no share: “28% more”.
_COMPARED = compiled(
    r"[ -](?:more|less|fewer|higher|lower|larger|smaller|bigger|up|down|above|below|off|short|better|worse|points?|than|as)\b|, (?:more|less|fewer|higher|lower) than\b"
)
# What names the whole: “of the riders”, “of all operating spending”.
_OF_NAMED = compiled(
    r"\)?,? of (?:(?:all|the|its|their|our|his|her|these|those|total|valid|overall) )*((?:[a-z’'-]+ ?){1,3})"
)
# “Of sales outside Europe”, “of spending that year”: less than what the name says.
_NARROWED = compiled(
    rf"\)?,? of (?:[a-z’'-]+ ){{1,4}}?(?:{alternatives(PREPOSITIONS, ['abroad', 'aged'])}|that (?:year|month|week|day)|so far)\b"
)
# What is of many things, and no other word for all of them: “of sales”, “of those built”.
_OF_MANY = compiled(r"\)?,? of (?:(?:the|all|its|their) )?(?:those|these|[a-z-]+s)\b")
# A whole that nobody counted, told by what makes it: “30% of those who came”, “a third of what was left”.
_OF_SOME = compiled(
    r"\)?,? of (?:those|these|all|everyone|everybody)? ?(?:who|whom|whose|that|which|what|with|without|on|in|at|from|aged|over|under|it|he|she|they|we)\b"
)
# … or a thing of another sort: “a quarter of a point”.
_OF_A_THING = compiled(r" of an? (?!(?:[a-z]+ )?(?:[a-z]+ )?(?:of|numbering|totall?ing) )[a-z]+")
_CAPITAL = compiled(r"[A-Z][\w’'-]+(?= [a-z])")
# “Of the rest, 40, or 50%”: what is left when others are taken away, which has no number.
_OF_REST = compiled(r"\b[Oo]f (?:the|her|his|its|their) (?:rest|others?|remaining|remainder)\b[^.;:]{0,20}\Z")
_OF_MOVE = compiled(
    rf" (?:of|in) (?:(?:the|this|that|its|their|any|all|an?) )?(?:[a-z-]+ )?(?:{alternatives(DIRECTIONS)})\b"
)
# The second of two clauses whose bare number is of what the first counts: “40 pupils were asked and 14 said yes”.
_AND = compiled(r"[^;:.]*?,? (?:and|but|of which) (?:(?:only|just|some|about|nearly|almost) )?\Z")
_VERB = compiled(rf" (?:[a-z]+ly )?(?:{alternatives(AUXILIARIES, STRONG_PASTS)}|[a-z]+ed)\b")

# Words for one total, nouns and what is done with it: what a share is of may be told by another than the total.
_TOTALS = {
    stem(word): family.split()[0]
    for family in (
        "revenue revenues sales turnover takings sells sold earns",
        "budget spending expenditure spends spent outlay outgoings",
        "votes vote ballots poll polled",
        "electorate register registered roll rolls electors eligible entitled",
        "workforce staff employees payroll",
        "sample respondents replies surveyed participants asked questioned recruited enrolled",
    )
    for word in family.split()
}
# What may stand before the name of a total without making it less.
_PLAIN = frozenset("group company total overall annual yearly full-year net gross valid formal whole entire".split())
# “Of everything the council will spend”
_OF_EVERYTHING = compiled(r"\)?,? of (?:everything|everyone|everybody|all|those|them)((?: [a-z’'-]+){1,6})")


def total_name(word: str) -> str:
    """The word by which a total is known that is told by several, or the word’s stem."""
    own = stem(word)
    return _TOTALS.get(own, own)


def totals_behind(text: str, end: int) -> set[str]:
    """The totals that stand behind “of”: “of group revenue”, “of everything the group sells”."""
    every = _OF_EVERYTHING.match(text, end)
    words = every[1].lower().split() if every else named_behind(text, end)
    return totals_among(map(stem, words))


def is_plain_total(words: Sequence[str]) -> bool:
    """Whether nothing stands before the name of a total that makes it less, as in “capital spending”."""
    return _PLAIN.issuperset(takewhile(lambda word: stem(word) not in _TOTALS, words))


def totals_among(stems: Iterable[str]) -> set[str]:
    """The totals that any of the words is a name of."""
    return {_TOTALS[word] for word in stems if word in _TOTALS}


class Part(Row):
    """An amount that is said to be a share; `link` says how: “or”, “bracket”, “dash”, “comma”, “named” or "".

    `taken_up` is whether the share is said of what stands before it: “…, which is 28%”.
    """

    amount: Amount
    share: Share
    link: str
    gap: int
    taken_up: bool


def joint_of(document: Document, part: Part, whole: Amount) -> str:
    """“of” where the part or its share is said to be of this whole, “of-first” where the sentence begins with the whole, or ""."""
    text, amount, share = document.text, part.amount, part.share
    linked = (amount.span < share.span and (part.taken_up or part.link)) or whole.span < amount.span
    if linked and share.span < whole.span and is_share_of(text, share, whole):
        return "of"
    if amount.sentence != whole.sentence:
        return ""
    if amount.span < whole.span:
        return "of" if OF.fullmatch(text[amount.span.end : whole.quantity.start]) else ""
    if is_of_last(text, amount):
        return "of" if whole is last_before(document, amount) else ""
    if is_of_clause_before(document, part, whole):
        return "of"
    between = text[whole.span.end : amount.quantity.start]
    plain = len(between) <= _REACH_OF and not any(mark in between for mark in ";:") and not between[-4:-1].isdigit()
    return "of-first" if plain and _is_first(text, whole) else ""


def is_of_last(text: str, amount: Amount) -> bool:
    """Whether it’s said to be of what stands before it: “78 of them”, “of whom 78”."""
    before = text[max(amount.sentence.start, amount.quantity.start - 24) : amount.quantity.start]
    return bool(_OF_THEM.match(text, amount.span.end) or _OF_WHOM.search(before))


def is_of_sentence_before(document: Document, amount: Amount, whole: Amount) -> bool:
    """Whether “84 of them”, the first number of its sentence, is of the last one of the sentence before in its paragraph."""
    text, sentence = document.text, amount.sentence
    theirs = _OF_THEM.match(text, amount.span.end) or _OF_THESE.match(text, sentence.start, amount.quantity.start)
    if not theirs or whole.block != amount.block or last_before(document, amount):
        return False
    before = [a for a in near(document, sentence.start, 1, 0) if addable(a) and a.span.end <= sentence.start]
    return bool(before) and before[-1] is whole


def last_before(document: Document, amount: Amount) -> Amount | None:
    """The last amount of the sentence before `amount` that may be a whole."""
    own = [a for a in near(document, amount.span.start, 0, 0) if addable(a) and a.span.end <= amount.span.start]
    return own[-1] if own else None


def is_share_of(text: str, share: Share, whole: Amount) -> bool:
    """Whether it's said to be a share of that: “a third of the 240”."""
    return _SHARE_OF.fullmatch(text[share.span.end : whole.quantity.start]) is not None


def is_compared(text: str, share: Share) -> bool:
    """Whether it says how much more or less something is: “28% more”."""
    return _COMPARED.match(text, share.span.end) is not None


def may_be_of(text: str, part: Part, whole: Amount) -> bool:
    """Whether the words of a share leave it open that it's of this whole: not where it or its part is of what nobody counted
    (“30% of those who came”, “a quarter of a point”, “of the rest, 40”), of what somebody else has, or, beside 240 staff, “20% of the drivers”.

    One noun in the singular may be another word for the whole: “20% of the workforce”.
    """
    end, amount = part.share.span.end, part.amount
    if (
        _OF_SOME.match(text, end)
        or (_OF_MANY.match(text, end) and is_narrowed(text, end))
        or _OF_A_THING.match(text, end)
        or _OF_REST.search(text, amount.sentence.start, amount.quantity.start)
    ):
        return False
    if _is_of_another_owner(text, amount, whole):
        return False
    words = named_behind(text, end)
    told = {stem(whole.head)} if whole.head else whole.close
    several = len(words) > 1 or (words and singular(words[0]) != words[0])
    named = {*map(stem, words), *(map(total_name, words) if is_plain_total(words) else ())}
    return not (several and told) or not named.isdisjoint({*told, *map(total_name, told)})


def _is_of_another_owner(text: str, amount: Amount, whole: Amount) -> bool:
    """“She sold 40 of her 90 sheep. Moor sold 30, or 40%”: the whole is hers, and the part isn't."""
    first = _CAPITAL.match(text, amount.sentence.start)
    if first is None or whole.determiner not in POSSESSIVES or whole.sentence == amount.sentence:
        return False
    return first[0].lower() not in FUNCTION and first[0] not in text[whole.sentence.start : whole.sentence.end]


def named_behind(text: str, end: int) -> list[str]:
    """The words of the whole that stands behind “of”, or none: “of the night shift”."""
    match = _OF_NAMED.match(text, end)
    return list(takewhile(lambda word: word not in FUNCTION, match[1].lower().split())) if match else []


def is_narrowed(text: str, end: int) -> bool:
    """Whether what follows the name of the whole makes it less: “of sales outside Europe”."""
    return _NARROWED.match(text, end) is not None


def is_of_move(text: str, share: Share) -> bool:
    """Whether it's said to be a share of how much something rose or fell: “two-thirds of the growth”."""
    return _OF_MOVE.match(text, share.span.end) is not None


def is_of_clause_before(document: Document, part: Part, whole: Amount) -> bool:
    """Whether a bare number, taken up by the share, is of what stands last before it: “We asked 40 pupils and 14 said yes, which is 35%”."""
    amount = part.amount
    alike = amount.sentence == whole.sentence and whole.span < amount.span
    bare = not amount.head and not is_of_last(document.text, amount)
    return part.taken_up and alike and bare and whole is last_before(document, amount)


def is_bound(document: Document, part: Part, whole: Amount) -> bool:
    """Whether the share takes up the part of this whole, and says nothing else: “Of 240 members, 60 came. That's one in three”."""
    text, amount, share = document.text, part.amount, part.share
    told = part.taken_up or part.link == "or"
    if not (told and amount.span < share.span) or not (
        joint_of(document, part, whole) or is_of_sentence_before(document, amount, whole)
    ):
        return False
    start = max(amount.span.end, whole.span.end)
    taken = TAKEN_UP.search(text, start, min(share.span.start, share.amount.quantity.start))
    if part.taken_up and (taken is None or not _PLAINLY.fullmatch(taken["more"])):
        return False
    between = [a for a in near(document, share.span.start, 1, 0) if start <= a.span.start < share.span.start]
    return not between and (
        not is_of_clause_before(document, part, whole) or _is_first(text, whole) or _goes_on(text, amount, whole)
    )


def are_sides(document: Document, part: Part, whole: Amount) -> bool:
    """Whether the two may be all there is: “21 said yes and 15 no, which is 58%”."""
    beside = is_of_clause_before(document, part, whole) and not _is_first(document.text, whole)
    return beside and _AND.fullmatch(document.text, whole.span.end, part.amount.quantity.start) is not None


def _is_first(text: str, whole: Amount) -> bool:
    """Whether the whole is what the sentence is about: “of the 240”."""
    return (
        _OF_FIRST.search(text, max(whole.sentence.start, whole.quantity.start - 40), whole.quantity.start) is not None
    )


def _goes_on(text: str, amount: Amount, whole: Amount) -> bool:
    """Whether the part begins a clause of its own behind that of the whole: “… and 14 said yes”, not “21 yes and 15 no”."""
    ahead = _AND.fullmatch(text, whole.span.end, amount.quantity.start)
    named = whole.head != "" or whole.unit != "count"
    return named and ahead is not None and _VERB.match(text, amount.span.end) is not None
