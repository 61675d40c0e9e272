"""docs/editors.md, word for word: real editors are set up as it says, and show and mend a draft with emoji in it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

HERE = Path(__file__).parent
PAGE = (HERE.parents[1] / "docs" / "editors.md").read_text(encoding="utf-8")
BLOCKS = {kind: text for kind, text in re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.M | re.S) if kind != "json"}
COPY = """Harbour wall 👍🏽 to be raised

By Nora Quill

The harbour wall at Penlow 👩‍👩‍👧‍👦 will be raised by a metre, said Agnes Tolliver, the mayor of the town, on Monday.

Ms Toliver said 👍🏽 the the work would begin in May. Tolliver has asked for it for ten years.
"""
MENDED = COPY.splitlines()[6].replace("the the", "the")


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "drafts" / "wall.txt"
    path.parent.mkdir()
    path.write_text(COPY, encoding="utf-8")
    return path


def program(name: str, package: str, oldest: tuple[int, int]) -> str:
    """An editor of this version or a newer one, or the test is skipped."""
    found = shutil.which(name)
    if not found:
        pytest.skip(f"{name} isn't installed (Debian: apt-get install {package})")
    told = subprocess.run([found, "--version"], capture_output=True, text=True, check=True).stdout
    version = re.search(r"(\d+)\.(\d+)", told)
    assert version, told
    if (int(version[1]), int(version[2])) < oldest:
        pytest.skip(f"{name} {version[0]} is older than {oldest[0]}.{oldest[1]}")
    return found


def run(words: list[str | Path], home: Path, **variables: str | Path) -> str:
    """What an editor prints, at whose first place on the path stands this newslint, and nothing in whose home."""
    places = {name: str(home / name) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    told = {name: str(value) for name, value in variables.items()}
    done = subprocess.run(
        words, env={**os.environ, **places, "PATH": path, **told}, capture_output=True, encoding="utf-8", timeout=240, check=False
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_neovim(draft: Path, tmp_path: Path) -> None:
    nvim = program("nvim", "neovim", (0, 10))
    words: list[str | Path] = [nvim, "--headless", "-u", "NONE", "-i", "NONE", "-n", "-l", HERE / "neovim.lua"]
    assert run(words, tmp_path, SET_UP=BLOCKS["lua"], DRAFT=draft).splitlines() == [
        "opened: names/spelling repetition/word",
        "marked: the",
        f"mended: {MENDED}",
        "left: names/spelling",
        "typed: names/spelling repetition/word",
    ]


def test_emacs(draft: Path, tmp_path: Path) -> None:
    emacs = program("emacs", "emacs-nox", (29, 1))
    words: list[str | Path] = [emacs, "--batch", "--quick", "--load", HERE / "emacs.el"]
    assert run(words, tmp_path, SET_UP=BLOCKS["elisp"], DRAFT=draft).splitlines() == [
        "marked: (Toliver the)",
        f"mended: {MENDED}",
    ]


def test_helix_finds_the_server_for_each_language(tmp_path: Path) -> None:
    helix = program("hx", "hx", (23, 10))
    file = tmp_path / "XDG_CONFIG_HOME" / "helix" / "languages.toml"
    file.parent.mkdir(parents=True)
    file.write_text(BLOCKS["toml"], encoding="utf-8")
    for language in tomllib.loads(BLOCKS["toml"])["language"]:
        told = re.sub(r"\x1b\[[\d;]*m", "", run([helix, "--health", language["name"]], tmp_path))
        assert re.search(r"✓ newslint: \S+/newslint", told), told


def test_what_is_written_as_json_is_json() -> None:
    sublime, zed = (json.loads(text) for text in re.findall(r"^```json\n(.*?)^```$", PAGE, re.M | re.S))
    assert sublime["clients"]["newslint"]["command"] == ["newslint", "lsp"]
    assert zed[0]["command"] == "newslint"
