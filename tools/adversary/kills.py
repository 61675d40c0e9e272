"""`--fix` killed at any moment, and several processes on one cache: every draft is the old one or the new one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

from newslint.startup.row import Row

_FAULTY = "The the council met on Monday, and Anna Barlow said it would would meet again.\n\n" * 12
_MENDED = "The council met on Monday, and Anna Barlow said it would meet again.\n\n" * 12
_COMMAND = [sys.executable, "-m", "newslint", "check", ".", "--isolated"]


class Kills(Row):
    """How often `--fix` was killed, after how many drafts each time, and what was found broken."""

    number: int
    mended: tuple[int, ...]
    faults: tuple[str, ...]


def killed(folder: Path, number: int, drafts: int, seed: int) -> Kills:
    """Kill `--fix` so often in a folder of so many drafts, each time when another share of them is mended."""
    random = Random(seed)
    paths = [folder / f"draft-{index:04}.txt" for index in range(drafts)]
    faults: list[str] = []
    counts: list[int] = []
    for _ in range(number):
        for path in paths:
            path.write_text(_FAULTY, encoding="utf-8")
        wanted = random.randrange(drafts)
        command = [*_COMMAND, "--fix", "--unsafe-fixes", "--no-cache"]
        with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            while process.poll() is None and sum(_is_mended(path) for path in paths) < wanted:
                time.sleep(random.random() / 100)
            process.send_signal(signal.SIGKILL)
        texts = [path.read_text(encoding="utf-8") for path in paths]
        counts.append(texts.count(_MENDED))
        if set(texts) - {_FAULTY, _MENDED}:
            faults.append(f"a half draft after {wanted} of {drafts}")
    subprocess.run([*_COMMAND, "--fix", "--unsafe-fixes", "--no-cache"], cwd=folder, capture_output=True, check=False)
    if {path.read_text(encoding="utf-8") for path in paths} != {_MENDED}:
        faults.append("the run after the last kill doesn't mend all")
    if sorted(os.listdir(folder)) != [path.name for path in paths]:
        faults.append(f"left over: {sorted(set(os.listdir(folder)) - {path.name for path in paths})[:3]}")
    return Kills(number, tuple(counts), tuple(faults))


def _is_mended(path: Path) -> bool:
    return path.stat().st_size < len(_FAULTY.encode())


def shared(folder: Path, processes: int, drafts: int, rounds: int) -> list[str]:
    """Let so many processes work on one cache at once, again and again; what went wrong."""
    for number in range(drafts):
        (folder / f"draft-{number:04}.txt").write_text(_FAULTY.replace("Barlow", f"Barlow{number}"), encoding="utf-8")
    cache = folder / "cache"
    command = [*_COMMAND, "--cache-dir", str(cache), "--output-format", "json"]
    alone = subprocess.run(
        [*_COMMAND, "--no-cache", "--output-format", "json"], cwd=folder, capture_output=True, check=False
    )
    faults = []
    for _ in range(rounds):
        running = [
            subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            for _ in range(processes)
        ]
        for process in running:
            said, wrong = process.communicate()
            if said != alone.stdout or wrong or process.returncode != alone.returncode:
                faults.append(
                    f"status {process.returncode}, {wrong[:200]!r}, {'another' if said != alone.stdout else 'the same'} report"
                )
    left = [path.name for path in cache.rglob("*~")]
    return [*faults, *(f"left over: {name}" for name in left)]
