"""Patterns that are compiled when first used, as most drafts need few of them."""

from __future__ import annotations

import re
from functools import cache


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """`pattern`, compiled once. Flags stand in it: (?i)."""
    return re.compile(pattern)
