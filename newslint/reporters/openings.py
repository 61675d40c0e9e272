"""How newslint's own reports open, so that one which lies among the drafts isn't taken for copy."""

from __future__ import annotations

from newslint.startup.expressions import compiled

_SEVERITY = "(?:error|warning|suggestion)"
_RULE = r"[\w.-]+(?:/[\w.-]+)?"
# A line of the formats text and concise, of line, of statistics, and the summary of each; the Markdown page; JSON and the baseline;
# the page of HTML.
_OPENING = compiled(
    rf"[^\n]+:\d+:\d+: {_SEVERITY} {_RULE}(?: [0-9a-f]{{8}}\n  |  ?\S)"
    r"|[^\n]+:\d+:\d+:[\w-]+[/.][\w-]+:\S"
    rf"|[ ]*\d+  {_RULE} +{_SEVERITY}\n"
    r"|<!doctype html>\n<!-- A proof that newslint has set"
    r"|\{\s*\"version\": 1,\s*\"(?:findings|tool)\":"
    r"|(?:\*\*newslint\*\*: )?(?:No findings|\d+ (?:error|warning|suggestion)s?[^\n]*) in \d+ drafts?(?:[;\n]|\Z)"
)


def is_report(text: str) -> bool:
    """Whether `text` opens as the reports do that people read: text, concise, line, statistics, markdown, json, html; or is a baseline."""
    return _OPENING.match(text) is not None
