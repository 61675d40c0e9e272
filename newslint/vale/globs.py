"""The patterns that name a section of .vale.ini: *.md, docs/**/*.{md,txt}, !drafts/*."""

from __future__ import annotations

import re
from functools import cache


@cache
def _translated(pattern: str) -> re.Pattern[str]:
    out: list[str] = []
    at = depth = 0
    while at < len(pattern):
        sign = pattern[at]
        at += 1
        if sign == "*":
            stars = re.compile(r"\**/?").match(pattern, at)
            deep = stars is not None and stars[0].startswith("*")
            at = stars.end() if stars and deep else at
            out.append("(?:.*/)?" if stars and deep and stars[0].endswith("/") else ".*")
        elif sign == "?":
            out.append(".")
        elif sign == "[":
            end = pattern.find("]", at)
            inner = pattern[at:end] if end > at else ""
            out.append(
                f"[{'^' if inner[:1] in '!^' and inner else ''}{re.escape(inner.lstrip('!^'))}]".replace(r"\-", "-")
                if inner
                else r"\["
            )
            at = end + 1 if inner else at
        elif sign == "{":
            depth += 1
            out.append("(?:")
        elif sign == "}" and depth:
            depth -= 1
            out.append(")")
        elif sign == "," and depth:
            out.append("|")
        else:
            out.append(re.escape(sign))
    return re.compile("".join(out) + ")" * depth, re.S)


def fits(pattern: str, *paths: str) -> bool:
    """Whether any of the ways to name one file fits `pattern`; a star takes in slashes, “!” in front turns it round."""
    if pattern.startswith("!"):
        return not fits(pattern[1:], *paths)
    return any(_translated(pattern).fullmatch(path) for path in paths)
