"""Every machine format, with copy in it that tries to break out, against its published schema."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from newslint.config.settings import Config
from newslint.finding import Edit, Finding, Fix, Related, Safety, Severity
from newslint.plugins.registry import Registry
from newslint.report import Report, Run
from newslint.reporters import github, gitlab, junit, markdown, rdjson, sarif
from newslint.reporters.json import as_dict
from newslint.source import Source, Span
from newslint.stets.comments import Stet

SCHEMAS = Path(__file__).parent.parent / "schemas"
HOSTILE = "a\x1b[31m<b>|`x`\r\n::error::%0A, [here](http://example.org) \ud800\ufffe ]]> 東京"
TEXT = f"Headline\n\nÉtienne 東京 said said {HOSTILE} it.\n"


def finding(source: Source, words: str, message: str, **given: Any) -> Finding:
    at = source.text.index(words)
    span = Span(at, at + len(words))
    start, end = source.location(span.start), source.location(span.end)
    return Finding(
        path=source.name,
        rule=given.get("rule", "repetition/word"),
        severity=given.get("severity", Severity.ERROR),
        confidence=0.95,
        message=message,
        text=words,
        start=start,
        end=end,
        related=(Related(source.name, f"first {HOSTILE}", words, start, end),),
        fix=given.get("fix"),
        fingerprint="0123456789abcdef",
    )


@pytest.fixture
def run(built_in: Registry) -> Run:
    source = Source("desk/a b%,:#.md", TEXT, ".md")
    at = TEXT.index(" said said") + 5
    fix = Fix((Edit(source.location(at), source.location(at + 5), ""),), Safety.UNSAFE)
    findings = (
        finding(source, "said said", f"“said” {HOSTILE}", fix=fix),
        finding(source, "it", "a matter of style", rule="style/of-a-plugin", severity=Severity.SUGGESTION),
        finding(source, "Headline", "]", severity=Severity.WARNING),
    )
    stet = Stet("stet", (), f"because {HOSTILE}", source.name, source.location(0), source.location(3), "Hea", 0, 9)
    report = Report(source, findings, ((findings[0], stet),))
    clean = Report(Source("clean.txt", "Nothing\n"))
    return Run((report, clean), (f"broken.txt: {HOSTILE}",), lambda: Config().stanzas(built_in))


def schema(name: str) -> Any:
    return json.loads((SCHEMAS / name).read_text(encoding="utf-8"))


def test_sarif_is_what_its_schema_says(run: Run) -> None:
    log = json.loads(sarif.report(run))
    jsonschema.Draft4Validator(schema("sarif-2.1.0-rtm.5.json")).validate(log)
    [one] = log["runs"]
    first = one["results"][0]
    rules = one["tool"]["driver"]["rules"]
    assert one["columnKind"] == "unicodeCodePoints"
    assert rules[first["ruleIndex"]]["id"] == first["ruleId"] == "repetition/word"
    assert rules[first["ruleIndex"]]["help"]["markdown"].startswith("## repetition/word")
    assert first["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 3
    assert first["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"] == {"text": ""}
    assert first["partialFingerprints"] == {"newslint/v1": "0123456789abcdef"}
    assert [bool(result.get("suppressions")) for result in one["results"]] == [False, False, False, True]
    assert not one["invocations"][0]["executionSuccessful"]


def test_sarif_region_is_the_text(run: Run) -> None:
    log = json.loads(sarif.report(run))
    region = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]
    line = TEXT.split("\n")[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "said said"
    assert TEXT[region["charOffset"] :][: region["charLength"]] == region["snippet"]["text"] == "said said"


def test_sarif_message_makes_no_link_of_the_draft(run: Run) -> None:
    log = json.loads(sarif.report(run))
    assert r"\[here](http" in log["runs"][0]["results"][0]["message"]["text"]


@pytest.mark.parametrize(
    ("path", "uri"),
    [("a b%.md", "a%20b%25.md"), ("/tmp/é.txt", "file:///tmp/%C3%A9.txt"), ("x:y#?.txt", "x%3Ay%23%3F.txt")],
)
def test_sarif_uri(path: str, uri: str) -> None:
    assert sarif.uri(path) == uri


def test_gitlab_is_what_its_schema_says(run: Run) -> None:
    issues = json.loads(gitlab.report(run))
    jsonschema.validate(issues, schema("gitlab-code-quality.json"))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == 3


def test_rdjson_is_what_its_schema_says(run: Run) -> None:
    result = json.loads(rdjson.report(run))
    jsonschema.validate(result, schema("rdjson.json"))
    suggestion = result["diagnostics"][0]["suggestions"][0]
    line = TEXT.split("\n")[2].encode("utf-8", "surrogatepass")
    start, end = suggestion["range"]["start"]["column"] - 1, suggestion["range"]["end"]["column"] - 1
    assert line[start:end] == b" said"


def test_json_is_what_its_schema_says(run: Run) -> None:
    contract = json.loads((SCHEMAS.parent.parent / "docs" / "findings.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(as_dict(run), contract)
    assert as_dict(run)["stetted"][0]["stet"]["reason"].startswith("because")


def test_junit_has_the_elements_that_its_readers_know(run: Run) -> None:
    import xmlschema

    text = junit.report(run)
    xmlschema.XMLSchema(str(SCHEMAS / "junit.xsd")).validate(text)
    root = ET.fromstring(text)
    assert [suite.get("failures") for suite in root.iter("testsuite")] == ["3", "0", "0"]
    assert root.get("tests") == str(len(list(root.iter("testcase")))) == "5"
    assert len(list(root.iter("error"))) == 1


def test_github_keeps_each_annotation_on_its_line(run: Run) -> None:
    lines = github.report(run).splitlines()
    assert len(lines) == 4
    assert [line.split(" ")[0] for line in lines] == ["::error", "::notice", "::warning", "::error"]
    assert lines[0].startswith("::error file=desk/a b%25%2C%3A#.md,line=3,endLine=3,col=12,endColumn=20,")
    assert "%250A" in lines[0]
    assert "%0Aline 3: first" in lines[0]


def test_markdown_keeps_each_finding_in_its_row(run: Run) -> None:
    text = markdown.report(run)
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    assert len(rows) == 1 + 3
    assert "<b>" not in text
    assert "](http" not in text
    assert all(row.count("|") == 5 for row in rows)


@pytest.mark.parametrize("reporter", [github, gitlab, junit, markdown, sarif])
def test_no_steering_character_gets_through(reporter: Any, run: Run) -> None:
    assert "\x1b" not in reporter.report(run)
    reporter.report(run).encode("utf-8")
