"""Amounts: every number with what it counts, how it's introduced, and what the words around it say of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from itertools import islice

from newslint.document import Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.quantities import quantities
from newslint.story.quantity import Hedge, Kind, Quantity, agree
from newslint.story.times import clocks
from newslint.text.nouns import counted, is_person, singular
from newslint.text.quotations import quotes
from newslint.text.sentences import Sentence, sentence_at
from newslint.text.vocabulary import FUNCTION, KIN, NUMBERS, wordlist
from newslint.text.words import lowered, words

_KINDS = frozenset([Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.PERCENT, Kind.POINTS, Kind.TIME, Kind.FRACTION])
_ADDED = frozenset([Kind.COUNT, Kind.MONEY, Kind.MEASURE])
# So many content words before an amount and behind it say what it is of.
_BEFORE, _BEHIND = 4, 3
# So many words either way may frame it.
_FRAME = 6
# “78 of them are under 40”: an age, where no noun follows.
_UNDER_FORTY = compiled(
    r"(?i)\b(?:are|were|is|was|people|those|them|anyone|everyone|men|women|adults|members|children|workers|patients|voters|drivers|players|staff|still|all|mostly) (?:aged )?(?:under|over|below|above) \Z"
)
_NO_NOUN = compiled(
    r"(?:[.,;:)”\"’]| (?:and|or|who|at|in|when|on|while|but|the (?:next|following|same|day|week|month|year)|this|last|next)\b|\Z)(?!\d)"
)
_AGES = 10, 99
# “An engineer of 41 who …”, “the average age is 41”, “the oldest, a retired miner, was 91”: of that age.
_SOMEBODY_OF = compiled(r"\b[Aa]n? (?:[a-z-]+ ){0,2}(?P<who>[a-z]+) of \Z")
_AGE_IS = compiled(
    r"\b(?:ages?|(?:[Oo]ld|[Yy]oung|[Ee]ld)est(?: of [a-z]+(?: [a-z]+)?)?(?:,[^.;]{2,80},)?) (?:is|was|are|were|of) \Z"
)
# “She was 43 when he hired her, and turned 44 the next month”
_SHE_WAS = compiled(
    r"\b(?:[Ss]he|[Hh]e|who|[A-Z][\w’'-]+) (?:is|was|(?P<turned>(?:had |has )?(?:just )?turn(?:s|ed))) \Z"
)
# What stands between a measure and a number that goes on with it, and behind that number; how much the two may differ.
_GOES_ON = compiled(
    r"(?:,|;| and| but| while)(?: and| but| while)?(?: (?:the|in|at|of|near|on|for|[a-z]+ern|[A-Z][\w.’'-]*,?)){1,7} "
)
_GONE_ON = compiled(r"[,;.](?!\d)| and (?:the )?[A-Z]|\Z")
# What stands between two of a list whose unit is told once: “70 acres of oats, 45 of rye and 30 of hay”, “180 acres: 135 in oats”.
_LISTED = compiled(
    r"(?: (?P<link>of|in|for|at|to|on|with|by|from) (?:[\w’'-]+ ?){1,4}?)?(?:,|;|:|,? and|,? plus)(?: the)? "
)
_LISTED_ON = compiled(r" (?P<link>of|in|for|at|to|on|with|by|from) (?!the\b|them\b|those\b|these\b|whom\b|which\b|\d)")
# … and from a percentage to what it's held against: “6.4 per cent, against 5.9”.
_HELD = compiled(
    r"[^.;:()“”\d]{0,40}? (?:compared (?:with|to)|against|versus|up from|down from) (?:(?:just|only|about|the|its|an?) )*"
)
# What leads from a measure to the number that it rose or fell to, or came from: “from 94 minutes in May to 71”.
_LEADS = compiled(r"(?: [a-z]+(?: [A-Za-z]+){0,2})?,? (?:to|from) (?:(?:just|only|about|the|its|a) )?")
_FROM = compiled(r"\b(?:from|to|by) (?:the |its |about |just )?\Z")
# What counts one thing is of one size: one is at most so many times the other.
ALIKE = 20
_WHOLE = 100  # per cent
# How much of two words must be alike for them to be of one family: retires, retiring.
STEM = 5
# A longer stretch is a list that nobody parted.
_LONGEST = 1500
# Numbers in words up to this have no figures.
_IN_ONE_WORD = 20
_HOUR = compiled(r"(?:[01]?\d|2[0-3])\.[0-5]\d\b(?!%)")
_SCORE = compiled(r"\d{1,3}[-–]\d{1,3}\Z")

_DEFINITE = frozenset("the these those this same its his her their our my your all both whose".split())
# Nouns that stand before a number and name it: “a crowd of 4,000”, “the cost of £5m”.
NAMERS = wordlist(
    """
    total cost crowd audience attendance price sum prize fee fine bill budget turnout workforce staff population membership
    capacity loss profit turnover toll number count value height length width depth weight distance area majority lead
    margin fleet flock herd pack team crew squad party gang band company cast congregation class choir gate haul stock
    collection field entry jury panel convoy force garrison
    """
)
# Persons by other words than those that only count them: who lives, learns, works or answers somewhere.
_PERSONS = wordlist(
    """
    household home reader reply response respondent signature subscriber user customer tenant homeowner owner buyer
    employee learner pupil runner entrant competitor participant attendee spectator walker rider swimmer visitor caller
    viewer listener signatory shareholder investor borrower claimant voter elector backer supporter member name robber
    intruder attacker raider thief burglar colleague neighbour neighbor friend evacuee commuter motorist miner farmer artist
    actor actress dancer singer musician performer cast
    speaker listener descendant relative mourner donor contributor sponsor campaigner protester protestor demonstrator
    marcher striker picket petitioner objector complainant applicant candidate nominee delegate councillor councilor
    legislator lawmaker senator representative deputy minister juror judge magistrate lawyer prosecutor inspector
    detective constable sailor crewman crewmember crew pilot captain paratrooper marine conscript recruit veteran
    engineer technician builder labourer laborer electrician plumber trader shopkeeper stallholder exhibitor vendor
    retailer grower breeder fisherman lecturer tutor academic scientist researcher author writer poet novelist
    historian architect designer sculptor photographer filmmaker curator librarian archivist conductor chorister
    drummer guitarist athlete cyclist sprinter climber hiker rambler golfer bowler batsman footballer wrestler
    boxer jockey rower sailor skier skater fan follower holidaymaker tourist traveller traveler pilgrim guest
    camper diner shopper consumer client cardholder account-holder policyholder leaseholder freeholder landlord
    homebuyer pensioner retiree widow widower orphan newborn infant toddler teen youngster adolescent adult
    carer caregiver nurse midwife doctor surgeon physician consultant dentist pharmacist paramedic therapist
    volunteer trustee governor director manager executive officer clerk secretary receptionist cleaner cook chef
    waiter waitress bartender driver conductor porter guard warden ranger lifeguard rescuer firefighter fireman
    survivor casualty fatality victim hostage captive prisoner inmate detainee defendant suspect offender
    smuggler trafficker gunman attacker militant rebel fighter insurgent refugee migrant immigrant emigrant
    asylum-seeker islander villager townsfolk citizen resident inhabitant local
    crowd audience attendance turnout workforce population membership squad party gang band company congregation class
    choir gate jury panel
    """
)
# What the words around an amount make of it.
_FRAMES: Mapping[str, frozenset[str]] = {
    "capacity": wordlist("capacity limit limits limited maximum minimum target targets needed required requires seats room allowed quorum threshold goal cap ceiling holds seating needs"),
    "planned": wordlist("plan plans planned planning proposed proposal expected expects forecast budget budgeted estimate estimated would will could may might if should hopes hoped aims wants"),
    "earlier": wordlist("last previous previously earlier ago before former since originally initially compared against versus than from was had once old"),
    "more": wordlist("more other others another further additional extra remaining rest including includes besides new only just first second third"),
    "rate": wordlist("per each every average annually daily weekly monthly yearly apiece hourly median typical"),
    "record": wordlist("record largest biggest highest lowest smallest worst best most least top"),
    "part": wordlist("them whom those which half among part"),
    "moved": wordlist("up down rose fell rise fall increase increased grew cut dropped drop gained lost added raised reduced jump by"),
}  # fmt: skip
_FRAMES_OF = {
    word: tuple(name for name, listed in _FRAMES.items() if word in listed)
    for word in frozenset().union(*_FRAMES.values())
}
_PARTS = frozenset("most some many several few none any each all either half part member members".split())
_RATED = frozenset(
    "day week month year hour minute person head night game seat share mile acre tonne ton unit pupil household pass ticket".split()
)


class Amount(Row):
    """A number as the story tells it.

    `unit` is what may be compared with it: “count” for what is counted in things, else the sign or the unit. `head` is the
    noun that is counted, in the singular, or "". `close` are stems of the content words beside it, `frames` what the words
    around it make of it: a limit, a plan, a rate. `names` are the words with capitals beside it. `compound` is “12-inch”. `determiner` is “the”, “its”, “all” … where the amount is spoken of as known.
    `block` is the number of the block it stands in.
    """

    quantity: Quantity
    unit: str
    head: str
    persons: bool
    close: frozenset[str]
    determiner: str
    frames: frozenset[str]
    names: frozenset[str]
    compound: bool
    quoted: bool
    sentence: Sentence
    role: Role
    block: int

    @property
    def span(self) -> Span:
        return self.quantity.span

    @property
    def value(self) -> float:
        return self.quantity.value

    @property
    def figures(self) -> str:
        """The digits as printed, without point and scale."""
        numeral = self.quantity.numeral
        return f"{numeral.value / numeral.scale:.10g}".replace(".", "")

    @property
    def has_figures(self) -> bool:
        """Whether two of its figures can be turned: it's printed in some, or in words for them, as forty-six is."""
        numeral = self.quantity.numeral
        return not numeral.spelled or (numeral.value > _IN_ONE_WORD and not numeral.fraction)


@analysis
def amounts(document: Document) -> tuple[Amount, ...]:
    """Every amount of the story's own blocks, in order; years, dates, times of day, ages and labels are none."""
    found: list[Amount] = []
    timed = {at for clock in clocks(document) for at in range(*clock.span)}
    starts = [block.start for block in document.blocks]
    inside = [quote.span for quote in quotes(document)]
    opened = [span.start for span in inside]
    last: Quantity | None = None
    for quantity in quantities(document):
        aged = _is_aged(document, last, quantity)
        last = quantity if quantity.kind is Kind.AGE or aged else None
        if (
            aged
            or quantity.span.start in timed
            or _is_label(document.text, quantity)
            or _is_hour(document, quantity)
            or (quantity.kind not in _KINDS and not _is_score(document, quantity))
        ):
            continue
        sentence = sentence_at(document, quantity.span.start)
        number = bisect_right(starts, quantity.span.start) - 1
        if sentence is None or sentence.end - sentence.start > _LONGEST:
            continue
        at = bisect_right(opened, quantity.span.start) - 1
        quoted = at >= 0 and quantity.span.start < inside[at].end
        found.append(_amount(document, quantity, sentence, number, quoted, found[-1] if found else None))
    return tuple(found)


def _is_aged(document: Document, before: Quantity | None, quantity: Quantity) -> bool:
    """Whether the number is an age because the one before it is: “ages 30 to 49”; or by the words around it: “65 and older”, “an engineer of 41”."""
    text, span = document.text, quantity.span
    in_reach = quantity.kind is Kind.COUNT and _AGES[0] <= quantity.value <= _AGES[1]
    alone = in_reach and _NO_NOUN.match(text, span.end) is not None
    if quantity.hedge in (Hedge.OVER, Hedge.UNDER) and _UNDER_FORTY.search(text, max(0, span.start - 40), span.start):
        return alone
    if alone and _is_age_of(document, quantity):
        return True
    if compiled(r" (?:and|or) (?:older|over|under|younger|above)\b").match(text, span.end):
        return True
    gap = text[before.span.end : span.start] if before and span.start - before.span.end < 8 else ""
    return gap in (" to ", " and ", "-", "–", ", ", " or ")


def _is_age_of(document: Document, quantity: Quantity) -> bool:
    """Whether the words before a number, in its sentence, say that somebody is so old."""
    text, end, sentence = document.text, quantity.start, sentence_at(document, quantity.span.start)
    somebody = _SOMEBODY_OF.search(text, max(0, end - 40), end)
    if somebody and somebody["who"] not in KIN:  # “a mother of twelve”
        return is_person(somebody["who"]) or somebody["who"] in _PERSONS
    if sentence is None:
        return False
    dated = _SHE_WAS.search(text, sentence.start, end)
    told = dated is not None and (dated["turned"] is not None or text.startswith(" when ", quantity.span.end))
    return told or _AGE_IS.search(text, sentence.start, end) is not None


def _is_label(text: str, quantity: Quantity) -> bool:
    """“CVE-2022-26134”, “F-16”: what a hyphen joins to a sign counts nothing."""
    start = quantity.span.start
    before = text[max(0, start - 2) : start]
    return quantity.kind is Kind.COUNT and before[1:] == "-" and (before[0].isdigit() or before[0].isupper())


def _is_hour(document: Document, quantity: Quantity) -> bool:
    """“10.45 More schools to close”: of an entry of a live page, which begins with it."""
    block = document.block_at(quantity.span.start) if quantity.kind is Kind.COUNT and quantity.value % 1 else None
    heads = block is not None and block.start == quantity.span.start and block.role is not Role.TABLE_CELL
    return heads and _HOUR.match(document.text, quantity.span.start) is not None


def _is_score(document: Document, quantity: Quantity) -> bool:
    plain = quantity.kind is Kind.OTHER and quantity.unit == "" and bool(_SCORE.match(document[quantity.span]))
    return plain and document.text[quantity.span.end : quantity.span.end + 1] not in ("-", "–")  # 06-13-66 is a date


def _amount(
    document: Document, quantity: Quantity, sentence: Sentence, number: int, quoted: bool, before: Amount | None
) -> Amount:
    text, low = document.text, lowered(document)
    texts, starts = words(document)
    first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
    at, behind = bisect_left(starts, quantity.start), bisect_left(starts, quantity.span.end)
    head = _head(text, quantity, sentence)
    unit = _unit(text, quantity, head, before, sentence)
    left = islice(filter(_is_content, reversed(low[max(first, at - 12) : at])), _BEFORE)
    right = islice(filter(_is_content, low[behind : min(last, behind + 9)]), _BEHIND)
    return Amount(
        quantity,
        unit,
        head,
        unit == "count" and (is_person(head) or head in _PERSONS),
        frozenset(stem(word) for word in (*left, *right)),
        _determiner(low[max(first, at - 4) : at]),
        _frames(low[max(first, at - _FRAME) : at], low[behind : min(last, behind + _FRAME)]),
        _names(texts[max(first + 1, at - _FRAME) : at] + texts[behind : min(last, behind + _FRAME)]),
        text[quantity.span.end : quantity.span.end + 1] in ("-", "‑")
        or "-" in text[quantity.numeral.end : quantity.span.end],
        quoted,
        sentence,
        document.blocks[number].role,
        number,
    )


def _head(text: str, quantity: Quantity, sentence: Sentence) -> str:
    """The noun that is counted; behind a hyphen its own: a “28-save performance” is of saves, and a “staff of six” of staff."""
    if quantity.kind is not Kind.COUNT:
        return ""
    compound = compiled(r"[-‑]([A-Za-z]{3,})").match(text, quantity.span.end)
    if compound:
        return singular(compound[1])
    noun = counted(text, quantity.span.end, sentence.end).noun
    ahead = text[max(sentence.start, quantity.start - 20) : quantity.start].lower().split()[-2:]
    collective = len(ahead) == 2 and ahead[1] == "of" and ahead[0] in NAMERS
    return noun or (singular(ahead[0]) if collective else "")


def _unit(text: str, quantity: Quantity, head: str, before: Amount | None, sentence: Sentence) -> str:
    """What the amount is measured in."""
    if quantity.kind is Kind.OTHER:
        return "score"
    if quantity.kind is not Kind.COUNT:
        return quantity.unit or quantity.kind.value
    if not head and before is not None and _is_listed(text, before, quantity, sentence):
        return before.unit
    return "count"


def _is_listed(text: str, before: Amount, quantity: Quantity, sentence: Sentence) -> bool:
    """Whether a bare number goes on with measures of its sentence: “Ayle made 940 tonnes, Borth 580 and Cray 460”, “from 940 tonnes to 580”."""
    if before.unit in ("count", "score") or before.compound or before.sentence != sentence:
        return False
    gap = text[before.span.end : quantity.start]
    ahead = text[max(sentence.start, before.quantity.start - 16) : before.quantity.start]
    led = _LEADS.fullmatch(gap) and _FROM.search(ahead)
    alike = not quantity.numeral.spelled and 1 / ALIKE <= quantity.value / max(before.value, 1e-9) <= ALIKE
    if before.unit == "%":
        ways = {*ahead.lower().split()[-1:], *gap.split()[-1:]}  # “from 19 per cent to 27”
        both = (
            gap == " to " and abs(before.value + quantity.value - _WHOLE) < before.quantity.numeral.step
        )  # “50.5 per cent to 49.5”
        return bool(both or (led and ways == {"from", "to"}) or (alike and _HELD.fullmatch(gap)))
    if led:
        return True
    if before.quantity.kind not in (Kind.MEASURE, Kind.COUNT):
        return False
    listed, on = _LISTED.fullmatch(gap), _LISTED_ON.match(text, quantity.span.end)
    if listed and on and (":" in gap or listed["link"] in (None, on["link"])):
        return True
    return alike and _GOES_ON.fullmatch(gap) is not None and _GONE_ON.match(text, quantity.span.end) is not None


def _names(near: list[str]) -> frozenset[str]:
    return frozenset(stem(word.lower()) for word in near if word[0].isupper() and len(word) > 1)


def _is_content(word: str) -> bool:
    return len(word) > 2 and word not in FUNCTION and word not in NUMBERS and not word[0].isdigit()


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """What a word has in common with its inflections."""
    return singular(word.removesuffix("’s").removesuffix("'s"))[:STEM]


def _determiner(before: list[str]) -> str:
    """The word that makes the amount a known one, or ""."""
    if not before:
        return ""
    word = before[-1]
    if word in _DEFINITE:
        return word
    owner = word.removesuffix("'s").removesuffix("’s")
    if owner not in FUNCTION and (owner != word or word.endswith(("s’", "s'"))):
        return "’s"  # but “There’s $4m”
    if word == "of" and len(before) > 1 and before[-2] in NAMERS:
        return "of"
    return ""


def _frames(left: list[str], right: list[str]) -> frozenset[str]:
    partitive = left[-2:-1] == ["of"] and left[-1] in _DEFINITE
    around = {*(left[-1:] if partitive else left), *right}  # “the rest of our 46”: the rest isn't the 46
    found = {name for word in around for name in _FRAMES_OF.get(word, ())}
    if partitive and left[-3:-2] and (left[-3] in NUMBERS or left[-3] in _PARTS or left[-3].isdigit()):
        found.add("one-of")
    if len(right) > 1 and right[0] in ("a", "an") and right[1] in _RATED:
        found.add("rate")
    if right[:1] == ["of"] and right[1:2] not in (["a"], ["an"]):
        found.add("part")
    return frozenset(found)


@analysis
def support(document: Document) -> Counter[tuple[str, float]]:
    """How often each value stands in the story, by its unit; a range stands for both its ends."""
    times: Counter[tuple[str, float]] = Counter()
    for amount in amounts(document):
        times[amount.unit, amount.value] += 1
        if amount.quantity.top != amount.value and amount.unit != "score":
            times[amount.unit, amount.quantity.top] += 1
    return times


def meets(one: Amount, other: Amount) -> bool:
    """Whether both may stand for one true value, as printed, rounded and hedged."""
    a, b = one.quantity, other.quantity
    if one.unit == "score":
        return {a.value, a.top} == {b.value, b.top}
    return agree(a, b)


def addable(amount: Amount) -> bool:
    """Whether the amount can be a part or a whole; what says how long a run was (“a 38-yard run”) is its own."""
    measured = amount.compound and amount.quantity.kind is Kind.MEASURE
    return amount.quantity.kind in _ADDED and amount.value > 0 and not measured
