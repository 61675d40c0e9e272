"""Where things once lay: a plugin that still says so works, and is told what to write instead."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from newslint.plugins import old_paths

# Each statement as the guide and the example plugin had it, and what stands there instead.
STATEMENTS = [
    ("from newslint.check import Hit, Note, check", "from newslint import Change, Check, Hit, Note, check"),
    ("from newslint.hookspecs import hookimpl", "from newslint import hookimpl"),
    ("from newslint.linter import Run", "from newslint import Run"),
    ("from newslint.config import Config", "from newslint import Config"),
    ("from newslint.analysis.quotes import Quote, in_quotation, quotes", "from newslint.analyses import Quote, in_quo"),
    ("from newslint.analysis.sentences import Sentence", "from newslint.analyses import Sentence, sentences"),
    ("from newslint.analysis import words", "from newslint.analyses import Words, words"),
    ("from newslint.analysis.names import mentions", "from newslint.analyses import Mention, mentions"),
    ("from newslint.analysis.people import people", "from newslint.analyses import Person, Reference, people, ref"),
    ("from newslint.analysis.dates import dates", "from newslint.analyses import DateReference, dates"),
    ("from newslint.analysis.quantities import quantities", "from newslint.analyses import quantities"),
    ("from newslint.analysis.quantity import Quantity", "from newslint.analyses import Quantity"),
    ("from newslint.analysis.abbreviations import definitions", "from newslint.analyses import Definition, definitio"),
    ("from newslint import builtin", "from newslint.testing import registry_of"),
    ("from newslint.plugins import plugin_manager", "from newslint.testing import registry_of"),
    ("from newslint.plugins import Registry", "from newslint import Registry"),
    ("from newslint.plugins import resolve", "from newslint.plugins.registry import resolve"),
    ("from newslint.rule import Example, Rule", "import newslint.packs.rule"),
]
# These lie where they lay.
UNCHANGED = [
    "from newslint.document import Block, Document, Role, analysis",
    "from newslint.finding import Finding, Severity",
    "from newslint.linter import lint",
    "from newslint.source import Source, Span",
    "from newslint.testing import MarkedCopy, at_desk, document, failures, findings, fixed, lint, marked",
]
OLD_PLUGIN = Path(__file__).with_name("old_plugin.py")


def run(code: str, folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """A process of its own, in which nothing is imported yet; the code is a file, so that a warning has a place."""
    (folder / "plugin.py").write_text(code, encoding="utf-8")
    command = [sys.executable, *options, "plugin.py"]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def warned(tmp_path_factory: pytest.TempPathFactory) -> dict[int, str]:
    """What all the old statements are told, by the line on which each stands."""
    code = "\n".join(statement for statement, _ in STATEMENTS)
    done = run(code, tmp_path_factory.mktemp("old"), "-W", "default")
    assert done.returncode == 0, done.stderr
    told = re.findall(r"plugin\.py:(\d+): DeprecationWarning: (newslint.+)", done.stderr)
    return {int(line): words for line, words in told}


@pytest.mark.parametrize(
    ("line", "statement", "instead"),
    [pytest.param(line, *row, id=row[0]) for line, row in enumerate(STATEMENTS, 1)],
)
def test_an_old_path_works_and_says_what_to_write(
    line: int, statement: str, instead: str, warned: dict[int, str]
) -> None:
    old = statement.split()[1]
    assert warned[line].startswith(old)
    assert f" goes with the next release; write “{instead}" in warned[line]


def test_what_is_told_to_be_written_works(tmp_path: Path) -> None:
    told = "\n".join(
        old_paths._import(new) for new in {*old_paths._MODULES.values(), *old_paths._NAMES.values()} if new
    )
    done = run(told, tmp_path, "-W", "error")
    assert (done.returncode, done.stderr) == (0, "")


def test_what_lies_where_it_lay_isnt_warned_of(tmp_path: Path) -> None:
    done = run("\n".join(UNCHANGED), tmp_path, "-W", "error")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_module_has_one_self_under_both_paths(tmp_path: Path) -> None:
    code = """
from newslint.check import Hit as old, check as marker
from newslint.analysis.quotes import quotes as old_quotes
import newslint.analysis.sentences
from newslint import Hit, analysis, check
from newslint.analyses import quotes
from newslint.document import analysis as decorator
assert (old, marker, old_quotes, analysis) == (Hit, check, quotes, decorator)
"""
    done = run(code, tmp_path, "-W", "ignore::DeprecationWarning")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    "statement",
    [
        "import newslint.nowhere",
        "from newslint.analysis import nowhere",
        "from newslint.analysis.leads import lead",
        "from newslint.checks import sum",
        "from newslint.config import Nothing",
        "from newslint.plugins import nothing",
        "from newslint.linter import Nothing",
    ],
)
def test_nothing_else_is_found(statement: str) -> None:
    with pytest.raises(ImportError):
        exec(statement, {})


def test_the_example_plugin_of_the_last_release_still_passes_its_test(tmp_path: Path) -> None:
    pack = "exclamation:\n  check: too-many-exclamations\n  message: '{count}'\n  why: Calm.\n"
    (tmp_path / "house.yml").write_text(pack, encoding="utf-8")
    done = run(OLD_PLUGIN.read_text(encoding="utf-8"), tmp_path, "-W", "default")
    assert (done.returncode, done.stdout) == (0, "a.wire,3\n"), done.stderr
    assert len(set(re.findall(r"newslint\.\S+ goes with|“newslint\S+” is called", done.stderr))) == 10
