"""Plain stories: 186 of them are right, full of what looks like slips, and what is said of them all the same is known.

`pytest tests/test_plain.py --update-snapshots` writes anew what is said; a line more is a false alarm more.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.config.settings import Config
from newslint.finding import Severity
from newslint.linter import lint
from newslint.plugins.registry import Registry
from newslint.reading import read

HERE = Path(__file__).parent
STORIES = sorted((HERE.parent / "bench" / "plain").iterdir())
KNOWN = HERE / "plain.findings.txt"


def test_what_is_said_of_right_copy_is_known(built_in: Registry, request: pytest.FixtureRequest) -> None:
    told = [
        f"{story.name}: {finding.rule}: {finding.message}"
        for story in STORIES
        for finding in lint(read(story), built_in, Config()).findings
        if finding.severity >= Severity.WARNING
    ]
    if request.config.getoption("--update-snapshots"):
        KNOWN.write_text("\n".join(told) + "\n", encoding="utf-8")
    assert told == KNOWN.read_text(encoding="utf-8").splitlines()
