"""Rewordings: one remark that is quoted twice in other words, as pairs for the judge."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newslint.document import Document, analysis
from newslint.startup.row import Row
from newslint.story.amounts import stem
from newslint.story.rare_words import rare_among
from newslint.story.same import Pair, Verdict, judged, measured
from newslint.text.similarity import shared_head
from newslint.text.synonyms import meaning
from newslint.text.vocabulary import wordlist
from newslint.topics.quotes.alterations import alterations
from newslint.topics.quotes.sayings import Saying, answers, sayings, telling, weight

KIND = "reworded"
_TOLD = 0.5
# A stem that stands in more sentences than this is the story's theme.
_THEME = 12
# So great a part of the shorter one's words stands in the other, too; less where the copy says that the words come again.
_ALIKE = 0.4
_ALIKE_CITED = 0.35
# Where the small words are all that two sentences share, they weigh less than this part of the lighter one.
_LEAST_WEIGHT = 0.28
# So many sentences a draft may have that are held against each other.
_PAIRS = 2000
# So many bits two sentences share, at least, to be held against each other.
_FEWEST_BITS = 3
# More bits than this in rare words say no more.
_TELLS = 40


_PERSONS = dict.fromkeys(wordlist("i me my mine we us our ours myself ourselves"), 1) | dict.fromkeys(
    wordlist("he him his she her hers they them their theirs himself herself themselves"), 3
)


class Rewording(Row):
    """Two sentences in quotation marks that may be one remark."""

    earlier: Saying
    later: Saying
    pair: Pair


@analysis
def rewordings(document: Document) -> tuple[Rewording, ...]:
    """Every two sentences of different quotations that share words enough to be one remark, but aren't the same throughout."""
    told = {(found.echo.earlier.quote.span, found.echo.later.quote.span) for found in alterations(document)}
    return tuple(
        Rewording(earlier, later, pair)
        for earlier, later in _candidates(_held_together(document))
        if (earlier.quote.span, later.quote.span) not in told and (pair := _pair(earlier, later))
    )


@analysis
def told_rewordings(document: Document) -> tuple[tuple[Rewording, Verdict], ...]:
    """Those of them that are likelier than not one remark, with how likely; each sentence once."""
    judgements = ((found, judged(KIND, found.pair.signs)) for found in rewordings(document))
    likely = [(found, verdict) for found, verdict in judgements if verdict.probability >= _TOLD]
    taken: list[Saying] = []
    kept = []
    for found, verdict in sorted(likely, key=lambda row: (-row[1].probability, row[0].pair.suspect)):
        if not any(one.span.meets(other.span) for one in taken for other in (found.earlier, found.later)):
            taken += [found.earlier, found.later]
            kept.append((found, verdict))
    return tuple(sorted(kept, key=lambda row: row[0].pair.suspect))


def reworded_pairs(document: Document) -> tuple[Pair, ...]:
    """The pairs of the kind."""
    return tuple(found.pair for found in rewordings(document))


def _held_together(document: Document) -> tuple[Saying, ...]:
    """What is quoted, and, where something is pulled out of an interview, its turns as well."""
    quoted = sayings(document)
    if not any(saying.pulled for saying in quoted):
        return quoted
    return tuple(sorted((*quoted, *answers(document)), key=lambda saying: saying.span))


def _candidates(found: Sequence[Saying]) -> Iterator[tuple[Saying, Saying]]:
    """Two sentences that share a telling stem, or stand beside the same one, by the later and then the earlier of them."""
    places: dict[str, list[int]] = defaultdict(list)
    bits: Counter[tuple[int, int]] = Counter()
    for number, saying in enumerate(found):
        for said in dict.fromkeys((*filter(None, saying.stems), *saying.company)):
            known = places[said]
            if len(known) < _THEME:
                for before in known:
                    bits[number, before] += _FEWEST_BITS if " " in said else telling(said)
                known.append(number)
        if len(bits) > _PAIRS:
            break
    verbatim = {(saying.block, saying.words) for saying in found}
    for (second, first), shared in sorted(bits.items()):
        one, other = found[first], found[second]
        if (other.block, one.words) in verbatim or (one.block, other.words) in verbatim:
            continue  # the remark stands there, too, as it was said
        if (
            shared >= _FEWEST_BITS
            and one.quote != other.quote
            and _is_quoted(one, other)
            and not one.span.meets(other.span)
            and not any(saying.pulled and _stands_in_full(saying, found) for saying in (one, other))
        ):
            yield one, other


def _stands_in_full(pulled: Saying, found: Sequence[Saying]) -> bool:
    """Whether what is pulled out is a part of what somebody says elsewhere, or may be, under its stars."""
    row = f" {' '.join(pulled.words)} "
    others = (f" {' '.join(saying.words)} " for saying in found if saying.block != pulled.block)
    return "*" in pulled.document[pulled.span] or any(row in other for other in others)


def _is_quoted(one: Saying, other: Saying) -> bool:
    """Whether marks say of one that it's a quotation, and, where they don't of the other, that's what is pulled out."""
    return not (one.unmarked or other.unmarked) or one.pulled or other.pulled


def _pair(earlier: Saying, later: Saying) -> Pair | None:
    a, b = earlier.forms, later.forms
    fewer = min(len(a), len(b))
    shared = sum(min(earlier.times[form], later.times[form]) for form in earlier.times.keys() & later.times.keys())
    if shared < _ALIKE_CITED * fewer or (shared < _ALIKE * fewer and not (earlier.cited or later.cited)):
        return None
    matched = aligned(a, b)
    if len(matched) == fewer and not _reworded(earlier, later):
        return None  # an excerpt, or the same words
    if _are_of_two(earlier, later) or _changes_person(a, b, matched):
        return None  # what two say, or what somebody says of himself, and what another says of him
    signs = _signs(earlier, later, matched)
    if signs["by weight"] < _LEAST_WEIGHT:
        return None
    also = tuple(saying.block.span for saying in (earlier, later) if saying.block)
    return Pair(KIND, later.span, earlier.span, measured(signs), also)


def _are_of_two(earlier: Saying, later: Saying) -> bool:
    """Whether each has its own line, with another's name below: what several were asked."""
    one, other = earlier.voice, later.voice
    return earlier.signed and later.signed and bool(one and other and one.surname != other.surname)


def aligned(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """The longest row of words that two sentences share in order, as their numbers in each."""
    shared = _shared_by_ends(a, b)
    i, j = len(a), len(b)  # words that are left
    found = []
    while i and j:
        if a[-i] == b[-j]:
            found.append((len(a) - i, len(b) - j))
            i, j = i - 1, j - 1
        elif (shared[i - 1] & (1 << j) - 1).bit_count() >= (shared[i] & (1 << j - 1) - 1).bit_count():
            i -= 1
        else:
            j -= 1
    return found


def _shared_by_ends(a: Sequence[str], b: Sequence[str]) -> list[int]:
    """For the last no, one, two … words of `a`, bits: of the first `j` so many are set as words are shared in order with the last `j` of `b`.

    After H. Hyyrö, “Bit-parallel LCS-length computation revisited” (2004).
    """
    places: dict[str, int] = {}
    for j, word in enumerate(reversed(b)):
        places[word] = places.get(word, 0) | 1 << j
    every = open_ = (1 << len(b)) - 1
    shared = [0]
    for word in reversed(a):
        here = open_ & places.get(word, 0)
        open_ = (open_ + here | open_ - here) & every
        shared.append(every ^ open_)
    return shared


def _signs(earlier: Saying, later: Saying, matched: Sequence[tuple[int, int]]) -> dict[str, float]:
    """How much of the two is the same, who says them, and what the copy says of the words."""
    a, b = earlier.forms, later.forms
    one, other = earlier.voice, later.voice
    share, pulled = len(matched) / min(len(a), len(b)), earlier.pulled != later.pulled
    by_weight = sum(weight(a[i]) for i, _ in matched) / min(sum(map(weight, a)), sum(map(weight, b)))
    return {
        "by weight": by_weight,
        "all but all shared in order": max(0.0, share - 0.5),
        "words shared in order, pulled out": share * pulled,
        "words in a row": min(8, _longest_run(matched)) / 4,
        "begin alike": min(4, shared_head(a, b)) / 2,
        "changes of equal length": _even_changes(matched, len(a), len(b)),
        "said to be said before": earlier.cited or later.cited,
        "the later said to be said before": later.cited,
        "given as known words": earlier.known or later.known,
        "what the rare words tell": min(_TELLS, sum(map(telling, _rare(earlier, later)))) / 10,
        "pulled out": pulled,
        "one speaker": bool(one and other and one.surname == other.surname),
        "in one paragraph": earlier.block == later.block,
        "how alike in length": min(len(a), len(b)) / max(len(a), len(b)),
        "a phrase of the writer's sentence": any(saying.begins_small for saying in (earlier, later)),
        "said beside the same words": earlier.block != later.block and bool(earlier.company & later.company),
    }


def _rare(earlier: Saying, later: Saying) -> set[str]:
    """The words of both that say something and hardly stand elsewhere in the copy."""
    shared = {word for word, each in zip(later.words, later.stems, strict=True) if each and each in earlier.stems}
    rarest = rare_among(later.document, frozenset(map(stem, shared)))
    return {word for word in shared if stem(word) in rarest}


def _reworded(earlier: Saying, later: Saying) -> int:
    """How many words of the one have another word that means the same in the other."""
    ours = {meaning(word) for word in earlier.words if word not in later.words}
    return len(ours & {meaning(word) for word in later.words if word not in earlier.words})


def _longest_run(matched: Sequence[tuple[int, int]]) -> int:
    longest = run = 0
    previous = (-2, -2)
    for i, j in matched:
        run = run + 1 if (i - 1, j - 1) == previous else 1
        longest = max(longest, run)
        previous = (i, j)
    return longest


def _changes_person(a: Sequence[str], b: Sequence[str], matched: Sequence[tuple[int, int]]) -> bool:
    """Whether the one says “I” or “we” where the other says “he” or “they”."""
    ends = [(-1, -1), *matched, (len(a), len(b))]
    return any(
        {_PERSONS.get(a[h + 1]), _PERSONS.get(b[k + 1])} == {1, 3}
        for (h, k), (i, j) in pairwise(ends)
        if i - h == j - k == 2
    )


def _even_changes(matched: Sequence[tuple[int, int]], a: int, b: int) -> float:
    """Which part of the stretches that differ has as many words in the one as in the other: a word for a word."""
    ends = [(-1, -1), *matched, (a, b)]
    gaps = [(i - h, j - k) for (h, k), (i, j) in pairwise(ends) if (i - h, j - k) != (1, 1)]
    return sum(x == y for x, y in gaps) / len(gaps) if gaps else 0.0
