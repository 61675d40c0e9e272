"""Citations: who is said to have said what the writer tells in other words: as Ann Hill put it, her remark that, she had said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, partial

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.speakers import SPEAKER, UTTERANCES, VERBS
from newslint.text.prefilter import blocks_at, matches_at, starts_of
from newslint.text.quotations import in_quotation
from newslint.text.sentences import Sentence, sentence_at
from newslint.text.vocabulary import SPEECH_NOUNS, alternatives

_THINGS_SAID = alternatives(SPEECH_NOUNS, UTTERANCES)
# What is told of a saying ends here: “her line about the rain, which made the hall laugh”.
_ENDS = compiled(r"[.;:!?]|, (?:which|who)\b|,? (?:as|when|while|before|after|because)\b|\Z")
_LONGEST = 160  # code points
# “The words of Ann Hill today: a map is never just a map.”
_COLON = compiled(r"(?: [a-z]+){0,3}: ")
# The two forms of citing that give somebody's very words.
PUT, THEIRS = "as somebody put it", "somebody’s saying"


class Citation(Row):
    """Somebody, named at `place`, is said to have said what `gist` tells; `form` is how the copy says so."""

    form: str
    place: Span
    gist: Span


@cache
def _forms() -> tuple[tuple[str, frozenset[str], re.Pattern[str], re.Pattern[str]], ...]:
    """How copy cites somebody: each form with the words without which its pattern finds nothing, what must follow these, and that."""
    said = frozenset(word for phrase in (*SPEECH_NOUNS, *UTTERANCES) for word in phrase.split()[:1])
    told = rf"(?:[a-z]+ )?(?:{VERBS}|spoken|warned|described)\b"
    return (
        # As Ann Hill had put it, a map is never just a map.
        (PUT, frozenset(["as"]), compiled("[Aa]s "), compiled(rf"\b[Aa]s {SPEAKER}(?:,[^,.“”\"]{{1,60}},)? (?:(?:has|had|once|later|also) )*(?!urge|ask|warn){VERBS}\b")),
        # Ann Hill’s remark that a map is never just a map / Ann Hill, whose warning this week that …
        (
            THEIRS,
            said,
            compiled(r"[a-z]+[^.,;:“”\"]{0,24} (?:that|about|of|on|over)\b"),
            compiled(
                rf"(?<![\w’'-]){SPEAKER}(?:[’']s?|, whose) (?:[a-z-]+ ){{0,2}}?(?:{_THINGS_SAID})\b[^.,;:“”\"]{{0,24}} (?:that|about|of|on|over)\b"
            ),
        ),
        # The complaint of Ann Hill, whose staff of three can’t read it / the argument, pressed by Ann Hill, that
        ("a saying of somebody", said, compiled("[a-z]+(?:,? [a-z]+ed)? (?:of|by|from) "), compiled(rf"\b(?:{_THINGS_SAID})(?:,? [a-z]+ed)? (?:of|by|from) {SPEAKER}")),
        # Ann Hill had said that / Ann Hill, who had spoken of
        ("somebody had said", frozenset(["had", "has"]), compiled(rf"ha[ds] {told}"), compiled(rf"(?<![\w’'-]){SPEAKER}(?:,? who| [a-z]+)? ha[ds] {told}")),
        ("who said", frozenset(["who"]), compiled(rf"who {told}"), compiled(rf"(?<![\w’'-]){SPEAKER},? who (?:[a-z]+ )?{VERBS}\b")),
    )  # fmt: skip


@analysis
def citations(document: Document) -> tuple[Citation, ...]:
    """Every citation, in order; in quotation marks, of another than who speaks, only “as she put it”."""
    found = [
        Citation(form, place, _gist(document, sentence, form, Span(*match.span())))
        for form, signs, behind, pattern in _forms()
        for match in _matches(
            document, form, filter(partial(behind.match, document.text), starts_of(document, signs)), pattern
        )
        if (form == PUT or not in_quotation(document, match.start()))
        and (sentence := sentence_at(document, match.start())) is not None
        and (place := Span(*match.span("speaker")))
    ]
    return tuple(sorted(found, key=lambda citation: citation.place))


def _matches(document: Document, form: str, signs: Iterable[int], pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The places of a form of citing, whose pattern begins with its sign or has it inside."""
    if form == PUT:
        yield from matches_at(document, signs, pattern)
    else:
        for block in blocks_at(document, signs):
            yield from pattern.finditer(document.text, block.start, block.end)


def _gist(document: Document, sentence: Sentence, form: str, told: Span) -> Span:
    """What is told: behind the words that say so, or in all of the sentence around “as she put it”."""
    if form == PUT:
        return sentence.span
    limit = min(sentence.end, told.end + _LONGEST)
    colon = _COLON.match(document.text, told.end, limit)
    if colon:
        return Span(colon.end(), limit)
    end = _ENDS.search(document.text, told.end, limit)
    return Span(told.end, end.start() if end else limit)
