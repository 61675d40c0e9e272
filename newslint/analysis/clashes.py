"""Clashes: two small words side by side, of which a change of mind left one too many: is was, would will, into of."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analysis.grammar import PRONOUNS
from newslint.analysis.usage import in_address
from newslint.analysis.words import lowered, occurrences, words
from newslint.document import Document
from newslint.source import Span

_BEING = frozenset("is are was were".split())
_HAVING = frozenset("has had".split())
_MODAL = frozenset("will would can could may might must should".split())
# Those of them that are no nouns besides: the political will is strong.
_FREE = frozenset("would could should".split())
_BEFORE_OF = frozenset("at by for from into to with".split())
_OF_ALL = frozenset("course late all which whom what".split())
# The first word of each clash, with what can't stand behind it in a clause. In 1.3 million words of news copy each
# of these stood there by mistake or never.
_NEVER_BEFORE: dict[str, frozenset[str]] = {
    **{word: (_BEING | _MODAL) - {word} for word in _BEING},
    **dict.fromkeys(_HAVING, _MODAL),
    **{word: _MODAL - {word} for word in _MODAL - _FREE},  # the political will is strong
    **{word: (_MODAL | _BEING | _HAVING) - {word} for word in _FREE},
    **{word: frozenset({"of"}) for word in _BEFORE_OF - {"into"}},
    "into": frozenset({"of", "to"}),
    **dict.fromkeys(("their", "our", "my", "your", "his"), frozenset({"the", "a", "an"})),
    "its": frozenset({"the"}),
}
# With these a clause may be the subject: what it is will matter, all they are is tired.
_CLAUSES = frozenset(
    "what who which that all those how where whatever whoever as than if when everything anything nothing".split()
)
_REACH = 8


def clashes(document: Document) -> Iterator[tuple[Span, Span, str]]:
    """Each word that is one too many, with the one before it that it clashes with, and that one as it's written."""
    places, listed, low = occurrences(document), words(document), lowered(document)
    for word in sorted(_NEVER_BEFORE.keys() & places.keys()):
        for index in places[word]:
            second = low[index + 1] if index + 1 < len(low) else ""
            if second not in _NEVER_BEFORE[word]:
                continue
            first, span = listed.span(index), listed.span(index + 1)
            plain = (
                document.text[first.start : span.end + 1].rstrip(".,;:!? ") == f"{word} {second}"
            )  # no May, will.i.am
            if plain and not in_address(document.text, span) and not _is_meant(low, index, second):
                yield span, first, listed.texts[index]


def _is_meant(low: list[str], index: int, second: str) -> bool:
    """Whether the two stand side by side in good order: a clause ends between them, or an idiom begins."""
    if second == "of":
        return index + 2 < len(low) and low[index + 2] in _OF_ALL
    before = low[max(0, index - _REACH) : index]
    return bool(_CLAUSES.intersection(before)) or bool(before and before[-1] in PRONOUNS)
