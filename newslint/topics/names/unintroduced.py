"""Surnames that nobody is introduced by, each with those that people are and that it may stand for: Mrs Holgate, Ann Holroyd."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.mentions import stands_as_word
from newslint.story.people import is_named_as_kin
from newslint.story.references import Reference, references
from newslint.story.same import Pair, measured
from newslint.text.lexicon import MAN, WOMAN, Entry, entry, folded
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentence_at
from newslint.text.similarity import doubling, edits, inflected, is_half, shared_head, sound
from newslint.text.vocabulary import SPOKE, alternatives
from newslint.topics.names.honorifics import MEN, WOMEN, honorific
from newslint.topics.names.surroundings import ACTS, NO_PERSON

# The kind of pair, in the table of weights.
UNINTRODUCED = "unintroduced-surname"
_SHORTEST = 3
_CROWD = 6  # people whose surnames begin alike: more are no sign
_FARTHEST = 6
_PLACES = 6
_AROUND = 60
_WELL_KNOWN, _USUAL, _SURNAME = 18, 4, 3
_SPOKEN = compiled(rf"\b(?:{alternatives(SPOKE)}|added|asked|according to) \Z")
_SAYS = compiled(rf",? (?:who )?(?:{alternatives(SPOKE)})\b")
# What people do and have, behind a name: said, looks at, will open, ’s van.
_LIVES = compiled(
    r"['’]s? [a-z]|,? (?:who |then |also |never |now |still |too )?(?:will|shall|did|does|[a-z]{2,}(?:ed|[^s]s)|said|told|took|went|came"
    r"|made|had|was|can|cannot|could|would|should|may|might|must|is|has|thought|felt|knew|wrote|left|gave|got|saw|began|kept|put|set"
    r"|won|lost|ran|sat|stood|spoke|sold|bought|held|led|met|paid|rose|fell)\b"
)
# What they don't do, and what is said of them before they do: isn't waiting; for her part, thinks; answering him, said.
_ACTS_TOO = compiled(
    r" (?:is|was|has|had|do|does|did|wo|would|could|ca|should)n['’]t\b|, (?:[a-z]+ing|for (?:his|her|their) part|too|meanwhile|however"
    r"|though|by contrast|of course|in turn|again|instead|who|whose|whom|like (?:his|her|their|most|many)|as (?:ever|usual|always))\b"
)
# Whom a title of these is before, anybody may be.
_ANYBODY = frozenset({"mr", "mrs", "ms", "miss", "mx"})


class _Bearer(Row):
    """A surname with its references, and the given names that stand before it."""

    surname: str
    references: tuple[Reference, ...]

    @property
    def places(self) -> tuple[Span, ...]:
        """Where the surname alone stands."""
        return tuple(Span(each.name.end - len(self.surname), each.name.end) for each in self.references)

    @property
    def titles(self) -> frozenset[str]:
        return frozenset(title.rstrip(".").lower() for each in self.references for title in each.titles)


@analysis
def unintroduced_pairs(document: Document) -> tuple[Pair, ...]:
    """Each surname of a person whom nothing introduces, with every like surname of somebody who is introduced."""
    known, strangers = _bearers(document)
    shelves: dict[str, list[_Bearer]] = defaultdict(list)
    for bearer in known:
        for key in _keys(bearer.surname):
            shelves[key].append(bearer)
    found: list[Pair] = []
    for stranger in strangers:
        near = {bearer.surname: bearer for key in _keys(stranger.surname) for bearer in shelves[key]}
        alike = [bearer for bearer in near.values() if _alike(stranger.surname, bearer.surname)]
        if 0 < len(alike) <= _CROWD and _is_person(document, stranger):
            found.extend(_pair(document, stranger, bearer, len(alike)) for bearer in alike)
    for two in _of_one_given_name(known):
        suspect, right = sorted(two, key=_standing)
        found.append(_pair(document, suspect, right, 1))
    return tuple(found)


def _of_one_given_name(known: list[_Bearer]) -> Iterator[tuple[_Bearer, _Bearer]]:
    """Every two like surnames behind one given name: Leonard Pascoe, Leonard Pascall."""
    namesakes: dict[str, list[_Bearer]] = defaultdict(list)
    for bearer in known:
        givens = {folded(each.givens[0]): None for each in bearer.references if _is_introduction(each)}
        if len(givens) == 1:
            namesakes[next(iter(givens))].append(bearer)
    for bearers in namesakes.values():
        if len(bearers) <= _CROWD:
            yield from (two for two in combinations(bearers, 2) if _alike(*(each.surname for each in two)))


def _standing(bearer: _Bearer) -> tuple[int, int]:
    """What sorts the surname that's likelier wrong first: the rarer, or the later."""
    return len(bearer.references), -bearer.references[0].name.start


def _bearers(document: Document) -> tuple[list[_Bearer], list[_Bearer]]:
    """Those who are introduced with a given name, and those who never are."""
    by_surname: dict[str, list[Reference]] = defaultdict(list)
    for reference in references(document):
        if len(reference.surname) >= _SHORTEST and not reference.titled and _is_surname(reference.surname):
            by_surname[reference.surname].append(reference)
    bearers = [_Bearer(surname, tuple(found)) for surname, found in by_surname.items()]
    known = [bearer for bearer in bearers if any(_is_introduction(each) for each in bearer.references)]
    strangers = [bearer for bearer in bearers if not any(each.givens for each in bearer.references)]
    return known, strangers


def _is_surname(word: str) -> bool:
    """Whether the word is set as surnames are, and no short form or maker’s name: PAC, LayerX."""
    return not word.isupper() and word[-1].islower()


def _is_introduction(reference: Reference) -> bool:
    return any(len(given.rstrip(".")) > 1 for given in reference.givens)


def _keys(surname: str) -> tuple[str, ...]:
    """By what like surnames are found: the first two letters, with the second left out, the last three, the first and the end."""
    plain = folded(surname)
    return plain[:2], f"-{plain[-3:]}", plain[:1] + plain[2:3], f"{plain[:1]}-{plain[-2:]}"


def _alike(one: str, other: str) -> bool:
    a, b = folded(one), folded(other)
    least, head = min(len(a), len(b)), shared_head(a, b)
    most = least // 2 + (a[0] == b[0])
    near = (head >= 3 and 2 * head >= least) or most > _FARTHEST or edits(a, b, most) <= most
    return near and not is_half(a, b) and (not inflected(a, b) or _has_an_s_more(a, b))


def _has_an_s_more(a: str, b: str) -> bool:
    return a == f"{b}s" or b == f"{a}s"


def _is_person(document: Document, stranger: _Bearer) -> bool:
    """Whether somewhere the copy has the stranger do what people do, or gives a title, and nowhere an article."""
    text, first = document.text, stranger.references[0]
    if not stranger.titles and any(
        NO_PERSON.search(text, max(0, each.name.start - _AROUND), each.name.start) for each in stranger.references
    ):
        return False
    if not first.titles and is_named_as_kin(document, first):
        return False  # “her son Declan” has a given name
    for reference in stranger.references[:_PLACES]:
        start, end = reference.name
        if (
            reference.titles
            or _LIVES.match(text, end)
            or _ACTS_TOO.match(text, end)
            or _SPOKEN.search(text, max(0, start - 16), start)
        ):
            return True
    return False


def _pair(document: Document, stranger: _Bearer, bearer: _Bearer, rivals: int) -> Pair:
    signs = {
        **_letters(stranger.surname, bearer.surname),
        **_knowledge(stranger.surname, bearer.surname),
        **_titles(stranger, bearer),
        **_places(document, stranger, bearer),
        **_counts(document, stranger, bearer),
        "others may be meant": rivals > 1,
        "one given name before both": any(each.givens for each in stranger.references),
    }
    one, *more = stranger.places
    other, *again = bearer.places
    return Pair(UNINTRODUCED, one, other, measured(signs), (*more, *again))


def _letters(one: str, other: str) -> dict[str, float]:
    """How the two surnames part."""
    a, b = folded(one), folded(other)
    distance, most = edits(a, b, _FARTHEST), max(len(a), len(b))
    plural = _has_an_s_more(a, b)
    return {
        "one letter": distance == 1 and not plural,
        "two letters": distance == 2,
        "how much of the letters differs": distance / most,
        "they sound alike": sound(a) == sound(b) or doubling(a, b),
        "few letters": min(len(a), len(b)) < 5,
    }


def _knowledge(one: str, other: str) -> dict[str, float]:
    """What the lists know of the two."""
    known, right = entry(one), entry(other)
    return {
        "no list has the suspect": known == Entry(),
        "the suspect is a known surname": known.surname >= _SURNAME,
        "both are known surnames": min(known.surname, right.surname) >= _SURNAME,
        "everybody knows the suspect": known.frequency > _WELL_KNOWN and not 0 < known.word <= _USUAL,
        "the suspect is an ordinary word": 0 < known.word <= _USUAL,
        "the suspect is a place": known.place > 0,
    }


def _titles(stranger: _Bearer, bearer: _Bearer) -> dict[str, float]:
    """What stands before the two."""
    own, others = stranger.titles, bearer.titles
    posts, held = own - _ANYBODY, others - _ANYBODY
    forms = {honorific(each) for each in stranger.references} - {""}
    sexes = {entry(given).given for each in bearer.references for given in each.givens[:1]}
    return {
        "a title before the suspect": bool(own),
        "two titles": bool(posts) and bool(held) and not posts & held,
        "the honorific fits the given name": (bool(forms & MEN) and sexes == {MAN})
        or (bool(forms & WOMEN) and sexes == {WOMAN}),
    }


def _places(document: Document, stranger: _Bearer, bearer: _Bearer) -> dict[str, float]:
    """Where the two stand to each other."""
    text, first = document.text, stranger.references[0].name
    full = next(each.name for each in bearer.references if _is_introduction(each))
    sentences = [_sentences_of(document, each) for each in (stranger, bearer)]
    return {
        "the other is introduced before": full < first,
        "in one sentence": not sentences[0].isdisjoint(sentences[1]),
        "the suspect acts": any(_acts(text, each.name) for each in stranger.references[:_PLACES]),
        "the suspect speaks": any(_speaks(text, each.name) for each in stranger.references[:_PLACES]),
        "the other speaks": any(_speaks(text, each.name) for each in bearer.references[:_PLACES]),
        "in a quotation": in_quotation(document, first.start),
    }


def _counts(document: Document, stranger: _Bearer, bearer: _Bearer) -> dict[str, float]:
    """How often the two stand."""
    alone = sum(not each.givens for each in bearer.references)
    return {
        "the suspect stands once": len(stranger.references) == 1,
        "the suspect stands three times or more": len(stranger.references) > 2,
        "the other comes back often": alone > 2,
        "the suspect stands in small letters, too": stands_as_word(document, folded(stranger.surname)),
    }


def _acts(text: str, name: Span) -> bool:
    return bool(ACTS.match(text, name.end) or _ACTS_TOO.match(text, name.end))


def _speaks(text: str, name: Span) -> bool:
    return bool(_SAYS.match(text, name.end) or _SPOKEN.search(text, max(0, name.start - 16), name.start))


def _sentences_of(document: Document, bearer: _Bearer) -> frozenset[int]:
    found = (sentence_at(document, place.start) for place in bearer.places[:30])
    return frozenset(sentence.start for sentence in found if sentence)
