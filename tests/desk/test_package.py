from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from newslint.cli.commands import main
from newslint.config.settings import Config
from newslint.desk.package import held_together, packages
from newslint.linter import lint as lint_alone
from newslint.plugins.registry import Registry
from newslint.report import Report
from newslint.source import Source

MAIN = """Ferry firm to close

The owner of the ferry, Sergei Morchenko, said on Monday that the line would close in May.

Mr Morchenko bought the line in 2004. Morchenko said that 14 sailors would lose their jobs.
"""
SIDEBAR = """The line in brief

The line belongs to Sergei Morchinko, who lives abroad.
"""


def lint(registry: Registry, **drafts: str) -> dict[str, Report]:
    sources = [Source(f"{name}.txt", text) for name, text in drafts.items()]
    return {report.source.name: report for report in held(registry, sources, "names", "repetition")}


def held(registry: Registry, sources: list[Source], *select: str) -> list[Report]:
    config = Config(select=select)
    return held_together([lint_alone(source, registry, config) for source in sources], registry, config)


def test_a_sidebar_that_spells_a_name_otherwise_is_told_with_the_place_in_the_story(built_in: Registry) -> None:
    reports = lint(built_in, story=MAIN, sidebar=SIDEBAR)
    assert not reports["story.txt"].findings
    (finding,) = reports["sidebar.txt"].findings
    assert (finding.rule, finding.text) == ("names/spelling", "Morchinko")
    assert SIDEBAR[finding.start.offset : finding.end.offset] == "Morchinko"
    (other, *_) = finding.related
    assert other.path == "story.txt"
    assert MAIN[other.start.offset : other.end.offset] == other.text == "Morchenko"
    assert finding.fix is not None


def test_a_fault_of_one_draft_is_told_once(built_in: Registry) -> None:
    twice = MAIN + "\nNobody had told Morchinko.\n"
    reports = lint(built_in, story=twice, sidebar=SIDEBAR.replace("Morchinko", "Morchenko"))
    assert [finding.text for finding in reports["story.txt"].findings] == ["Morchinko"]
    assert not reports["sidebar.txt"].findings


def test_drafts_of_a_package_may_share_a_paragraph(built_in: Registry) -> None:
    assert not any(report.findings for report in lint(built_in, story=MAIN, copy=MAIN).values())


def test_a_stet_in_a_draft_covers_what_is_found_between_drafts(built_in: Registry) -> None:
    page = Source("sidebar.md", f"<!-- stet-file: names, his own way -->\n\n{SIDEBAR}", ".md")
    story = Source("story.txt", MAIN)
    reports = held(built_in, [story, page], "names")
    assert not reports[1].findings
    assert len(reports[1].stetted) == 1
    assert not reports[1].unused


def test_drafts_of_one_folder_that_fit_a_pattern_are_a_package() -> None:
    names = ["flood/main.md", "flood/box.md", "fire/main.md", "fire/box.md", "lone/main.md", "notes.txt", "todo.txt"]
    sources = [Source(name, "") for name in names]
    found = [[source.name for source in package] for package in packages(sources, Config(packages=("*/*.md",)))]
    assert found == [["flood/main.md", "flood/box.md"], ["fire/main.md", "fire/box.md"]]
    assert packages(sources, Config()) == []
    assert packages(sources, Config(), together=True) == [sources]
    assert packages(sources[:1], Config(), together=True) == []


@pytest.mark.parametrize("way", [["--together", "."], ["--config", "desk.yml", "."]])
def test_the_command_line_holds_drafts_together(
    way: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("story.txt").write_text(MAIN, encoding="utf-8")
    Path("box.txt").write_text(SIDEBAR, encoding="utf-8")
    Path("desk.yml").write_text('package: ["*.txt"]\n', encoding="utf-8")
    alone = CliRunner().invoke(main, ["check", "--select", "names", "."])
    assert (alone.exit_code, alone.output) == (0, "No findings in 2 drafts\n")
    done = CliRunner().invoke(main, ["check", "--select", "names", *way])
    assert done.exit_code == 1
    assert "box.txt:3:28" in done.output
    assert "story.txt:3:32" in done.output
