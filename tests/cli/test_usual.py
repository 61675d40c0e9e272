"""Command lines that are read without the library of command lines mean what they mean to it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.cli import check
from newslint.cli.options import CHECK_OPTIONS, CONFIG_OPTIONS, Options
from newslint.cli.usual import Given, usual

NAMES = [option.name for option in (*CHECK_OPTIONS, *CONFIG_OPTIONS)]
VALUES = [
    "error",
    "json",
    "-",
    "--",
    "",
    "0",
    "1",
    "2",
    "1_0",
    "a.txt",
    "names,figures",
    "-x",
    __file__,
    os.path.dirname(__file__),
]
WORDS = st.one_of(
    st.sampled_from([*NAMES, *VALUES, "--help", "-h", "--no-reader", "--allow-plugins", "--sel"]),
    st.builds("{}={}".format, st.sampled_from(NAMES), st.sampled_from(VALUES)),
)


def by_the_library(words: Sequence[str], monkeypatch: pytest.MonkeyPatch) -> Given | None:
    """What the library of command lines makes of `words`; None where it refuses them."""
    called: list[Given] = []

    def lint_and_report(*all_of: Any) -> None:
        called.append(Given(*all_of))

    with monkeypatch.context() as patch:
        patch.setattr(check, "lint_and_report", lint_and_report)
        try:
            check.command.main(list(words), standalone_mode=False)
        except click.ClickException:
            return None
    return called[0] if called else None


@given(words=st.lists(WORDS, max_size=6))
def test_what_is_plain_means_the_same_to_both(words: list[str]) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        read = usual(words)
        assert read is None or read == by_the_library(words, monkeypatch)


@pytest.mark.parametrize(
    "words",
    [
        ["a.txt"],
        ["-", "--stdin-filename", "a.md", "--output-format=json"],
        ["a", "b", "--select", "names", "--select=dates", "--level", "suggestion", "--jobs", "2"],
        ["--isolated", "--config", __file__, "a.txt", "--exit-zero", "--no-cache"],
        ["--changed-since", "HEAD"],
    ],
)
def test_what_people_usually_write_is_plain(words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert usual(words) == by_the_library(words, monkeypatch) is not None


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["--help"],
        ["a.txt", "--jobs", "0"],
        ["a.txt", "--level", "loud"],
        ["a.txt", "--config", "there-is-none.yml"],
        ["a.txt", "--fix=yes"],
        ["a.txt", "--output"],
        ["a.txt", "--unsafe-fixes"],
        ["--", "--fix"],
        ["a.txt", "--reader", "second"],
    ],
)
def test_the_rest_is_left_to_the_library(words: list[str]) -> None:
    assert usual(words) is None


def test_each_option_has_its_field() -> None:
    fields = {option.field for option in CHECK_OPTIONS}
    assert fields == set(Options._fields)


@pytest.mark.skipif(os.name == "nt", reason="there the library says what * stands for")
@pytest.mark.parametrize("before", [["check"], []])
def test_a_usual_run_does_without_the_library(before: list[str], tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("The council council met.\n", encoding="utf-8")
    code = (
        "import sys; from newslint.__main__ import main\n"
        "try: main()\n"
        "except SystemExit as ending: print(ending.code, 'click' in sys.modules)"
    )
    command = [sys.executable, "-c", code, *before, str(draft), "--isolated", "--output-format=concise"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    assert "repetition/word" in done.stdout
    assert done.stdout.endswith("0 False\n")
