"""Hostile repositories: laid down, linted in a process of their own, and looked over afterwards."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

from newslint.startup.row import Row

LIST = Path(__file__).with_name("repositories.yml")
# What the slowest of them takes on an idle machine, many times over: only a hang takes longer.
_HANGS = 300
_STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]|^\s*(?:::|##\[)", re.M)
_DRAFT = "The the council met on Monday to say what it had said before. The mayor, 38, left at once.\n"


class Ended(Row):
    """How a run in a hostile repository ended; `faults` are the promises that were broken."""

    name: str
    status: int
    said: str
    faults: tuple[str, ...]


def repositories() -> list[dict[str, Any]]:
    """All of them, as they're written."""
    rows: list[dict[str, Any]] = yaml.safe_load(LIST.read_text(encoding="utf-8"))
    return rows


def tried(row: dict[str, Any], folder: Path) -> Ended:
    """Lay down one repository in the empty `folder`, and run what it says there."""
    repository, outside = folder / "repository", folder / "outside"
    for each in (repository / ".git", outside, folder / "home"):
        each.mkdir(parents=True)
    (outside / "secret.txt").write_text("The the secret.\n", encoding="utf-8")
    (outside / "plugin.py").write_text(_code(folder), encoding="utf-8")
    _lay(row, repository)
    before = _state(outside)
    home = {"HOME": str(folder / "home"), "XDG_CACHE_HOME": str(folder / "home" / "cache"), "PATH": os.environ["PATH"]}
    command = [sys.executable, "-m", "newslint", *shlex.split(row.get("command", "check ."))]
    try:
        done = subprocess.run(command, cwd=repository, env=home, capture_output=True, timeout=_HANGS, check=False)
    except subprocess.TimeoutExpired:
        return Ended(row["name"], -1, "", ("it hangs",))
    said = (done.stdout + done.stderr).decode("utf-8", "replace")
    return Ended(row["name"], done.returncode, said, tuple(_faults(row, folder, done.returncode, said, before)))


def _faults(row: dict[str, Any], folder: Path, status: int, said: str, before: dict[str, str]) -> list[str]:
    wrong = {
        f"it ends with {status}": status not in row.get("status", [0, 1]),
        f"it doesn't say “{row.get('said')}”": row.get("said", "") not in said,
        "a traceback": "Traceback" in said or "an error in newslint" in said,
        "it steers": _STEERING.search(said) is not None,
        "it writes outside": _state(folder / "outside") != before
        or sorted(os.listdir(folder)) != ["home", "outside", "repository"],
        "it runs code": any(path.name == "ran" for path in folder.rglob("ran")),
    }
    return [fault for fault, is_so in wrong.items() if is_so]


def _state(folder: Path) -> dict[str, str]:
    return {str(path): path.read_text(encoding="utf-8") for path in folder.rglob("*") if path.is_file()}


def _code(folder: Path) -> str:
    return f"open({str(folder / 'ran')!r}, 'w').close()\n"


def _lay(row: dict[str, Any], repository: Path) -> None:
    files = dict(row.get("files", {}))
    if "pack" in row:
        files |= {"desk.yml": json.dumps({"odd": row["pack"]}), ".newslint.yml": "packs: [desk.yml]\n"}
    if not any(Path(name).suffix in {".txt", ".md", ".html"} for name in files):
        files["draft.txt"] = _DRAFT * 20
    for name, what in files.items():
        path = repository / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(what, str):
            path.write_text(what, encoding="utf-8")
        elif "link" in what:
            path.symlink_to(what["link"])
        elif "pipe" in what:
            os.mkfifo(path)
        elif "hex" in what:
            path.write_bytes(bytes.fromhex(what["hex"]))
        else:
            text = what.get("before", "") + what["repeat"] * what["times"] + what.get("after", "")
            path.write_text(text, encoding="utf-8")
