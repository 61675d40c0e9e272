"""Changes: a figure that goes from one value to another, and by how much the copy says it does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.quantity import Hedge, Kind, Quantity
from newslint.text.vocabulary import DIRECTIONS, HEDGES, alternatives
from newslint.topics.figures.patterns import Skeleton, pattern, skeletons


class Change(Row):
    """From `before` to `after`, and what the copy says of it: `said` (a percentage, an amount, a fraction), or `factor`.

    `direction` is 1 up, -1 down, 0 unsaid; `sure` is from 0 to 1.
    """

    before: Quantity
    after: Quantity
    said: Quantity | None
    factor: tuple[float, float]
    direction: int
    sure: float


_THE = r"(?:the|its|their|his|her|last (?:year|month|week|season)['’]s|an? year (?:ago|earlier)['’]s|[\w.]+['’]s?)"
_LEAD = r"(?: [a-z'’-]+){0,4}?(?:,| –| —| \()"
# “117 shops, 44 more than the 82 it had”
_MORE = rf"<a>{_LEAD} (?:or )?(<any>) (?:[a-z]+ )?(more|fewer|less|higher|lower) than {_THE} <a>"
# “240 boats, twice the 80 of last year”, “three times the 80”
_TIMES = rf"<a>{_LEAD} (?:which is |or )?(?:(twice|double|triple|treble|half)|<n> times)(?: as (?:many|much|high) as)? {_THE} <a>"
# “by 52 votes to 48, a majority of six”, “52-48, a margin of six”
_VOTES = (
    r"\bby <n>(?: votes?)? to <n>(?: votes?)?(?:,| –| —) (?:with )?an? (?:majority|margin|lead) of (?:just |only )?<n>"
)
_SCORE = r"\b(?:vot|pass|approv|reject|defeat|back|carri|won|win|los|lead|led)[a-z]* (?:[a-z]+ ){0,4}?<any>(?: [a-z]+){0,4}?, (?:with )?an? (?:majority|margin|lead) of (?:just |only )?<n>"
_MULTIPLES = {"twice": 2.0, "double": 2.0, "triple": 3.0, "treble": 3.0, "half": 0.5}
_SCORED = compiled(r"\d+[-–]\d+\Z")


def comparisons(document: Document, sentence: Skeleton) -> Iterator[Change]:
    """Every pair of figures in the sentence whose difference or quotient it tells."""
    text = sentence.text
    if " than " in text:
        yield from _differences(sentence)
    if (
        "twice" in text
        or "double" in text
        or "triple" in text
        or "treble" in text
        or "half" in text
        or " times" in text
    ):
        yield from _multiples(sentence)
    if " majority of" in text or " margin of" in text or " lead of" in text:
        yield from _majorities(document, sentence)


def _differences(sentence: Skeleton) -> Iterator[Change]:
    for match in pattern(_MORE).finditer(sentence.text):
        after, said, before = (sentence.at[match.start(group)] for group in (1, 2, 5))
        if not _are_alike(before, after) or said.kind not in (after.kind, Kind.PERCENT):
            continue
        direction = 1 if match[4].lower() in ("more", "higher") else -1
        yield Change(before, after, said, (0, 0), direction, 0.85)


def _multiples(sentence: Skeleton) -> Iterator[Change]:
    for match in pattern(_TIMES).finditer(sentence.text):
        after, before = sentence.at[match.start(1)], sentence.at[match.start(4)]
        if not _are_alike(before, after):
            continue
        times = sentence.at[match.start(3)] if match[3] else None
        factor = times.value if times else _MULTIPLES[match[2].lower()]
        loose = after.hedge is not Hedge.NONE or (times is not None and times.hedge is not Hedge.NONE)
        slack = 0.25 if loose else 0.12
        yield Change(before, after, None, (factor * (1 - slack), factor * (1 + slack)), 0, 0.8)


def _majorities(document: Document, sentence: Skeleton) -> Iterator[Change]:
    for match in pattern(_VOTES).finditer(sentence.text):
        won, lost, said = (sentence.at[match.start(group)] for group in (1, 2, 3))
        yield from _majority(won, lost, said)
    for match in pattern(_SCORE).finditer(sentence.text):
        score, said = sentence.at[match.start(1)], sentence.at[match.start(2)]
        if score.kind is Kind.OTHER and _SCORED.search(document[score.span]):
            dash = score.span.start + len(document[score.span].split("–")[0].split("-")[0])
            won = score._replace(top=score.value, span=Span(score.span.start, dash))
            lost = score._replace(value=score.top, span=Span(dash + 1, score.span.end))
            yield from _majority(won, lost, said)


def _majority(won: Quantity, lost: Quantity, said: Quantity) -> Iterator[Change]:
    gap = abs(won.value - lost.value)
    if said.value not in (gap / 2, won.value) and won.exact and lost.exact:  # counted from the half, or by heads
        yield Change(lost, won, said, (0, 0), 0, 0.8)


def _are_alike(a: Quantity, b: Quantity) -> bool:
    return (a.kind, a.unit) == (b.kind, b.unit) and a.top == a.value > 0 and b.top == b.value > 0


_NEUTRAL = frozenset(["change", "changes", "changed", "difference", "swing", "shift", "by", "about"])
_WORD = compiled(r"[A-Za-z]+")
_FACTORS = {
    "doubled": 2.0, "doubling": 2.0, "double": 2.0, "doubles": 2.0, "tripled": 3.0, "trebled": 3.0, "tripling": 3.0,
    "trebling": 3.0, "triple": 3.0, "treble": 3.0, "quadrupled": 4.0, "quadrupling": 4.0, "quintupled": 5.0,
    "halved": 0.5, "halving": 0.5, "halve": 0.5,
}  # fmt: skip
_FACTOR = rf"(?i)\b(?:({alternatives(HEDGES)}) )?(doubl(?:ed|ing|es?)|tripl(?:ed|ing|e)|trebl(?:ed|ing|e)|quadrupl(?:ed|ing)|quintupled|halv(?:ed|ing|e))\b"
# Between the ends of one change no other clause begins.
_CLAUSE = compiled(r"\b(?:while|but|whereas|although)\b", re.I)
# A change by the year, or of something else, can't be reckoned from the two ends.
_OTHERWISE = (
    r"(?i) ?(?:a|per|each|every) (?:year|month|week|day|quarter|annum|decade)|,? (?:annual(?:ly|ised|ized)?|year on year|compound|yearly|on average|a head|per head|of (?:the|its|his|all))\b"
    r"| (?:inflation|stake|tax|interest|tariff|vat|turnout|discount|deposit|share|majority|of)\b"
)
_YEARLY = r"(?i)\b(?:annual(?:ly|i[sz]ed)?|average|yearly|compound(?:ed)?|per year|a year|each year|every year|monthly|quarterly|cagr)\b[^\ue000-\uf8ff]{0,30}\Z"
_ARTICLE = r"(?:(?:an?|just|only|the|record|last|this|that|year['’]s|month['’]s|quarter['’]s|previous|as many as|as much as|reach|nearly) ){0,4}"
_ENDS = (
    # from A to B; to B from A; B, up from A; B, up P from A; B, compared with A: each with the groups of A and B
    (rf"\bfrom {_ARTICLE}<a><quiet>{{0,70}}?,? (?:to|until it reached) {_ARTICLE}<a>", 1, 2),
    (rf"\bto {_ARTICLE}<a><quiet>{{0,50}}?,? (?:up |down )?from {_ARTICLE}<a>", 2, 1),
    (
        rf"<a><quiet>{{0,50}}?,? (?:up|down|an increase|a rise|a fall|a drop|a decrease|a decline) from {_ARTICLE}<a>",
        2,
        1,
    ),
    (
        rf"<a><quiet>{{0,40}}?(?:,| –| —)? (?:up|down|an?) (?:by )?<%>(?: [a-z]{{1,15}})? (?:from|on|over|compared (?:with|to)) {_ARTICLE}<a>",
        3,
        1,
    ),
    (rf"<a><quiet>{{0,50}}?,? (?:compared (?:with|to)|against|versus) {_ARTICLE}<a>", 2, 1),
)


_BY = compiled(r"\b(?:by|up|down|of|about|nearly|almost|over|than|around)(?: (?:only|just|a|an|one))* ?\Z", re.I)
_DIFFERENCE = compiled(
    r"(?:((?:\b[A-Za-z’']+ ){0,5})by|\b(?:up|down|(?:rise|increase|fall|drop|gain|jump|decrease|decline|difference|reduction|loss) of))"
    r"(?: about)? (?:a )?\Z"
)
_OF_A_PART = compiled(r"[- ](?:an?|the|of|points?|quarter|percentage|year|half|hour|day|time|loss|profit)\b")
_ARTICLED = compiled(r"\b(?:the|an?) \Z", re.I)
_CHANGING = frozenset([*DIRECTIONS, *_NEUTRAL])
_NEXT_CLAUSE = compiled(r"\b(?:and|while|but|as|whereas)\b")
_NEXT_SUBJECT = compiled(r"\b(?:and|while|but|whereas)\b(?! (?:(?:to|from|reached)\b|[\ue000-\uf8ff]))|, [A-Z]")
# “Sales doubled, with those abroad up from 10 to 14”
_ANOTHER_MOVES = compiled(r"\b(?:with|as|while|and|but|up|down|rose|fell|grew|went)\b", re.I)
# “… to 250 from 200 in March, a 30% rise over last year”
_OWN_BASE = compiled(r"(?: [a-z-]+){0,2} (?:over|on|from|against|than|compared)\b")


@analysis
def changes(document: Document) -> tuple[Change, ...]:
    """Every figure that is given before and after a change together with the size of the change."""
    found: list[Change] = []
    for sentence in skeletons(document):
        if _ends_may_be_there(sentence):
            found.extend(_in_sentence(sentence))
        if len(sentence.at) > 1:
            found.extend(comparisons(document, sentence))
    return tuple(found)


def _ends_may_be_there(sentence: Skeleton) -> bool:
    text = sentence.text
    return "from " in text or " compared " in text or " against " in text or " versus " in text


def _in_sentence(sentence: Skeleton) -> Iterator[Change]:
    for template, before_group, after_group in _ENDS:
        match = pattern(template).search(sentence.text)
        if match is None or _CLAUSE.search(match[0]):
            continue
        at_before, at_after = match.start(before_group), match.start(after_group)
        before, after = sentence.at[at_before], sentence.at[at_after]
        if _one_sort(before, after):
            yield from _said(sentence, match, _as_one_scale(before, after), after, {at_before, at_after})
            return


def _one_sort(a: Quantity, b: Quantity) -> bool:
    if a.top != a.value or b.top != b.value or a.value <= 0 or b.value <= 0:
        return False
    return (a.kind, a.unit) == (b.kind, b.unit) or (a.kind is Kind.COUNT and b.kind in (Kind.MONEY, Kind.MEASURE))


def _as_one_scale(before: Quantity, after: Quantity) -> Quantity:
    """“From 2 to 3 million” begins at 2 million."""
    scale = after.numeral.scale
    if before.numeral.scale == 1 < scale and before.value < 1000 and before.kind is Kind.COUNT:
        numeral = before.numeral._replace(
            step=before.numeral.step * scale, grain=before.numeral.grain * scale, scale=scale
        )
        return before._replace(value=before.value * scale, top=before.value * scale, numeral=numeral)
    return before


def _said(
    sentence: Skeleton, match: re.Match[str], before: Quantity, after: Quantity, ends: set[int]
) -> Iterator[Change]:
    others = [(at, quantity) for at, quantity in sentence.at.items() if at not in ends]
    sizes = [(at, q) for at, q in others if _is_size(sentence, at, q)]
    lone = not any(
        q.kind in (Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.PERCENT) for _, q in others if (_, q) not in sizes
    )
    if len(sizes) == 1 and (lone or _beside(sentence, sizes[0][0], match)):
        at, size = sizes[0]
        yearly = compiled(_YEARLY).search(sentence.text[max(0, at - 40) : at]) or compiled(_OTHERWISE).match(
            sentence.text, at + 1
        )
        shares = before.kind is after.kind is size.kind is Kind.PERCENT  # “by 4% this year and 5% in 2010, up from 3%”
        if not yearly and not shares and not _of_another(sentence, at, match):
            yield Change(before, after, size, (0, 0), _direction(sentence, at), 0.95 if lone else 0.85)
        return
    amounts = [(at, q) for at, q in others if (q.kind, q.unit) == (after.kind, after.unit)]
    if len(amounts) == 1 and not sizes and _is_difference(sentence, amounts[0][0], match):
        yield Change(before, after, amounts[0][1], (0, 0), _direction(sentence, amounts[0][0]), 0.85)
        return
    factor = compiled(_FACTOR).search(sentence.text, max(0, match.start() - 60), match.end() + 5)
    if (
        factor
        and not sizes
        and "from" in match[0]
        and not _ANOTHER_MOVES.search(sentence.text, factor.end(), match.start())
    ):
        value = _FACTORS[factor[2].lower()]
        yield Change(before, after, None, _spread(value, (factor[1] or "").lower()), 0, 0.85)


def _is_size(sentence: Skeleton, at: int, quantity: Quantity) -> bool:
    """Whether the quantity tells how great a change is: a percentage near a word of change, “by a third”; not “the 10% tax”."""
    text = sentence.text
    if quantity.kind is Kind.FRACTION:
        return _BY.search(text, max(0, at - 40), at) is not None and not _OF_A_PART.match(text, at + 1)
    if quantity.kind is not Kind.PERCENT or not _has_cue(sentence, at):
        return False
    named = _ARTICLED.search(text, max(0, at - 6), at) and _WORD.match(text, at + 2)
    return not named or any(word.lower() in _CHANGING for word in _WORD.findall(text[at + 1 : at + 40])[:4])


def _of_another(sentence: Skeleton, at: int, match: re.Match[str]) -> bool:
    """Whether the size belongs to another clause or name, or has a base of its own: “… to 250 and profits by 40%”."""
    text = sentence.text
    if at > match.end():
        return bool(_NEXT_CLAUSE.search(text, match.end(), at) or _OWN_BASE.match(text, at + 1))
    return at < match.start() and bool(_NEXT_SUBJECT.search(text, at, match.start()))


def _spread(value: float, hedge: str) -> tuple[float, float]:
    """How much “more than doubled” and “nearly halved” allow."""
    up = value > 1
    if HEDGES.get(hedge) == "more than":
        return (value * 0.99, value * 1.6) if up else (0.2, value * 1.01)
    if HEDGES.get(hedge) == "less than":
        return (value * 0.8, value * 1.01) if up else (value * 0.99, 0.66)
    return value * 0.88, value * 1.12


def _has_cue(sentence: Skeleton, at: int) -> bool:
    return any(word in DIRECTIONS or word in _NEUTRAL for word in _words_around(sentence, at))


def _words_around(sentence: Skeleton, at: int) -> list[str]:
    """The words of change near a sign: up to 30 characters before it and 25 behind it, and no farther than the next sign."""
    places = list(sentence.at)
    index = places.index(at)
    start = max(at - 30, places[index - 1] + 1 if index else 0)
    end = min(at + 25, places[index + 1] if index + 1 < len(places) else len(sentence.text))
    return [word.lower() for word in _WORD.findall(sentence.text[start:end])]


def _direction(sentence: Skeleton, at: int) -> int:
    directions = {DIRECTIONS[word] for word in _words_around(sentence, at) if word in DIRECTIONS}
    return directions.pop() if len(directions) == 1 else 0


def _beside(sentence: Skeleton, at: int, match: re.Match[str]) -> bool:
    """Whether the size stands right at the ends of the change, with no other figure between."""
    low, high = (at, match.start()) if at < match.start() else (match.end(), at)
    return high - low <= 35 and not any(low < place < high for place in sentence.at)


def _is_difference(sentence: Skeleton, at: int, match: re.Match[str]) -> bool:
    """Whether the amount is how far it is from one end to the other; “by 20 to 226, compared with 234 last year” tells of a third."""
    cue = _DIFFERENCE.search(sentence.text, max(0, at - 60), at)
    if cue is None or not _beside(sentence, at, match) or "from" not in match[0]:
        return False
    return cue[1] is None or any(word.lower() in DIRECTIONS for word in _WORD.findall(cue[1]))
