"""Clashes: two small words side by side, between which a word was lost, or of which a change of mind left one too many: is
was, into of, the of.
"""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.source import Span
from newslint.text.ownership import in_address
from newslint.text.vocabulary import DETERMINERS, PRONOUNS
from newslint.text.words import lowered, occurrences, words

_BEING = frozenset("is are was were".split())
_HAVING = frozenset("has had".split())
_MODAL = frozenset("will would can could may might must should".split())
# Those of them that are no nouns besides: the political will is strong.
_FREE = frozenset("would could should".split())
_ARTICLES = frozenset("the an a".split())
_BEFORE_OF = frozenset("at by for from into to with".split())
_OF_ALL = frozenset("course late all which whom what".split())
# The first word of each clash, with what can't stand behind it in a clause. In 1.3 million words of news copy each
# of these stood there by mistake or never.
_NEVER_BEFORE: dict[str, frozenset[str]] = {
    **{word: (_BEING | _MODAL) - {word} for word in _BEING},
    **dict.fromkeys(_HAVING, _MODAL),
    **{word: _MODAL - {word} for word in _MODAL - _FREE},  # the political will is strong
    **{word: (_MODAL | _BEING | _HAVING | {"of"}) - {word} for word in _FREE},
    **{word: frozenset({"of"}) for word in _BEFORE_OF - {"into"}},
    "into": frozenset({"of", "to"}),
    "to": frozenset({"of", "been"}),
    **dict.fromkeys(("their", "our", "my", "your"), frozenset({"the", "a", "an", "of"})),
    "his": frozenset({"the", "a", "an"}),
    "its": frozenset({"the", "of"}),
    # No preposition, verb or conjunction follows an article, unless a hyphen makes an adjective of it: the by-election.
    "the": frozenset(
        "of and for is be was with at from have has had been were are or than could would into to".split()
    ),
    "an": frozenset("of to and for with at from is was were are be been or than has had have".split()),
    "a": frozenset("of for with from be been than into are were".split()),
}
# With these a clause may be the subject: what it is will matter, all they are is tired.
_CLAUSES = frozenset(
    "what who which that all those how where whatever whoever as than if when everything anything nothing".split()
)
_REACH = 8
# Before these “will”, “can” and “might” are things: the political will would be needed.
_THINGS = DETERMINERS | frozenset(
    "political popular public national collective human military free good living last own sheer tin beer oil".split()
)
# Behind these “his” stands for a thing of his: a friend of his the other day.
_HIS_OWN = frozenset("of is was be".split())


def clashes(document: Document) -> Iterator[tuple[Span, Span, str]]:
    """Each word that is one too many, with the one before it that it clashes with, and that one as it's written."""
    places, listed, low = occurrences(document), words(document), lowered(document)
    following = [*low[1:], ""]
    for word in sorted(_NEVER_BEFORE.keys() & places.keys()):
        never = _NEVER_BEFORE[word]
        for index in [index for index in places[word] if following[index] in never]:
            second = following[index]
            first, span = listed.span(index), listed.span(index + 1)
            written = document.text[first.start : span.end + 1].rstrip(".,;:!? ")  # no May, no will.i.am
            opened = word in ("the", "an") and written == f"{word.capitalize()} {second}"  # an A is a mark
            plain = (opened or written == f"{word} {second}") and not in_address(document.text, span)
            if plain and not _is_meant(low, index):
                yield span, first, word


def _is_meant(low: list[str], index: int) -> bool:
    """Whether the two stand side by side in good order: a clause or a question begins, a noun or an idiom is there."""
    word, second = low[index : index + 2]
    behind = low[index + 2] if index + 2 < len(low) else ""
    before = low[max(0, index - _REACH) : index]
    last = before[-1] if before else ""
    if word in _ARTICLES:
        return False
    if second == "of":
        return behind in _OF_ALL
    if word == "his":
        return last in _HIS_OWN
    if (word in _MODAL - _FREE and last in _THINGS) or (second in _MODAL and behind in PRONOUNS | DETERMINERS):
        return True  # the question is will they come
    return bool(_CLAUSES.intersection(before)) or last in PRONOUNS
