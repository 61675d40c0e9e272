"""Namesakes: pairs of given names before one surname, with the signs that they are one person's."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from itertools import combinations, product
from operator import attrgetter

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.ages import ages
from newslint.story.antecedents import person_of
from newslint.story.families import RELATIVES, UNRELATED, is_a_house, is_no_relation
from newslint.story.given_names import alike, is_initials
from newslint.story.held_posts import held
from newslint.story.references import Reference, number_from, references
from newslint.story.relations import relations
from newslint.story.same import Pair, measured
from newslint.text.lexicon import MAN, WOMAN, entry, folded, may_be_one_given_name
from newslint.text.prefilter import blocks_at
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import COLLEAGUES, FUNCTION, KIN, alternatives
from newslint.topics.names.given_forms import is_slip_of, is_slip_of_half, may_both_stand, parted
from newslint.topics.names.surroundings import ACTS

# An ordinary word that a sentence opens with, right before a surname. Commoner ones (May, Make, Did) say nothing.
_WORD_BEFORE = compiled(r"(?<![\w’'-])([A-Z][a-z]{2,}) \Z")
_WORD_BEHIND = compiled(r" ([\w-]+)")
_NEAR = 16
_RHYME = 2  # letters that Joel and Noel, Elaine and Lorraine end with alike
_USUAL_SURNAME = 5
_EVERYBODY_KNOWS = 6  # of the levels of proper names
# So many code points hold what is said in one breath, and what tells of a relative.
_BREATH = 80
# Where more given names than these stand before one surname, none is held against the others.
_NAMESAKES = 12
_FOREBEARS = alternatives(word for word, kin in KIN.items() if kin.generation > 1)
_KIN_BEFORE = compiled(
    rf"\b(?:{RELATIVES}|{UNRELATED})(?:,| of| to| and| named| called|:)* (?:[A-Z][a-z]+,? (?:and|&) )?(?:Mrs?|Ms|Dr)?\.? ?\Z"
)
_KIN_BEHIND = compiled(
    rf"(?: and [A-Z][a-z]+ [A-Z][a-z]+)?,? (?:no relation|not related|\(?no relation|who is |is |was )?(?:the |his |her |their |whose |an? |[A-Z][\w’']+['’]s )?"
    rf"(?:[a-z-]+ ){{0,2}}(?:{RELATIVES}|{UNRELATED})\b"
)
# “Syafiq Moor, twin brother of Syamil”
_KIN_OF = compiled(rf",? (?:the |his |her )?(?:[a-z-]+ ){{0,2}}{RELATIVES} of (?P<other>[A-Z][\w-]+)")
# “Syafiq Moor, who rows and is the twin brother of the keeper ”
_IS_KIN_OF = compiled(
    rf"(?:,|,? who)[^.;:!?“”\"\n]{{0,80}}?\b(?:the|an?) (?:[a-z-]+ ){{0,2}}{RELATIVES} of (?:[\w’'-]+ ){{0,4}}"
)
# “Ben Moor writes that the party asked his grandfather”, who is known in his own right; of parents the same is said of anybody.
_OF_THEIR_OWN = compiled(rf"[^.;:!?\n“”\"]{{0,200}}?\b(?:his|her) (?:late )?(?:{_FOREBEARS})\b")
_POST = compiled(r"\b[Tt]he (?P<which>former |deputy |late |previous )?(?P<post>[a-z]+), (?:[A-Z][a-z]+\.? )?\Z")
# Nobody is called so beside themselves: “Moor said. Her colleague at the mill, Ann Moor,”
_HIS_OR_HER = compiled(
    rf"\b(?:[Hh]is|[Hh]er|[Tt]heir) (?:[a-z-]+ ){{0,3}}(?:{alternatives(COLLEAGUES)}|opposite number|co-[a-z]+)"
    r"(?: (?:at|in|on|for|as) [^,.;:\n]{1,40})?,? (?:[a-z-]+ ){0,3}\Z"
)
_HER_KIN = compiled(rf"\b(?:[Hh]is|[Hh]er) (?:[a-z-]+ ){{0,2}}{RELATIVES}(?:-in-law)?, \Z")
_HIS_OR_HER_KIN = compiled(rf", (?:who (?:is|was) )?(?:his|her) (?:[a-z-]+ ){{0,2}}{RELATIVES}\b")
_CALLED = compiled(
    r"\b(?P<given>[A-Z][\w-]+)(?: [A-Z][\w.-]*)* [(“\"‘'](?P<called>[A-Z][\w-]+)[)”\"’'] (?P<surname>[A-Z][\w’'-]+)"
)
_CALLED_SO = compiled(r"[(“\"‘'](?<= .)[A-Z][\w-]+[)”\"’'] [A-Z]")
_OWN = compiled(r" \([^()\n]{2,40}\)|, (?:of |from )?(?:\d|[A-Z])[^,.;\n]{0,30}")


class _Given(Row):
    """A given name before a surname: the references that have it, and the spans of the given name alone."""

    name: str
    surname: str
    references: tuple[Reference, ...]
    places: tuple[Span, ...]


@analysis
def given_pairs(document: Document) -> tuple[Pair, ...]:
    """Each two given names before one surname that no list holds for one; the rarer, or the later, is suspected."""
    found: list[Pair] = []
    posts = {post.holder.name.start: post.head for _, own in held(document) for post in own if post.holder}
    aged = {age.name.end for age in ages(document)}
    for surname, givens in _givens(document).items():
        if len(givens) > _NAMESAKES:
            continue
        alone = _alone(document).get(surname, [])
        by_both = _by_both(document)
        pairs = [
            (a, b)
            for a, b in combinations(givens, 2)
            if not _are_two(document, a, b, posts, aged) and {a.name, b.name, surname} not in by_both
        ]
        house = bool(pairs) and is_a_house(document, surname)
        for a, b in pairs:
            suspect, right = sorted((a, b), key=lambda given: (len(given.places), -given.places[0].start))
            signs = _letters(suspect, right) | _people(document, suspect, right, posts, aged, house)
            signs |= _places(document, suspect, right, alone)
            found.append(_pair(suspect, right, signs))
    return tuple(found)


@analysis
def both_stand(document: Document) -> frozenset[frozenset[str]]:
    """Every two given names before one surname that the copy says are two people's, or that everybody knows and two may have, where one is told to be a relative."""
    found = (
        (a, b) for givens in _givens(document).values() for a, b in combinations(givens, 2) if len(givens) <= _NAMESAKES
    )
    return frozenset(
        frozenset((a.name, b.name)) for a, b in found if _are_told_to_be_two(document, a, b) or _are_kin(document, a, b)
    )


def _are_kin(document: Document, a: _Given, b: _Given) -> bool:
    known = bool(entry(a.name).given and entry(b.name).given) and may_both_stand(a.name, b.name)
    return known and (_is_a_relative(document, a) or _is_a_relative(document, b))


def _are_two(document: Document, a: _Given, b: _Given, posts: Mapping[int, str], aged: Set[int]) -> bool:
    """Whether two given names may both be right, as one person's or as two people's, or one is nobody's."""
    return (
        may_both_stand(a.name, b.name)
        or _has_both(a, b)
        or _has_both(b, a)
        or _sign_each(document, a, b)
        or _have_words_of_their_own(document, a, b)
        or _are_told_to_be_two(document, a, b)
        or _are_relatives(document, a, b, posts, aged)
        or _hold_a_post_in_turn(document, a, b)
        or any(_is_no_persons(document, each, posts, aged) for each in (a, b))
    )


@analysis
def _by_both(document: Document) -> list[set[str]]:
    """Who is said to go by two given names: “Wilhelmina "Willa" Lunn”, as the two and the surname."""
    blocks = blocks_at(document, (match.start() for match in _CALLED_SO.finditer(document.text)))
    found = (match for block in blocks for match in _CALLED.finditer(document.text, block.start, block.end))
    return [{match["given"], match["called"], match["surname"]} for match in found]


def _pair(suspect: _Given, right: _Given, signs: dict[str, float]) -> Pair:
    kept = measured(signs)
    return Pair("given-name", suspect.places[0], right.places[0], kept, (*suspect.places[1:], *right.places[1:3]))


def _letters(suspect: _Given, right: _Given) -> dict[str, float]:
    """How far the letters of two given names part, and what the lists know of them."""
    x, y = parted(folded(suspect.name), folded(right.name))
    known, other = entry(suspect.name), entry(right.name)
    near = alike(x, y) or is_slip_of_half(suspect.name, right.name)
    rhyme = x[-_RHYME:] == y[-_RHYME:] and abs(len(x) - len(y)) <= _RHYME and known.given == other.given > 0
    return {
        "the given names are alike": float(near),
        "the lists hold them for forms of one name": float(may_be_one_given_name(x, y)),
        "a usual surname": float(entry(suspect.surname).surname >= _USUAL_SURNAME),
        "two known names of one sex": float(known.given == other.given > 0),
        "wholly different names": float(not near and not rhyme and x[0] != y[0]),
        "names of two sexes": float({known.given, other.given} == {MAN, WOMAN}),
    }


def _people(
    document: Document,
    suspect: _Given,
    right: _Given,
    posts: dict[int, str],
    aged: set[int],
    house: bool,
) -> dict[str, float]:
    """What speaks for one person, or for two; `house`: the story speaks of several people by the surname."""
    related = [_is_a_relative(document, given) for given in (suspect, right)]
    introduced = [
        kin or _is_introduced(given, posts, aged) for given, kin in zip((suspect, right), related, strict=True)
    ]
    own, other = (
        {posts[each.name.start] for each in given.references if each.name.start in posts} for given in (suspect, right)
    )
    two = all(introduced) and own.isdisjoint(other)  # two aren't introduced by one post
    return {
        "only the other is introduced": float(introduced[1] and not introduced[0]),
        "told as two people": float(two or house),
        "named in one breath": float(_in_one_breath(document, suspect.places, right.places)),
        "one is a relative": float(any(related)),
    }


def _places(document: Document, suspect: _Given, right: _Given, alone: Sequence[Span]) -> dict[str, float]:
    """Where the two given names stand; `alone`: the surname without one."""
    first, later = suspect.places[0], right.places[0]
    return {
        "the suspect stands once": float(len(suspect.places) == 1),
        "the suspect stands first": float(first < later),
        "the surname alone stands between": float(any(later < place < first for place in alone)),
        "the surname alone stands behind the suspect": float(any(first < place for place in alone)),
        "in a quotation": float(in_quotation(document, first.start)),
    }


@analysis
def _alone(document: Document) -> dict[str, list[Span]]:
    """Where each surname stands without a given name."""
    found: dict[str, list[Span]] = defaultdict(list)
    for reference in references(document):
        if not reference.givens:
            found[reference.surname].append(reference.name)
    return found


def _givens(document: Document) -> dict[str, list[_Given]]:
    """Each first given name, by surname, where a surname has several."""
    found: dict[str, dict[str, list[tuple[Span, Reference]]]] = defaultdict(lambda: defaultdict(list))
    for reference in references(document):
        if reference.givens and len(reference.givens[0].rstrip(".")) > 2 and not is_initials(reference.givens[0]):
            given = reference.givens[0]
            start = reference.name.start
            found[reference.surname][given].append((Span(start, start + len(given)), reference))
    for reference in references(document):
        if not (reference.givens or reference.titles) and (known := found.get(reference.surname)):
            word = _WORD_BEFORE.search(document.text, max(0, reference.name.start - _NEAR), reference.name.start)
            if word and any(is_slip_of(word[1], given) for given in known):
                known[word[1]].append((Span(*word.span(1)), reference))
    return {
        surname: [
            _Given(name, surname, tuple(reference for _, reference in rows), tuple(place for place, _ in rows))
            for name, rows in givens.items()
        ]
        for surname, givens in found.items()
        if len(givens) > 1
    }


def _has_both(one: _Given, other: _Given) -> bool:
    """Whether somebody has one of the names behind the other, and may go by it: Mohamed Mamdouh Moor, Mamdouh Moor."""
    return any(other.name in reference.givens[1:] for reference in one.references)


def _sign_each(document: Document, a: _Given, b: _Given) -> bool:
    """Whether each stands with the surname as a line by itself, as under a letter, or as who is elected or plays."""
    return all(any(_is_a_line(document, each.name) for each in given.references[:_NAMESAKES]) for given in (a, b))


def _is_a_line(document: Document, name: Span) -> bool:
    return document.text[name.start - 1 : name.start] == document.text[name.end : name.end + 1] == "\n"


def _is_a_relative(document: Document, given: _Given) -> bool:
    """Whether the copy says whose relative somebody is, or that they are none: “his brother Ben Moor”, “Ben Moor, her son,”, “her son, Ben,”."""
    if given.name in _relatives(document):
        return True
    for reference in given.references[:_NAMESAKES]:
        start, end = reference.name
        if _KIN_BEFORE.search(document.text, max(0, start - _BREATH), start) or _KIN_BEHIND.match(document.text, end):
            return True
        if _OF_THEIR_OWN.match(document.text, end):
            return True
    return False


@analysis
def _relatives(document: Document) -> frozenset[str]:
    """The given names by which the copy tells, without a surname, of somebody's relatives."""
    return frozenset(relation.name for relation in relations(document) if " " not in relation.name)


def _are_told_to_be_two(document: Document, a: _Given, b: _Given) -> bool:
    """Whether the copy says at one that the other is a relative, a colleague or none, that there are two Moors, or one has a surname of two halves besides: Ann Moor-Hill is called Ann Moor."""
    first = (reference.name for given in (a, b) for reference in given.references[:_NAMESAKES])
    if any(is_no_relation(document, name) or _relative_of(document, name) in (a.name, b.name) for name in first):
        return True
    if _is_told_beside(document, a, b) or _is_told_beside(document, b, a):
        return True
    if _is_called_kin_of(document, a, b) or _is_called_kin_of(document, b, a):
        return True
    if any(f"{several} {a.surname}s" in document.text for several in ("two", "both", "three")):
        return True
    return any(f"{each.name} {each.surname}-" in document.text for each in (a, b))


def _are_relatives(document: Document, a: _Given, b: _Given, posts: Mapping[int, str], aged: Set[int]) -> bool:
    """Whether two share the surname as relatives do: of names that aren't alike one is told to be a relative's, and the other isn't named as if known."""
    if alike(*parted(folded(a.name), folded(b.name))):
        return False
    kin = [_is_a_relative(document, each) for each in (a, b)]
    known = [own or _is_introduced(each, posts, aged) for own, each in zip(kin, (a, b), strict=True)]
    return any(kin) and all(known)


def _is_told_beside(document: Document, one: _Given, other: _Given) -> bool:
    """Whether `one` is somebody's colleague, predecessor or relative, and the last who is named before is the other."""
    for reference in one.references[:_NAMESAKES]:
        start = reference.name.start
        told = _HIS_OR_HER.search(document.text, max(0, start - _BREATH), start)
        if told or _HIS_OR_HER_KIN.match(document.text, reference.name.end):
            named = [each for each in references(document) if each.givens and each.name.start < start]
            if named and (named[-1] in other.references or _in_one_sentence(document, start, other)):
                return True
    return _is_told_as_anothers(document, one, other)


def _is_told_as_anothers(document: Document, one: _Given, other: _Given) -> bool:
    """Whether `one` is the relative of whom the surname alone means, and that's the other: “Mrs Moor, 77, sang with her niece, Ann Moor”."""
    if _is_a_relative(document, other):
        return False
    theirs = {person_of(document, each) for each in other.references} - {None}
    for start in (reference.name.start for reference in one.references[:_NAMESAKES]):
        before = references(document)[: number_from(document, start)][-1:]
        alone = [each for each in before if not each.givens and person_of(document, each) in theirs]
        if alone and _HER_KIN.search(document.text, max(0, start - _BREATH), start):
            return True
    return False


def _hold_a_post_in_turn(document: Document, a: _Given, b: _Given) -> bool:
    """“The mayor, Ann Moor”, “the former mayor, Tom Moor”."""
    posts: list[set[tuple[str, str]]] = []
    for given in (a, b):
        starts = (each.name.start for each in given.references[:_NAMESAKES])
        told = (_POST.search(document.text, max(0, start - _BREATH), start) for start in starts)
        posts.append({(match["which"] or "", match["post"]) for match in told if match})
    return any(x == y and w != v and "" in (w, v) for w, x in posts[0] for v, y in posts[1])


def _is_called_kin_of(document: Document, one: _Given, other: _Given) -> bool:
    """Whether a sentence says of one whose relative they are, and names the other there: “Ben Moor, who bakes and is the cousin of the miller Tom Moor”."""
    both = product(one.references[:_NAMESAKES], other.references[:_NAMESAKES])
    gaps = ((each.name.end, theirs.name.start) for each, theirs in both if each.name < theirs.name)
    return any(_IS_KIN_OF.fullmatch(document.text, *gap) for gap in gaps)


def _in_one_sentence(document: Document, at: int, given: _Given) -> bool:
    sentence = sentence_at(document, at)
    return sentence is not None and any(sentence.start <= each.name.start < at for each in given.references)


def _relative_of(document: Document, name: Span) -> str:
    """The given name of whom somebody is said, right behind the name, to be a relative of; "" for nobody's."""
    match = _KIN_OF.match(document.text, name.end)
    return match["other"] if match else ""


def _is_no_persons(document: Document, given: _Given, posts: Mapping[int, str], aged: Set[int]) -> bool:
    """Whether it's a word or a name of something that everybody knows, and nothing tells that it's a person's: Fine Moor Arts.

    People are given rare names, which are in no list. A post, an age or a title tells it, and of what is no word that it acts: Angus Moor said.
    """
    if any(_is_a_thing(document, reference.name) for reference in given.references[:_NAMESAKES]):
        return True
    known = entry(given.name)
    named = bool(known.place or 0 < known.proper <= _EVERYBODY_KNOWS)
    if known.given or not (known.word or named) or _is_introduced(given, posts, aged):
        return False
    if any(reference.titles for reference in given.references):
        return False
    first = given.references[:_NAMESAKES]
    return bool(known.word) or not any(ACTS.match(document.text, reference.name.end) for reference in first)


def _is_a_thing(document: Document, name: Span) -> bool:
    """Whether it's “the Kalu Ganga”, with no noun behind it that would be the thing, as in “the Ann Moor case”."""
    if document.text[max(0, name.start - 4) : name.start].lower() != "the ":
        return False
    behind = _WORD_BEHIND.match(document.text, name.end)
    return behind is None or behind[1] in FUNCTION


def _is_introduced(given: _Given, posts: Mapping[int, str], aged: Set[int]) -> bool:
    """Whether a post or an age stands with the name."""
    return any(each.name.start in posts or each.name.end in aged for each in given.references)


def _have_words_of_their_own(document: Document, suspect: _Given, right: _Given) -> bool:
    """Whether both names have something behind them that tells who they are, and not the same: Ann Moor (Hove), Anna Moor (Rye)."""
    if not suspect.references or not right.references:
        return False
    told = [_OWN.match(document.text, each.references[0].name.end) for each in (suspect, right)]
    return bool(told[0] and told[1] and told[0][0] != told[1][0])


def _in_one_breath(document: Document, these: Sequence[Span], those: Sequence[Span]) -> bool:
    """Whether one sentence has both: a writer doesn't introduce somebody twice in a breath."""
    for one in these:
        first = bisect_left(those, one.start - _BREATH, key=attrgetter("start"))
        last = bisect_left(those, one.start + _BREATH, key=attrgetter("start"))
        for other in those[first:last]:
            start, end = sorted((one.start, other.start))
            if end - start < _BREATH and "\n" not in document.text[start:end] and ". " not in document.text[start:end]:
                return True
    return False
