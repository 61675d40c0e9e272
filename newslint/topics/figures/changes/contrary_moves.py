"""Contrary moves: what is said to rise and falls by its own figures, or to fall and rises: “fell to £21 from £19”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.quantity import Hedge, Kind, Quantity
from newslint.text.vocabulary import alternatives
from newslint.topics.figures.patterns import SIGNS, Skeleton, pattern, skeletons

# Every form of the verbs, and the nouns, by which figures rise and fall and nothing else is meant.
_RISES = (
    "rise rises rose risen rising raise raises raised raising increase increases increased increasing grow grows grew grown growing growth climb climbs climbed climbing jump jumps jumped jumping "
    "soar soars soared soaring surge surges surged surging leap leaps leapt leaped leaping swell swells swelled swelling swollen mount mounted mounting edged up inched up ticked up crept up shot up went up gone up going up "
    "goes up up higher rocketed rockets skyrocketed rebounded rebounding hike hikes hiked hiking boost boosted boosting boosts lift lifted lifting lifts uptick doubled doubling tripled trebled quadrupled "
    "firmed firming strengthen strengthens strengthened strengthening lengthen lengthens lengthened lengthening widen widens widened widening expand expands expanded expanding "
    "extended accelerates accelerated quickens quickened ballooned ballooning balloons spike spikes spiked spiking escalated escalating multiplied broadened broadening"
)
_FALLS = (
    "fall falls fell fallen falling drop drops dropped dropping decrease decreases decreased decreasing decline declines declined declining reduce reduces reduced reducing reduction lower lowers lowered lowering "
    "cut cuts cutting slump slumps slumped slumping plunge plunges plunged plunging shrink shrinks shrank shrunk shrinking dip dips dipped dipping slide slides slid sliding slip slips slipped slipping tumble tumbles tumbled tumbling "
    "sink sinks sank sunk sinking plummet plummets plummeted plummeting slash slashes slashed slashing halve halves halved halving dwindle dwindled dwindling trim trims trimmed trimming down edged down inched down ticked down went down gone down going down goes down "
    "shorten shortens shortened shortening narrow narrows narrowed narrowing weaken weakens weakened weakening soften softens softened softening slows slowed contracted contracting "
    "eases eased easing lessen lessens lessened diminish diminishes diminished diminishing ebbed ebbs cooled cools recede recedes receded receding whittled whittles pared pares shaved shaves curtailed curtails thinned thins crashed crashes crashing collapsed collapses"
)
# What is quicker takes less time, and a currency that firms may cost less of another.
_TEMPO = frozenset("accelerates accelerated quickens quickened slows slowed".split())
_WORTH = frozenset(
    "firmed firming strengthen strengthens strengthened strengthening weaken weakens weakened weakening softens softened softening eases eased easing".split()
)
# A time that improves is shorter: of waits and races, not of what should last.
_BETTER = {"improved": -1, "improves": -1, "improving": -1, "worsened": 1, "worsens": 1, "worsening": 1}
_SHORTER_IS_BETTER = compiled(
    r"(?i)\b(?:(?:response|reaction|waiting|journey|lap|finishing|turnaround|delivery|processing|loading|travel|queueing|race) times?|waits?|delays?|queues?|personal best)\b"
)
_PARTED = {"up", "down", "edged", "inched", "ticked", "crept", "shot", "went", "gone", "going", "goes"}
_WAYS = {
    **{word: 1 for word in _RISES.split() if word not in _PARTED - {"up"}},
    **{word: -1 for word in _FALLS.split() if word not in _PARTED - {"down"}},
    **_BETTER,
}
_QUICKER, _SLOWER = (
    ("accelerating", "quickening", "speeding up", "picking up", "faster than", "up", "stronger than"),
    ("slowing", "decelerating", "easing", "cooling", "moderating", "slower than", "down", "weaker than"),
)
_W = "(?:[^\ue000-\uf8ff;:()]|\ue007)"
_HOW = r"(?:(?:sharply|slightly|steeply|only|just|further|again|markedly|significantly|considerably|substantially|a little|well|way|steadily|marginally) ){0,2}"
_THE = r"(?:the |a |an |its |their |last year[’']s )?"
_WAY = compiled(rf"(?i)\b({alternatives(_WAYS)})\b")
_YEARS = f"(?:in {SIGNS[Kind.YEAR]}(?:[-–/]{SIGNS[Kind.OTHER]})? )?"  # “from 21,300 in 2019-20 to 24,150”
_FROM_TO = rf"\bfrom {_THE}<any>( {_YEARS}{_W}{{0,40}}?)\bto {_THE}<any>"
_TO_FROM = rf"\bto {_THE}<any>({_W}{{0,30}}?|{_W}{{0,60}}?, )\bfrom {_THE}<any>"
_TO_AGAINST = (
    rf"\bto {_THE}<any>({_W}{{0,60}}?,? )\b(?:(?:as )?compared (?:with|to)|(?:as )?against|versus) {_THE}<any>"
)
_NOW_FROM = rf"<any>({_W}{{0,12}}?,? (?:(?:which |that )?(?:was|were|is|are) |and |a |an )?{_HOW}(?P<way>up|down|higher|lower|rise|increase|fall|drop|decline|decrease) {_HOW}(?:from|on|than) {_THE})<any>"
_RATE = rf"\b(?P<move>{alternatives(_WAYS)}) (?:by )?(?:an annual |a )?<%>(,? (?:{_W}{{0,20}}? )?(?P<way>{alternatives(_QUICKER, _SLOWER)})(?: from| on)? {_THE}(?:the )?)<%>"
# Each with what it can't do without.
_FORMS = (
    (_FROM_TO, 1, -1, ("from ", "to ")),
    (_TO_FROM, -1, -1, ("from ", "to ")),
    (_TO_AGAINST, -1, -1, ("to ",)),
    (_NOW_FROM, -1, 0, ()),
    (_RATE, -1, 1, (SIGNS[Kind.PERCENT],)),
)
_LINKS = compiled(r" (?:from|on|than|compared|against|versus) ")
_BEFORE = 60
# Behind the earlier figure: a comma, the end, or when it was; another noun makes it something else: “to 40 from 12 countries”.
_TAIL = compiled(
    r"\s*(?:[.,;)–—-]|\Z)|[ -](?:of|in|at|on|a|an|the|last|during|by|over|since|per|this|before|after|when|earlier|previously|ago|and|but|as|for|under|within|now|today|today’s|next|"
    r"that|which|who|it|he|she|they|we|only|late|early|recorded|reported|seen|set|posted|[a-z]+ (?:years?|months?|weeks?|days?|decades?) (?:ago|earlier|before|previously)|[A-Z][a-z]+day)\b"
)
# What parts two clauses between the figures: “from 37% in May, and the Reds have slipped to 19%”.
_ANOTHER = compiled(rf"(?i), (?:and|but|while|with)\b|\b(?:and|but|while|{alternatives(_WAYS)})\b")
_KINDS = frozenset([Kind.MONEY, Kind.PERCENT, Kind.MEASURE, Kind.COUNT, Kind.TIME, Kind.POINTS])
_SMALL = 2
_FARTHEST = 4  # times
# Ranks rise as their numbers fall, money falls as more of it buys a dollar, and a loss that rises is less.
_OTHER_WAY = compiled(
    r"(?i)\b(?:rank\w*|league table|charts?|place|seed\w*|standings|position|handicap|odds|minus|negative|loss(?:es)?|deficits?|shortfall|yen|rupees?|pesos?|lira|roubles?|rubles?|yuan|rial|won|naira|"
    r"francs?|kron(?:e|er|or|a|ur)|crowns?|rand|ringgit|baht|rupiah|forints?|zlot(?:y|ys|ych)|dong|shillings?|dinars?|dirhams?|hryvnias?|shekels?|renminbi|lei|taka|kwacha|cedis?|"
    r"(?:against|to|per|versus) (?:the |a )?(?:US |U\.S\. )?(?:dollar|euro|pound|greenback)|respectively|number \S|No\.|under par|over par|grade|deaths? per)\b|[−]|(?<= )-\d"
)
# What makes the move none that is told, where it stands in its clause.
_UNTOLD = compiled(r"(?i)\b(?:not|never|instead|rather|no longer|if|would have)\b|n[’']t\b")
_CLAUSE = compiled(r"[;:–—]|, (?:and|but|while|which|who)\b")


_WORD_AHEAD = 20  # letters


class ContraryMove(Row):
    """What is told at `way` as a rise (`up`) or a fall, and leads the other way, from `before` to `after`."""

    way: Span
    up: bool
    before: Quantity
    after: Quantity


@analysis
def contrary_moves(document: Document) -> tuple[ContraryMove, ...]:
    """Every move of the copy that its own two figures turn round, in order."""
    found: dict[tuple[Span, Span], ContraryMove] = {}
    for sentence in skeletons(document):
        if _LINKS.search(sentence.text):
            moves = list(_in_sentence(document, sentence))
            if moves and not _OTHER_WAY.search(document.text, *sentence.span):
                for move in moves:
                    found.setdefault((move.before.span, move.after.span), move)
    return tuple(found.values())


def _in_sentence(document: Document, sentence: Skeleton) -> Iterator[ContraryMove]:
    low = sentence.text.lower()
    for form, order, told, signs in _FORMS:
        for match in pattern(form).finditer(sentence.text) if all(sign in low for sign in signs) else ():
            ends = [sentence.at[at] for at in range(match.start(), match.end()) if at in sentence.at]
            ends = [ends[0], ends[-1]][::order]
            way = _told(sentence.text, match) if told == -1 else (match["way"].lower(), match.start("way"))
            between = sentence.text[match.start() : match.end()]
            if told == -1 and _ANOTHER.search(between):
                continue
            if (
                way is None
                or not _are_of_one_sort(document.text, *ends)
                or not _is_plain(document, sentence, way[0], *ends)
                or _are_two_moves(document, *ends)
            ):
                continue
            clause = _CLAUSE.split(sentence.text[: match.start()])[-1] or ""
            if _UNTOLD.search(clause + between):
                continue
            up = way[0] in _QUICKER or _WAYS.get(way[0], 0) == 1
            if up == (ends[1].value < ends[0].value) and (form is _FROM_TO or _tail(document, ends[0])):
                start = sentence.origin(way[1])
                yield ContraryMove(Span(start, start + len(way[0])), up, ends[0], ends[1])


def _are_two_moves(document: Document, *ends: Quantity) -> bool:
    """Whether a word of rising or falling stands right before each: “up 2 per cent in all but down 1 per cent in old stores”."""
    ahead = (document.text[max(0, end.start - _WORD_AHEAD) : end.start].lower().split() for end in ends)
    return all(words and words[-1] in _WAYS for words in ahead)


def _tail(document: Document, earlier: Quantity) -> bool:
    """Whether what stands behind the earlier figure lets it be of what the later one is of."""
    return bool(_TAIL.match(document.text, earlier.span.end))


def _told(text: str, match: re.Match[str]) -> tuple[str, int] | None:
    """The last word of rising or falling in front of the figures, with no other figure but the move's own between."""
    start = max(0, match.start() - _BEFORE)
    ways = list(_WAY.finditer(text, start, match.start()))
    if not ways:
        return None
    between = text[ways[-1].end() : match.start()].removesuffix(", ")
    figures = compiled("[\ue000-\uf8ff]").findall(between)
    own = not figures or (len(figures) == 1 and compiled(r"\s?(?:by )?(?:[a-z]+ )?[\ue000-\uf8ff]").match(between))
    clause = compiled(
        r"[;:]|\b(?:rang\w+|var(?:y|ies|ied|ying))\b|, (?!or |by )|\b(?:and|but|while|which|who|when|after|before)\b"
    ).search(between)
    return (ways[-1][1].lower(), ways[-1].start()) if own and not clause else None


def _are_of_one_sort(text: str, before: Quantity, after: Quantity) -> bool:
    """Whether the two can be one figure at two times: of one unit, of like size, and plain."""
    if not _share_a_unit(text, before, after):
        return False
    if not before.value or not 1 / _FARTHEST < after.value / before.value < _FARTHEST:
        return False
    if any(each.hedge in (Hedge.OVER, Hedge.UNDER) or each.top != each.value for each in (before, after)):
        return False
    if (before.numeral.scale == 1) != (after.numeral.scale == 1) and max(before.value, after.value) >= 1e6:
        return False  # “from $2 to 4 million”
    counted = before.kind is after.kind is Kind.COUNT
    return not counted or max(before.value, after.value) > _SMALL


def _is_plain(document: Document, sentence: Skeleton, way: str, before: Quantity, after: Quantity) -> bool:
    """Whether the word says plainly which of two such figures is the greater."""
    kinds = {before.kind, after.kind}
    if way in _BETTER:
        return bool(_SHORTER_IS_BETTER.search(document.text, *sentence.span))
    return not (way in _TEMPO and Kind.TIME in kinds) and not (way in _WORTH and kinds == {Kind.COUNT})


def _share_a_unit(text: str, before: Quantity, after: Quantity) -> bool:
    """Whether both are of one unit, which need be told with but one of them: “from 21 minutes to 26”."""
    if (before.kind, before.unit) == (after.kind, after.unit):
        return before.kind in _KINDS
    bare = before if before.kind is Kind.COUNT else after
    other = after if bare is before else before
    return bare.kind is Kind.COUNT and other.kind in _KINDS and bool(_TAIL.match(text, bare.span.end))
