"""A rule's page, made of its stanza."""

from __future__ import annotations

from newslint.rule import Citation, Example, Stanza


def page(stanza: Stanza) -> str:
    """The rule's page as Markdown."""
    parts = [f"## {stanza.id}", stanza.why, f"Severity: {stanza.severity}. Check: `{stanza.check}`."]
    if stanza.exceptions:
        parts.append(f"Exceptions: {stanza.exceptions}")
    if stanza.source:
        parts.append(f"Source: {_citation(stanza.source)}")
    parts += [_example(example) for example in stanza.examples]
    return "\n\n".join(parts) + "\n"


def _citation(source: Citation) -> str:
    name = f"[{source.name}]({source.url})" if source.url else source.name
    return f"{name}, {source.page}" if source.page else name


def _example(example: Example) -> str:
    rows = []
    if example.bad:
        rows.append(f"- Found: {_quoted(example.bad)}")
    if example.good:
        rows.append(f"- {'Mended' if example.bad else 'Silent'}: {_quoted(example.good)}")
    if example.known_false_positive:
        rows.append(f"- Known false alarm: {_quoted(example.known_false_positive)}")
    return "\n".join(rows)


def _quoted(copy: str) -> str:
    return "`" + " ¶ ".join(copy.split("\n\n")).replace("\n", " ").replace("`", "'") + "`"
