"""Tracked changes in Word documents: what is taken out and put in, for the writer to accept or reject."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from datetime import datetime
from itertools import chain
from typing import Any

from lxml import etree

from newslint.errors import UnreadableError
from newslint.startup.row import Row
from newslint.word.archive import Archive, serialised, stamp
from newslint.word.cuts import Cuts
from newslint.word.docx import Package, manuscript
from newslint.word.manuscript import Manuscript
from newslint.word.names import AUTHOR, SPACE, W

_DELETED = {f"{W}del", f"{W}moveFrom"}
_INSERTED = {f"{W}ins", f"{W}moveTo"}


class Replacement(Row):
    """`text` in the place of the copy from `start` to `end`, in code points of the manuscript's text."""

    start: int
    end: int
    text: str


def tracked(data: bytes, name: str, edits: Sequence[Replacement], when: datetime | None = None) -> bytes:
    """A Word document with `edits`, which don't overlap, as tracked changes of newslint's.

    Raises UnreadableError where the document is damaged, or an edit stands where Word tracks none.
    """
    archive = Archive(data, name)
    package = Package(archive)
    made = manuscript(archive, package)
    changes = _Changes(made, name, stamp(when))
    for edit in sorted(edits, reverse=True):
        changes.make(edit)
    parts = {part: tree for part, tree in made.parts.items() if tree in changes.changed}
    return archive.with_parts({part: serialised(tree) for part, tree in parts.items()})


class _Changes:
    """Makes the edits of one document, from its end to its beginning."""

    def __init__(self, made: Manuscript, name: str, when: str) -> None:
        self._cuts = Cuts(made)
        self._text = made.text
        self._name = name
        self._when = when
        self._next = 1 + max((number for tree in made.parts.values() for number in _numbers(tree)), default=0)
        self.changed: list[Any] = []

    def make(self, edit: Replacement) -> None:
        """Make one edit."""
        if "\n" in edit.text + self._text[edit.start : edit.end]:
            raise UnreadableError(self._name, "a fix runs over the end of a paragraph")
        if edit.start == edit.end:
            last = self._cuts.after(edit.end, hosted=False)
            first = last if last is not None else self._cuts.before(edit.start, hosted=False)
        else:
            first, last = self._deleted(edit)
        if first is None or (last is None and edit.start < edit.end):
            raise UnreadableError(self._name, "a fix stands where Word tracks no changes")
        root = first.getroottree().getroot()
        self.changed += [] if root in self.changed else [root]
        if edit.text:
            self._insert(edit.text, first, last)

    def _deleted(self, edit: Replacement) -> tuple[Any, Any]:
        """Mark the runs of an edit as deleted: the first of them, and the last mark; None where that can't be."""
        end = self._cuts.after(edit.end, hosted=False)
        if end is None:
            return None, None
        stop = etree.Element("stop")  # the run that ends there may be cut once more
        end.addnext(stop)
        first = self._cuts.before(edit.start, hosted=False)
        last = None
        for run in list(_runs(first, stop)) if first is not None else ():
            last = self._mark("del")
            run.addprevious(last)
            last.append(run)
            for text in run.iter(f"{W}t"):
                text.tag = f"{W}delText"
                text.set(SPACE, "preserve")
        stop.getparent().remove(stop)
        return first, last

    def _insert(self, text: str, like: Any, behind: Any) -> None:
        """Put a run that looks like `like` behind an element; before `like` where that is None."""
        inserted = self._mark("ins")
        run = etree.SubElement(inserted, f"{W}r")
        properties = like.find(f"{W}rPr")
        if properties is not None:
            run.append(deepcopy(properties))
        letters = etree.SubElement(run, f"{W}t")
        letters.text = text
        letters.set(SPACE, "preserve")
        if behind is None:
            like.addprevious(inserted)
        else:
            _outside(behind).addnext(inserted)

    def _mark(self, name: str) -> Any:
        mark = etree.Element(W + name)
        for key, value in (("id", str(self._next)), ("author", AUTHOR), ("date", self._when)):
            if value:
                mark.set(W + key, value)
        self._next += 1
        return mark


def _numbers(tree: Any) -> Iterator[int]:
    """The numbers that a part's marks have."""
    for number in tree.xpath("//@w:id", namespaces={"w": W[1:-1]}):
        if number.isascii() and number.isdigit():
            yield int(number)


def _runs(first: Any, stop: Any) -> Iterator[Any]:
    """The runs of copy from `first` to `stop`, in the order of the document."""
    if stop.getparent() is first.getparent():
        for element in chain((first,), first.itersiblings()):
            if element is stop:
                return
            if element.tag not in _DELETED:
                yield from element.iter(f"{W}r")
        return
    begun = False
    for element in next(first.iterancestors(f"{W}p")).iter(f"{W}r", "stop"):
        begun = begun or element is first
        if element is stop:
            return
        if begun and not any(above.tag in _DELETED for above in element.iterancestors()):
            yield element


def _outside(element: Any) -> Any:
    """`element`, or the insertion of somebody else's around it, which then ends behind it."""
    around = element.getparent()
    if around.tag not in _INSERTED:
        return element
    behind = list(element.itersiblings())
    if behind:
        rest = around.makeelement(around.tag, dict(around.attrib))
        rest.extend(behind)
        around.addnext(rest)
    return around
