"""An age: how old who bears a name is said to be."""

from __future__ import annotations

from newslint.source import Span
from newslint.startup.row import Row
from newslint.story.quantity import Quantity


class Age(Row):
    """`name` is said to be `age` years old; `surname` is its last word, `given` those before it that can be given names."""

    name: Span
    given: str
    surname: str
    age: Quantity
    settled: bool
