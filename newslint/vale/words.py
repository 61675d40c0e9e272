"""Vale's kinds that look for words: existence, substitution, occurrence, repetition."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, ClassVar

from newslint.text.lettercase import capitalised
from newslint.vale.blocks import MASK, Block
from newslint.vale.definition import Alert, Definition, State, exceptions, excused, phrases, template, within
from newslint.vale.messages import acted, formatted, listed, options, single_quoted
from newslint.vale.patterns import UntranslatableError, compiled
from newslint.vale.segments import segments

_GROUP = re.compile(r"(?<!\\)\((?!\?)")
_PHRASE = re.compile(r"[^\W_][\w -]*\Z|\Z")


@dataclass(frozen=True)
class Existence(Definition):
    """Tokens that shouldn't stand in the copy."""

    kind: ClassVar[str] = "existence"
    tokens: tuple[str, ...] = ()
    raw: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    append: bool = False
    ignorecase: bool = False
    nonword: bool = False
    vocab: bool = True

    @cached_property
    def pattern(self) -> Any:
        tokens = "|".join(token for token in self.tokens if token.strip())
        nonword = self.nonword or not self.tokens
        raw = "".join(self.raw)
        return compiled(template(tokens, ignorecase=self.ignorecase, nonword=nonword, raw=raw, append=self.append))

    @cached_property
    def excepted(self) -> Any:
        return exceptions(self.exceptions, self.accepted, self.vocab and not self.nonword)

    @cached_property
    def _excepted_phrases(self) -> Any:
        return phrases(self.exceptions, self.accepted, self.vocab and not self.nonword)

    def alerts(self, block: Block, state: State) -> Iterator[Alert]:
        for match in state.search.matches(self.pattern, block.text):
            stands = within(self._excepted_phrases, block.text, *match.span())
            if not stands and not excused(self.excepted, match[0].strip()):
                yield self.alert(block, *match.span())


@dataclass(frozen=True)
class Substitution(Definition):
    """Tokens for which there is another one."""

    kind: ClassVar[str] = "substitution"
    swap: Mapping[str, str] = field(default_factory=dict)
    exceptions: tuple[str, ...] = ()
    ignorecase: bool = False
    nonword: bool = False
    vocab: bool = True
    capitalize: bool = False

    @cached_property
    def _terms(self) -> list[str]:
        return sorted(self.swap, key=len, reverse=True)

    @cached_property
    def pattern(self) -> Any:
        """Each key as a group of its own, the longest first; the groups inside a key only bracket."""
        parts = [f"({_GROUP.sub('(?:', term)})" for term in self._terms]
        return compiled(template("|".join(parts), ignorecase=self.ignorecase, nonword=self.nonword))

    @cached_property
    def excepted(self) -> Any:
        return exceptions(self.exceptions, self.accepted, self.vocab)

    @cached_property
    def _excepted_phrases(self) -> Any:
        return phrases(self.exceptions, self.accepted, self.vocab)

    def alerts(self, block: Block, state: State) -> Iterator[Alert]:
        for match in state.search.matches(self.pattern, block.text):
            index = next((group for group in range(1, len(self._terms) + 1) if match[group] is not None), 0)
            if not index:
                continue
            observed = match[index]
            expected = self._expected(self._terms[index - 1], observed)
            span = match.span(index)
            stands = excused(self.excepted, observed) or within(self._excepted_phrases, block.text, *span)
            if not stands and not self._same(expected, observed):
                yield self._alert(block, span, expected, observed)

    def _expected(self, term: str, observed: str) -> str:
        expected = self.swap[term]
        if self.capitalize and observed == capitalised(observed):
            expected = capitalised(expected)
        if not re.search(r"\$\d+", expected):
            return expected
        pattern = compiled(f"(?i){term}" if self.ignorecase else term)
        expanded: str = pattern.sub(re.sub(r"\$(\d+)", r"\\g<\1>", expected), observed)
        return expanded

    def _same(self, expected: str, observed: str) -> bool:
        """Whether what was found is one of the right forms; a rule that doesn't replace may give them as a pattern."""
        if self.action.name == "replace":
            return observed in options(expected)
        if _PHRASE.match(expected):
            return expected == observed
        try:
            return compiled(f"^(?:{expected})$").search(observed) is not None
        except UntranslatableError:
            return expected == observed

    def _alert(self, block: Block, span: tuple[int, int], expected: str, observed: str) -> Alert:
        message = self.message
        if self.action.name == "replace" and not self.action.params:
            choices = options(expected)
            if self.capitalize and observed == capitalised(observed):
                choices = tuple(capitalised(choice) for choice in choices)
            expected, message = listed(choices), single_quoted(message)
        return Alert(*block.place(*span), formatted(message, expected, observed), observed)


@dataclass(frozen=True)
class Occurrence(Definition):
    """A token that stands too often or too seldom in a block."""

    kind: ClassVar[str] = "occurrence"
    token: str = ""
    max: int = 0
    min: int = 0
    ignorecase: bool = False

    @cached_property
    def pattern(self) -> Any:
        return compiled(f"{'(?i)' if self.ignorecase else ''}(?:{self.token})")

    def alerts(self, block: Block, state: State) -> Iterator[Alert]:
        found = list(state.search.matches(self.pattern, block.text))
        if not (0 < self.max < len(found) or len(found) < self.min):
            return
        if not found:
            yield self.whole(0)
            return
        shown = next((match for match in found if match[0].strip() and set(match[0]) - {MASK, "@"}), None)
        if shown:
            yield self.alert(block, *shown.span(), len(found))


@dataclass(frozen=True)
class Repetition(Definition):
    """A token that follows itself."""

    kind: ClassVar[str] = "repetition"
    tokens: tuple[str, ...] = ()
    max: int = 0
    exceptions: tuple[str, ...] = ()
    ignorecase: bool = False
    alpha: bool = False
    vocab: bool = True

    @cached_property
    def pattern(self) -> Any:
        return compiled(f"{'(?i)' if self.ignorecase else ''}({'|'.join(self.tokens)})")

    @cached_property
    def _excepted(self) -> tuple[Any, Any]:
        words = self.exceptions, self.accepted, self.vocab
        return exceptions(*words), phrases(*words)

    def alerts(self, block: Block, state: State) -> Iterator[Alert]:
        excepted, excepted_phrases = self._excepted
        last, start, count = "", 0, 0
        for match in state.search.matches(self.pattern, block.text):
            said = match[0].strip()
            same = said.lower() == last.lower() if self.ignorecase else said == last
            if said and same and (not self.alpha or said.isalpha()):
                count += 1
                pair = block.text[start : match.end()]
                stands = excused(excepted, pair) or within(excepted_phrases, block.text, start, match.end())
                if count > self.max and len(segments(pair)) == 1 and not stands:
                    count = 0
                    made = (acted(self.action, said),) if self.action.name else ()
                    yield self.alert(block, start, match.end(), said, *made)
            last, start = said, match.start()
