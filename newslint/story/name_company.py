"""What stands around two names that are alike: whose they are, what each does, which other names share their words."""

from __future__ import annotations

from collections.abc import Mapping

from newslint.document import Document, analysis
from newslint.startup.expressions import compiled
from newslint.story.generic_words import BODY, classes, sort_of
from newslint.story.runs import runs
from newslint.story.windows import Likeness, Use

_PLACES = 6  # of each name that are looked at
_WHOLE = 2  # words that a body's name has besides the one in question, at least
# Somebody's body: president of Friends of the Weir, chairs the Weir Trust, at the Weir Institute.
_SOMEBODYS = compiled(
    r"\b(?:(?:president|chair|chairman|chairwoman|chairperson|director|secretary|treasurer|head|leader|founder|member|spokesman|spokeswoman"
    r"|spokesperson|analyst|chief executive|chief|coordinator|organiser|organizer|manager|researcher|professor|scientist|officer|warden|vice-chair"
    r"|chairs|heads|runs|leads|founded|joined|owned|owns|employs|works|worked) (?:of|at|for|with|by)|chairs|heads|runs|leads|founded|joined"
    r"|belongs to|met by|paid for by|funded by|run by|based at) (?:the )?(?:[a-z]+ )?\Z"
)
# Somebody whom the body itself is like: it says, has, hopes.
_ACTS = compiled(
    r" (?:has|had|have|is|are|was|were|will|would|says|said|hopes|wants|makes|made|plans|did|does|gave|told|asks|asked|meets|met|[a-z]{3,}ed)\b"
)


def surroundings(document: Document, pair: Likeness) -> dict[str, float]:
    """The signs that lie right beside the two names, and in what other names of the draft share their words."""
    rest = [word for at, word in enumerate(pair.suspect) if at != pair.at]
    return {
        "a word that no other name has": any(_is_theirs_alone(document, word, pair) for word in rest),
        "three words shared": len(rest) > 2,
        **_of_bodies(document, pair),
        "each more than once": len(pair.suspects) > 1 and len(pair.others) > 1,
    }


def _of_bodies(document: Document, pair: Likeness) -> dict[str, float]:
    """The signs of bodies, whose kind stays while another word of the name changes."""
    last = len(pair.suspect) - 1
    kind = pair.at < last and sort_of(classes(pair.suspect[-1])) == BODY
    known = any(_is_somebodys(document, use) for use in pair.others[:_PLACES])
    unknown = not any(_is_somebodys(document, use) for use in pair.suspects[:_PLACES])
    acts = any(_ACTS.match(document.text, use.span.end) for use in pair.suspects[:_PLACES])
    return {
        "the kind of body stays": kind and last >= _WHOLE,
        "only the other is somebody's": known and unknown,
        "the suspect acts": acts,
        "the suspect acts, and only the other is somebody's": acts and known and unknown,
    }


def _is_somebodys(document: Document, use: Use) -> bool:
    start = use.span.start
    return _SOMEBODYS.search(document.text, max(0, start - 40), start) is not None


def _is_theirs_alone(document: Document, word: str, pair: Likeness) -> bool:
    """Whether the word stands in no name of the draft but these two."""
    return names_with(document).get(word, 0) <= len(pair.suspects) + len(pair.others)


@analysis
def names_with(document: Document) -> Mapping[str, int]:
    """In how many names each word stands."""
    found: dict[str, int] = {}
    for run in runs(document):
        for word in run.words:
            found[word.text] = found.get(word.text, 0) + 1
    return found
