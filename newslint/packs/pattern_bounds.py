"""How much work a pattern can make at most, told from its parts alone: in steps, each about a letter looked at.

A repetition tries as many ends as it has, and what follows is tried behind each of them, unless the next letter can't be
one of those repeated. So the bound is the product over the repetitions of one way through the pattern, and without end
where a repetition that can be read in several ways is itself repeated, as in (a+)+.
"""

from __future__ import annotations

from functools import cache
from math import inf
from typing import Any

from newslint.packs.pattern_parts import UNBOUNDED, Again, Ahead, Atomic, Chain, Choice, Letter, Mark, Repeat, every
from newslint.packs.pattern_parts import Group as Caught
from newslint.startup.row import Row

# Letters by which two sets are held against each other: those of the pattern, all that copy has, and some of all others.
_SAMPLE = "".join(map(chr, [*range(0x250), *range(0x2000, 0x2070), *range(0x20A0, 0x20D0), *range(0x250, 0x30000, 61)]))
# Repeated so often at most, a part is taken as often as it can stand; above, as without end.
_FEW = 40

Letters = frozenset[str]


class Work(Row):
    """In how many ways a part can be read from one place, and the steps that takes in all."""

    ways: float
    steps: float


def flags_of(flags: str) -> int:
    """The flags of `regex` that the letters in `flags` stand for."""
    import regex

    known = {"i": regex.I, "m": regex.M, "s": regex.S, "x": regex.X, "a": regex.A, "u": regex.U, "w": regex.W}
    whole = 0
    for flag in flags:
        whole |= known[flag]
    return whole


@cache
def leaf(source: str, flags: str, scoped: bool) -> Any:
    """What stands for one letter or one place, ready to run."""
    import regex

    return regex.compile(source, flags_of(flags) | (regex.VERSION1 if scoped else regex.VERSION0))


class Bound:
    """The bound of one pattern. `whole` are its parts, `text` its own letters."""

    def __init__(self, whole: Any, text: str, scoped: bool) -> None:
        self.whole = whole
        self.scoped = scoped
        self.sample = _SAMPLE + text
        self._letters: dict[Letter, Letters] = {}
        self._steps: dict[int, float] = {}

    def steps(self, length: int) -> float:
        """The most steps that a search of `length` letters can take; for lengths rounded up to a power of two."""
        bits = length.bit_length()
        if bits not in self._steps:
            self._steps[bits] = 2.0**bits * self.work(self.whole, 2**bits, None).steps
        return self._steps[bits]

    def letters(self, letter: Letter) -> Letters:
        """Those of the sample that `letter` may be."""
        if letter not in self._letters:
            self._letters[letter] = frozenset(leaf(letter.source, letter.flags, self.scoped).findall(self.sample))
        return self._letters[letter]

    def first(self, part: Any) -> tuple[Letters, bool]:
        """The letters with which `part` may begin, and whether it may be nothing at all."""
        if isinstance(part, Letter):
            return self.letters(part), False
        if isinstance(part, Mark | Ahead):
            return frozenset(), True
        if isinstance(part, Again):
            return frozenset(self.sample), True
        if isinstance(part, Repeat):
            begins, empty = self.first(part.part)
            return (begins, empty or part.least == 0) if part.most else (frozenset(), True)
        if isinstance(part, Choice):
            all_ = [self.first(each) for each in part.parts]
            return frozenset().union(*(begins for begins, _ in all_)), any(empty for _, empty in all_)
        if isinstance(part, Chain):
            met: Letters = frozenset()
            for each in part.parts:
                begins, empty = self.first(each)
                met |= begins
                if not empty:
                    return met, False
            return met, True
        return self.first(part.part)

    def work(self, part: Any, length: int, follow: Letters | None) -> Work:
        """The work of `part`; `follow` are the letters that come next, None where that is anybody's guess."""
        if isinstance(part, Letter | Again):
            return Work(1, 1)
        if isinstance(part, Mark):
            return Work(1, 1 if part.behind is None else 1 + self.work(part.behind, length, None).steps)
        if isinstance(part, Atomic | Ahead):
            return Work(1, 1 + self.work(part.part, length, None).steps)
        if isinstance(part, Caught):
            return self.work(part.part, length, follow)
        if isinstance(part, Choice):
            all_ = [self.work(each, length, follow) for each in part.parts]
            return Work(sum(each.ways for each in all_), sum(each.steps + 1 for each in all_))
        if isinstance(part, Chain):
            return self._chained(part.parts, length, follow)
        return self._repeated(part, length, follow)

    def _chained(self, parts: tuple[Any, ...], length: int, follow: Letters | None) -> Work:
        if all(isinstance(part, Letter) for part in parts):
            return Work(1, len(parts))
        behind = [follow]
        for part in reversed(parts[1:]):
            begins, empty = self.first(part)
            last = behind[-1]
            behind.append(begins if not empty else None if last is None else begins | last)
        ways, steps = 1.0, 1.0
        for part, next_ in zip(parts, reversed(behind), strict=True):
            own = self.work(part, length, next_)
            steps += ways * own.steps
            ways *= own.ways
        return Work(ways, steps)

    def _repeated(self, part: Repeat, length: int, follow: Letters | None) -> Work:
        most = length if part.most == UNBOUNDED else min(part.most, length)
        begins, empty = self.first(part.part)
        apart = follow is not None and not begins & follow
        if isinstance(part.part, Letter):
            ends = max(0, most - part.least) + 1
            return Work(1 if apart or part.way == "+" else ends, most + ends)
        inner = self.work(part.part, length, None if follow is None or empty else begins | follow)
        if most <= _FEW:
            ways, steps = _powers(inner, most)
        elif inner.ways > 1 or empty:
            ways, steps = inf, inf
        else:
            ways, steps = most + 1, (length + most) * len(every(part))
        return Work(1 if (apart and inner.ways == 1) or part.way == "+" else ways, steps)


def _powers(inner: Work, most: int) -> tuple[float, float]:
    """The ways and steps of a part that stands up to `most` times."""
    ways, steps, power = 1.0, 1.0, 1.0
    for _ in range(most):
        steps += power * inner.steps
        power *= inner.ways
        ways += power
    return ways, steps
