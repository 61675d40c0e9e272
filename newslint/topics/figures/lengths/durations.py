"""Intervals: two years and how long before or after the one the other is said to be: “50 years later, in 1961”."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.dates import DateReference, bare_years, dates_within, publication
from newslint.story.quantities import quantities
from newslint.story.quantity import Hedge, Kind, Quantity
from newslint.text.quotations import in_quotation
from newslint.text.sentences import Sentence, sentence_at
from newslint.topics.figures.patterns import Skeleton, pattern, skeletons

_LATER = compiled(r" later,? (?:in|by) (?:[A-Z][a-z]+ )?\Z")
# “For 20 years after that, until she retired in”: it takes up the year told last, in whatever sentence.
_FROM_THEN = compiled(
    r" (?:after that|from then(?: on)?|thereafter|afterwards?|after this|from that (?:day|year|time)(?: on)?)[ ,][^.;:\d]{0,40}?\b(?:until|till|to|before|up to) [^.;:\d]{0,40}?\b(?:in )?(?:[A-Z][a-z]+ )?\Z"
)
_TO_THE_END = compiled(
    r" (?:after that|from then(?: on)?|thereafter|afterwards?),? (?:until|till|to) (?:[A-Z][a-z]+ )?\Z"
)
# “after it was built in”: five words at most, and no clause within the clause.
_WHAT = r"(?!the age)(?:[\w’'-]+ ){1,5}?(?:in|of) (?:[A-Z][a-z]+ )?"
_AFTER = compiled(rf" after {_WHAT}\Z")
_SINCE = compiled(rf" since {_WHAT}\Z")
_AGO = compiled(r" ago,? in (?:[A-Z][a-z]+ )?\Z")
_CLAUSE = compiled(r" (?:after|since) (?:[\w’'-]+ )+(?:he|she|it|they|I|we|that|which|who|whom|when|where) ")
_ENDS = compiled(r"\s?[,.;:)!?–—]|\s*\Z|\s(?:and|but|when|while)\b")
_NEAR = 120
_BACK = 200  # letters in which the year stands that “after that” counts from


class Interval(Row):
    """From the year `first` (at `start`) to the year `last` (at `end`) the copy says it is `length`."""

    first: int
    last: int
    start: Span
    end: Span
    length: Quantity


@analysis
def intervals(document: Document) -> tuple[Interval, ...]:
    """Every pair of years that stands with the years between them as “later”, “after”, “since” or “ago”."""
    text = document.text
    if (
        "years later" not in text
        and "years after" not in text
        and "years since" not in text
        and "years ago" not in text
        and "years from" not in text
        and "years thereafter" not in text
    ):
        return ()
    found: list[Interval] = []
    for length in quantities(document):
        if length.kind is Kind.TIME and length.unit == "year" and length.hedge is Hedge.NONE and length.value > 1:
            sentence = sentence_at(document, length.span.start)
            if sentence is not None and not in_quotation(document, length.span.start):
                found.extend(_of(document, length, sentence))
    return tuple(found)


def _of(document: Document, length: Quantity, sentence: Sentence) -> Iterator[Interval]:
    years = years_within(document, sentence)
    before = [year for year in years if year.span.end <= length.span.start]
    behind = years[len(before) :]
    if not behind:
        if before and _ends_in(document, before[-1], length):
            yield from _from_the_one(document, sentence, before[:-1], before[-1], length)
        return
    gap = document.text[length.span.end : behind[0].span.start]
    if len(gap) > _NEAR:
        return
    if _LATER.match(gap):
        if len(behind) == 1:
            yield from _from_the_one(document, sentence, before, behind[0], length)
    elif _FROM_THEN.match(gap) or _TO_THE_END.match(gap):
        begun = before[-1:] or _told_last(document, sentence)
        if len(behind) == 1 and begun:
            yield from _interval(begun[0], behind[0], length)
    elif _AFTER.match(gap) and not _CLAUSE.match(gap):
        yield from _after(document, length, before, behind)
    else:
        yield from _till_now(document, length, behind[0], gap)


def _from_the_one(
    document: Document, sentence: Sentence, before: list[DateReference], last: DateReference, length: Quantity
) -> Iterator[Interval]:
    """To `last` from the one year before it, in the sentence or else in the one before."""
    begun = before or _of_the_sentence_before(document, sentence)
    if len(begun) == 1:
        yield from _interval(begun[0], last, length)


def _after(
    document: Document, length: Quantity, before: list[DateReference], behind: list[DateReference]
) -> Iterator[Interval]:
    """“In 1951, 20 years after it began in 1931”, “20 years after it began in 1931, it ended in 1951”."""
    begun = behind[0]
    if len(before) == 1 == len(behind) and length.start - before[0].span.end < 40:
        if _ENDS.match(document.text, begun.span.end):
            yield from _interval(begun, before[0], length)
    elif not before and len(behind) == 2:
        then = document.text[begun.span.end : behind[1].span.start]
        if compiled(r", [^.;,:]{3,60}\bin \Z").match(then):
            yield from _interval(begun, behind[1], length)


def _ends_in(document: Document, last: DateReference, length: Quantity) -> bool:
    """“…founded in 1931 and closed in 1951, 20 years later.”"""
    gap = document.text[last.span.end : length.start]
    return gap in (", ", " – ", " — ") and bool(
        compiled(r" later\s*(?:[.;:,)]|\Z)").match(document.text, length.span.end)
    )


def _till_now(document: Document, length: Quantity, year: DateReference, gap: str) -> Iterator[Interval]:
    """“50 years since the flood of 1968”, “50 years ago, in 1968”, in a draft that bears its date."""
    own = publication(document)
    if own is not None and own.year and (_AGO.match(gap) or (_SINCE.match(gap) and not _CLAUSE.match(gap))):
        yield from _interval(year, own, length)


def _interval(first: DateReference, last: DateReference, length: Quantity) -> Iterator[Interval]:
    if first.year and last.year:
        yield Interval(first.year, last.year, first.span, last.span, length)


def _told_last(document: Document, sentence: Sentence) -> list[DateReference]:
    """The year told last, where it's in the few sentences before and nothing but a season or a month stands with it."""
    start = max(0, sentence.start - _BACK)
    return [year for year in dates_within(document, Span(start, sentence.start)) if year.year][-1:]


def _of_the_sentence_before(document: Document, sentence: Sentence) -> list[DateReference]:
    earlier = sentence_at(document, max(0, sentence.start - 2))
    if earlier is None or earlier.start == sentence.start:
        return []
    if document.block_at(earlier.start) != document.block_at(sentence.start):
        return []
    return years_within(document, earlier)


@analysis
def _starts(document: Document) -> list[int]:
    return [year.span.start for year in bare_years(document)]


def years_within(document: Document, sentence: Sentence) -> list[DateReference]:
    """The years of `sentence`."""
    starts = _starts(document)
    return list(bare_years(document)[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)])


_BEGAN = compiled(
    r"\b(?:[Ff]ounded|[Oo]pened|[Ee]stablished|[Bb]uilt|[Bb]egan|[Ss]tarted|[Cc]reated|[Ll]aunched|[Ff]ormed|[Mm]arried)"
    r"\b[^.;\d]{0,40}\bin \Z"
)
_MARKED = compiled(r"\b(?:celebrat|mark|observ)\w* (?:its|the|their) \Z")
_IN = compiled(r"(?:st|nd|rd|th)? (?:\w+ )?anniversary in ")
_NOW = compiled(r"(?:st|nd|rd|th)? (?:\w+ )?anniversary (?:this year|this month|this week|on [A-Z])")


@analysis
def anniversaries(document: Document) -> tuple[Interval, ...]:
    """“Founded in 1931, it marked its 50th anniversary in 1981”: with both years in one sentence, or in the draft’s own."""
    if " anniversary" not in document.text:
        return ()
    ordinals = [quantity for quantity in quantities(document) if quantity.kind is Kind.ORDINAL]
    return tuple(found for ordinal in ordinals for found in _of_anniversary(document, ordinal))


def _of_anniversary(document: Document, ordinal: Quantity) -> Iterator[Interval]:
    text, (start, end) = document.text, ordinal.span
    sentence = sentence_at(document, start)
    if sentence is None or not _MARKED.search(text[max(sentence.start, start - 30) : start]):
        return
    years = years_within(document, sentence)
    begun = [year for year in years if _BEGAN.search(text[max(sentence.start, year.span.start - 60) : year.span.start])]
    if len(begun) != 1 or len(years) > 2:
        return
    last = _counted_in(document, end, [year for year in years if year is not begun[0]])
    if last is not None and last.year and begun[0].year:
        yield Interval(begun[0].year, last.year, begun[0].span, last.span, ordinal)


def _counted_in(document: Document, end: int, others: list[DateReference]) -> DateReference | None:
    """The year of an anniversary whose number ends at `end`."""
    if others:
        year = others[0]
        return year if year.span.start > end and _IN.fullmatch(document.text, end, year.span.start) else None
    return publication(document) if _NOW.match(document.text, end) else None


# What begins, and what is over.
OPENED = r"\b(?:found(?:ed)?|joined|began|begun|started|opened|took (?:office|over|up|power|charge)|elected|appointed|became|married|established|launched|moved|arrived|born|entered|signed|came|hired|formed|set up|created|inaugurated|introduced|built)\b"
CLOSED = r"\b(?:closed|left|retired|ended|stepped down|stood down|resigned|divorced|finished|quit|departed|separated|sold|dissolved|collapsed|returned|died|split)\b"
_FOR = r"(?:,| –| —|;)? ?(?:(?<=[,–—;] )over |(?:a|an) (?:period|span|stretch|stint|total|reign|tenure|run|career|time|spell|gap|interval) of |some |or |for |in all |a |a full |nearly |(?:lasting|spanning|covering|totall?ing|serving|spending|working|running|ruling|reigning|playing) (?:for )?(?:a total of )?|(?:he|she|it|they) (?:served|worked|spent|lived|ruled|ran|reigned|played|taught|led|remained|stayed)(?: [a-z]+)? (?:for )?)?"
_TO = r"(?: to | until | till | through | and |-|–|‑| up to | up until )(?:[a-z]+ ){0,2}?(?:[A-Z][a-z]+ )?"
_WITHIN = r"(?:late |early |mid-|the )?(?:[A-Z][a-z]+ )?"
_FORMS = (
    (rf"\b(?:from|between) {_WITHIN}<year>{_TO}<year>{_FOR}<time>", 0, 1, 2),
    (rf"\(<year>(?:-|–| to )<year>\){_FOR}<time>", 0, 1, 2),
    (rf"<time>(?:[- ][a-z'’]+){{0,5}}(?:, (?:which|that) (?:[a-z]+ ){{1,3}}from |,? from |,? between | [–—] from | [–—] between | \(){_WITHIN}<year>{_TO}<year>", 1, 2, 0),
    (rf"{OPENED}[^\ue000-\uf8ff.;]{{0,50}} in {_WITHIN}<year>[^\ue000-\uf8ff.;]{{0,40}}{CLOSED}[^\ue000-\uf8ff.;]{{0,30}} in {_WITHIN}<year>,? after <time>", 0, 1, 2),
)  # fmt: skip
_LENGTHS = {"year": 1.0, "decade": 10.0, "century": 100.0}


class Period(Row):
    """From the year `first` to the year `last`, said to be `length`, which is a number of years or decades.

    `whole` tells that the copy gives it as the length of all that time; else it may be a part of it (“ten years as chief”).
    """

    first: Quantity
    last: Quantity
    length: Quantity
    whole: bool

    @property
    def years(self) -> float:
        """The length that the copy gives, in years."""
        return self.length.value * _LENGTHS[self.length.unit]

    @property
    def exact(self) -> bool:
        """Whether the length is in years, not in decades or more."""
        return self.length.unit == "year"


@analysis
def periods(document: Document) -> tuple[Period, ...]:
    """Every pair of years that stands with the length of the time between them."""
    found = []
    for sentence in skeletons(document):
        kinds = [quantity.kind for quantity in sentence.quantities]
        if kinds.count(Kind.YEAR) >= 2 and Kind.TIME in kinds:
            found.extend(_in_sentence(document, sentence))
    return tuple(found)


def _in_sentence(document: Document, sentence: Skeleton) -> list[Period]:
    for template, first_at, last_at, length_at in _FORMS:
        for match in pattern(template).finditer(sentence.text):
            signs = [sentence.at[index] for index in range(match.start(), match.end()) if index in sentence.at]
            first, last, length = signs[first_at], signs[last_at], signs[length_at]
            behind = sentence.text[match.end() : match.end() + 12] if length_at == 2 else match[0][1:12]
            if length.unit in _LENGTHS and not _is_of_something_else(behind) and not _runs_on(match[0], length):
                named = "-" in document[length.span]  # “26-year reign”
                if length_at == 0 and not named and compiled(_OTHER_THING).match(match[0], 1):
                    continue
                before = sentence.text[: match.end() - 1] if length_at == 2 else match[0][1:]
                behind = sentence.text[match.end() :]
                whole = _ends_whole(before, behind) if length_at == 2 else named or _leads_whole(before)
                return [Period(first, last, length, whole)]
    return []


def _runs_on(form: str, length: Quantity) -> bool:
    """“Debt due from 1986 to 1987 over ten years”, where no comma says that the length is that of what is before it."""
    return length.hedge is Hedge.OVER and bool(compiled(r"[\ue000-\uf8ff] [\ue000-\uf8ff]\Z").search(form))


# “…, a period of ten years”, “…, a 10-year reign”, “… after ten years”, “…, ten years in all.”
_WHOLE_BEFORE = r"(?i)\b(?:(?:period|span|stretch|total|interval|gap) of|lasting|spanning|covering|totall?ing|after|in all|a full) \Z"
_WHOLE_BEHIND = r"(?i)(?:(?:-| )?[a-z]+){0,1}(?: in all| altogether| in total| all told)?\s*(?:[.,;:)!?”\"–—]|\Z)"
_SERVING = r"(?i)\b(?:\w+ing|served|worked|spent|lived|played|taught|led|for) (?:for )?\Z"
# “write off over ten years losses made between 1984 and 1992”; but “ten years there”, “ten years as mayor”
_OTHER_THING = r" (?!(?:there|here|as|in|at|on|with|abroad|away|together|from|between|which|that)\b)[a-z'’]"
# “ten years at a firm that he owned from 1980 to 2000”
_OTHER_CLAUSE = (
    r"(?i)\b(?:he|she|it|they|who|which|that|where|when|after|before|was|were|had|been|of|whose|ago|later)\b"
)


def _ends_whole(before: str, behind: str) -> bool:
    """Whether a length behind its years is that of all of them: nothing narrows it."""
    if compiled(_WHOLE_BEFORE).search(before):
        return True
    return bool(compiled(_WHOLE_BEHIND).match(behind)) and not compiled(_SERVING).search(before)


def _leads_whole(between: str) -> bool:
    """Whether a length ahead of its years is that of all of them; `between` is what stands from it to the last year."""
    words, parted, _ = between.partition("from ")
    if not parted:
        words, parted, _ = between.partition("(")
    if not parted or compiled(_OTHER_CLAUSE).search(words):
        return False
    return words.strip(" ,") == "" or "," in words or parted == "("


def _is_of_something_else(behind: str) -> bool:
    """“Three years ago”, “six years later”, “12 years in prison”, “a 30-year mortgage”, “two years longer than”."""
    return behind.lstrip(" -").startswith(
        ("ago", "later", "after", "before", "earlier", "older", "in prison", "of age", "in jail", "sentence", "mortgage", "bond", "warrant", "younger", "old",
        "longer", "shorter", "more", "fewer", "less", "too ", "short of", "ahead", "behind", "apart", "plan", "loan")
    )  # fmt: skip
