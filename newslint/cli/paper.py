"""What a page is printed on: a terminal of some width, with or without colour."""

from __future__ import annotations

import os
import shutil
import sys


def colours() -> bool:
    """Whether standard output is a terminal whose user wants colour (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width() -> int:
    """The columns of the terminal, at most 100: longer lines are hard to read."""
    return min(100, shutil.get_terminal_size((88, 24)).columns)
