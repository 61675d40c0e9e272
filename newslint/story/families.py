"""Families: who of the story bears a surname, and whether the surname alone can mean but one of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf

from newslint.document import Document, kept_by
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.text.lexicon import entry, may_be_one_given_name
from newslint.text.nouns import is_person
from newslint.text.vocabulary import (
    ALSO_NAMES,
    DAYS_AND_MONTHS,
    FUNCTION,
    HONORIFICS,
    KIN,
    PLAIN_HONORIFICS,
    SHORT_TITLES,
    alternatives,
    wordlist,
)
from newslint.text.words import occurrences, part_spans, words

# Those who are older or younger by a generation; the story may know a child by no other word than “boy”.
ELDERS = alternatives([word for word, kin in KIN.items() if kin.generation], ["baby", "babies", "boy", "girl"])
PEERS = alternatives(word for word, kin in KIN.items() if not kin.generation)
RELATIVES = rf"(?:{alternatives(KIN, ['baby', 'babies', 'boy', 'girl', 'family', 'relative', 'relatives'])})"
# Somebody's relative is spoken of; not “Moor, the son of a miner,” which says who Moor is.
OF_KIN = (
    rf"(?i)\b(?:his|her|their|whose|(?<!, )(?:the|an?)|(?<=, )(?:the|an?)(?! (?:[a-z-]+ ){{0,2}}{RELATIVES} of\b)|\w+['’]s) "
    rf"(?:[a-z-]+ ){{0,2}}{RELATIVES}\b"
)
# Which of them is meant: “the elder Moor”, “Ann Moor Sr.”
_ONE_OF_TWO = r"(?:[Ee]lder|[Ee]ldest|[Yy]ounger|[Yy]oungest|[Oo]lder|[Oo]ldest|[Yy]oung|[Ss]enior|[Jj]unior|[Ll]ittle|[Bb]oth|[Bb]aby)"
# What says of somebody right behind the name that another of that name is no relative, and, farther on in the same breath or where the
# next sentence takes them up, says it too: “Ben Moor, who leads the other group and is no relation”, “Ben Moor stood up. He is not related”.
UNRELATED = r"no relation|not related|unrelated|no kin|namesake"
_APART = rf"(?:{UNRELATED}|not to be (?:confused|mistaken))\b"
_ARE_APART = (
    rf"(?:(?: is| was| are| were|['’]re)(?: [a-z]+)? |n['’]t ){_APART}"
    r"| share[sd]? (?:an?|the|his|her|their|[\w-]+['’]s) (?:[a-z]+ )?(?:sur)?name\b"
)
_NO_RELATION = compiled(
    rf"(?: [A-Z][\w’'-]+){{0,2}}(?:,? \(?(?:[a-z]+ ){{0,3}}(?:{UNRELATED})\b|, [^.;:!?()“”\"\n]{{2,90}}?\b(?:no relation|not related) (?:to|of) (?:the|his|her|[A-Z])"
    rf"|,? [^.;:!?“”\"\n]{{0,120}}?(?:\((?:{UNRELATED})\)|\b(?:who|whom|and|but|though|s?he|they)(?: s?he| they| who)?(?:{_ARE_APART}))"
    rf"|[^.;:!?“”\"\n]{{0,150}}[.!?][”\"]? [“\"(]?(?:He|She|They|We|The (?:two|pair)(?: [a-z]+)?)(?:, [^,.\n]{{2,80}},)?(?:{_ARE_APART}))"
)
# Of a relative who is older or younger there's another: “It was her sister's. Ada Moor, older by a year,”, “Ada Moor, two years his senior,”.
_BY_AGE = compiled(
    r", (?:older|younger) by |, (?:[\w-]+ ){1,3}(?:years?|months?|minutes?) (?:older|younger|(?:his|her|the) (?:senior|junior|elder|younger))\b"
)
# “not to be confused with Ben Moor”, “the other candidate was Ben Moor”, “a different Ben Moor”
_NOT_TO_BE = compiled(
    r"\b(?:not to be (?:confused with|mistaken for) (?:the [a-z]+ )?|[Tt]he other (?:[a-z-]+ ){0,2}(?:is|was) |(?:[Aa] (?:different|second)|[Aa]nother|[Aa]n unrelated) )"
    r"(?:Mrs?|Ms|Dr)?\.? ?(?:[A-Z][\w’'-]+ )?\Z"
)
_HOUSE = r"(?:famil(?:y|ies)|brothers|sisters|twins|boys|girls|siblings|children|household|couple|parents|clan)"
NO_NAMES = (
    DAYS_AND_MONTHS
    | HONORIFICS.keys()
    | SHORT_TITLES.keys()
    | (FUNCTION - ALSO_NAMES)
    | wordlist(
        "president senator governor mayor judge justice police officer father brother sister mother pope king queen prince "
        "princess captain"
    )
)
_PLAIN_HONORIFICS = alternatives(map(str.capitalize, PLAIN_HONORIFICS))
_HOUSE_BEHIND = compiled(rf" {_HOUSE}\b")
_THE_BEFORE = compiled(r"\b[Tt]he \Z")
_WHICH_BEFORE = compiled(rf"\b{_ONE_OF_TWO} \Z")
_TITLE_BEFORE = compiled(rf"\b({_PLAIN_HONORIFICS})\.? (?:[A-Z][\w.]* )*\Z")
_NEAR_KIN = 40
_RELATIVE = compiled(rf"\b{RELATIVES}\b")
_NEAR, _FAR = 12, 60  # letters before a surname in which a word that tells of it can stand, and an honorific with names
# Callings that stand with a capital before a name are told by their endings; the rest is taken for a name.
CALLING = ("er", "or", "ist", "man", "woman", "ent", "ant", "ian", "ess", "ive", "ary")
_RARE = 5
# Amid a sentence, and before an age: “the clerk, Comfort Moor, 34, said”.
_AMID, _AGED = compiled(r"[a-z,] "), compiled(r" [A-Z][\w’'-]+,? (?:aged )?\(?[1-9]\d[,.)]")


def second_bearer(document: Document, surname: str) -> float:
    """Where the surname begins to mean more than one person: where the second is named, at once if it is a house’s, or nowhere."""
    if is_a_house(document, surname):
        return 0
    first: dict[str, None] = {}
    for at, given in sorted(bearers_of(document, surname)):
        if given not in first and not all(may_be_one(given, other) for other in first):
            return at
        first[given] = None
    return inf


def _itself(name: str) -> str:
    return name


@kept_by(_itself)
def is_a_house(document: Document, surname: str) -> bool:
    """Whether the story speaks of several people by the surname: the Moors, the Moor brothers, the elder Moor, Mr and Mrs Moor."""
    text = document.text
    plurals = (place for ending in ("s", "es") for place in _places(document, surname + ending))
    if any(_THE_BEFORE.search(text, max(0, place.start - _NEAR), place.start) for place in plurals):
        return True
    places = list(_places(document, surname))
    if any(
        _HOUSE_BEHIND.match(text, place.end) or _WHICH_BEFORE.search(text, max(0, place.start - _NEAR), place.start)
        for place in places
    ):
        return True
    if len(places) < 2 or "mr" not in occurrences(document):
        return False  # for speed
    titles = {
        title[1] for place in places if (title := _TITLE_BEFORE.search(text, max(0, place.start - _FAR), place.start))
    }
    return "Mr" in titles and len(titles) > 1


def _places(document: Document, word: str) -> Iterator[Span]:
    """Where the word stands with just these capitals, by itself or in a compound."""
    return (place for place in part_spans(document, word.lower()) if document[place] == word)


def bearers_of(document: Document, surname: str) -> list[tuple[int, str]]:
    """Where the surname stands behind capitalised words other than titles, and these."""
    texts, starts = words(document)
    places = occurrences(document)
    lower = surname.lower()
    indexes = sorted(index for form in (lower, f"{lower}’s", f"{lower}'s") for index in places.get(form, ()))
    found = []
    for index in indexes:
        given = _given_before(document, texts, starts, index) if texts[index].startswith(surname) else ""
        if given:
            found.append((starts[index], given))
    return found


def _given_before(document: Document, texts: list[str], starts: Sequence[int], index: int) -> str:
    """The words before word `index` that make one name with it; "" for none."""
    given: list[str] = []
    for at in range(index - 1, max(-1, index - 5), -1):
        word = texts[at]
        gap = document.text[starts[at] + len(word) : starts[at + 1]]
        if gap not in (" ", ". ") or not word[:1].isupper() or word.lower() in NO_NAMES or word.endswith(("'s", "’s")):
            break
        if gap == ". " and len(word) > 1:
            break
        if "." in word or (entry(word).place and not entry(word).given):
            break
        if len(word) > 1 and is_given(document, word):
            given.insert(0, word)
    return " ".join(given)


def may_be_one(a: str, b: str) -> bool:
    """Whether one may be the other with a name left out or a pet name: Mary Ann, Ann; not Ann Mary, Eve Mary."""
    one, two = a.split(), b.split()
    if not one or not two:
        return True
    return may_be_one_given_name(one[0], two[0]) or {*one} < {*two} or {*two} < {*one}


def may_be_given(word: str) -> bool:
    """A given name that's known, or no word of the dictionary or a rare one: not “Senator”, not “Teacher”."""
    known = entry(word)
    return known.given > 0 or not known.word or (known.word >= _RARE and not word.lower().endswith(CALLING))


@kept_by(_itself)
def is_given(document: Document, word: str) -> bool:
    """Whether the word may be a given name here: at large, or with a capital amid a sentence, an age behind it, and for no calling."""
    if may_be_given(word):
        return True
    if is_person(word.lower()) or word.lower().endswith(CALLING):
        return False
    places, text = list(_places(document, word)), document.text
    aged = any(_AGED.match(text, place.end) for place in places)
    return aged and any(_AMID.match(text, max(0, place.start - 2)) for place in places)


def is_no_relation(document: Document, name: Span) -> bool:
    """Whether the words at a name say that another of that name is somebody else: “Ben Moor, no relation,”, “not to be confused with Ben Moor”."""
    text = document.text
    if is_another(document, name) or _NO_RELATION.match(text, name.end):
        return True
    by_age = _BY_AGE.match(text, name.end)
    return by_age is not None and _RELATIVE.search(text, max(0, name.start - _NEAR_KIN), name.start) is not None


def is_another(document: Document, name: Span) -> bool:
    """Whether the words right before a name say that it's somebody else's than who was told of by it: “another Ben Moor”."""
    return _NOT_TO_BE.search(document.text, max(0, name.start - _FAR), name.start) is not None
