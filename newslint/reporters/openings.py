"""How newslint's own reports open, so that one which lies among the drafts isn't taken for copy."""

from __future__ import annotations

from newslint.startup.expressions import compiled

_SEVERITY = "(?:error|warning|suggestion)"
_RULE = r"[\w.-]+(?:/[\w.-]+)?"
# A line of the formats text and concise, of line, of statistics, and the summary of each; the Markdown page; the page of HTML;
# JSON and the baseline; SARIF; GitHub's commands; what GitLab, JUnit and reviewdog read.
_OPENING = compiled(
    rf"[^\n]+:\d+:\d+: {_SEVERITY} {_RULE}(?: [0-9a-f]{{8}}\n  |  ?\S)"
    r"|[^\n]+:\d+:\d+:[\w-]+[/.][\w-]+:\S"
    rf"|[ ]*\d+  {_RULE} +{_SEVERITY}\n"
    r"|<!doctype html>\n<!-- A proof that newslint has set"
    r"|\{\s*\"version\": 1,\s*\"(?:findings|tool)\":"
    r"|\{\s*\"\$schema\": \"[^\"\n]*/sarif-"
    r"|::(?:error|warning|notice) (?:file|title)="
    r"|\[\s*\{\s*\"type\": \"issue\",\s*\"check_name\":"
    r"|<\?xml [^>\n]*>\s*<testsuites name=\"newslint\""
    r"|\{\s*\"source\": \{\s*\"name\": \"newslint\""
    r"|(?:\*\*newslint\*\*: )?(?:No findings|\d+ (?:error|warning|suggestion)s?[^\n]*) in \d+ drafts?(?:[;\n]|\Z)"
)


def is_report(text: str) -> bool:
    """Whether `text` opens as one of newslint's own reports does, in whatever format, or a baseline."""
    return _OPENING.match(text) is not None
