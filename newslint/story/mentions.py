"""Names: runs of capitalised words, and what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newslint.document import Block, Document, Role, analysis
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row
from newslint.text.lexicon import entry
from newslint.text.vocabulary import NAME_PARTICLES, SHORT_MONTHS, SHORT_TITLES, alternatives
from newslint.text.words import occurrences, words

UPPER = "A-Z" + "".join(chr(c) for c in range(0xC0, 0x250) if chr(c).isupper())
# Words that end in a point before a name or behind it.
_POINTED_WORDS = sorted([*map(str.capitalize, SHORT_TITLES), "Jr", "Sr"])
_POINTED = alternatives(_POINTED_WORDS)
# Each with its capital looked for behind the place where the rest is.
_BEHIND_CAPITALS = "|".join(f"(?<={word[0]}){word[1:]}" for word in _POINTED_WORDS)


_REST = r"\w*(?:[.&]\w+|['’](?![sS]\b)\w+|[-‐‑]\w+)*"
_TOKEN = rf"(?:(?:{_POINTED}|[{UPPER}])\.(?:[{UPPER}]\.)*+|(?:[{UPPER}]|[a-z]{{1,2}}[A-Z]){_REST})"
# In running copy “e” is a slip or an initial.
_PARTICLE = rf"(?:{alternatives(NAME_PARTICLES - {'e'})})"
# What is joined to a name that it stands before: al-Lunn, d’Aubremont.
_ARTICLE = r"(?:(?:al|el|ash|as|ad)[-‐‑]|(?:d|dell)['’])"
# Most words are a capital and small letters: these are taken at once, and what rules a following word out is asked first.
_PLAIN = r"[a-z]++(?![\w.&'’‐‑-])"
# From the first capital on, so that the scan stops at capitals alone; one or two small letters may stand before it (eBay).
_RUN = compiled(
    rf"[{UPPER}](?:(?<![\w@#/].)|(?<=[a-z][A-Z])(?<![\w@#/][a-z].)|(?<=[a-z]{{2}}[A-Z])(?<![\w@#/][a-z]{{2}}.))"
    rf"(?:{_PLAIN}|(?:{_BEHIND_CAPITALS})?\.(?:[{UPPER}]\.)*+|{_REST})"
    rf"(?:[ \u00a0](?:[A-Z]{_PLAIN}|(?=[^a-z]|[a-z]{{1,2}}[A-Z]|{_PARTICLE}[ \u00a0]|{_ARTICLE})"
    rf"(?:{_PARTICLE}[ \u00a0]){{0,2}}(?:{_ARTICLE})?{_TOKEN}))*"
)
# What may lead to the first capital.
_LEAD = compiled(r"(?:[a-z]{1,2}|(?<![\w@#/])(?:(?:al|el)[-‐‑]|d['’]))\Z")
# What stands before a first capital that nothing leads to.
_APART = ' \n\u00a0(“‘"'
_WORD = compiled(r"\S+")
_CONTRACTION = compiled(r"['’](?:m|ve|ll|d|re|t)\Z", re.I)
_ABBREVIATED = SHORT_MONTHS.keys() | SHORT_TITLES.keys() | {"vs"}


class Mention(Row):
    """A run of capitalised words: `words` are its parts with where each starts.

    `weak`: its first capital may be there for another reason: a sentence, a quotation or a line begins here.
    `role` is that of its block, `titled` says that all of that block is in title case or capitals.
    """

    span: Span
    words: tuple[str, ...]
    starts: tuple[int, ...]
    weak: bool
    role: Role
    titled: bool


@analysis
def mentions(document: Document) -> tuple[Mention, ...]:
    """Every run of capitalised words in the copy, in order."""
    found: list[Mention] = []
    parted: Iterable[tuple[list[str], list[int]]]
    text = document.text
    names: dict[tuple[str, ...], tuple[str, ...]] = {}
    once = names.setdefault  # the words of a name are kept once, however often it stands
    for block in document.copy:
        titled = in_title_case(text, block)
        for match in _RUN.finditer(text, block.start, block.end):
            start, end = match.span()
            if start > block.start and text[start - 1] not in _APART:
                start = _led(text, block.start, start)
            weak = _weak_start(text, block.start, start)
            run = text[start:end]
            if run.isalpha():
                found.append(Mention(Span(start, end), once((run,), (run,)), (start,), weak, block.role, titled))
                continue
            if "-" in run or "'" in run or "’" in run:
                parted = _parted(run, start)
            else:
                parts = run.split()
                parted = ((parts, _starts(start, parts)),)
            for words_, starts in parted:
                span = Span(starts[0], starts[-1] + len(words_[-1]))
                name = tuple(words_)
                found.append(Mention(span, once(name, name), tuple(starts), weak, block.role, titled))
                weak = False
    return tuple(found)


def _led(text: str, block_start: int, capital: int) -> int:
    """Where a run begins whose first capital stands at `capital`: eBay, al-Lunn."""
    lead = _LEAD.search(text, max(block_start, capital - 3), capital)
    return lead.start() if lead else capital


def _starts(start: int, parts: list[str]) -> list[int]:
    """Where each of the words starts that stand behind one another, a space between two."""
    starts = [start]
    for part in parts[:-1]:
        start += len(part) + 1
        starts.append(start)
    return starts


def _parted(run: str, start: int) -> Iterator[tuple[list[str], list[int]]]:
    """The words of a run with their starts, ended where a compound ends a name: Florida-based, Victoria-era."""
    words_: list[str] = []
    starts: list[int] = []
    for word in _WORD.finditer(run):
        if _CONTRACTION.search(word[0]):
            if words_:
                yield words_, starts
            words_, starts = [], []
            continue
        name = _without_compound(word[0])
        words_.append(name)
        starts.append(start + word.start())
        if len(name) < len(word[0]):
            yield words_, starts
            words_, starts = [], []
    if words_:
        yield words_, starts


# One word, whose hyphen joins nothing to a name.
_CO_OPERATIVE = "co-op"


def _without_compound(word: str) -> str:
    """`word` without an ordinary word that a hyphen joins to it."""
    if "-" not in word:
        return word
    if word.lower().startswith(_CO_OPERATIVE):
        return word
    name, _, last = word.rpartition("-")
    return name if len(last) > 2 and last.islower() and 0 < entry(last).word <= 4 and name else word


_OPENERS = "“‘\"'([{«„ \t\u00a0\n"
_ENDERS = ".!?:;…•·–—-/|*>#"


def _weak_start(text: str, block_start: int, start: int) -> bool:
    """Whether a capital at `start` says nothing, since anything would have one there."""
    at = start - 1
    if at > block_start and text[at] == " " and (text[at - 1].isalnum() or text[at - 1] == ","):
        return False
    opened = False
    while at >= block_start and text[at] in _OPENERS:
        opened = opened or text[at] in '“‘"'
        at -= 1
    if at < block_start or opened:
        return True
    if text[at] not in _ENDERS and text[at] not in "”’\"')]":
        return False
    if text[at] != ".":
        return (text[at] in _ENDERS and text[at] != "-") or (text[at] in '”"' and text[at - 1] in ".!?")
    begin = at
    while begin > block_start and text[begin - 1].isalpha():
        begin -= 1
    word = text[begin:at]
    return not (word.lower() in _ABBREVIATED or (len(word) == 1 and word.isupper()))


# Words that title case may leave without a capital.
_SMALL_IN_TITLES = frozenset(
    "with from over after that into than amid upon about under against between during before behind without through where "
    "while until when since among toward towards".split()
)


def in_title_case(text: str, block: Block) -> bool:
    """Whether all longer words of a short block have a capital, so that a capital says nothing."""
    if block.end - block.start > 200 or (block.role is Role.PARAGRAPH and text[block.end - 1] == "."):
        return False
    longer = [word for word in text[block.start : block.end].split() if len(word) > 3 and word[0].isalpha()]
    small = [word for word in longer if word[0].islower() and word not in _SMALL_IN_TITLES]
    return len(longer) > 2 and len(small) * 6 < len(longer)


@analysis
def name_words(document: Document) -> dict[str, list[tuple[Mention, int]]]:
    """Each distinct word of the names (without a point behind it), with the mentions that hold it and its index there."""
    rows: dict[str, list[tuple[Mention, int]]] = {}
    for mention in mentions(document):
        for index, word in enumerate(mention.words):
            text = word.rstrip(".") if word[-1] == "." else word
            if text in rows:
                rows[text].append((mention, index))
            elif len(text) > 1:
                rows[text] = [(mention, index)]
    return rows


def stands_as_word(document: Document, text: str) -> bool:
    """Whether `text`, in lower case, also stands in the copy just so."""
    texts = words(document).texts
    return any(texts[index] == text for index in occurrences(document).get(text, ()))
