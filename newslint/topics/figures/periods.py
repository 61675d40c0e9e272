"""Periods: two years and how long the copy says it was from one to the other."""

from __future__ import annotations

from newslint.document import Document, analysis
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.quantity import Hedge, Kind, Quantity
from newslint.topics.figures.patterns import Skeleton, pattern, skeletons

_OPENED = r"\b(?:found(?:ed)?|joined|began|begun|started|opened|took (?:office|over|up|power|charge)|elected|appointed|became|married|established|launched|moved|arrived|born|entered|signed|came|hired|formed|set up|created|inaugurated|introduced|built)\b"
_CLOSED = r"\b(?:closed|left|retired|ended|stepped down|stood down|resigned|divorced|finished|quit|departed|separated|sold|dissolved|collapsed|returned|died|split)\b"
_FOR = r"(?:,| –| —|;)? ?(?:(?<=[,–—;] )over |(?:a|an) (?:period|span|stretch|stint|total|reign|tenure|run|career|time|spell|gap|interval) of |some |or |for |in all |a |a full |nearly |(?:lasting|spanning|covering|totall?ing|serving|spending|working|running|ruling|reigning|playing) (?:for )?(?:a total of )?|(?:he|she|it|they) (?:served|worked|spent|lived|ruled|ran|reigned|played|taught|led|remained|stayed)(?: [a-z]+)? (?:for )?)?"
_TO = r"(?: to | until | till | through | and |-|–|‑| up to | up until )(?:[a-z]+ ){0,2}?(?:[A-Z][a-z]+ )?"
_IN = r"(?:late |early |mid-|the )?(?:[A-Z][a-z]+ )?"
_FORMS = (
    (rf"\b(?:from|between) {_IN}<year>{_TO}<year>{_FOR}<time>", 0, 1, 2),
    (rf"\(<year>(?:-|–| to )<year>\){_FOR}<time>", 0, 1, 2),
    (rf"<time>(?:[- ][a-z'’]+){{0,5}}(?:, (?:which|that) (?:[a-z]+ ){{1,3}}from |,? from |,? between | [–—] from | [–—] between | \(){_IN}<year>{_TO}<year>", 1, 2, 0),
    (rf"{_OPENED}[^\ue000-\uf8ff.;]{{0,50}} in {_IN}<year>[^\ue000-\uf8ff.;]{{0,40}}{_CLOSED}[^\ue000-\uf8ff.;]{{0,30}} in {_IN}<year>,? after <time>", 0, 1, 2),
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
