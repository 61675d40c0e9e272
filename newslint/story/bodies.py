"""Names of bodies, as wholes: runs of capitalised words with the small words between them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.generic_words import VARIED_ENDINGS, VARYING
from newslint.story.given_names import is_initials
from newslint.story.mentions import Mention, mentions
from newslint.text.lexicon import entry, folded
from newslint.text.vocabulary import POINTED_PLACES, wordlist

_FURTHEST = 14  # code points that small words take up
# Small words inside a name; “and” joins two names unless it stands behind one of the others.
_JOINT = compiled(r" (?:of|for|on|in|to|against)(?: the)? \Z")
_LATER_JOINT = compiled(r" (?:of|for|on|in|to|against|and|&|, )(?: the)? \Z")
# What makes an adjective of a noun: national, Syrian.
_ADJECTIVE = compiled(r"(?<=[a-z]{3})al\Z|(?<=[a-z]{2}[ae])n\Z")
_OF_ADJECTIVES = ("al", "an", "en")
# What a body is, in the singular: of these there's one of each name, so that no plural and no other joint is meant.
_KINDS = wordlist(
    """
    academy agency alliance association authority bank board bureau center college commission committee company congress
    corporation council court department directorate federation foundation fund institute institution laboratory league
    ministry museum network observatory office organization parliament registry school secretariat service society
    trust union university
    """
)
# Those of which a name may well have several: district courts, high schools.
_MANY = frozenset(
    "authority bank board center college committee company council court department office school union university".split()
)
_ONE_OF_A_NAME = _KINDS - _MANY
_JOINTS = frozenset("of for on in to against".split())
# What has its capital from the sentence that it begins.
_OPENERS = frozenset("The A An At In On For From By With And But To As Of Both".split())


class Body(Row):
    """A name of a body; `key` is the same for every form of it.

    `lead` is what stands before the kind of body where “of” follows that, and no part of `text` then: the Welsh of
    the Welsh Institute of Tides.
    """

    span: Span
    text: str
    key: str
    lead: str


@analysis
def bodies(document: Document) -> tuple[Body, ...]:
    """Every long name that holds a word which names of bodies do, in order."""
    found: list[Body] = []
    chain: list[Mention] = []
    for mention in mentions(document):
        if mention.titled:
            continue
        start = mention.span.start
        if chain and start - chain[-1].span.end < _FURTHEST and (joint := _joint(document, chain, start)):
            if joint[1:4] in ("of ", "for", "on ") and _stem(chain[-1].words[-1]) in _KINDS:
                found.append(_with_joint(document, chain[-1], mention))
                chain = []
                continue
        else:
            if len(chain) > 1 or (chain and len(chain[0].words) > 1):
                _add(document, chain, found)
            chain = []
        chain.append(mention)
    _add(document, chain, found)
    return tuple(found)


def _joint(document: Document, chain: list[Mention], start: int) -> str:
    """The small words between the chain and what starts at `start`, if they join names."""
    between = document.text[chain[-1].span.end : start]
    joins = (_LATER_JOINT if len(chain) > 1 else _JOINT).match(between)
    return between if joins else ""


def _with_joint(document: Document, kind: Mention, rest: Mention) -> Body:
    """A kind of body, “of”, “for” or “on” and what follows: all behind that is another's name as often as it's this one's."""
    behind = len(rest.words) - (rest.words[-1] in _OPENERS and len(rest.words) > 1)
    span = Span(kind.starts[-1], rest.starts[behind - 1] + len(rest.words[behind - 1]))
    first = 1 if kind.words[0] in _OPENERS else 0
    return Body(span, document[span], _key(document[span]), " ".join(kind.words[first:-1]))


def _add(document: Document, chain: list[Mention], found: list[Body]) -> None:
    first = 1 if chain and chain[0].words[0] in _OPENERS else 0
    if not chain or (len(chain) == 1 and len(chain[0].words) - first < 2) or first == len(chain[0].words):
        return
    last = chain[-1]
    behind = len(last.words) - (last.words[-1] in _OPENERS and len(last.words) > 1)
    if is_initials(last.words[behind - 1]) or _is_somebody(last.words[first:behind]):
        return  # before an initial's point a name isn't over: George H. W. Mill
    if len(chain) == 1 and behind - first < 3 and not _is_whole_name(last.words[first:behind]):
        return
    span = Span(chain[0].starts[first], last.starts[behind - 1] + len(last.words[behind - 1]))
    text = document[span]
    if _is_whole_name(text.split()):
        found.append(Body(span, text, _key(text), ""))


def _is_somebody(words: Sequence[str]) -> bool:
    """Whether initials stand inside the name, and it isn't called after somebody: George H.W. Mill, the John F. Mill Trust."""
    inside = any(is_initials(word) and word not in POINTED_PLACES for word in words[1:-1])
    return inside and singular(_stem(words[-1])) not in _KINDS


def _is_whole_name(words: Sequence[str]) -> bool:
    """Whether the words are enough to be one name: three, or one that isn't an ordinary word and a kind of body."""
    if len(words) == 2:
        return singular(_stem(words[1])) in _KINDS and entry(words[0]).word == 0
    return len(words) > 2 and not any(word.isupper() and len(word) > 4 for word in words)


def _key(text: str) -> str:
    """The words in one spelling, number and joint; but two Fellows aren't one Fellow, and Courts of Appeal and Republicans in the House are many."""
    stems = [_stem(word) for word in text.split()]
    if stems[0] in _KINDS and stems[1] in ("of", "for", "on"):
        parts = [stems[0], "of", *(singular(stem) for stem in stems[2:] if stem != "the")]
    elif singular(stems[-1]) in _ONE_OF_A_NAME:
        parts = [singular(stem) for stem in stems]
    else:
        heads = [*(stem in _JOINTS for stem in stems[1:]), True]
        parts = [stem if head else singular(stem) for stem, head in zip(stems, heads, strict=True)]
    # Only before another word is an adjective likely to be the noun: the Free Syria Army, but a visit by South Koreans.
    nouns = [*map(_noun, parts[:-1]), parts[-1]]
    return " ".join("institute" if part == "institution" else part for part in nouns)


def parts(key: str) -> tuple[str, ...]:
    """The words of a key in the singular, adjectives as their nouns."""
    return tuple(_noun(singular(word)) for word in key.split())


def _noun(word: str) -> str:
    """The noun of an adjective: nation of national."""
    return _ADJECTIVE.sub("", word) if word.endswith(_OF_ADJECTIVES) else word


def singular(word: str) -> str:
    """The singular of a word of names, as they are compared."""
    if len(word) > 5 and word.endswith("ies"):
        return word[:-3] + "y"
    return word.removesuffix("s") if len(word) > 4 and not word.endswith("ss") else word


@lru_cache(maxsize=16384)
def _stem(word: str) -> str:
    word = folded(word)
    for pattern, one in VARIED_ENDINGS if VARYING.search(word) else ():
        word = pattern.sub(one, word)
    return "and" if word == "&" else word
