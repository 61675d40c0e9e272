"""What may be printed of a draft: nothing that steers a terminal."""

from __future__ import annotations

import re

# Control characters, and those that turn the direction of writing.
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def printable(text: str) -> str:
    """`text` with line ends and tabs as spaces and every steering character as “\ufffd”."""
    return _STEERING.sub("\ufffd", text.replace("\r\n", " ").replace("\n", " ").replace("\r", " ").replace("\t", " "))
