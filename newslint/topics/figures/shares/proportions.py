"""Proportions: a part, the share that it's said to be, and the wholes that it may be a part of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from math import log

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.story.amounts import Amount, addable, amounts, stem
from newslint.story.quantity import Hedge, Kind
from newslint.story.same import Pair, measured
from newslint.text.vocabulary import DIRECTIONS
from newslint.topics.figures.shares.joints import (
    Part,
    are_sides,
    is_bound,
    is_compared,
    is_narrowed,
    is_of_move,
    is_of_sentence_before,
    joint_of,
    may_be_of,
    named_behind,
    total_name,
)
from newslint.topics.figures.shares.parts import LINKS, parts
from newslint.topics.figures.vicinity import (
    explained,
    is_slip,
    near,
    order,
    rounding,
    slipped,
)

_BACK = 4  # so many sentences may stand between a share and the whole before it
_WHOLES = 5
_NEXT = 12
# Beyond this ratio of what is said to what is reckoned nobody slipped: something else is meant.
_FAR = log(3)
# … and below this logarithm of it one is near the other.
_NEAR = 0.5
_OF_WHOLE = compiled(
    r"\)?,? of (?:them|those|these|whom|which|the|all|its|their|his|her|everyone|everybody|capacity|[a-z]+ [a-z]+)\b",
    re.I,
)
_OF_TOTAL = compiled(r"\)?,? of (?:the |its |their |all )?(?:[a-z]+ )?(?:total|whole|lot|overall|sum)\b", re.I)
_OF_THOSE = compiled(r"\b(?:of|out of|among) (?:these|those|them|whom|which|the)\b", re.I)

_MAKES_UP = compiled(r"\bma(?:de|kes?|king) up\Z")
_OF_ALL = compiled(r" of (?:all(?! that\b)|the (?:total|votes?))\b")
# What stands between a share and “93 of the 620” that are told in one breath, and what ends the second of them.
_BESIDE = compiled(
    r"(?:(?: of)?(?: [\w’'-]+){0,5})(?:,| ?[(–—:]) ?(?:or |about |nearly |some |just |almost |roughly )?", re.I
)
_OR_SO_MANY = compiled(r"(?: [a-z’'-]+){0,4}(?:,| ?[(–—]) ?(?:or )?", re.I)
_CLOSED = compiled(r"(?: [a-z’'-]+){0,4}[,.;:)–—]")
_AGAINST = compiled(r"(?: [a-z]+)? to |[-–]")  # “340 to 210”, “6,210 votes to 4,140”
_SHARE_TO_SHARE = compiled(r" to \d[\d.]* ?(?:%|per ?cent\b)")  # “57% to 43%”
_TO, _FROM = compiled(r"\bto (?:[a-z]+ )?\Z"), compiled(r"(?: [a-z]+)?,? from ")
_THE_REST = compiled(
    r"\b(?:the|its|their) (?:remaining|remainder|rest|other|balance)(?: of)?(?: [a-z]+)? \Z"
)  # “£5m, or 35 per cent; the remaining £9m”


@analysis
def share_pairs(document: Document) -> tuple[Pair, ...]:
    """The pairs of kind “share”: a share, and the whole of which the part makes another; also its part."""
    return tuple(pair for part in unfitting(document) for pair in _misfits(document, part))


def apposed_shares(document: Document) -> Iterator[tuple[Part, Amount]]:
    """The parts that stand with their whole right beside a share that they don’t make: no judge is needed."""
    for part in unfitting(document):
        for whole in _rivals(document, part):
            if distance(part, whole) < _FAR and (_is_apposed(document, part, whole) or is_bound(document, part, whole)):
                yield part, whole


def tied_shares(document: Document) -> Iterator[tuple[Part, Amount]]:
    """The parts whose words tie a share to them that is of no whole the copy may mean, each with the whole that it’s nearly of."""
    for part in unfitting(document):
        nearest = min(_rivals(document, part), key=lambda whole: distance(part, whole), default=None)
        if nearest and _may_be_a_slip(part, nearest) and _is_tied(part):
            yield part, nearest


def distance(part: Part, whole: Amount) -> float:
    """By how much the share is off, as a logarithm, if it’s of this whole."""
    return abs(log(part.amount.value / whole.value / part.share.value))


def _may_be_a_slip(part: Part, whole: Amount) -> bool:
    """Whether who meant the share of this whole may have slipped to the one that is told, figure by figure as it’s printed."""
    printed = (part.share.amount.quantity.numeral.step if part.share.percent else 1) / 100
    return is_slip(part.share.value / printed, part.amount.value / whole.value / printed)


def _is_tied(part: Part) -> bool:
    """Whether the share is said of this part, which stands before it, by “or” or by what takes it up: “36, or 15%”, “36, which is 15%”."""
    return (part.link == "or" or part.taken_up) and part.amount.span < part.share.span


def _is_of_two_sides(document: Document, part: Part) -> bool:
    """Whether it’s the share of two that count the same: “Moor had 47,876 votes, or 69%, and Hill 21,049 votes, or 31%”, “340 to 210”."""
    own, around = part.amount, near(document, part.share.span.start, _BACK, _BACK)
    around = [a for a in around if a.unit == own.unit]
    if own in around and around.index(own) + 1 < len(around):
        rest = around[around.index(own) + 1]
        led = _THE_REST.search(document.text, own.span.end, rest.quantity.start)
        if led and part.share.allows(own.value / (own.value + rest.value)):
            return True
    against = _SHARE_TO_SHARE.match(document.text, part.share.span.end) is not None  # whatever the two are called
    sides = (a.value for a in around if a is not own and addable(a) and (against or _are_sides(document, a, own)))
    return any(part.share.allows(one / (own.value + side)) for side in sides for one in (own.value, side))


def _is_of_several(document: Document, part: Part) -> bool:
    """Whether it’s the share of all that its part’s sentence counts: “£16m for Ayle and £9m for Borth. In all, that’s 11% of the £238m”."""
    beside = near(document, part.amount.span.start, 0, 0)
    told = [a for a in beside if addable(a) and a.unit == part.amount.unit and a.span.end <= part.share.span.start]
    made = sum(amount.value for amount in told)
    wholes = (whole.value for whole in _wholes(document, part) if whole not in told)
    return len(told) > 1 and any(part.share.allows(made / whole) for whole in wholes)


def _are_sides(document: Document, one: Amount, other: Amount) -> bool:
    first, last = sorted((one, other), key=lambda amount: amount.span)
    against = _AGAINST.fullmatch(document.text, first.span.end, last.quantity.start)
    return one.head == other.head != "" or against is not None


@analysis
def unfitting(document: Document) -> tuple[Part, ...]:
    """The parts that are the share of nothing that the copy may mean."""
    fitting = [(part, _fitting(document, part)) for part in parts(document)]
    settled = {part.share.span for part, wholes in fitting if any(joint_of(document, part, each) for each in wholes)}
    # “27 per cent, 335 of the 1,240, as against a third last year”: the part has its share.
    explained_parts = {
        part.amount.span for part, wholes in fitting if any(joint_of(document, part, each) for each in wholes)
    }
    return tuple(
        part
        for part, wholes in fitting
        if not (
            wholes
            or part.share.span in settled
            or part.amount.span in explained_parts
            or _is_moved_to(document.text, part.amount)
            or _is_of_two_sides(document, part)
            or (part.taken_up and _is_of_several(document, part))
        )
    )


def altered_share_pairs(document: Document) -> tuple[Pair, ...]:
    """The pairs that there would be if each share that does fit had a slip: what true pairs look like, for bench/fit.py."""
    found = []
    for part in parts(document):
        for whole in _fitting(document, part)[:1]:
            wrong = part._replace(share=part.share._replace(value=slipped(part.share.value, part.share.span)))
            found += [pair for pair in _misfits(document, wrong) if pair.other == whole.span]
    return tuple(found)


def _fitting(document: Document, part: Part) -> list[Amount]:
    """The wholes of which the part is the share that it's said to be, or of all where the two are all: 64 votes to 41."""
    return [whole for whole in _wholes(document, part) if fits(document, part, whole)]


def fits(document: Document, part: Part, whole: Amount) -> bool:
    """Whether the part may be that share of the whole, which is then counted as closely; of all where the two are all; or of what was
    there before the part moved it.
    """
    own, share = part.amount.value, part.share
    joined = joint_of(document, part, whole) != ""
    lost = rounding(part.amount) + rounding(whole)
    if joined:
        slack = part.amount.quantity.slack
        lost = slack / own + min(slack, whole.quantity.slack) / whole.value
    if share.allows(own / whole.value, lost, exact=joined):
        return True
    of_both = _OF_ALL.match(document.text, share.span.end) is not None
    sides = (own, whole.value) if are_sides(document, part, whole) else ()
    if any(share.allows(side / (own + whole.value), lost, exact=True) for side in sides):
        return True
    gained = (own,) if of_both else (own, -own) if _is_moved(document.text, part.amount) else ()
    return any(share.allows(own / (whole.value + more), lost) for more in gained if whole.value + more > 0)


def _is_moved(text: str, amount: Amount) -> bool:
    """Whether it's by how much something rose or fell: “down 40p, or 20%, at 160p”."""
    ahead = text[max(amount.sentence.start, amount.quantity.start - 20) : amount.quantity.start].lower().split()[-2:]
    return any(word in DIRECTIONS for word in ahead) and not _MAKES_UP.search(" ".join(ahead))


def _is_moved_to(text: str, amount: Amount) -> bool:
    """Whether something rose or fell to it, so that the share is of the way: “fell to 91 from 130, or 30%”."""
    ahead = _TO.search(text, amount.sentence.start, amount.quantity.start)
    return ahead is not None and _FROM.match(text, amount.span.end) is not None


def _wholes(document: Document, part: Part) -> list[Amount]:
    """What the part may be a part of, the nearest first; where it’s said to be of one, that alone."""
    around = {whole.span: whole for whole in near(document, part.share.span.start, _BACK, 0)}
    around |= {whole.span: whole for whole in _named(document, part)}
    wholes = [whole for whole in around.values() if may_be_whole(document, part, whole)]
    joined = [whole for whole in wholes if joint_of(document, part, whole) == "of"]
    wholes = joined or [whole for whole in wholes if is_bound(document, part, whole)] or wholes
    return sorted(wholes, key=lambda whole: (abs(whole.span.start - part.amount.span.start), whole.span))


def _rivals(document: Document, part: Part) -> list[Amount]:
    """The wholes that a share which fits none may be held against: none that its words say it isn't of."""
    wholes = [] if is_compared(document.text, part.share) else _wholes(document, part)
    return [w for w in wholes if joint_of(document, part, w) == "of" or may_be_of(document.text, part, w)]


def _misfits(document: Document, part: Part) -> Iterator[Pair]:
    """The part's share with each of its wholes, as if none fitted."""
    around = near(document, part.share.span.start, _BACK, 1)
    wholes = _rivals(document, part)
    loose = explained(part.share, (a for a in around if a is not part.amount))
    linked = _linked(document)  # never the part itself, which is smaller
    for rank, whole in enumerate(wholes[:_WHOLES]):
        off = distance(part, whole)
        if off < _FAR:
            signs = _signs(document, part, whole, rank, off)
            signs |= {"explained": loose, "wholes": log(len(wholes)), "whole-is-part": whole.span in linked}
            plain = measured(signs)
            yield Pair("share", part.share.span, whole.span, plain, (part.amount.span,))


def _named(document: Document, part: Part) -> list[Amount]:
    """What the copy counts, anywhere, by the name that the share's whole has: “744 of the riders, or 48%”, “15% of revenue”."""
    if not part.link and not part.taken_up:
        return []
    names = _names_of_whole(document.text, part)
    return [whole for name in sorted(names) for whole in _by_name(document).get(name, ())[:_WHOLES]]


def _names_of_whole(text: str, part: Part) -> set[str]:
    """The words by which the share, or its part, says what it's of."""
    return {
        stem(word) if is_narrowed(text, end) else total_name(word)
        for end in (part.share.span.end, part.amount.span.end)
        for word in named_behind(text, end)
    }


@analysis
def _by_name(document: Document) -> dict[str, list[Amount]]:
    """The amounts that may be wholes by what they count, and those of money and measures by the words beside them."""
    found: dict[str, list[Amount]] = defaultdict(list)
    for amount in amounts(document):
        names = {stem(amount.head)} if amount.quantity.kind is Kind.COUNT and amount.head else amount.close
        for name in sorted({*map(total_name, names)}) if addable(amount) else ():
            found[name].append(amount)
    return found


@analysis
def _linked(document: Document) -> frozenset[Span]:
    """The places of amounts that have a share of their own beside them."""
    return frozenset(
        part.amount.span for part in parts(document) if part.link in ("or", "bracket") and part.gap < _NEXT
    )


def may_be_whole(document: Document, part: Part, whole: Amount) -> bool:
    """Whether it’s a greater amount of the part’s unit, or one that words bind it to."""
    return (
        addable(whole)
        and (whole.unit == part.amount.unit or (part.amount.unit == "count" and joint_of(document, part, whole) != ""))
        and whole.value > part.amount.value
        and not part.share.span.holds(whole.span)
        and (not is_of_move(document.text, part.share) or joint_of(document, part, whole) != "")
    )


def _signs(document: Document, part: Part, whole: Amount, rank: int, off: float) -> dict[str, float]:
    """What speaks for the share being of this part and this whole."""
    amount, share = part.amount, part.share
    return {
        **_joining(document, part, whole),
        **_likeness(amount, whole),
        "named": whole in _named(document, part),
        **_place_of_whole(document, part, whole),
        "rank": float(rank),
        "off": off,
        "near": off < _NEAR,
        "fraction": not share.percent,
        "hedged": share.amount.quantity.hedge is not Hedge.NONE,
        "quoted": share.amount.quoted != whole.quoted,
        "small": whole.value <= 10,
    }


def _joining(document: Document, part: Part, whole: Amount) -> dict[str, float]:
    """How the share is joined to its part, and the part to the whole."""
    text, share = document.text, part.share
    joint = joint_of(document, part, whole)
    return {
        **{f"link-{name}": part.link == name for name in LINKS},
        "linked-next": part.link in ("or", "bracket") and part.gap < _NEXT,
        "joined": joint != "",
        "gap": log(1 + (0 if part.taken_up else part.gap)),
        "of-total": bool(_OF_TOTAL.match(text, share.span.end)),
        "of-whole": bool(_OF_WHOLE.match(text, share.span.end)),
    }


def _is_apposed(document: Document, part: Part, whole: Amount) -> bool:
    """Whether commas set the part of its whole beside the share: “one in four of the dancers, 93 of the 620, …”, “of the 620, 93, or one in four, …”."""
    text, amount, share, joint = document.text, part.amount.span, part.share.span, joint_of(document, part, whole)
    if not joint and not is_of_sentence_before(document, part.amount, whole):
        return False
    if share < whole.span < amount:  # “a third of the 240 members, or 60, …”
        return bool(
            _OR_SO_MANY.fullmatch(text, whole.span.end, amount.start)
            and text[amount.end : amount.end + 1] in (",", ".", ";", ")")
        )
    both = Span(min(amount.start, whole.span.start), max(amount.end, whole.span.end)) if joint == "of" else amount
    first, last = sorted((share, both))
    beside = _BESIDE.fullmatch(text, first.end, max(first.end, last.start))
    return beside is not None and _CLOSED.match(text, last.end) is not None


def _likeness(amount: Amount, whole: Amount) -> dict[str, float]:
    """How alike what the part counts and what the whole counts are."""
    return {
        "bare-part": not amount.head,
        "close-words": min(3, len(amount.close & whole.close)),
        "whole-definite": bool(whole.determiner),
    }


def _place_of_whole(document: Document, part: Part, whole: Amount) -> dict[str, float]:
    """Where the whole stands, counted in sentences before the share, or before the part that it takes up."""
    amount, share = part.amount, part.share
    said_at = amount.span.start if part.taken_up else share.span.start
    apart = order(document, said_at) - order(document, whole.span.start)
    of_those = bool(_OF_THOSE.search(document.text, amount.sentence.start, share.span.end))
    return {
        "of-those": of_those,
        "of-those-whole-before": of_those and apart == 1,
        "whole-behind": whole.span.start > share.span.start,
        "whole-before": apart == 1,
    }
