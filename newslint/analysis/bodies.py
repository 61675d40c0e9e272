"""Names of bodies, as wholes: runs of capitalised words with the small words between them."""

from __future__ import annotations

from typing import NamedTuple

from newslint.analysis.lexicon import folded
from newslint.analysis.names import Mention, mentions
from newslint.document import Document, analysis
from newslint.expressions import compiled
from newslint.source import Span

# Small words inside a name; “and” joins two names unless it stands behind one of the others.
_JOINT = compiled(r" (?:of|for|on|in|to|against)(?: the)? \Z")
_LATER_JOINT = compiled(r" (?:of|for|on|in|to|against|and|&|, )(?: the)? \Z")
# Endings in which the varieties of English differ, as one.
_ENDINGS = (
    (compiled(r"is(e|es|ed|ing|ation|ations)\b"), r"iz\1"),
    (compiled(r"our(s?)\b"), r"or\1"),
    (compiled(r"(cent|theat|met|lit|fib)re(s?)\b"), r"\1er\2"),
    (compiled(r"(def|off|lic)ence\b"), r"\1ense"),
    (compiled(r"programme(s?)\b"), r"program\1"),
)


class Body(NamedTuple):
    """A name of three words or more; `key` is the same for every form of it."""

    span: Span
    text: str
    key: str


@analysis
def bodies(document: Document) -> tuple[Body, ...]:
    """Every long name that holds a word which names of bodies do, in order."""
    found: list[Body] = []
    chain: list[Mention] = []
    for mention in mentions(document):
        if mention.titled:
            continue
        joint = _LATER_JOINT if len(chain) > 1 else _JOINT
        if chain and not joint.fullmatch(document.text, chain[-1].span.end, mention.span.start):
            _add(document, chain, found)
            chain = []
        chain.append(mention)
    _add(document, chain, found)
    return tuple(found)


def _add(document: Document, chain: list[Mention], found: list[Body]) -> None:
    if not chain:
        return
    start = chain[0].span.start
    if chain[0].words[0] in {"The", "A", "An"} and len(chain[0].words) > 1:
        start = chain[0].starts[1]
    text = document.text[start : chain[-1].span.end]
    words = text.split()
    if len(words) >= 3 and not any(word.isupper() and len(word) > 4 for word in words):
        found.append(Body(Span(start, chain[-1].span.end), text, _key(words)))


def _key(words: list[str]) -> str:
    """The words in one spelling, and all but the last in the singular: two Fellows are not one Fellow."""
    stems = [_stem(folded(word)) for word in words]
    return " ".join([*(_singular(stem) for stem in stems[:-1]), stems[-1]])


def _singular(word: str) -> str:
    return word.removesuffix("s") if len(word) > 4 and not word.endswith("ss") else word


def _stem(word: str) -> str:
    for pattern, one in _ENDINGS:
        word = pattern.sub(one, word)
    return "and" if word == "&" else word
