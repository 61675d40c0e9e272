"""Happenings: what befalls someone or something once, with its year, and to whom: a death, a founding, a treaty."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.dates import DateReference, bare_years, moments
from newslint.story.families import RELATIVES, has_one_bearer
from newslint.text.lexicon import may_be_one_given_name
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import BE, CLAUSE_WORDS, FUNCTION, HAVE, MONTHS, SUBJECTS, alternatives

# What is done to one, what one does oneself, and what it’s called.
_KINDS = {
    "death": (
        "shot dead|shot and killed|murdered|assassinated|executed|killed|beheaded|hanged|drowned",
        "died|drowned",
        "death|murder|assassination|execution",
    ),
    "birth": ("born", "", "birth"),
    "founding": ("founded|established", "", "founding|foundation|establishment"),
    "retirement": ("", "retired", "retirement"),
}
_NAME = r"(?P<name>(?:(?:[A-Z]\.|[A-Z][\w’'-]*) )*[A-Z][\w’'-]+)"
_OWNER = r"(?P<of>(?:(?:[A-Z]\.|[A-Z][\w’'-]*) )*[A-Z][\w-]+)[’']s?"
_NOUN = r"\b[Tt]he (?P<noun>[a-z][\w-]+)"
_WHO = rf"(?:{_NAME}|{_NOUN}|\b(?P<pronoun>[Hh]e|[Ss]he|[Ii]t))"
_ONCE = r"(?:(?:first|later|itself|finally|officially|fatally) )*"
_BE = rf"(?:,? (?:who |which )?(?:was|were|had been|has been|is) |, ){_ONCE}"
_DO = rf"(?:,? (?:who |which )?(?:had )?|, ){_ONCE}"
# Six words at most from the verb to the year, and none of them opens another clause.
_CLAUSE = rf"(?:{alternatives(CLAUSE_WORDS, SUBJECTS, BE, HAVE, ['again', 'first'])})"
_GAP = rf"(?! (?:of|the)\b)(?: (?!{_CLAUSE}\b)[\w’'-]+){{0,6}}?,? (?:in|on) (?:(?:early |late |mid-)?(?:{alternatives(MONTHS)}) )?\Z"
_NO_NAMES = FUNCTION - {"long", "may", "per", "will"}  # names too
_REACH = 110
# A story of more deaths is a list.
_MOST = 60
# The fewest years between two that are a life’s and not an office’s.
_LIFE = 30
_PUT_OFF = r"(?i)\b(?:again|anew|afresh|play|film|movie|novel|legend|myth|re-?(?:founded|established|opened)|came back|comeback|came out of retirement|returned|un-?retire\w*|anniversary|second|thought|believed|wrongly|presumed|rumou?rs?|not)\b"
_TREATY = r"(?:Treaty|Peace|Battle|Siege|Edict|Convention|Massacre|Accords?|Congress|Pact) of (?:the )?[A-Z][\w’'-]+|[A-Z][\w’'-]+ (?:Massacre|Rising|Rebellion|Revolution|Mutiny|Treaty|Pact|Disaster)"
_TREATY_BEHIND = compiled(rf" (?P<name>{_TREATY})")
_TREATY_BEFORE = compiled(rf"(?P<name>{_TREATY})(?: of|,? in|,| \(|(?:,| was) (?:signed|fought|made|agreed) in) ?\Z")
_TREATY_ONLY = compiled(
    r" (?P<name>treaty|peace|battle|siege|massacre|pact|rebellion|mutiny|disaster)\b(?! (?:of|at|in|with|between)\b)"
)
_TREATY_WORDS = ("Treaty", "Peace", "Battle", "Siege", "Edict", "Convention", "Massacre", "Accord", "Congress", "Pact", "Rising", "Rebellion", "Revolution", "Mutiny", "Disaster")  # fmt: skip


class Happening(Row):
    """`kind` happened to `who` (a name, a noun in lower case, or "" for whoever a pronoun means) in `year`, at `span`."""

    span: Span
    year: int
    kind: str
    who: str
    pronoun: bool


@analysis
def happenings(document: Document) -> tuple[Happening, ...]:
    """Every death, founding and retirement with its year and its subject, in order."""
    text = document.text
    found: list[Happening] = []
    for moment in moments(document):
        if moment.year is None or not text.endswith(("in ", "on "), 0, moment.span.start):
            continue
        before = text[max(0, moment.span.start - _REACH) : moment.span.start]
        for kind in _kinds(before):
            match = next((match for form in _forms(kind) if (match := form.search(before))), None)
            if match and (kind != "retirement" or _is_for_good(before, text[moment.span.end : moment.span.end + 6])):
                found.append(_happening(moment.span, moment.year, kind, match))
    found.extend(_lives(text))
    return tuple(sorted(found))


def _is_for_good(before: str, behind: str) -> bool:
    """“Retired in 1998”, not “retired from the bank in 1998”, after which one may retire from another thing."""
    plain = compiled(r"\b(?:retired|retirement) (?:in|on) (?:[A-Z][a-z]+ )?\Z").search(before)
    return plain is not None and not behind.startswith((" from", " as ", " to "))


def _kinds(before: str) -> list[str]:
    """The kinds whose words stand in the copy before a year: a quick look before the close one."""
    words = {str(word) for word in _words().findall(before)}
    return [kind for kind, forms in _KINDS.items() if words and any(words & {*form.split("|")} for form in forms)]


@cache
def _words() -> re.Pattern[str]:
    return compiled(rf"\b(?:{'|'.join('|'.join(filter(None, forms)) for forms in _KINDS.values())})\b")


@cache
def _forms(kind: str) -> tuple[re.Pattern[str], ...]:
    done, doing, name = _KINDS[kind]
    forms = []
    if done:
        forms.append(rf"{_WHO}{_BE}(?:{done}){_GAP}")
    if doing:
        forms.append(rf"{_WHO}{_DO}(?:{doing}){_GAP}")
    forms.append(rf"(?:{_OWNER}|\b(?P<owner>[Hh]is|[Hh]er|[Ii]ts)) (?:{name}){_GAP}")
    return tuple(compiled(form) for form in forms)


def _happening(span: Span, year: int, kind: str, match: re.Match[str]) -> Happening:
    groups = match.groupdict()
    who = groups.get("name") or groups.get("of") or groups.get("noun") or ""
    tokens = who.split()
    while len(tokens) > 1 and tokens[0].lower() in _NO_NAMES:
        tokens.pop(0)
    return Happening(span, year, kind, " ".join(tokens), not who)


def _lives(text: str) -> Iterator[Happening]:
    """“Ann Moor (1950-2010)”, where it’s a life and no term of office."""
    form = r"\((?P<born>1\d\d\d|20\d\d)(?:-|–| to )(?P<died>1\d\d\d|20\d\d)\)"
    for match in compiled(form).finditer(text) if "(1" in text else ():
        name = compiled(rf"{_NAME} \Z").search(text[max(0, match.start() - 40) : match.start()])
        if name and int(match["died"]) - int(match["born"]) >= _LIFE:
            yield _happening(Span(*match.span("born")), int(match["born"]), "birth", name)
            yield _happening(Span(*match.span("died")), int(match["died"]), "death", name)


@analysis
def contradictions(document: Document) -> tuple[tuple[Happening, Happening], ...]:
    """Pairs of one happening told with two years: the later mention first."""
    told = [found for found in happenings(document) if not in_quotation(document, found.span.start)]
    pairs = [*(_pairs(document, told) if len(told) <= _MOST else ()), *_treaties(document)]
    return tuple(pairs)


def _pairs(document: Document, told: list[Happening]) -> Iterator[tuple[Happening, Happening]]:
    for at, later in enumerate(told):
        before = [other for other in told[:at] if other.kind == later.kind and not other.pronoun]
        same = [other for other in before if _is_of(document, later, other, before)]
        if not same or any(other.year == later.year for other in same):
            continue
        person = later.kind != "founding"
        if person and not (later.pronoun or later.who[0].isupper()):
            continue  # “the king” may be another
        if not any(_is_put_off(document, happening) for happening in (later, same[0])):
            yield later, same[0]


def _is_of(document: Document, later: Happening, other: Happening, before: list[Happening]) -> bool:
    """Whether both befall one subject, as far as the words tell."""
    one, two = (sentence_at(document, happening.span.start) for happening in (later, other))
    if one is None or two is None:
        return False
    if one.start == two.start:  # “founded in 1947, it has grown since its founding in 1974”
        return later.pronoun and later.kind == "founding" and len(before) == 1
    if later.pronoun:
        return len({same.who for same in before}) == 1 and _goes_on(document, one.start, later, two.end)
    alone = " " not in later.who and " " in other.who and later.kind != "founding"
    return _may_be_one(other.who, later.who) and not (alone and not has_one_bearer(document, later.who))


def _goes_on(document: Document, start: int, later: Happening, end: int) -> bool:
    """Whether the sentence of a pronoun follows that of the name, and names nobody else."""
    between = document.text[end:start].strip()
    within = document.text[start : later.span.start]
    names = compiled(r"(?<!\A)(?<![.!?]\s)\b(?!I\b)[A-Z]\w+").findall(within.strip())
    kin = compiled(rf"(?i)\b{RELATIVES}\b").search(within)
    return (
        not between
        and not names
        and not kin
        and bool(compiled(r"\s*(?:It|He|She|Since|Before|After|In|Until)\b").match(within))
    )


def _may_be_one(first: str, later: str) -> bool:
    """Lane Mill and Lane Mill; Ben Lane and Lane; not Ben Lane and Eve Lane, nor Lane Mill and Lane."""
    one, two = first.split(), later.split()
    if one[-1] != two[-1]:
        return False
    if not one[-1][0].isupper():
        return one == two
    return len(two) == 1 or one == two or (len(one) > 1 and may_be_one_given_name(one[0], two[0]))


def _is_put_off(document: Document, happening: Happening) -> bool:
    sentence = sentence_at(document, happening.span.start)
    return sentence is None or bool(compiled(_PUT_OFF).search(document.text, sentence.start, sentence.end))


def _treaties(document: Document) -> Iterator[tuple[Happening, Happening]]:
    """The Treaty of Ayle of 1648, and of 1684: one whose years are a slip apart."""
    if len(bare_years(document)) < 2 or not any(word in document.text for word in _TREATY_WORDS):
        return
    first: dict[str, Happening] = {}
    alone: list[Happening] = []
    for year in bare_years(document):
        here = _treaty(document.text, year)
        if here is None:
            continue
        if here.pronoun:
            alone.append(here)
            continue
        earlier = first.setdefault(here.who, here)
        if _is_slip(earlier.year, here.year):
            yield here, earlier
    for here in alone if len(first) == 1 else ():
        (named,) = first.values()
        if here.who in named.who.lower() and _is_slip(named.year, here.year):
            yield here, named


def _treaty(text: str, year: DateReference) -> Happening | None:
    """The treaty or battle that stands with the year; as a pronoun, “the 1684 treaty” by no name of its own."""
    start, end = year.span
    before = text[max(0, start - 60) : start]
    if match := _TREATY_BEFORE.search(before):
        numbered = compiled(r"(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth) \Z").search(before, 0, match.start())
        return None if numbered else Happening(year.span, year.year or 0, "treaty", match["name"], pronoun=False)
    if match := _TREATY_BEHIND.match(text, end):
        return Happening(year.span, year.year or 0, "treaty", match["name"], pronoun=False)
    match = _TREATY_ONLY.match(text, end) if before.lower().endswith(("the ", "that ", "this ")) else None
    return Happening(year.span, year.year or 0, "treaty", match["name"], pronoun=True) if match else None


def _is_slip(one: int, other: int) -> bool:
    """Whether two turned digits make one year of the other."""
    return one != other and sorted(str(one)) == sorted(str(other))
