"""News copy of any length for the benches: the stories of this project again and again, with other names each time.

The same number always gives the same copy. Nothing in it is a fault but what chance makes of it.
"""

from __future__ import annotations

import random
import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")
_WORD = re.compile(r"\b[a-z]{4,}\b")
_SYLLABLES = (
    "al",
    "ber",
    "cor",
    "dan",
    "el",
    "fen",
    "gar",
    "hol",
    "in",
    "kel",
    "lor",
    "mar",
    "nor",
    "os",
    "pel",
    "ran",
)
_ENDINGS = ("by", "croft", "dale", "er", "field", "ham", "ley", "man", "over", "ring", "son", "ton", "well", "worth")


@cache
def _paragraphs() -> tuple[tuple[str, ...], ...]:
    """The running copy of the stories, a tuple of paragraphs each."""
    files = [*(ROOT / "tests" / "corpus").glob("*.txt"), *(ROOT / "examples" / "drafts").glob("*.txt")]
    texts = [file.read_text(encoding="utf-8") for file in sorted(files) if not file.name.endswith(".findings.txt")]
    return tuple(tuple(part for part in text.split("\n\n") if len(part) > 80) for text in texts)


@cache
def _names() -> frozenset[str]:
    """The words of the stories that are names and nothing else."""
    text = "\n".join(part for story in _paragraphs() for part in story)
    return frozenset(_NAME.findall(text)) - {word.capitalize() for word in _WORD.findall(text)}


def story(number: int, words: int = 800) -> str:
    """Story `number`, of `words` words or a few more."""
    chance = random.Random(number)
    parts: list[str] = []
    length = 0
    while length < words:
        names = {name: _name(chance) for name in sorted(_names())}
        for part in chance.choice(_paragraphs()):
            renamed = re.sub(r"\b[A-Z][a-z]{3,}\b", lambda match, names=names: names.get(match[0], match[0]), part)
            parts.append(renamed)
            length += len(renamed.split())
            if length >= words:
                break
    headline = " ".join(re.findall(r"\w+", parts[0])[:8])
    return "\n\n".join([headline, *parts]) + "\n"


def _name(chance: random.Random) -> str:
    return (chance.choice(_SYLLABLES) + chance.choice(_SYLLABLES) + chance.choice(_ENDINGS)).capitalize()
