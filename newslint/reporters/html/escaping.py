"""A draft's words as HTML: the one way by which they come into the page."""

from __future__ import annotations

from html import escape

from newslint.reporters.terminal import printable

# What a parser leaves in the copy for code, addresses and other things that are none.
_CUT = "\ufffc"
_SHOWN = '<span class="cut" title="left out: no copy">\u22ef</span>'


def words(text: str) -> str:
    """`text` as HTML, line ends as spaces: without markup, and without a sign that steers a terminal or turns the writing."""
    return escape(printable(text))


def copy(text: str) -> str:
    """A stretch of a document's copy as HTML; what was cut out of it is shown as dots."""
    return words(text).replace(_CUT, _SHOWN)
