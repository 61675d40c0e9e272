"""Alterations: quotations that come back with another word or number in them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.row import Row
from newslint.text.similarity import shared_head
from newslint.text.vocabulary import NUMBER_WORDS, PLAIN_NUMBERS, PRONOUNS
from newslint.topics.quotes.comparison import Echo, Passage, Run, begins_sentence, echoes, ends_sentence

# So many words must agree for two passages to be one quotation; fewer where they agree from end to end but for words
# that one has more (a tough call and the right call may be two sayings).
_COMMON = 6
_WHOLE = 5
# So many must agree on each side of the change.
_FLANK = 2
# More than one change is another saying, unless this many words agree for each.
_PER_CHANGE = 7
_PER_CHANGE_OF_WHOLE = 4
_LONGEST = 3
_SHOWN = 3  # words on either side of a change
_CONTRACTED = {
    "s": ("is", "has"),
    "re": ("are",),
    "ve": ("have",),
    "ll": ("will", "shall"),
    "d": ("would", "had"),
    "m": ("am",),
}
_FILLERS = frozenset(["oh", "well", "uh", "um", "er", "percent", "per", "cent", "quote"])
_NUMBERS = {word: str(NUMBER_WORDS[word]) for word in PLAIN_NUMBERS}
_VARIETIES = (
    ("our", "or"),
    ("is", "iz"),
    ("ys", "yz"),
    ("ll", "l"),
    ("re", "er"),
    ("ence", "ense"),
    ("ogue", "og"),
    ("mme", "m"),
)


class Change(Row):
    """The words from number `first` to `first_end` of the earlier passage that the later one has otherwise."""

    first: int
    first_end: int
    second: int
    second_end: int


class Alteration(Row):
    """Two readings of one quotation: where each has its own words, and how many words they share.

    `around` are the words of the later one about the change. `whole` tells that the two passages are one from end to end but for the change.
    """

    echo: Echo
    first: Span
    second: Span
    around: Span
    common: int
    whole: bool


@analysis
def alterations(document: Document) -> tuple[Alteration, ...]:
    """Every quotation that stands in the copy in two readings, by the later one's place."""
    return tuple(found for echo in echoes(document) if (found := _alteration(document, echo)))


def _alteration(document: Document, echo: Echo) -> Alteration | None:
    if document.block_at(echo.earlier.quote.span.start) == document.block_at(echo.later.quote.span.start):
        return None  # side by side they are held against each other
    runs = _with_ends(echo)
    whole = _is_whole(echo, runs)
    changes = _changes(echo, runs, whole)
    common = sum(run.length for run in runs)
    told = [change for change in changes if not _is_alike(echo, change)]
    dropped = [change for change in told if _is_that(echo, change)]
    if len(dropped) == 1:
        told.remove(dropped[0])
    swapped = len(told) > 1 and whole and all(_is_word_for_word(change) for change in told)
    per_change = _PER_CHANGE_OF_WHOLE if swapped else _PER_CHANGE
    fewest = _COMMON if not whole or all(map(_is_exchange, told)) else _WHOLE
    if not told or common < fewest or common < per_change * len(told) > per_change:
        return None
    if not whole and not _is_excerpt(document, echo, runs):
        return None
    if any(not _is_short(change) or _is_edited(echo, change) or _is_taken_up(echo, change) for change in changes):
        return None
    change = told[0]
    first = _around(echo.earlier, change.first, change.first_end)
    second = _around(echo.later, change.second, change.second_end)
    later = echo.later
    around = later.span(max(0, change.second - _SHOWN), min(len(later.words), change.second_end + _SHOWN))
    return Alteration(echo, first, second, around, common, whole)


def _is_excerpt(document: Document, echo: Echo, runs: list[Run]) -> bool:
    """Whether what the passages share is all of one of them, or whole sentences of both."""
    head, tail = runs[0], runs[-1]
    if min(head.length, tail.length) < _FLANK:
        return False
    earlier, later = echo.earlier, echo.later
    begins = (
        head.first == 0
        or head.second == 0
        or (begins_sentence(document, earlier, head.first) and begins_sentence(document, later, head.second))
    )
    first, second = tail.first + tail.length, tail.second + tail.length
    ends = (
        first == len(earlier.words)
        or second == len(later.words)
        or (ends_sentence(document, earlier, first) and ends_sentence(document, later, second))
    )
    return begins and ends


def _with_ends(echo: Echo) -> list[Run]:
    """The runs, and the few words that the passages share at their very start and end beyond a change."""
    a, b = echo.earlier.words, echo.later.words
    head, tail = echo.runs[0], echo.runs[-1]
    runs = list(echo.runs)
    length = shared_head(a[: head.first], b[: head.second])
    if length:
        runs.insert(0, Run(0, 0, length))
    length = shared_head(a[tail.first + tail.length :][::-1], b[tail.second + tail.length :][::-1])
    if length:
        runs.append(Run(len(a) - length, len(b) - length, length))
    return runs


def _changes(echo: Echo, runs: list[Run], whole: bool) -> list[Change]:
    changes = [
        Change(run.first + run.length, following.first, run.second + run.length, following.second)
        for run, following in pairwise(runs)
    ]
    head, tail = runs[0], runs[-1]
    if whole and head.first:
        changes.insert(0, Change(0, head.first, 0, head.second))
    if whole and tail.first + tail.length < len(echo.earlier.words):
        changes.append(
            Change(tail.first + tail.length, len(echo.earlier.words), tail.second + tail.length, len(echo.later.words))
        )
    return changes


def _is_whole(echo: Echo, runs: list[Run]) -> bool:
    """Whether both passages are covered from end to end, but for one other word at an end."""
    head, tail = runs[0], runs[-1]
    rest = len(echo.earlier.words) - tail.first - tail.length, len(echo.later.words) - tail.second - tail.length
    return head.first == head.second <= 1 and rest[0] == rest[1] <= 1


def _is_short(change: Change) -> bool:
    return change.first_end - change.first <= _LONGEST and change.second_end - change.second <= _LONGEST


def _is_word_for_word(change: Change) -> bool:
    return change.first_end - change.first == 1 == change.second_end - change.second


def _is_exchange(change: Change) -> bool:
    """Whether words stand for others, rather than being left out or put in."""
    return change.first_end > change.first and change.second_end > change.second


def _is_that(echo: Echo, change: Change) -> bool:
    """Whether but a “that” is left out or put in."""
    a = echo.earlier.words[change.first : change.first_end]
    b = echo.later.words[change.second : change.second_end]
    return a + b == ("that",)


def _is_edited(echo: Echo, change: Change) -> bool:
    """Whether an editor's brackets or an ellipsis own up to the change."""
    ours = sum(change.first <= gap <= change.first_end for gap in echo.earlier.gaps)
    theirs = sum(change.second <= gap <= change.second_end for gap in echo.later.gaps)
    return ours != theirs


def _is_taken_up(echo: Echo, change: Change) -> bool:
    """Whether a pronoun alone takes up what the other has: a speaker who says it again, and shorter."""
    ours = echo.earlier.words[change.first : change.first_end]
    theirs = echo.later.words[change.second : change.second_end]
    return any(
        len(one) == 1 and one[0] in PRONOUNS and len(other) > 1 for one, other in ((ours, theirs), (theirs, ours))
    )


def _is_alike(echo: Echo, change: Change) -> bool:
    """Whether the two say the same: a contraction, a figure for a word, another spelling, a filler."""
    a = _plain(echo.earlier.words[change.first : change.first_end])
    b = _plain(echo.later.words[change.second : change.second_end])
    if any("*" in word for word in [*a, *b]):
        return True
    return "".join(a) == "".join(b) or written_out(a) == written_out(b) or _spelt(a) == _spelt(b)


def _plain(words: tuple[str, ...]) -> list[str]:
    return [_NUMBERS.get(word, word).replace(",", "") for word in words if word not in _FILLERS]


def written_out(words: Sequence[str]) -> list[str]:
    """The words with contractions written out, and what they may stand for made one."""
    out: list[str] = []
    for word in words:
        stem, apostrophe, end = word.partition("'")
        if apostrophe and end in _CONTRACTED:
            out += [stem, _CONTRACTED[end][0]]
        elif word.endswith("n't"):
            out += [{"ca": "can", "wo": "will"}.get(word[:-3], word[:-3]), "not"]
        elif word == "cannot":
            out += ["can", "not"]
        else:
            out.append({"has": "is", "had": "would", "shall": "will", "gonna": "going to"}.get(word, word))
    return " ".join(out).split()


def _spelt(words: list[str]) -> str:
    text = " ".join(words)
    for british, american in _VARIETIES:
        text = text.replace(british, american)
    return text


def _around(passage: Passage, first: int, end: int) -> Span:
    """The words that differ; where there are none, the two between which one is missing."""
    if first < end:
        return passage.span(first, end)
    return passage.span(max(0, first - 1), min(len(passage.words), end + 1))
