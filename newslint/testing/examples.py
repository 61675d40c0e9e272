"""Documents of a few words, marked copy, and a rule's examples, run."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import Any

from newslint import house, yamlfile
from newslint.config.settings import DESK
from newslint.document import Document
from newslint.finding import Finding
from newslint.hit import options_of
from newslint.linter import parsed
from newslint.packs.rule import Example, Rule
from newslint.plugins import builtin
from newslint.plugins.registry import Registry, plugin_manager, registry
from newslint.readers.checking import checked
from newslint.readers.protocol import answer
from newslint.readers.told import with_told
from newslint.source import Source, Span
from newslint.startup.expressions import compiled

_MARKED = compiled(r"\[\[(.*?)\]\](?!\])", re.S)
_SUFFIXES = {"plain": ".txt", "markdown": ".md", "html": ".html"}


@dataclass(frozen=True)
class MarkedCopy:
    """Copy whose `[[…]]` marks are taken out, with the spans that they stood around."""

    text: str
    spans: tuple[Span, ...]


def marked(copy: str) -> MarkedCopy:
    """Read `[[…]]` marks: `marked("the [[the]] end").spans == (Span(4, 7),)`."""
    parts: list[str] = []
    spans: list[Span] = []
    length = last = 0
    for match in _MARKED.finditer(copy):
        parts += [copy[last : match.start()], match[1]]
        length += match.start() - last
        spans.append(Span(length, length + len(match[1])))
        length += len(match[1])
        last = match.end()
    return MarkedCopy("".join([*parts, copy[last:]]), tuple(spans))


def registry_of(*plugins: ModuleType) -> Registry:
    """What newslint gives and what `plugins` do, and nothing else that's installed. Raises PluginError, naming one."""
    return registry(plugin_manager(builtin, entry_points=False, modules=plugins))


def document(text: str, registry: Registry, format: str = "plain") -> Document:
    """The document that the parser for `format` (plain, markdown, html) makes of `text`."""
    source = Source("example", text, _SUFFIXES.get(format, format))
    return parsed(source, registry)


def findings(
    rule: Rule, text: str, registry: Registry, format: str = "plain", reader: Sequence[Mapping[str, Any]] = ()
) -> list[Finding]:
    """What `rule` alone finds in `text`, in order; `reader` are the rows that a second reader gives."""
    draft = document(text, registry, format)
    if reader:
        draft = with_told(draft, checked([answer(json.dumps({"rows": list(reader)}))], draft, "reader").kept)
    return sorted(rule(draft), key=lambda finding: finding.order)


def at_desk(rule: Rule, desk: Mapping[str, Any]) -> Rule:
    """`rule` as it runs where the configuration says what `desk` says (names, terms, language)."""
    if not desk:
        return rule
    table = yamlfile.as_table(dict(desk), rule.stanza.path, rule.stanza.line)
    said = {key: house.entries(table, key, Path()) for key in ("names", "terms") if key in table}
    given = {DESK[key].replace("-", "_"): value for key, value in {**table, **said}.items()}
    made = type(rule.check)
    known = options_of(made).keys()
    options = {**vars(rule.check), **{key: value for key, value in given.items() if key in known}}
    return replace(rule, check=made(**options))


def fixed(text: str, found: list[Finding]) -> str:
    """`text` with every edit of the findings' fixes made; of edits that overlap, the first."""
    edits = sorted(edit for finding in found if finding.fix for edit in finding.fix.edits)
    end = len(text)
    for start, stop, replacement in reversed(edits):
        if stop.offset <= end:
            text = text[: start.offset] + replacement + text[stop.offset :]
            end = start.offset
    return text


def failures(rule: Rule, example: Example, registry: Registry) -> Iterator[str]:
    """What is wrong with `rule` on one of its examples, a sentence each; nothing where all is well."""
    rule = at_desk(rule, example.desk)
    copy = marked(example.bad or example.known_false_positive or example.good)
    found = findings(rule, copy.text, registry, example.format, example.reader)
    places = tuple(Span(f.start.offset, f.end.offset) for f in found)
    if sorted(places) != sorted(copy.spans):
        yield f"should find {_shown(copy.text, copy.spans)}, found {_shown(copy.text, places)}: {copy.text!r}"
    elif example.bad and example.good and any(finding.fix for finding in found):
        mended = fixed(copy.text, found)
        if mended != example.good:
            yield f"the fix makes {mended!r}, not {example.good!r}"
    if example.bad and example.good:
        again = findings(rule, example.good, registry, example.format, example.reader)
        if again:
            yield f"should be silent, but: {again[0].message}: {example.good!r}"


def _shown(text: str, spans: tuple[Span, ...]) -> str:
    return ", ".join(f"{text[s.start : s.end]!r} at {s.start}" for s in spans) or "nothing"
