from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from newslint.startup import expressions

CASES = [
    (r"\b(?:one|two)(?P<thing>\w+)?", 0),
    (r"^x.*y$", re.MULTILINE | re.DOTALL),
    (r"[À-Þ]+é?(?=\s)", re.IGNORECASE),
    (r"(a)(?P<b>b)?(c)", 0),
]
COPY = "one twofold\nx marks\ny ÀÞé aBc abc ac onerous"
PROGRAM = """
import re, sys
from newslint.startup import expressions
cases = {cases!r}
for text, flags in cases:
    ours, theirs = expressions.compiled(text, flags), re.compile(text, flags)
    found = [(m.span(), m.groups(), m.groupdict(), m.lastgroup) for m in ours.finditer({copy!r})]
    assert found == [(m.span(), m.groups(), m.groupdict(), m.lastgroup) for m in theirs.finditer({copy!r})]
    assert (ours.flags, ours.groups, dict(ours.groupindex)) == (theirs.flags, theirs.groups, dict(theirs.groupindex))
print("new" if expressions._STORE.new else "known")
expressions.keep()
"""


def run(cache: Path) -> str:
    program = PROGRAM.format(cases=[(text, int(flags)) for text, flags in CASES], copy=COPY)
    environment = {"XDG_CACHE_HOME": str(cache), "LOCALAPPDATA": str(cache), "PATH": ""}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_a_second_run_knows_the_patterns_and_they_match_alike(tmp_path: Path) -> None:
    assert run(tmp_path) == "new"
    assert run(tmp_path) == "known"


@pytest.mark.parametrize("damage", [b"", b"\0\0\0\0nonsense", b"abc"])
def test_a_damaged_cache_is_ignored_and_replaced(tmp_path: Path, damage: bytes) -> None:
    run(tmp_path)
    (file,) = (tmp_path / "newslint").glob("patterns-*")
    file.write_bytes(damage)
    assert run(tmp_path) == "new"
    assert run(tmp_path) == "known"


def test_parts_that_the_matcher_refuses_are_compiled_anew() -> None:
    expressions._STORE.known["a+b", 0] = (32, b"\xff\xff\xff\x7f", 0, {}, (None,))
    assert expressions.compiled("a+b").match("aab")


def test_patterns_of_an_older_version_go_when_they_are_many() -> None:
    store = expressions._Store()
    store.known = {(str(number), 0): (32, b"", 0, {}, (None,)) for number in range(50)}
    store.asked = {(str(number), 0) for number in range(20)}
    assert len(store.worth_keeping()) == 50
    store.asked = {("1", 0), ("2", 0)}
    assert store.worth_keeping().keys() == store.asked
