"""The page of a run: a list of its drafts, each draft as a proof, and a policy that lets nothing else in."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from string import Template

from newslint.finding import SEVERITIES, Finding, Severity
from newslint.report import Report, Run
from newslint.reporters.html.escaping import words
from newslint.reporters.html.proof import Numbered, aims, draft_name, laid, loose, numbered, proof, word_count
from newslint.startup.row import Row

_HERE = Path(__file__).parent


def report(run: Run) -> str:
    """The run as one page of HTML, in letters of ASCII, so that it's the same in whatever encoding it's written."""
    style, script = part("proof.css"), part("proof.js")
    pages = proofs(run)
    title = draft_name(run.reports[0].source) if len(run.reports) == 1 else _counted(run.drafts, "draft")
    html = Template(part("page.html")).substitute(
        policy=policy(style, script),
        title=words(title),
        summary=words(_summary(run, pages)),
        bar=bar(list(run.findings)),
        contents=_contents(run, pages),
        told=told(run),
        drafts="".join(each.html for each in pages),
        style=style,
        script=script,
    )
    return html.encode("ascii", "xmlcharrefreplace").decode("ascii")


class Proof(Row):
    """One draft's part of the page, with the name that links to it, and how many words and findings it has."""

    name: str
    words: int
    findings: int
    html: str


def part(name: str) -> str:
    """One of the page's own files, which lie beside this one."""
    return (_HERE / name).read_text(encoding="ascii")


def policy(style: str, script: str, connect: str = "'none'", types: str = "'none'") -> str:
    """The Content-Security-Policy of a page with this style and script in it: these two, and nothing from anywhere.

    The page of the desk may also ask the desk itself (`connect`), and takes HTML from it by the one policy `types`.
    """
    return "; ".join(
        [
            "default-src 'none'",
            f"style-src {_hash(style)}",
            f"script-src {_hash(script)}",
            f"connect-src {connect}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            f"trusted-types {types}",
        ]
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('ascii')).digest()).decode('ascii')}'"


def proofs(run: Run) -> list[Proof]:
    """The drafts of a run, and what there is to say of its configuration, each as a part of the page."""
    pages = numbered(run.reports)
    by_path = aims(each for page in pages for each in page)
    drafts = [
        laid(run.document(each.source), by_path.get(each.source.name, ())) if each.of_draft else None
        for each in run.reports
    ]
    placed = {mark.place for draft in drafts if draft for marks in draft.marks.values() for mark in marks}
    made: list[Proof] = []
    for index, (each, found, draft) in enumerate(zip(run.reports, pages, drafts, strict=True), 1):
        html = proof(each, draft, found, placed) if draft else loose(each, found)
        number = word_count(draft.document) if draft else 0
        made.append(Proof(f"d{index}", number, len(found), _section(f"d{index}", each, number, found, html)))
    return made


def _section(name: str, report: Report, copy: int, found: list[Numbered], html: str) -> str:
    slug = _slug(copy, [each.finding for each in found])
    label = words(draft_name(report.source))
    return (
        f'<section class="draft" id="{name}" aria-label="{label}">\n'
        f'<p class="slug"><b>{label}</b> <span>{slug}</span></p>\n{html}</section>\n'
    )


def _slug(copy: int, findings: Iterable[Finding]) -> str:
    """How long the copy is, and how many findings of each severity it has."""
    counted = Counter(finding.severity for finding in findings)
    counts = [_counted(counted[severity], str(severity)) for severity in reversed(Severity) if counted[severity]]
    return " \u00b7 ".join([_counted(copy, "word"), ", ".join(counts) or "no findings"])


def _summary(run: Run, pages: list[Proof]) -> str:
    """The slug of all drafts together, and what was left out."""
    aside = [f"{run.stetted} let stand"] * bool(run.stetted) + [f"{run.baselined} in the baseline"] * bool(
        run.baselined
    )
    return " \u00b7 ".join([_slug(sum(page.words for page in pages), run.findings), *aside])


def _contents(run: Run, pages: list[Proof]) -> str:
    """The list of drafts, where there are several."""
    if len(pages) < 2:
        return ""
    rows = "".join(
        f'<li><a href="#{page.name}">{words(draft_name(report.source))}</a> <span>{page.findings or ""}</span></li>'
        for report, page in zip(run.reports, pages, strict=True)
    )
    return f'<nav class="contents" aria-label="Drafts"><h2>Drafts</h2><ol>{rows}</ol></nav>'


def bar(findings: list[Finding]) -> str:
    """What filters findings by severity and rule. It's of no use without the script, which shows it."""
    severities = Counter(str(finding.severity) for finding in findings)
    rules = Counter(finding.rule for finding in findings)
    boxes = "".join(_box(name, severities[name]) for name in SEVERITIES if severities[name])
    options = "".join(
        f'<option value="{words(rule)}">{words(rule)} ({number})</option>' for rule, number in sorted(rules.items())
    )
    return (
        f'<form class="bar" hidden aria-label="Findings to show">{boxes}'
        f'<label class="rules">Rule <select name="rule"><option value="">all ({len(findings)})</option>{options}'
        '</select></label><span class="steps"><button type="button" value="-1">Previous</button>'
        '<button type="button" value="1">Next</button></span><output aria-live="polite"></output></form>'
    )


def _box(name: str, number: int) -> str:
    return (
        f'<label class="{name}"><input type="checkbox" name="severity" value="{name}" checked>'
        f" {_counted(number, name)}</label>"
    )


def told(run: Run) -> str:
    """What could not be done, or only in an unusual way, in a list."""
    notices = [f"{each.source.name}: {notice}" for each in run.reports for notice in each.source.notices]
    rows = "".join(_told([*run.failures, *run.notices, *notices]))
    return f'<ul class="told">{rows}</ul>' if rows else ""


def _told(sentences: list[str]) -> Iterator[str]:
    return (f"<li>{words(sentence)}</li>" for sentence in sentences)


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
