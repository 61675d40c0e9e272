"""Slips made of a story's own words: a name misspelled, a word doubled, a paragraph pasted twice.

Each is a function of a story and of chance that gives the story with the slip between marks, or None where the story has no
place for it.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable

# What marks a planted passage; no story has these characters.
OPEN, CLOSE = "\ue000", "\ue001"
_PROSE = re.compile(r"[A-Z“‘][^\n]{90,}[.”’]\Z")
_SURNAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{5,}\b(?=[ ,.’])")
_QUOTATION = re.compile(r"“[^“”\n]{50,}[.,]”")


def prose(text: str) -> list[int]:
    """Which of the paragraphs of `text` are running copy."""
    return [index for index, part in enumerate(text.split("\n\n")) if index and _PROSE.match(part)]


def misspelled_name(text: str, chance: random.Random) -> str | None:
    """One mention of a name that stands three times or more, with two letters turned or one dropped."""
    names: dict[str, list[re.Match[str]]] = defaultdict(list)
    for match in _SURNAME.finditer(text):
        names[match[0]].append(match)
    often = sorted(name for name, places in names.items() if len(places) >= 3)
    if not often:
        return None
    place = chance.choice(names[chance.choice(often)][1:])
    at = chance.randrange(2, len(place[0]) - 1)
    turned = place[0][: at - 1] + place[0][at] + place[0][at - 1] + place[0][at + 1 :]
    dropped = place[0][:at] + place[0][at + 1 :]
    wrong = turned if turned != place[0] and chance.random() < 0.5 else dropped
    return f"{text[: place.start()]}{OPEN}{wrong}{CLOSE}{text[place.end() :]}"


def doubled_word(text: str, chance: random.Random) -> str | None:
    """A small word, twice."""
    found = list(re.finditer(r"(?<=[a-z] )(?:the|of|to|in|and|was|for)(?= [a-z])", text))
    if not found:
        return None
    place = chance.choice(found)
    return f"{text[: place.start()]}{OPEN}{place[0]} {place[0]}{CLOSE}{text[place.end() :]}"


def pasted_paragraph(text: str, chance: random.Random) -> str | None:
    """A paragraph that comes back further down."""
    parts = text.strip().split("\n\n")
    first, second = sorted(chance.sample(prose(text.strip()), 2))
    parts[second] += f"\n\n{OPEN}{parts[first]}{CLOSE}"
    return "\n\n".join(parts) + "\n"


def quotation_that_comes_back(text: str, chance: random.Random) -> str | None:
    """A quotation of the story, used once more at its end."""
    found = _QUOTATION.findall(text)
    if not found:
        return None
    words = chance.choice(found)
    return f"{text.rstrip()}\n\n{OPEN}{words[:-2]},{words[-1]}{CLOSE} the last of them said again as the day ended.\n"


def quotation_left_open(text: str, chance: random.Random) -> str | None:
    """A quotation whose closing mark is gone, in a paragraph that goes on after it."""
    found = list(re.finditer(r"“[^“”\n]{10,}[,.](”)(?= [a-z])", text))
    if not found:
        return None
    place = chance.choice(found)
    return f"{text[: place.start()]}{OPEN}{place[0][:-1]}{CLOSE}{text[place.end() :]}"


def joined_words(text: str, chance: random.Random) -> str | None:
    """Two words set as one."""
    found = list(re.finditer(r"(?<=[a-z] )(about|with|from|that) ([a-z]{4,})(?=[ ,.])", text))
    if not found:
        return None
    place = chance.choice(found)
    return f"{text[: place.start()]}{OPEN}{place[1]}{place[2]}{CLOSE}{text[place.end() :]}"


CHANGES: tuple[tuple[str, Callable[[str, random.Random], str | None]], ...] = (
    ("names/spelling", misspelled_name),
    ("repetition/word", doubled_word),
    ("repetition/paragraph", pasted_paragraph),
    ("quotes/repeated", quotation_that_comes_back),
    ("quotes/unclosed", quotation_left_open),
    ("draft/run-together", joined_words),
)
