"""Elapsed time: a length of time that two places of the copy give otherwise."""

from __future__ import annotations

from newslint.source import Span
from newslint.startup.row import Row


class Elapsed(Row):
    """The length at `span` isn’t what `first` and `last` make it, which is `right` in words."""

    span: Span
    first: Span
    last: Span
    right: str
