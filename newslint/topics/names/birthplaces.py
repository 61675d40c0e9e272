"""Birthplaces: where one person is said to have been born, in two places."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.antecedents import principal
from newslint.story.lives import MOST, SEX_OF, Subject, are_one, subject_of
from newslint.story.people import people
from newslint.text.lexicon import entry, folded
from newslint.text.prefilter import blocks_with
from newslint.text.quotations import in_quotation
from newslint.text.vocabulary import MONTHS, alternatives

_NAME = (
    rf"(?!(?:{alternatives(MONTHS)})\b)(?:St\.? |Mt\.? )?[A-Z][\w’'-]*\w"
    r"(?:(?: (?:de|da|do|dos|del|di|la|le|las|los|upon))* [A-Z][\w’'-]*\w)*"
)
# “was born on 14 May 1938 in Ayle”, “Born in 1931, in the parish of Ayle”
_BORN = compiled(
    r"\b[Bb]orn\b(?P<between>[^.;:()“”\"]{0,60}?) (?:in|at|near) (?:the (?:parish|village|town|city|port|hamlet) of )?"
    rf"(?P<place>{_NAME})"
)
# What tells of somebody else, or of another place, between the verb and the place.
_APART = compiled(r"\b(?:who|which|whose|and|but|when|where|after|before|while|raised|lived|moved|is|was|has|had)\b")
# “Ayle, the village where she was born”, “her native Ayle”
_OF_BIRTH = compiled(
    rf"(?P<place>{_NAME}),? (?:in )?(?:the|a|his|her) (?:[a-z-]+ ){{0,3}}?(?:(?:where|in which) (?P<who>he|she) was born|of (?P<whose>his|her) birth)"
    rf"|\b(?P<native>[Hh]is|[Hh]er) native (?P<home>{_NAME})"
)
_CITY = 1  # the mark of a large city in `Entry.place`; what holds towns has a higher one


class Birthplace(Row):
    """A place at `span` in which `subject` is said to have been born."""

    subject: Subject
    span: Span


@analysis
def birthplaces(document: Document) -> tuple[Birthplace, ...]:
    """Every birthplace that the copy tells, in order."""
    return tuple(sorted((*_told(document), *_described(document)), key=lambda each: each.span))


def born_in_two(document: Document) -> Iterator[tuple[Birthplace, Birthplace]]:
    """Each two birthplaces of one person, the later first, that can’t be one, nor one in the other."""
    told, alone = birthplaces(document), principal(document) is not None
    for one, other in combinations(told, 2) if len(told) <= MOST else ():
        same = are_one(one.subject, other.subject) or (alone and one.subject == other.subject)
        if same and _differ(document[one.span], document[other.span]):
            yield other, one


def _told(document: Document) -> Iterator[Birthplace]:
    surnames = {person.surname for person in people(document)}
    for block in blocks_with(document, "born"):
        for match in _BORN.finditer(document.text, *block.span):
            subject = subject_of(document, match.start(), match.start() + len("born"))
            known = subject and (not subject.surname or subject.surname in surnames)
            if subject and known and not _APART.search(match["between"]):
                yield Birthplace(subject, Span(*match.span("place")))


def _described(document: Document) -> Iterator[Birthplace]:
    for block in blocks_with(document, "born", "birth", "native"):
        for match in _OF_BIRTH.finditer(document.text, *block.span):
            word = match["who"] or match["whose"] or match["native"]
            if not in_quotation(document, match.start()):
                place = match.span("home") if match["native"] else match.span("place")
                yield Birthplace(Subject(sex=SEX_OF[word.lower()]), Span(*place))


def _differ(one: str, other: str) -> bool:
    """Whether two names are of two places, neither of which holds the other as far as is known."""
    these, those = folded(one).split(), folded(other).split()
    ranks = {max((entry(word).place for word in name.split()), default=0) > _CITY for name in (one, other)}
    return ranks == {False} and not set(these) <= set(those) and not set(those) <= set(these)
