"""The page as a file: what stands in it, that nothing of a draft gets out of its place, and that it asks for nothing."""

from __future__ import annotations

import base64
import hashlib
import re
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner

from newslint.cli.commands import main
from newslint.config.settings import Config
from newslint.desk.run import Desk, check_drafts
from newslint.document import Block, Document, Role
from newslint.finding import Finding, Related, Severity
from newslint.plugins.registry import Registry
from newslint.report import Report, Run
from newslint.reporters.html.page import report
from newslint.reporters.html.proof import aims, laid, numbered, proof
from newslint.reporters.openings import is_report
from newslint.source import Source, Span

EXAMPLES = Path(__file__).parents[3] / "examples" / "drafts"
HOSTILE = "</style></script><script>alert(1)</script><img src=x onerror=alert(1)>\"'&amp;\x1b[2J\u202e\ud800"


def page_of(*paths: Path, registry: Registry, config: Config) -> str:
    return report(check_drafts(paths, Desk(registry, config)))


@pytest.fixture(scope="module")
def ferry(built_in: Registry, config: Config) -> str:
    return page_of(EXAMPLES / "ferry.txt", registry=built_in, config=config)


def finding(source: Source, span: Span, *related: Related) -> Finding:
    start, end = source.location(span.start), source.location(span.end)
    return Finding(
        source.name, "names/spelling", Severity.WARNING, 0.9, "m", source[span], start, end, related, None, "0" * 16
    )


def hostile() -> str:
    source = Source(HOSTILE + ".txt", f"{HOSTILE}\n\n{HOSTILE} said.\n")
    found = finding(source, Span(0, len(HOSTILE)))._replace(message=HOSTILE, rule=HOSTILE)
    return report(Run((Report(source, (found,)),), (HOSTILE,)))


def test_each_finding_is_marked_and_noted(ferry: str) -> None:
    for number in range(1, 5):
        assert f'id="p{number}"' in ferry
        assert f'href="#n{number}"' in ferry
        assert f'id="n{number}"' in ferry
    assert ferry.count("<article") == 4
    assert 'data-own="4">Marcheti</mark>' in ferry
    assert "14 in the headline, twelve in the story" in ferry
    assert "What spoke for it" in ferry


@pytest.mark.parametrize("page", [hostile, None], ids=["hostile", "ferry"])
def test_the_policy_lets_in_these_two_and_nothing_else(page: object, ferry: str) -> None:
    html = page() if callable(page) else ferry
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert policy
    assert policy[1].startswith("default-src 'none'; ")
    assert "unsafe" not in policy[1]
    [style] = re.findall(r"<style>(.*?)</style>", html, re.S)
    [script] = re.findall(r"<script>(.*?)</script>", html, re.S)
    for text in (style, script):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy[1]


def test_it_asks_for_nothing(ferry: str) -> None:
    assert not re.search(r"""(?:src|action|srcset|poster|data)=["']""", ferry)
    assert set(re.findall(r"href=[\"']([^\"']*)", ferry)) <= {"data:,", *re.findall(r"#[\w-]+", ferry)}
    assert not re.search(r"@import|url\(|fetch\(|XMLHttpRequest|https?://(?!www\.w3\.org/2000/svg)", ferry)
    assert not re.search(r"<[^>]*\s(?:style|on\w+)=", ferry)


def test_each_link_has_its_place(built_in: Registry, config: Config) -> None:
    html = page_of(*sorted(EXAMPLES.iterdir()), registry=built_in, config=config)
    names = re.findall(r'\sid="([^"]+)"', html)
    assert len(names) == len(set(names))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(names)


def test_a_draft_stays_in_its_place() -> None:
    html = hostile()
    assert html.isascii()
    assert html.count("<script") == html.count("<style") == 1
    assert "<img" not in html
    assert "&lt;/style&gt;&lt;/script&gt;" in html
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f]", html)
    assert not re.search("[\u202e\ud800]", unescape(html))


def test_roles_are_set_as_what_they_are() -> None:
    copy = [
        (Role.HEADLINE, "Bridge shut"),
        (Role.STANDFIRST, "Again"),
        (Role.BYLINE, "By Ann Ash"),
        (Role.CAPTION, "The bridge"),
        (Role.CREDIT, "Ben Birch"),
        (Role.CROSSHEAD, "What next"),
        (Role.PULL_QUOTE, "Never"),
        (Role.BLOCK_QUOTE, "Ever"),
        (Role.LIST_ITEM, "one"),
        (Role.LIST_ITEM, "two"),
        (Role.TABLE_CELL, "cell"),
        (Role.FURNITURE, "Share this"),
        (Role.PARAGRAPH, "An end\ufffc."),
    ]
    document = Document.of(*copy)
    html = proof(Report(document.source), laid(document, []), [], ())
    for wanted in (
        '<h2 class="headline">Bridge shut</h2>',
        '<p class="standfirst">Again</p>',
        '<p class="byline">By Ann Ash</p>',
        '<p class="caption">The bridge</p>',
        '<p class="credit">Ben Birch</p>',
        '<h3 class="crosshead">What next</h3>',
        '<blockquote class="pull">Never</blockquote>',
        '<blockquote class="block">Ever</blockquote>',
        '<p class="furniture">Share this</p>',
        "<tr><td>cell</td></tr>",
    ):
        assert wanted in html
    assert html.count("<ul") == 1
    assert html.count("<li>") == 2
    assert "\u22ef</span>." in html


def test_a_dateline_leads_into_its_paragraph() -> None:
    text = "SALTMOUTH \u2014 The ferry left.\n\nIt came back."
    blocks = (Block(Role.DATELINE, 0, 9), Block(Role.PARAGRAPH, 12, 27), Block(Role.PARAGRAPH, 29, 42))
    document = Document(Source("a.txt", text), text, blocks)
    html = proof(Report(document.source), laid(document, []), [], ())
    assert '<span class="dateline">SALTMOUTH</span> \u2014 The ferry left.</p>' in html
    assert '<p class="paragraph">It came back.</p>' in html


def test_rows_of_a_table_and_numbers_of_a_list(built_in: Registry, config: Config) -> None:
    text = "Results\n\nTeam\tPoints\nAsh\t3\nBirch\t4\n\n1. First go\n2. Then stay\n"
    source = Source("a.txt", text)
    html = proof(Report(source), laid(Desk(built_in, config).document(source), []), [], ())
    assert "<tr><td>Team</td><td>Points</td></tr><tr><td>Ash</td><td>3</td></tr>" in html
    assert '<span class="marker">2.</span> Then stay' in html


def test_several_drafts_are_listed_and_numbered_through(built_in: Registry, config: Config) -> None:
    html = page_of(EXAMPLES / "ferry.txt", EXAMPLES / "quarry.txt", registry=built_in, config=config)
    assert '<a href="#d2">' in html
    assert html.count('<section class="draft"') == 2
    numbers = list(map(int, re.findall(r'<article[^>]* id="n(\d+)"', html)))
    assert numbers == list(range(1, len(numbers) + 1))
    assert "2 drafts</h1>" in html


def test_a_place_in_another_draft_is_marked_there() -> None:
    first, second = Source("a.txt", "Anna Ash left."), Source("b.txt", "Anna Ashe stayed.")
    other = Related("b.txt", "spelled so here", "Ashe", second.location(5), second.location(9))
    html = report(Run((Report(first, (finding(first, Span(5, 8), other),)), Report(second))))
    there = html[html.index('id="d2"') :]
    assert '<span class="at" id="p1-1"></span><mark class="warning other" data-finding="1">Ashe</mark>' in there
    assert '<a href="#p1-1" data-finding="1">b.txt, line 1</a>' in html


def test_a_finding_in_no_copy_is_told_with_its_words(built_in: Registry, config: Config) -> None:
    source = Source("a.md", "<!-- stet: names/spelling -->\n\nA town.\n", ".md")
    report_ = Report(source, (finding(source, Span(0, 29)),))
    [found] = numbered([report_])
    document = Desk(built_in, config).document(source)
    html = proof(report_, laid(document, aims(found)["a.md"]), found, ())
    assert "line 1: <q>&lt;!-- stet: names/spelling --&gt;</q>" in html
    assert "href" not in html


def test_the_number_of_a_list_item_is_marked(built_in: Registry, config: Config) -> None:
    run = check_drafts([EXAMPLES / "first-draft.md"], Desk(built_in, config))
    [number] = [number for number, each in enumerate(run.findings, 1) if each.rule == "draft/numbering"]
    assert f'data-own="{number}">4.</mark>' in report(run)


def test_what_is_said_of_the_configuration_has_notes_without_copy() -> None:
    source = Source(".newslint.yml", "stet:\n  - rule: x\n")
    html = report(Run((Report(source, (finding(source, Span(0, 4)),), of_draft=False),)))
    assert "<article" in html
    assert "<h2" not in html


def test_what_shall_stand_is_told_with_its_reason(tmp_path: Path, built_in: Registry, config: Config) -> None:
    draft = tmp_path / "a.md"
    draft.write_text(
        "# A\n\n<!-- stet: repetition/word, a <b>bet</b> -->\n\nHe saw the the bridge.\n", encoding="utf-8"
    )
    html = page_of(draft, registry=built_in, config=config)
    assert "Let stand" in html
    assert "a &lt;b&gt;bet&lt;/b&gt;" in html
    assert "1 let stand" in html


def test_failures_and_notices_are_told(tmp_path: Path, built_in: Registry, config: Config) -> None:
    (tmp_path / "a.txt").write_bytes("Café said.\n".encode("cp1252"))
    (tmp_path / "b.txt").write_bytes(b"%PDF-1.7")
    html = page_of(tmp_path / "a.txt", tmp_path / "b.txt", registry=built_in, config=config)
    assert "read as Windows-1252" in html
    assert "is a PDF" in html


def test_drafts_of_several_configurations_stand_in_one_page(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / ".newslint.yml").write_text("level: error\n", encoding="utf-8")
        (tmp_path / name / "draft.md").write_text(f"# Story {name}\n\nThey saw the the bridge.\n", encoding="utf-8")
    html = CliRunner().invoke(main, ["check", str(tmp_path), "--output-format", "html"]).stdout
    assert re.findall(r'<h2 class="headline">(.*?)</h2>', html) == ["Story a", "Story b"]
    assert html.count("<article") == 2


def test_a_parser_that_fails_costs_no_page(config: Config, built_in: Registry) -> None:
    def parse(source: Source) -> Document:
        raise ValueError("no")

    registry = built_in._replace(parsers={**built_in.parsers, ".odd": parse})
    run = check_drafts([], Desk(registry, config))
    html = report(Run((Report(Source("a.odd", "A town.", ".odd")),), (), run.stanzas, (), run.document))
    assert "A town." in html


def test_no_draft_is_no_error() -> None:
    assert "0 drafts" in report(Run())


def test_written_over_the_drafts_it_is_taken_for_none(ferry: str) -> None:
    assert is_report(ferry)


def test_it_is_the_same_on_standard_output_and_in_a_file(tmp_path: Path) -> None:
    command = ["check", str(EXAMPLES / "quarry.html"), "--isolated", "--output-format", "html"]
    out = CliRunner().invoke(main, command).stdout
    CliRunner().invoke(main, [*command, "--output", str(tmp_path / "page.html")])
    assert (tmp_path / "page.html").read_text(encoding="ascii") == out
