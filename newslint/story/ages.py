"""Ages: who is said to be how old, and whose an age is where a family may share the surname."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.story.age import Age
from newslint.story.age_namesakes import has_namesakes
from newslint.story.dates import publication
from newslint.story.families import ELDERS, NO_NAMES, PEERS, bearers_of, is_a_house, is_another, is_given, may_be_one
from newslint.story.quantities import quantities
from newslint.story.quantity import Kind, Quantity
from newslint.story.rankings import is_ranked
from newslint.story.references import references
from newslint.text.lexicon import entry
from newslint.text.sentences import Sentence, sentence_at
from newslint.text.vocabulary import (
    AUXILIARIES,
    CALENDAR,
    CONJUNCTIONS,
    HONORIFICS,
    KIN_IN_SINGULAR,
    NAME_PARTICLES,
    NAME_SUFFIXES,
    PREPOSITIONS,
    SHORT_TITLES,
    SPOKE,
    STRONG_PASTS,
    alternatives,
)

# A full stop is part of an initial or of a title, not of “Oliver. Luke said”.
_POINTED = alternatives(map(str.capitalize, SHORT_TITLES), ["Jr", "Sr", "Wm", "Geo"])
_TOKEN = rf"(?:(?:[A-Z]|{_POINTED})\.|[A-Z][^\W\d_]*(?:[-'’][A-Z]?[^\W\d_]+)*)"
_NAME = rf"{_TOKEN}(?:(?: (?:{alternatives(NAME_PARTICLES)})){{0,2}} {_TOKEN})*"
_NAME_BEHIND = compiled(_NAME)
_NAME_AHEAD = rf"({_NAME})(?: Jr\.?| Sr\.?)?(?P<link>,? (?:who is |who is now |who was |is |was |is now |now |aged? |an? |the |an? [a-z]+ )?|,? \(|, \(?aged? )\Z"
# “the 43-year-old pharmacist Ann Moor”, but not “a three-year-old passenger in the Moor vehicle” or “a 43-year-old from Ayle”.
_ROLE = compiled(
    rf"[- ]years?[- ]olds? (?:(?!(?:{alternatives(PREPOSITIONS, CONJUNCTIONS, AUXILIARIES, ['who', 'the'])})\b)(?P<last>[a-z][\w’'-]*) ){{0,4}}(?=[A-Z])"
)
# “At 74, Moor is the oldest”; “I’m 74,” Moor said.
_AT_AGE = rf", ({_NAME}) (?:is|was|has|became|becomes|remains|still)\b"
_SPOKEN = rf" ?(?:years old)?,[”\"’'] ({_NAME}) (?:{alternatives(SPOKE)})\b"
_I_AM = r"\bI(?:[’']m| am) (?:now |only |just )?\Z"
# “Moor, at 74 the oldest”; “Moor, at 74, has”.
_NAME_AT = compiled(rf"({_NAME}), at \Z")
_AT_ENDS = compiled(r"(?:, (?:is|was|has|had|still)| (?:still |already |by far )?(?:the|one of) )\b|, (?:the|one of) ")
_AGE_ENDS = compiled(r"[,.;)]| (?:and|but) (?=[a-z])")
# “Moor, a plumber, is 74.”
_APPOSITION = rf"({_NAME}), (?:an?|the|his|her|their|my|our) (?:[a-z][\w'’-]* ?){{1,5}}, (?P<link>is |is now |was |who is |who is now |who was )\Z"
# What makes an age hold for another time than the story's own, in front of the name or of “34-year-old”, and behind the age.
_THEN_BEFORE = r"(?i)\b(?:when|then|young|once|by the time|turned|in (?:1[89]|20)\d\d)[ ,-]*(?:the |an? )?(?:now )?\Z"
_THEN_BEHIND = r"(?i)(?:[- ]years?[- ]olds?)?[,)]? ?(?:when (?:he|she|they|it)|at the time|in (?:1[89]|20)\d\d|then|now|this (?:week|month|year)|as an? (?:child|boy|girl|teen))\b"
# “Moor, who was 2. He is 77 and”
_NOW_BEHIND = r"\. (?:He|She) is (?:now )?\d"
_YEAR = r"\b(?:1[89]|20)\d\d\b"
_RELATIVE = rf"(?i)\b(?:{alternatives(KIN_IN_SINGULAR, ['junior', 'senior', 'jr'])}),? \Z"
# “his father”, “Moor’s two sons”, “the twins”, “brothers Ann and Ben Moor”; not “a father of two”, who is himself.
_NEAR = r"(?i)\b(?:(?:his|her|their|whose|my|our|the|\w+['’]s?) (?:[a-z-]+ ){0,2}|(?=\w+s ))"
_KIN_BEFORE = (
    rf"(?i)\b(?:his|her|their|whose|\w+['’]s) (?:[a-z-]+ ){{0,2}}(?:{PEERS}|{ELDERS}),? (?:[\w.’'-]+ ){{1,3}}\Z"
)
# A relative who says something tells of the one who is named: “his wife said that he was asleep. Moor, 43, …”
_SAYS = rf"\b(?:{alternatives(SPOKE)})\b"
_GROWN = 16  # below it nobody is called Mr or Mrs
# More ages of one surname, or more surnames with several, are a list.
_MOST = 30
_GENERATION = 13  # parents are older by so many years and more


@analysis
def ages(document: Document) -> tuple[Age, ...]:
    """Every age that stands with a name, in order."""
    found = []
    for quantity in quantities(document):
        if (
            quantity.kind in (Kind.AGE, Kind.COUNT, Kind.TIME)
            and 0 < quantity.value < 116
            and quantity.top == quantity.value
        ):
            age = _age(document, quantity)
            if age is not None:
                found.append(age)
    return tuple(age for age in found if not is_ranked(document, age.name.start))


def _age(document: Document, quantity: Quantity) -> Age | None:
    text = document.text
    name = _name(document, quantity)
    if name is None:
        return None
    start = min(name.start, quantity.start)
    before = text[max(0, start - 25) : start]
    sentence = sentence_at(document, start)
    # “a 20-year-old Moor washing the dog in May 2007”
    end = sentence.end if sentence and start == quantity.start else start
    own = publication(document)
    begin = own.span.end if own and sentence and sentence.holds(own.span) else sentence.start if sentence else end
    settled = not (
        text.endswith(" also ", 0, name.start)  # “his father, also Carl, 58”
        or is_another(document, name)  # “his daughter, another Ada, is 16”
        or (text.endswith("was ", 0, quantity.start) and compiled(_NOW_BEHIND).match(text, quantity.span.end))
        or compiled(_YEAR).search(text, begin, end)
        or compiled(_THEN_BEFORE).search(before)
        or compiled(_THEN_BEHIND).match(text, quantity.numeral.end)
    )
    tokens = [token.strip(".") for token in text[name.start : name.end].split()]
    while len(tokens) > 1 and tokens[0].lower() in NO_NAMES:
        tokens.pop(0)
    while len(tokens) > 1 and tokens[-1] in NAME_SUFFIXES:
        tokens.pop()
    if tokens[-1].lower() in NO_NAMES or len(tokens[-1]) < 2:
        return None
    surname = tokens[-1].removesuffix("'s").removesuffix("’s")
    given = " ".join(token for token in tokens[:-1] if len(token) > 1 and is_given(document, token))
    if len(tokens) == 1 and _is_first_name(document, surname):
        given, surname = surname, _surnames(document).get(surname, surname)
    elif len(tokens) == 1 and compiled(_RELATIVE).search(before):
        settled = False
    return Age(name, given, surname, quantity, settled)


def _is_first_name(document: Document, name: str) -> bool:
    """Whether it's known for a given name, here or at large, and the story calls nobody so by the surname."""
    return (name in _surnames(document) or entry(name).given > 0) and not bearers_of(document, name)


@analysis
def _surnames(document: Document) -> dict[str, str]:
    """By each first name that but one surname of the story stands behind, that surname."""
    found: dict[str, set[str]] = defaultdict(set)
    for reference in references(document):
        if reference.givens:
            found[reference.givens[0]].add(reference.surname)
    return {first: surname for first, (surname, *others) in found.items() if not others}


def _name(document: Document, quantity: Quantity) -> Span | None:
    """The name that the age belongs to: in front of it, or behind “34-year-old”."""
    text, block = document.text, document.block_at(quantity.span.start)
    if block is None:
        return None
    window = max(block.start, quantity.span.start - 70)
    leading = compiled(_AT_AGE).match(text, quantity.span.end, block.end)
    if leading is not None and text[max(block.start, quantity.span.start - 3) : quantity.span.start] in ("At ", " at "):
        return Span(*leading.span(1))
    at = _NAME_AT.search(text[window : quantity.span.start]) if text.endswith(", at ", 0, quantity.span.start) else None
    if at is not None and _AT_ENDS.match(text, quantity.span.end, block.end):
        return Span(window + at.start(1), window + at.end(1))
    spoken = compiled(_SPOKEN).match(text, quantity.span.end, block.end)
    if spoken is not None and compiled(_I_AM).search(
        text[max(block.start, quantity.span.start - 9) : quantity.span.start]
    ):
        return Span(*spoken.span(1))
    compound = _ROLE.match(text, quantity.numeral.end, block.end)
    if compound is not None and not is_a_deed(compound["last"] or ""):
        name = _NAME_BEHIND.match(text, compound.end(), block.end)
        return Span(*name.span()) if name and re.split("['’]", name[0])[0].lower() not in CALENDAR else None
    if not _may_be_told(text, quantity):
        return None
    apposed = compiled(_APPOSITION).search(text[window : quantity.span.start]) if quantity.kind is Kind.COUNT else None
    if apposed is not None and text[quantity.span.end : quantity.span.end + 1] in (",", ".", ";"):
        return Span(window + apposed.start(1), window + apposed.end(1))
    ahead = compiled(_NAME_AHEAD).search(text[window : quantity.span.start])
    if ahead is not None and _fits(text, quantity, ahead["link"]):
        surname = window + ahead.start(1) + ahead[1].rfind(" ") + 1
        if quantity.kind is Kind.COUNT and compiled(_THEN_BEFORE).search(text, max(0, surname - 25), surname):
            return None  # “when Moor was seven, …”
        return Span(window + ahead.start(1), window + ahead.end(1))
    return None


def is_a_deed(word: str) -> bool:
    """Whether a word tells what somebody did to whom a name behind it names: “the 43-year-old plumber shot Moor”."""
    return word in STRONG_PASTS or (word.endswith("ed") and word not in ("named", "called", "retired"))


def _may_be_told(text: str, quantity: Quantity) -> bool:
    """Whether what stands around the number lets it be an age behind a name: a quick look before the close one."""
    if quantity.kind is Kind.AGE or text.startswith("year", quantity.numeral.end + 1):
        return True
    end = quantity.span.end
    return bool(_AGE_ENDS.match(text, end)) and text.endswith(("is ", "was ", "now "), 0, quantity.span.start)


def _fits(text: str, quantity: Quantity, link: str) -> bool:
    """Whether the words between the name and the number make it an age."""
    apposed, link = link.startswith(","), link.strip(" ,")
    if compiled(r"[- ]years?[- ]old").match(text[quantity.numeral.end : quantity.numeral.end + 12]):
        return (
            (apposed or "is" in link or "was" in link)
            and link in ("a", "an", "the", "is", "who is", "who was", "was", "is now", "now", "")
            and quantity.kind in (Kind.AGE, Kind.TIME)
        )
    if quantity.kind is Kind.AGE:
        return link in ("", "(", "aged", "age", "(aged", "(age", "who is", "who was", "is", "now")
    ends = _AGE_ENDS.match(text, quantity.span.end)
    told = link in ("who is", "who was", "who is now", "is", "was", "is now")
    pronoun = quantity.numeral.spelled and quantity.value == 1  # “of the two left Moor is one, and …”
    return quantity.kind is Kind.COUNT and told and not pronoun and bool(ends)


@analysis
def people_of_age(document: Document) -> dict[str, tuple[Age, ...]]:
    """The ages of each person, by surname, or by full name where the story has, or may have, several people of one surname."""
    groups: dict[str, list[Age]] = defaultdict(list)
    for age in ages(document):
        groups[age.surname].append(age)
    people: dict[str, tuple[Age, ...]] = {}
    groups = {surname: group for surname, group in groups.items() if len({age.age.value for age in group}) > 1}
    for surname, group in groups.items() if len(groups) <= _MOST else ():
        if len(group) > _MOST or has_namesakes(document, surname, group):
            continue
        for name, members in _by_person(document, surname, group):
            people[name] = tuple(members)
    return people


def _by_person(document: Document, surname: str, group: list[Age]) -> Iterator[tuple[str, list[Age]]]:
    """Where several people bear the surname, an age with the surname alone may be that of any of them."""
    bearers = bearers_of(document, surname)
    firsts = sorted({given for _, given in bearers} | {age.given for age in group if age.given})
    one = all(may_be_one(firsts[0], other) for other in firsts[1:])
    if one and not is_a_house(document, surname):
        group = [age for age in group if age.given or not _is_of_kin(document, age, group)]
        if not _are_of_one_sentence(document, group):
            yield surname, group
        return
    aged = {age.given for age in group if age.given}
    for given in sorted(aged):
        members = [age for age in group if age.given and may_be_one(age.given, given)]
        if len(members) > 1:
            yield f"{given} {surname}", members
    if len(aged) > 1 and all(any(may_be_one(first, given) for given in aged) for first in firsts):
        yield from _of_principal(document, surname, group, bearers) or _of_nobody(surname, group)
    elif len(aged) == 1 and not is_a_house(document, surname) and _is_principal(document, bearers, *aged):
        members = [age for age in group if age.given or not _is_of_kin(document, age, group)]
        if not _are_of_one_sentence(document, members):
            yield surname, members


def _of_principal(
    document: Document, surname: str, group: list[Age], bearers: list[tuple[int, str]]
) -> list[tuple[str, list[Age]]]:
    """The ages of the one whom the surname alone means, but for those that a relative has."""
    for given in sorted({age.given for age in group if age.given}):
        if _is_principal(document, bearers, given):
            kin = {age.age.value for age in group if age.given and not may_be_one(age.given, given)}
            own = [age for age in group if age.given and may_be_one(age.given, given)]
            alone = [
                age
                for age in group
                if not age.given and age.age.value not in kin and not _may_be_unnamed(document, age, own)
            ]
            if alone and not _are_of_one_sentence(document, own + alone):
                return [(surname, own + alone)]
    return []


def _may_be_unnamed(document: Document, age: Age, own: list[Age]) -> bool:
    """Whether the age may be that of a relative whose own isn’t given with the surname."""
    apart = max(abs(age.age.value - other.age.value) for other in own)
    sentence = sentence_at(document, age.name.start)
    kin = rf"{PEERS}|{ELDERS}"
    return apart >= _GENERATION or sentence is None or _has_kin_by_name(document, age.surname, sentence.start, kin)


def has_principal(document: Document, surname: str, given: str) -> bool:
    """Whether the surname alone means who is called `given`, beside relatives who are told as such."""
    return given != "" and _is_principal(document, bearers_of(document, surname), given)


def _is_principal(document: Document, bearers: list[tuple[int, str]], given: str) -> bool:
    """Whether the surname alone means who is called `given`: the first of its bearers, all others being told as kin."""
    others = [(at, name) for at, name in bearers if not may_be_one(name, given)]
    if not others or min(bearers)[0] == min(others)[0]:
        return False
    return all(
        _is_told_as_kin(document, min(at for at, name in others if name == one)) for one in {n for _, n in others}
    )


def _is_told_as_kin(document: Document, at: int) -> bool:
    """Whether the surname at `at` is that of “Her husband, Craig Moor”."""
    return bool(compiled(_KIN_BEFORE).search(document.text, max(0, at - 60), at))


def _are_of_one_sentence(document: Document, group: list[Age]) -> bool:
    """Whether one sentence gives two ages: nobody has two in one breath."""
    told = {(sentence_at(document, age.name.start), age.age.value) for age in group}
    return len({sentence for sentence, _ in told}) < len(told)


def _is_of_kin(document: Document, age: Age, group: list[Age]) -> bool:
    """Whether an age with the surname alone may be that of a relative: one whom its sentence or the one before it names."""
    sentence = sentence_at(document, age.name.start)
    if sentence is None:
        return False
    values = [other.age.value for other in group]
    kin = [PEERS]
    if any(abs(value - age.age.value) >= _GENERATION for value in values):
        kin.append(ELDERS)
    if any(_has_kin_near(document, age, sentence, some) for some in kin):
        return True
    if any(_is_slip(age.age.value, value) for value in values):
        return False
    if any(_has_kin_by_name(document, age.surname, sentence.start, some) for some in kin):
        return True
    return _is_another_sex(document, age, group)


def _has_kin_near(document: Document, age: Age, sentence: Sentence, kin: str) -> bool:
    """In the sentence before, unless it’s there to speak, or behind the age: in “his widow said that Moor, 64, …” it’s the widow’s husband."""
    before = sentence_at(document, max(0, sentence.start - 3))
    # “his wife, Eve Hill”, is none of the surname
    stranger = rf"(?!,? (?-i:[A-Z])[\w’'-]+ (?!{re.escape(age.surname)}\b)(?-i:[A-Z]))"
    near = re.compile(rf"{_NEAR}(?:{kin})\b{stranger}")
    speaks = before is not None and compiled(_SAYS).search(document.text, before.start, sentence.start)
    if before is not None and not speaks and near.search(document.text, before.start, sentence.start):
        return True
    return near.search(document.text, max(age.name.end, age.age.span.end), sentence.end) is not None


def _is_another_sex(document: Document, age: Age, group: list[Age]) -> bool:
    """“Mr Moor” beside Eve Moor, or beside a child."""
    title = document[age.name].split(" ")[0].rstrip(".")
    honorific = HONORIFICS.get(title.lower())
    if honorific is None or honorific.kind != "plain":
        return False
    sexes = {entry(other.given.split(" ")[0]).given for other in group if other.given}
    return any(other.age.value < _GROWN for other in group) or (2 if honorific.sex == "man" else 1) in sexes


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
