"""Patterns: compiled when first used, as `re` compiles them, and kept only where newslint's own code lies."""

from __future__ import annotations

import importlib
import os
import pickle
import pkgutil
import re
import shutil
import subprocess
import sys
from array import array
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newslint
from newslint.startup import codes
from newslint.startup.codefile import CodeFile, Key
from newslint.startup.expressions import compiled

PACKAGE = Path(newslint.__file__).parent
STORIES = Path(__file__).parents[1] / "corpus"
CASES = [
    (r"\b(?:one|two)(?P<thing>\w+)?", 0),
    (r"^x.*y$", re.MULTILINE | re.DOTALL),
    (r"[À-Þ]+é?(?=\s)", re.IGNORECASE),
    (r"(?i)[^,;’\ue000-\uf8ff]{2,}", 0),
    (r"[\w’'-]+|[^\w’'-]", 0),
    (r"(a)(?P<b>b)?(c)", 0),
]
COPY = "one twofold\nx marks\ny ÀÞé aBc abc ac onerous; don’t"


def found(pattern: re.Pattern[str]) -> list[object]:
    return [(m.span(), m.groups(), m.groupdict(), m.lastgroup) for m in pattern.finditer(COPY)]


@pytest.mark.parametrize(("text", "flags"), CASES)
def test_a_pattern_matches_as_one_of_the_standard_library(text: str, flags: int) -> None:
    theirs = re.compile(text, flags)
    for ours in (compiled(text, flags), codes.pattern(text, int(flags)), codes.pattern(text, int(flags))):
        assert found(ours) == found(theirs)
        assert (ours.flags, ours.groups, ours.pattern) == (theirs.flags, theirs.groups, theirs.pattern)
        assert dict(ours.groupindex) == dict(theirs.groupindex)


def every_module() -> list[str]:
    names = [module.name for module in pkgutil.walk_packages([str(PACKAGE)], "newslint.")]
    return [name for name in names if not name.endswith("__main__")]


def patterns_of_newslint() -> list[tuple[str, int]]:
    kind = type(compiled("x"))
    patterns: set[Any] = {
        value.__reduce__()[1]
        for name in every_module()
        for value in vars(importlib.import_module(name)).values()
        if isinstance(value, kind)
    }
    return sorted(patterns)


def test_every_pattern_of_newslint_has_the_codes_that_the_standard_library_makes() -> None:
    """They are compiled when they're used: a mistake in one would else wait for a draft that needs it. Only the head may tell more."""
    copy = "\n".join(path.read_text(encoding="utf-8") for path in sorted(STORIES.glob("*.txt"))[::4])
    compiler, informed = vars(re)["_compiler"], 0
    patterns = patterns_of_newslint()
    assert len(patterns) > 200
    for text, flags in patterns:
        made = codes._codes(text, flags)
        parsed = vars(re)["_parser"].parse(text, flags)
        assert made is not None
        ours = list(memoryview(made.codes).cast("I"))
        theirs = [int(code) for code in compiler._code(parsed, flags)]
        assert ours[1 + ours[1] :] == theirs[1 + theirs[1] :]
        if ours != theirs:
            informed += 1
            one, other = (codes._made(text, made._replace(codes=array("I", each).tobytes())) for each in (ours, theirs))
            assert one
            assert other
            assert [m.span() for m in one.finditer(copy)] == [m.span() for m in other.finditer(copy)], text
    assert informed > 100


PARTS = st.sampled_from(
    [
        "a",
        "b",
        "K",
        "\u017f",
        "\u0130",
        "\\d",
        "\\s",
        "\\w",
        "[a-c]",
        "[^b]",
        "[K1]",
        "\\b",
        "^",
        "$",
        "(?<!a)",
        "(?<=b)",
        "(?=a)",
        "(?!b)",
        ".",
    ]
)
PATTERNS = st.recursive(
    PARTS,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(inner, inner).map(lambda both: f"(?:{both[0]}|{both[1]})"),
        st.tuples(inner, st.sampled_from(["?", "*", "+", "{2}", "*?", "*+"])).map(
            lambda both: f"(?:{both[0]}){both[1]}"
        ),
        inner.map(lambda part: f"({part})"),
        inner.map(lambda part: f"(?>{part})"),
        inner.map(lambda part: f"(?i:{part})"),
    ),
    max_leaves=8,
)


@given(
    PATTERNS,
    st.sampled_from([0, int(re.IGNORECASE), int(re.MULTILINE)]),
    st.text("abckKsS\u017fi\u0130\u0131\u212a1 \n", max_size=12),
)
def test_what_a_pattern_is_told_to_begin_with_leaves_nothing_out(text: str, flags: int, copy: str) -> None:
    ours, theirs = codes.pattern(text, flags), re.compile(text, flags)
    assert [m.span() for m in ours.finditer(copy)] == [m.span() for m in theirs.finditer(copy)]


SEEN = """
import importlib, sys
from newslint.startup.expressions import compiled
kind = type(compiled("x"))
for name in sys.argv[1:]:
    for value in vars(importlib.import_module(name)).values():
        if isinstance(value, kind):
            print(name, ascii(value.pattern))
"""


def test_no_pattern_hangs_on_the_order_of_a_set() -> None:
    """It would find other things in another run, and have to be compiled anew in each."""
    names = [name for name in every_module() if name.startswith(("newslint.story", "newslint.text", "newslint.topics"))]
    told = [
        subprocess.run(
            [sys.executable, "-c", SEEN, *names],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    ]
    assert len(told[0].splitlines()) > 200
    assert told[0] == told[1] == told[2]


def test_nothing_is_compiled_before_it_is_used() -> None:
    pattern = compiled("(wrong")
    assert pattern.pattern == "(wrong"
    with pytest.raises(re.error):
        pattern.search("")
    with pytest.raises(AttributeError, match="no 'scan'"):
        compiled("right").scan  # type: ignore[attr-defined]  # noqa: B018


def test_a_pattern_can_be_sent_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(compiled("a+"))).match("aa")


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """A folder that newslint's code for patterns is installed in, and nothing else of it."""
    folder = tmp_path / "site" / "newslint" / "startup"
    folder.mkdir(parents=True)
    (folder.parent / "__init__.py").touch()
    for name in ("__init__.py", "codes.py", "beginnings.py", "codefile.py", "row.py", "expressions.py"):
        shutil.copy(PACKAGE / "startup" / name, folder)
    return tmp_path / "site"


PROGRAM = """
from newslint.startup import codes, expressions
print(*[m.group() for m in expressions.compiled('[a-c]+').finditer('ab xc')], bool(codes._NEW), codes.place())
codes.keep()
"""


def run(site: Path, **given: str) -> str:
    environment = {"PYTHONPATH": str(site), "PATH": "", **given}
    command = [sys.executable, "-S", "-c", PROGRAM]
    done = subprocess.run(command, env=environment, cwd=site, capture_output=True, text=True, check=True)
    return done.stdout.rpartition(" ")[0]


def kept(site: Path) -> Path:
    [file] = site.rglob("pattern-codes.*")
    return file


def test_a_second_run_knows_the_codes(installed: Path) -> None:
    assert run(installed) == "ab c True"
    assert kept(installed).parent == installed / "newslint" / "startup" / "__pycache__"
    assert run(installed) == "ab c False"


@pytest.mark.parametrize("damage", [b"", b"\0\0\0\0nonsense", b"abc"])
def test_damaged_codes_are_ignored_and_replaced(installed: Path, damage: bytes) -> None:
    run(installed)
    kept(installed).write_bytes(damage)
    assert run(installed) == "ab c True"
    assert run(installed) == "ab c False"


@pytest.mark.skipif(sys.platform == "win32", reason="has no such modes")
def test_codes_that_others_can_write_are_not_believed(installed: Path) -> None:
    run(installed)
    kept(installed).chmod(0o666)
    assert run(installed) == "ab c True"


@pytest.mark.skipif(sys.platform == "win32", reason="has neither")
@pytest.mark.parametrize("kind", ["pipe", "link"])
def test_codes_are_read_from_a_file_only(installed: Path, kind: str) -> None:
    run(installed)
    file = kept(installed)
    file.rename(installed / "elsewhere")
    if kind == "pipe":
        os.mkfifo(file, 0o600)
    else:
        file.symlink_to(installed / "elsewhere")
    assert run(installed) == "ab c True"


def test_no_environment_brings_codes_from_a_folder_of_the_drafts(installed: Path) -> None:
    """Forged codes end the process; here they lie wherever a relative path could lead."""
    forged: dict[Key, Any] = {("[a-c]+", 0): (32, b"\xff\xff\xff\x7f", 0, {}, (None,))}
    name = f"pattern-codes.{sys.implementation.cache_tag}-{sys.hexversion:x}.bin"
    for folder in ("here", "here/newslint", f"here{installed}/newslint/startup"):
        CodeFile(str(installed / folder / name)).keep(forged)
        assert (installed / folder / name).is_file()
    relative = {"XDG_CACHE_HOME": "here", "HOME": "here", "LOCALAPPDATA": "here", "PYTHONPYCACHEPREFIX": "here"}
    assert run(installed, **relative) == "ab c True"


def test_what_the_file_holds_stays_but_for_what_is_left_out(tmp_path: Path) -> None:
    file = CodeFile(str(tmp_path / "patterns.bin"))
    entries: dict[Key, Any] = {(str(number), 0): (32, b"1234", number, {}, (None,)) for number in range(5)}
    file.keep(entries)
    file.keep({("more", 0): (32, b"", 9, {}, (None,))})  # a short note asks for few
    again = CodeFile(file.name)
    assert {key: again.get(key) for key in entries} == {key: file.get(key) for key in entries} == entries
    again.keep({}, only=[("1", 0), ("more", 0), ("never", 0)])
    assert len(again) == len(CodeFile(file.name)) == 2
    assert again.get(("2", 0)) is None


def test_one_damaged_entry_costs_only_itself(tmp_path: Path) -> None:
    file = CodeFile(str(tmp_path / "patterns.bin"))
    entries: dict[Key, Any] = {(str(number), 0): (32, b"1234", number, {}, (None,)) for number in range(3)}
    file.keep(entries)
    Path(file.name).write_bytes(Path(file.name).read_bytes()[:-1] + b"?")
    again = CodeFile(file.name)
    assert [again.get(key) for key in entries] == [entries["0", 0], entries["1", 0], None]
