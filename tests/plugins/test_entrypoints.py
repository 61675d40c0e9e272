"""Installed plugins are found by the files of their distributions."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.plugins.entrypoints import any_plugin


@pytest.mark.parametrize(
    ("group", "expected"), [("[newslint]", True), ("[console_scripts]", False), ("[newslinting]", False)]
)
def test_a_distribution_names_newslint(
    group: str, expected: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "desk-1.0.dist-info"
    folder.mkdir()
    (folder / "entry_points.txt").write_text(f"{group}\ndesk = desk\n", encoding="utf-8")
    monkeypatch.setattr("sys.path", [str(tmp_path), str(tmp_path / "missing.zip"), ""])
    monkeypatch.chdir(tmp_path)
    assert any_plugin() is expected
