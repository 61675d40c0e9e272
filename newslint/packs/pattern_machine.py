"""A pattern run step by step, each of them counted: for what has no bound that is small enough to let `regex` go.

It tries what `regex` tries, in the same order, and so finds the same. But it remembers from which places of the pattern
and of the copy nothing came of it, and takes no such way twice. So its work grows with the copy, also where the other's
doubles with each letter; only a pattern that asks for what a group caught can't be remembered so, and that is counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newslint.packs.pattern_bounds import leaf
from newslint.packs.pattern_parts import (
    UNBOUNDED,
    Again,
    Ahead,
    Atomic,
    Chain,
    Choice,
    Group,
    Letter,
    Mark,
    Parts,
    RefusedError,
    Repeat,
    every,
)
from newslint.startup.row import Row

# A repetition is written out as often as it may stand; a pattern that grows beyond this is refused.
_LONGEST_PROGRAM = 60_000
# So many ways that led nowhere are remembered; then the memory is begun anew, which costs time alone.
_REMEMBERED = 1_000_000

LETTER, CHOICE, CATCH, PLACE, AHEAD, ATOMIC, AGAIN, MOVED, FOUND = range(9)

# What was caught: the slot, the place, and what was caught before.
Caught = tuple[int, int, Any] | None


class OverBudgetError(Exception):
    """All steps are spent."""


class Steps:
    """What may be spent."""

    def __init__(self, left: int) -> None:
        self.left = left

    def spend(self, number: int = 1) -> None:
        self.left -= number
        if self.left < 0:
            raise OverBudgetError


class Order(Row):
    """One order of a program: what to do, with what, and where to go on."""

    kind: int
    what: Any
    next: int


class Program:
    """A pattern's parts as orders. Raises RefusedError where they would be too many."""

    def __init__(self, parts: Parts, scoped: bool) -> None:
        self.scoped = scoped
        self.groups = parts.groups
        self.remembers = not any(isinstance(part, Again) for part in every(parts.whole))
        self.orders: list[Order] = []
        self._slots = 2 * parts.groups + 2
        self._letters: dict[tuple[Letter, str], bool] = {}
        self._viable: dict[tuple[int, str], tuple[int, ...]] = {}
        self._begins: dict[int, tuple[Letter, ...] | None] = {}
        self.start = self._written(parts.whole, self._order(FOUND, None, -1))

    def _order(self, kind: int, what: Any, next_: int) -> int:
        if len(self.orders) >= _LONGEST_PROGRAM:
            raise RefusedError("the pattern repeats its parts too often")
        self.orders.append(Order(kind, what, next_))
        return len(self.orders) - 1

    def _written(self, part: Any, next_: int) -> int:
        """Write the orders for `part` that go on at `next_`; where they begin."""
        if isinstance(part, Letter):
            return self._order(LETTER, part, next_)
        if isinstance(part, Mark):
            return self._order(PLACE, (leaf(part.source, part.flags, self.scoped).match, _looks_far(part)), next_)
        if isinstance(part, Again):
            return self._order(AGAIN, part, next_)
        if isinstance(part, Group):
            end = self._order(CATCH, 2 * part.number + 1, next_)
            return self._order(CATCH, 2 * part.number, self._written(part.part, end))
        if isinstance(part, Ahead | Atomic):
            inner = self._written(part.part, self._order(FOUND, None, -1))
            if isinstance(part, Ahead):
                return self._order(AHEAD, (inner, part.wanted), next_)
            return self._order(ATOMIC, inner, next_)
        if isinstance(part, Choice):
            return self._order(CHOICE, tuple(self._written(each, next_) for each in part.parts), next_)
        if isinstance(part, Chain):
            for each in reversed(part.parts):
                next_ = self._written(each, next_)
            return next_
        return self._repeated(part, next_)

    def _repeated(self, part: Repeat, next_: int) -> int:
        if part.way == "+":
            inner = self._repeated(part._replace(way=""), self._order(FOUND, None, -1))
            return self._order(ATOMIC, inner, next_)
        lazy = part.way == "?"
        if part.most == UNBOUNDED:
            at = self._looped(part, next_, lazy)
        else:
            at = next_
            for _ in range(part.most - part.least):
                once = self._moved(part.part, at, next_)
                at = self._order(CHOICE, (next_, once) if lazy else (once, next_), next_)
        for _ in range(part.least):
            at = self._written(part.part, at)
        return at

    def _looped(self, part: Repeat, next_: int, lazy: bool) -> int:
        loop = self._order(CHOICE, (), next_)
        once = self._moved(part.part, loop, next_)
        self.orders[loop] = Order(CHOICE, (next_, once) if lazy else (once, next_), next_)
        return loop

    def _moved(self, part: Any, again: int, out: int) -> int:
        """One more time `part`, then `again`; straight `out` where it took no letter, or there would be no end."""
        if isinstance(part, Letter):
            return self._written(part, again)
        self._slots += 1
        check = self._order(MOVED, (self._slots, out), again)
        return self._order(CATCH, self._slots, self._written(part, check))

    def fits(self, letter: Letter, sign: str) -> bool:
        key = (letter, sign)
        known = self._letters.get(key)
        if known is None:
            known = self._letters[key] = leaf(letter.source, letter.flags, self.scoped).match(sign) is not None
        return known

    def viable(self, at: int, sign: str) -> tuple[int, ...]:
        """Of the branches of the choice `at` those that may begin with `sign` (empty at the copy's end)."""
        key = (at, sign)
        known = self._viable.get(key)
        if known is None:
            branches = self.orders[at].what
            known = self._viable[key] = tuple(branch for branch in branches if self.may_begin(branch, sign))
        return known

    def may_begin(self, at: int, sign: str) -> bool:
        """Whether what is written `at` may begin with `sign`, as far as its first letter tells."""
        order = self.orders[at]
        while order.kind == CATCH:
            order = self.orders[order.next]
        return order.kind != LETTER or (sign != "" and self.fits(order.what, sign))


class Machine:
    """One program on one text. Raises OverBudgetError when `steps` are spent."""

    def __init__(self, program: Program, text: str, steps: Steps) -> None:
        self.program = program
        self.text = text
        self.steps = steps
        self.size = len(text) + 1
        self.dead: set[int] = set()

    def matches(self) -> Iterator[tuple[tuple[int, int], ...]]:
        """The places of each match and of its groups, as `regex.finditer` gives them."""
        start, moved = 0, True
        while start <= len(self.text):
            found = self._search(start, not moved)
            if found is None:
                return
            yield found
            start, end = found[0]
            moved = end > start
            start = end

    def _search(self, begin: int, must_move: bool) -> tuple[tuple[int, int], ...] | None:
        """The first match from `begin` on; not an empty one there, if it `must_move`."""
        program, text, self.dead = self.program, self.text, set()
        for start in range(begin, len(text) + 1):
            self.steps.spend()
            if not program.may_begin(program.start, text[start : start + 1]):
                continue
            ended = self._run(program.start, start, None, start if must_move and start == begin else -1)
            if ended is not None:
                return self._places(start, *ended)
            if must_move and start == begin:
                self.dead = set()  # there more was asked for than elsewhere
        return None

    def _places(self, start: int, end: int, caught: Caught) -> tuple[tuple[int, int], ...]:
        slots: dict[int, int] = {}
        while caught is not None:
            slot, place, caught = caught
            slots.setdefault(slot, place)
        groups = ((slots.get(2 * n, -1), slots.get(2 * n + 1, -1)) for n in range(1, self.program.groups + 1))
        return ((start, end), *((first, last) if last >= 0 else (-1, -1) for first, last in groups))

    def _run(self, at: int, place: int, caught: Caught, refused: int = -1) -> tuple[int, Caught] | None:
        """Where what is written `at` ends that begins at `place`, and what it caught; None where it doesn't fit.

        It may not end at `refused`.
        """
        orders, stack = self.program.orders, [(at, place, caught)]
        while stack:
            at, place, caught = stack.pop()
            while True:
                self.steps.spend()
                kind, what, next_ = orders[at]
                if kind == FOUND:
                    if place != refused:
                        return place, caught
                    break
                if kind == CHOICE:
                    if self._was_here(at, place):
                        break
                    branches = self.program.viable(at, self.text[place : place + 1])
                    if not branches:
                        break
                    stack += [(branch, place, caught) for branch in branches[:0:-1]]
                    at = branches[0]
                    continue
                went = self._step(kind, what, place, caught)
                if went is None:
                    break
                place, caught = went
                at = what[1] if kind == MOVED and self._since(caught, what[0]) == place else next_
        return None

    def _was_here(self, at: int, place: int) -> bool:
        if not self.program.remembers:
            return False
        key = at * self.size + place
        if key in self.dead:
            return True
        if len(self.dead) >= _REMEMBERED:
            self.dead.clear()
        self.dead.add(key)
        return False

    def _step(self, kind: int, what: Any, place: int, caught: Caught) -> tuple[int, Caught] | None:
        """Where one order leads; None where it doesn't fit."""
        if kind == LETTER:
            fits = place < len(self.text) and self.program.fits(what, self.text[place])
            return (place + 1, caught) if fits else None
        if kind == CATCH:
            return place, (what, place, caught)
        if kind == PLACE:
            look, far = what
            self.steps.spend(place // 4 if far else 0)
            return (place, caught) if look(self.text, place) is not None else None
        if kind == AGAIN:
            return self._again(what, place, caught)
        if kind == ATOMIC:
            return self._apart(what, place, caught)
        if kind == AHEAD:
            ended = self._apart(what[0], place, caught)
            if (ended is not None) is not what[1]:
                return None
            return place, ended[1] if ended is not None else caught
        return place, caught

    def _apart(self, at: int, place: int, caught: Caught) -> tuple[int, Caught] | None:
        """Run what is written `at` for itself: how it ends there says nothing of the ways around it."""
        around, self.dead = self.dead, set()
        ended = self._run(at, place, caught)
        self.dead = around
        return ended

    def _again(self, again: Again, place: int, caught: Caught) -> tuple[int, Caught] | None:
        first, last = self._since(caught, 2 * again.number), self._since(caught, 2 * again.number + 1)
        if last < 0:
            return None
        said = self.text[first:last]
        self.steps.spend(len(said) // 16)
        here = self.text[place : place + len(said)]
        same = here.lower() == said.lower() if "i" in again.flags else here == said
        return (place + len(said), caught) if same else None

    def _since(self, caught: Caught, slot: int) -> int:
        """The place last caught in `slot`, or -1."""
        back = 0
        while caught is not None and caught[0] != slot:
            caught = caught[2]
            back += 1
        self.steps.spend(back // 8)
        return -1 if caught is None else caught[1]


def _looks_far(mark: Mark) -> bool:
    """Whether what must stand before has no end. Raises RefusedError where that can be read in many ways."""
    endless = [part for part in every(mark.behind) if isinstance(part, Repeat) and part.most == UNBOUNDED]
    if len(endless) > 1:
        raise RefusedError(f"the pattern has {mark.source}, for which there's no bound")
    return bool(endless)
