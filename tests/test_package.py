from __future__ import annotations

from newslint.config import Config
from newslint.linter import Report
from newslint.package import lint_package
from newslint.plugins import Registry
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
    reports = lint_package(sources, registry, Config(select=("names", "repetition")))
    return {report.source.name: report for report in reports}


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
    reports = lint_package([story, page], built_in, Config(select=("names",)))
    assert not reports[1].findings
    assert len(reports[1].stetted) == 1
    assert not reports[1].unused


def test_one_draft_is_no_package(built_in: Registry) -> None:
    (report,) = lint_package([Source("story.txt", MAIN)], built_in, Config(select=("names",)))
    assert not report.findings
