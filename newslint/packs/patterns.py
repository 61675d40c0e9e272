"""Patterns that packs, styles and configurations give: strangers' programs, which run within a budget of steps.

Steps are counted, never time: the same pattern on the same copy gives the same under any load. Where a pattern's own
parts bound its work, `regex` runs it, which is imported only here. Where that bound is too high for the copy at hand,
the machine of `pattern_machine` runs it, which counts each step.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, cached_property

from newslint.errors import NewslintError
from newslint.packs.pattern_bounds import Bound, flags_of
from newslint.packs.pattern_machine import Machine, OverBudgetError, Program, Steps
from newslint.packs.pattern_match import Found
from newslint.packs.pattern_parts import Parts, RefusedError, every, parts_of, shown

# What one rule may spend on one draft: so many steps of `regex` (a hundred million take about a second), and so many of
# the counting machine (a million a second); and besides for each letter that is searched, so that long copy may take long.
QUICK, QUICK_PER_LETTER = 200_000_000, 5_000
COUNTED, COUNTED_PER_LETTER = 2_000_000, 200
# What a single search may spend besides, that isn't one of a rule's: most are of a word.
_QUICK_ALONE, _COUNTED_ALONE = 10_000_000, 100_000
# So many letters and parts a pattern has at most; long word lists have no more.
_LONGEST, _MOST_PARTS = 500_000, 400_000


class PatternBudgetError(NewslintError):
    """A pattern that takes too many steps on a draft: it is left there, and told."""


class Pattern:
    """A pattern, ready to run. Raises ValueError with the reason where it can't be read or its work has no bound."""

    def __init__(self, text: str, flags: str = "", scoped: bool = False) -> None:
        import regex

        if len(text) > _LONGEST:
            raise RefusedError(f"the pattern {shown(text)} is longer than {_LONGEST:,} letters")
        self.pattern = text
        self.scoped = scoped
        version = regex.VERSION1 if scoped else regex.VERSION0
        try:
            self._made = regex.compile(text, flags_of(flags) | version)
        except (regex.error, RecursionError, OverflowError) as error:
            raise ValueError(f"the pattern {shown(text)} can't be read: {error}") from error
        self._parts: Parts = parts_of(text, flags, scoped)
        if self._parts.groups != self._made.groups or len(every(self._parts.whole)) > _MOST_PARTS:
            raise RefusedError(f"the pattern {shown(text)} is too long, or has parts that can't be told apart")

    @property
    def groups(self) -> int:
        return self._parts.groups

    @cached_property
    def bound(self) -> Bound:
        return Bound(self._parts.whole, self.pattern, self.scoped)

    @cached_property
    def program(self) -> Program:
        return Program(self._parts, self.scoped)

    def quick(self, text: str) -> Iterator[Found]:
        """Each match, by `regex`."""
        names = self._parts.names
        for match in self._made.finditer(text):
            yield Found(text, tuple(match.regs), names)

    def counted(self, text: str, steps: Steps) -> Iterator[Found]:
        """Each match, by the machine."""
        for places in Machine(self.program, text, steps).matches():
            yield Found(text, places, self._parts.names)

    def finditer(self, text: str) -> Iterator[Found]:
        """Each match, within a budget of its own. Raises PatternBudgetError."""
        return Search(_QUICK_ALONE, _COUNTED_ALONE).matches(self, text)

    def search(self, text: str) -> Found | None:
        """The first match, within a budget of its own. Raises PatternBudgetError."""
        return next(self.finditer(text), None)

    def sub(self, replacement: Callable[[Found], str] | str, text: str) -> str:
        """`text` with each match replaced, within a budget of its own. Raises PatternBudgetError."""
        out, last = [], 0
        for match in self.finditer(text):
            said = match.expand(replacement) if isinstance(replacement, str) else replacement(match)
            out += [text[last : match.start()], said]
            last = match.end()
        return "".join([*out, text[last:]])


@cache
def compiled(text: str, ignorecase: bool = False, nonword: bool = True) -> Pattern:
    """The pattern in `text`, ready to run; whole words only, unless `nonword`. Raises ValueError with the reason."""
    return Pattern(text if nonword else rf"\b(?:{text})\b", "im" if ignorecase else "m")


class Search:
    """One rule's searches of one draft, which share a budget of steps."""

    def __init__(self, quick: int = QUICK, counted: int = COUNTED) -> None:
        self._quick: float = quick
        self._steps = Steps(counted)

    def matches(self, pattern: Pattern, text: str) -> Iterator[Found]:
        """Each match of a pattern. Raises PatternBudgetError when the budget is spent."""
        self._quick += QUICK_PER_LETTER * len(text)
        bound = pattern.bound.steps(len(text))
        if bound <= self._quick:
            self._quick -= bound
            yield from pattern.quick(text)
            return
        self._steps.left += COUNTED_PER_LETTER * len(text)
        try:
            yield from pattern.counted(text, self._steps)
        except OverBudgetError:
            raise PatternBudgetError(f"the pattern {shown(pattern.pattern)} takes too many steps") from None
        except RefusedError as error:
            raise PatternBudgetError(f"{error}: {shown(pattern.pattern)}") from None
