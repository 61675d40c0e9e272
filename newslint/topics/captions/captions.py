"""Captions: their words, and the credits behind them."""

from __future__ import annotations

import re

from newslint.document import Block, Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row

_MEDIUM = r"(?:photographer|photograph|photo|picture|pic|image|illustration|composite|graphic|video|credit|screen ?shot|screen ?grab|handout)s?"
_NAMES = r"(?-i:[^\W\d_a-z](?:[\w’'-]*|\.)(?: [^\W\d_a-z](?:[\w’'-]*|\.)){0,3})"
# “Photo:” or “Image caption” before the words, what a page's own labels add, and an agency's file note.
_LABEL = compiled(
    r"(?:\s*(?:(?:image|photo|picture|media) (?:source|copyright)[,:]? [\w ]{2,40}? (?=(?:image|media) caption)"
    r"|media playback is unsupported on your device|(?:image |photo |picture |media )?caption:?(?=\s)"
    r"|(?:photo|picture|image|pictured):(?=\s)|(?:photo|picture|image|photograph|caption) (?:\d{1,2}|\([a-z][a-z ]{0,14}\)):(?=\s)"
    r"|[(\[](?:(?:image|photo|picture) )?(?:caption|photo|picture|photograph|image|pictured)(?: \d{1,2})?(?:[)\]]:?|:)(?=\s)|FILE ?(?:PHOTO)? ?[-–—:] ?))+",
    re.I,
)
# The credit at the end: Photograph: A B/Agency, Photo by A B, (A B/Agency), [Photo/Agencies], A B / Agency.
_CREDIT = compiled(
    rf"(?:(?<![\w-]){_MEDIUM}(?: credit)?(?:: ?| by | courtesy )[^.?!:“”\"]{{0,20}}[^?!“”\"]{{1,80}}"
    r"|[(\[][^()\[\]]{0,40}/[^()\[\]]{1,60}[)\]]|[(\[](?:(?:staff|archive|submitted|contributed|courtesy|handout|supplied|special) )?(?:photo|picture|image|credit|file|pa|ap|epa|afp|reuters|getty)\b[^()\[\]]{0,80}[)\]]"
    rf"|(?<=[.”’)] )courtesy(?: of|:) [^?!“”\"]{{1,80}}|(?<!\w){_NAMES} ?/ ?{_NAMES})\.?\s*\Z",
    re.I,
)
_TAIL = 140
_WORD = compiled(r"[^\W_]+(?:[.,]\d+|['’][^\W_]+)*")
# A credit or the name of a file where a caption should be.
_NO_WORDS = compiled(
    r"(?:image|photo|picture) (?:copyright|source|credit)\b|screen ?shot \d|(?:img|dsc)[_-]?\d|\S+\.(?:jpe?g|png|gif|webp)\b",
    re.I,
)
# Fewer letters than this, or words, tell nothing.
_FEWEST = 3
_LABELS = ("Photo:", "Picture:", "Pictured:", "Photograph:", "Caption:", "PHOTO:", "PICTURE:", "CAPTION:")
_PERHAPS = frozenset([Role.PARAGRAPH, Role.CROSSHEAD, Role.CREDIT])
_LONGEST = 400


class Caption(Row):
    """A caption: `span` of its own words without label and credit; `credit` is the span of that, empty where there's none.

    `words` are in lower case, in columns with where each begins and ends.
    """

    block: Block
    span: Span
    credit: Span
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


@analysis
def captions(document: Document) -> tuple[Caption, ...]:
    """Every caption of the copy, in order."""
    text = document.text
    return tuple(_caption(text, block) for block in document.copy if _is_caption(text, block))


def _is_caption(text: str, block: Block) -> bool:
    """Whether the block is a caption, by its role or by a label that a writer put before it: “Photo: Ann Hill speaks.”"""
    if block.role is Role.CAPTION:
        return True
    if block.role not in _PERHAPS or not text.startswith(_LABELS, block.start, block.end):
        return False
    words = text[block.start : min(block.end, block.start + _LONGEST)].split()
    return sum(word.islower() and len(word) > _FEWEST for word in words) > 1


def _caption(text: str, block: Block) -> Caption:
    label = _LABEL.match(text, block.start, block.end)
    start = label.end() if label else block.start
    credit = _CREDIT.search(text, max(start, block.end - _TAIL), block.end)
    end = credit.start() if credit else block.end
    matches = list(_WORD.finditer(text, start, end))
    if _NO_WORDS.match(text, start, block.end):
        matches = []
    while start < block.end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Caption(
        block,
        Span(start, end),
        Span(*credit.span()) if credit and credit.start() >= end else Span(block.end, block.end),
        tuple(match[0].lower().replace("’", "'") for match in matches),
        tuple(match.start() for match in matches),
        tuple(match.end() for match in matches),
    )


@analysis
def credit_lines(document: Document) -> tuple[Span, ...]:
    """Every credit of the copy, behind a caption or on a line of its own, in order."""
    found = [caption.credit for caption in captions(document) if caption.credit.end > caption.credit.start]
    found += [block.span for block in document.copy if block.role is Role.CREDIT]
    return tuple(sorted(found))
