"""The margin: a note on each finding, with its other places, its fix, and what spoke for it."""

from __future__ import annotations

from collections.abc import Container, Iterator

from newslint.finding import Finding, Fix, Related, Safety, Sign
from newslint.reporters.html.escaping import words
from newslint.source import Source, Span
from newslint.stets.comments import Covering

# So many of a finding's other places, and of a fix's changes, are told in its note.
_MOST = 6
_HOW = {Safety.SAFE: "certain", Safety.UNSAFE: "likely", Safety.SUGGESTION: "yours to make"}


def note(number: int, finding: Finding, source: Source, placed: Container[str]) -> str:
    """The note on a finding; `placed` are the names of the places that are marked in the page."""
    own = f"p{number}" in placed
    link = f'href="#p{number}"' if own else ""
    data = f'data-finding="{number}" data-severity="{finding.severity}" data-rule="{words(finding.rule)}"'
    label = f'aria-label="to the place of finding {number}"' if own else ""
    shown = f'<a class="number {finding.severity}" {link} {label}>{number}</a>'
    parts = [
        f'<article class="note {finding.severity}" id="n{number}" {data} aria-labelledby="m{number}">',
        f'<p class="kind">{shown} <b>{finding.severity}</b> <span class="rule">{words(finding.rule)}</span></p>',
        f'<p class="message" id="m{number}">{words(finding.message)}</p>',
        "" if own else _elsewhere(finding, source),
        _others(number, finding, source, placed),
        _fix(finding.fix, source) if finding.fix else "",
        _evidence(finding),
        "</article>",
    ]
    return "".join(parts)


def _elsewhere(finding: Finding, source: Source) -> str:
    """The words of a finding that stand in no copy, such as those of a comment."""
    return f'<p class="elsewhere">{words(source.place(finding.start.offset))}: <q>{words(_cut(finding.text))}</q></p>'


def _others(number: int, finding: Finding, source: Source, placed: Container[str]) -> str:
    if not finding.related:
        return ""
    names = [f"p{number}-{index}" for index in range(1, len(finding.related) + 1)]
    pairs = list(zip(names, finding.related, strict=True))[:_MOST]
    shown = "".join(_other(name if name in placed else "", number, other, source) for name, other in pairs)
    more = len(finding.related) - _MOST
    return f'<ul class="places">{shown}{f"<li>and {more} more</li>" if more > 0 else ""}</ul>'


def _other(name: str, number: int, other: Related, source: Source) -> str:
    """Another place, as a link to `name` where that is marked."""
    own = other.path == source.name
    where = words(source.place(other.start.offset) if own else f"{other.path}, line {other.start.line}")
    if name:
        where = f'<a href="#{name}" data-finding="{number}">{where}</a>'
    return f"<li>{where}: {words(other.message)}</li>"


def _fix(fix: Fix, source: Source) -> str:
    changes = dict.fromkeys((source[Span(edit.start.offset, edit.end.offset)], edit.replacement) for edit in fix.edits)
    told = ", ".join(_change(*change) for change in list(changes)[:_MOST])
    places = f" at {len(fix.edits)} places" if len(fix.edits) > 1 else ""
    return f'<p class="fix">Fix ({_HOW[fix.safety]}): {told}{places}</p>'


def _change(old: str, new: str) -> str:
    gone = f"<del>{words(_visible(old))}</del>" if old else ""
    come = f"<ins>{words(_visible(new))}</ins>" if new else ""
    return f"{gone} {come}".strip()


def _visible(text: str) -> str:
    """White space that is changed, as signs that can be seen."""
    return _cut(text) if text.strip() else text.replace(" ", "\u2423").replace("\n", "\u21b5")


def _cut(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:60]}\u2026{text[-16:]}"


def _evidence(finding: Finding) -> str:
    if not finding.evidence:
        return ""
    spoke = sorted(finding.evidence, key=lambda sign: -abs(sign.weight))
    told = "".join(_sign(sign) for sign in spoke)
    sure = f"right about {finding.confidence:.0%} of the time where this much speaks for it"
    return f'<details><summary>What spoke for it</summary><ul class="signs">{told}</ul><p>{sure}</p></details>'


def _sign(sign: Sign) -> str:
    side = "for" if sign.weight > 0 else "against"
    return f'<li class="{side}"><span>{sign.weight:+.1f}</span> {words(sign.words)}</li>'


def stetted(pairs: tuple[tuple[Finding, Covering], ...], source: Source) -> str:
    """What the writer lets stand, with the reasons."""
    if not pairs:
        return ""
    rows = "".join(_stet_rows(pairs, source))
    return f'<section class="stetted"><h3>Let stand</h3><ul>{rows}</ul></section>'


def _stet_rows(pairs: tuple[tuple[Finding, Covering], ...], source: Source) -> Iterator[str]:
    for finding, stet in pairs:
        reason = f": {words(stet.reason)}" if stet.reason else ""
        yield (
            f'<li data-fingerprint="{words(finding.fingerprint)}"><q>{words(_cut(finding.text))}</q> '
            f'<span class="rule">{words(finding.rule)}</span>, {words(source.place(finding.start.offset))}{reason}</li>'
        )
