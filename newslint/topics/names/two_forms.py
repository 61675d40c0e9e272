"""Names of bodies, places and works in two forms, as the judge weighs them: what the three rules of them have in common."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from operator import attrgetter

from newslint.document import Document, Role, analysis
from newslint.hit import Change, Hit, Note
from newslint.source import Span
from newslint.story.generic_words import normal
from newslint.story.name_pairs import NamePair, name_pairs
from newslint.story.same import Pair, Verdict, judged
from newslint.text.lexicon import entry
from newslint.text.ownership import is_out_of_setting
from newslint.text.wording import times
from newslint.topics.names import matching
from newslint.topics.names.matching import SHOWN
from newslint.topics.names.namesakes import both_stand, given_pairs
from newslint.topics.names.strangers import stranger_pairs

# From this confidence on two forms of a whole name are shown.
_SHOWN = 0.65
# From this one on, who is called by a given name that nobody bears.
_STRANGER = 0.5
# From here on a misspelled word is told by itself, however sure the whole name is.
CERTAIN = 0.95
# What is likelier than this to be a thing's name is none of a person whose given name nobody knows.
_THING = 0.8


def two_forms(document: Document, sort: str) -> Iterator[Hit]:
    """Every two forms of one name of this sort; a word that another rule tells is misspelled is left to that."""
    yield from (_hit(document, named, verdict) for named, verdict in _told(document) if named.sort == sort)


@analysis
def _told(document: Document) -> tuple[tuple[NamePair, Verdict], ...]:
    """Every two forms that are likely enough to be shown, and that no word of theirs tells better, in order."""
    weighed = ((named, judged(named.pair.kind, named.pair.signs)) for named in name_pairs(document))
    likely = [(named, verdict) for named, verdict in weighed if verdict.probability >= _SHOWN]
    by_word = _told_by_the_word(document) if likely else {}
    told = (
        (named, verdict)
        for named, verdict in likely
        if by_word.get(frozenset(named.words), 0.0) < min(verdict.probability, CERTAIN)
        and not is_out_of_setting(document, named.pair.suspect)
        and not _are_listed(document, named.pair)
    )
    return tuple(sorted(told, key=lambda each: each[0].pair.suspect))


def _are_listed(document: Document, pair: Pair) -> bool:
    """Whether both stand once and in two lines of one list, which tells each thing once."""
    first, last = sorted((pair.suspect, pair.other))
    copy, start = document.copy, attrgetter("start")
    lines = copy[bisect_right(copy, first.start, key=start) - 1 : bisect_right(copy, last.start, key=start)]
    return not pair.also and len(lines) > 1 and all(line.role is Role.LIST_ITEM for line in lines)


@analysis
def _told_by_the_word(document: Document) -> Mapping[frozenset[str], float]:
    """Every two words that another rule tells are one: misspelled, or two given names of one person; with how surely."""
    told = {words_of(pair): pair.confidence for pair in matching.name_pairs(document) if pair.confidence >= SHOWN}
    for pair in filter(lambda pair: is_of_a_person(document, pair), given_pairs(document)):
        told[words_at(document, pair)] = judged(pair.kind, pair.signs).probability
    return told


@analysis
def told_of_whole_names(document: Document) -> Mapping[frozenset[str], float]:
    """Every two words in which two forms of one body, place or work differ, with how surely they are one."""
    told: dict[frozenset[str], float] = {}
    for named, verdict in _told(document):
        words = frozenset(named.words)
        told[words] = max(verdict.probability, told.get(words, 0.0))
    return told


def is_of_a_person(document: Document, pair: Pair) -> bool:
    """Whether one of the two is known for a given name; else it’s rather a wine or a street that has them."""
    return any(entry(document[place]).given for place in (pair.suspect, pair.other))


def is_left_to_whole_names(document: Document, pair: Pair, probability: float) -> bool:
    """Whether two given names of this probability are likelier to be parts of a thing's name that stands in two forms."""
    whole = told_of_whole_names(document).get(words_at(document, pair), 0.0)
    sure = probability if is_of_a_person(document, pair) else min(probability, _THING)
    return sure < CERTAIN and whole > sure


@analysis
def told_strangers(document: Document) -> tuple[tuple[Pair, Verdict], ...]:
    """Given names that nobody bears, each with the likeliest that somebody does, unless it's surer that the one is misspelled."""
    weighed = ((pair, judged(pair.kind, pair.signs)) for pair in stranger_pairs(document))
    likely = [(pair, verdict) for pair, verdict in weighed if verdict.probability >= _STRANGER]
    surer = {frozenset((pair.suspect.text, pair.right.text)): pair.confidence for pair in matching.name_pairs(document)}
    best: dict[Span, tuple[Pair, Verdict]] = {}
    for pair, verdict in sorted(likely, key=lambda each: -each[1].probability):
        misspelled = surer.get(frozenset((document[pair.suspect], document[pair.other])), 0.0)
        if verdict.probability >= misspelled and not is_out_of_setting(document, pair.suspect):
            best.setdefault(pair.suspect, (pair, verdict))
    return tuple(best[span] for span in sorted(best))


def paired_givens(document: Document) -> Iterator[frozenset[str]]:
    """Every two given names that are judged as such, or may both be right, so that no other rule reports them."""
    yield from both_stand(document)
    for pair in given_pairs(document):
        if not is_left_to_whole_names(document, pair, judged(pair.kind, pair.signs).probability):
            yield frozenset((document[pair.suspect], document[pair.other]))
    for pair, _ in told_strangers(document):
        yield frozenset((document[pair.suspect], document[pair.other]))


def words_at(document: Document, pair: Pair) -> frozenset[str]:
    """The two words of a pair of given names as they are compared with those of whole names."""
    return frozenset((normal(document[pair.suspect]), normal(document[pair.other])))


def words_of(pair: matching.NamePair) -> frozenset[str]:
    """The two words of a pair as they are compared with those of whole names."""
    return frozenset((normal(pair.suspect.text), normal(pair.right.text)))


def _hit(document: Document, named: NamePair, verdict: Verdict) -> Hit:
    first, *again = named.suspects
    right = document[named.others[0]]
    notes = [Note(span, "also here") for span in again[:3]]
    notes += [Note(span, f"“{document[span]}” here") for span in named.others[:3]]
    # Where neither form is likelier to be right, the writer must choose.
    more = len(named.others) > len(named.suspects)
    changes = tuple(Change(word, document[named.right_word]) for word in named.suspect_words) if more else ()
    words = {"right": right, "times": times(len(named.others))}
    return Hit(first, words, tuple(notes), changes, verdict.probability, evidence=verdict.signs)
