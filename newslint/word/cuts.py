"""Cutting runs where copy begins or ends that is to be marked, so that a mark can stand between two of them."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from newslint.word.manuscript import Manuscript
from newslint.word.names import SPACE, W


class Cuts:
    """Cuts the runs of a manuscript. Offsets must come in falling order: what stands before a cut keeps its place.

    At one offset, `before` must come first: the copy behind a cut isn't found by its place any more, but remembered.
    """

    def __init__(self, manuscript: Manuscript) -> None:
        self._manuscript = manuscript
        self._right: dict[int, Any] = {}

    def before(self, offset: int, hosted: bool = True) -> Any:
        """The element that begins with the copy at `offset`; None where no mark can stand there.

        `hosted` takes the host of copy that is elsewhere; else a run is cut even there.
        """
        if offset not in self._right:
            stretch = self._manuscript.at(offset)
            if stretch is None:
                return None
            if stretch.whole or (hosted and stretch.host is not None):
                return _parted(stretch.host, 0) if hosted else None
            self._right[offset] = _cut(stretch.element, offset - stretch.start)
        return self._right[offset]

    def after(self, offset: int, hosted: bool = True) -> Any:
        """The element that ends with the copy before `offset`; None where no mark can stand there."""
        stretch = self._manuscript.at(offset - 1)
        if stretch is None:
            return None
        if stretch.whole or (hosted and stretch.host is not None):
            return _parted(stretch.host, 1) if hosted else None
        _cut(stretch.element, offset - stretch.start)
        return stretch.element.getparent()


def _parted(host: Any, side: int) -> Any:
    """The host itself, or the run around it, cut before (0) or behind (1) it."""
    if host.getparent().tag != f"{W}r":
        return host
    run = _cut(host, side)
    return host.getparent() if side else run


def _cut(element: Any, offset: int) -> Any:
    """Cut the run around `element` so that it ends before the code point at `offset` of that; the run that then begins.

    The run itself, where nothing of it stands before; where nothing stands behind, there's no cut either.
    """
    run = element.getparent()
    behind = list(element.itersiblings())
    length = len(element.text or "") if element.tag == f"{W}t" else 1
    if offset >= length and not behind:
        return run
    if offset <= 0 and all(before.tag == f"{W}rPr" for before in element.itersiblings(preceding=True)):
        return run
    right = run.makeelement(run.tag, dict(run.attrib))
    first = next(run.iterchildren())  # a run may have many children, and its properties come before them
    if first.tag == f"{W}rPr":
        right.append(deepcopy(first))
    if offset <= 0:
        right.append(element)
    elif offset < length:
        right.append(_divided(element, offset))
    right.extend(behind)
    run.addnext(right)
    return right


def _divided(element: Any, offset: int) -> Any:
    """Take the text from `offset` on out of a w:t; another one that holds it."""
    text = element.text
    right = element.makeelement(element.tag, dict(element.attrib))
    element.text, right.text = text[:offset], text[offset:]
    for half in (element, right):
        half.set(SPACE, "preserve")
    return right
