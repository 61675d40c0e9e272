"""What a reader tells of a draft, as the checks of the pack reader ask for it."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.document import Document, analysis
from newslint.source import Span
from newslint.startup.dataclass import replace
from newslint.startup.row import Row


class Told(Row):
    """A clash of two places that a reader told and that stood the test; `reader` is its name and version."""

    kind: str
    span: Span
    other: Span
    why: str
    reader: str


@analysis
def told(document: Document) -> tuple[Told, ...]:
    """What a reader told: nothing, where none was asked."""
    del document
    return ()


def with_told(document: Document, rows: Sequence[Told]) -> Document:
    """The document as it is once a reader told `rows` of it."""
    return replace(document, providers={**document.providers, told: lambda _: tuple(rows)}, _results={})
