"""JUnit's XML, which every build server reads: a suite a draft, a failed case a finding."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from newslint.finding import Finding
from newslint.report import Report, Run
from newslint.reporters.terminal import printable
from newslint.startup.expressions import compiled

# What XML 1.0 has no way to write, over and above what `printable` takes out.
_NO_XML = compiled("[\ufffe\uffff]")


def report(run: Run) -> str:
    """The run as XML. A draft without findings is a case that passed."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    found = sum(1 for _ in run.findings)
    tests = sum(max(1, len(each.findings)) for each in run.reports) + len(run.failures)
    totals = f'tests="{tests}" failures="{found}" errors="{len(run.failures)}" time="0"'
    lines.append(f'<testsuites name="newslint" {totals}>')
    for each in run.reports:
        lines += _suite(each)
    if run.failures:
        lines += _broken(run.failures)
    return "\n".join([*lines, "</testsuites>"]) + "\n"


def _suite(report: Report) -> Iterator[str]:
    name = _attribute(report.source.name)
    found = report.findings
    yield f'  <testsuite name={name} tests="{max(1, len(found))}" failures="{len(found)}" errors="0" time="0">'
    if not found:
        yield f'    <testcase classname={name} name="newslint" time="0"/>'
    for finding in found:
        yield f'    <testcase classname={name} name={_attribute(_case(finding))} time="0">'
        message = f"message={_attribute(finding.message)} type={_attribute(str(finding.severity))}"
        yield f"      <failure {message}>{_text(_account(finding))}</failure>"
        yield "    </testcase>"
    yield "  </testsuite>"


def _case(finding: Finding) -> str:
    return f"{finding.rule} at {finding.start.line}:{finding.start.column}"


def _account(finding: Finding) -> str:
    lines = [f"{finding.path}:{finding.start.line}:{finding.start.column}: {finding.message}"]
    lines += [f"{other.path}:{other.start.line}:{other.start.column}: {other.message}" for other in finding.related]
    return "\n".join(printable(line) for line in lines)


def _broken(failures: tuple[str, ...]) -> Iterator[str]:
    number = len(failures)
    yield f'  <testsuite name="newslint" tests="{number}" failures="0" errors="{number}" time="0">'
    for failure in failures:
        yield '    <testcase classname="newslint" name="could not be done" time="0">'
        yield f'      <error message={_attribute(failure)} type="error"/>'
        yield "    </testcase>"
    yield "  </testsuite>"


def _attribute(text: str) -> str:
    return quoteattr(_NO_XML.sub("\ufffd", printable(text)))


def _text(text: str) -> str:
    return escape(_NO_XML.sub("\ufffd", text))
