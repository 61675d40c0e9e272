"""What stands around two names that are alike: who belongs to both, what else is said beside each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newslint.document import Document, analysis, kept_by
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.story.generic_words import CIVIC, classes
from newslint.story.people import references
from newslint.story.runs import runs
from newslint.story.windows import Likeness, Use
from newslint.text.lexicon import Entry, entry
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import FUNCTION

_PLACES = 6  # of each name that are looked at
_MOST = 3  # more words than these say no more
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
        "two bodies of members": all(classes(word) & CIVIC for word in pair.words),
        "each more than once": both,
    }


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
