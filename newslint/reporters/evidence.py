"""Why a finding was raised: the signs that were weighed, in words, with what each brought."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.finding import Finding, Sign
from newslint.reporters.terminal import painted, printable


def evidence_text(finding: Finding) -> str:
    """The signs for `finding` and against it, strongest first, in a terminal's colours; and how sure they make it."""
    sure = f"right about {finding.confidence:.0%} of the time where this much speaks for it"
    if not finding.evidence:
        return "  No signs were weighed here: the rule tells it wherever it finds it.\n"
    spoke = sorted(finding.evidence, key=lambda sign: -abs(sign.weight))
    lines = [
        *_told("for it", (sign for sign in spoke if sign.weight > 0)),
        *_told("against it", (sign for sign in spoke if sign.weight < 0)),
        *_told("not weighed", (sign for sign in spoke if sign.weight == 0)),
    ]
    if not any(sign.weight for sign in spoke):
        return "\n".join(lines) + "\n"
    return "\n".join([*lines, f"  {painted('confidence', 'bold')} {finding.confidence}: {sure}"]) + "\n"


def _told(title: str, signs: Iterable[Sign]) -> Iterator[str]:
    for index, sign in enumerate(signs):
        head = f"  {painted(title, 'bold')}" if index == 0 else ""
        if head:
            yield head
        yield f"    {sign.weight:+5.1f}  {printable(sign.words)}"
