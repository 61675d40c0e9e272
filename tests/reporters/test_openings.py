"""A report that lies among the drafts is told from copy by how it opens, in each format."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from newslint.cli.commands import main
from newslint.plugins.builtin import newslint_reporters
from newslint.reporters.openings import is_report

FORMATS = sorted(newslint_reporters())


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_is_known(name: str, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("The mill\n\nThe mayor opened the the mill on Monday.\n", encoding="utf-8")
    told = CliRunner().invoke(main, ["check", "--isolated", "--no-cache", "--output-format", name, str(draft)])
    assert is_report(told.output)


@pytest.mark.parametrize(
    "copy", ["The mill\n\nIt opened.", "::: note\nThe mill.", "[The mill](a.md) opened.", "{ “a” }"]
)
def test_copy_is_no_report(copy: str) -> None:
    assert not is_report(copy)
