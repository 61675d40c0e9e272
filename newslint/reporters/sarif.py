"""SARIF 2.1.0, which code hosts and editors read: one run with its rules, results, fixes and what was stetted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from newslint.finding import Edit, Finding, Related, Safety, Severity
from newslint.packs.explain import page
from newslint.packs.rule import Stanza
from newslint.report import Run
from newslint.reporters.json_text import json_text
from newslint.reporters.terminal import printable
from newslint.source import Location
from newslint.startup.expressions import compiled
from newslint.version import VERSION

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "note"}
# In a message, [text](place) is a link: words of a draft must not make one.
_LINK = compiled(r"\[(?=[^\]]*\]\()")


def report(run: Run) -> str:
    """The run as SARIF, with a line end."""
    return json_text(as_dict(run))


def as_dict(run: Run) -> dict[str, Any]:
    """The run as the mapping that SARIF describes."""
    shown = sorted({finding.rule for finding in run.findings} | {f.rule for r in run.reports for f, _ in r.stetted})
    stanzas = run.stanzas()
    rules = sorted({*stanzas, *shown})
    index = {rule: number for number, rule in enumerate(rules)}
    driver = {
        "name": "newslint",
        "semanticVersion": VERSION,
        "rules": [_descriptor(rule, stanzas) for rule in rules],
    }
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "invocations": [_invocation(run.failures)],
                "results": list(_results(run, index)),
            }
        ],
    }


def _descriptor(rule: str, stanzas: Mapping[str, Stanza]) -> dict[str, Any]:
    if rule not in stanzas:
        return {"id": rule}
    stanza = stanzas[rule]
    descriptor: dict[str, Any] = {
        "id": rule,
        "shortDescription": {"text": stanza.why},
        "help": {"text": _help(stanza), "markdown": page(stanza)},
        "defaultConfiguration": {"level": _LEVELS[stanza.severity], "enabled": stanza.enabled},
        "properties": {"tags": [stanza.pack]},
    }
    if stanza.source and stanza.source.url:
        descriptor["helpUri"] = stanza.source.url
    return descriptor


def _help(stanza: Stanza) -> str:
    return f"{stanza.why} Exceptions: {stanza.exceptions}" if stanza.exceptions else stanza.why


def _invocation(failures: Iterable[str]) -> dict[str, Any]:
    told = [{"level": "error", "message": _message(failure)} for failure in failures]
    return {"executionSuccessful": not told, "toolExecutionNotifications": told}


def _results(run: Run, index: Mapping[str, int]) -> Iterable[dict[str, Any]]:
    for report in run.reports:
        for finding in report.findings:
            yield _result(finding, index)
        for finding, stet in report.stetted:
            kind = "inSource" if stet.path == finding.path else "external"
            yield {
                **_result(finding, index),
                "suppressions": [{"kind": kind, "status": "accepted", "justification": printable(stet.reason)}],
            }


def _result(finding: Finding, index: Mapping[str, int]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "level": _LEVELS[finding.severity],
        "rank": round(finding.confidence * 100, 1),
        "message": _message(finding.message),
        "locations": [{"physicalLocation": _place(finding)}],
        "partialFingerprints": {"newslint/v1": finding.fingerprint},
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, "physicalLocation": _place(other), "message": _message(other.message)}
            for number, other in enumerate(finding.related, 1)
        ]
    if finding.fix and finding.fix.safety is not Safety.SUGGESTION:
        replacements = [_replacement(edit) for edit in finding.fix.edits]
        result["fixes"] = [
            {
                "description": {"text": f"{finding.fix.safety.value} fix of {finding.rule}"},
                "artifactChanges": [{"artifactLocation": {"uri": uri(finding.path)}, "replacements": replacements}],
            }
        ]
    return result


def _message(text: str) -> dict[str, str]:
    return {"text": _LINK.sub(r"\\[", printable(text)) or "-"}


def _place(place: Finding | Related) -> dict[str, Any]:
    snippet = {"text": printable(place.text)}
    return {
        "artifactLocation": {"uri": uri(place.path)},
        "region": {**_region(place.start, place.end), "snippet": snippet},
    }


def _region(start: Location, end: Location) -> dict[str, Any]:
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": start.offset,
        "charLength": end.offset - start.offset,
    }


def _replacement(edit: Edit) -> dict[str, Any]:
    return {"deletedRegion": _region(edit.start, edit.end), "insertedContent": {"text": edit.replacement}}


def uri(path: str) -> str:
    """`path` as a URI: relative where it's relative."""
    pure = PurePath(path)
    if pure.is_absolute():
        return "file:///" + quote(pure.as_posix().lstrip("/").encode("utf-8", "surrogateescape"))
    return quote(pure.as_posix().encode("utf-8", "surrogateescape"))
