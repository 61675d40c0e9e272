"""Other relatives: somebody's niece, without a name, where the copy has told of no niece but of a granddaughter.

“Her granddaughter, Eve Marner, came home to take the mill on.” … “Her niece said from the altar that …” A reader who is told of a
niece as if he knew her looks for her. So the word stands nowhere else in the copy, and is for none of whom everybody has some (a
mother, a brother). Relatives of one's relatives are known, too: who has a granddaughter is her grandmother.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from newslint.document import Document, analysis
from newslint.source import Span, TwoPlaces
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.antecedents import may_be, principal
from newslint.story.people import people, sex_of
from newslint.story.relations import Relation, may_be_one_relation, relations
from newslint.story.speakers import speakers
from newslint.story.voices import voices
from newslint.text.content_words import content
from newslint.text.lexicon import MAN, WOMAN, folded
from newslint.text.quotations import Quote, in_quotation, quotes
from newslint.text.sentences import sentence_at, sentences_with
from newslint.text.vocabulary import FUNCTION, KIN, alternatives, wordlist
from newslint.text.words import occurrences
from newslint.topics.names.kinship import who_is
from newslint.topics.names.owners import POSSESSIVE, likely_whose

# Relatives of whom not everybody has one; of these one may be told for another.
_LOOKED_FOR = wordlist(
    "cousin niece nephew aunt uncle grandfather grandmother grandson granddaughter brother-in-law sister-in-law son-in-law "
    "daughter-in-law father-in-law mother-in-law great-niece great-nephew great-aunt great-uncle great-grandfather "
    "great-grandmother great-grandson great-granddaughter"
)
_RELATIVES = _LOOKED_FOR | wordlist("brother sister son daughter stepson stepdaughter half-brother half-sister")
# What one is to whom one calls so: the word for a man and for a woman.
_CALLS = {
    word: tuple(converse.split())
    for words, converse in (
        ("brother sister", "brother sister"),
        ("nephew niece", "uncle aunt"),
        ("uncle aunt", "nephew niece"),
        ("grandson granddaughter", "grandfather grandmother"),
        ("grandfather grandmother", "grandson granddaughter"),
        ("great-nephew great-niece", "great-uncle great-aunt"),
        ("great-uncle great-aunt", "great-nephew great-niece"),
    )
    for word in words.split()
}
_ENDINGS = ("", "s", "’s", "'s", "s’", "s'")
_TOLD_BY = frozenset(f"{word}{ending}" for word in _RELATIVES for ending in _ENDINGS)
_KIN = rf"(?P<kin>{alternatives(_RELATIVES)})\b(?!-)"
_WHICH = rf"(?:(?!(?:{alternatives(FUNCTION)})\b)[a-z\d-]+ ){{0,2}}"
_OWN = compiled(rf"{POSSESSIVE} {_WHICH}{_KIN}")
_MY = compiled(rf"\b[Mm]y {_WHICH}{_KIN}")
# “the granddaughter who had written the letter”
_THE = compiled(rf"\b[Tt]he {_KIN}(?! of\b)")
_THEIRS = compiled(rf"\b(?:[Tt]heir|[Tt]he (?:couple|pair)[’']s) {_WHICH}{_KIN}")
_COUPLE = -1  # stands for the number of two people
# The name of whom the word is for, behind it or before; or another relative, so that there are several.
_NAMED = compiled(r",? (?:who is \w+, )?(?:also |the [a-z]+ )?[A-Z]|, (?:\d+|[a-z]+-year-old),? [A-Z]")
_NAME_BEFORE = compiled(r"[A-Z][\w’'-]*\w(?:,| is| was|, who is|, who was)(?: also)? (?:[A-Z][\w’'-]*\w )?\Z")
_NAME_REACHES = 30
# Whom something is for, whoever that is: “frozen hard enough for her uncle to cycle on it”.
_FOR, _TO = compiled(r"\bfor \Z"), compiled(r" to [a-z]")
_LED = 12  # letters
_JOINED = compiled(r",? (?:and|or) ")


class Told(Row):
    """At `place` the copy tells of a relative, `kin`, of the person with the number `who`, None where it doesn't say of whom."""

    who: int | None
    kin: str
    place: Span


@analysis
def other_relatives(document: Document) -> tuple[TwoPlaces, ...]:
    """Each relative told of as if known who is none of those that the copy tells of, with the one who is likely meant."""
    unnamed = [told for told in _spoken_of_as_known(document) if _stands_once(document, told.kin)]
    if not unnamed:  # for speed
        return ()
    meant = ((told.place, _meant(document, told, unnamed)) for told in unnamed if told.kin in _LOOKED_FOR)
    return tuple(TwoPlaces(suspect, other) for suspect, other in sorted(meant) if other)


def _meant(document: Document, told: Told, unnamed: Sequence[Told]) -> Span | None:
    """Who is likely meant: a relative who is named, or one who isn't and of whom the copy tells the same."""
    own = [each for who, relatives in _known(document).items() if told.who in (who, None) for each in relatives]
    if any(each.kin == told.kin for each in own):
        return None
    named = next((each for each in own if _may_be_mixed_up(told.kin, each.kin)), None)
    known = told.who is not None and not _is_anybodys(document.text, told.place)
    if named is not None and (known or _is_likely_the_same(document, told.place, named)):
        return named.place
    others = (each for each in unnamed if each.who == told.who is not None and each.place < told.place)
    alike = (each.place for each in others if _may_be_mixed_up(told.kin, each.kin))
    return next(
        (
            place
            for place in alike
            if _tell_alike(document, told.place, place) or _go_on_alike(document, told.place, place)
        ),
        None,
    )


def _is_anybodys(text: str, place: Span) -> bool:
    """Whether something is said to be for a relative to do, of whom nothing else need be known."""
    return (
        _FOR.search(text, max(0, place.start - _LED), place.start) is not None
        and _TO.match(text, place.end) is not None
    )


def _may_be_mixed_up(kin: str, other: str) -> bool:
    """Whether two words for relatives exclude each other, and are of one sex and both of elders, of peers or of the young."""
    one, two = (KIN[word.removeprefix("great-")] for word in (kin, other))
    alike = one.sex == two.sex or not (one.sex and two.sex)
    return alike and _line(one.generation) == _line(two.generation) and not may_be_one_relation(kin, other)


def _line(generation: int) -> int:
    return (generation > 0) - (generation < 0)


def _is_likely_the_same(document: Document, place: Span, named: Told) -> bool:
    """Whether it's told alike of both, or whoever is named is named again right beside the place."""
    return _tell_alike(document, place, named.place) or _is_named_beside(document, place, named)


def _is_named_beside(document: Document, place: Span, named: Told) -> bool:
    """Whether a place opens its sentence, and the relative's name stands in its paragraph before or in the next sentence.

    Where the sentence opens the paragraph, too, the name may stand in the one above.
    """
    relation, sentence, block = (
        _relation(document, named),
        sentence_at(document, place.start),
        document.block_at(place.start),
    )
    if relation is None or sentence is None or block is None or sentence.start != place.start:
        return False
    above = document.block_at(max(0, len(document.text[: block.start].rstrip()) - 1))
    start = above.start if above and sentence.start == block.start else block.start
    behind = sentence_at(document, sentence.end + 1)
    name = compiled(rf"\b{re.escape(relation.name.split()[0])}\b")
    return name.search(document.text, start, (behind or sentence).end) is not None


def _tell_alike(document: Document, one: Span, other: Span) -> bool:
    """Whether the sentences of two places share a word that says something."""
    sentences = (sentence_at(document, place.start) for place in (one, other))
    words = [content(document, sentence).words for sentence in sentences if sentence]
    return len(words) > 1 and not words[0].isdisjoint(words[1])


def _go_on_alike(document: Document, one: Span, other: Span) -> bool:
    """Whether the sentence of a place shares two words that say something with the one behind the other place's."""
    here, there = sentence_at(document, one.start), sentence_at(document, other.start)
    behind = sentence_at(document, there.end + 1) if there else None
    if here is None or behind is None or behind == here:
        return False
    return len(content(document, here).words & content(document, behind).words) > 1


def _stands_once(document: Document, kin: str) -> bool:
    places = occurrences(document)
    return sum(len(places.get(f"{kin}{ending}", ())) for ending in _ENDINGS) == 1


@analysis
def _known(document: Document) -> Mapping[int, Sequence[Told]]:
    """The relatives of each person who are named, and those whose relatives these are."""
    numbers = {f"{person.given} {person.surname}": number for number, person in enumerate(people(document))}
    found: dict[int, list[Told]] = defaultdict(list)
    for told, named in _told(document):
        if named and told.who is not None:
            found[told.who].append(told)
            number = numbers.get(who_is(document, relation)) if (relation := _relation(document, told)) else None
            if number is not None and told.kin in _CALLS:
                found[number].extend(Told(number, kin, told.place) for kin in _converse(document, told))
    for relation in relations(document):
        number = numbers.get(who_is(document, relation)) if relation.owner == "their" and not relation.quoted else None
        if number is not None and relation.kin in _CALLS:
            found[number].extend(Told(number, kin, relation.place) for kin in _CALLS[relation.kin])
        if relation.owner in ("their", "couple") and not relation.quoted and relation.kin in _RELATIVES:
            found[_COUPLE].append(Told(_COUPLE, relation.kin, relation.place))
    return found


def _relation(document: Document, told: Told) -> Relation | None:
    return next((each for each in relations(document) if each.place.meets(told.place)), None)


def _converse(document: Document, told: Told) -> Sequence[str]:
    """What whom the copy calls a relative of somebody calls that one, of either sex where nobody knows it."""
    sex = sex_of(people(document)[told.who].references) if told.who is not None else 0
    man, woman = _CALLS[told.kin]
    return (man,) if sex == MAN else (woman,) if sex == WOMAN else (man, woman)


def _spoken_of_as_known(document: Document) -> Iterator[Told]:
    """Everybody who is told of as somebody's relative, or as “the aunt”; of those who are named the word is known."""
    yield from (told for told, _ in _told(document))
    yield from _spoken_of(document)
    for sentence, _ in sentences_with(document, _TOLD_BY & occurrences(document).keys()):
        for who, pattern in ((None, _THE), (_COUPLE, _THEIRS)):
            for match in pattern.finditer(document.text, *sentence):
                named = _NAMED.match(document.text, match.end()) or _JOINED.match(document.text, match.end())
                if not named and not in_quotation(document, match.start()):
                    yield Told(who, match["kin"], Span(*match.span()))


@analysis
def _told(document: Document) -> tuple[tuple[Told, bool], ...]:
    """Every relative of a person in the writer's own words, and whether the copy says who it is."""
    text = document.text
    found = []
    for sentence, _ in sentences_with(document, _TOLD_BY & occurrences(document).keys()):
        for match in _OWN.finditer(text, *sentence):
            who = likely_whose(document, match)
            start = max(0, match.start() - _NAME_REACHES)
            named = _NAMED.match(text, match.end()) or _NAME_BEFORE.search(text, start, match.start())
            known = who is not None or (match["pronoun"] and not named)
            if known and not in_quotation(document, match.start()) and not _JOINED.match(text, match.end()):
                found.append((Told(who, match["kin"], Span(*match.span())), named is not None))
    return tuple(found)


def _spoken_of(document: Document) -> Iterator[Told]:
    """Those of whom somebody speaks as “my aunt”, without a name."""
    if occurrences(document).keys().isdisjoint(_LOOKED_FOR):  # for speed
        return
    for quote in quotes(document):
        for match in _MY.finditer(document.text, *quote.span):
            named = _NAMED.match(document.text, match.end()) or _JOINED.match(document.text, match.end())
            who = None if named else _speaker(document, quote)
            if who is not None:
                yield Told(who, match["kin"], Span(*match.span()))


def _speaker(document: Document, quote: Quote) -> int | None:
    """The number of who says a quotation: who alone has the surname, or of whom the story is where it says “she”."""
    voice, place = voices(document).get(quote.span.start), speakers(document).get(quote.span.start)
    if voice:
        bearers = [number for number, each in enumerate(people(document)) if folded(each.surname) == voice.surname]
        return bearers[0] if len(bearers) == 1 else None
    own, said = principal(document), document[place].lower() if place else ""
    return own if own is not None and said in ("he", "she") and may_be(document, own, said) else None
