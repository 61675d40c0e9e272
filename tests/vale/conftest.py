from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from newslint.source import Source
from newslint.vale.ini import read_ini
from newslint.vale.run import ValeRun

Lines = Callable[..., list[str]]


@pytest.fixture
def lines(tmp_path: Path) -> Lines:
    """What a style of some rules says of a draft: `line:column:rule:message`, a line each."""

    def run(copy: str, ini: str = "", name: str = "draft.md", **rules: str) -> list[str]:
        for rule, text in rules.items():
            path = tmp_path / "styles" / "Desk" / f"{rule}.yml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        (tmp_path / "styles").mkdir(exist_ok=True)
        (tmp_path / ".vale.ini").write_text(ini or "StylesPath = styles\n[*]\nBasedOnStyles = Desk\n", encoding="utf-8")
        vale = ValeRun(read_ini(tmp_path / ".vale.ini"))
        assert vale.failures == []
        report = vale.lint(Source(name, copy, Path(name).suffix))
        assert report.failures == ()
        return [f"{f.start.line}:{f.start.column}:{f.rule}:{f.message}" for f in report.findings]

    return run
