"""What may be printed of a draft, how wide that is on a terminal, and whether colour is wanted."""

from __future__ import annotations

import os
import unicodedata
from functools import lru_cache
from typing import TextIO

from newslint.startup.expressions import compiled

# Control characters, and those that turn the direction of writing.
_STEERING = compiled("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_BREAK = compiled(r"\r\n|[\n\r\t]")
_STYLES = {"error": "1;31", "warning": "1;33", "suggestion": "1;36", "bold": "1", "dim": "2"}
# The same but for what `painted` writes, and what parts lines.
_LOOSE = compiled(
    "\x1b(?!\\[(?:0|1|2|1;31|1;33|1;36)m)|\r(?!\n)|[\x00-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f"
    "\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
_COMMAND = compiled(r"(?m)^([^\S\n]*)(?=::|##\[)")
_STYLE = compiled(r"\x1b\[[\d;]*m")
# What may not be one column wide: not letters of Latin, quotation marks and dashes.
_UNUSUAL = compiled("[\xad\u0300-\u200f\u2028-\u202f\u2060-\U0010ffff]")


def printable(text: str) -> str:
    """`text` with line ends and tabs as spaces and every steering character as “\ufffd”."""
    return text if text.isprintable() else _STEERING.sub("\ufffd", _BREAK.sub(" ", text))


def inert(text: str) -> str:
    """`text` for standard output and error: line ends, tabs and the colours of `painted` stay, nothing else steers.

    A line that would be a workflow command to GitHub, as one that begins with a draft called “::error::x.txt” does,
    gets “./” in front, which is the same path.
    """
    plain = text if text.isascii() and text.isprintable() else _LOOSE.sub("\ufffd", text)
    return _COMMAND.sub(r"\1./", plain) if "::" in plain or "##[" in plain else plain


def visible(text: str) -> str:
    """`text` with its tabs and line ends as they are and every other steering character as “\ufffd”."""
    lines = text.split("\n")
    return "\n".join(
        _STEERING.sub("\ufffd", line[:-1]) + "\r" if line[-1:] == "\r" else _STEERING.sub("\ufffd", line)
        for line in lines
    )


def width(text: str) -> int:
    """How many columns of a terminal `text` takes: East Asian wide characters two, combining marks none."""
    if text.isascii():
        return len(text)
    return len(text) + sum(_columns(character) - 1 for character in _UNUSUAL.findall(text))


@lru_cache(maxsize=4096)
def _columns(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def painted(text: str, style: str) -> str:
    """`text` in a terminal's colour: error, warning, suggestion, bold or dim."""
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m"


def unpainted(text: str) -> str:
    """`text` without the colours of `painted`."""
    return _STYLE.sub("", text)


def wants_colour(stream: TextIO) -> bool:
    """Whether to colour what goes to `stream`: NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE and CLICOLOR decide, else a terminal."""
    env = os.environ
    if env.get("NO_COLOR"):
        return False
    if any(env.get(name, "0") not in {"", "0"} for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    return stream.isatty() and env.get("CLICOLOR") != "0" and env.get("TERM") != "dumb"


def page_width() -> int:
    """The columns to set a page in: the terminal's, at most 100, since longer lines are hard to read."""
    import shutil

    return min(100, shutil.get_terminal_size((88, 24)).columns)
