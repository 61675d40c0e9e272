"""Quotations: what stands between quotation marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from newslint.document import Block, Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.text.paired_marks import Pair, PairedBlock, attributed, paired
from newslint.text.quotation_marks import Mark, quotation_marks
from newslint.text.vocabulary import SAYING, SPOKE, alternatives, wordlist

# A quotation that isn't opened anew in each paragraph is followed over this many of them.
_FAR = 12
# What stands between the paragraphs of one quotation without ending it.
_ASIDE = frozenset([Role.CAPTION, Role.CREDIT, Role.PULL_QUOTE, Role.TABLE_CELL])
# Where a mark alone is an ornament, or says “ditto”.
_ORNAMENTED = frozenset([Role.PULL_QUOTE, Role.TABLE_CELL])


# Greek, Cyrillic, Arabic, Chinese: all that isn't Latin, but for marks and signs.
_OTHER_LETTERS = compiled(r"[\u0370-\u1dff\u2e80-\ud7ff]")
# Under a post of social media: — Ann Hill (@annhill) May 4, 2017
_SIGNATURE = compiled(r"[—–] ?[^\n]{1,60} ?\(@\w+\)")


class Stray(Row):
    """A mark without its partner. `opens` tells which end of a quotation it is at."""

    block: Block
    mark: Mark
    opens: bool


class MarkPairs(Row):
    """Every pair, in order of the blocks, and every mark that has no partner."""

    pairs: tuple[Pair, ...]
    strays: tuple[Stray, ...]


@analysis
def mark_pairs(document: Document) -> MarkPairs:
    """The quotation marks of the copy, paired."""
    text = document.text
    rows = [paired(text, block, marks) for block, marks in quotation_marks(document)]
    running = [row for row in rows if not _is_aside(text, row)]
    for told in _by_script(text, running):
        _run_on(text, told)
    strays = [
        Stray(row.block, mark, opens)
        for row in rows
        if (row.open or row.closed) and row.block.role not in _ORNAMENTED
        for mark, opens in sorted([(mark, True) for mark in row.open] + [(mark, False) for mark in row.closed])
    ]
    return MarkPairs(tuple(pair for row in rows for pair in row.pairs), tuple(strays))


def _is_aside(text: str, row: PairedBlock) -> bool:
    """Whether the block can stand between the paragraphs of one quotation."""
    if row.open or row.closed:
        return row.block.role in _ASIDE
    # A line of copy that ends without a stop is a caption, even if nothing else tells.
    captioned = not row.front and _ends_openly(text, row) and row.block.role in (Role.PARAGRAPH, Role.CROSSHEAD)
    signed = _SIGNATURE.match(text, row.block.start, row.block.end) is not None
    return captioned or signed or row.block.role in _ASIDE


def _ends_openly(text: str, row: PairedBlock) -> bool:
    """Whether the block ends without a stop: Hill, who called it ‘a joke’"""
    end = row.block.end
    for pair in row.pairs:
        if pair.closing and pair.closing.end == row.block.end:
            end = min(end, pair.closing.start)
    return text[end - 1].isalnum()


def _by_script(text: str, rows: Sequence[PairedBlock]) -> Iterator[Sequence[PairedBlock]]:
    """The rows in Latin letters, and apart from them those in others: a translation between the paragraphs ends no quotation."""
    if not _OTHER_LETTERS.search(text):  # for speed
        yield rows
        return
    foreign = frozenset(row.block.start for row in rows if _is_foreign(text, row.block))
    yield [row for row in rows if row.block.start not in foreign]
    yield [row for row in rows if row.block.start in foreign]


def _is_foreign(text: str, block: Block) -> bool:
    """Whether most letters of the block are of another script."""
    other = len(_OTHER_LETTERS.findall(text, block.start, block.end))
    return 2 * other > sum(map(str.isalpha, text[block.start : block.end]))


def _run_on(text: str, rows: Sequence[PairedBlock]) -> None:
    """Find the quotations that run on over paragraphs: each paragraph opens, only the last closes."""
    running: set[bool] = set()
    for index, row in enumerate(rows):
        if running:
            _continue(row, running)
        continued, running = running, set()
        for double in (True, False) if row.open else ():
            last = max((mark for mark in row.open if mark.double is double), default=None)
            follower = None if last is None else _follower(rows, index, last)
            if last is None or follower is None or _is_over(text, rows, index, last, follower):
                continue
            row.open.remove(last)
            row.pairs.append(Pair(row.block, last, None, last in row.front and double in continued, continues=True))
            if rows[follower].front and follower == index + 1:
                running.add(double)
            else:
                _close_far(rows, index, follower)


def _continue(row: PairedBlock, running: set[bool]) -> None:
    """Mark what stands at the front of a block as continued, where a quotation in such marks runs on into it."""
    for index, pair in enumerate(row.pairs):
        if pair.opening in row.front and pair.opening and pair.opening.double in running:
            row.pairs[index] = pair._replace(continued=True)


def _is_over(text: str, rows: Sequence[PairedBlock], index: int, mark: Mark, follower: int) -> bool:
    """Whether the quotation that `mark` opens ends within its own block, since words behind it say who spoke."""
    row = rows[index]
    if index and text[rows[index - 1].block.end - 1] == ":" and not rows[follower].front:
        return False  # an excerpt that the copy announces may name speakers of its own
    ends = [pair.opening.start for pair in row.pairs if pair.opening and pair.opening.start > mark.end]
    return any(attributed(text, mark.end, end) for end in [*ends[:_FAR], row.block.end])


def _follower(rows: Sequence[PairedBlock], index: int, mark: Mark) -> int | None:
    """The row in which the quotation that `mark` opens goes on or ends, if any."""
    following = rows[index + 1 : index + 1 + _FAR]
    if following and any(first.double == mark.double for first in following[0].front):
        return index + 1 if _may_run_on(rows[index], mark) else None
    if not mark.double:
        return None
    for offset, row in enumerate(following):
        if row.closed and (not row.open or row.closed[0].start < row.open[0].start):
            return index + 1 + offset
        if row.open:
            return None
    return None


def _may_run_on(row: PairedBlock, mark: Mark) -> bool:
    """Whether the quotation can go on in the next paragraph: one with a like quotation behind it doesn't."""
    return not mark.double or not any(
        pair.opening and pair.opening.start > mark.start and pair.opening.character == mark.character
        for pair in row.pairs
    )


def _close_far(rows: Sequence[PairedBlock], index: int, follower: int) -> None:
    """The quotation goes on without new opening marks until it closes in row `follower`."""
    for row in rows[index + 1 : follower]:
        row.pairs.append(Pair(row.block, None, None, continued=True, continues=True))
    row = rows[follower]
    row.pairs.append(Pair(row.block, None, row.closed.pop(0), continued=True))


_DOUBLE = compiled(r"[“\"„]")
_EXCERPT = 8


class Quote(Row):
    """A quotation within one block: `span` with its marks, `inner` without them.

    `opening` and `closing` are the marks themselves, "" where the block has none. `level` is 0 for a
    quotation in the story's own words, 1 for one inside that, and so on. `closed` is false only where
    a closing mark is missing: a quotation that runs on over paragraphs `continues` in a later block,
    where its next part is `continued`.
    """

    span: Span
    inner: Span
    opening: str = "“"
    closing: str = "”"
    level: int = 0
    closed: bool = True
    continued: bool = False
    continues: bool = False


@analysis
def quotes(document: Document) -> tuple[Quote, ...]:
    """Every quotation, in order; one inside another comes after it."""
    pairs, strays = mark_pairs(document)
    found = [_quote(pair) for pair in pairs]
    unclosed = [stray for stray in strays if stray.opens and stray.mark.double]
    doubles = [match.start() for match in _DOUBLE.finditer(document.text)] if unclosed else []
    found += [_unclosed(document, stray, doubles) for stray in unclosed]
    found.sort(key=lambda quote: (quote.span.start, -quote.span.end))
    return tuple(_levelled(found))


def _quote(pair: Pair) -> Quote:
    block, opening, closing, continued, continues, end = pair
    start, end = opening.start if opening else block.start, end or block.end
    span = Span(start, closing.end if closing else end)
    inner = Span(opening.end if opening else start, closing.start if closing else end)
    marks = opening.character if opening else "", closing.character if closing else ""
    return Quote(span, inner, *marks, continued=continued, continues=continues)


def _unclosed(document: Document, stray: Stray, doubles: list[int]) -> Quote:
    """A quotation that nothing closes: it's taken to end before the next of the `doubles`, or with its block."""
    mark, text = stray.mark, document.text
    following = bisect_left(doubles, mark.end)
    end = min(stray.block.end, doubles[following]) if following < len(doubles) else stray.block.end
    while end > mark.end and text[end - 1].isspace():
        end -= 1
    return Quote(Span(mark.start, end), Span(mark.end, end), mark.character, "", closed=False)


def _levelled(found: list[Quote]) -> list[Quote]:
    ends: list[int] = []
    levelled = []
    for quote in found:
        while ends and ends[-1] <= quote.span.start:
            ends.pop()
        levelled.append(quote._replace(level=len(ends)) if ends else quote)
        ends.append(quote.span.end)
    return levelled


@analysis
def _outermost(document: Document) -> tuple[list[int], list[int]]:
    """Starts and ends of the quotations that stand in no other."""
    spans = [quote.span for quote in quotes(document) if not quote.level]
    return [span.start for span in spans], [span.end for span in spans]


def in_quotation(document: Document, offset: int) -> bool:
    """Whether `offset` stands inside quotation marks: somebody's own words, which stand as they are."""
    starts, ends = _outermost(document)
    index = bisect_right(starts, offset) - 1
    return index >= 0 and offset < ends[index]


def excerpt(document: Document, span: Span, most: int = _EXCERPT) -> str:
    """The first words of `span`, for a message: at most `most` of them, with “…” where more follow."""
    said = document[span].split(maxsplit=most)
    return " ".join(said) if len(said) <= most else " ".join([*said[:most], "…"])


_REACH = 110
# By these no more is told than that something was written.
_IN_WRITING = wordlist("writes wrote writing posted posting tweeted tweeting reported reporting")
_SPOKEN = (SPOKE | SAYING | {"say"}) - _IN_WRITING
_SAID = rf"(?i)\b(?:{alternatives(_SPOKEN, ['interview', 'interviewed', 'speech', 'speaking'])})\b"
_WRITTEN = (
    r"\b(?:wr[io]tes?|writing|written|[Tt]weet\w*|Twitter|posted|post|Facebook|Instagram|blog\w*|statements?|letters?|reports?|"
    r"(?:an?|the|by|in|his|her|their) e-?mails?|e-?mailed|memos?|documents?|filings?|complaint|lawsuit|ruling|op-ed|essay|column|editorial|book|novel|article|release|"
    r"messaged?|texts?|texted|website|reads?|bill|resolution|manifesto|papers?|study|cables?|[Aa]ccording|page|sign|banners?|"
    r"placards?|slogans?)\b"
)


@analysis
def _outer_spans(document: Document) -> list[Span]:
    """The quotations that stand in no other."""
    return [quote.span for quote in quotes(document) if not quote.level]


def in_speech(document: Document, offset: int) -> bool:
    """Whether `offset` stands in a quotation of what somebody said, by the words around it."""
    around = _told_of(document, offset)
    return compiled(_SAID).search(around) is not None and not compiled(_WRITTEN).search(around)


def in_writing(document: Document, offset: int) -> bool:
    """Whether `offset` stands in a quotation of a letter, a report or a post, by the words around it."""
    return compiled(_WRITTEN).search(_told_of(document, offset)) is not None


def is_copied(document: Document, places: Iterable[Span]) -> bool:
    """Whether some of the quotations at `places` are of something written, and not all are of one paragraph."""
    found = list(places)
    if len({document.block_at(place.start) for place in found}) < 2:
        return False
    return any(in_writing(document, place.start) for place in found)


def _told_of(document: Document, offset: int) -> str:
    """What is told of the quotation in which `offset` stands; "" where it's in none."""
    spans = _outer_spans(document)
    index = bisect_right(spans, offset, key=_start) - 1
    return _around(document, spans[index]) if index >= 0 and offset < spans[index].end else ""


def _start(span: Span) -> int:
    return span.start


def _around(document: Document, span: Span) -> str:
    """The words of the same block on both sides of a quotation."""
    block = document.block_at(span.start)
    start, end = (block.start, block.end) if block else span
    before = document.text[max(start, span.start - _REACH) : span.start]
    after = document.text[span.end : min(end, span.end + _REACH)]
    return f"{before.rpartition('”')[2]} … {after.partition('“')[0]}"
