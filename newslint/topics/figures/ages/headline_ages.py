"""Misagings: an age of the display that the story gives otherwise: “dead at 900” above “He was 90.”"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.document import BODY, DISPLAY, Block, Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.dates import dates
from newslint.story.quantities import quantities, quantities_within
from newslint.story.quantity import Kind, Quantity
from newslint.text.prefilter import blocks_with_digits
from newslint.text.sentences import Sentence, sentence_at
from newslint.text.vocabulary import FUNCTION, KIN, KIN_IN_SINGULAR, alternatives, wordlist
from newslint.topics.figures.series import Misnumbering
from newslint.topics.figures.vicinity import are_near

_DIE = r"(?:dead|die[ds]?|dying|passe[ds] away|passing|death|killed)"
_AT = r"(?:at (?:the (?:ripe old )?age of |age )?|aged? |, )"
_END = r"(?=\W*\Z|[.,:;!?”\"’')]|\s*[–—|-]+\s| (?:on|in|today|this|next|after|as|and|with|but|while|from|following|of|at|by|for)\b)"
# The forms of an age, by what is said of it. Behind “turns” a number may count things: “turns 12 farms into parks”.
_DIES = (
    rf"(?i)\b{_DIE},? {_AT}(\d{{1,4}}){_END}",
    rf"(?i)\b{_DIE}\b[^.;!?\d]{{0,90}}\b(?:aged|at the age of|at age) (\d{{1,4}})\b",
)
_WAS = r"(?:(?<=[.!?”\"’'] )|(?:^|(?<=\n)))(?:He|She) was (?:just |only )?(\d{1,4})(?: years old)?(?=[.;!]|\Z)"
_TURNS = (
    rf"(?i)(?<!would have )(?<!would’ve )(?<!would've )\b(?:turn(?:s|ed|ing)?|celebrat(?:es|ed|ing) turning) (\d{{1,4}}){_END}",
    r"(?i)\b(?!(?:1[89]|20)\d\dth)(\d{1,4})(?:st|nd|rd|th) birthday\b",
)
_IS = (
    r"(?<![\d.,-])(\d{1,4})(?:-| )year(?:-| )olds?\b",
    r"(?i)\b(?:aged|at the age of|at age) (\d{1,4})\b(?! (?:to|and|or|years? and)\b)(?![-–]\d)",
    r"(?:[A-Z][^\W\d_]+|[Bb]oy|[Gg]irl|[Mm]an|[Ww]oman|[Tt]eenager|[Mm]other|[Ff]ather)(?:, | \(|,? aged )(\d{1,3})(?=,? ?[,)])(?!, \d)",
    r"\bI(?:[’']m| am) (\d{1,3})(?=[.,;!])",
    r"[A-Z][^\W\d_]+,? at (\d{1,3})(?=[,:]|\Z)",
)
_CHEAP = ("age", "old", "turn", "dea", "die", "dy", "pass", "kill", "birth", ", ", " at ")
# An age of another time, or of a kinsman.
_ASIDE = rf"(?i)\bwould(?:[’']ve| have)\b|\b(?:his|her|their|whose) (?:[a-z-]+ )?(?:{alternatives(KIN, ['partner', 'partners'])})\b"
_THEN = r"(?i)\b(?:when|then|who|since|until|till|before|started|began|joined|first|moved|married|left|won|made|wrote|in (?:1[89]|20)\d\d|early|debut|published)\b"
_KIN = rf"(?i)\b(?:{alternatives(KIN_IN_SINGULAR)})\b"
_NAME_BEFORE = compiled(r"\b[A-Z][\w’'-]+ ([A-Z][\w’'-]+), (?:aged )?\Z")
# How far into the story its person's own age is to be looked for, in characters.
_LEAD = 4000
_NO_NAMES = (FUNCTION - {"long", "may", "per", "will"}) | wordlist(  # these are names too
    """
    dead dies died turns turned star actor singer poet artist legend legendary king new uk age aged years old year
    dying says actress pioneer former famous acclaimed icon director writer author composer winner winning first last
    man woman boy girl
    """
)


class Stated(Row):
    """An age as it's given: `span` is the number's; `manner` is "dies", "turns" or "is"."""

    span: Span
    value: int
    manner: str
    sentence: Sentence


@analysis
def misagings(document: Document) -> tuple[Misnumbering, ...]:
    """Every age of the display that isn't in the story, where the story gives its person's age once, and otherwise."""
    blocks = tuple(blocks_with_digits(document))
    said = [age for block in blocks if block.role in DISPLAY for age in _stated(document, block)]
    if not said:
        return ()
    told = [age for block in blocks if block.role in BODY for age in _stated(document, block)]
    return tuple(found for age in said for found in _judged(document, age, told, _printed(document)))


def _printed(document: Document) -> list[Quantity]:
    """Every number of the story below its display, but for days."""
    days = {q.span.start for date in dates(document) if date.day for q in quantities_within(document, date.span)}
    found = (quantity for quantity in quantities(document) if quantity.span.start not in days)
    return [quantity for quantity in found if _is_told(document, quantity)]


def _is_told(document: Document, quantity: Quantity) -> bool:
    block = document.block_at(quantity.span.start)
    return block is not None and block.role not in DISPLAY


def _stated(document: Document, block: Block) -> list[Stated]:
    """The ages of `block` in order, each in the manner that says most."""
    text = document.text
    found: dict[int, Stated] = {}
    lower = text[block.start : block.end].lower()
    if not any(sign in lower for sign in _CHEAP) and " was " not in lower:
        return []
    for manner, forms in (("dies", (*_DIES, _WAS)), ("turns", _TURNS), ("is", _IS)):
        for form in forms:
            for match in compiled(form).finditer(text, block.start, block.end):
                sentence = sentence_at(document, match.start(1))
                if match.start(1) not in found and sentence is not None:
                    found[match.start(1)] = Stated(Span(*match.span(1)), int(match[1]), manner, sentence)
    return sorted(found.values())


def _judged(document: Document, said: Stated, told: list[Stated], story: Sequence[Quantity]) -> Iterator[Misnumbering]:
    if said.value < 1 or _is_in(said, told, story) or _has_year(document, said):
        return
    block = document.block_at(said.span.start)
    role = block.role if block else Role.HEADLINE
    rival = _own(document, said, told, strict=role is not Role.HEADLINE)
    if rival is not None and not _is_reckoned(said, rival, story):
        yield Misnumbering(said.span, role.value, document[rival.span], rival.span, 0.75)


def _is_in(said: Stated, told: list[Stated], story: Sequence[Quantity]) -> bool:
    """Whether the story has the age, or a number that may be it."""
    kinds = (Kind.AGE, Kind.COUNT, Kind.ORDINAL, Kind.TIME, Kind.OTHER)
    return any(age.value == said.value for age in told) or any(
        quantity.value == said.value and quantity.kind in kinds for quantity in story
    )


def _has_year(document: Document, said: Stated) -> bool:
    """“Moor in 1990, aged 40”."""
    text = document.text[said.sentence.start : said.sentence.end]
    return bool(compiled(r"\b(?:1[89]|20)\d\d\b").search(text))


def _own(document: Document, said: Stated, told: list[Stated], *, strict: bool) -> Stated | None:
    """The one age of the story that is its person's; None where there's none, or more than one."""
    start = min((block.start for block in document.copy if block.role in BODY), default=0)
    early = [age for age in told if age.span.start - start < _LEAD and not _is_aside(document, said, age)]
    names = _names(document[Span(said.sentence.start, said.sentence.end)])
    early = [age for age in early if not (names and _is_anothers(document, age, names))]
    namesakes = [age for age in early if names & _names(_context(document, age))]
    for group in (namesakes, early):
        for kindred in ([age for age in group if age.manner == said.manner], group):
            values = {age.value for age in kindred}
            if len(values) == 1 and _is_one(document, said, kindred[0], named=group is namesakes):
                return None if strict and (group is early or kindred is group) else kindred[0]
            if values:
                break
    return None


def _is_anothers(document: Document, age: Stated, names: set[str]) -> bool:
    """Whether it stands right behind the name of somebody else: “Ann Moor, 66”."""
    match = _NAME_BEFORE.search(document.text, age.sentence.start, age.span.start)
    return match is not None and match[1] not in names


def _is_one(document: Document, said: Stated, told: Stated, *, named: bool) -> bool:
    """Whether manner, name or size tell that both are of one person. A year's difference may be a birthday's."""
    if said.manner == told.manner and said.manner != "is":
        return True
    if abs(said.value - told.value) <= 1 and said.manner != told.manner:
        return False
    nouns = {_nouns(document, said.span), _nouns(document, told.span)} - {""}
    if len(nouns) > 1:
        return False
    return named or are_near(said.value, told.value) or _nouns(document, said.span) == _nouns(document, told.span) != ""


def _nouns(document: Document, age: Span) -> str:
    """“girl” of “15-year-old girl” and of “Girl, 15,”."""
    around = document.text[max(0, age.start - 14) : age.end + 24].lower()
    found = compiled(r"\b(?:boy|girl|man|woman|teenager|mother|father|pensioner|student|driver)\b").search(around)
    return found[0] if found else ""


def _context(document: Document, age: Stated) -> str:
    """The sentence of the age, and, where it has a mere “he” or “she”, the one before it."""
    text, sentence = document.text, age.sentence
    start = sentence.start
    if compiled(r"[“\"]?(?:He|She|His|Her|The)\b").match(text, start):
        before = sentence_at(document, max(0, start - 3))
        start = before.start if before else start
    return text[start : sentence.end]


def _is_aside(document: Document, said: Stated, told: Stated) -> bool:
    """An age of another time or of someone of the family: “joined at the age of 18”, “his wife died aged 60”."""
    text = document.text
    clause = text[max(told.sentence.start, told.span.start - 60) : told.span.start]
    behind = text[told.span.end : told.span.end + 40]
    if compiled(_ASIDE).search(clause) or (compiled(_KIN).search(clause) and told.manner != said.manner):
        return True
    if told.manner == "is" and not compiled(r"[- ]year").match(behind):
        return bool(compiled(_THEN).search(clause) or compiled(_THEN).search(behind.split(",")[0]))
    return bool(compiled(r"\W*(?:when|then|at the time|in (?:1[89]|20)\d\d)\b").match(behind))


def _names(text: str) -> set[str]:
    words = compiled(r"\b[A-Z][^\W\d_]{2,}").findall(text)
    return {word for word in words if word.lower() not in _NO_NAMES}


def _is_reckoned(said: Stated, told: Stated, story: Sequence[Quantity]) -> bool:
    """Whether two years of the story lie the display's age apart, as birth and death do, and not the story's."""
    years = {quantity.value for quantity in story if quantity.kind is Kind.YEAR}
    return any(one - other in (said.value, said.value + 1) for one in years for other in years) and not any(
        one - other == told.value for one in years for other in years
    )
