"""Identity: the numbers by which a draft says what it is about, and the same names with other numbers further on.

“Ayle Weekly, issue 124” is what a draft says of itself in its headline or its first lines. “Welcome to issue 123” below is
left over from the last one; “issue 119 told of the fire” isn’t. The judge weighs which.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from newslint.document import Block, Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.same import Pair
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import CALENDAR, FUNCTION, SHORT_MONTHS, wordlist
from newslint.text.words import digits

EDITION = "edition"
# What comes out in numbers: by such a word alone a draft may mean itself.
_EDITIONS = wordlist("issue edition version release newsletter episode volume number bulletin digest v no vol ep")
_NUMBER = compiled(
    r"(?P<number>\d{1,5}(?:\.\d{1,5}){0,3})(?:(?P<ordinal>st|nd|rd|th) (?P<kind>[a-z]+)\b|(?P<more>\.x|[.\-+](?:[Aa]lpha|[Bb]eta|rc|RC|M\d)\w*)|)"
    r"(?![\w%°]|[.,:/]\d|[-–—−]\d| ?(?:%|per ?cent\b|million\b|billion\b|trillion\b|years?\b|days?\b))"
)
_BEFORE = compiled(r"((?:[A-Za-z][\w.+’'-]*[ `*]+){1,5})[`*(\[]*(?:v|#|№ ?)?\Z")
# A version that no name bears: it opens the sentence, or “the 2.18 build”.
_BARE = compiled(r"(?:\A|[.!?:] |\b(?:[Tt]he|this|of|our|in|with|to|for) )[`*(\[]*v?\Z")
_GLUED = compiled(r"[-/.:$£€@_&=,\d]\Z")
_YEARS = range(1900, 2100)
_TOP = 4  # blocks in which a draft says what it is
_NOT_NAMES = (
    FUNCTION | CALENDAR | SHORT_MONTHS.keys() | {"page", "chapter", "part", "step", "figure", "fig", "table", "section"}
)


class Numbered(Row):
    """A `number` at `span`, by its parts, with the words of the `name` that bears it, in lower case.

    `kind` is the word of an edition (“issue”), or "". `early` says that the draft names itself there. `more` is what
    makes it a series or one that isn't out yet (“3.28-beta”).
    """

    span: Span
    number: tuple[int, ...]
    name: tuple[str, ...]
    kind: str
    early: bool
    more: bool

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
            if of and not name:  # “version 2.4 of Sluice”
                name = tuple(_parts(of["name"]))
            found.append(Numbered(Span(start, match.end("number")), number, name, kind, early, bool(match["more"])))
    return tuple(found)


def _bearer(before: str, dots: int) -> tuple[tuple[str, ...], str]:
    """The name that ends `before`, and its word of an edition."""
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


def _parts(token: str) -> list[str]:
    """“EmberData” is “ember data”, “Ember.js” and “Ember’s” are “ember”."""
    plain = compiled(r"(?:[’']s|\.[a-z]+|[.,])+\Z").sub("", token)
    return [part.lower() for part in compiled(r"[A-Z]+(?![a-z])\d*|[A-Z]?[^\W_A-Z]+").findall(plain)]


_OUT = compiled(
    r"(?i)\b(?:announc|releas|welcom|publish|introduc|launch|availab|happy|pleased|proud|this (?:is|week|month))"
)
_OFFERED = compiled(
    r"(?i)\b(?:welcome to|announc\w+|introduc\w+|download|install|try|get|getting|upgrad\w+ to|updat\w+ to|migrat\w+ to|bump to|"
    r"details (?:on|of|about)|changes in|new in|see the|review the|read the|discuss|this is|releas\w+|version)\b[^.;!?]{0,24}\Z"
)
_LED_BY = compiled(
    r"(?i)\b(?P<word>since|from|before|until|than|in|to|with|of|for|and|or|between|on|at|the|see|after|using|like|prior)"
    r" (?:[\w.’'-]+ ){0,4}[`*(\[]*v?#?\Z"
)
_LEADS_BACK = frozenset(["since", "from", "before", "until", "than", "after", "prior"])
_OF = compiled(r"[`*)\]]* of (?:the |our )?(?P<name>[A-Z][\w.’'-]*)")
_EARLIER = compiled(
    r"(?i)\b(?:previous\w*|earlier|older?|last|past|since|before|until|than|from|after|prior to|running|using|affect\w*|support\w*|compatible|"
    r"(?:introduc|start|add|mad|remov|deprecat|releas|chang|fix|includ|remain)\w* (?:in|at|with))\b[^.;,!?()]{0,24}\Z"
)
_BETA_BEHIND = compiled(r"(?i)[^.;!?]{0,24}\b(?:beta|alpha|candidate|preview|cycle)\b")
_ANOTHER = compiled(r"[a-z,)] (?:the )?([A-Z][\w’'-]*\w)")
_TO_COME = compiled(r"(?i)\b(?:next|upcoming|future|coming|beta|alpha|plan\w*|will|candidate|soon|later)\b")
_ACTS = compiled(r"[`*)\]]* (?:now )?(?:has|is|[a-z]{2,}[^s\W]s|includes|brings|fixes|comes)\b")
_WAS = compiled(r"[`*)\]]* (?:was|were|had|[a-z]{3,}ed)\b")
_PAGE = compiled(
    r"(?i)[`*)\]]*(?: stable)? (?:release|changelog|blog|page|notes?|documentation|docs|announcement|update|changes|podcast|recap)\b"
)


@analysis
def edition_pairs(document: Document) -> tuple[Pair, ...]:
    """Each number that a name bears, against the one that it bears where the draft says what it is."""
    told = numbered(document)
    counts: Counter[tuple[str, tuple[int, ...]]] = Counter()
    for one in told:
        counts.update((word, one.number) for word in {*one.name, one.kind})
    owns = _owns(told, counts)
    return tuple(_pair(document, one, own, counts) for one in told if (own := _own(one, owns)) is not None)


def _owns(told: tuple[Numbered, ...], counts: Counter[tuple[str, tuple[int, ...]]]) -> dict[str, Numbered]:
    """What the draft says of itself, by each word of a name and by "": the first, but for one that stands nowhere else."""
    early: dict[str, list[Numbered]] = defaultdict(list)
    for one in told:
        if one.early:
            for word in {*one.name, one.kind or "version"}:
                early[word].append(one)
    owns: dict[str, Numbered] = {}
    for word, ones in early.items():
        exact = [one for one in ones if len(one.number) > 1] or ones  # not Go 1, where there's Go 1.22
        again = [one for one in exact if counts[word, one.number] > 1]
        owns[word] = (again or exact)[0]
    first = min(owns.values(), default=None, key=lambda one: one.span)
    return owns | ({"": first} if first else {})


def _own(one: Numbered, owns: dict[str, Numbered]) -> Numbered | None:
    """The number that `one` stands against: that of its name, or for an edition without a name the draft’s first."""
    for word in reversed(one.name) if one.name else (one.kind, ""):
        own = owns.get(word)
        if own is None or own is one or own.is_year != one.is_year:
            continue  # it may be the first of its name, and not of its kind
        if not one.name and not one.kind and not len(own.number) == len(one.number) > 1:
            continue  # a bare one is no count and no decimal only where the draft is of a version
        return None if _agree(own.number, one.number) else own
    same = owns.get(one.kind) if one.name and one.kind else None  # “issue 123 of Ayle Weekly”, headed “Issue 124”
    return same if same and not same.name and not _agree(same.number, one.number) else None


def _agree(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Whether one is the other, or the series of it: 5.1 and 5.1.3, 12 and 12.0; not Go 1 and Go 1.22."""
    shorter = min(len(one), len(other))
    exact = shorter > 1 or not any((*one[1:], *other[1:]))
    return one[:shorter] == other[:shorter] and (exact or len(one) == len(other))


def _pair(document: Document, one: Numbered, own: Numbered, counts: Counter[tuple[str, tuple[int, ...]]]) -> Pair:
    key = (set(one.name) & set(own.name) or {one.kind}).pop()
    signs = dict.fromkeys(_signs(document, one, own), 1.0)
    here, there = counts[key, one.number], counts[key, own.number]
    signs["just before the draft’s own, and stands once"] = float("the one before" in signs and here == 1)
    signs["just behind the draft’s own, and stands once"] = float("the one behind" in signs and here == 1)
    signs["stands once"] = float(here == 1)
    signs["stands often"] = float(here > 3)
    signs["the draft’s own stands often"] = float(there > 2)
    signs["the draft’s own stands once"] = float(there == 1)
    return Pair(EDITION, one.span, own.span, signs)


def _signs(document: Document, one: Numbered, own: Numbered) -> Iterator[str]:
    text, block, top = document.text, document.block_at(one.span.start), document.block_at(own.span.start)
    yield from _names(one, own)
    yield from _step(one.number, own.number)
    if top and top.role is Role.HEADLINE:
        yield "the headline says what it is"
    if one.early:
        yield "both in the first lines"
    if block:
        yield from _around(document, one, block)
    home = sentence_at(document, own.span.start)
    if home and _OUT.search(text, home.start, home.end):
        yield "it's told as new"
    if not one.name and _has_another_name(document, one, own):
        yield "another name in the sentence"
    if one.span < own.span:
        yield "stands before the draft’s own"
    if one.span.start > 0.7 * len(text):
        yield "towards the end"
    sentence = sentence_at(document, one.span.start)
    if sentence and sentence.start <= own.span.start < sentence.end:
        yield "the draft’s own in the same sentence"


def _has_another_name(document: Document, one: Numbered, own: Numbered) -> bool:
    """Whether the sentence up to an edition without a name has a name, and it isn’t the draft’s own."""
    sentence = sentence_at(document, one.span.start)
    before = document.text[sentence.start : one.span.start] if sentence else ""
    names = [_parts(name) for name in _ANOTHER.findall(before)]
    return bool(names) and not any(set(name) & {*own.name, own.kind} for name in names)


def _names(one: Numbered, own: Numbered) -> Iterator[str]:
    if one.name == own.name and one.kind == own.kind:
        yield "the whole name is the same"
    elif not one.name:
        yield "no name, only an edition" if one.kind else "no name at all"
    if one.is_year:
        yield "a year"
    elif len(one.number) == 1:
        yield "a whole number"
    else:
        yield "a version"
    if len(one.number) != len(own.number):
        yield "printed otherwise"


def _step(one: tuple[int, ...], own: tuple[int, ...]) -> Iterator[str]:
    """How the two numbers lie to one another."""
    yield "a smaller number" if one < own else "a greater number"
    at = next((index for index, (a, b) in enumerate(zip(one, own, strict=False)) if a != b), None)
    if at is not None and abs(one[at] - own[at]) == 1:
        yield "the one before" if one < own else "the one behind"
        if at:
            yield "of one series"
    a, b = ".".join(map(str, one)), ".".join(map(str, own))
    if len(a) > 2 and (a in b or b in a or (len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 1)):
        yield "a figure apart"


def _around(document: Document, one: Numbered, block: Block) -> Iterator[str]:
    """What the words of its sentence say of the number."""
    text, sentence = document.text, sentence_at(document, one.span.start)
    start, end = (sentence.start, sentence.end) if sentence else block.span
    before = text[max(start, one.span.start - 70) : one.span.start]
    led = _LED_BY.search(before)
    word = led["word"].lower() if led else ""
    if word and word not in _LEADS_BACK:
        yield f"behind “{word}”"
    holds = {
        "offered to the reader": _OFFERED.search(before),
        "said to be an earlier one, or one to come": (
            one.more
            or word in _LEADS_BACK
            or _EARLIER.search(before)
            or _BETA_BEHIND.match(text, one.span.end, end)
            or _TO_COME.search(text, start, end)
        ),
        "said to do something now": _ACTS.match(text, one.span.end, block.end),
        "said to have done something": _WAS.match(text, one.span.end, block.end),
        "its page or its notes": _PAGE.match(text, one.span.end, block.end),
        "in a list": block.role is Role.LIST_ITEM,
        "in a heading": block.role is Role.CROSSHEAD or (end - start < 60 and text[end - 1 : end] not in ".!?"),
        "with a #": before.endswith("#"),
    }
    yield from (name for name, found in holds.items() if found)
