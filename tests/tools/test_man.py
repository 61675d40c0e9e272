"""The man page says what the commands say, in roff that is no mistake."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from newslint.cli.commands import main
from tools.man import page, plain

PAGE = Path(__file__).parents[2] / "docs" / "newslint.1"


def test_it_is_made_of_the_commands_as_they_are() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()  # else: make docs
    for name in main.list_commands(None):
        assert f'.SS "newslint {name} ' in page()


def test_words_are_words_whatever_roff_would_make_of_them() -> None:
    assert plain("  .newslint.yml\nholds --fix “\\n” …") == "\\&.newslint.yml holds \\-\\-fix “\\en” ..."


def test_nobody_complains_of_it() -> None:
    mandoc = shutil.which("mandoc")
    if not mandoc:
        pytest.skip("mandoc isn't installed")
    done = subprocess.run([mandoc, "-T", "lint", "-W", "error", PAGE], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)
