"""Usage: which words are the writer's own, and which are somebody else's or part of a name."""

from __future__ import annotations

from newslint.document import Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentence_at

_OTHERS_WORDS = frozenset([Role.BLOCK_QUOTE, Role.CREDIT, Role.BYLINE])
_LINKING = frozenset(["of", "for", "and", "the", "in", "on", "at", "&", "to"])
# What makes a stretch without white space an address, a handle, a file or code.
_ADDRESS = compiled(r"://|www\.|[@#_`=\\{}<>]|\w\.[a-z]{2,}|/\w*[./]|^/")
_REACH = 200
_SIGNATURE = compiled(r"[—–] ?[^\n—–]{1,60} ?\(@\w+\)")
_NEXT = compiled(r"[ \u00a0]+([\w&’'-]+)(?:[ \u00a0]+([\w’'-]+))?")
_OPENING = "“‘\"'([*_•–—-0123456789./ \t\u00a0"


def is_own(document: Document, span: Span, name: bool = False, quoted: bool = False) -> bool:
    """Whether the word at `span` is the writer's own running copy: not quoted, no address, no part of a name.

    `name` allows words with a capital, `quoted` those inside quotation marks.
    """
    block = document.block_at(span.start)
    if (
        block is None
        or block.role in _OTHERS_WORDS
        or block.start in _posts(document)
        or (not quoted and in_quotation(document, span.start))
    ):
        return False
    return not (in_address(document.text, span) or (not name and in_name(document, span)))


@analysis
def _posts(document: Document) -> frozenset[int]:
    """Where the blocks begin that are posts of social media with their signature: “… — Ann Hill (@annhill) May 4, 2017”."""
    if "(@" not in document.text:
        return frozenset()
    return frozenset(block.start for block in document.copy if _SIGNATURE.search(document.text, block.start, block.end))


def in_address(text: str, span: Span) -> bool:
    """Whether the word stands in an address of the web or of mail, a handle, a file's name or code."""
    before = text[max(0, span.start - _REACH) : span.start]
    after = text[span.end : span.end + _REACH]
    run = [text[span.start : span.end]]
    if before and not before[-1].isspace():
        run.insert(0, before.rsplit(None, 1)[-1])
    if after and not after[0].isspace():
        run.append(after.split(None, 1)[0])
    return _ADDRESS.search("".join(run)) is not None


def in_name(document: Document, span: Span) -> bool:
    """Whether the word's capitals mark it as (part of) a name or title."""
    text = document.text
    word = text[span.start : span.end]
    if word.islower():
        return False
    if not (word[0].isupper() and word[1:].islower()):
        return True
    if not opens_sentence(document, span.start):
        return True
    if _capital_follows(text, span.end):
        return True
    return word in capitalised(document)


def opens_sentence(document: Document, offset: int) -> bool:
    """Whether a sentence begins at `offset`, opening marks and item numbers apart."""
    sentence = sentence_at(document, offset)
    return sentence is None or not document.text[sentence.start : offset].strip(_OPENING)


def _capital_follows(text: str, end: int) -> bool:
    match = _NEXT.match(text, end, end + _REACH)
    if match is None:
        return False
    first, second = match[1], match[2] or ""
    return first[0].isupper() or (first in _LINKING and second[:1].isupper())


_CAPITALISED = compiled(r"(?<=[a-z,;] )[A-Z][a-z]+\b")


@analysis
def capitalised(document: Document) -> frozenset[str]:
    """The words that stand with a capital inside a sentence of the body."""
    text = document.text
    found: set[str] = set()
    for block in document.copy:
        if block.role in {Role.PARAGRAPH, Role.LIST_ITEM, Role.CAPTION}:
            found.update(_CAPITALISED.findall(text, block.start, block.end))
    return frozenset(found)
