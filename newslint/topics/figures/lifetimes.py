"""Lives: a birth, a later year and the age that the copy gives for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.bearers import KIN
from newslint.story.dates import DateReference, moments
from newslint.story.publication import publication
from newslint.story.quantity import Hedge, Kind, Quantity
from newslint.text.sentences import sentence_at
from newslint.topics.figures.deaths import Death, deaths
from newslint.topics.figures.patterns import Skeleton, pattern, skeletons


class Life(Row):
    """A birth, a later event (a death, mostly) and the age in years that the copy gives for it.

    `least` and `most` are the ages that the two years leave. `sure` is from 0 to 1.
    """

    born: Span
    later: Span
    age: Span
    said: float
    least: int
    most: int
    sure: float = 0.9


_BORN = r"(?<![\w-])born\b[^\ue000-\uf8ff.;]{0,60}<year>"
_DIED = r"\b(?:died|dies|was killed|were killed|killed|passed away)\b"
_AT_AGE = r"(?:aged|at the age of|at age|at|age) (?:just |only )?([\ue000\ue006])(?!-| (?!in|on|after|from|of|at|following|when|while|as)[a-z])"
_QUIET = r"[^\ue000-\uf8ff.;]"
# Two years and an age in one sentence, in any order: the earlier year is that of the birth.
_FORMS = (
    rf"(?<![\w-])born\b[^\ue005.;]{{0,60}}<year>[^\ue005.;]{{0,90}}\b(?:died|dies|killed|death|dead|passed away)\b[^\ue005.;]{{0,60}}<year>{_QUIET}{{0,40}}\b{_AT_AGE}",
    rf"(?<![\w-])born\b[^\ue005.;]{{0,60}}<year>[^\ue005.;]{{0,90}}\b(?:died|dies|killed|passed away)\b{_QUIET}{{0,20}},? {_AT_AGE},?{_QUIET}{{0,12}} in <year>",
    rf"\(<year>(?:-|–| to )<year>\){_QUIET}{{0,100}}\b(?:died|dies|dead|death|passed away)\b{_QUIET}{{0,30}}{_AT_AGE}",
    rf"{_BORN}{_QUIET}{{0,60}}\b(?:he|she|I|who)\b{_QUIET}{{0,40}} in <year>,?{_QUIET}{{0,4}} (?:aged|at the age of|at age) ([\ue000\ue006])",
    rf"{_BORN}{_QUIET}{{0,30}}(?:\b(?:he|she|I|who)|(?<=\ue005),) was (?:just |only )?([\ue000\ue006]) when (?:he|she|I)\b{_QUIET}{{0,60}} in <year>",
)
_TURNS = (
    rf"{_BORN}{_QUIET}{{0,60}}\b(?:turns|will turn|turned) ([\ue000\ue006]) in <year>",
    rf"\b(?:turns|will turn|turned) ([\ue000\ue006]) in <year>{_QUIET}{{0,60}}\bborn in <year>",
)
_TURNS_NOW = (
    rf"\b(?:turns|will turn) ([\ue000\ue006]){_QUIET}{{0,4}} (?:this year|on|next month|this month){_QUIET}{{0,60}}(?<![\w-])born\b{_QUIET}{{0,40}} <year>",
    rf"{_BORN}{_QUIET}{{0,60}}\b(?:turns|will turn) ([\ue000\ue006]) (?:this year|on|next month|this month)\b",
)
_KIN = rf"(?i)\b(?:(?:his|her|their|whose|the|an?|\w+['’]s) (?:[a-z-]+ ){{0,2}}{KIN})\b"
_OTHER_NAME = r"\b(?:Mr|Mrs|Ms|Dr|Sir|Lady|Lord)\b|[A-Z][a-z]+ [A-Z][a-z]+"
# Another person comes in: “(1920-1990) taught Ann Moor, who died”, “and Ben Hill died”.
_STRANGER = r"\A\([^)]*\).*\bwho\b|(?<!, )\b[A-Z][a-z]+ [A-Z][a-z]+,? (?:who )?(?:died|was killed|passed away)\b"
# Nobody has been older.
_OLDEST = 122
_REACH = 70
_NO_LIFE = r"(?i)\bborn (?:again|out|of|free)\b"


@analysis
def lives(document: Document) -> tuple[Life, ...]:
    """Every birth that stands with a later year and an age: in one sentence, or of one person told nowhere else."""
    text = document.text
    if "born" not in text and "Born" not in text and "died" not in text and "dead" not in text:
        return ()
    found = {life.age: life for sentence in skeletons(document) for life in _in_sentence(document, sentence)}
    for life in _of_one_person(document):
        if life.age not in found or life.least == life.most:
            found[life.age] = life
    return tuple(found.values())


def _in_sentence(document: Document, sentence: Skeleton) -> Iterator[Life]:
    if not any(quantity.kind is Kind.YEAR for quantity in sentence.quantities):
        return
    for forms, spread in ((_FORMS, (-1, 0)), (_TURNS, (-1, 1))):
        for form in forms:
            for match in pattern(form).finditer(sentence.text):
                signs = [sentence.at[match.start(group)] for group in (1, 2, 3)]
                yield from _life(signs, spread, match[0])
    own = publication(document)
    for form in _TURNS_NOW if own and own.year else ():
        for match in pattern(form).finditer(sentence.text):
            born, age = sorted(
                (sentence.at[match.start(group)] for group in (1, 2)), key=lambda sign: sign.kind is not Kind.YEAR
            )
            true = (own.year or 0) - int(born.value) if own else 0
            if own and age.kind is not Kind.YEAR and not compiled(_KIN).search(match[0]):
                yield Life(born.span, own.span, age.span, age.value, true - 1, true + 1)


def _life(signs: list[Quantity], spread: tuple[int, int], copy: str) -> Iterator[Life]:
    years = sorted((sign for sign in signs if sign.kind is Kind.YEAR), key=lambda year: year.value)
    others = [sign for sign in signs if sign.kind is not Kind.YEAR]
    if len(years) != 2 or len(others) != 1 or others[0].hedge is not Hedge.NONE or compiled(_KIN).search(copy):
        return
    true = int(years[1].value - years[0].value)
    if not 0 < true < _OLDEST or (not copy.startswith("Born") and compiled(_STRANGER).search(copy)):
        return
    least, most = true + spread[0], true + spread[1]
    yield Life(years[0].span, years[1].span, others[0].span, others[0].value, least, most)


def _of_one_person(document: Document) -> Iterator[Life]:
    """A birth and a death by their dates, where the story tells no other birth and no other death with an age."""
    told = deaths(document)
    if len(told) != 1:
        return
    birth = _of_a_life(document, told[0]) or _birth(document)
    if birth is not None and _are_of_one(document, birth, told[0]):
        most = (told[0].date.year or 0) - (birth.year or 0)
        least = most - 1
        if birth.full and told[0].date.full:  # to the day
            had = (birth.month, birth.day) <= (told[0].date.month, told[0].date.day)
            least = most = most if had else most - 1
        if 0 < most < _OLDEST:
            yield Life(birth.span, told[0].date.span, told[0].age, told[0].said, least, most, 0.75)


def _of_a_life(document: Document, death: Death) -> DateReference | None:
    """The first year of “(1931-2001)”."""
    led = compiled(r"\((?:1\d\d\d|20\d\d)(?:-|–| to )\Z").search(
        document.text, max(0, death.date.span.start - 14), death.date.span.start
    )
    if led is None:
        return None
    return next((moment for moment in moments(document) if moment.span.start == led.start() + 1), None)


def _birth(document: Document) -> DateReference | None:
    """The date of the story’s one birth, where it stands right behind, or no farther than a place of birth."""
    text = document.text
    if len(compiled(r"\b[Bb]orn\b").findall(text)) != 1 or compiled(_NO_LIFE).search(text):
        return None
    for moment in moments(document):
        before = document.text[max(0, moment.span.start - _REACH) : moment.span.start]
        if moment.year and compiled(r"(?<![\w-])[Bb]orn\b[^\d.;]*\Z").search(before):
            return moment
    return None


def _are_of_one(document: Document, birth: DateReference, death: Death) -> bool:
    """Whether the same sentence tells both, or names say that both are of one person."""
    sentence, home = death.sentence, sentence_at(document, birth.span.start)
    if home is None or compiled(_KIN).search(document[home.span]):
        return False
    if home.start == sentence.start:
        stranger = compiled(r"(?<!, )\b[A-Z][a-z]+ [A-Z][a-z]+,? (?:who )?\Z")
        begun = document.text.startswith("Born", sentence.start)  # “Born in 1950, Ann Moor died”
        return begun or birth.span.start > death.at or not stranger.search(document.text, birth.span.end, death.at)
    follows = not document.text[sentence.end : max(sentence.end, home.start)].strip() and home.start > sentence.start
    if follows and compiled(r"(?:He|She) was born\b").match(document.text, home.start):
        return True
    before = document.text[sentence.start : death.at]
    name = _last_name(document[home.span])
    bearer = re.compile(rf"(?:([A-Z][\w’'-]+) )?\b{re.escape(name)}\b").search(before) if name else None
    if bearer is not None:
        return not bearer[1] or bearer[1] in document[home.span]
    block = document.block_at(sentence.start)
    pronoun = compiled(r"\b(?:[Hh]e|[Ss]he)\b[^,;]{0,30}\Z").search(before)
    between = document.text[home.end : death.at]
    return bool(block and pronoun and block.span.holds(home.span) and not compiled(_OTHER_NAME).search(between))


def _last_name(copy: str) -> str:
    """The last word of the name that stands before “born”."""
    before = compiled(r"\b[Bb]orn\b").split(copy)[0]
    names = compiled(r"\b[A-Z][\w’'-]+(?=[, (]|’s|'s)").findall(before)
    return str(names[-1]) if names else ""
