"""The part of a document that a rule speaks of: blocks of some roles, inside quotation marks or not."""

from __future__ import annotations

from newslint.document import Block, Document
from newslint.source import Span
from newslint.text.quotations import in_quotation


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
