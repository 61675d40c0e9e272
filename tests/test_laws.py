"""What holds for every draft, whatever stands in it.

The drafts are put together from what news copy is made of and what goes wrong with it on its way. The same ones
come up in every run; `LAWS=2000 pytest tests/test_laws.py` looks for new ones, 2,000 for each law.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newslint.config.settings import Config
from newslint.desk.run import Desk, check_drafts
from newslint.document import Document
from newslint.finding import Finding, Safety, Severity
from newslint.linter import lint
from newslint.plugins import builtin
from newslint.plugins.registry import Registry, plugin_manager, registry
from newslint.report import Report, Run
from newslint.reporters.json import as_dict
from newslint.source import Location, Source, Span
from newslint.testing import fixed

HERE = Path(__file__).parent
DRAFTS = HERE.parent / "examples" / "drafts"
SCHEMA = HERE.parent / "docs" / "findings.schema.json"
REGISTRY: Registry = registry(plugin_manager(builtin, entry_points=False))
CONFIG = Config(level=Severity.SUGGESTION, min_confidence=0.0)
SUFFIXES = [".txt", ".md", ".html"]

_wanted = os.environ.get("LAWS")
settings.register_profile(
    "laws",
    max_examples=int(_wanted or 60),
    derandomize=_wanted is None,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("laws")

NAMES = [
    *("Lucia Marchetti", "Marchetti", "Marcheti", "Ms Marchetti", "Lucy Marchetti", "Kim Dal-rae", "Kim Dal Rae"),
    *("Erdoğan Çelik", "Celik", "Jean-Luc Ferrand", "O’Hara", "O'Hara", "McAllan", "Macallan", "van der Berg"),
    *("the Ministry of Roads", "Ministry of Road", "Northmere Trust (NMT)", "NTM", "the U.S.", "US", "Marle", "Marl"),
    *("Dr Sandiford", "Sir Humphrey Dace", "HUMPHREY DACE", "Sergei", "Sergey", "mayor Moule", "the Mayor of Ellery"),
]
FIGURES = [
    *("12 people", "14 people", "twelve", "£3.2m", "$5bn", "£5m", "40%", "forty per cent", "60 = 48 + 12", "1,200.50"),
    *("a further 12", "of whom three", "between 90 and 40", "one in five (30%)", "10 miles (26km)", "aged 62", ", 64,"),
    *("from 200 to 250, up 35%", "from 1982 to 1998, 26 years", "more than 150", "three men: A, B, C and D", "0", "½"),
    *(
        "Tuesday 15 May 2024",
        "31 June",
        "20224",
        "born in 1990 and died in 1890",
        "3 p.m.",
        "15:00",
        "May",
        "the 1990s",
    ),
]
WORDS = [
    *("said", "the", "the the", "had had", "a", "colour", "color", "organise", "organize", "adviser", "advisor"),
    *("co-operate", "cooperate", "Supreme Court", "supreme court", "killed", "people", "TK", "XXX", "[CHECK]", "—"),
    *("Photograph: A Bell/Wire", "By Ann Bell", "Skip to main content", "lorem ipsum", "beforethe", "1. one", "3. two"),
]
MARKS = ["“", "”", '"', "‘", "’", "'", "(", ")", "[", "]", ".", ",", ";", ":", "…", "...", "–", "-", "8’ 2”", "«", "»"]
MARKUP = [
    *("**", "*", "_", "`", "```\n", "# ", "> ", "| a | b |\n|---|---|\n", "- ", "[x](y)", "![z](w)", "---\n", "<br>"),
    *("<p>", "</p>", "<b>", "</b>", "<!-- ", " -->", "<figure><figcaption>", "</figcaption>", "&nbsp;", "&amp;", "&#x"),
    *("<script>", "</script>", "<table><tr><td>", "<ul><li>", "<blockquote>", "<<<<<<< HEAD\n", "{{< x >}}", "<nav>"),
]
ODD = [
    "\0",
    "\ud800",
    "\u200b",
    "\u00a0",
    "\u202e",
    "e\u0301",
    "ﬁ",
    "İ",
    "ẞ",
    "😀",
    "\ufeff",
    "\x1b[1m",
    "\f",
    "\u2028",
]
JOINS = [" ", " ", " ", "", "\n", "\n\n", "\n\n", "\r\n", "\r", "\t"]
BITS = st.sampled_from([*NAMES, *NAMES, *FIGURES, *FIGURES, *WORDS, *WORDS, *MARKS, *MARKUP, *ODD])


@st.composite
def heaps(draw: st.DrawFn) -> str:
    """A heap of what copy is made of."""
    return "".join(draw(BITS) + draw(st.sampled_from(JOINS)) for _ in range(draw(st.integers(0, 60))))


@cache
def stories() -> list[str]:
    """The example drafts and the stories of the corpus."""
    files = sorted([*DRAFTS.glob("*.*"), *(HERE / "corpus").glob("*.*")])
    return [file.read_text(encoding="utf-8") for file in files if not file.name.endswith(".findings.txt")]


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A story cut, doubled and sprinkled in places, as drafts are."""
    text = draw(st.sampled_from(stories()))
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 80)))
        text = text[:start] + draw(st.sampled_from(["", text[start:end] * 2, *MARKS, *ODD, *NAMES])) + text[end:]
    return text


TEXTS = st.one_of(heaps(), damaged())
FORMATS = st.sampled_from(SUFFIXES)


def report_on(text: str, suffix: str) -> Report:
    return lint(Source("draft" + suffix, text, suffix), REGISTRY, CONFIG)


def parsed(text: str, suffix: str) -> Document:
    source = Source("draft" + suffix, text, suffix)
    return REGISTRY.parser_for(source)(source)


@given(TEXTS, FORMATS)
def test_no_rule_fails_on_any_text(text: str, suffix: str) -> None:
    assert report_on(text, suffix).failures == ()


@given(TEXTS, FORMATS)
def test_every_place_is_where_it_says(text: str, suffix: str) -> None:
    source = Source("draft", text)
    for finding in report_on(text, suffix).findings:
        for start, end, said in _places(finding):
            assert 0 <= start.offset <= end.offset <= len(text)
            assert start == source.location(start.offset)
            assert end == source.location(end.offset)
            assert said is None or text[start.offset : end.offset] == said


def _places(finding: Finding) -> Iterator[tuple[Location, Location, str | None]]:
    yield finding.start, finding.end, finding.text
    for other in finding.related:
        yield other.start, other.end, other.text
    for edit in finding.fix.edits if finding.fix else ():
        yield edit.start, edit.end, None


@given(TEXTS, FORMATS)
def test_blocks_stand_in_order_and_apart(text: str, suffix: str) -> None:
    document = parsed(text, suffix)
    end = 0
    for block in document.blocks:
        assert end <= block.start < block.end <= len(document.text)
        end = block.end


@given(TEXTS, FORMATS)
def test_every_block_has_its_place_in_the_draft(text: str, suffix: str) -> None:
    document = parsed(text, suffix)
    for block in document.blocks:
        place = document.place(block.span)
        assert 0 <= place.span.start <= place.span.end <= len(text)
        for offset in (block.start, block.end - 1):  # each letter comes from the draft, unless it was an entity
            letter = Span(offset, offset + 1)
            written = document.place(letter)
            assert written.source[written.span]
            if written.span.end - written.span.start == 1:
                assert written.source[written.span] == document[letter] or document[letter].isspace()


@given(TEXTS, FORMATS)
def test_safe_fixes_settle_and_add_no_finding(text: str, suffix: str) -> None:
    before = report_on(text, suffix).findings
    for _ in range(10):
        safe = [finding for finding in report_on(text, suffix).findings if _is_safe(finding)]
        if not safe:
            break
        text = fixed(text, safe)
    after = report_on(text, suffix).findings
    assert not any(map(_is_safe, after))
    assert Counter(finding.rule for finding in after) <= Counter(finding.rule for finding in before)


def _is_safe(finding: Finding) -> bool:
    return finding.fix is not None and finding.fix.safety is Safety.SAFE


@given(TEXTS, FORMATS, st.randoms(use_true_random=False))
def test_order_of_rules_changes_nothing(text: str, suffix: str, chance: Any) -> None:
    expected = report_on(text, suffix).findings
    document = parsed(text, suffix)
    rules = list(CONFIG.rules(REGISTRY))
    chance.shuffle(rules)
    found = [finding for rule in rules for finding in rule(document)]
    assert tuple(sorted(found, key=lambda finding: finding.order)) == expected


@given(TEXTS, FORMATS)
def test_reading_twice_finds_the_same(text: str, suffix: str) -> None:
    assert report_on(text, suffix).findings == report_on(text, suffix).findings


@given(TEXTS, FORMATS)
def test_json_keeps_the_contract(text: str, suffix: str) -> None:
    run = as_dict(Run((report_on(text, suffix),)))
    assert sorted(_validator().iter_errors(run), key=str) == []


@cache
def _validator() -> Any:
    from jsonschema import Draft202012Validator

    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def test_order_of_files_changes_nothing() -> None:
    files = sorted(DRAFTS.iterdir())
    expected = check_drafts(files, Desk(REGISTRY, CONFIG))
    assert list(check_drafts(files[::-1], Desk(REGISTRY, CONFIG)).findings) == list(expected.findings)
    assert list(check_drafts(files[1::2] + files[::2], Desk(REGISTRY, CONFIG)).findings) == list(expected.findings)


def test_every_process_says_the_same() -> None:
    """Python hashes text differently in each process: nothing may come of it."""
    files = [str(path) for path in sorted(DRAFTS.iterdir())]
    command = [sys.executable, "-m", "newslint", "check", "--isolated", "--level", "suggestion", "--exit-zero"]
    outputs = {
        subprocess.run(
            [*command, "--output-format", "json", *files],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "4711")
    }
    assert len(outputs) == 1


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_one_story_in_each_format_has_its_findings_at_their_offsets(suffix: str) -> None:
    text = (DRAFTS / f"quarry{suffix}").read_text(encoding="utf-8")
    run = as_dict(Run((report_on(text, suffix),)))
    assert run["findings"]
    for finding in run["findings"]:
        for place in (finding, *finding["related"]):
            assert text[place["start"]["offset"] : place["end"]["offset"]] == place["text"]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_one_story_has_the_same_faults_in_each_format(suffix: str) -> None:
    assert _said(suffix) == _said(".txt")


def _said(suffix: str) -> list[tuple[str, str]]:
    text = (DRAFTS / f"quarry{suffix}").read_text(encoding="utf-8")
    shown = replace(CONFIG, level=Severity.WARNING, min_confidence=0.5)
    found = lint(Source("draft" + suffix, text, suffix), REGISTRY, shown).findings
    return sorted((finding.rule, finding.message) for finding in found if finding.severity >= Severity.WARNING)


LARGE = 20_000
ODD_DRAFTS = {
    "empty": "",
    "white space": " \n\t\r\n \u00a0\n",
    "one letter": "x",
    "NUL": "\0" * 50,
    "lone surrogates": "a \ud800 b \udfff " * 50,
    "one long word": "a" * LARGE,
    "one long line": "The mayor said that 12 people were hurt on Monday. " * (LARGE // 50),
    "many short lines": "Yes.\n" * (LARGE // 5),
    "marks only": "“" * (LARGE // 10) + "’" * (LARGE // 10),
    "brackets only": "(" * (LARGE // 10) + "[" * (LARGE // 10),
    "figures only": "12 " * (LARGE // 10),
    "one figure": "9" * LARGE,
    "capitals only": "Anna Bell " * (LARGE // 20),
    "nested markup": "<div>" * 2000 + "x" + "</div>" * 1000,
    "unclosed markup": "<figure><figcaption>" * 500 + "<!-- ",
    "nested quotations": "> " * 500 + "x",
    "stars": "*" * 2000 + "a" + "_" * 2000,
    "entities": "&amp;&#0;&#xD800;&#x110000;&nope;" * 100,
    "a table": "| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * 500,
    "front matter without end": "---\ntitle: [\n" * 50,
}


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("name", ODD_DRAFTS)
def test_odd_drafts_are_read_to_the_end(name: str, suffix: str) -> None:
    report = report_on(ODD_DRAFTS[name], suffix)
    assert report.failures == ()
    json.dumps(as_dict(Run((report,))))
