"""One thing counted twice, with two results."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

from newslint.document import Document, Role
from newslint.hit import Check, Hit, Note, check
from newslint.source import Span
from newslint.story.ages import ages
from newslint.story.quantity import Hedge, Kind
from newslint.text.content_words import ends_in_common, run_in_common, stems_within, turns
from newslint.text.quotations import quotes
from newslint.text.sentences import Sentence, sentence_at
from newslint.topics.figures.claims import Fact, agree, facts, remeasured
from newslint.topics.figures.contradictions import (
    APART,
    DAYS,
    are_of_two_kinds,
    are_parallel,
    resumed,
    streaks,
)
from newslint.topics.figures.identifiers import mistaken_labels
from newslint.topics.figures.qualifiers import are_framed_apart
from newslint.topics.figures.same_amount import is_display, told_twice

_HEADS = frozenset([Role.HEADLINE, Role.STANDFIRST, Role.CAPTION, Role.TABLE_CELL])
_Figures = dict[tuple[Sentence, tuple[str, str, str]], set[float]]
_MOST_SHARED = 12
# So many words in a row around both figures tell the same tale.
_LONG_RUN = 8
# Two or three of a thing are often told of, and what one sentence says more may be what sets them apart.
_SEVERAL = 10
_MARKS = frozenset(".,;:–—)")


@check
class FigureConflict:
    """Finds two figures for one thing in the copy: where two sentences say the same but for the figure, and where “the 14
    victims” take up “12 victims”. `shared` is how many content words two sentences must share.
    """

    shared: int = 3

    def __call__(self, document: Document) -> Iterator[Hit]:
        told_of = {
            place.start for hit in _known(document) for place in (hit.span, *(note.span for note in hit.related))
        }
        yield from _known(document)
        for hit in self._in_other_words(document):
            if hit.span.start not in told_of:
                yield hit

    def _in_other_words(self, document: Document) -> Iterator[Hit]:
        named = {age.age.span for age in ages(document)}
        told = [fact for fact in facts(document) if fact.role not in _HEADS and fact.quantity.span not in named]
        figures = _figures(told)
        reported: set[int] = set()
        for one, other, sure in [
            *self._said_again(document, told),
            *resumed(told),
        ]:
            places = {one.sentence.start, other.sentence.start}
            if places & reported or are_framed_apart(one, other) or _in_each_other(figures, one, other):
                continue
            if sure > 0.9 or not _is_claimed(document, one, other):
                reported |= places
                yield _hit(document, one.quantity.span, other.quantity.span, sure)
        for first, second in remeasured(document):
            sentences = {
                place.start for place in (sentence_at(document, q.span.start) for q in (first, second)) if place
            }
            if not sentences & reported:
                yield _hit(document, first.span, second.span, 0.7)
        for streak, longer in streaks(document):
            yield _hit(document, streak.span, longer.span, 0.65)
        for label, other_label in mistaken_labels(document):
            yield _hit(document, label.span, other_label.span, 0.7)

    def _said_again(self, document: Document, told: list[Fact]) -> Iterator[tuple[Fact, Fact, float]]:
        for one, other in self._candidates(told):
            sure = self._same_but_for_the_figure(document, one, other)
            if sure and not are_parallel(document, one, other):
                if _is_of_a_list(told, one, other):
                    continue
                yield one, other, sure

    def _candidates(self, told: list[Fact]) -> Iterator[tuple[Fact, Fact]]:
        """Pairs of facts with one key that share enough words; a word that stands in many of them finds none."""
        by_key: dict[tuple[str, str, str], list[Fact]] = defaultdict(list)
        for fact in told:
            by_key[fact.key].append(fact)
        for group in by_key.values():
            if len({_printed(fact) for fact in group}) < 2:
                continue
            holders: dict[str, list[int]] = defaultdict(list)
            for index, fact in enumerate(group):
                for word in fact.words:
                    holders[word].append(index)
            shared: Counter[tuple[int, int]] = Counter()
            for indices in holders.values():
                if 1 < len(indices) <= _MOST_SHARED:
                    shared.update(combinations(indices, 2))
            for (a, b), count in sorted(shared.items()):
                if count >= min(self.shared, 2):
                    yield group[a], group[b]

    def _same_but_for_the_figure(self, document: Document, one: Fact, other: Fact) -> float:
        """How sure it is that both sentences say one thing; 0 where they don't, or where the figures agree."""
        if one.sentence == other.sentence or _printed(one) == _printed(other) or one.years != other.years:
            return 0.0
        common = one.words & other.words
        left, right = one.words - common, other.words - common
        fewer, more = sorted((left - DAYS, right - DAYS), key=len)
        run = run_in_common(document, one.surroundings, other.surroundings) if len(fewer) <= 2 else 0
        if ((left | right) & APART and (fewer or run < _LONG_RUN)) or (left & DAYS and right & DAYS):
            return 0.0
        if agree(one.quantity, other.quantity) and (more or not _is_as_fine(one, other, run)):
            return 0.0
        if run < _LONG_RUN and turns(document, one.sentence) != turns(document, other.sentence):
            return 0.0
        return self._alike(one, other, fewer, more, run)

    def _alike(self, one: Fact, other: Fact, fewer: frozenset[str], more: frozenset[str], run: int) -> float:
        """The confidence for two sentences of which one has the words `fewer` for itself, the other `more`."""
        common = len(one.words & other.words)
        plain = one.quantity.kind is Kind.COUNT and bool(one.noun)
        names = (one.names | other.names) & (fewer | more)
        if not fewer and common >= (self.shared if plain or not more else 4):
            if len(more) <= 2 and (common >= 5 or run >= 5) and not names:
                return 0.92 if not more or one.quantity.value > _SEVERAL else 0.7
            if run >= 7 or (plain and not names and len(more) <= max(3, common)):
                return 0.7
        if run >= _LONG_RUN and plain and len(more) <= 3 and _begin_alike(one, other, names):
            return 0.7
        # Two or three of anything are often told of.
        small = one.quantity.numeral.spelled or other.quantity.numeral.spelled
        if plain and len(fewer) <= 1 and len(more) <= 1 and common >= 4 and not names and not small:
            return 0.7 if not are_of_two_kinds(one, other) else 0.0
        return 0.0


def _known(document: Document) -> list[Hit]:
    """Amounts of the story that take up another one wrongly, by the judge."""
    return [
        Hit(
            pair.suspect,
            {"first": document[pair.other]},
            (Note(pair.other, f"{document[pair.other]} here"),),
            confidence=sure.probability,
            evidence=sure.signs,
        )
        for pair, sure in told_twice(document)
        if not is_display(document, pair.suspect)
    ]


def _is_as_fine(one: Fact, other: Fact, run: int) -> bool:
    """Whether both are hedged alike, and neither is the other rounded in other words: about two thousand, about 2,400."""
    a, b = one.quantity, other.quantity
    rounded = a.hedge is Hedge.ABOUT and abs(a.value - b.value) <= max(a.numeral.grain, b.numeral.grain) / 2
    return a.hedge is b.hedge and (not rounded or run >= _LONG_RUN)


def _begin_alike(one: Fact, other: Fact, names: frozenset[str]) -> bool:
    """Whether only what follows differs, and not in names: “two sailors are missing after the ferry sank”, off Ayle, on Monday."""
    document = one.document
    before = [stems_within(document, fact.surroundings[0]) for fact in (one, other)]
    if before[0] != before[1] or (names & one.words and names & other.words):
        return False
    ends = ends_in_common(document, one.surroundings[1], other.surroundings[1])
    return any(document.text[end : end + 1] in _MARKS for end in ends)  # not “on the bank” and “on the mill”


def _is_of_a_list(told: list[Fact], one: Fact, other: Fact) -> bool:
    """Whether the copy says a third thing of the sort in the same words, or gives both figures again: a list or a table."""
    common = one.words & other.words
    alike = [fact for fact in told if fact.key == one.key]
    values = {_printed(fact) for fact in alike if fact.words >= common}
    times = Counter(_printed(fact) for fact in alike)
    return len(values) > 2 or min(times[_printed(one)], times[_printed(other)]) > 1


def _is_claimed(document: Document, one: Fact, other: Fact) -> bool:
    """Whether one figure is said in quotation marks and the other by the writer, who may be setting it right."""
    quoted = [any(quote.inner.holds(fact.quantity.span) for quote in quotes(document)) for fact in (one, other)]
    return quoted[0] is not quoted[1]


def _printed(fact: Fact) -> tuple[float, float]:
    """Both ends of a range; a single figure twice."""
    return fact.quantity.value, fact.quantity.top


def _figures(told: list[Fact]) -> _Figures:
    """The figures for one thing in each sentence."""
    found: _Figures = defaultdict(set)
    for fact in told:
        found[fact.sentence, fact.key].add(fact.quantity.value)
    return found


def _in_each_other(figures: _Figures, one: Fact, other: Fact) -> bool:
    """Whether either sentence also holds the other's figure for the same noun: two figures, each twice."""
    return any(
        rival.quantity.value in figures.get((fact.sentence, fact.key), ())
        for fact, rival in ((one, other), (other, one))
    )


def _hit(document: Document, one: Span, other: Span, sure: float) -> Hit:
    first, second = sorted((one, other))
    words = {"first": document[first]}
    return Hit(second, words, (Note(first, f"{document[first]} here"),), confidence=sure)


_: type[Check] = FigureConflict
