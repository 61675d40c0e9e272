"""Cut introductions: somebody who plainly acts or speaks, by the surname alone, where the copy introduces everybody else.

“Hargrave said that there had been other offers”: what a cut leaves behind a reader tells by two things: it's a person, and all others
have their names. The judge of introductions weighs how known a surname is, and so leaves half of them unsaid.
"""

from __future__ import annotations

from math import log

from newslint.document import Document
from newslint.finding import Sign
from newslint.startup.expressions import compiled
from newslint.story.references import Reference
from newslint.story.same import Pair, Verdict
from newslint.text.sentences import sentence_at
from newslint.topics.names.introductions import Stranger, acts, addressed, crowd_of, is_heard, speaks, strangers
from newslint.topics.names.matching import SHOWN

# What the judge reads as speaking for something else than somebody of this story.
_ELSE = frozenset(
    {
        "a given name, too",
        "a place, too",
        "an ordinary word, too",
        "as capitalised elsewhere",
        "behind of or from",
        "first in somebody's own words",
        "in a headline, standfirst or caption",
        "in capitals",
        "part of longer names",
        "stands where a place or a body does",
        "what they are stands before it",
    }
)
# Whom everybody knows a sentence may be about; who speaks, is addressed or has a clause of their own is somebody of this story.
_KNOWN = "a name that everybody knows"
_OF_THE_STORY = frozenset({"addressed with an honorific", "speaks", "who stands behind it"})
# What leaves it open whether it's a person, where the judge thinks it unlikely.
_OPEN = frozenset({"nothing but speech shows a person, and no list has the surname", "taken up as a thing"})
# From so many people on who are introduced, the copy is one that introduces people.
_SEVERAL = 3
_LIKELY = 0.5
# A post before a form of address: “Undersecretary for Education Mr Okafor”.
_POST_BEFORE = compiled(r"\b[A-Z][\w’'-]+ \Z")
_NEAR = 24  # code points


def is_cut(document: Document, pair: Pair, probability: float) -> bool:
    """Whether the surname of a pair is plainly somebody's, and everybody else is introduced."""
    if not _ELSE.isdisjoint(pair.signs) or (_KNOWN in pair.signs and _OF_THE_STORY.isdisjoint(pair.signs)):
        return False
    if probability < _LIKELY and not _OPEN.isdisjoint(pair.signs):
        return False
    stranger = next(each for each in strangers(document) if each.places[0].name == pair.suspect)
    return _is_a_subject(document, stranger.places[0]) and _is_the_only_one(document, stranger)


def all_others(verdict: Verdict) -> Sign:
    """What it speaks for a surname that everybody else is introduced: so much as a warning lacks, in log-odds of the table."""
    lacking = _log_odds(SHOWN) - _log_odds(verdict.probability)
    return Sign("all others are introduced", round(lacking / verdict.scale.slope, 2), "all others are introduced")


def _log_odds(probability: float) -> float:
    return log(probability / (1 - probability))


def _is_the_only_one(document: Document, stranger: Stranger) -> bool:
    """Whether the copy introduces several people, and nobody else who is heard is a stranger."""
    known = crowd_of(document)
    return known.introduced >= _SEVERAL and known.strange - is_heard(document, stranger.places) < 1


def _is_a_subject(document: Document, place: Reference) -> bool:
    """Whether somebody is addressed, speaks, or opens a sentence and acts."""
    start = place.with_titles(document).start
    if addressed(place):
        return not _POST_BEFORE.search(document.text, max(0, start - _NEAR), start)
    sentence = sentence_at(document, start)
    opens = sentence is not None and sentence.start == start
    return speaks(document, place) or (opens and acts(document, place))
