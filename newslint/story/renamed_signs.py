"""Signs that two names share a body, or only a word: what each measures. Weighed by the judge."""

from __future__ import annotations

from itertools import product

from newslint.document import Document
from newslint.story.generic_words import classes
from newslint.story.name_company import names_with
from newslint.story.name_signs import nearest_of, neighbours, together
from newslint.story.renamed_bodies import Name, Renamed, renamed_bodies
from newslint.story.same import Pair, measured
from newslint.story.windows import Use
from newslint.text.sentences import sentence_at

KIND = "renamed-body"


def renamed_pairs(document: Document) -> tuple[Pair, ...]:
    """The pairs of names that may be one body's, each with its signs. Who names both in one sentence knows that they're two."""
    apart = (each for each in renamed_bodies(document) if not together(document, each.suspect.uses, each.other.uses))
    return tuple(_pair(document, renamed) for renamed in apart)


def _pair(document: Document, renamed: Renamed) -> Pair:
    suspect, (right, *again) = renamed.suspect.uses[0], renamed.other.uses
    near = nearest_of(suspect, renamed.other.uses)
    follows = neighbours(sentence_at(document, suspect.span.start), sentence_at(document, near.span.start))
    signs = measured({**_words(renamed), **_counts(document, renamed), "next sentence": follows})
    return Pair(KIND, suspect.span, right.span, signs, tuple(use.span for use in again[:2]))


def _words(renamed: Renamed) -> dict[str, float]:
    """What the words are that both have, and what each has besides."""
    one, other = renamed.left
    return {
        "a word in another form": any(its != theirs for its, theirs in renamed.matched),
        "both begin alike": renamed.suspect.others[0] == renamed.other.others[0],
        "nothing besides": not one and not other,
        "begin alike besides": any(a[0] == b[0] for a, b in product(one, other)),
    }


def _texts(use: Use) -> list[str]:
    return [word.text for word in use.run.words[use.first : use.behind]]


def _counts(document: Document, renamed: Renamed) -> dict[str, float]:
    """How often each name stands, and the word of theirs that stands in fewest others."""
    few, many = len(renamed.suspect.uses), len(renamed.other.uses)
    held = names_with(document)
    texts = set(_texts(renamed.suspect.uses[0])) & set(_texts(renamed.other.uses[0]))
    fewest = min((held.get(word, 0) for word in texts if not classes(word)), default=0)
    return {
        "once each": few == many == 1,
        "a word that no other name has": fewest <= few + many,
        "the article of both": all(map(_has_article, (renamed.suspect, renamed.other))),
    }


def _has_article(name: Name) -> bool:
    return any(use.run.article == "the" and use.first == 0 for use in name.uses)
