r"""What a match may begin with, told to the matcher where Python's compiler doesn't look for it.

The matcher skips to where a match may begin if the head of the codes has a letter or a set of them for that. The compiler finds
one only where the first part of a pattern is such, and case isn't folded: behind `\b` or a lookbehind, and in alternatives
that begin with more than a letter, each place of the text is tried in full. Half of newslint's patterns begin so.

What is told may be too much, never too little: where it isn't sure, nothing is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

# The parts of a set, as the compiler has them, that a match may begin with, and whether it may begin behind all of them.
_Beginning = tuple[list[Any], bool]

_compiler: Any = vars(re).get("_compiler")
_FOLDED = re.IGNORECASE.value
_MASK, _LEAST = 2, 3  # where the head says what it has, and how long a match is at least
# Not of ASCII, but what its letters are folded to is.
_FOLDED_TOO = "\u0130\u0131\u017f\u212a"


def informed(parsed: Any, codes: Sequence[int], flags: int) -> Sequence[int]:
    """The codes of a pattern, with a set in their head if they have none there and it's sure what a match begins with.

    Raises AttributeError or KeyError where this Python's compiler is another.
    """
    if codes[0] != _compiler.INFO or codes[_MASK] or not codes[_LEAST]:
        return codes
    parts, passed = _of_all(parsed, flags | parsed.state.flags) or ([], True)
    if passed:
        return codes
    parts, _ = vars(_compiler)["_optimize_charset"](parts)
    head = [int(_compiler.INFO), 0, _compiler.SRE_INFO_CHARSET, *codes[_LEAST : _LEAST + 2]]
    vars(_compiler)["_compile_charset"](parts, flags, head)
    head[1] = len(head) - 1
    return [*map(int, head), *codes[1 + codes[1] :]]


def _of_all(parts: Iterable[tuple[Any, Any]], flags: int) -> _Beginning | None:
    """Of parts that follow each other."""
    found: list[Any] = []
    for code, value in parts:
        more = _of_one(code, value, flags)
        if more is None:
            return None
        found += more[0]
        if not more[1]:
            return found, False
    return found, True


def _of_one(code: Any, value: Any, flags: int) -> _Beginning | None:
    """Of a part; None of those that may begin with anything."""
    match str(code):
        case "AT" | "ASSERT" | "ASSERT_NOT":
            return [], True
        case "LITERAL" | "IN":
            members = value if str(code) == "IN" else [(code, value)]
            return _together(_of_member(kind, each, flags) for kind, each in members)
        case "BRANCH":
            return _together(_of_all(each, flags) for each in value[1])
        case "SUBPATTERN":
            return _of_all(value[3], (flags | value[1]) & ~value[2])
        case "ATOMIC_GROUP":
            return _of_all(value, flags)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            least, _, repeated = value
            more = _of_all(repeated, flags)
            return more and (more[0], more[1] or not least)
    return None


def _together(each: Iterable[_Beginning | None]) -> _Beginning | None:
    """Of any one of several."""
    found: list[Any] = []
    passed = False
    for one in each:
        if one is None:
            return None
        found += one[0]
        passed = passed or one[1]
    return found, passed


def _of_member(code: Any, value: Any, flags: int) -> _Beginning | None:
    """Of a letter, or a part of a set; None of all but figures and spaces that have a name, since most copy is such."""
    match str(code):
        case "LITERAL" if not flags & _FOLDED:
            return [(code, value)], False
        case "LITERAL" if value < 128:
            letter = chr(value)
            forms = {letter.lower(), letter.upper(), *(_FOLDED_TOO if letter.isalpha() else "")}
            return [(code, ord(form)) for form in sorted(forms)], False
        case "RANGE" if not flags & _FOLDED:
            return [(code, value)], False
        case "RANGE" if value[1] < 128:
            return _together(_of_member(_compiler.LITERAL, each, flags) for each in range(value[0], value[1] + 1))
        case "CATEGORY" if str(value) in ("CATEGORY_DIGIT", "CATEGORY_SPACE"):
            return [(code, value)], False
    return None
