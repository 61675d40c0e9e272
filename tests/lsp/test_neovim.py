"""Neovim, without a window: it starts the server, shows what it finds, and mends a draft with emoji in it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = Path(sys.executable).parent / "newslint"
# The first that has vim.lsp.start and applies an action that a filter leaves alone.
OLDEST = (0, 8)
COPY = """Harbour wall 👍🏽 to be raised

By Nora Quill

The harbour wall at Penlow 👩‍👩‍👧‍👦 will be raised by a metre, said Agnes Tolliver, the mayor of the town, on Monday.

Ms Toliver said 👍🏽 the the work would begin in May. Tolliver has asked for it for ten years.
"""


def neovim() -> str:
    """The program, or the test is skipped."""
    found = shutil.which("nvim")
    if not found:
        pytest.skip("Neovim isn't installed (Debian: apt-get install neovim)")
    told = subprocess.run([found, "--version"], capture_output=True, text=True, check=True).stdout
    version = re.search(r"v(\d+)\.(\d+)", told)
    if not version or (int(version[1]), int(version[2])) < OLDEST:
        pytest.skip(f"Neovim {version[0] if version else '?'} is older than 0.8")
    return found


def test_neovim_shows_mends_and_shows_again(tmp_path: Path) -> None:
    draft = tmp_path / "wall.txt"
    draft.write_text(COPY, encoding="utf-8")
    home = {name: str(tmp_path / name) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    done = subprocess.run(
        [neovim(), "--headless", "-u", "NONE", "-i", "NONE", "-n", "-l", Path(__file__).with_name("neovim.lua")],
        env={**os.environ, **home, "NEWSLINT": str(COMMAND), "DRAFT": str(draft)},
        capture_output=True,
        encoding="utf-8",
        timeout=240,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "opened: names/spelling repetition/word",
        "marked: the",
        f"mended: {COPY.splitlines()[6].replace('the the', 'the')}",
        "left: names/spelling",
        "typed: names/spelling repetition/word",
    ]
