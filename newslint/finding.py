"""What the writer is shown."""

from __future__ import annotations

from enum import Enum, IntEnum

from newslint.source import Location
from newslint.startup.row import Row


class Severity(IntEnum):
    """How sure and how grave: a contradiction, a likely one, a matter of style."""

    SUGGESTION = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()


SEVERITIES = {str(severity): severity for severity in reversed(Severity)}


class Safety(Enum):
    """How freely a fix may be made: by `--fix`, by `--unsafe-fixes`, or by the writer alone."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    SUGGESTION = "suggestion"


class Edit(Row):
    """Replace the draft's text from `start` to `end` (exclusive)."""

    start: Location
    end: Location
    replacement: str


class Fix(Row):
    """Edits that belong together: all are made, or none."""

    edits: tuple[Edit, ...]
    safety: Safety


class Related(Row):
    """Another place that the finding speaks of; `path` differs from the finding's only in a package."""

    path: str
    message: str
    text: str
    start: Location
    end: Location


class Sign(Row):
    """What spoke for a finding, or against it.

    `name` is the sign's in the table of weights, `weight` the log-odds that it brought, `words` what it says to a desk.
    """

    name: str
    weight: float
    words: str


class Finding(Row):
    """One fault, with the draft's own text (`text`) from `start` to `end` (exclusive).

    `confidence` is from 0 to 1. `fingerprint` is made of the rule, the words and their neighbours, never of
    a place, so that it survives edits elsewhere. `evidence` are the signs that were weighed, where any were.
    """

    path: str
    rule: str
    severity: Severity
    confidence: float
    message: str
    text: str
    start: Location
    end: Location
    related: tuple[Related, ...]
    fix: Fix | None
    fingerprint: str
    evidence: tuple[Sign, ...] = ()

    def is_of(self, rules: tuple[str, ...]) -> bool:
        """Whether `rules` name its rule, itself or by its pack; none at all name every rule."""
        return not rules or self.rule in rules or self.rule.partition("/")[0] in rules

    @property
    def order(self) -> tuple[str, int, str, int, str]:
        """The key that sorts findings for a report: path, offset, rule."""
        return self.path, self.start.offset, self.rule, self.end.offset, self.message


def fingerprint(said: str) -> str:
    """Sixteen digits that are the same wherever `said` is."""
    from _blake2 import blake2b  # hashlib's own, without the OpenSSL that hashlib loads beside it

    return blake2b(said.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
