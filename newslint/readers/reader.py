"""What a reader is to newslint: something that takes a question and gives an answer, wherever it runs."""

from __future__ import annotations

from typing import Protocol

from newslint.readers.protocol import Question
from newslint.startup.row import Row


class Reply(Row):
    """An answer as it came: `text` is JSON, as the protocol says.

    `name` is what answered, where that is known apart from the answer; `tokens` how many were spent, 0 where nobody counts;
    `calls` how many requests it took.
    """

    text: str
    name: str = ""
    tokens: int = 0
    calls: int = 1


class Reader(Protocol):
    """A kind of reader: a class whose fields are the settings of `readers:` in the configuration."""

    @property
    def destination(self) -> str:
        """Where the copy goes, in a few words for people: a host, a program."""
        ...

    @property
    def remote(self) -> bool:
        """Whether the copy leaves this machine."""
        ...

    @property
    def identity(self) -> str:
        """What the answer hangs on besides the question: the model, its settings, what it's told."""
        ...

    def ask(self, question: Question, seconds: float) -> Reply:
        """The answer, within `seconds`. Raises ReaderError with a reason that follows “reader NAME: ”."""
        ...


class Limits(Row):
    """What a reader may cost: seconds an answer, calls and tokens a run, letters of copy a question."""

    seconds: float = 120.0
    calls: int = 100
    tokens: int = 500_000
    letters: int = 24_000
