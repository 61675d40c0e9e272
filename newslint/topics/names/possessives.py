"""Possessives of names in two forms (King’s Cross and Kings Cross, Mr Marcos’s and Mr Marcos’ boat), and such as are mistyped: Ann’a boat."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from newslint.document import Block, Document
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.text.prefilter import blocks_at
from newslint.text.quotations import in_quotation, in_writing
from newslint.topics.names.form_signs import Use, Variant

_POSSESSIVE = compiled(r"(?<![\w’'-])([A-Z]\w*)(?:['’]s|(?<=s)['’]) ([A-Z][a-z]\w+)\b")
_OF_S = compiled(r"(?<![\w’'-])[A-Z]\w*s['’](?:s\b|(?= [a-z]))")
# The ends of both, found at once by their apostrophe.
_ENDS_BEFORE_NAME = compiled(r"['’]s? [A-Z][a-z]")
_ENDS_OF_S = compiled(r"['’](?<=s.)(?:s\b| [a-z])")
_BEFORE = compiled(r"(?<![\w’'-])[A-Z][\w-]+ \Z")
_LONGEST = 30  # code points of a word
_MOST = 100  # names that are sought; no story has more
_QUOTED = 300  # no quotation in single marks that runs on behind a name is longer
_APOSTROPHES = compiled(r"['’]")
# What stands for ’s by a slip of the hand: another mark or a space before the letter, another letter, one too many.
# No other letters than those that are left out here stand behind an apostrophe in English.
# The mark comes first, so that the scan stops at marks alone.
_MISTYPED = compiled(
    r"[;,'’](?:(?:(?<=[;,])|(?<=['’]) )s\b(?!['’.])|(?<=['’])(?:ss|(?!(?:[sdtmn]|ll|re|ve|em|er|rs)\b)[a-z])\b(?![\w'’.-]))"
)
_NAME_BEFORE = compiled(r"(?<![\w’'-])[A-Z]\w+\Z")
_OPENED = compiled(r"‘|(?<![\w’'])'\w")


def possessives(document: Document) -> Iterator[dict[str, Variant]]:
    """The forms of each name that stands as a possessive in more than one."""
    yield from _names(document)
    yield from _of_s(document)


def mistyped_possessives(document: Document) -> Iterator[tuple[Span, str, int]]:
    """Each possessive that is written as none is, with its name, and how often that stands in the copy as names do."""
    for match in islice(_MISTYPED.finditer(document.text), _MOST):
        name = _NAME_BEFORE.search(document.text, max(0, match.start() - _LONGEST), match.start())
        if name is None or in_writing(document, name.start()):
            continue
        others = sum(1 for _ in re.finditer(rf"\b{name[0]}(?:['’]s)?(?![\w'’-])(?!{match[0]})", document.text))
        if others and document.text.count(name[0] + match[0]) == 1:
            yield Span(name.start(), match.end()), name[0], others


def _of_s(document: Document) -> Iterator[dict[str, Variant]]:
    """The possessives of each name that ends in s, where the copy has it with another s and without."""
    found: dict[str, dict[str, list[Use]]] = defaultdict(lambda: defaultdict(list))
    for block in _blocks_with(document, _ENDS_OF_S):
        for match in _OF_S.finditer(document.text, block.start, block.end):
            if not (_is_of_many(document.text, match) or in_quotation(document, match.start())):
                written = match[0].replace("'", "’")
                use = Use(Span(*match.span()), False, frozenset(), frozenset())
                found[written.rpartition("’")[0]][written].append(use)
    for forms in found.values():
        if len(forms) > 1:
            yield {text: Variant(text, tuple(uses)) for text, uses in forms.items()}


def _is_of_many(text: str, match: re.Match[str]) -> bool:
    """Whether the apostrophe may belong to a plural, the Marls’, or close a quotation in single marks."""
    start = match.start()
    many = match[0][-1] != "s" and text[max(0, start - 4) : start].lower() == "the "
    opened = max(text.rfind("\n", 0, start) + 1, start - _QUOTED)
    return many or _OPENED.search(text, opened, start) is not None


def _names(document: Document) -> Iterator[dict[str, Variant]]:
    """The forms of each name with an apostrophe inside: Queen’s Cross."""
    names: dict[str, None] = {}
    for block in _blocks_with(document, _ENDS_BEFORE_NAME):
        for match in _POSSESSIVE.finditer(document.text, block.start, block.end):
            names[_APOSTROPHES.sub("", match[0])] = None
    for name in islice(names, _MOST):
        forms = _forms(document, name)
        if len(forms) > 1:
            lead = _lead(document.text, [use.span.start for uses in forms.values() for use in uses])
            yield {
                lead + text: Variant(lead + text, tuple(_led(use, lead) for use in uses))
                for text, uses in forms.items()
            }


def _blocks_with(document: Document, sign: re.Pattern[str]) -> Iterator[Block]:
    """The blocks in which an apostrophe stands as `sign` has it."""
    return blocks_at(document, (match.start() for match in sign.finditer(document.text)))


def _lead(text: str, starts: list[int]) -> str:
    """The words with a capital that stand before all of these places, with the space behind: the Job of Job Seeker’s Allowance."""
    lead = ""
    while True:
        ends = [start - len(lead) for start in starts]
        found = {match[0] if (match := _BEFORE.search(text, max(0, end - _LONGEST), end)) else "" for end in ends}
        if len(found) > 1 or found == {""}:
            return lead
        lead = found.pop() + lead


def _led(use: Use, lead: str) -> Use:
    return use._replace(span=Span(use.span.start - len(lead), use.span.end))


def _forms(document: Document, name: str) -> dict[str, list[Use]]:
    """Every way in which the copy writes `name`, marks alike."""
    owner, _, rest = name.rpartition(" ")
    # Names are few, and most stand in one form: each is sought by its second word, which costs a scan of the copy.
    found: dict[str, list[Use]] = defaultdict(list)
    at = document.text.find(f" {rest}")
    while at >= 0:
        start, end = _start(document.text, at, owner), at + 1 + len(rest)
        if start is not None and not document.text[end : end + 1].isalnum() and document.block_at(start) is not None:
            use = Use(Span(start, end), False, frozenset(), frozenset())
            if not in_writing(document, start):
                found[document.text[start:end].replace("'", "’")].append(use)
        at = document.text.find(f" {rest}", at + 1)
    return found


def _start(text: str, end: int, owner: str) -> int | None:
    """Where the word that ends there begins, if it's `owner` but for apostrophes."""
    before = text[max(0, end - len(owner) - 2) : end]
    for size in (len(owner), len(owner) + 1):
        if _APOSTROPHES.sub("", before[-size:]) == owner and not before[: len(before) - size][-1:].isalnum():
            return end - size
    return None
