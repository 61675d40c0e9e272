"""Pairs of name words that may be one name in two spellings, found by their letters and judged by the evidence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from operator import attrgetter

from newslint.document import Document, analysis
from newslint.finding import Sign
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.given_names import alike, is_title
from newslint.story.mentions import name_words
from newslint.story.people import references
from newslint.story.same import Pair, judged
from newslint.text.lexicon import entry, folded, may_be_one_given_name, may_be_one_romanised_name
from newslint.text.similarity import doubling, edits, sound
from newslint.text.vocabulary import KIN, alternatives
from newslint.topics.names.candidates import lookalikes
from newslint.topics.names.evidence import evidence
from newslint.topics.names.name_words import Form, form, is_shouted

# The kind of pair, in the table of weights.
SPELLING = "name-spelling"
# A name that is misremembered has so many letters changed, and so many of one beginning or end are no sign.
_FARTHEST = 4
_CROWD = 12
# From this confidence on a pair is shown: below it two in three were wrong on copy that the weights weren't fitted on.
SHOWN = 0.65
# What has more spellings than these in one draft is no one name.
_SPELLINGS = 24
# Of so many letters acronyms are rare.
_NO_ACRONYM = 5
# Below this confidence a pair isn't worth keeping.
_SILENT = 0.2


class NamePair(Row):
    """`suspect` may be a misspelling of `right`; `confidence` from 0 to 1, made of `signs`.

    `also` are further misspellings of the same name.
    """

    suspect: Form
    right: Form
    confidence: float
    signs: tuple[Sign, ...]
    also: tuple[Form, ...] = ()


@analysis
def name_pairs(document: Document) -> tuple[NamePair, ...]:
    """Each suspect form with the likeliest right one."""
    best: dict[str, NamePair] = {}
    for suspect, right in _near(document):
        verdict = judged(SPELLING, dict(evidence(document, suspect, right)))
        pair = NamePair(suspect, right, verdict.probability, verdict.signs)
        if pair.confidence > _SILENT and _better(pair, best.get(suspect.text), best.get(right.text)):
            best[suspect.text] = pair
    return tuple(_settled(best))


def spelling_pairs(document: Document) -> Iterator[Pair]:
    """All pairs that are weighed, with their signs: what the weights are fitted on."""
    for suspect, right in _near(document):
        signs = dict(evidence(document, suspect, right))
        yield Pair(SPELLING, suspect.places[0], right.places[0], signs, (*suspect.places[1:], *right.places[1:]))


def _near(document: Document) -> Iterator[tuple[Form, Form]]:
    """Words of names that look alike, the rarer first."""
    near = list(lookalikes(name_words(document), _shouted(document)))
    near += _misremembered(document, {frozenset(pair) for pair in near})
    built = {text: form(document, text) for text in {text for pair in near for text in pair}}
    for a, b in near:
        yield from _suspects(built[a], built[b])


def _misremembered(document: Document, known: set[frozenset[str]]) -> Iterator[tuple[str, str]]:
    """Surnames that nobody is introduced by, each with those of people who are and that begin or end as it does."""
    full: dict[str, set[str]] = defaultdict(set)
    introduced = {reference.surname for reference in references(document) if reference.full}
    for surname in introduced:
        for key in _ends(surname):
            full[key].add(surname)
    orphans = {reference.surname for reference in references(document)} - introduced
    for orphan in sorted(orphans):
        for surname in sorted({surname for key in _ends(orphan) if len(full[key]) <= _CROWD for surname in full[key]}):
            far = edits(folded(orphan), folded(surname), _FARTHEST)
            if far <= min(_FARTHEST, len(surname) // 2) and frozenset((orphan, surname)) not in known:
                yield orphan, surname


def _ends(surname: str) -> tuple[str, str]:
    """The keys by which a surname is found that is like it: how it begins, how it ends."""
    plain = folded(surname)
    return plain[:2], f"-{plain[-3:]}"


def _shouted(document: Document) -> frozenset[str]:
    """The longer words in capitals that stand in lines of nothing else, and are no sign of a share there: <HRSI>."""
    return frozenset(
        text
        for text, rows in name_words(document).items()
        if text.isupper()
        and len(text) >= _NO_ACRONYM
        and all(is_shouted(document, at) and document.text[at.span.start - 1 : at.span.start] != "<" for at, _ in rows)
    )


def _better(pair: NamePair, same: NamePair | None, reverse: NamePair | None) -> bool:
    """Whether `pair` says more than what is known of its suspect, and of the two the other way round."""
    if reverse is not None and reverse.right.text == pair.suspect.text and reverse.confidence >= pair.confidence:
        return False
    return same is None or pair.confidence > same.confidence


def _settled(best: dict[str, NamePair]) -> Iterator[NamePair]:
    """The pairs, none both ways round; where three forms or more are one name, each against the one that stands best."""
    for pairs in _families(best):
        forms = {form.text: form for pair in pairs for form in (pair.suspect, pair.right)}
        if len(forms) == 2:
            yield max(pairs, key=lambda pair: pair.confidence)
            continue
        right = max(forms.values(), key=lambda form: (form.number, -form.places[0].start))
        for suspect in forms.values():
            if folded(suspect.text) != folded(right.text):
                sure = max(
                    (pair for pair in pairs if suspect in (pair.suspect, pair.right)), key=lambda p: p.confidence
                )
                also = tuple(form for form in forms.values() if form not in (suspect, right))
                yield NamePair(suspect, right, sure.confidence, sure.signs, also)


def _families(best: dict[str, NamePair]) -> Iterator[list[NamePair]]:
    """The pairs that hang together by a form, the unsure ones each by itself."""
    families: dict[str, list[NamePair]] = {}
    for pair in best.values():
        if pair.confidence < SHOWN:
            yield [pair]
            continue
        joined = [pair]
        for text in (pair.suspect.text, pair.right.text):
            known = families.get(text, [])
            if len(joined) + len(known) <= _SPELLINGS:
                joined += [other for other in known if other not in joined]
        for member in joined:
            families[member.suspect.text] = families[member.right.text] = joined
    yield from {id(family): family for family in families.values()}.values()


def _suspects(a: Form, b: Form) -> Iterator[tuple[Form, Form]]:
    """The pair with the rarer form first; both ways, the later first, where the draft has them equally often."""
    if a.number < b.number:
        yield a, b
    elif b.number < a.number:
        yield b, a
    else:
        first, later = sorted((a, b), key=lambda form: form.places[0].start)
        yield later, first
        yield first, later


_RELATIVES = compiled(
    rf"\b(?:{alternatives(KIN)}|namesakes?|no relation|not related)\b",
    re.I,
)
# What a short or pet form, or the form for the other sex, adds to a name.
_DIMINUTIVES = ("ie", "y", "i", "ey", "a", "ee", "er", "r", "o", "s", "an", "in", "ine", "in", "ia", "na", "ne")

# An ordinary word that a sentence opens with, right before a surname. Commoner ones (May, Make, Did) say nothing.
_WORD_BEFORE = compiled(r"(?<![\w’'-])([A-Z][a-z]{2,}) \Z")
_NEAR = 16
_INITIAL = compiled(r"[A-Z]\.?\Z")
_RARE = 2

# So many code points hold what is said in one breath.
_BREATH = 80
# Where more given names than these stand before one surname, none is held against the others.
_NAMESAKES = 100


class GivenPair(Row):
    """`suspect` stands before `surname` where `right` stands elsewhere; `places` are of the given name alone."""

    suspect: str
    right: str
    surname: str
    places: tuple[Span, ...]
    right_places: tuple[Span, ...]
    confidence: float


@analysis
def given_pairs(document: Document) -> tuple[GivenPair, ...]:
    """Each given name that may be another one misspelled, by its surname."""
    found: list[GivenPair] = []
    for surname, givens in _givens(document).items():
        for a, b in combinations(givens, 2) if len(givens) <= _NAMESAKES else ():
            near = alike(folded(a), folded(b)) or may_be_one_romanised_name(a, b) or _is_slip_of_half(a, b)
            if not near or _may_both_stand(a, b):
                continue
            suspect, right = sorted((a, b), key=lambda given: (len(givens[given]), -givens[given][0].start))
            both_known = entry(suspect).given > 0 and entry(right).given > 0
            alike_to_the_ear = len(givens[suspect]) == 1 and _sounds_like(suspect, right)
            confidence = _confidence(document, givens[suspect], givens[right], both_known, alike_to_the_ear)
            if f"{a} and {b}" in document.text or f"{b} and {a}" in document.text:
                confidence = 0.4
            if confidence:
                found.append(
                    GivenPair(suspect, right, surname, tuple(givens[suspect]), tuple(givens[right]), confidence)
                )
    return (*found, *_initial_pairs(document))


def _initial_pairs(document: Document) -> Iterator[GivenPair]:
    """Full names whose middle initial is another one elsewhere; once, and not beside it, or they may be two people's."""
    found: dict[tuple[str, str], dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for reference in references(document):
        if len(reference.givens) == 2 and _INITIAL.match(reference.givens[1]):
            start = reference.name.start
            written = " ".join(reference.givens)
            if document.text.startswith(written, start):
                places = found[reference.givens[0], reference.surname][written]
                places.append(Span(start, start + len(written)))
    for (_, surname), forms in found.items():
        if len(forms) == 2:
            (suspect, places), (right, right_places) = sorted(
                forms.items(), key=lambda item: (len(item[1]), -item[1][0].start)
            )
            apart = _near_relatives(document, places) or _in_one_breath(document, places[0], right_places)
            if len(places) == 1 and not apart:
                sure = 0.85 if len(right_places) > 1 else 0.7
                yield GivenPair(suspect, right, surname, tuple(places), tuple(right_places), sure)


def _is_slip_of_half(a: str, b: str) -> bool:
    """Whether one is a half of the other misspelled, and no name that anybody has: Cladue, Jean-Claude."""
    whole, part = (a, b) if "-" in a else (b, a)
    if "-" not in whole or "-" in part or entry(part).given:
        return False
    return any(len(half) > 3 and half != part and alike(folded(half), folded(part)) for half in whole.split("-"))


def _givens(document: Document) -> dict[str, dict[str, list[Span]]]:
    """The places of each first given name, by surname."""
    found: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for reference in references(document):
        if reference.givens and len(reference.givens[0].rstrip(".")) > 2:
            given = reference.givens[0]
            start = reference.name.start
            found[reference.surname][given].append(Span(start, start + len(given)))
    for reference in references(document):
        if not (reference.givens or reference.titles) and (known := found.get(reference.surname)):
            word = _WORD_BEFORE.search(document.text, max(0, reference.name.start - _NEAR), reference.name.start)
            if word and any(_is_slip_of(word[1], given) for given in known):
                known[word[1]].append(Span(*word.span(1)))
    return {surname: givens for surname, givens in found.items() if len(givens) > 1}


def _is_slip_of(word: str, given: str) -> bool:
    """Whether an ordinary word that opens a sentence before a surname is a given name misspelled: “Brain Okafor said”."""
    known, name = entry(word), entry(given)
    if not name.given or known.given or known.word < _RARE or is_title(word):
        return False
    return folded(word)[0] == folded(given)[0] and alike(folded(word), folded(given))


def _may_both_stand(a: str, b: str) -> bool:
    """Whether one person can go by both, or two people by one each: Kate and Katie, Paul and Paula."""
    x, y = sorted((folded(a), folded(b)), key=len)
    if x == y:
        return True
    if {entry(x).given, entry(y).given} == {1, 2} and not may_be_one_given_name(x, y):
        return False
    stem = x.removesuffix("e")
    if y.startswith(stem) and len(y) > len(x) and y[len(stem) :] in _DIMINUTIVES:
        return True
    return may_be_one_given_name(x, y) and y.startswith(x) and len(y) - len(x) > 1


def _sounds_like(a: str, b: str) -> bool:
    return sound(a) == sound(b) or doubling(folded(a), folded(b))


def _confidence(
    document: Document, suspect: list[Span], right: list[Span], both_known: bool, alike_to_the_ear: bool
) -> float:
    """How sure it is that the two are one person; relatives bear two names, but not one name and a slip of it."""
    related = both_known and _near_relatives(document, [*suspect, *right[:1]])
    if both_known and (related or not alike_to_the_ear) and _side_by_side(document, suspect, right):
        return 0.4
    if related and not alike_to_the_ear:
        return 0.4
    if len(suspect) > 1:
        return 0.6  # both are in use: perhaps two people
    return 0.92 if len(right) > len(suspect) else 0.8


def _near_relatives(document: Document, places: list[Span]) -> bool:
    for place in places:
        before = document.text[max(0, place.start - 80) : place.start].rpartition("\n")[2]
        after = document.text[place.end : place.end + 80].partition("\n")[0]
        if _RELATIVES.search(before + after):
            return True
    return False


def _side_by_side(document: Document, these: list[Span], those: list[Span]) -> bool:
    """Whether one sentence has both: a writer doesn't introduce somebody twice in a breath."""
    for one in these:
        first = bisect_left(those, one.start - _BREATH, key=attrgetter("start"))
        last = bisect_left(those, one.start + _BREATH, key=attrgetter("start"))
        for other in those[first:last]:
            start, end = sorted((one.start, other.start))
            if end - start < _BREATH and "\n" not in document.text[start:end] and ". " not in document.text[start:end]:
                return True
    return False


def _in_one_breath(document: Document, one: Span, others: list[Span]) -> bool:
    """Whether one sentence has both full names."""
    for other in others:
        first, second = sorted((one, other))
        between = document.text[first.end : second.start]
        if len(between) < _BREATH and "\n" not in between and ". " not in between:
            return True
    return False


def paired_givens(document: Document) -> Iterator[tuple[str, str]]:
    """The pairs that are judged here, so that no other rule reports them again."""
    for pair in given_pairs(document):
        yield pair.suspect, pair.right


def times(count: int) -> str:
    """`count` as a writer says it: once, twice, 3 times."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
