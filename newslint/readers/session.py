"""A reader in one run: what it's asked, what it has answered before, and what that may cost."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from newslint.errors import ReaderError
from newslint.readers.answers import Answers
from newslint.readers.protocol import Answer, Question, answer
from newslint.readers.reader import Limits, Reader, Reply

# Where nobody counts, a token is taken for so many letters of JSON: fewer than English has, so that a ceiling holds.
_LETTERS_PER_TOKEN = 3
# After so many drafts in a row without an answer a reader isn't asked again in this run.
_PATIENCE = 2


@dataclass
class Session:
    """The reader called `name` with what was spent on it so far; `answers` are those it gave before, None where none are kept.

    `heard` is told each question with its reply, as it came, and whether that was given before.
    """

    name: str
    reader: Reader
    limits: Limits
    answers: Answers | None = None
    offline: bool = False
    heard: Callable[[Question, Reply, bool], None] | None = None
    calls: int = 0
    tokens: int = 0
    counted: bool = True
    _failed: int = 0
    _lost: bool = False

    def knows(self, questions: Sequence[Question]) -> bool:
        """Whether all of it was answered before."""
        return bool(self.answers) and all(self.answers and self.answers.get(each) for each in questions)

    def answered(self, questions: Sequence[Question]) -> list[Answer] | None:
        """What the reader says to each; None where it was given up before, or what it said isn't known and mustn't be asked.

        Raises ReaderError where it gives no answer.
        """
        if (self._lost or self.offline) and not self.knows(questions):
            return None
        try:
            found = [self._answered(question) for question in questions]
        except ReaderError as error:
            self._failed += 1
            self._lost = error.lost or self._failed >= _PATIENCE
            raise
        self._failed = 0
        return found

    @property
    def lost(self) -> bool:
        """Whether it was given up."""
        return self._lost

    def _answered(self, question: Question) -> Answer:
        kept = self.answers.get(question) if self.answers else None
        if kept is None:
            return self._asked(question)
        if self.heard:
            self.heard(question, kept, True)
        return _read(kept)

    def _asked(self, question: Question) -> Answer:
        """Ask, and once more where that may help."""
        try:
            return self._asked_once(question)
        except ReaderError as error:
            if error.lost or error.wait > self.limits.seconds:
                raise
            time.sleep(error.wait)
        return self._asked_once(question)

    def _asked_once(self, question: Question) -> Answer:
        size = len(question.json()) // _LETTERS_PER_TOKEN
        if self.calls >= self.limits.calls:
            raise ReaderError(f"its ceiling of {self.limits.calls:,} calls is reached", lost=True)
        if self.tokens + size > self.limits.tokens:
            raise ReaderError(f"its ceiling of {self.limits.tokens:,} tokens is reached", lost=True)
        self.calls += 1
        self.tokens += size
        reply = self.reader.ask(question, self.limits.seconds)
        self.calls += reply.calls - 1
        self.tokens += (reply.tokens - size) if reply.tokens else len(reply.text) // _LETTERS_PER_TOKEN
        self.counted = self.counted and bool(reply.tokens)
        if self.heard:
            self.heard(question, reply, False)
        found = _read(reply)
        if self.answers:
            self.answers.put(question, reply)
        return found

    @property
    def spent(self) -> str:
        """What the run has cost so far, in words."""
        about = "" if self.counted else "about "
        calls = f"{self.calls:,} of at most {self.limits.calls:,} calls"
        return f"{calls}, {about}{self.tokens:,} of at most {self.limits.tokens:,} tokens"


def _read(reply: Reply) -> Answer:
    found = answer(reply.text)
    return found._replace(reader=reply.name) if reply.name else found
