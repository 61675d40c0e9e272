"""Word lists as they're written: words parted by white space."""

from __future__ import annotations


def wordlist(text: str) -> frozenset[str]:
    """The words of `text`."""
    return frozenset(text.split())
