"""Vale's kinds that look at more than a word: consistency, conditional, capitalization, metric and readability."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, ClassVar

from newslint.vale import letters
from newslint.vale.blocks import Block
from newslint.vale.definition import Alert, Definition, State, exceptions, excused, phrases, template, within
from newslint.vale.formulas import Formula, grades, measures
from newslint.vale.patterns import compiled

_GRADES = ("Flesch-Kincaid", "Gunning Fog", "Coleman-Liau", "SMOG", "Automated Readability")


@dataclass(frozen=True)
class Consistency(Definition):
    """Two ways of writing one thing: told in each block from the one on where both have been met, as Vale tells it."""

    kind: ClassVar[str] = "consistency"
    either: Mapping[str, str] = field(default_factory=dict)
    ignorecase: bool = False
    nonword: bool = False

    @cached_property
    def patterns(self) -> list[Any]:
        return [
            compiled(template(f"({first})|({second})", ignorecase=self.ignorecase, nonword=self.nonword))
            for first, second in self.either.items()
        ]

    def alerts(self, block: Block, state: State) -> Iterator[Alert]:
        for number, pattern in enumerate(self.patterns):
            last = ""
            for match in state.search.matches(pattern, block.text):
                state.seen.add(f"{number}/{1 if match[1] is not None else 2}")
                last = match[0]
            if last and {f"{number}/1", f"{number}/2"} <= state.seen:
                start = _first(block.text, last)
                yield self.alert(block, start, start + len(last))


def _first(text: str, found: str) -> int:
    """Where `found` first stands in `text`, as a word of its own if it does."""
    import regex

    match = regex.search(rf"(?:^|\b|_){regex.escape(found)}(?:_|\b|$)", text)
    return match.start() + (match[0].startswith("_") and not found.startswith("_")) if match else text.find(found)


@dataclass(frozen=True)
class Conditional(Definition):
    """What needs something else to have stood before it."""

    kind: ClassVar[str] = "conditional"
    first: str = ""
    second: str = ""
    exceptions: tuple[str, ...] = ()
    ignorecase: bool = False
    vocab: bool = True

    @cached_property
    def patterns(self) -> tuple[Any, Any]:
        return compiled(self.first), compiled(self.second)

    @cached_property
    def _excepted(self) -> tuple[Any, Any]:
        words = self.exceptions, self.accepted, self.vocab
        return exceptions(*words), phrases(*words)

    def alerts(self, block: Block, state: State) -> Iterator[Alert]:
        first, second = self.patterns
        given = list(state.search.matches(second, block.text))
        if given and not second.groups:
            return
        state.seen.update(word for match in given for word in match.groups() if word)
        excepted, excepted_phrases = self._excepted
        for match in state.search.matches(first, block.text):
            stands = excused(excepted, match[0]) or within(excepted_phrases, block.text, *match.span())
            if match[0] not in state.seen and not stands:
                yield self.alert(block, *match.span())


@dataclass(frozen=True)
class Capitalization(Definition):
    """Blocks in title or sentence case, in capitals, small, or as a pattern says."""

    kind: ClassVar[str] = "capitalization"
    match: str = ""
    style: str = "AP"
    exceptions: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    threshold: float = 0.0
    vocab: bool = True
    prefix: str = ""

    @cached_property
    def _vocabulary(self) -> tuple[str, ...]:
        return (*self.exceptions, *(self.accepted if self.vocab else ()))

    @cached_property
    def pattern(self) -> Any:
        return None if self.match.startswith("$") else compiled(self.match)

    @cached_property
    def excepted(self) -> Any:
        return exceptions(self.exceptions, self.accepted, self.vocab)

    def alerts(self, block: Block, state: State) -> Iterator[Alert]:
        del state
        expected, right = self._judged(block.text)
        if not right:
            yield self.alert(block, 0, len(block.text), block.text, expected)

    def _judged(self, text: str) -> tuple[str, bool]:
        """What the block should be, and whether it is."""
        if self.match in {"$lower", "$upper"}:
            expected = text.lower() if self.match == "$lower" else text.upper()
            return expected, text == expected or excused(self.excepted, text)
        if self.pattern is not None:
            found = self.pattern.search(text) is not None
            return self.match, found or excused(self.excepted, text)
        if self.match == "$title":
            expected = letters.title(text, self.style, self._vocabulary, self.prefix)
        else:
            expected = letters.sentence(text, self._vocabulary, self.indicators, self.prefix)
        return expected, self._agrees(text, expected)

    def _agrees(self, text: str, expected: str) -> bool:
        said, wanted = letters.spoken(text, self.excepted), letters.spoken(expected, self.excepted)
        titled = self.match == "$title"
        opens = said[0] if said else ""
        opens_wrong = not titled and said[:1] != wanted[:1] and not excused(self.excepted, opens)
        if opens_wrong and opens != opens.lower().title():
            return False
        share = letters.agreement(
            said, wanted, lambda word: excused(self.excepted, word) or (titled and word == word.upper())
        )
        return share >= (self.threshold or 0.8)


class _Measure(Definition):
    """A rule that measures the whole draft, unless its scope says otherwise."""

    @property
    def selectors(self) -> tuple[str, ...]:
        return ("summary",) if self.scope == ("text",) else self.scope


@dataclass(frozen=True)
class Metric(_Measure):
    """A number that a formula makes of the whole draft."""

    kind: ClassVar[str] = "metric"
    formula: str = ""
    condition: str = ""

    @cached_property
    def formulas(self) -> tuple[Formula, Formula]:
        return Formula(self.formula), Formula(f"result {self.condition}")

    def alerts(self, block: Block, state: State) -> Iterator[Alert]:
        values = measures(block.text, state.summary.counts)
        if not values:
            return
        formula, condition = self.formulas
        result = formula.value(values)
        if condition.value({**values, "result": result}):
            yield self.whole(f"{result:.2f}")


@dataclass(frozen=True)
class Readability(_Measure):
    """A school grade above the one allowed: the mean of the measures that the rule names."""

    kind: ClassVar[str] = "readability"
    grade: float = 0.0
    metrics: tuple[str, ...] = _GRADES

    def alerts(self, block: Block, state: State) -> Iterator[Alert]:
        values = measures(block.text, state.summary.counts)
        if not values:
            return
        known = grades(values)
        named = [known[name] for name in self.metrics if name in known]
        mean = sum(named) / len(named) if named else 0.0
        if mean > self.grade:
            yield self.whole(f"{mean:.2f}")
