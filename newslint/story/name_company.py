"""What stands around two names that are alike: who belongs to both, what else is said beside each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newslint.document import Document, analysis, kept_by
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.story.generic_words import BODY, CIVIC, classes, sort_of
from newslint.story.people import references
from newslint.story.runs import runs
from newslint.story.windows import Likeness, Use
from newslint.text.lexicon import Entry, entry
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import FUNCTION

_PLACES = 6  # of each name that are looked at
_MOST = 3  # more words than these say no more
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
_WORD = compiled(r"(?<![\w’'-])[a-z][a-z’'-]{3,}+")
_USUAL = 1  # words of this rank stand everywhere


def surroundings(document: Document, pair: Likeness) -> dict[str, float]:
    """The signs that lie in the sentences of the two names, and in what other names of the draft share their words."""
    suspects, others = pair.suspects[:_PLACES], pair.others[:_PLACES]
    rest = [word for at, word in enumerate(pair.suspect) if at != pair.at]
    own = [word for word in rest if _is_theirs_alone(document, word, pair)]
    shared = _said_around(document, suspects) & _said_around(document, others)
    both = len(pair.suspects) > 1 and len(pair.others) > 1
    return {
        "one person beside both": bool(_people_of(document, suspects) & _people_of(document, others)),
        "the same words around both": min(len(shared), _MOST) / _MOST,
        "a word that no other name has": bool(own),
        "a rare word that no other name has": any(entry(word) == Entry() for word in own),
        "three words shared": len(rest) > 2,
        **_of_bodies(document, pair),
        "two bodies of members": all(classes(word) & CIVIC for word in pair.words),
        "each more than once": both,
    }


def _of_bodies(document: Document, pair: Likeness) -> dict[str, float]:
    """The signs of bodies, whose kind stays while another word of the name changes."""
    one, other = pair.suspects[0], pair.others[0]
    last = len(pair.suspect) - 1
    long = last >= _WHOLE
    kind = pair.at < last and sort_of(classes(pair.suspect[-1])) == BODY
    kind_of = pair.at > 0 and sort_of(classes(pair.suspect[0])) == BODY
    known = any(_is_somebodys(document, use) for use in pair.others[:_PLACES])
    unknown = not any(_is_somebodys(document, use) for use in pair.suspects[:_PLACES])
    brackets = document.text[other.span.end : other.span.end + 2] == " ("
    acts = any(_ACTS.match(document.text, use.span.end) for use in pair.suspects[:_PLACES])
    return {
        "the kind of body stays": kind and long,
        "the kind of body before it stays": kind_of and long,
        "the words end alike": _end_alike(*pair.words),
        "two sorts of members": all(map(_are_members, (one, other), (pair.at, pair.at))),
        "both with the article": one.run.article == other.run.article == "the",
        "only the other is somebody's": known and unknown,
        "the suspect acts": acts,
        "the suspect acts, and only the other is somebody's": acts and known and unknown,
        "a short form behind the other": brackets,
        "a short form behind the other would fit both": brackets and pair.words[0][0] == pair.words[1][0],
    }


def _is_somebodys(document: Document, use: Use) -> bool:
    start = use.span.start
    return _SOMEBODYS.search(document.text, max(0, start - 40), start) is not None


def _end_alike(one: str, other: str) -> bool:
    """Whether two words that begin otherwise are made alike: conservation, preservation; breeders, producers."""
    return one[-3:] == other[-3:] and one[:2] != other[:2]


def _are_members(use: Use, at: int) -> bool:
    """Whether the word is of people whose body it is: Miners' Union."""
    behind = use.first + at + 1
    return behind < use.behind and use.run.words[behind].joint[:1] in {"'", "’"}


def _is_theirs_alone(document: Document, word: str, pair: Likeness) -> bool:
    """Whether the word stands in no name of the draft but these two."""
    return _names_with(document).get(word, 0) <= len(pair.suspects) + len(pair.others)


@analysis
def _names_with(document: Document) -> Mapping[str, int]:
    """In how many names each word stands."""
    found: dict[str, int] = {}
    for run in runs(document):
        for word in run.words:
            found[word.text] = found.get(word.text, 0) + 1
    return found


@analysis
def _people_by_sentence(document: Document) -> Mapping[int, frozenset[str]]:
    """The surnames of those whom each sentence names, by where it starts."""
    found: dict[int, frozenset[str]] = {}
    for reference in references(document):
        if (reference.givens or reference.titles) and (sentence := sentence_at(document, reference.name.start)):
            found[sentence.start] = found.get(sentence.start, frozenset()) | {reference.surname}
    return found


def _people_of(document: Document, uses: Iterable[Use]) -> frozenset[str]:
    """Those who stand in the sentences of a name, and are no part of it."""
    people: frozenset[str] = frozenset()
    by_sentence = _people_by_sentence(document)
    own: set[str] = set()
    for use in uses:
        sentence = sentence_at(document, use.span.start)
        if sentence is not None:
            people |= by_sentence.get(sentence.start, frozenset())
        own.update(document.text[word.start : word.end] for word in use.run.words)
    return people - own


def _said_around(document: Document, uses: Iterable[Use]) -> frozenset[str]:
    """The words in small letters of the sentences of a name, without those that stand everywhere."""
    return frozenset().union(*(_said_in(document, use.span) for use in uses))


def _itself(span: Span) -> Span:
    return span


@kept_by(_itself)
def _said_in(document: Document, span: Span) -> frozenset[str]:
    sentence = sentence_at(document, span.start)
    if sentence is None:
        return frozenset()
    said = (match[0] for match in _WORD.finditer(document.text, *sentence.span))
    return frozenset(word for word in said if word not in FUNCTION and entry(word).word != _USUAL)
