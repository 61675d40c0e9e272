"""Laws of drafts in Word: spans lie in the copy, and it says the same as the plain text of it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from newslint.config.settings import Config
from newslint.desk.annotating import annotated
from newslint.desk.run import Desk
from newslint.finding import Finding, Related, Severity
from newslint.plugins.registry import Registry
from newslint.reading import decode, read
from newslint.report import Report
from tests.word.conftest import word_file
from tests.word.test_comments import bare, covered
from tests.word.test_docx import p, r

DRAFTS = sorted((Path(__file__).parents[2] / "examples" / "drafts").glob("*.txt"))


def in_word(lines: list[str], seed: int) -> bytes:
    """The lines as paragraphs of a Word document, each cut into runs by lot."""
    chance = random.Random(seed)
    body = ""
    for line in lines:
        runs, at = "", 0
        while at < len(line):
            length = chance.randint(1, 30)
            runs += r(escape(line[at : at + length]), chance.choice(("", "", "<w:i/>")))
            at += length
        body += f"<w:p>{runs}</w:p>{p('') * chance.randint(0, 1)}"
    return word_file(body)


def places(report: Report, most: int | None = None) -> Iterator[Finding | Related]:
    """Every finding, each followed by its other places, or so many of them."""
    for finding in report.findings:
        yield finding
        yield from finding.related[:most]


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.name)
def test_law_spans_lie_in_the_copy_and_comments_at_them(path: Path, built_in: Registry) -> None:
    pytest.importorskip("docx", reason="python-docx, of the extra “docx”, isn't installed")
    lines = [line for line in read(path).text.split("\n") if line.strip()]
    data = in_word(lines, len(path.name))
    source = decode(data, "draft.docx", ".docx")
    assert source.text == "\n".join(lines)
    report = Desk(built_in, Config(level=Severity.SUGGESTION)).report_on(source)
    for place in places(report):
        assert source.text[place.start.offset : place.end.offset] == place.text
        paragraph = source.paragraphs[place.start.line - 1]
        assert paragraph.start <= place.start.offset < paragraph.end
    marked = annotated(data, report)
    shown = list(places(report, 4))
    words = [place.text.strip().replace("\n", "") for place in shown]
    assert [covered(marked)[str(number)] for number in range(len(shown))] == words
    assert bare(marked) == bare(data)
    assert annotated(marked, report) == marked


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.name)
def test_a_draft_without_styles_says_what_its_plain_text_says(path: Path, built_in: Registry) -> None:
    pytest.importorskip("docx", reason="python-docx, of the extra “docx”, isn't installed")
    desk = Desk(built_in, Config())
    plain = desk.report_on(read(path))
    lines = [line for line in plain.source.text.split("\n") if line.strip()]
    word = desk.report_on(decode(in_word(lines, 1), path.name, ".docx"))
    assert {finding.fingerprint for finding in word.findings} == {finding.fingerprint for finding in plain.findings}
