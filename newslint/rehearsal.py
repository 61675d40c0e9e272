"""What a long draft needs no longer: readings are let go as soon as no rule to come asks for them.

Which rule asks for which reading nobody writes down. A rehearsal tells: the rules run once on the head of the draft. What
a rule asks for on the whole draft and didn't there is made anew, so that findings are the same either way.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from newslint.document import Document
from newslint.startup.dataclass import replace

if TYPE_CHECKING:
    from newslint.packs.rule import Rule

# From so many letters on a draft is long: 180,000 words. A shorter one is read faster than twice.
LONG = 1_000_000
_HEAD = 20_000


class _Asked(dict[Any, Any]):
    """The readings of a document, and which of them were asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[Any] = set()

    def __getitem__(self, reading: Any) -> Any:
        self.asked.add(reading)
        return super().__getitem__(reading)


class Needs:
    """Which readings of a draft the rules still need."""

    def __init__(self, document: Document, rules: Sequence[Rule]) -> None:
        asked = [_asked(rule, head) for head in [_head(document)] for rule in rules]
        self._later: list[set[Any]] = [set()]
        for readings in reversed(asked[1:]):
            self._later.append(self._later[-1] | readings)
        self._later.reverse()

    def release(self, document: Document, number: int) -> None:
        """Let go of what no rule behind number `number` needs."""
        document.forget(keep=self._later[number])


def _head(document: Document) -> Document:
    blocks = tuple(block for block in document.blocks if block.end <= _HEAD)
    if not blocks:  # the first is longer than a head
        blocks = tuple(block._replace(end=min(block.end, block.start + _HEAD)) for block in document.blocks[:1])
    return replace(document, text=document.text[: blocks[-1].end if blocks else 0], blocks=blocks, _results=_Asked())


def _asked(rule: Rule, document: Document) -> set[Any]:
    """The readings that `rule` asks for."""
    results = document._results
    assert isinstance(results, _Asked)
    results.asked = set()
    try:
        for _ in rule(document):
            pass
    except Exception:  # it will raise on the whole draft, too, and be told then
        pass
    return results.asked
