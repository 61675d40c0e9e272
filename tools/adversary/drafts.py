"""Lint spoilt drafts, and hold newslint to what it promises of every draft."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from random import Random

from newslint.config.settings import Config
from newslint.desk.fixer import FixError, mend
from newslint.finding import Severity
from newslint.linter import lint
from newslint.plugins.registry import Registry
from newslint.report import Report, Run
from newslint.reporters.json import as_dict
from newslint.source import Source, Span
from tools.adversary.mutations import spoilt

# A draft of three thousand letters takes some hundredths of a second.
_TOO_LONG = 10.0
_SUFFIXES = (".txt", ".md", ".html")


@dataclass
class Fault:
    """A draft of which newslint broke its word, and how."""

    kind: str
    said: str
    suffix: str
    text: str
    seed: str = ""

    @property
    def name(self) -> str:
        """What faults of one cause have in common."""
        return f"{self.kind}: {self.said.split(': ', 1)[-1]}"


@dataclass
class Tally:
    drafts: int = 0
    findings: int = 0
    faults: dict[str, Fault] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def add(self, fault: Fault) -> None:
        self.counts[fault.name] = self.counts.get(fault.name, 0) + 1
        known = self.faults.get(fault.name)
        if known is None or len(fault.text) < len(known.text):
            self.faults[fault.name] = fault


def faults_of(source: Source, registry: Registry, config: Config) -> tuple[Report, list[Fault]]:
    """What is wrong with what newslint does to one draft."""
    begin = time.process_time()
    report = lint(source, registry, config)
    took = time.process_time() - begin
    found = [Fault("failed", failure, source.suffix, source.text) for failure in report.failures]
    if took > _TOO_LONG:
        found.append(Fault("took", f"{took:.0f} seconds", source.suffix, source.text))
    for finding in report.findings:
        if source[Span(finding.start.offset, finding.end.offset)] != finding.text:
            found.append(Fault("span", f"{finding.rule} doesn't show what stands there", source.suffix, source.text))
    as_dict(Run((report,)))
    if not report.failures:
        found += _fixed(report, registry, config)
    return report, found


def _fixed(report: Report, registry: Registry, config: Config) -> Iterator[Fault]:
    """Fixes settle, and add nothing: no rule finds more in the mended draft than in the one before."""
    try:
        mended = mend(report, lambda source: lint(source, registry, config)).report
    except FixError as error:
        yield Fault("fix", str(error), report.source.suffix, report.source.text)
        return
    before = {finding.rule for finding in report.findings}
    for finding in mended.findings:
        if finding.rule not in before and finding.severity is Severity.ERROR:
            yield Fault("fix", f"the fixes add an error of {finding.rule}", report.source.suffix, report.source.text)


def attack(stories: Sequence[Source], registry: Registry, seconds: float, seed: int) -> Tally:
    """Spoil drafts for so long, and lint them all."""
    tally = Tally()
    config = Config(level=Severity.SUGGESTION)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        number = f"{seed}/{tally.drafts}"
        random = Random(number)
        story = random.choice(stories)
        suffix = story.suffix if random.random() < 0.7 else random.choice(_SUFFIXES)
        source = Source(f"draft{suffix}", spoilt(story.text, random), suffix)
        report, faults = faults_of(source, registry, config)
        tally.drafts += 1
        tally.findings += len(report.findings)
        for fault in faults:
            tally.add(replace(fault, seed=number))
    return tally


def smallest(fault: Fault, registry: Registry, tries: int = 400) -> Fault:
    """The same fault in less copy: what can go without it, goes."""
    config, text = Config(level=Severity.SUGGESTION), fault.text
    size = max(1, len(text) // 2)
    while size and tries:
        at = 0
        while at < len(text) and tries:
            shorter = text[:at] + text[at + size :]
            tries -= 1
            _, faults = faults_of(Source(f"draft{fault.suffix}", shorter, fault.suffix), registry, config)
            if any(other.name == fault.name for other in faults):
                text = shorter
            else:
                at += size
        size //= 2
    return replace(fault, text=text)
