"""A draft as an editor sees it: blocks of copy with roles, and analyses of them.

A parser makes a Document. Its `text` is the copy with the markup cut out and the entities decoded;
for plain text it is the draft itself. Everything that reads copy (analyses, checks) works in offsets
of `Document.text`; `Document.place` says where such a span stands in the writer's own file.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Hashable, Mapping
from enum import Enum
from functools import cached_property, wraps
from typing import Any, TypeVar

from newslint.source import Source, Span
from newslint.startup.dataclass import dataclass, field
from newslint.startup.row import Row

T = TypeVar("T")
K = TypeVar("K")


class Role(Enum):
    """What a block is for, in the words of editing."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"
    PARAGRAPH = "paragraph"
    CROSSHEAD = "crosshead"
    CAPTION = "caption"
    CREDIT = "credit"
    PULL_QUOTE = "pull quote"
    BLOCK_QUOTE = "block quote"
    LIST_ITEM = "list item"
    TABLE_CELL = "table cell"
    FURNITURE = "furniture"

    __hash__ = object.__hash__  # each role is one object; Enum's own hash, of the name, is slow and asked for often


# What is set apart to be read first, and the story's own text.
DISPLAY = frozenset([Role.HEADLINE, Role.STANDFIRST, Role.CAPTION])
BODY = frozenset([Role.PARAGRAPH, Role.LIST_ITEM, Role.BLOCK_QUOTE])


class Block(Row):
    """A stretch of `Document.text` with one role.

    `marker` is the span of a list item's own number or bullet, which stands before the block;
    `row` counts up from one table row to the next, so that the cells of a row share it.
    """

    role: Role
    start: int
    end: int
    marker: Span | None = None
    row: int = 0

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Piece(Row):
    """`length` code points of `Document.text` from `start` on that stand in `source` from `origin` on.

    Where `width` differs from `length` (an entity, a cut-out tag) the piece is one whole: no place lies inside it.
    """

    start: int
    length: int
    source: Source
    origin: int
    width: int


class Place(Row):
    """A span of a draft's own text."""

    source: Source
    span: Span


class Comment(Row):
    """A comment in a draft's markup: no copy, but it may speak to newslint.

    `text` is without the comment's delimiters; `span` is the whole comment in the source; `offset` is where in
    `Document.text` it stands: before the first copy that follows it.
    """

    text: str
    span: Span
    offset: int


@dataclass(frozen=True, eq=False)
class Document:
    """The copy of one draft (or of a package of drafts): immutable, with analyses computed once.

    `pieces` are in order and cover `text` but for the white space that a parser puts between blocks; none
    at all means that `text` is the source's own. `providers` replaces analyses (see `analysis`). `comments` are
    those of the markup; `published` is the day the draft's own metadata give for it, as it's written there, or "".
    `others` are further stories of the same file, each of which stands by itself.
    """

    source: Source
    text: str
    blocks: tuple[Block, ...]
    pieces: tuple[Piece, ...] = ()
    providers: Mapping[Callable[..., Any], Callable[..., Any]] = field(default_factory=dict, repr=False)
    comments: tuple[Comment, ...] = ()
    published: str = ""
    others: tuple[Document, ...] = ()
    _results: dict[Any, Any] = field(default_factory=dict, repr=False)

    def __getitem__(self, span: Span) -> str:
        return self.text[span.start : span.end]

    @classmethod
    def of(cls, *copy: str | tuple[Role, str]) -> Document:
        """A document for tests, from the text of its blocks; one without a role is a paragraph.

        `Document.of((Role.HEADLINE, "Bridge shut"), "The bridge was shut on Monday.")`
        """
        parts = [(Role.PARAGRAPH, block) if isinstance(block, str) else block for block in copy]
        blocks: list[Block] = []
        start = 0
        for role, line in parts:
            blocks.append(Block(role, start, start + len(line)))
            start += len(line) + 2
        text = "\n\n".join(line for _, line in parts)
        return cls(Source("draft", text), text, tuple(blocks))

    def forget(self, keep: Collection[Any] = ()) -> None:
        """Let go of what was computed, but for the analyses `keep`: what refers back to the document wouldn't go by itself."""
        if not keep:
            self._results.clear()
        for computed in self._results.keys() - keep:
            del self._results[computed]

    @cached_property
    def copy(self) -> tuple[Block, ...]:
        """The blocks that are the story's own: all but the furniture of its page."""
        return tuple(block for block in self.blocks if block.role is not Role.FURNITURE)

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    def block_at(self, offset: int) -> Block | None:
        """The block in which `offset` stands, if any."""
        index = bisect_right(self._block_starts, offset) - 1
        if index < 0 or offset >= self.blocks[index].end:
            return None
        return self.blocks[index]

    @cached_property
    def _piece_starts(self) -> list[int]:
        return [piece.start for piece in self.pieces]

    def place(self, span: Span) -> Place:
        """Where `span` of `text` stands in the draft it came from."""
        if not self.pieces:
            return Place(self.source, span)
        first = self._piece(span.start)
        last = self._piece(max(span.start, span.end - 1))
        start = first.origin + (
            min(max(0, span.start - first.start), first.width) if first.width == first.length else 0
        )
        within = last.width if last.width != last.length else min(span.end - last.start, last.width)
        return Place(first.source, Span(start, max(start, last.origin + max(0, within))))

    def _piece(self, offset: int) -> Piece:
        return self.pieces[max(0, bisect_right(self._piece_starts, offset) - 1)]


def analysis(compute: Callable[[Document], T]) -> Callable[[Document], T]:
    """Make a pure function of a document lazy: computed when first asked for, then kept.

    A plugin replaces a public analysis (see newslint.analyses) by naming it in its `newslint_analyses` hook.
    """

    def cached(document: Document) -> T:
        results = document._results
        try:
            result: T = results[cached]
        except KeyError:
            result = results[cached] = document.providers.get(cached, compute)(document)
        return result

    # As `functools.wraps` does it, in a fifth of the time, which counts where three hundred are made before a draft is read.
    cached.__module__, cached.__name__, cached.__qualname__ = compute.__module__, compute.__name__, compute.__qualname__
    cached.__doc__, cached.__annotations__ = compute.__doc__, compute.__annotations__
    cached.__dict__ = {"__wrapped__": compute}
    return cached


def kept_by(key: Callable[[K], Hashable]) -> Callable[[Callable[[Document, K], T]], Callable[[Document, K], T]]:
    """Make a pure function of a document and a part of it lazy: computed once for each `key` of a part, then kept."""

    def decorated(compute: Callable[[Document, K], T]) -> Callable[[Document, K], T]:
        @analysis
        def known(_: Document) -> dict[Hashable, T]:
            return {}

        @wraps(compute)
        def cached(document: Document, part: K) -> T:
            results, name = known(document), key(part)
            if name not in results:
                results[name] = compute(document, part)
            return results[name]

        return cached

    return decorated
