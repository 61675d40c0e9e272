"""Remarks: what the copy calls somebody's line, charge or phrase, in its own words, and who said it in quotation marks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.story.voices import Voice, cited_voices, voices
from newslint.text.content_words import stems_within
from newslint.text.lexicon import folded
from newslint.text.quotations import Quote, in_quotation, quotes
from newslint.text.sentences import Sentence, sentence_at, sentences
from newslint.text.vocabulary import PRONOUNS

# So many words of their own, at least, are what a remark is known by.
_FEWEST = 2
# What is told of a remark ends here: “her line about the rain, which made the hall laugh”.
_ENDS = compiled(r"[.;:!?]|, (?:which|who)\b|,? (?:as|when|while|before|after|because)\b|\Z")
_LONGEST = 160  # code points


class Remark(Row):
    """A remark that is called `later`'s at `gist`, and is `earlier`'s by the quotation `said`."""

    later: Voice
    gist: Span
    earlier: Voice
    said: Span


@analysis
def misattributed(document: Document) -> tuple[Remark, ...]:
    """Every remark that is told by words which the copy has of somebody else, before it, and of nobody but them."""
    if not voices(document):  # for speed
        return ()
    found = (_remark(document, later) for later in cited_voices(document) if not _is_pronoun(document, later))
    return tuple(remark for remark in found if remark)


def _is_pronoun(document: Document, voice: Voice) -> bool:
    return document[voice.place].lower() in PRONOUNS


def _remark(document: Document, later: Voice) -> Remark | None:
    """The remark that is called somebody's at this place, if it is another's."""
    sentence = sentence_at(document, later.place.start)
    if sentence is None:
        return None
    gist = _gist(document, later, sentence)
    said = list(_said(document, sentence, gist))
    if not said or any(voice is None or voice.surname == later.surname for _, voice, _ in said):
        return None
    quote, earlier, words = max(said, key=lambda row: len(row[2]))
    if earlier is None or earlier.surname in folded(document[sentence.span]):
        return None
    own = [word for word in words if _is_of(document, word, earlier, sentence)]
    return Remark(later, gist, earlier, quote.span) if len(own) >= _FEWEST else None


def _gist(document: Document, later: Voice, sentence: Sentence) -> Span:
    """What is told of the remark, behind whose it is: “’s line about the rain”."""
    limit = min(sentence.end, later.place.end + _LONGEST)
    end = _ENDS.search(document.text, later.place.end, limit)
    return Span(later.place.end, end.start() if end else limit)


def _said(document: Document, sentence: Sentence, gist: Span) -> Iterator[tuple[Quote, Voice | None, frozenset[str]]]:
    """The quotations before the sentence that have words of the gist, with who says them."""
    words = stems_within(document, gist)
    for quote, stems in _quoted(document).items():
        if words & stems and quote.span.end <= sentence.start:
            yield quote, voices(document).get(quote.span.start), words & stems


@analysis
def _quoted(document: Document) -> Mapping[Quote, frozenset[str]]:
    return {quote: stems_within(document, quote.inner) for quote in quotes(document)}


def _is_of(document: Document, word: str, earlier: Voice, own: Sentence) -> bool:
    """Whether no sentence but the remark's own has the word, unless it's of what `earlier` says."""
    return all(
        earlier.surname in folded(document[sentence.span]) or in_quotation(document, sentence.start)
        for sentence in sentences(document)
        if sentence != own and word in stems_within(document, sentence.span)
    )
