"""Names in two forms as pairs for the judge: which part of its table judges each, and what the names are of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.generic_words import BODY, PLACE, PLACE_ENDINGS, WORK, classes, sort_of
from newslint.story.name_signs import signs
from newslint.story.runs import runs
from newslint.story.same import Pair
from newslint.story.two_names import are_two
from newslint.story.windows import Likeness, Use, endings, likenesses
from newslint.text.lexicon import entry
from newslint.text.similarity import shared_head

# The parts of the table: a word that is another one misspelled, one that is another word, and a single one that ends otherwise.
LETTERS, WORD, ENDING = "letters-in-name", "word-in-name", "ending-of-name"
_ORDINARY = 3  # the rank of a word in the dictionary
_BASE = 4  # letters of a name that others are made of
_LONG = 6  # letters of a word that ends no name
_IS = compiled(r",? (?:an?|which|who|whose)\b")  # “Embervale Tiles Ltd, a family firm”
# Two words are two things where the copy says so; one that is misspelled may stand there, too.
_ANOTHER = "called another"
# Who names both in one sentence knows that they’re two.
_TOGETHER = "together"


class NamePair(Row):
    """A pair with what the judge needs, what the two names are of (a place, a body, a work), and all places of both.

    `words` are the two that differ, as they are compared; `suspect_words` is where the one stands, `right_word` the other.
    """

    pair: Pair
    sort: str
    suspects: tuple[Span, ...]
    others: tuple[Span, ...]
    words: tuple[str, str]
    suspect_words: tuple[Span, ...]
    right_word: Span


def name_pairs(document: Document) -> Iterator[NamePair]:
    """Every two names of the copy that differ in one word, in no order: of a long draft there are many, and few worth keeping."""
    alike = (_pair(document, likeness) for likeness in likenesses(document) if not are_two(document, likeness))
    yield from (named for named in alike if not (named.pair.kind == WORD and _ANOTHER in named.pair.signs))
    ended = (each for each in endings(document) if not (_are_compounds(*each.words) or _go_with_others(each)))
    ended = (each for each in ended if not (_are_made_of_a_name(document, each) or _is_of_a_body(document, each)))
    pairs = (_pair(document, likeness) for likeness in ended)
    yield from (named for named in pairs if _TOGETHER not in named.pair.signs)


def _are_compounds(one: str, other: str) -> bool:
    """Whether two words begin alike and go on with words of their own: cybersecurity, cyberwar; Coinhouse, Coincheck."""
    head = shared_head(one, other)
    rests = (one[head:], other[head:])
    ordinary = all(_is_ordinary(rest) for rest in rests)
    long = max(map(len, rests)) >= _LONG or _is_ordinary(one[:head])
    return ordinary and long and not set(rests) <= set(PLACE_ENDINGS)


def _are_made_of_a_name(document: Document, likeness: Likeness) -> bool:
    """Whether both begin with a name that the copy has by itself as often: Emberland, Emberfest, where it tells of Ember."""
    one, alone = likeness.words[0], _names_alone(document)
    head = one[: shared_head(*likeness.words)]
    told = len(likeness.suspects) + len(likeness.others)
    return any(alone[head[:end]] >= told for end in range(_BASE, len(head) + 1))


@analysis
def _names_alone(document: Document) -> Counter[str]:
    """How often each name of one word stands."""
    return Counter(run.words[0].text for run in runs(document) if len(run.words) == 1)


def _is_ordinary(word: str) -> bool:
    return 0 < entry(word).word <= _ORDINARY


def _go_with_others(likeness: Likeness) -> bool:
    """Whether the two are always parts of names, and of such as share nothing else: Moor Qinghong, Hill Qinglin."""
    these, those = ([set(chain(*use.beside())) for use in uses] for uses in (likeness.suspects, likeness.others))
    return all(these) and all(those) and set(chain(*these)).isdisjoint(chain(*those))


def _is_of_a_body(document: Document, likeness: Likeness) -> bool:
    """Whether the suspect always is part of a longer name that is told what it is, as the other never is: “Embervale Tiles Ltd, a family firm”, in Emberport."""
    these, those = (
        {word for use in uses for word in chain(*use.beside())} for uses in (likeness.suspects, likeness.others)
    )
    text, ends = document.text, {use.run.span.end for use in likeness.suspects if any(use.beside())}
    return len(ends) == len(likeness.suspects) and these.isdisjoint(those) and all(_IS.match(text, end) for end in ends)


def _pair(document: Document, likeness: Likeness) -> NamePair:
    measured = signs(document, likeness)
    if len(likeness.suspect) == 1:
        kind = ENDING
    else:
        kind = LETTERS if "letters alike" in measured or "singular and plural" in measured else WORD
    suspects = tuple(use.span for use in likeness.suspects)
    others = tuple(use.span for use in likeness.others)
    pair = Pair(kind, suspects[0], others[0], measured)
    in_question = tuple(_word(use, likeness.at) for use in likeness.suspects)
    return NamePair(
        pair, _sort(likeness), suspects, others, likeness.words, in_question, _word(likeness.others[0], likeness.at)
    )


def _word(use: Use, at: int) -> Span:
    word = use.run.words[use.first + at]
    return Span(word.start, word.end)


def _sort(likeness: Likeness) -> str:
    """What the two names are of: as their last words say, or the marks around them."""
    uses = (*likeness.suspects, *likeness.others)
    if any(use.run.quoted and use.whole for use in uses):
        return WORK
    if len(likeness.suspect) == 1:
        return PLACE
    a, b = map(classes, likeness.words)
    last = classes(likeness.suspects[0].run.words[-1].text)
    shared = a & b if likeness.at == len(likeness.suspect) - 1 else 0
    of = next(
        (found for found in (shared, last, classes(likeness.suspect[-1]), classes(likeness.other[-1])) if found), 0
    )
    return sort_of(of) if of else BODY


def letters_pairs(document: Document) -> tuple[Pair, ...]:
    """The pairs whose words differ by letters."""
    return tuple(named.pair for named in name_pairs(document) if named.pair.kind == LETTERS)


def ending_pairs(document: Document) -> tuple[Pair, ...]:
    """The pairs of single words that end otherwise."""
    return tuple(named.pair for named in name_pairs(document) if named.pair.kind == ENDING)


def word_pairs(document: Document) -> tuple[Pair, ...]:
    """The pairs whose words are two."""
    return tuple(named.pair for named in name_pairs(document) if named.pair.kind == WORD)
