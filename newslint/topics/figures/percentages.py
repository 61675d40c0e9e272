"""Shares: percentages that the copy gives as the parts of one whole."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from newslint.document import Document, analysis
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.quantities import quantities, quantities_within
from newslint.story.quantity import Hedge, Kind, Quantity
from newslint.text.sentences import Sentence, sentence_at
from newslint.topics.figures.patterns import Skeleton, pattern, skeletons

_OF_THE_VOTE = compiled(r" of (?:the|all) (?:popular |total )?votes?(?=[,.;]| and\b)")
_BARE = compiled(r"(?: of (?:the|all) votes?)?(?:[,.;]| and\b| while\b|\Z)")
_GOT = compiled(
    r"\b(?:won|win|took|taken|got|had|received|gained|polled|drew|secured|with|on|and|[A-Z][\w’'-]+) (?:just |only |about |nearly |some )?\Z"
)
# What makes them shares of two votes, or of some voters.
_OTHER_VOTE = compiled(
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
    if _OTHER_VOTE.search(text, sentence.start, sentence.end) or any(q.kind is Kind.YEAR for q in within):
        return None
    if text.startswith(
        ("In ", "At ", "Among ", "He ", "She ", "They ", "It ", "Her ", "His ", "Its ", "Their "), sentence.start
    ):
        return None
    plain = all(
        _BARE.match(text, share.span.end) and _GOT.search(text, sentence.start, share.start) for share in shares
    )
    return shares if plain else None


_FOR = (
    r"(?i)\b(?:favou?r(?:ed|s|able|ably)?|for|support(?:s|ed|ing|ers|ive)?|agree[ds]?|agreeing|yes|approv(?:e|es|ed|ing|al)|back(?:s|ed|ing)?|like[ds]?|"
    r"satisfied|remain|stay|positive|better|good|trust(?:ed|s)?|happy|confident|optimistic|aye|pro|keep|well|safe|improved?|increased?|rise|rose|up)\b"
)
_AGAINST = (
    r"(?i)\b(?:against|oppos(?:e|es|ed|ing|ition)|disagree[ds]?|disagreeing|no|disapprov(?:e|es|ed|ing|al)|reject(?:s|ed|ing)?|dislike[ds]?|dissatisfied|"
    r"leave|quit|negative|worse|bad|distrust|unfavou?rabl[ey]|unhappy|pessimistic|nay|anti|scrap|objected|worsened|decreased?|fall|fell|down|objecting)\b"
)
_UNDECIDED = (
    r"(?i)\b(?:undecided|unsure|not sure|(?:not|never|no|\w+n['’]t) (?:know|say|answer|decided?|opinion|view|care|preference|reply)|neither|neutral|abstain(?:ed|ing)?|"
    r"abstentions?|don['’]t knows?|indifferent|unchanged|the same|declined|no opinion|refused|uncertain|no answer|unanswered|unaware|blank|spoil(?:ed|t)|(?:not|\w+n['’]t) (?:mind|vote|respond|reply)|stayed (?:away|home|at home))\b"
)
_REST = r"(?i)(?<!of the )\b(?:(?:remaining|remainder|rest,?|balance(?! sheet))(?: [^,;:.()]{0,25})?|the other) ?\(?\Z"
_SPLIT = r"(?i)\b(?:split|divided|made up of|consist(?:s|ed|ing) of|compris(?:es|ed|ing)|breakdown|broke down|breaks down|composed of)\b"
_SEPARATOR = r"\)?[^;:.()–—]{0,90}?(?:,? and|;|; and|,|,? plus|,? with|,? while|,? but|,? whereas|,? versus|,? to| –| —|\)|\() ?[^,;.()]{0,60}\(?\Z"
# What makes percentages parts of different wholes, or of different times.
_APART = (
    r"(?i)\b(?:up from|down from|compared|rose|fell|last (?:year|month|week)|previous(?:ly)?|earlier|increase|decrease|respectively|than|per year|"
    r"inflation|growth|margin|interest|taxe?s?|tariffs?|also|additional(?:ly)?|accuracy|turnout|tied|including|included|of whom|of which|among them|chance|probability|likely)\b"
)
_OF_A_GROUP = r" (?:of|among) (?!those|them|respondents|voters|people|the (?:vote|respondents|total|electorate|votes|ballots)|all|whom|which|it\b)"
_OF_SOME = r" (?:of|among) (?:(?:the|all|survey) )?(?:those|respondents|voters|people|participants) (?:[\ue000-\uf8ff]|(?:over|under|aged|between|older|younger|below|above|born|from|with|without|living|in (?!favou?r))\b)"
# What a whole is dealt out to: each part has the same word before it.
_DEALT = r"(?i)\b(?:go|goes|going|went|gone|com(?:e|es|ing)|came|spent|allocated|divided|sold|given|owned|made) (?:to|from|on|by|for|into)\b"
_VOTE = r"(?i)\bof (?:the|all) (?:(?:popular|total|first-preference) )?votes?\b"
_OF_THE = r" of (?:the|all) [a-z]+"
_WON_OF = r"(?i)\bw[io]ns? ?\Z"
_OF_THE_SEATS = r" of (?:the|all) (?:votes?|seats|delegates|ballots?)\b"
_TAKES = r"(?i)\b(?:takes?|took|taking|owns?|owned|holds?|held|controls?|controlled|accounts? for|accounted for|w[io]ns?|receives?|received|suppl(?:y|ies|ied)|gets?|got|makes? up|made up)(?: (?:just|only|about|some|nearly))? ?\Z"
_MAY = r"(?i)\b(?:must|needs?|needed|could|would|may|might|can|should|if|to)\b"
_ENDS = r"(?:[,.;)]| and\b|\Z)"
_STEPS = r"(?i)\b(?:up|down|or|by|than|to|from|an?|the|of|another) ?\Z"
_SEXES = (r"(?i)\b(?:women|girls|females?)\b", r"(?i)\b(?:men|boys|males?)\b")
_WON = pattern(
    r"\b(?:w[io]ns?|winning|beats?|beaten|beating|defeat(?:s|ed|ing)?|leads?|led|leading|ahead|approv\w+|pass(?:es|ed)?|back(?:s|ed)|favou?r(?:s|ed)|support(?:s|ed)|reject(?:s|ed)|vot(?:ed?|es|ing)|trail\w*|prevail\w*|edg\w+|split)\b"
    r"<gap>{0,60}<%>(?: to | – |-|–|, to | against )<%>"
)


class Shares(Row):
    """Percentages of one whole; `closed` where they are said to be all. `low` and `high` are what they may add up to."""

    parts: tuple[Quantity, ...]
    closed: bool
    sure: float

    @property
    def low(self) -> float:
        return sum(_least(part) for part in self.parts)

    @property
    def high(self) -> float:
        return sum(_most(part) for part in self.parts)


def _least(part: Quantity) -> float:
    if part.hedge in (Hedge.UNDER, Hedge.ABOUT):
        return part.value * 0.9 - part.numeral.step
    return part.value - part.numeral.step / 2


def _most(part: Quantity) -> float:
    if part.hedge in (Hedge.OVER, Hedge.ABOUT):
        return part.top * 1.1 + part.numeral.step
    return part.top + part.numeral.step / 2


@analysis
def shares(document: Document) -> tuple[Shares, ...]:
    """Every group of percentages that the copy gives as the parts of one whole."""
    groups = (
        next(_in_sentence(sentence), None)
        for sentence in skeletons(document)
        if any(quantity.kind is Kind.PERCENT for quantity in sentence.quantities)
    )
    found = [group for group in groups if group is not None]
    taken = {part.span for group in found for part in group.parts}
    for parts in vote_shares(document):
        if taken.isdisjoint(part.span for part in parts):
            found.append(Shares(parts, closed=False, sure=0.7))
    return tuple(found)


def _in_sentence(sentence: Skeleton) -> Iterator[Shares]:
    percents = [(at, q) for at, q in sentence.at.items() if q.kind is Kind.PERCENT and q.value <= 100]
    if len(percents) < 2:
        return
    won = _WON.search(sentence.text)
    if won:
        yield Shares((sentence.at[won.start(1)], sentence.at[won.start(2)]), closed=False, sure=0.8)
        return
    if len(percents) > 7:
        return
    first, last = percents[0][0], percents[-1][0]
    stretch = sentence.text[first : last + 40]
    if compiled(_APART).search(stretch) or any(
        compiled(_OF_A_GROUP).match(sentence.text, at + 1) or compiled(_OF_SOME).match(sentence.text, at + 1)
        for at, _ in percents[1:]
    ):
        return
    if not _is_list(sentence, percents):
        return
    parts = tuple(quantity for _, quantity in percents)
    sure = _closed(sentence, percents)
    if sure:
        yield Shares(parts, closed=True, sure=sure)
    elif _are_dealt_out(sentence, percents):
        yield Shares(parts, closed=False, sure=0.8)


def _are_dealt_out(sentence: Skeleton, percents: list[tuple[int, Quantity]]) -> bool:
    """Whether no two parts can hold the same thing: “60% goes to farms, 35% to houses”, “44% of the vote, the Reds 30%”."""
    text, last = sentence.text, percents[-1][0]
    if compiled(_VOTE).search(text, percents[0][0], percents[0][0] + 30) and len(percents) > 2:
        return True
    if len(percents) > 2 and _are_taken(text, percents):
        return True
    dealt = compiled(_DEALT).search(text, percents[0][0], percents[1][0])
    if dealt is None or last + 1 >= len(text):
        return False
    word = f" {dealt[0].rpartition(' ')[2]} "
    return all(text.startswith(word, at + 1) for at, _ in percents[1:])


def _are_taken(text: str, percents: list[tuple[int, Quantity]]) -> bool:
    """“Farms take 49% of the water, homes 29% and mills 40%”: what one takes, no other can have."""
    first = percents[0][0]
    if not compiled(_OF_THE).match(text, first + 1) or not compiled(_TAKES).search(text, 0, first):
        return False
    if compiled(_WON_OF).search(text, 0, first) and not compiled(_OF_THE_SEATS).match(text, first + 1):
        return False  # each wins of its own games
    if compiled(_MAY).search(text, 0, first):
        return False  # “must win 53% of the rest”: each says what would be needed
    places = [at for at, _ in percents[1:]]
    return all(compiled(_ENDS).match(text, at + 1) and not compiled(_STEPS).search(text, 0, at) for at in places)


def _is_list(sentence: Skeleton, percents: list[tuple[int, Quantity]]) -> bool:
    return all(compiled(_SEPARATOR).match(sentence.text, a + 1, b) for (a, _), (b, _) in pairwise(percents))


def _closed(sentence: Skeleton, percents: list[tuple[int, Quantity]]) -> float:
    """How sure it is that the shares are all: each answer once, or a word that says so; 0 where nothing does."""
    text = sentence.text
    if compiled(_REST).search(text, 0, percents[-1][0]):
        return 0.9
    labels = _labels(text, percents)
    if len(percents) == 3 and sorted(filter(None, labels)) == ["against", "for", "undecided"]:
        return 0.9
    made = sum(quantity.value for _, quantity in percents)
    if len(percents) == 3 and labels[2:] == ["undecided"] and 100 < made <= 130:  # below, others may be left unsaid
        return 0.85
    if len(percents) == 2 and _are_sexes(text, percents) and 75 <= made <= 130:
        return 0.7
    sides = len(percents) == 2 and sorted(filter(None, labels)) == ["against", "for"]
    if compiled(_SPLIT).search(text, 0, percents[-1][0]) and not sides and 75 <= made <= 130:
        return 0.8
    if sides and made > 100:
        return 0.7
    return 0.0


def _are_sexes(text: str, percents: list[tuple[int, Quantity]]) -> bool:
    """“52% were women and 41% men”: everybody, where nothing else is said of them."""
    ends = (percents[1][0], percents[1][0] + 14)
    behind = [text[at + 1 : end] for (at, _), end in zip(percents, ends, strict=True)]
    return any(
        all(
            compiled(rf"(?: of [a-z ]+)?(?: (?:were|are|is|was))?\W*{sex[4:]}").match(words)
            for sex, words in zip(order, behind, strict=True)
        )
        for order in (_SEXES, _SEXES[::-1])
    )


def _labels(text: str, percents: list[tuple[int, Quantity]]) -> list[str]:
    """The answer that each share stands for, by the words behind it, or, failing that, before it."""
    ends = [at for at, _ in percents[1:]] + [len(text)]
    behind = [_label(text[at + 1 : end]) for (at, _), end in zip(percents, ends, strict=False)]
    starts = [0] + [at + 1 for at, _ in percents]
    ahead = [_label(text[start:at]) for (at, _), start in zip(percents, starts, strict=False)]
    return max(behind, ahead, key=lambda labels: len(set(labels) - {""}))


def _label(words: str) -> str:
    if compiled(_UNDECIDED).search(words):
        return "undecided"
    if compiled(_AGAINST).search(words):
        return "against"
    return "for" if compiled(_FOR).search(words) else ""
