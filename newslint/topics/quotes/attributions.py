"""Attributions: the same words from two people, as pairs for the judge."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import DISPLAY, Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.citations import PUT, THEIRS
from newslint.story.same import Pair, Verdict, judged, measured
from newslint.story.speakers import speakers
from newslint.story.voices import (
    Voice,
    cannot_be,
    cited_voices,
    guessed_voices,
    has_another_post,
    unnamed_voices,
    voices,
)
from newslint.text.lexicon import entry, folded
from newslint.text.quotations import in_quotation, quotes
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import POSSESSIVES
from newslint.topics.quotes.comparison import Echo, Passage, echoes, own_words, passages, shared_with

KIND = "speaker"
_FROM_THE_OTHER = "the copy tells that one has it from the other"
_GUESSED = "the copy doesn’t say of both who speaks"
# Words rarer than this (in the lexicon's logarithm) say something of their own.
_ORDINARY = 27
# So many words in a row are no common saying.
_LONG = 7
# So great a part of a quotation is the same where both are one saying.
_MOSTLY = 0.75
# Fewer are an idiom, unless somebody is said to have put it so.
_FEWEST = 4
# How the copy cites somebody to the letter.
_WORD_FOR_WORD = frozenset([PUT, THEIRS])
# Before and behind the name of somebody whose words are cited: as she put it, her remark, it was she who said.
_CITING = compiled(r"\b(?:as|how|it was|in the words of|what) \Z", 2)
_CITED = compiled(r"[’']s? ")
# What says, near a quotation, that the speaker has the words from another, or that they're everybody's.
_OF_ANOTHER = compiled(
    r"\b(?:(?:borrow|steal|lift|try|cit|adopt|repeat|recit|invok)(?:e|es|ed|ing)? (?:up |out )?(?:his|her|their|[\w-]+[’']s) "
    r"(?:[\w’'-]+ ){0,2}(?:words?|phrase|line|remark|quip|joke|slogan|motto|saying)|stole|(?:echo|parrot|mimic|paraphras)\w*"
    r"|in unison|in chorus|chant\w*|sang|sings?|singing|slogans?|mottos?|proverbs?|adage|(?:old|as the|familiar) saying|hymns?|prayers?|lyrics?|joint statement|too|likewise|agreed)\b",
    2,
)  # fmt: skip
_NEAR = 90
_REPORTED = compiled(
    r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Yy]ou|[A-Z]\w+) (?:said|says|told|called|tells|calls|described)\b[^,.;:]*\Z"
)


class Attribution(Row):
    """Two quotations that share words, each with who says it."""

    echo: Echo
    earlier: Voice
    later: Voice
    pair: Pair


@analysis
def attributions(document: Document) -> tuple[Attribution, ...]:
    """Every two quotations that share words and are said by two people."""
    return tuple(found for found in _attributed(document) if found.earlier.surname != found.later.surname)


@analysis
def told_attributions(document: Document) -> tuple[tuple[Attribution, Verdict], ...]:
    """Those of them that are likelier than not one quotation under a wrong name, with how likely."""
    judgements = ((found, judged(KIND, found.pair.signs)) for found in attributions(document))
    return tuple((found, verdict) for found, verdict in judgements if verdict.probability >= _TOLD)


_TOLD = 0.5


def attribution_pairs(document: Document) -> tuple[Pair, ...]:
    """The pairs of the kind."""
    return tuple(found.pair for found in attributions(document))


def altered_attribution_pairs(document: Document) -> Iterator[Pair]:
    """Words that one person says twice in the story's body, as if another had said them the second time."""
    for found in _attributed(document):
        blocks = [document.block_at(place.start) for place in (found.pair.suspect, found.pair.other)]
        if found.earlier.surname == found.later.surname and not any(
            block and block.role in DISPLAY for block in blocks
        ):
            yield Pair(KIND, found.pair.suspect, found.pair.other, {})


@analysis
def _attributed(document: Document) -> tuple[Attribution, ...]:
    """Every two quotations that are one saying, where the copy says of both who speaks."""
    found = []
    for echo in echoes(document):
        earlier, later = _speakers(document, echo)
        if (
            earlier
            and later
            and _is_one_saying(echo, _is_cited(document, later))
            and not _is_asked_back(document, echo)
        ):
            found.append(Attribution(echo, earlier, later, _pair(document, echo, earlier, later)))
    return (*found, *_cited(document))


def _cited(document: Document) -> Iterator[Attribution]:
    """Every quotation that the writer gives again without marks as somebody's: as Ann Hill put it, a map is never just a map."""
    known = voices(document)
    for citation, later in cited_voices(document):
        if citation.form not in _WORD_FOR_WORD or in_quotation(document, citation.place.start):
            continue
        sentence = sentence_at(document, later.place.start)
        for echo in shared_with(own_words(document, sentence.span), passages(document)) if sentence else ():
            earlier, run = known.get(echo.earlier.quote.span.start), echo.longest
            marked = in_quotation(document, echo.later.places[run.second].start())
            if earlier and not marked and run.length >= _FEWEST and _is_of_its_own(echo):
                yield Attribution(echo, earlier, later, _pair(document, echo, earlier, later))


def _speakers(document: Document, echo: Echo) -> tuple[Voice | None, Voice | None]:
    """Who says the two; also “he” or “the Leeds coach” whose name the copy leaves open, where the other's can't be it."""
    known, unnamed = voices(document), unnamed_voices(document)
    starts = [passage.quote.span.start for passage in (echo.earlier, echo.later)]
    earlier, later = (known.get(start) for start in starts)
    if _are_he_and_she(document, starts) and (not (earlier and later) or earlier.surname == later.surname):
        first, second = (_by_pronoun(document, speakers(document)[start]) for start in starts)
        return first, second
    if earlier and not later and (other := unnamed.get(starts[1])) and cannot_be(document, other, earlier):
        return earlier, other
    if later and not earlier and (other := unnamed.get(starts[0])) and cannot_be(document, other, later):
        return other, later
    if not _is_whole(echo):
        return earlier, later
    for one, start in ((earlier, starts[1]), (later, starts[0])):
        other = unnamed.get(start)
        if one and other and _is_anothers_post(document, other, one) and (_is_all(echo) or _is_cited(document, other)):
            return (one, other) if one is earlier else (other, one)
    guessed = guessed_voices(document)
    return earlier or guessed.get(starts[0]), later or guessed.get(starts[1])


def _are_he_and_she(document: Document, starts: list[int]) -> bool:
    """Whether the one is said by a “he” and the other by a “she”, whoever that is."""
    told = {document[place].lower() for start in starts if (place := speakers(document).get(start))}
    return told == {"he", "she"}


def _by_pronoun(document: Document, place: Span) -> Voice:
    """Whoever the pronoun at a place means, as somebody by that alone."""
    words = f"“{document[place].lower()}”"
    return Voice(words, words, place)


def _is_whole(echo: Echo) -> bool:
    """Whether the shared words are all of the shorter quotation, and so many that nobody says them by chance."""
    length = echo.longest.length
    return length >= _LONG - 1 and length == min(len(echo.earlier.words), len(echo.later.words))


def _is_all(echo: Echo) -> bool:
    """Whether the shared words are all of both quotations."""
    return echo.longest.length == len(echo.earlier.words) == len(echo.later.words)


def _is_anothers_post(document: Document, unnamed: Voice, named: Voice) -> bool:
    """Whether a post that fits nobody alone (“the prosecutor”) is none of those that somebody is given."""
    words = document[unnamed.place]
    return words.startswith("the ") and words.islower() and has_another_post(document, unnamed, named)


def _is_cited(document: Document, voice: Voice) -> bool:
    """Whether the words are given as known words of the speaker's: as he put it, his remark that."""
    start, end = voice.place
    before = _CITING.search(document.text, max(0, start - 20), start)
    theirs = document[voice.place].lower() in POSSESSIVES
    return theirs or before is not None or _CITED.match(document.text, end) is not None


def _is_one_saying(echo: Echo, cited: bool) -> bool:
    """Whether the words that the two share are nearly all of the shorter one, and not everybody's."""
    shared = sum(run.length for run in echo.runs)
    return (
        _is_of_its_own(echo)
        and (cited or echo.longest.length >= _FEWEST)
        and shared >= _MOSTLY * min(len(echo.earlier.words), len(echo.later.words))
    )


def _is_asked_back(document: Document, echo: Echo) -> bool:
    """Whether the later throws the words of the other back: “The best on offer?” he said."""
    ends = [document.text[passage.quote.inner.end - 1] for passage in (echo.earlier, echo.later)]
    return ends[1] == "?" != ends[0]


def _is_of_its_own(echo: Echo) -> bool:
    """Whether the words are no common saying."""
    return bool(_rare(echo)) or sum(run.length for run in echo.runs) >= _LONG


def _pair(document: Document, echo: Echo, earlier: Voice, later: Voice) -> Pair:
    signs = _signs(document, echo, earlier, later)
    kept = measured(signs)
    blocks = [document.block_at(passage.quote.span.start) for passage in (echo.earlier, echo.later)]
    return Pair(KIND, later.place, earlier.place, kept, tuple(block.span for block in blocks if block))


def _rare(echo: Echo) -> list[str]:
    """The shared words that aren't everybody's."""
    run = echo.longest
    shared = echo.earlier.words[run.first : run.first + run.length]
    return [word for word in shared if len(word) > 3 and "'" not in word and entry(word).frequency < _ORDINARY]


def _signs(document: Document, echo: Echo, earlier: Voice, later: Voice) -> dict[str, float]:
    """How much of the two is the same, and how the copy says who speaks."""
    text, run = document.text, echo.longest
    spans = echo.earlier.quote.span, echo.later.quote.span
    shared = (
        echo.earlier.span(run.first, run.first + run.length),
        echo.later.span(run.second, run.second + run.length),
    )
    known = voices(document)
    around = [text[max(0, span.start - _NEAR) : span.start] + text[span.end : span.end + _NEAR] for span in spans]
    return {
        _GUESSED: any(passage.quote.span.start not in known for passage in (echo.earlier, echo.later)),
        _FROM_THE_OTHER: any(_OF_ANOTHER.search(words) for words in around)
        or _names(document, echo.later, later, earlier)
        or _names(document, echo.earlier, earlier, later)
        or any(_tells_of(document, *row) for row in zip((echo.earlier, echo.later), shared, strict=True)),
    }


def _names(document: Document, passage: Passage, by: Voice, other: Voice) -> bool:
    """Whether the sentence in which the one is said to speak, and what's said there, name the other besides."""
    if by.place.meets(other.place):
        return False
    start, end = min(by.place.start, passage.quote.span.start), max(by.place.end, passage.quote.span.end)
    first, last = sentence_at(document, start), sentence_at(document, end - 1)
    start, end = min(start, first.start if first else start), max(end, last.end if last else end)
    return bool(other.surname) and other.surname in folded(
        document.text[start : by.place.start] + document.text[by.place.end : end]
    )


def _tells_of(document: Document, passage: Passage, span: Span) -> bool:
    """Whether within the quotation the shared words stand in marks of their own, or behind “he said”: somebody quotes somebody."""
    before = document.text[max(passage.quote.inner.start, span.start - _NEAR) : span.start]
    if _REPORTED.search(before):
        return True
    return any(
        quote.level and passage.quote.span.holds(quote.span) and quote.span.holds(span) for quote in quotes(document)
    )
