"""Pairs of name words that may be one name in two spellings, found by their letters and judged by the evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain, combinations, product

from newslint.document import Document, analysis
from newslint.finding import Sign
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.abbreviations import explained
from newslint.story.contrast import told_apart
from newslint.story.families import is_no_relation
from newslint.story.given_names import given_before
from newslint.story.mentions import name_words
from newslint.story.references import introduced, references
from newslint.story.same import Pair, Verdict, judged
from newslint.text.lexicon import Entry, entry, folded
from newslint.text.similarity import edits, inflected, is_half
from newslint.text.vocabulary import (
    COLLEAGUES,
    FUNCTION,
    NUMBER_WORDS,
    PLAIN_HONORIFICS,
    PLAIN_NUMBERS,
    alternatives,
)
from newslint.topics.names.candidates import lookalikes
from newslint.topics.names.evidence import evidence
from newslint.topics.names.introductions import is_told_at
from newslint.topics.names.name_words import Form, form, is_shouted
from newslint.topics.names.unintroduced import unintroduced_pairs

# The kind of pair, in the table of weights.
SPELLING = "name-spelling"
# A name that is misremembered has so many letters changed, and so many of one beginning or end are no sign.
_FARTHEST = 4
_CROWD = 12
_SHORTEST = 4  # of a shorter name most that end otherwise are others
_AT_BIRTH = compiled(r"\b(?:was|were) born (?P<given>[A-Z][a-z]+) (?:[A-Z][a-z]+ )?\Z")
# “2 Dennis ”, “3. ”
_PLACED = compiled(r"(?:[:;,] |\n)\d{1,2}\.? (?:[A-Z][\w.’'-]* ){0,2}\Z")
_AHEAD, _NEAR = 40, 16  # letters
# “the ”, “two Mr ”
_SEVERAL = compiled(
    rf"(?i)\b(?:the|both|{alternatives(PLAIN_NUMBERS)})(?: (?:{alternatives(PLAIN_HONORIFICS)})\.?)? \Z"
)
# “Moor’s predecessor, the late Dr ”
_BESIDE = compiled(
    rf"\b(?P<owner>[A-Z][\w-]+)['’]s? (?:[a-z-]+ ){{0,2}}(?:{alternatives(COLLEAGUES)}),? (?:the )?(?:late )?(?:[A-Z][\w.-]* ){{0,2}}\Z"
)
_LOOKED_AT = 4  # places of each form
# From this confidence on a pair is shown, as a warning: what is less sure was mostly wrong on copy that the weights weren't fitted on.
SHOWN = 0.8
# What has more spellings than these in one draft is no one name.
_SPELLINGS = 24
# Of so many letters acronyms are rare.
_NO_ACRONYM = 5
# Below this confidence a pair isn't worth keeping.
_SILENT = 0.2


class NamePair(Row):
    """`suspect` may be a misspelling of `right`, as the judge's `verdict` says; `also` are further misspellings of it."""

    suspect: Form
    right: Form
    verdict: Verdict
    also: tuple[Form, ...] = ()

    @property
    def confidence(self) -> float:
        """From 0 to 1."""
        return self.verdict.probability

    @property
    def signs(self) -> tuple[Sign, ...]:
        """What the confidence is made of."""
        return self.verdict.signs


@analysis
def name_pairs(document: Document) -> tuple[NamePair, ...]:
    """Each suspect form with the likeliest right one."""
    best: dict[str, NamePair] = {}
    for pair in chain(_spelled(document), _unintroduced(document)):
        if pair.confidence > _SILENT and _better(pair, best.get(pair.suspect.text), best.get(pair.right.text)):
            best[pair.suspect.text] = pair
    return tuple(_settled(best))


def _spelled(document: Document) -> Iterator[NamePair]:
    """Each two words that look alike, with how likely they are one."""
    for suspect, right in _near(document):
        yield NamePair(suspect, right, judged(SPELLING, dict(evidence(document, suspect, right))))


def _unintroduced(document: Document) -> Iterator[NamePair]:
    """Each surname that nobody is introduced by, with the one that it may stand for."""
    for pair in unintroduced_pairs(document):
        verdict = judged(pair.kind, pair.signs)
        known = name_words(document)
        if verdict.probability > _SILENT and document[pair.suspect] in known and document[pair.other] in known:
            suspect, right = (form(document, document[place]) for place in (pair.suspect, pair.other))
            if not _told_apart(document, suspect, right):
                yield NamePair(suspect, right, verdict)


def spelling_pairs(document: Document) -> Iterator[Pair]:
    """All pairs that are weighed, with their signs: what the weights are fitted on."""
    for suspect, right in _near(document):
        signs = dict(evidence(document, suspect, right))
        yield Pair(SPELLING, suspect.places[0], right.places[0], signs, (*suspect.places[1:], *right.places[1:]))


def _is_one_name(suspect: Form, right: Form) -> bool:
    """Whether the suspect always stands right beside the other, and so is another word of its name: the Ferrow Ferret."""
    return suspect.number == suspect.before.get(right.text, 0) + suspect.after.get(right.text, 0)


def _near(document: Document) -> Iterator[tuple[Form, Form]]:
    """Words of names that look alike, the rarer first."""
    near = list(lookalikes(name_words(document), _shouted(document)))
    near += _misremembered(document, {frozenset(pair) for pair in near})
    near += _ending_otherwise(document)
    built = {text: form(document, text) for text in {text for pair in near for text in pair}}
    for a, b in near:
        one, other = built[a], built[b]
        if not (_is_no_name(document, one) or _is_no_name(document, other) or _told_apart(document, one, other)):
            yield from (pair for pair in _suspects(one, other) if not _is_one_name(*pair))


def _is_no_name(document: Document, form: Form) -> bool:
    return _opens_sentences(form) or _is_garbled(document, form)


def _opens_sentences(form: Form) -> bool:
    """Whether it's a word that names nothing, with the capital of a beginning: They, Three."""
    word = form.text.lower()
    return form.strong == 0 and (word in FUNCTION or word in NUMBER_WORDS)


def _is_garbled(document: Document, form: Form) -> bool:
    """Whether its last letter is what a wrong encoding made of an apostrophe: Appleâ€™s."""
    return form.text.endswith("â") and all(document.text.startswith("€", place.end) for place in form.places)


def _told_apart(document: Document, a: Form, b: Form) -> bool:
    """Whether the copy says somewhere that it's not the one but the other, or that one came for the other: Sousa (Souza 75).

    Two short forms, each with what it stands for, are two as well.
    """
    if _is_family_of(document, a, b) or _is_family_of(document, b, a) or _have_two_surnames(a, b):
        return True
    if _is_beside(document, a, b) or _is_beside(document, b, a):
        return True
    if _is_name_at_birth(document, a, b) or _is_name_at_birth(document, b, a):
        return True  # “Desmond Vane was born Desmond Vine”
    later = max(a, b, key=lambda form: form.places[0])
    if is_told_at(document.text, later.places[0]):
        return True  # “Mr Moor came first. A Mr Moore, of Borth, was second.”
    if _is_no_relation(document, a, b) or _have_two_places(document, a, b):
        return True
    return {a.text, b.text} <= explained(document) or any(
        told_apart(document, *both) for both in product(a.places[:_LOOKED_AT], b.places[:_LOOKED_AT])
    )


def _have_two_places(document: Document, a: Form, b: Form) -> bool:
    """Whether one list of results has both: “Sweet peas: 1 Dennis Howland; 2 Dennis Holland”."""
    lines = [
        {
            document.text.rfind("\n", 0, place.start)
            for place in form.places
            if _PLACED.search(document.text, max(0, place.start - _AHEAD), place.start)
        }
        for form in (a, b)
    ]
    return not lines[0].isdisjoint(lines[1])


def _is_no_relation(document: Document, a: Form, b: Form) -> bool:
    """Whether both are parts of full names, and at one it's said that the other is somebody else; who has a namesake of the very surname is told apart from that one."""
    full = all(given_before(form.givens) or form.after for form in (a, b))
    own = (form for form in (a, b) if full and len(given_before(form.givens)) < 2)
    return any(is_no_relation(document, place) for form in own for place in form.places[:_LOOKED_AT])


def _is_name_at_birth(document: Document, form: Form, other: Form) -> bool:
    """Whether who keeps the given name was born so: “Desmond Vane was born Desmond Vine”; who took another may have kept the surname."""
    before = (document.text[max(0, at.start - 30) : at.start] for at in form.places[:_LOOKED_AT])
    born = (match for text in before if (match := _AT_BIRTH.search(text)))
    return any(f"{match['given']} {other.text}" in document.text for match in born)


def _is_family_of(document: Document, a: Form, b: Form) -> bool:
    """Whether the one is the family of the other, or several who are called so: the Arseneaus, two Mr Arseneaus."""
    return a.text == f"{b.text}s" and all(
        _SEVERAL.search(document.text, max(0, place.start - _NEAR), place.start) for place in a.places
    )


def _is_beside(document: Document, a: Form, b: Form) -> bool:
    """Whether the one is the other's colleague, as nobody is their own: “Moore’s predecessor, the late Eve Moor”; relatives share a surname."""
    before = (
        _BESIDE.search(document.text, max(0, place.start - _AHEAD), place.start) for place in a.places[:_LOOKED_AT]
    )
    return any(match is not None and match["owner"] == b.text for match in before)


def _have_two_surnames(a: Form, b: Form) -> bool:
    """Whether each is always the given name of another surname, which aren't alike: Sahan Rathna, Ashan Samara."""
    if a.alone or b.alone or any(sum(form.after.values()) < form.number for form in (a, b)):
        return False
    return all(edits(one, other, 2) > 2 for one, other in product(a.after, b.after))


def _misremembered(document: Document, known: set[frozenset[str]]) -> Iterator[tuple[str, str]]:
    """Surnames that nobody is introduced by, each with those of people who are and that begin or end as it does."""
    full: dict[str, set[str]] = defaultdict(set)
    for surname in introduced(document):
        for key in _ends(surname):
            full[key].add(surname)
    orphans = {reference.surname for reference in references(document)} - introduced(document)
    for orphan in sorted(orphan for orphan in orphans if not _begins_a_name(document, orphan)):
        for surname in sorted({surname for key in _ends(orphan) if len(full[key]) <= _CROWD for surname in full[key]}):
            one, other, most = folded(orphan), folded(surname), min(_FARTHEST, len(surname) // 2)
            far = not 0 < edits(one, other, most) <= most
            if not (far or is_half(one, other) or frozenset((orphan, surname)) in known):
                yield orphan, surname


def _begins_a_name(document: Document, surname: str) -> bool:
    """Whether a longer name begins so, for which it may be short: a club, “Aldwick Rovers”."""
    return any(at == 0 and len(mention.words) > 1 for mention, at in name_words(document).get(surname, ()))


def _ending_otherwise(document: Document) -> Iterator[tuple[str, str]]:
    """Surnames of which one may be the other inflected, behind one given name: Israeli is no slip for Israel, Ada Dirsoni for Ada Dirson is."""
    of_given: dict[str, dict[str, None]] = defaultdict(dict)
    for reference in references(document):
        if reference.full:
            of_given[folded(reference.givens[-1])][reference.surname] = None
    for surnames in of_given.values():
        for one, other in combinations(surnames if len(surnames) <= _CROWD else (), 2):
            a, b = folded(one), folded(other)
            if a != b and inflected(a, b) and min(len(a), len(b)) >= _SHORTEST:
                yield one, other


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
                yield NamePair(suspect, right, sure.verdict, also)


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
    """The pair with the likelier slip first; both ways, the later first, where nothing tells which of them it is."""
    one, other = _standing(a), _standing(b)
    if one != other:
        yield (a, b) if one < other else (b, a)
    else:
        first, later = sorted((a, b), key=lambda form: form.places[0].start)
        yield later, first
        yield first, later


def _standing(form: Form) -> tuple[int, bool, bool]:
    """How well a form stands: how often, whether somebody is introduced by it, whether a list has it."""
    return form.number, bool(given_before(form.givens)), entry(form.text) != Entry()
