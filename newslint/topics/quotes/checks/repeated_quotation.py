"""The same words in quotation marks twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from newslint.document import Document, Role
from newslint.hit import Check, Hit, Note, check
from newslint.source import Span
from newslint.text.quotations import excerpt
from newslint.topics.quotes.attributions import told_attributions
from newslint.topics.quotes.repetitions import Repetition, Weight, repetitions

_PLACES = {
    Role.HEADLINE: "in the headline",
    Role.STANDFIRST: "in the standfirst",
    Role.CAPTION: "in a caption",
    Role.CROSSHEAD: "in a crosshead",
    Role.PULL_QUOTE: "in a pull quote",
}


# How much copy goes on one shelf, in code points.
_SHELF = 400
# Fewer words are often said again on purpose, once for themselves and once for what they meant.
_LONG = 12
# What follows within so many code points belongs to the same speech.
_NEXT = 150


@check
class RepeatedQuotation:
    """Finds words that are quoted twice; a phrase or short sentence, or what a headline or caption takes from the body, is minor."""

    confidence: float = 0.8

    def __call__(self, document: Document) -> Iterator[Hit]:
        for cluster in _joined(_clusters(document)):
            yield self._hit(document, cluster, minor=not any(map(_is_weighty, cluster)))

    def _hit(self, document: Document, cluster: list[Repetition], minor: bool) -> Hit:
        """One finding for all the places of the same words: at the second of them that is no mere echo."""
        main = next(found for found in cluster if minor or found.weight is Weight.SLIP)
        others = {span for found in cluster for span in (found.first, found.second)} - {main.second}
        related = [Note(main.first, "first quoted here")]
        related += [Note(span, "and here") for span in sorted(others - {main.first})]
        words = {"words": excerpt(document, main.second, 12), "where": _where(document, main.first)}
        return Hit(main.second, words, tuple(related), confidence=self.confidence, minor=minor)


def _is_weighty(found: Repetition) -> bool:
    """Whether both quotations open with the words: what stands inside one of them a story may take up with reason."""
    same = found.echo.longest
    return found.weight is Weight.SLIP and same.length >= _LONG and same.first == same.second == 0


def _joined(clusters: list[list[Repetition]]) -> Iterator[list[Repetition]]:
    """Clusters that follow each other in both places, as the sentences of one speech do, made one."""
    last: list[Repetition] = []
    for cluster in clusters:
        if last and _follows(last[-1], cluster[0]):
            last.extend(cluster)
            continue
        if last:
            yield last
        last = cluster
    if last:
        yield last


def _follows(one: Repetition, other: Repetition) -> bool:
    if one.weight is not Weight.SLIP or other.weight is not Weight.SLIP:
        return False
    return 0 <= other.first.start - one.first.end < _NEXT and 0 <= other.second.start - one.second.end < _NEXT


def _where(document: Document, span: Span) -> str:
    """The earlier place, in a writer's words."""
    block = document.block_at(span.start)
    return _PLACES.get(block.role, "above") if block else "above"


def _clusters(document: Document) -> list[list[Repetition]]:
    """Repetitions that share a place, put together."""
    clusters: list[list[Repetition]] = []
    # By stretch of copy, so that a place is held against the few near it: the places there, each with its cluster.
    shelves: dict[int, list[tuple[Span, list[Repetition]]]] = defaultdict(list)
    told = {id(attribution.echo) for attribution, _ in told_attributions(document)}
    for found in repetitions(document):
        if id(found.echo) in told:
            continue
        places = (found.first, found.second)
        near = (row for place in places for shelf in _shelves(place) for row in shelves[shelf])
        cluster = next((known for taken, known in near if any(taken.meets(place) for place in places)), None)
        if cluster is None:
            cluster = []
            clusters.append(cluster)
        cluster.append(found)
        for place in places:
            for shelf in _shelves(place):
                shelves[shelf].append((place, cluster))
    return clusters


def _shelves(place: Span) -> range:
    return range(place.start // _SHELF, place.end // _SHELF + 1)


_: type[Check] = RepeatedQuotation
