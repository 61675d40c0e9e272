"""Attributions: the same words from two people, as pairs for the judge."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import DISPLAY, Document, analysis
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.same import Pair, Verdict, judged, measured
from newslint.story.voices import Voice, voices
from newslint.text.lexicon import entry, folded
from newslint.topics.quotes.comparison import Echo, echoes

KIND = "speaker"
# What holds of two people only, so that it says nothing of words that one has said twice.
_AGAIN_SAID = "said to be said again"
_NAMED = "the copy by one of them names the other speaker"
# Words rarer than this (in the lexicon's logarithm) say something of their own.
_ORDINARY = 27
# So many words in a row are no common saying.
_LONG = 7
# So great a part of a quotation is the same where both are one saying.
_MOSTLY = 0.75
_AGAIN = compiled(
    r"\b(?:repeat\w*|echo\w*|reiterat\w+|recit\w+|quot(?:ed|ing)|mottos?|slogans?|chant\w*|catch-?phrases?|refrain|mantra|sang|sings?|"
    r"lyrics?|prayers?|poems?|statement|letter|report|agreed|too|also)\b", 2
)  # fmt: skip
_NEAR = 90
# Before and behind the name of somebody whose words are cited: as she put it, her remark, it was she who said.
_CITING = compiled(r"\b(?:as|it was|in the words of|what) \Z", 2)
_CITED = compiled(r"[’']s? ")


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
            signs = {name: value for name, value in found.pair.signs.items() if name not in (_NAMED, _AGAIN_SAID)}
            yield Pair(KIND, found.pair.suspect, found.pair.other, signs)


@analysis
def _attributed(document: Document) -> tuple[Attribution, ...]:
    """Every two quotations that are one saying, where the copy says of both who speaks."""
    known = voices(document)
    found = []
    for echo in echoes(document):
        earlier, later = (known.get(passage.quote.span.start) for passage in (echo.earlier, echo.later))
        if earlier and later and _is_one_saying(echo):
            found.append(Attribution(echo, earlier, later, _pair(document, echo, earlier, later)))
    return tuple(found)


def _is_one_saying(echo: Echo) -> bool:
    """Whether the words that the two share are nearly all of the shorter one, and not everybody's."""
    shared = sum(run.length for run in echo.runs)
    own = bool(_rare(echo)) or echo.longest.length >= _LONG
    return own and shared >= _MOSTLY * min(len(echo.earlier.words), len(echo.later.words))


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
    around = [text[max(0, span.start - _NEAR) : span.start] + text[span.end : span.end + _NEAR] for span in spans]
    return {
        "all of the later quotation": run.length == len(echo.later.words),
        "all of the earlier quotation": run.length == len(echo.earlier.words),
        "the later is cited": _is_cited(document, later),
        _AGAIN_SAID: any(_AGAIN.search(words) for words in around),
        _NAMED: _names(document, later, earlier) or _names(document, earlier, later),
    }


def _is_cited(document: Document, voice: Voice) -> bool:
    """Whether the words are given as known words of the speaker's: as he put it, his remark that."""
    start, end = voice.place
    before = _CITING.search(document.text, max(0, start - 20), start)
    return before is not None or _CITED.match(document.text, end) is not None


def _names(document: Document, by: Voice, other: Voice) -> bool:
    """Whether the paragraph in which the one is said to speak names the other besides."""
    block = document.block_at(by.place.start)
    if block is None or by.place.meets(other.place):
        return False
    around = document.text[block.start : by.place.start] + document.text[by.place.end : block.end]
    return other.surname in folded(around)
