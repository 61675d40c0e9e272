"""Described ages: people whom the copy means by their age alone: “the 43-year-old”, “I’m 63”, “who at 54 says”."""

from __future__ import annotations

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.ages import is_a_deed
from newslint.story.numerals import small_number
from newslint.text.led_numbers import blocks_with_numbers_behind
from newslint.text.vocabulary import FUNCTION, NUMBER_IN_WORDS, SPOKE, wordlist

# “43”, “forty-three”
_NUMBER = rf"\d{{1,2}}|{NUMBER_IN_WORDS}"
# By itself “one” is a pronoun: “if anybody knew, she is one”.
_ALONE = rf"(?!one\b)(?:{_NUMBER})"
_YEARS_OLD = compiled(
    rf"\b(?P<lead>[Tt]he|[Aa]n?|[Tt]his|[Tt]hat) (?:now )?(?P<age>{_NUMBER})[- ]years?[- ]old(?P<noun>(?: [a-z][\w’'-]*)?)(?![\w-])"
)
_BEFORE_YEARS_OLD = "the a an this that now".split()
# “She was, he said, a woman of 43.”
_OF_YEARS = compiled(
    rf"(?P<who>\b(?P<he>He|She) (?:is|was)(?:,[^,.;]{{3,24}},)? an? (?:[a-z]+ )?(?P<noun>man|woman|boy|girl|lad|widow|widower|bachelor|person) of (?P<age>{_NUMBER}))(?= with\b| and\b| who\b|[,.;])"
)
# “At 54 he has never been abroad.”, “She is 54 and has never been abroad.”
_NOW = compiled(
    rf"\b(?:At (?P<at>{_ALONE}),? (?P<he>he|she) (?:is|has|can|will|still|says|remains)|(?P<she>He|She)(?: is|[’']s) (?:now |only |just )?(?P<age>{_ALONE})(?= and\b| but\b|[,.;](?!\d)))"
)
# Others of that age, or one who is new.
_OTHER = compiled(r"\b(?:other|another|second|third|each|every|any|all|both) \Z")
# What is so old and no person: told by what stands behind.
_THING = compiled(
    r" (?:company|firm|building|house|church|school|bridge|tree|ship|boat|ferry|club|business|institution|newspaper|tradition|"
    r"record|law|ban|deal|contract|agreement|museum|mill|plant|mine|station|hall|theatre|theater|brand|programme|program|system|"
    r"car|vehicle|war|conflict|rule|policy|case|practice|organi[sz]ation|horse|dog|cat|mare|gelding|filly|colt|bottle|wine)s?\b"
)
_OF_A_PLACE = compiled(r"(?: [a-z][\w’'-]*){0,3} (?:from|of|at|in|near) [A-Z]")
# “the 43-year-old from Ayle, Ben Hill,”
_APPOSED = compiled(
    r"(?: [a-z][\w’'-]*){0,3}(?: (?:from|of|at|in|near)(?: [A-Z][\w’'-]+)+)?,(?: [A-Z][\w’'.-]+){2,}(?=[,;)])"
)
_FIRST_PERSON = compiled(
    rf"\bI(?:[’']m| am) (?:now |only |just )?(?P<age>{_ALONE})(?=[.,;!](?!\d)| years old| and I\b)"
    rf"|\bI turned (?P<turned>{_NUMBER})(?= (?:last|this|in|on|yesterday))"
)
_AT = compiled(
    rf"(?P<name>[A-Z][\w’'-]+), who(?:,)? at (?P<age>{_NUMBER}),? (?:says|said|is|has|still|can|now|remains)\b"
)
_BEFORE_AGE = "of at is now only just s m am turned".split()
# What may stand right behind “the 43-year-old” and is no noun.
_VERBS = frozenset(SPOKE) | wordlist("came went fell got kept took made left won lost began ran hit")
_VERBAL = ("ed", "ly", "es")


class Described(Row):
    """Somebody who is meant by an age: `span` is how, `value` the age in years.

    `way` is “the” for one who is already known, “a” for one who may be told as new, “new” for one who is told with a place and is,
    “I” for who speaks, “who” for a surname with “who at 54”, which is `surname` then; `pronoun` is “he” or “she” of “He is 43”.
    """

    span: Span
    value: int
    way: str
    noun: str = ""
    surname: str = ""
    pronoun: str = ""


@analysis
def described(document: Document) -> tuple[Described, ...]:
    """Everybody who is meant so and whom no name beside it names, in order."""
    text, found = document.text, []
    for block in blocks_with_numbers_behind(document, *_BEFORE_YEARS_OLD):
        for match in _YEARS_OLD.finditer(text, block.start, block.end):
            if _is_somebody(text, match.start(), match.start("noun"), match.end()):
                placed = _OF_A_PLACE.match(text, match.start("noun")) is not None
                way = "the" if match["lead"].lower() == "the" else "new" if placed else "a"
                called = Span(match.start(), match.start("noun"))
                found.append(Described(called, small_number(match["age"]), way, _noun(match["noun"].strip())))
    for block in blocks_with_numbers_behind(document, *_BEFORE_AGE):
        for match in _OF_YEARS.finditer(text, block.start, block.end):
            said = match["he"].lower()
            found.append(Described(Span(*match.span("age")), small_number(match["age"]), "the", pronoun=said))
        for match in _NOW.finditer(text, block.start, block.end):
            number = "at" if match["at"] else "age"
            said = (match["he"] or match["she"]).lower()
            found.append(Described(Span(*match.span(number)), small_number(match[number]), "the", pronoun=said))
        for match in _FIRST_PERSON.finditer(text, block.start, block.end):
            found.append(Described(Span(*match.span()), small_number(match["age"] or match["turned"]), "I"))
        for match in _AT.finditer(text, block.start, block.end):
            found.append(Described(Span(*match.span("age")), small_number(match["age"]), "who", "", match["name"]))
    return tuple(sorted(found))


def _noun(word: str) -> str:
    """The word behind “43-year-old”, unless it’s a verb or the like: “the 43-year-old said”."""
    return "" if word in FUNCTION or word in _VERBS or word.endswith(_VERBAL) else word


def _is_somebody(text: str, start: int, noun: int, end: int) -> bool:
    """Whether no name follows, no thing is so old, and it isn't one of several."""
    named = text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()
    if named and (is_a_deed(text[noun:end].strip()) or _OF_A_PLACE.match(text, noun)):
        named = False  # “the 43-year-old joined Ayle”, “the 43-year-old from Ayle”
    return not (
        named
        or _APPOSED.match(text, noun)
        or _THING.match(text, noun)
        or _OTHER.search(text, max(0, start - 12), start)
    )
