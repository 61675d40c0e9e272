"""Names of bodies, places and works in two forms, as the judge weighs them: what the three rules of them have in common."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document, analysis
from newslint.hit import Change, Hit, Note
from newslint.story.generic_words import normal
from newslint.story.name_pairs import NamePair, name_pairs
from newslint.story.same import Verdict, judged
from newslint.text.ownership import is_out_of_setting
from newslint.topics.names import matching
from newslint.topics.names.checks.name_spelling import SHOWN, times


def two_forms(document: Document, sort: str) -> Iterator[Hit]:
    """Every two forms of one name of this sort; a word that another rule tells is misspelled is left to that."""
    for named in name_pairs(document):
        if named.sort != sort or frozenset(named.words) in _told_by_spelling(document):
            continue
        verdict = judged(named.pair.kind, named.pair.signs)
        if verdict.probability >= SHOWN and not is_out_of_setting(document, named.pair.suspect):
            yield _hit(document, named, verdict)


@analysis
def _told_by_spelling(document: Document) -> frozenset[frozenset[str]]:
    """Every two words of which names/spelling says that one is the other misspelled."""
    pairs = (pair for pair in matching.name_pairs(document) if pair.confidence >= SHOWN)
    return frozenset(frozenset((normal(pair.suspect.text), normal(pair.right.text))) for pair in pairs)


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
