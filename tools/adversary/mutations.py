"""Real prose, spoilt: drafts that nobody wrote, but that are made of what people write."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from random import Random

from newslint.errors import UnreadableError
from newslint.reading import read
from newslint.source import Source

OWN = ("tests/corpus", "examples/drafts")
SUFFIXES = {".txt", ".md", ".html"}
# So much of a draft is taken at most: what is short is spoilt more often in the same time.
_LONGEST = 3000

_SPACES = "\u00a0\u2009\u202f\u3000\u200b\t\n\r\x0b\x0c\x85\u2028"
_NUMERALS = [
    "0",
    "00",
    "1",
    "²",
    "½",
    "١٢",
    "१",
    "Ⅷ",
    "1,000",
    "1.0.0",
    "9" * 40,
    "-1",
    "1e9",
    "0-0",
    "first",
    "two",
    "dozen",
]
_MARKUP = [
    "<b>",
    "</b>",
    "<p>",
    "&nbsp;",
    "&#0;",
    "&#x110000;",
    "<!--",
    "-->",
    "**",
    "_",
    "`",
    "```\n",
    "# ",
    "> ",
    "- ",
    "1. ",
]
_MARKUP += [
    "|a|b|\n|-|-|\n",
    "[x](y)",
    "![",
    "\\",
    "---\n",
    "<script>",
    "<h1>",
    "<figcaption>",
    "<br/>",
    "{{x}}",
    "[[",
    "]]",
]
_MARKS = [*"“”‘’\"'«»„()[]{}–—-…;:,.!?/\\|*#@%&=+<>~^`´", "’s", "'s", "--", ", and ", "; and "]
_LETTERS = [
    "İ",
    "ı",
    "ß",
    "ﬁ",
    "é",
    "e\u0301",
    "Ǆ",
    "ǅ",
    "\ud800",
    "\U0001f600",
    "\u202e",
    "\ufeff",
    "ſ",
    "K",
    "æ",
    "漢",
    "\0",
]
_SMALL = [
    "the",
    "The",
    "a",
    "of",
    "and",
    "both",
    "three",
    "mr",
    "Dr",
    "US",
    "per cent",
    "Monday",
    "June",
    "km",
    "aged 4",
    "vs",
]

Change = Callable[[Random, list[str]], None]


def tokens(text: str) -> list[str]:
    """The words of a draft and what stands between them."""
    return re.findall(r"\w+|\s+|[^\w\s]", text)


def _put(choice: Iterable[str]) -> Change:
    ready = list(choice)
    return lambda random, parts: parts.insert(random.randrange(len(parts) + 1), random.choice(ready))


def _space(random: Random, parts: list[str]) -> None:
    spaces = [index for index, part in enumerate(parts) if part.isspace()]
    if spaces:
        parts[random.choice(spaces)] = random.choice(_SPACES)


def _spaces(random: Random, parts: list[str]) -> None:
    sign = random.choice(_SPACES)
    parts[:] = [sign if part == " " and random.random() < 0.5 else part for part in parts]


def _go(random: Random, parts: list[str]) -> None:
    at = random.randrange(len(parts))
    del parts[at : at + random.randrange(1, 8)]


def _cut(random: Random, parts: list[str]) -> None:
    at, end = sorted((random.randrange(len(parts)), random.randrange(len(parts))))
    parts[:] = parts[at : end + 1]


def _again(random: Random, parts: list[str]) -> None:
    at = random.randrange(len(parts))
    piece = parts[at : at + random.randrange(1, 30)]
    place = random.choice([at, random.randrange(len(parts))])
    parts[place:place] = piece * random.choice([1, 1, 2, 5])


def _swap(random: Random, parts: list[str]) -> None:
    a, b = random.randrange(len(parts)), random.randrange(len(parts))
    parts[a], parts[b] = parts[b], parts[a]


def _case(random: Random, parts: list[str]) -> None:
    at = random.randrange(len(parts))
    parts[at] = random.choice([str.upper, str.lower, str.title, str.swapcase])(parts[at])


def _letter(random: Random, parts: list[str]) -> None:
    at = random.randrange(len(parts))
    part = parts[at]
    place = random.randrange(len(part) + 1)
    parts[at] = (
        part[:place]
        + random.choice([*_LETTERS, *"aeinrst", "", "-", "’", "'", "."])
        + part[place + random.randrange(2) :]
    )


def _listed(random: Random, parts: list[str]) -> None:
    at = random.randrange(len(parts))
    words = [part for part in parts[at : at + 12] if part.strip()]
    parts[at : at + 12] = list(random.choice(["\n- ", "\n1. ", ", ", "; ", "\n", " | ", " and ", "/"]).join(words))


CHANGES: tuple[Change, ...] = (
    _put(_NUMERALS),
    _put(_MARKUP),
    _put(_MARKS),
    _put(_LETTERS),
    _put(_SMALL),
    _space,
    _spaces,
    _go,
    _cut,
    _again,
    _swap,
    _case,
    _letter,
    _listed,
)


def spoilt(text: str, random: Random) -> str:
    """`text` after one to a dozen changes drawn by lot."""
    start = random.randrange(max(1, len(text) - _LONGEST))
    parts = tokens(text[start : start + random.choice([60, 300, 1000, _LONGEST])]) or ["a"]
    for _ in range(random.choice([1, 2, 3, 5, 8, 12])):
        random.choice(CHANGES)(random, parts)
        parts = parts or ["a"]
    return "".join(parts)


def stories(folders: Iterable[Path]) -> list[Source]:
    """The drafts in `folders`, to be spoilt, in a settled order."""
    found = []
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix in SUFFIXES and not path.name.endswith(".findings.txt"):
                try:
                    found.append(read(path))
                except UnreadableError:
                    continue
    return found
