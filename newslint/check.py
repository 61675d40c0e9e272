"""What a check is, and what it yields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from newslint.document import Document
from newslint.source import Span


class Note(NamedTuple):
    """Another place that belongs to a hit, with a word on why."""

    span: Span
    message: str


class Change(NamedTuple):
    """A stretch of copy and what would stand there instead."""

    span: Span
    replacement: str


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where the copy disagrees with itself, before it has a rule's words.

    Spans are of `Document.text`. `words` fill the `{names}` in the rule's message, where `{found}` is
    the text of `span` unless given. `confidence` is from 0 to 1. `minor` makes the finding a suggestion
    whatever the rule's severity. `safe` changes nothing that a reader would notice but the fault;
    `changes` empty means that no fix is certain enough to be offered.
    """

    span: Span
    words: Mapping[str, object] = field(default_factory=dict)
    related: tuple[Note, ...] = ()
    changes: tuple[Change, ...] = ()
    confidence: float = 1.0
    safe: bool = False
    minor: bool = False


class Check(Protocol):
    """The logic that a rule names: a frozen dataclass whose fields are the rule's options."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        """Each hit in `document`, in any order."""
        ...
