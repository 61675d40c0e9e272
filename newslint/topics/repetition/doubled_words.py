"""Doublings: small words said twice that a plain look at neighbours misses, such as "a an", "of the of" and "the, the"."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import combining

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.row import Row
from newslint.text.ownership import in_address
from newslint.text.quotations import in_quotation
from newslint.text.vocabulary import ARTICLES, BE, DETERMINERS, FUNCTION, MODALS, PRONOUNS, STRONG_PASTS
from newslint.text.words import Words, lowered, occurrences, said_again, words

_BEING = BE - {"am", "be", "been", "being"}
_HAVING = frozenset("has had".split())
_MODAL = MODALS - {"shall"}
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
    if word in ARTICLES:
        return False
    if second == "of":
        asked = word in _FREE and "as" in before and not _is_participle(behind)  # as little as they could of it
        return behind in _OF_ALL or asked
    if word == "his":
        return last in _HIS_OWN
    if (word in _MODAL - _FREE and last in _THINGS) or (second in _MODAL and behind in PRONOUNS | DETERMINERS):
        return True  # the question is will they come
    return bool(_CLAUSES.intersection(before)) or last in PRONOUNS


def _is_participle(word: str) -> bool:
    """Whether “have” was meant before the word: they would of come."""
    return word.endswith(("ed", "en")) or word in STRONG_PASTS | {"been", "done", "gone", "come", "become", "run"}


_DETERMINING = frozenset("this these those his their our my your its".split())
_FRAMING = frozenset("of in to for on at by with from".split())
# Between articles some open an attribute (the on the record sources), others do so but seldom (the by the book way).
_LOOSE = frozenset("in by at".split())
_FIRM = frozenset("of to for with from".split()) | _LOOSE
# Words after which no clause can break off: behind a comma or a full stop they're begun anew.
_UNFINISHED = frozenset("the a an and or my our their your its every than because".split())
_IDIOMS = frozenset([("by", "the", "by"), ("for", "a", "for")])
_FEWEST = 6  # words of a line that was broken by mistake


class Doubling(Row):
    """Words at `span` that are one too many behind `first`; `shown` and `fault` say so, `sure` how sure that is."""

    span: Span
    first: Span
    shown: str
    fault: str
    sure: float


@analysis
def doublings(document: Document) -> tuple[Doubling, ...]:
    """Every such place, in order of the words."""
    listed, low = words(document), lowered(document)
    # A word that stands three times is said so on purpose.
    again = [
        index
        for index in said_again(document)[1]
        if low[index] not in (*low[index - 2 : index - 1], *low[index + 1 : index + 2])
    ]
    found = [_parted(document, listed, index) for index in again]
    places, padded = occurrences(document), ["", *low, "", ""]
    for index in sorted(index for article in ARTICLES for index in places.get(article, ())):
        before, word, behind, last = padded[index : index + 4]
        if behind in ARTICLES or behind in _DETERMINING:
            found.append(_clash(document, listed, index + 1))
        elif behind in _FIRM and last == word:
            found.append(_frame(document, listed, index + 2))
        elif before == behind and before in _FRAMING and (before, word, behind) not in _IDIOMS:
            found.append(_frame(document, listed, index + 1))
    told = [doubling for doubling in found if doubling is not None and _stands_free(document.text, doubling)]
    for span, first, word in clashes(document):
        if not any(span in (doubling.span, doubling.first) or doubling.first.holds(span) for doubling in told):
            told.append(_too_many(document, span, first, word))
    return tuple(sorted(told))


def _stands_free(text: str, doubling: Doubling) -> bool:
    """Whether neither is a part of something longer: of a word behind a letter with a loose accent, of the a.example page."""
    accented = any(combining(text[span.start - 1]) for span in (doubling.first, doubling.span) if span.start)
    end = doubling.span.end
    return not accented and not (text[end : end + 1] == "." and text[end + 1 : end + 2].isalnum())


def _clash(document: Document, listed: Words, index: int) -> Doubling | None:
    """Word `index`, which no article can stand before, behind an article: a the, into the its."""
    before, word = listed.texts[index - 1], listed.texts[index]
    first, span = listed.span(index - 1), listed.span(index)
    if not word.islower() or document.text[first.end : span.start] != " ":
        return None
    return _too_many(document, span, first, before)


def _too_many(document: Document, span: Span, first: Span, before: str) -> Doubling:
    """The word at `span`, behind the word `before` at `first`, with which no clause can have it."""
    sure = 0.55 if in_quotation(document, span.start) else 0.92
    missing = before in ARTICLES and document[span] not in ARTICLES | _DETERMINING
    told = (
        "can’t stand together: a word is missing, or one is too many"
        if missing
        else "can’t stand together: one is too many"
    )
    return Doubling(span, first, f"{before} {document[span]}", told, sure)


def _frame(document: Document, listed: Words, index: int) -> Doubling | None:
    """Word `index`, a small one that stands two words before as well: of the of, the in the."""
    texts = listed.texts[index - 2 : index + 1]
    first, span = Span(listed.starts[index - 2], listed.span(index - 1).end), listed.span(index)
    said = " ".join(texts)
    if not said.islower() or document.text[first.start : span.end] != said:
        return None
    sure = 0.7 if in_quotation(document, span.start) else 0.75 if texts[1] in _LOOSE else 0.92
    return Doubling(span, first, said, "has one word too many", sure)


def _parted(document: Document, listed: Words, index: int) -> Doubling | None:
    """Word `index`, which a mark or the end of a line parts from the same word."""
    before, word = listed.texts[index - 1], listed.texts[index]
    first, span = listed.span(index - 1), listed.span(index)
    gap = document.text[first.end : span.start]
    sure = 0.0
    # A capital amid a sentence is a name's: the strikers of Ashby A – a good team.
    capital = before != word and document.text[first.start - 2 : first.start - 1].isalnum()
    if gap in (", ", ". ", "; ", " - ", " – ", " — ") and word.islower() and not capital:
        unfinished = word in _UNFINISHED or (gap == ". " and word in FUNCTION and before == word)
        sure = 0.85 if unfinished and not in_quotation(document, span.start) else 0
    elif "\n" in gap and before == word and word in FUNCTION:
        sure = 0.9 if _is_broken(document, first, span) else 0
    return Doubling(span, first, word, "stands twice in a row", sure) if sure else None


def _is_broken(document: Document, first: Span, span: Span) -> bool:
    """Whether one sentence runs over the end of a block: its line was broken by hand."""
    one, other = document.block_at(first.start), document.block_at(span.start)
    if one is None or other is None:
        return False
    return one.end == first.end and other.start == span.start and len(document[one.span].split()) >= _FEWEST
