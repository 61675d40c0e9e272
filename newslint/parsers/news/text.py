"""Text out of a file that writes it otherwise: with entities or escapes, in CDATA or inside another language's string."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate

from newslint.document import Role
from newslint.startup.row import Row


class Stretch(Row):
    """A stretch of decoded `text` that stands in the file from `origin` on and takes `width` code points there.

    Where `width` isn't the length of `text`, the stretch is one whole: an entity, an escape.
    """

    text: str
    origin: int
    width: int


class Text:
    """Decoded text in order, with the place of each of its code points in the file."""

    def __init__(self, stretches: Iterable[Stretch] = ()) -> None:
        self.stretches = tuple(stretch for stretch in stretches if stretch.text)
        self.text = "".join(stretch.text for stretch in self.stretches)
        self.starts = [0, *accumulate(len(stretch.text) for stretch in self.stretches)]

    def __bool__(self) -> bool:
        return bool(self.text.strip())


class Field(Row):
    """A field of a story: its `text`, its role (None where the markup in it or its lines tell) and what the format calls it.

    `markup` says that the text is HTML. `name` is the path of the element, or the JSON pointer.
    """

    text: Text
    role: Role | None
    name: str
    markup: bool = False
    row: int = 0


class Story(Row):
    """One story of a file: its fields in the order of reading, and the day that the format gives for it."""

    fields: tuple[Field, ...]
    published: str = ""
