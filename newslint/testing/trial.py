"""Trying rules before they are let loose: their own examples, and how often they'd speak over an archive of stories."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from newslint.config.settings import Config
from newslint.document import Document
from newslint.errors import ConfigError, LeftError, UnreadableError, nearest
from newslint.finding import Finding
from newslint.linter import parsed
from newslint.packs.rule import Example, Rule
from newslint.plugins.registry import Registry
from newslint.reading import read
from newslint.report import failure
from newslint.source import Source, Span
from newslint.testing.examples import failures
from newslint.text.words import words

# How much of the copy on either side of a sample is shown, in letters.
_CONTEXT = 40


@dataclass(frozen=True)
class Sample:
    """One finding in its context: what stands before it, it, and behind it, on one line."""

    place: str
    before: str
    found: str
    after: str
    message: str


@dataclass
class Tally:
    """What one rule said over an archive."""

    rule: Rule
    findings: int = 0
    drafts: int = 0
    samples: list[Sample] = field(default_factory=list)


@dataclass
class Archive:
    """What a trial over a folder came to; `failures` are what could not be read or done."""

    drafts: int = 0
    words: int = 0
    tallies: list[Tally] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)


def rules_of(names: Iterable[str], registry: Registry, config: Config) -> list[Rule]:
    """The rules of the packs called `names`: files, or names of packs that are installed; switched off ones too.

    Raises ConfigError for what is neither.
    """
    files = [Path(name) for name in names if Path(name).suffix in {".yml", ".yaml"}]
    named = [name for name in names if Path(name).suffix not in {".yml", ".yaml"}]
    for path in files:
        if not path.is_file():
            raise ConfigError("there's no such file", str(path))
    known = {path.resolve() for path in config.packs} | {path.resolve() for path in registry.packs.values()}
    new = tuple(path for path in files if path.resolve() not in known)
    wide = replace(config, packs=(*config.packs, *new), select=(), ignore=(), paths=(), _rules={})
    stanzas = wide.stanzas(registry)
    for name in named:
        packs = {stanza.pack for stanza in stanzas.values()}
        if name not in packs and name not in stanzas:
            raise ConfigError(f"there's no pack or rule “{name}”{nearest(name, (*packs, *stanzas))}")
    paths = {path.resolve() for path in files}
    chosen = tuple(
        rule_id
        for rule_id, stanza in stanzas.items()
        if stanza.pack in named or rule_id in named or Path(stanza.path).resolve() in paths
    )
    return list(replace(wide, select=chosen, _rules={}).rules(registry)) if chosen else []


def failed_examples(rule: Rule, registry: Registry) -> Iterator[tuple[Example, str]]:
    """Each example of `rule` that isn't as it says, with what is wrong."""
    for example in rule.stanza.examples:
        try:
            for wrong in failures(rule, example, registry):
                yield example, wrong
        except Exception as error:
            yield example, f"{type(error).__name__}: {error}"


def try_on(rules: list[Rule], paths: Iterable[Path | UnreadableError], registry: Registry, samples: int) -> Archive:
    """What `rules` say of the drafts at `paths`, with up to `samples` findings of each, from as many drafts as it takes."""
    archive = Archive(tallies=[Tally(rule) for rule in rules])
    for path in paths:
        if isinstance(path, LeftError):
            continue
        try:
            if isinstance(path, UnreadableError):
                raise path
            source = read(path)
        except UnreadableError as error:
            archive.failures.append(str(error))
            continue
        document = parsed(source, registry)
        archive.drafts += 1
        archive.words += len(words(document).texts)
        for tally in archive.tallies:
            _count(tally, document, source, samples, archive)
    return archive


def _count(tally: Tally, document: Document, source: Source, samples: int, archive: Archive) -> None:
    try:
        found = sorted(tally.rule(document), key=lambda finding: finding.order)
    except Exception as error:
        archive.failures.append(str(failure(tally.rule, source.name, error)))
        return
    tally.findings += len(found)
    tally.drafts += bool(found)
    here: dict[str, int] = defaultdict(int)
    for finding in found:
        # Two a draft at most, so that one odd story doesn't stand for the archive.
        if len(tally.samples) < samples and here[finding.text] < 2:
            here[finding.text] += 1
            tally.samples.append(_sample(finding, source))


def _sample(finding: Finding, source: Source) -> Sample:
    start, end = finding.start.offset, finding.end.offset
    return Sample(
        f"{finding.path}:{finding.start.line}:{finding.start.column}",
        _flat(source[Span(max(0, start - _CONTEXT), start)]).lstrip(),
        _flat(finding.text),
        _flat(source[Span(end, end + _CONTEXT)]).rstrip(),
        finding.message,
    )


def _flat(text: str) -> str:
    """`text` on one line, each stretch of white space a space."""
    return re.sub(r"\s+", " ", text)
