"""A quotation mark or a bracket without its partner."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from operator import attrgetter

from newslint.document import Block, Document
from newslint.hit import Check, Hit, Note, check
from newslint.source import Span
from newslint.startup.dataclass import replace
from newslint.startup.expressions import compiled
from newslint.text.quotation_marks import Mark, doubled_apostrophes
from newslint.text.quotations import excerpt, mark_pairs
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import SPOKE, alternatives
from newslint.topics.quotes.brackets import lone_brackets
from newslint.topics.quotes.uneven_pairs import UnevenPair, uneven_pairs

_OPENS = "opens what nothing closes"
_CLOSES = "closes what nothing opens"
_APOSTROPHE = "stands where an apostrophe should"
_NEIGHBOURHOOD = 60
_DOUBTFUL = 0.3
_BEFORE_SPEECH = (",", ":")
_WORD = compiled(r"\w+")
_NEXT = compiled(r"[“”\"]")
_SPEAKER = r"(?:s?he|they|(?:[A-Z][\w.’'-]* ){0,3}[A-Z][\w’'-]*|the (?:[a-z-]+ ){0,2}[a-z-]+)"
# The last word before “, he said” or “, said the mayor”, with its comma.
_ATTRIBUTION = compiled(
    rf"(?<!\w)\w{{1,40}}[,?!](?= (?:{_SPEAKER} (?:{alternatives(SPOKE)})|(?:{alternatives(SPOKE)}) {_SPEAKER})\b)"
)
# A bracket may be art (a face, a formula) that no list knows.
_BRACKET = 0.75


@check
class UnclosedMark:
    """Finds marks without partners. More than `most` of them in a draft mean that its marks went astray on their way here."""

    most: int = 8

    def __call__(self, document: Document) -> Iterator[Hit]:
        (pairs, strays), brackets = mark_pairs(document), lone_brackets(document)
        if len(strays) <= self.most:
            yield from _uneven(document)
            joined = {mark for pair in uneven_pairs(document) for mark in (pair.opening, pair.closing)}
            strays = tuple(stray for stray in strays if stray.mark not in joined)
            unclosed = [stray.mark for stray in strays]
            unclosed += [pair.opening for pair in pairs if pair.opening and not pair.closing]
            behind = Counter(_behind(document.text, mark) for mark in unclosed)
            lone: dict[Block, list[Hit]] = defaultdict(list)
            for stray in strays:
                span = Span(stray.mark.start, stray.mark.end)
                again = behind[_behind(document.text, stray.mark)] > 1
                sure = _confidence(document.text, stray.mark, again)
                lone[stray.block].append(_hit(document, stray.block, span, stray.opens, sure))
            yield from map(_one_of, lone.values())
        yield from _apostrophes(document)
        if len(brackets) <= self.most:
            of_block: dict[Block, list[Hit]] = defaultdict(list)
            for bracket in brackets:
                span = Span(bracket.start, bracket.start + 1)
                of_block[bracket.block].append(_hit(document, bracket.block, span, bracket.opens, _BRACKET))
            yield from map(_one_of, of_block.values())


def _uneven(document: Document) -> Iterator[Hit]:
    """The quotations whose two marks don't find each other; those of the same two marks, which one hand or one program set, as one fault."""
    alike: dict[tuple[str, str], list[UnevenPair]] = defaultdict(list)
    for pair in uneven_pairs(document):
        alike[pair.opening.character, pair.closing.character].append(pair)
    for first, *others in alike.values():
        span, closing = (Span(mark.start, mark.end) for mark in (first.opening, first.closing))
        near = excerpt(document, Span(span.start, min(first.block.end, span.end + _NEIGHBOURHOOD)), 6)
        words = {"fault": f"opens what {first.closing.character} closes", "near": near}
        notes = [Note(closing, "the other mark of the two")]
        notes += [Note(Span(other.opening.start, other.closing.end), "so too here") for other in others]
        changes = tuple(change for pair in (first, *others) for change in pair.changes)
        yield Hit(span, words, tuple(notes), changes, confidence=0.85)


def _apostrophes(document: Document) -> Iterator[Hit]:
    """Double marks in an apostrophe's place, all in one: the town"s mayor."""
    places = doubled_apostrophes(document)
    if not places:
        return
    start = document.text.rfind(" ", max(0, places[0].start - _NEIGHBOURHOOD), places[0].start) + 1
    end = document.text.find(" ", places[0].end)
    near = document.text[start : end if end > 0 else places[0].end].strip()
    notes = tuple(Note(place, "and here") for place in places[1:4])
    yield Hit(places[0], {"fault": _APOSTROPHE, "near": near}, notes, confidence=0.85)


def _one_of(hits: Sequence[Hit]) -> Hit:
    """Of the marks or brackets of one paragraph that have no partner the surest, with the places of the others: who mends one sees them all."""
    first = max(hits, key=attrgetter("confidence"))
    others = tuple(Note(hit.span, "nor has this mark a partner") for hit in hits if hit is not first)
    return replace(first, related=(*first.related, *others))


def _hit(document: Document, block: Block, span: Span, opens: bool, confidence: float) -> Hit:
    if opens:
        near = excerpt(document, Span(span.start, min(block.end, span.end + _NEIGHBOURHOOD)), 6)
    else:
        start = document.text.find(" ", max(block.start, span.start - _NEIGHBOURHOOD), span.start)
        near = "… " + document.text[max(start, block.start) : span.end].strip()
    words = {"fault": _OPENS if opens else _CLOSES, "near": near}
    partners = _closings(document, block, span) if opens else _openings(document, span)
    return Hit(span, words, partners, confidence=confidence)


def _closings(document: Document, block: Block, span: Span) -> tuple[Note, ...]:
    """Where the partner of an opening mark may be missing: before the words that say who spoke, or where its paragraph ends."""
    following = _NEXT.search(document.text, span.end, block.end)
    end = following.start() if following else block.end
    attribution = _ATTRIBUTION.search(document.text, span.end, end)
    if attribution:
        return (Note(Span(*attribution.span()), "perhaps it should close here"),)
    last = document.text.rfind(" ", span.end, block.end) + 1
    return (Note(Span(last, block.end), "perhaps it should close here"),) if last and not following else ()


def _openings(document: Document, span: Span) -> tuple[Note, ...]:
    """Where the partner of a closing mark may be missing."""
    sentence = sentence_at(document, span.start)
    if sentence is None or sentence.start >= span.start:
        return ()
    end = document.text.find(" ", sentence.start, span.start)
    return (Note(Span(sentence.start, end if end > 0 else span.start), "perhaps it should open here"),)


def _behind(text: str, mark: Mark) -> str:
    """The word right behind a mark."""
    word = _WORD.match(text, mark.end)
    return word[0] if word else ""


def _confidence(text: str, mark: Mark, again: bool) -> float:
    """How sure it is that the mark is one: a single mark may mean letters left out (’bout) or be a letter (‘Iolani).

    `again`: another single mark before the same word has no partner either.
    """
    if mark.double:
        return 0.85
    if again:
        return _DOUBTFUL
    if mark.character == "‘":
        return 0.7
    speech = (
        text[mark.end : mark.end + 1].isupper()
        or text[max(0, mark.start - 3) : mark.start].rstrip()[-1:] in _BEFORE_SPEECH
    )
    return 0.6 if mark.character == "'" and speech else _DOUBTFUL


_: type[Check] = UnclosedMark
