"""For people who write rules and plugins: make documents, read marked copy, run a rule's examples."""

from newslint.linter import lint, parsed
from newslint.testing.examples import (
    MarkedCopy,
    at_desk,
    document,
    failures,
    findings,
    fixed,
    marked,
    registry_of,
)

__all__ = [
    "MarkedCopy",
    "at_desk",
    "document",
    "failures",
    "findings",
    "fixed",
    "lint",
    "marked",
    "parsed",
    "registry_of",
]
