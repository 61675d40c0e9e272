"""Usage: which words are the writer's own, and which are somebody else's or part of a name."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Block, Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.text.lexicon import entry
from newslint.text.prefilter import blocks_with_words
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentence_at
from newslint.text.vocabulary import NAME_PARTICLES, alternatives

_OTHERS_WORDS = frozenset([Role.BLOCK_QUOTE, Role.CREDIT, Role.BYLINE])
_LINKING = frozenset(["of", "for", "and", "the", "in", "on", "at", "&", "to"])
# What makes a stretch without white space an address, a handle, a file or code.
_ADDRESS = compiled(r"://|www\.|[@#_`=\\{}<>]|\w\.[a-z]{2,}|/\w*[./]|^/")
# That of an address of the web or of mail; “[.]” keeps it from being followed.
_OF_WEB = compiled(r"://|www\.|@|\w(?:\.|\[\.\])[a-z]{2,}")
_NAMED_SO = compiled(r"[^\w@/]*[A-Z]\w*\.[a-z]{2,3}(?:[’'][a-z]+)?[^\w@/]*\Z")
_REACH = 200
_SIGNATURE = compiled(r"[—–] ?[^\n—–]{1,60} ?\(@\w+\)")
# A post has no more letters than this and its addresses, nor many paragraphs; a colon above it leads to it.
_POST, _POST_BLOCKS = 400, 5
_LEADS_TO_POST = frozenset(":,")
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
    found: set[int] = set()
    for index, block in enumerate(document.copy):
        signature = _SIGNATURE.search(document.text, block.start, block.end)
        if signature is not None:
            found.add(block.start)
            if signature.start() == block.start:
                found.update(_signed(document, index))
    return frozenset(found)


def _signed(document: Document, signature: int) -> Iterator[int]:
    """Where the blocks begin that a signature on a line of its own is of: those right above it, as far as a post may be long."""
    length = 0
    for block in reversed(document.copy[max(0, signature - _POST_BLOCKS) : signature]):
        length += block.end - block.start
        if length > _POST or document.text[block.end - 1] in _LEADS_TO_POST:
            return
        yield block.start


def in_address(text: str, span: Span) -> bool:
    """Whether the word stands in an address of the web or of mail, a handle, a file's name or code."""
    return _ADDRESS.search(_without_space(text, span)) is not None


def in_web_address(text: str, span: Span) -> bool:
    """Whether the word stands in an address of the web or of mail, and not in what is called like one: Tideco.com."""
    whole = _without_space(text, span)
    return _OF_WEB.search(whole) is not None and _NAMED_SO.match(whole) is None


def _without_space(text: str, span: Span) -> str:
    """The word with all that stands beside it without white space between."""
    before = text[max(0, span.start - _REACH) : span.start]
    after = text[span.end : span.end + _REACH]
    run = [text[span.start : span.end]]
    if before and not before[-1].isspace():
        run.insert(0, before.rsplit(None, 1)[-1])
    if after and not after[0].isspace():
        run.append(after.split(None, 1)[0])
    return "".join(run)


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


def blocks(document: Document, scope: tuple[str, ...]) -> tuple[Block, ...]:
    """The story's own blocks with a role in `scope`; all of them where it's empty."""
    return tuple(block for block in document.copy if not scope or block.role.value in scope)


def meant(document: Document, span: Span, scope: tuple[str, ...], quotations: bool) -> bool:
    """Whether a rule means `span`: in a block of its scope, and outside quotation marks unless it looks there too."""
    if scope:
        block = document.block_at(span.start)
        if block is None or block.role.value not in scope:
            return False
    return quotations or not in_quotation(document, span.start)


_ERRATUM = (
    r"(?i)\b(?:misspell?ed|misspell?ing|misspelt|misnamed|misidentified|misstated|(?:an )?(?:earlier|previous|original) version|"
    r"(?:article|story|report|post|headline|caption) (?:was|has been|is) (?:amended|corrected|updated)|"
    r"(?<!\w )(?:clarifications? (?:and|&) )?corrections? ?:|"
    r"we (?:are happy|apologi[sz]e)|(?:incorrectly|wrongly|mistakenly) (?:spell?ed|spelt|named|gave|identified))"
)
_OF_ERRATA = frozenset(
    "misspelled misspeled misspelling misspeling misspelt misnamed misidentified misstated version amended corrected updated correction "
    "corrections happy apologise apologize incorrectly wrongly mistakenly".split()
)
# What a writer puts behind somebody else's mistake.
_SIC = r"(?i)(?:['’]s)?[,.]?[”’\"']? ?[\[(] ?sic ?[\])]"
_INSIDE_NAMES = rf"(?<=\w)(?: (?:{alternatives(NAME_PARTICLES)}))+(?= [A-ZÀ-Þ])"
_WORD = r"(?<![\w’'-])[^\W\d_]{2,}(?![\w’'-])"
_END = r"[.!?“”«»\"]"
_NOTE_REACH = 90
# A language shows in this many small words and more.
_FEWEST = 5


def is_out_of_setting(document: Document, place: Span) -> bool:
    """Whether the form at `place` is named as an error, or stands among words of another language."""
    if compiled(_SIC).match(document.text, place.end):
        return True
    return _in_erratum(document, place) or _in_another_language(document, place)


def _in_erratum(document: Document, place: Span) -> bool:
    block = document.block_at(place.start)
    return block is not None and block.start in _errata(document)


@analysis
def _errata(document: Document) -> frozenset[int]:
    """Where the blocks begin that speak of an error."""
    blocks = blocks_with_words(document, _OF_ERRATA)
    return frozenset(
        block.start for block in blocks if compiled(_ERRATUM).search(document.text, block.start, block.end)
    )


def _in_another_language(document: Document, place: Span) -> bool:
    """Whether most of the small words around `place` are none of English."""
    block = document.block_at(place.start)
    if block is None:
        return False
    start, end = max(block.start, place.start - _NOTE_REACH), min(block.end, place.end + _NOTE_REACH)
    # Its own first letter, if a capital, makes what joins it to the words beside it a part of a name.
    first = document.text[place.start]
    capital = first if first.isupper() else ""
    before = compiled(_END).split(document.text[start : place.start] + capital)[-1]
    after = compiled(_END).split(capital + document.text[place.end : end])[0]
    near = _small_words(before)[-8:] + _small_words(after)[:8]
    strange = sum(1 for word in near if not 0 < entry(word).word <= 5)
    return len(near) >= _FEWEST and strange * 2 >= len(near)


def _small_words(text: str) -> list[str]:
    """The words in lower case, but for those inside names: Aldea del Fresno."""
    return [word for word in compiled(_WORD).findall(compiled(_INSIDE_NAMES).sub("", text)) if word.islower()]
