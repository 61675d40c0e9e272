"""Bearers: whose the ages of one surname are, where a family may share it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from newslint.document import Document, analysis
from newslint.startup.expressions import compiled
from newslint.story.ages import NO_NAMES, Age, ages, may_be_given
from newslint.text.lexicon import entry, may_be_one_given_name
from newslint.text.sentences import Sentence, sentence_at
from newslint.text.words import occurrences, words

_ELDERS = (
    "sons?|daughters?|fathers?|mothers?|moms?|mums?|dads?|uncles?|aunts?|nephews?|nieces?|grand[a-z]+|step[a-z]+"
    "|bab(?:y|ies)|child|boy|girl"
)
_PEERS = "brothers?|sisters?|siblings?|wife|wives|husbands?|widow(?:er)?s?|cousins?|twins?|half-[a-z]+"
KIN = rf"(?:{_ELDERS}|{_PEERS}|parents?|children|kids?|family|relatives?)"
# “his father”, “Moor’s two sons”, “the twins”, “brothers Ann and Ben Moor”; not “a father of two”, who is himself.
_NEAR = r"(?i)\b(?:(?:his|her|their|whose|my|our|the|\w+['’]s?) (?:[a-z-]+ ){0,2}|(?=\w+s ))"
# Father and son may be of one name.
_ELDER_BEFORE = rf"(?i)\b(?:{_ELDERS}),? (?:is |was |named |called |also |, )*\Z"
_ELDER_BEHIND = rf"(?i),? (?:who is |is )?(?:his|her|their|\w+['’]s?) (?:[a-z-]+ ){{0,2}}(?:{_ELDERS})\b"
# Which of them is meant: “the elder Moor”, “Ann Moor Sr.”
_ONE_OF_TWO = r"(?:[Ee]lder|[Ee]ldest|[Yy]ounger|[Yy]oungest|[Oo]lder|[Oo]ldest|[Yy]oung|[Ss]enior|[Jj]unior|[Ll]ittle|[Bb]oth|[Bb]aby)"
_NAMESAKE = r",? (Jr|Sr|Junior|Senior|II|III|IV|the (?:[Ee]lder|[Yy]ounger|First|Second|Third))\b"
_HOUSE = r"(?:family|famil(?:y|ies)|brothers|sisters|twins|boys|girls|siblings|children|household|couple|parents|clan)"
# Below it nobody is called Mr or Mrs.
_GROWN = 16
# More ages of one surname, or more surnames with several, are a list.
_MOST = 30
# Parents are older by so many years and more.
_GENERATION = 13


@analysis
def people_of_age(document: Document) -> dict[str, tuple[Age, ...]]:
    """The ages of each person, by surname, or by full name where the story has, or may have, several people of one surname."""
    groups: dict[str, list[Age]] = defaultdict(list)
    for age in ages(document):
        groups[age.surname].append(age)
    people: dict[str, tuple[Age, ...]] = {}
    groups = {surname: group for surname, group in groups.items() if len({age.age.value for age in group}) > 1}
    for surname, group in groups.items() if len(groups) <= _MOST else ():
        if len(group) > _MOST or _has_namesakes(document, surname, group):
            continue
        for name, members in _by_person(document, surname, group):
            people[name] = tuple(members)
    return people


def _by_person(document: Document, surname: str, group: list[Age]) -> Iterator[tuple[str, list[Age]]]:
    """Where several people bear the surname, an age with the surname alone may be that of any of them."""
    bearers = bearers_of(document, surname)
    firsts = sorted({given for _, given in bearers} | {age.given for age in group if age.given})
    one = all(_may_be_one(firsts[0], other) for other in firsts[1:])
    if one and not is_a_house(document, surname):
        group = [age for age in group if age.given or not _is_of_kin(document, age, group)]
        if not _are_of_one_sentence(document, group):
            yield surname, group
        return
    aged = {age.given for age in group if age.given}
    for given in sorted(aged):
        members = [age for age in group if age.given and _may_be_one(age.given, given)]
        if len(members) > 1:
            yield f"{given} {surname}", members
    if len(aged) > 1 and all(any(_may_be_one(first, given) for given in aged) for first in firsts):
        yield from _of_nobody(surname, group)


def has_one_bearer(document: Document, surname: str) -> bool:
    """Whether the surname alone can mean but one person of the story."""
    firsts = sorted({given for _, given in bearers_of(document, surname)})
    return all(_may_be_one(firsts[0], other) for other in firsts[1:]) and not is_a_house(document, surname)


def _are_of_one_sentence(document: Document, group: list[Age]) -> bool:
    """Whether one sentence gives two ages: nobody has two in one breath."""
    told = {(sentence_at(document, age.name.start), age.age.value) for age in group}
    return len({sentence for sentence, _ in told}) < len(told)


def _has_namesakes(document: Document, surname: str, group: list[Age]) -> bool:
    """Whether father and son, or man and wife, are told under one full name: “his father, also Ben Moor, 72”."""
    text = document.text
    if len({*re.compile(rf"\b{re.escape(surname)}{_NAMESAKE}").findall(text)}) > 1:
        return True
    if any(_is_a_wifes(document, age) for age in group):
        return True
    for given in {age.given for age in group if age.given}:
        places = [match.span() for match in re.compile(rf"\b{re.escape(given)} {re.escape(surname)}\b").finditer(text)]
        # A relative who is named in full before is no new one.
        for start, end in places[1:]:
            before, behind = text[max(0, start - 30) : start], text[end : end + 40]
            if compiled(_ELDER_BEFORE).search(before) or compiled(_ELDER_BEHIND).match(behind):
                return True
    return False


def _is_a_wifes(document: Document, age: Age) -> bool:
    """“Mrs Ben Moor”."""
    return document[age.name].startswith("Mrs") and age.given != "" and entry(age.given.split(" ")[0]).given < 2


def is_a_house(document: Document, surname: str) -> bool:
    """Whether the story speaks of several people by the surname: the Moors, the Moor brothers, the elder Moor, Mr and Mrs Moor."""
    text = document.text
    plural = rf"\b[Tt]he {surname}(?:s|es)\b"
    if re.compile(rf"{plural}|\b{surname} {_HOUSE}\b|\b{_ONE_OF_TWO} {surname}\b").search(text):
        return True
    titles = re.compile(rf"\b(Mr|Mrs|Ms|Miss)\.? (?:[A-Z][\w.]* )*{surname}\b").findall(text)
    return "Mr" in titles and len({*titles}) > 1


def _is_of_kin(document: Document, age: Age, group: list[Age]) -> bool:
    """Whether an age with the surname alone may be that of a relative: one whom its sentence or the one before it names."""
    sentence = sentence_at(document, age.name.start)
    if sentence is None:
        return False
    values = [other.age.value for other in group]
    kin = [_PEERS]
    if any(abs(value - age.age.value) >= _GENERATION for value in values):
        kin.append(_ELDERS)
    if any(_has_kin_near(document, age, sentence, some) for some in kin):
        return True
    if any(_is_slip(age.age.value, value) for value in values):
        return False
    if any(_has_kin_by_name(document, age.surname, sentence.start, some) for some in kin):
        return True
    return _is_another_sex(document, age, group)


def _has_kin_near(document: Document, age: Age, sentence: Sentence, kin: str) -> bool:
    """In the sentence before, or behind the age: in “his widow said that Moor, 64, …” it’s the widow’s husband."""
    before = sentence_at(document, max(0, sentence.start - 3))
    # “his wife, Eve Hill”, is none of the surname
    stranger = rf"(?!,? (?-i:[A-Z])[\w’'-]+ (?!{re.escape(age.surname)}\b)(?-i:[A-Z]))"
    near = re.compile(rf"{_NEAR}(?:{kin})\b{stranger}")
    if before is not None and near.search(document.text, before.start, sentence.start):
        return True
    return near.search(document.text, max(age.name.end, age.age.span.end), sentence.end) is not None


def _is_another_sex(document: Document, age: Age, group: list[Age]) -> bool:
    """“Mr Moor” beside Eve Moor, or beside a child."""
    title = document[age.name].split(" ")[0].rstrip(".")
    if title not in ("Mr", "Mrs", "Ms", "Miss"):
        return False
    sexes = {entry(other.given.split(" ")[0]).given for other in group if other.given}
    return any(other.age.value < _GROWN for other in group) or (2 if title == "Mr" else 1) in sexes


def _has_kin_by_name(document: Document, surname: str, end: int, kin: str) -> bool:
    """Whether a sentence before `end` that has the surname names a relative by the given name alone: “Moor’s son, Eli,”."""
    for match in compiled(rf"\b(?:{kin}),? [A-Z][a-z’'-]+\b(?! [A-Z])").finditer(document.text, 0, end):
        sentence = sentence_at(document, match.start())
        before = sentence_at(document, max(0, sentence.start - 3)) if sentence else None
        start = before.start if before else sentence.start if sentence else 0
        if sentence and document.text.find(surname, start, sentence.end) >= 0:
            return True
    return False


def _of_nobody(surname: str, group: list[Age]) -> Iterator[tuple[str, list[Age]]]:
    """An age with the surname alone that is none of its bearers’, and a slip for one’s."""
    values = {age.age.value for age in group if age.given}
    for age in group:
        if age.given or age.age.value in values:
            continue
        for owner in group:
            if owner.given and owner.name < age.name and _is_slip(age.age.value, owner.age.value):
                yield surname, [owner, age]
                break


def _is_slip(one: float, other: float) -> bool:
    """34 and 43."""
    return f"{one:g}" == f"{other:g}"[::-1]


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


def _given_before(document: Document, texts: list[str], starts: list[int], index: int) -> str:
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
        if len(word) > 1 and may_be_given(word):
            given.insert(0, word)
    return " ".join(given)


def _may_be_one(a: str, b: str) -> bool:
    """Whether one may be the other with a name left out or a pet name: Mary Ann, Ann; not Ann Mary, Eve Mary."""
    one, two = a.split(), b.split()
    if not one or not two:
        return True
    return may_be_one_given_name(one[0], two[0]) or {*one} < {*two} or {*two} < {*one}
