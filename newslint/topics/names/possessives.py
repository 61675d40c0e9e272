"""Possessive names: King’s Cross, which has an apostrophe in one place and none, or elsewhere, in another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from newslint.document import Document
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.text.quotations import in_writing
from newslint.topics.names.form_signs import Use, Variant

_POSSESSIVE = compiled(r"(?<![\w’'-])([A-Z]\w*)(?:['’]s|(?<=s)['’]) ([A-Z][a-z]\w+)\b")
_APOSTROPHES = compiled(r"['’]")


def possessive_names(document: Document) -> Iterator[dict[str, Variant]]:
    """The forms of each such name that has more than one."""
    names: dict[str, None] = {}
    for block in document.copy:
        for match in _POSSESSIVE.finditer(document.text, block.start, block.end):
            names[_APOSTROPHES.sub("", match[0])] = None
    for name in names:
        forms = _forms(document, name)
        if len(forms) > 1:
            yield {text: Variant(text, tuple(uses)) for text, uses in forms.items()}


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
