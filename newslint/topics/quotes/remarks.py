"""Remarks: what the copy tells in its own words as somebody's saying, and who said it in quotation marks."""

from __future__ import annotations

from collections.abc import Mapping

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.row import Row
from newslint.story.citations import Citation
from newslint.story.rare_words import rare_among
from newslint.story.same import Pair, Verdict, judged, measured
from newslint.story.voices import Voice, cited_voices, has_another_post, voices
from newslint.text.content_words import stems_within
from newslint.text.lexicon import folded
from newslint.text.quotations import Quote, in_quotation, quotes
from newslint.text.sentences import Sentence, sentence_at, sentences
from newslint.text.vocabulary import PRONOUNS

# The kind of pair, in the table of weights.
KIND = "remark"
_TOLD = 0.5
_FEWEST, _MOST = 2, 4  # words in common; more say no more


class Remark(Row):
    """What `citation` tells as `later`'s, and who said it: `earlier`, by the quotation `said`."""

    citation: Citation
    later: Voice
    earlier: Voice
    said: Quote
    pair: Pair


@analysis
def remarks(document: Document) -> tuple[Remark, ...]:
    """Every saying that is told of one and quoted of another, in order."""
    return tuple(found for found in _cited(document) if _are_two(document, found.later, found.earlier))


def _are_two(document: Document, later: Voice, earlier: Voice) -> bool:
    if not later.surname:
        return has_another_post(document, later, earlier)
    return earlier.surname != later.surname


@analysis
def told_remarks(document: Document) -> tuple[tuple[Remark, Verdict], ...]:
    """Those of them that are likelier than not one saying under a wrong name, with how likely."""
    weighed = ((found, judged(KIND, found.pair.signs)) for found in remarks(document))
    return tuple((found, verdict) for found, verdict in weighed if verdict.probability >= _TOLD)


def remark_pairs(document: Document) -> tuple[Pair, ...]:
    """The pairs of the kind."""
    return tuple(found.pair for found in remarks(document))


def altered_remark_pairs(document: Document) -> tuple[Pair, ...]:
    """What is told and quoted of one, as if another had been named where it's told."""
    return tuple(found.pair for found in _cited(document) if found.earlier.surname == found.later.surname)


@analysis
def _cited(document: Document) -> tuple[Remark, ...]:
    """Every saying that the copy tells of somebody and that it quotes, of the one who is quoted with most of it."""
    if not voices(document):  # for speed
        return ()
    found: dict[tuple[Span, Span], Remark] = {}
    for citation, later in cited_voices(document):
        if document[later.place].lower() not in PRONOUNS and (remark := _remark(document, citation, later)):
            found.setdefault((later.place, remark.said.span), remark)
    return tuple(found.values())


def _remark(document: Document, citation: Citation, later: Voice) -> Remark | None:
    sentence = sentence_at(document, later.place.start)
    if sentence is None or any(_is_most_of(quote.span, citation) for quote in _quoted(document)):
        return None  # what is quoted to the letter is compared word by word
    own = frozenset(stems_within(document, later.place))
    told = stems_within(document, citation.gist) - own
    rows = [(quote, told & stems) for quote, stems in _quoted(document).items() if not quote.span.meets(sentence.span)]
    rows = [(quote, shared) for quote, shared in rows if rare_among(document, shared)]
    if not any(len(shared) >= _FEWEST for _, shared in rows):
        return None
    quote, shared = max(rows, key=lambda row: (len(rare_among(document, row[1])), len(row[1])))
    earlier = voices(document).get(quote.span.start)
    if earlier is None or _says_around(document, citation) == earlier.surname:
        return None  # they tell it of the other themselves
    if any(each != quote and _says(document, each) == later.surname for each, _ in rows):
        return None  # they said something of it themselves
    signs = _signs(document, citation, sentence, (later, earlier), quote, shared, told)
    return Remark(
        citation, later, earlier, quote, Pair(KIND, later.place, earlier.place, measured(signs), (quote.span,))
    )


def _says_around(document: Document, citation: Citation) -> str:
    """The surname of who says the quotation in which somebody is cited, if it's in one."""
    around = (quote for quote in _quoted(document) if quote.span.holds(citation.place))
    return next((_says(document, quote) for quote in around), "")


@analysis
def _quoted(document: Document) -> Mapping[Quote, frozenset[str]]:
    return {quote: stems_within(document, quote.inner) for quote in quotes(document) if not quote.level}


def _signs(
    document: Document,
    citation: Citation,
    sentence: Sentence,
    speakers: tuple[Voice, Voice],
    quote: Quote,
    shared: frozenset[str],
    told: frozenset[str],
) -> dict[str, float]:
    """What the two have in common, how the copy cites, and who else may be meant."""
    later, earlier = speakers
    rare = rare_among(document, shared)
    alone = [word for word in rare if _is_of(document, word, earlier, sentence)]
    text, place = document.text, later.place
    beside = folded(f"{text[sentence.start : place.start]} {text[place.end : sentence.end]}")
    others = (each for each in _quoted(document) if each != quote)
    return {
        f"told as {citation.form}": True,
        "words in common": min(len(shared), _MOST) - 1,
        "rare words in common": min(len(rare), _MOST) - 1,
        "words that only the quoted one has": min(len(alone), _MOST),
        "most of what is told": 2 * len(shared) > len(told),
        "the quotation stands before": quote.span.end <= sentence.start,
        "the sentence names the one who is quoted": earlier.surname in beside,
        "cited within a quotation": in_quotation(document, later.place.start),
        "a part in quotation marks": any(each.span.start in range(*citation.gist) for each in quotes(document)),
        "the other is quoted, too": any(_says(document, each) == later.surname for each in others),
    }


def _is_most_of(quotation: Span, citation: Citation) -> bool:
    """Whether most of what is told stands in quotation marks, behind who said it."""
    gist = citation.gist
    shared = min(quotation.end, gist.end) - max(quotation.start, gist.start)
    return citation.place.end <= quotation.start and 2 * shared > gist.end - gist.start


def _says(document: Document, quote: Quote) -> str:
    """The surname of who says a quotation; "" where the copy leaves it open."""
    voice = voices(document).get(quote.span.start)
    return voice.surname if voice else ""


def _is_of(document: Document, word: str, earlier: Voice, own: Sentence) -> bool:
    """Whether no sentence but the remark's own has the word, unless it's of what `earlier` says."""
    return all(
        earlier.surname in folded(document[sentence.span]) or in_quotation(document, sentence.start)
        for sentence in sentences(document)
        if sentence != own and word in stems_within(document, sentence.span)
    )
