"""Identity: the numbers by which a draft says what it is about, and the same names with other numbers further on.

“Ayle Weekly, issue 124” is what a draft says of itself in its headline or its first lines. “Welcome to issue 123” below is
left over from the last one; “issue 119 told of the fire” isn’t. The judge weighs which.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator

from newslint.document import Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.same import Pair
from newslint.text.sentences import sentence_at
from newslint.text.similarity import edits
from newslint.text.vocabulary import CALENDAR, FUNCTION, SHORT_MONTHS, SHORT_WEEKDAYS, wordlist
from newslint.text.words import digits

EDITION = "edition"
_EXPLAINED = "said to be an earlier one, or one to come"
# What comes out in numbers: by such a word alone a draft may mean itself.
_EDITIONS = wordlist("issue edition version release newsletter episode volume number bulletin digest v no vol ep")
_VERSIONS = frozenset(["version", "release", "v"])  # of anything; what a draft is of has a name
_NUMBER = compiled(
    r"(?P<number>\d{1,5}(?:\.\d{1,5}){0,3})(?:(?P<ordinal>st|nd|rd|th) (?P<kind>[a-z]+)\b|(?P<more>\.x|[.\-+](?:[Aa]lpha|[Bb]eta|rc|RC|M\d)\w*)|)"
    r"(?![\w%°+]|[.,:/]\d|[ \t]+[-+−]?\d+\.\d|[-–—−]\d| of \d| ?(?:%|per ?cent\b|million\b|billion\b|trillion\b|years?\b|days?\b))"
)
_LEADS = frozenset(" `*([v#№")  # what can stand right before a number that a name bears
_BEFORE = compiled(r"((?:[A-Za-z][\w.+’'-]*[ `*]+){1,5})[`*(\[]*(?:v|#|№ ?)?\Z")
# A version that no name bears: it opens the sentence, or “the 2.18 build”.
_BARE = compiled(r"(?:\A|[.!?:] |(?<!\d )\b(?:[Tt]he|this|of|our|in|with|to|for) )[`*(\[]*v?\Z")
_GLUED = compiled(r"[-/.:$£€@_&=,\d]\Z")
_NAME = r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*"
_OF = compiled(rf"[`*)\]]* of (?:the |our )?(?P<names>{_NAME}(?:(?:, and|,| and) {_NAME})*)")
_YEARS = range(1900, 2100)
_TOP = 4  # blocks in which a draft says what it is
_NOT_NAMES = (
    FUNCTION
    | CALENDAR
    | SHORT_MONTHS.keys()
    | SHORT_WEEKDAYS.keys()
    | {"page", "chapter", "part", "step", "figure", "fig", "table", "section"}
)


class Numbered(Row):
    """A `number` at `span`, by its parts, with the words of the `name` that bears it, in lower case.

    `fellows` are the names that bear it, too (“version 3.9 of Sluice, Weir and Mill Race”).
    `kind` is the word of an edition (“issue”), or "". `early` says that the draft names itself there. `more` is what
    makes it a series or one that isn't out yet (“3.28-beta”).
    """

    span: Span
    number: tuple[int, ...]
    name: tuple[str, ...]
    kind: str
    early: bool
    more: bool
    fellows: tuple[tuple[str, ...], ...] = ()

    @property
    def is_year(self) -> bool:
        """Whether the number is a year."""
        return len(self.number) == 1 and self.number[0] in _YEARS


@analysis
def numbered(document: Document) -> tuple[Numbered, ...]:
    """Every number that a name or an edition bears, in order."""
    tops = {block.start for block in document.copy[:_TOP]}
    found: list[Numbered] = []
    for start, block in digits(document):
        if found and start < found[-1].span.end:
            continue
        match = _NUMBER.match(document.text, start, block.end)
        if match is None:
            continue
        before = document.text[max(block.start, start - 60) : start]
        name, kind = _bearer(before, dots=match["number"].count("."))
        if match["ordinal"]:
            name, kind = (), match["kind"] if match["kind"] in _EDITIONS else ""
        bare = not (name or kind) and "." in match["number"] and bool(_BARE.search(before))
        if name or kind or bare:
            number = tuple(map(int, match["number"].split(".")))
            early = not bare and (block.start in tops or block.role in (Role.HEADLINE, Role.STANDFIRST))
            of = _OF.match(document.text, match.end())
            names = _names_of(of["names"]) if of and not name else (name,)
            span = Span(start, match.end("number"))
            found.append(Numbered(span, number, names[0], kind, early, bool(match["more"]), names[1:]))
    return tuple(found)


def _bearer(before: str, dots: int) -> tuple[tuple[str, ...], str]:
    """The name that ends `before`, and its word of an edition."""
    if before[-1:] not in _LEADS:
        return (), ""  # for speed
    last = before.rstrip(" `*([#№").rpartition(" ")[2]
    if dots < 2 and last.isascii() and last.isalpha() and last.islower() and last not in _EDITIONS:
        return (), ""  # for speed
    match = _BEFORE.search(before)
    if match is None or _GLUED.search(before.removesuffix("v")):
        return (), ""
    tokens = compiled(r"[A-Za-z][\w.+’'-]*").findall(match[1])
    kind = ""
    if tokens and tokens[-1].lower().rstrip(".") in _EDITIONS:
        kind = tokens.pop().lower().rstrip(".")
    if not tokens:
        return (), kind
    name: list[str] = []
    for token in reversed(tokens):
        words = _parts(token)
        named = token[0].isupper() or (dots > 1 and not name and not kind)
        if not named or not words or words[-1] in _NOT_NAMES:
            break
        name[:0] = words
    return tuple(name), kind


def _names_of(names: str) -> tuple[tuple[str, ...], ...]:
    """The names of “version 2.4 of Sluice, Weir and Mill Race”."""
    each = compiled(r", and |, | and ").split(names)
    return tuple(tuple(part for token in name.split() for part in _parts(token)) for name in each)


def _parts(token: str) -> list[str]:
    """“EmberData” is “ember data”, “Ember.js” and “Ember’s” are “ember”."""
    plain = compiled(r"(?:[’']s|\.[a-z]+|[.,])+\Z").sub("", token)
    return [part.lower() for part in compiled(r"[A-Z]+(?![a-z])\d*|[A-Z]?[^\W_A-Z]+").findall(plain)]


_OFFERED = compiled(
    r"(?i)\b(?:welcome to|(?:announc|introduc|releas)(?:e|es|ing)|download|install|try|get|getting|"
    r"(?:upgrad|updat|migrat|mov)(?:e|ing) (?:\w+ ){0,3}to|bump to|"
    r"details (?:on|of|about)|changes in|new in|see the|review the|read the|discuss|this is)\b[^.;!?]{0,24}\Z"
)
# The word that a number stands behind, but for the name and what belongs to it.
_LED_BY = compiled(
    r"(?i)\b(?P<word>since|from|before|until|than|after|prior|in|with|of|for|to|and|or|between|on|at|the|see|using|like)"
    r" (?:[\w.’'-]+ ){0,4}[`*(\[]*v?#?\Z"
)
_LEADS_BACK = frozenset(["since", "from", "before", "until", "than", "after", "prior"])
_LEADS_ASIDE = frozenset(["in", "with", "of", "for"])
_EARLIER = compiled(
    r"(?i)(?:\(see|\b(?:previous\w*|earlier|older?|last|past|yet|still|already|since|before|until|than|from|after|prior to|running|using|replac\w*|supersed\w*|affect\w*|support\w*|compatible|"
    r"(?:introduc|start|add|mad|remov|deprecat|releas|chang|fix|includ|remain|becom|becam)\w* (?:[\w-]+ )?(?:in|at|with)))\b(?:[^.;,!?()]|\.\d){0,24}\Z"
)
_CAPITAL = compiled(r"\b[A-Z][\w.+’'-]*[^\w.]*v?\Z")
_OTHER_THAN_THIS = compiled(r"(?i)\b(?:see|previous\w*|earlier|last|next|upcoming|future|coming)\b[^.;!?()]{0,24}\Z")
_BETA_BEHIND = compiled(r"(?i)[^.;!?]{0,24}\b(?:beta|alpha|candidate|preview|cycle)\b")
# A capital opens a sentence, too; two in one word are a name’s.
_ANOTHER = compiled(r"(?:[a-z,)] (?:the )?|\A(?=[A-Z][a-z]+-?[A-Z]))([A-Z][\w’'-]*\w)")
_TO_COME = compiled(r"(?i)\b(?:next|upcoming|future|coming|beta|alpha|plan\w*|will|candidate|soon|later)\b")
_WAS = compiled(r"[`*)\]]* (?:(?:update|release|version) )?(?:was|were|had|brought|[a-z]{3,}ed)\b")
# What happened then: no perfect, which tells of now, and no participle behind “is”.
_HAPPENED = compiled(
    r"(?<!has )(?<!have )(?<!been )(?<!is )(?<!are )(?<!be )\b(?:was|were|had|did|took|came|went|gave|began|became|held|[a-z]{3,}ed)\b"
)
_PAGE = compiled(
    r"(?i)[`*)\]]*(?: stable)? (?:release|changelog|blog|page|notes?|documentation|docs|announcement|update|changes|podcast|recap)\b"
)


@analysis
def edition_pairs(document: Document) -> tuple[Pair, ...]:
    """Each number that a name bears, against the one that it bears where the draft says what it is."""
    told = numbered(document)
    counts: Counter[tuple[str, tuple[int, ...]]] = Counter()
    for one in told:
        counts.update((word, one.number) for word in {*_words(one), one.kind})
    owns = _owns(document, told, counts)
    return tuple(_pair(document, one, own, counts) for one in told if (own := _own(one, owns)) is not None)


def _owns(
    document: Document, told: tuple[Numbered, ...], counts: Counter[tuple[str, tuple[int, ...]]]
) -> dict[str, Numbered]:
    """What the draft says of itself, by each word of a name and by "": the first, but for one that stands nowhere else."""
    early: dict[str, list[Numbered]] = defaultdict(list)
    for one in told:
        if one.early and _may_be_own(document, one):
            for word in {*_words(one), one.kind or "version"}:
                early[word].append(one)
    owns: dict[str, Numbered] = {}
    for word, ones in early.items():
        longer = {one.number[0] for one in ones if len(one.number) > 1}
        exact = [
            one for one in ones if len(one.number) > 1 or one.number[0] not in longer
        ]  # not Go 1, where there's Go 1.22
        again = [one for one in exact if counts[word, one.number] > 1]
        owns[word] = (again or exact)[0]
    first = min(owns.values(), default=None, key=lambda one: one.span)
    return owns | ({"": first} if first else {})


def _may_be_own(document: Document, one: Numbered) -> bool:
    """Whether the draft may mean itself: in its headline, or by a name that isn't said to be of an earlier one or one to come."""
    block = document.block_at(one.span.start)
    if block is None or block.role is Role.HEADLINE:
        return True
    before = document.text[max(block.start, one.span.start - 70) : one.span.start]
    of_a_work = (
        one.is_year and before.endswith("(") and document.text.startswith(")", one.span.end)
    )  # Ayle Nights (1998)
    if of_a_work or _OTHER_THAN_THIS.search(before) or _EARLIER.search(before):
        return False
    return bool(one.name and (one.kind or _CAPITAL.search(before))) or one.kind not in ("", *_VERSIONS)


def _own(one: Numbered, owns: dict[str, Numbered]) -> Numbered | None:
    """The number that `one` stands against: that of its name, or for an edition without a name the draft’s first."""
    for word in reversed(one.name) if one.name else (one.kind, ""):
        own = owns.get(word)
        if own is None or own is one or own.is_year != one.is_year:
            continue  # it may be the first of its name, and not of its kind
        if not one.name and not one.kind and not len(own.number) == len(one.number) > 1:
            continue  # a bare one is no count and no decimal only where the draft is of a version
        if one.name[-1:] != own.name[-1:] and (len(own.number) == 1) != (len(one.number) == 1):
            continue  # “Git 2.5” is no edition of Git News 5
        return None if _agree(own.number, one.number) else own
    same = owns.get(one.kind) if one.name and one.kind else None  # “issue 123 of Ayle Weekly”, headed “Issue 124”
    return same if same and not same.name and not _agree(same.number, one.number) else None


def _agree(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Whether one is the other, or the series of it: 5.1 and 5.1.3, 12 and 12.0; not Go 1 and Go 1.22."""
    shorter = min(len(one), len(other))
    exact = shorter > 1 or not any((*one[1:], *other[1:]))
    return one[:shorter] == other[:shorter] and (exact or len(one) == len(other))


def _pair(document: Document, one: Numbered, own: Numbered, counts: Counter[tuple[str, tuple[int, ...]]]) -> Pair:
    key = min(_words(one) & _words(own), default=one.kind)
    signs = dict.fromkeys(_signs(document, one, own), 1.0)
    signs["the draft’s own stands once"] = float(counts[key, own.number] == 1)
    lone = counts[key, one.number] == 1 and _EXPLAINED not in signs
    step = _step(one.number, own.number)
    if step in (-1, 1) and lone:
        signs[f"just {'before' if step < 0 else 'behind'} the draft’s own, and stands once"] = 1.0
    return Pair(EDITION, one.span, own.span, signs)


def _signs(document: Document, one: Numbered, own: Numbered) -> Iterator[str]:
    yield from _names(document, one, own)
    yield from _numbers(one.number, own.number)
    if one.early:
        yield "both in the first lines"
    if one.span < own.span:
        yield "stands before the draft’s own"
    sentence = sentence_at(document, one.span.start)
    if sentence:
        yield from _around(document, one, own, sentence)
        if any(each.number == own.number for each in _within(document, sentence)):
            yield "the draft’s own in the same sentence"


def _within(document: Document, span: Span) -> tuple[Numbered, ...]:
    """What of the numbers that are borne stands there."""
    told = numbered(document)
    first = bisect_left(told, span.start, key=lambda each: each.span.start)
    return told[first : bisect_left(told, span.end, first, key=lambda each: each.span.start)]


def _has_another_name(document: Document, one: Numbered, own: Numbered) -> bool:
    """Whether the sentence up to an edition without a name has a name, and it isn’t the draft’s own."""
    sentence = sentence_at(document, one.span.start)
    before = document.text[sentence.start : one.span.start] if sentence else ""
    names = [_parts(name) for name in _ANOTHER.findall(before)]
    return bool(names) and not any({*name} <= {*own.name, own.kind} for name in names)


def _words(one: Numbered) -> set[str]:
    """The words of all names that bear the number."""
    return {word for name in (one.name, *one.fellows) for word in name}


def _names(document: Document, one: Numbered, own: Numbered) -> Iterator[str]:
    """How the names agree that bear the two."""
    if not one.name:
        if one.kind:
            yield "no name, only an edition"
        if _has_another_name(document, one, own):
            yield "another name in the sentence"
    elif one.name in (own.name, *own.fellows) and one.kind == own.kind:
        yield "the whole name is the same"
    elif own.name and not any(one.name[-1:] == name[-1:] for name in (own.name, *own.fellows)):
        yield "another last word of the name"


def _numbers(one: tuple[int, ...], own: tuple[int, ...]) -> Iterator[str]:
    """How the two numbers lie to one another."""
    if len(one) == 1:
        yield "a year" if one[0] in _YEARS else "a whole number"
    step = _step(one, own)
    if abs(step) == 1 and one[:1] == own[:1]:
        yield "of one series"
    a, b = ".".join(map(str, one)), ".".join(map(str, own))
    if abs(step) != 1 and len(a) > 2 and (a in b or b in a or edits(a, b, 1) == 1):
        yield "a figure apart, and no neighbour"


def _step(one: tuple[int, ...], own: tuple[int, ...]) -> int:
    """By how much the first part differs that does."""
    return next((a - b for a, b in zip(one, own, strict=False) if a != b), 0)


def _around(document: Document, one: Numbered, own: Numbered, sentence: Span) -> Iterator[str]:
    """What the words of its sentence say of the number."""
    text, end = document.text, sentence.end
    before = text[max(sentence.start, one.span.start - 70) : one.span.start]
    led = _LED_BY.search(before)
    word = led["word"].lower() if led else ""
    earlier = bool(word in _LEADS_BACK or _EARLIER.search(before) or _WAS.match(text, one.span.end, end))
    to_come = bool(one.more or _BETA_BEHIND.match(text, one.span.end, end) or _TO_COME.search(text, *sentence))
    explained = (earlier and one.number < own.number) or (to_come and one.number > own.number)
    holds = {
        "offered to the reader": not (explained or _HAPPENED.search(text, sentence.start, one.span.start))
        and _OFFERED.search(before),
        _EXPLAINED: explained,
        "said to be an earlier one, and it's greater": earlier and one.number > own.number,
        "behind “in”, “of”, “for” or “with”": word in _LEADS_ASIDE,
        "its page or its notes": _PAGE.match(text, one.span.end, end),
        "with a #": before.endswith("#"),
    }
    yield from (name for name, found in holds.items() if found)
