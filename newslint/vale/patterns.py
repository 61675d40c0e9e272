"""Patterns as Vale's engine reads them (.NET's syntax, in Go), said in the syntax of `regex`."""

from __future__ import annotations

import re
from functools import cache

from newslint.packs.patterns import Pattern

_TOKEN = re.compile(
    r"\\Q(?P<quoted>.*?)(?:\\E|\Z)"
    r"|\\x\{(?P<hex>[0-9A-Fa-f]{1,6})\}"
    r"|\\k[<'](?P<back>\w+)[>']"
    r"|\\(?P<escaped>[zZeEGC])"
    r"|\\."
    r"|\(\?#[^)]*\)"
    r"|\(\?P?[<'](?P<group>[A-Za-z_]\w*)[>']"
    r"|\(\?[<'](?P<odd>[^=!>'][^>']*)[>']"
    r"|\(\?(?P<flags>[A-Za-z]*(?:-[A-Za-z]+)?)(?P<scope>[:)])"
    r"|(?P<set>\[)"
    r"|(?P<open>\{(?=,))",
    re.S,
)
_KNOWN_FLAGS = set("ims-")
_SET = re.compile(r"\[:\^?\w+:\]|\\x\{[0-9A-Fa-f]{1,6}\}|\\.|-\[|[\[\]]|&&|\|\||~~|--", re.S)
_EDGE = {"z": r"\Z", "Z": r"(?=\n?\Z)", "e": r"\x1b"}


class UntranslatableError(ValueError):
    """A pattern that means something in Go that can't be said here."""


@cache
def compiled(pattern: str) -> Pattern:
    """`pattern`, ready to run. Raises UntranslatableError with the reason, naming the pattern."""
    try:
        return Pattern(translate(pattern), scoped=True)
    except UntranslatableError:
        raise
    except ValueError as error:
        raise UntranslatableError(str(error)) from error


def translate(pattern: str) -> str:
    """The pattern in `regex`'s syntax. Raises UntranslatableError for what has no equal there."""
    out: list[str] = []
    at = 0
    while at < len(pattern):
        match = _TOKEN.search(pattern, at)
        if match is None:
            out.append(pattern[at:])
            break
        out.append(pattern[at : match.start()])
        if match["set"]:
            said, at = _translated_set(pattern, match.start())
        else:
            said, at = _translated(match, pattern), match.end()
        out.append(said)
    return "".join(out)


def _translated(match: re.Match[str], pattern: str) -> str:
    if match["quoted"] is not None:
        return re.escape(match["quoted"])
    if match["hex"]:
        return re.escape(chr(int(match["hex"], 16)))
    if match["back"]:
        return f"(?P={match['back']})"
    if match["escaped"]:
        if match["escaped"] not in _EDGE:
            raise UntranslatableError(f"the pattern {pattern!r} has \\{match['escaped']}, which has no equal here")
        return _EDGE[match["escaped"]]
    if match["group"]:
        return f"(?P<{match['group']}>"
    if match["odd"]:
        raise UntranslatableError(f"the pattern {pattern!r} has the group {match[0]}, which has no equal here")
    if match["scope"]:
        return _flags(match, pattern)
    return r"\{" if match["open"] else match[0]


def _flags(match: re.Match[str], pattern: str) -> str:
    unknown = set(match["flags"]) - _KNOWN_FLAGS
    if unknown:
        raise UntranslatableError(f"the pattern {pattern!r} has the flag {''.join(sorted(unknown))}, unknown here")
    # “(?)” and “(?-)” say nothing; a flag in front of a sign applies to the end of its group in both syntaxes.
    return match[0] if match["flags"] or match["scope"] == ":" else ""


def _translated_set(pattern: str, start: int) -> tuple[str, int]:
    """The set that begins at `start`, and where it ends. A bracket inside is a letter, “-[” takes away."""
    out = ["["]
    at = start + 1
    if pattern.startswith("^", at):
        out.append("^")
        at += 1
    if pattern.startswith("]", at):
        out.append(r"\]")
        at += 1
    while True:
        match = _SET.search(pattern, at)
        if match is None:
            raise UntranslatableError(f"the pattern {pattern!r} has a “[” without its “]”")
        out.append(pattern[at : match.start()])
        at = match.end()
        said = match[0]
        if said == "]":
            return "".join([*out, "]"]), at
        if said == "-[" and _closes_twice(pattern, at):
            inner, at = _translated_set(pattern, at - 1)
            out.append(f"--{inner}")
        elif said.startswith(r"\x{"):
            out.append(re.escape(chr(int(said[3:-1], 16))))
        elif said.startswith(("\\", "[:")):
            out.append(said)
        else:
            out.append("".join(f"\\{sign}" for sign in said))


def _closes_twice(pattern: str, at: int) -> bool:
    """Whether the “-[” before `at` takes a set away: its end is the end of the outer set too."""
    match = re.compile(r"(?:\\.|[^\]\\])+\]\]", re.S).match(pattern, at)
    return match is not None
