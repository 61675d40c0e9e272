"""Title and sentence case as Vale judges them: how many of a heading's words are as they should be."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from newslint.text.lettercase import PREPOSITIONS, SMALL, capitalised, infinitive
from newslint.vale.patterns import compiled

_WORD = compiled(r"[\p{N}\p{L}]+[^\s/-]*")
_SPOKEN = r"[\p{N}\p{L}*]+[^\s]*"
_PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-"})
_LIST_NUMBER = compiled(r"\d+\.")


def title(text: str, style: str, vocabulary: tuple[str, ...], prefix: str = "") -> str:
    """`text` in title case; what fits one of `vocabulary` (words or patterns) keeps its own letters."""
    lead, text = _without_prefix(text, prefix)
    plain = text.translate(_PLAIN)
    words = list(_WORD.finditer(text))
    spoken = [match[0].lower() for match in words]
    out, last = [], 0
    for index, match in enumerate(words):
        known = _known(match[0], vocabulary)
        small = not known and _small(plain, match.start(), match.end(), spoken, index, style)
        out += [text[last : match.start()], known or (match[0].lower() if small else capitalised(match[0]))]
        last = match.end()
    return "".join([lead, *out, text[last:]])


def _small(plain: str, start: int, end: int, spoken: list[str], index: int, style: str) -> bool:
    word = spoken[index]
    edge = start == 0 or end == len(plain)
    if style == "Chicago":
        fits = not edge and (word in SMALL or word in PREPOSITIONS)
    elif word == "to" and index + 1 < len(spoken):
        fits = not infinitive(spoken, index)
    else:
        fits = not edge and word in SMALL
    before = plain[start - 1] if start else plain[:1]
    second = plain[start - 2] if start > 1 else plain[:1]
    after = plain[end] if end < len(plain) else plain[:1]
    return fits and before in " -/" and second not in ":-" and (after != "-" or before == "-")


def sentence(text: str, vocabulary: tuple[str, ...], indicators: tuple[str, ...], prefix: str = "") -> str:
    """`text` in sentence case; a word behind one that ends in one of `indicators` may be a capital's too."""
    lead, text = _without_prefix(text, prefix)
    known = sorted(vocabulary, key=len, reverse=True)
    pattern = rf"(?i)\b(?:{'|'.join(known)})\b|{_SPOKEN}" if known else rf"(?i){_SPOKEN}"
    words = [match[0] for match in compiled(pattern).finditer(text)]
    made = []
    for index, word in enumerate(words):
        before = words[index - 1] if index else ""
        entry = _known(word, tuple(known))
        if entry:
            made.append(entry)
        elif index == 0 or _indicates(before, index - 1, indicators):
            made.append(word[:1].upper() + word[1:].lower())
        else:
            made.append(word.lower())
    return lead + " ".join(made)


def _indicates(word: str, index: int, indicators: tuple[str, ...]) -> bool:
    if any(word.endswith(mark) and len(word) > len(mark) for mark in indicators):
        return True
    return index == 0 and bool(_LIST_NUMBER.search(word))


def _without_prefix(text: str, prefix: str) -> tuple[str, str]:
    match = compiled(prefix).search(text) if prefix else None
    return (match[0], text.removeprefix(match[0])) if match else ("", text)


def _known(word: str, vocabulary: tuple[str, ...]) -> str:
    for entry in vocabulary:
        if entry.lower() == word.lower():
            return entry
        if compiled(entry).search(word):
            return word
    return ""


def agreement(said: list[str], wanted: list[str], fine: Callable[[str], bool]) -> float:
    """The share of words that are as wanted, or `fine` in any case."""
    if not said:
        return 1.0
    right = sum(index >= len(wanted) or word == wanted[index] or fine(word) for index, word in enumerate(said))
    return right / len(said)


def spoken(text: str, exceptions: Any) -> list[str]:
    """The words of `text`; what fits the pattern `exceptions` is one."""
    pattern = f"{exceptions.pattern}|{_SPOKEN}" if exceptions else _SPOKEN
    return [match[0] for match in compiled(pattern).finditer(text)]
