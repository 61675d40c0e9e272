"""The baseline: findings of existing copy that were accepted, so that a gate tells only of new ones.

A finding is known by its draft and its fingerprint (rule, words, neighbouring words), never by a line, so that edits
elsewhere revive none. A draft that was moved keeps its accepted findings: they're known by the fingerprint alone.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from newslint import tree
from newslint.errors import ConfigError
from newslint.finding import Finding
from newslint.report import Report
from newslint.stets.entries import relative


@dataclass(frozen=True, order=True)
class Accepted:
    """A finding that was accepted, `count` times in its draft; rule and words are for people."""

    path: str
    rule: str
    words: str
    fingerprint: str
    count: int


@dataclass(frozen=True)
class Baseline:
    """Accepted findings; their paths start from the folder `root`."""

    root: Path
    accepted: tuple[Accepted, ...] = ()
    _counts: dict[str, Counter[str]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        for entry in self.accepted:
            self._counts.setdefault(entry.path, Counter())[entry.fingerprint] += entry.count

    @cached_property
    def _moved(self) -> Counter[str]:
        """The accepted findings of drafts that are no longer where they were."""
        gone = (counts for path, counts in self._counts.items() if not (self.root / path).exists())
        return sum(gone, Counter())

    def apply(self, report: Report) -> Report:
        """`report` with its accepted findings set apart."""
        if not self.accepted:
            return report
        left = Counter(self._counts.get(relative(report.source.name, self.root), {}))
        left += self._moved
        kept: list[Finding] = []
        accepted: list[Finding] = []
        for finding in report.findings:
            known = left[finding.fingerprint] > 0
            left[finding.fingerprint] -= known
            (accepted if known else kept).append(finding)
        return replace(report, findings=tuple(kept), baselined=tuple(accepted))

    def pruned(self, reports: Iterable[Report]) -> Baseline:
        """The same without what is gone: from drafts that `reports` speak of, and drafts that are no more."""
        seen = {relative(report.source.name, self.root): made_of([report], self.root) for report in reports}
        kept: list[Accepted] = []
        for entry in self.accepted:
            if entry.path in seen:
                found = seen[entry.path]._counts.get(entry.path, Counter())[entry.fingerprint]
                kept += [replace(entry, count=min(entry.count, found))] if found else []
            elif (self.root / entry.path).exists():
                kept.append(entry)
        return Baseline(self.root, tuple(sorted(kept)))

    def over(self, reports: Iterable[Report]) -> Baseline:
        """The same, with every finding of `reports` instead of what it said of their drafts."""
        reports = list(reports)
        named = {relative(report.source.name, self.root) for report in reports}
        others = (entry for entry in self.accepted if entry.path not in named)
        return Baseline(self.root, (*others, *made_of(reports, self.root).accepted))

    @property
    def size(self) -> int:
        """How many findings it accepts."""
        return sum(entry.count for entry in self.accepted)

    def text(self) -> str:
        """The baseline as JSON, a finding a line, so that changes to it can be read and merged."""
        rows = [json.dumps(asdict(entry), ensure_ascii=False) for entry in sorted(self.accepted)]
        listed = ",\n".join(f"  {row}" for row in rows)
        text = f'{{"version": 1, "findings": [\n{listed}\n]}}\n' if rows else '{"version": 1, "findings": []}\n'
        return text.encode("utf-8", "replace").decode("utf-8")


def made_of(reports: Iterable[Report], root: Path) -> Baseline:
    """The baseline that accepts every finding of `reports`, those accepted before included."""
    counts: Counter[tuple[str, str]] = Counter()
    first: dict[tuple[str, str], Finding] = {}
    for report in reports:
        for finding in (*report.findings, *report.baselined):
            key = relative(finding.path, root), finding.fingerprint
            counts[key] += 1
            first.setdefault(key, finding)
    return Baseline(
        root,
        tuple(Accepted(key[0], first[key].rule, first[key].text, key[1], number) for key, number in counts.items()),
    )


def read(path: Path, within: Path | None = None) -> Baseline:
    """The baseline in the file at `path`, which must lie in `within` if that is given.

    Raises ConfigError with the reason where it's broken.
    """
    try:
        data = json.loads(tree.read(path, tree.RECORDS, within).decode("utf-8"))
    except OSError as error:
        raise ConfigError(f"baseline can't be read: {error.strerror}", str(path)) from error
    except json.JSONDecodeError as error:
        raise ConfigError(f"baseline is broken: {error.msg}", str(path), error.lineno) from error
    except (ValueError, RecursionError) as error:  # no UTF-8, a number of thousands of digits, or nested deeply
        raise ConfigError("baseline is broken: isn't JSON in UTF-8", str(path)) from error
    if not isinstance(data, dict) or data.get("version") != 1 or not isinstance(data.get("findings"), list):
        raise ConfigError("baseline is broken: should have “version”: 1 and a list of “findings”", str(path))
    rows = enumerate(data["findings"], 1)
    return Baseline(path.parent, tuple(_accepted(row, number, path) for number, row in rows))


def _accepted(row: Any, number: int, path: Path) -> Accepted:
    values: Mapping[str, Any] = row if isinstance(row, dict) else {}
    texts = [values.get(key) for key in ("path", "rule", "words", "fingerprint")]
    count = values.get("count", 1)
    if not all(isinstance(text, str) for text in texts) or type(count) is not int or count < 1:
        reason = "needs path, rule, words, fingerprint and count"
        raise ConfigError(f"baseline is broken: finding {number} {reason}", str(path))
    draft, rule, words, fingerprint = map(str, texts)
    return Accepted(draft, rule, words, fingerprint, count)
