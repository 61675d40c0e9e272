"""Wholes: percentages that the copy gives as the shares of one whole, which make 100%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import log

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.quantities import quantities, quantities_within
from newslint.story.quantity import Hedge, Kind, Quantity
from newslint.story.same import Pair, measured
from newslint.text.sentences import Sentence, sentence_at
from newslint.text.vocabulary import ANOTHER_TIME
from newslint.topics.figures.patterns import Skeleton, pattern, skeleton, skeletons
from newslint.topics.figures.vicinity import slipped

_MOST = 7
_SENTENCES = 3
_OF_THE_VOTE = compiled(r" of (?:the|all) (?:popular |total )?votes?(?=[,.;]| and\b)")
# What a share may stand for, in the words behind it or before it.
_ANSWERS = {
    "undecided": r"\b(?:undecided|unsure|not sure|(?:not|never|no|\w+n['’]t) (?:ma[kd]e up|know|say|answer|decided?|opinion|view|care|preference|reply|mind|vote|respond)|neither|neutral|abstain(?:ed|ing)?|abstentions?|"
    r"don['’]t knows?|indifferent|unchanged|the same|declined|no opinion|refused|uncertain|no answer|unanswered|unaware|blank|spoil(?:ed|t)|stayed (?:away|home|at home))\b",
    "against": r"\b(?:against|oppos(?:e|es|ed|ing|ition)|disagree[ds]?|disagreeing|no|disapprov(?:e|es|ed|ing|al)|reject(?:s|ed|ing)?|dislike[ds]?|dissatisfied|leave|quit|negative|worse|bad|distrust|"
    r"unfavou?rabl[ey]|unhappy|pessimistic|nay|anti|scrap|objected|worsened|decreased?|fall|fell|down|objecting)\b",
    "for": r"\b(?:favou?r(?:ed|s|able|ably)?|for|support(?:s|ed|ing|ers|ive)?|agree[ds]?|agreeing|yes|approv(?:e|es|ed|ing|al)|back(?:s|ed|ing)?|like[ds]?|satisfied|remain|stay|positive|better|good|trust(?:ed|s)?|"
    r"happy|confident|optimistic|aye|pro|keep|well|safe|improved?|increased?|rise|rose|up)\b",
}  # fmt: skip
_SEXES = (r"\b(?:women|girls|females?)\b", r"\b(?:men|boys|males?)\b")
_OF_A_SEX = compiled(rf" of (?:the )?(?:{'|'.join(_SEXES)})", re.I)
# What stands between the shares of one whole, and ahead of the last of them.
_JOINT = r"\)?[^;:.()–—]{0,90}?(?:,? and|;|,|,? plus|,? with|,? while|,? but|,? whereas|,? versus|,? to| –| —|\)|\() ?[^,;.()]{0,60}\(?\Z"
# The rest may first be told in money: “the other £72m, 16%”.
_REACH = 300  # so far before the last share, at most, the rest is said to be it
_THE_REST = compiled(
    r"\b(?:the|its|their) (?:remaining|remainder|balance|rest|other|final|last)\b(?: [a-z]+)?(?:,| of)?(?: [£$€]?[\d.,]+ ?(?:m|bn|million|billion)?(?:, or|, | \(| or))?(?: [a-z]+)? ?\Z",
    re.I,
)
# Shares of another place, group or time than the first.
_ELSEWHERE = compiled(rf"[.;][”\"’']? (?:In|At|Among|Across|On|Of) (?!all|total|addition)|\b(?:{ANOTHER_TIME})\b")
# What the words say of the shares, anywhere from the first of them to a little behind the last.
_SAID = {
    "overlapping": r"\b(?:respectively|also|additional(?:ly)?|accuracy|turnout|tied|including|included|of whom|of which|among them|chance|probability|likely|both)\b",
    "needed": r"\b(?:must|needs?|needed|could|would|may|might|can|should|if)\b",
    "other-vote": r"\b(?:in [A-Z]|first|second|last|previous|earlier|poll|polls|round|expected|forecast|among|against|turnout)\b",
}
_AROUND = {
    "split": r"\b(?:split|divided|made up of|consist(?:s|ed|ing) of|compris(?:es|ed|ing)|breakdown|broke down|breaks down|composed of|owned)\b",
    "of-the-vote": r"\bof (?:the|all) (?:(?:popular|total|first-preference) )?votes?\b",
    "taken": r"\b(?:takes?|took|owns?|owned|holds?|held|controls?|accounts? for|accounted for|w[io]ns?|receives?|received|suppl(?:y|ies|ied)|gets?|got|makes? up|made up)\b",
    "dealt": r"\b(?:go|goes|going|went|gone|com(?:e|es|ing)|came|spent|allocated|sold|given|paid) (?:to|from|on|by|for|into)\b",
    "each-wins": r"\bw[io]ns?\b[^.]*\bof (?:the|its|their) (?!votes?|seats|delegates|ballots?)",
}
_OF_A_GROUP = r" (?:of|among) (?!those|them|respondents|voters|people|the (?:vote|respondents|total|electorate|votes|ballots)|all|whom|which|it\b)"
_OF_SOME = r" (?:of|among) (?:(?:the|all|survey) )?(?:those|respondents|voters|people|participants) (?:[\ue000-\uf8ff]|(?:over|under|aged|between|older|younger|below|above|born|from|with|without|living|in (?!favou?r))\b)"
_THEY = ("In ", "At ", "Among ", "He ", "She ", "They ", "It ", "Her ", "His ", "Its ", "Their ")
_WON = pattern(
    r"\b(?:w[io]ns?|winning|beats?|beaten|beating|defeat(?:s|ed|ing)?|leads?|led|leading|ahead|approv\w+|pass(?:es|ed)?|back(?:s|ed)|favou?r(?:s|ed)|support(?:s|ed)|reject(?:s|ed)|vot(?:ed?|es|ing)|trail\w*|prevail\w*|edg\w+|split)\b"
    r"<gap>{0,60}<%>(?: to | – |-|–|, to | against )<%>"
)


_FROM = compiled(r"\b(?:up|down) from\b")
_CLOSING = frozenset(["rest", "three-answers", "undecided-last", "split", "sexes"])


class Whole(Row):
    """Percentages that may be the shares of one whole; `signs` is what is said of them, whatever they make."""

    parts: tuple[Quantity, ...]
    signs: dict[str, float]

    @property
    def made(self) -> float:
        """What they make."""
        return sum(part.value for part in self.parts)

    @property
    def over(self) -> float:
        """By how many points they are more than 100, whatever their rounding and their hedges allow."""
        return sum(_least(part) for part in self.parts) - 100

    @property
    def under(self) -> float:
        """By how many points they are less."""
        return 100 - sum(_most(part) for part in self.parts)

    @property
    def is_closed(self) -> bool:
        """Whether anything says that they are all there are."""
        sides = self.signs.get("two-sides") and not self.signs.get("rest")
        return not sides and not _CLOSING.isdisjoint(self.signs)

    @property
    def holds(self) -> bool:
        """Whether they make 100."""
        return max(self.over, self.under) <= 1e-6


def _least(part: Quantity) -> float:
    if part.hedge in (Hedge.NEARLY, Hedge.UNDER, Hedge.ABOUT):
        return part.value * 0.9 - part.numeral.step
    return part.value - part.numeral.step / 2


def _most(part: Quantity) -> float:
    if part.hedge in (Hedge.OVER, Hedge.ABOUT):
        return part.top * 1.1 + part.numeral.step
    return part.top + part.numeral.step / 2


@analysis
def whole_pairs(document: Document) -> tuple[Pair, ...]:
    """The pairs of kind “whole”: the last of several shares, and the first, which together don't make 100%; also the rest."""
    wholes = (whole for whole in _wholes(document) if not whole.holds and (whole.over > 0 or whole.is_closed))
    return tuple(_pair(whole) for whole in wholes if not _moved(document.text, whole))


def _moved(text: str, whole: Whole) -> bool:
    """Whether one of the shares is what another was before: “32%, down from a high of 54%”."""
    return _FROM.search(text, whole.parts[0].span.end, whole.parts[-1].span.start) is not None


def altered_whole_pairs(document: Document) -> tuple[Pair, ...]:
    """The pairs that there would be if shares that make 100% had a slip: what true pairs look like, for bench/fit.py."""
    found = []
    for whole in _wholes(document):
        if whole.holds and len(whole.parts) > 1:
            *others, last = whole.parts
            value = float(round(slipped(last.value, last.span)))
            wrong = whole._replace(parts=(*others, last._replace(value=value, top=value)))
            found += [] if wrong.holds else [_pair(wrong)]
    return tuple(found)


def _pair(whole: Whole) -> Pair:
    first, *rest, last = (part.span for part in whole.parts)
    off = abs(whole.made - 100)
    signs = whole.signs | {
        "under": whole.under > 0,
        "closed-over": whole.over > 0 and any(whole.signs.get(name) for name in ("rest", "three-answers", "split")),
        "closed-under": whole.under > 0 and any(whole.signs.get(name) for name in ("rest", "three-answers")),
        "off": min(1.0, off / 40),
        "far-off": off > 30,
        "hair": off < 2,
    }
    return Pair("whole", last, first, measured(signs), tuple(rest))


@analysis
def _wholes(document: Document) -> tuple[Whole, ...]:
    """Every group of percentages of one sentence that stand side by side, and of a vote or with a rest over two or three sentences."""
    within = (whole for sentence in skeletons(document) for whole in _in_sentence(sentence))
    return (*within, *_votes(document), *_rests(document))


def _in_sentence(sentence: Skeleton) -> Iterator[Whole]:
    shares = [(at, q) for at, q in sentence.at.items() if q.kind is Kind.PERCENT and q.value <= 100]
    if not 1 < len(shares) <= _MOST:
        return
    won = _WON.search(sentence.text)
    if won:
        shares = [(at, sentence.at[at]) for at in (won.start(1), won.start(2))]
    text, places = sentence.text, [at for at, _ in shares]
    if won or all(compiled(_JOINT).match(text, one + 1, other) for one, other in pairwise(places)):
        rest = _THE_REST.search(text, 0, places[-1]) is not None
        signs = {**_around(text, places), **_labelled(text, places), "won": won is not None, "rest": rest}
        yield Whole(tuple(quantity for _, quantity in shares), measured(signs))


def _around(text: str, places: Sequence[int]) -> dict[str, float]:
    """What the sentence says of the shares at `places`."""
    stretch = text[places[0] : places[-1] + 40]
    return {
        **{name: bool(compiled(way, re.I).search(stretch)) for name, way in _SAID.items()},
        **{name: bool(compiled(way, re.I).search(text, 0, places[-1])) for name, way in _AROUND.items()},
        "of-a-group": any(
            compiled(_OF_A_GROUP).match(text, at + 1) or compiled(_OF_SOME).match(text, at + 1) for at in places[1:]
        ),
        "bare": all(compiled(r"(?:[,.;)]| and\b|\Z)").match(text, at + 1) for at in places[1:]),
        "many": log(len(places)),
        "taken-of-the": bool(compiled(r" of (?:the|all) [a-z]+").match(text, places[0] + 1)),
    }


def _labelled(text: str, places: Sequence[int]) -> dict[str, float]:
    """Which answers the shares stand for, by the words behind each, or, failing that, before it."""
    behind = [_answer(text[at + 1 : end]) for at, end in zip(places, (*places[1:], len(text)), strict=True)]
    ahead = [_answer(text[start:at]) for at, start in zip(places, (0, *(at + 1 for at in places)), strict=False)]
    labels = max(behind, ahead, key=lambda each: len(set(each) - {""}))
    named = sorted(filter(None, labels))
    return {
        "three-answers": len(places) == 3 and named == ["against", "for", "undecided"],
        "undecided-last": len(places) > 2 and labels[-1] == "undecided",
        "two-sides": len(places) == 2 and named == ["against", "for"],
        "sexes": len(places) == 2
        and all(compiled(sex, re.I).search(text, places[0]) for sex in _SEXES)
        and not _OF_A_SEX.match(text, places[0] + 1),
        "one-answer-twice": len(set(named)) < len(named),
    }


def _answer(words: str) -> str:
    return next((name for name, way in _ANSWERS.items() if compiled(way, re.I).search(words)), "")


def _votes(document: Document) -> Iterator[Whole]:
    """The shares of a vote that are given in two or three sentences of one paragraph."""
    text, last = document.text, -1
    for first in quantities(document) if " of the vote" in text else ():
        if first.kind is not Kind.PERCENT or first.span.start < last or not _OF_THE_VOTE.match(text, first.span.end):
            continue
        told = _told_of(document, first)
        within = quantities_within(document, Span(told[0].start, told[-1].end)) if told else ()
        shares = [quantity for quantity in within if quantity.kind is Kind.PERCENT]
        last = shares[-1].span.end if shares else last
        if len(told) > 1 and 2 < len(shares) <= _MOST:
            made = skeleton(text, Span(told[0].start, told[-1].end), within)
            places = [at for at, quantity in made.at.items() if quantity.kind is Kind.PERCENT]
            signs = {
                **_around(made.text, places),
                "run-of-votes": True,
                "of-another": any(text.startswith(_THEY, sentence.start) for sentence in told),
                "years": any(quantity.kind is Kind.YEAR for quantity in within),
            }
            yield Whole(tuple(shares), measured(signs))


def _rests(document: Document) -> Iterator[Whole]:
    """The shares of two or three sentences of one paragraph, the last of which is said to be the rest."""
    text, every = document.text, [q for q in quantities(document) if q.kind is Kind.PERCENT]
    for at, last in enumerate(every):
        sentence = sentence_at(document, last.span.start)
        if sentence is None or not _THE_REST.search(text, max(sentence.start, last.start - _REACH), last.start):
            continue
        first = _start(document, sentence)
        parts = (*(q for q in every[max(0, at - _MOST) : at] if q.span.start >= first), last)
        if (
            len(parts) > 2
            and parts[0].span.start < sentence.start
            and not _ELSEWHERE.search(text, parts[0].span.end, last.start)
        ):
            stretch = Span(parts[0].start, last.span.end)
            made = skeleton(text, stretch, quantities_within(document, stretch))
            places = [place for place, quantity in made.at.items() if quantity.kind is Kind.PERCENT]
            yield Whole(parts, measured({**_around(made.text, places), "rest": True}))


def _start(document: Document, sentence: Sentence) -> int:
    """Where the sentence two before this one begins, or its paragraph."""
    block = document.block_at(sentence.start)
    start = sentence.start
    for _ in range(_SENTENCES - 1):
        before = sentence_at(document, start - 2) if block and start - 2 > block.start else None
        start = before.start if before else start
    return start


def _told_of(document: Document, first: Quantity) -> list[Sentence]:
    """The sentence of `first` and up to two behind it in its paragraph, as long as each has a percentage."""
    block, sentence = document.block_at(first.span.start), sentence_at(document, first.span.start)
    found: list[Sentence] = []
    while sentence and block and block.span.holds(sentence.span) and len(found) < _SENTENCES:
        if not any(quantity.kind is Kind.PERCENT for quantity in quantities_within(document, sentence.span)):
            break
        found.append(sentence)
        sentence = sentence_at(document, sentence.end + 1)
    return found
