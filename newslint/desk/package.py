"""A package: the stories that run together, read as one, so that the sidebar can't disagree with the main story."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence

from newslint import house
from newslint.config.settings import Config
from newslint.document import Block, Document, Piece
from newslint.finding import Finding
from newslint.linter import parsed, run_rules
from newslint.plugins.registry import Registry
from newslint.report import Report
from newslint.source import Source, Span
from newslint.startup.dataclass import replace
from newslint.stets.comments import apply, suppressions_in

_GAP = "\n\n"


def packages(sources: Sequence[Source], config: Config, together: bool = False) -> list[list[Source]]:
    """The packages among `sources`: drafts of one folder that fit the same pattern of `config`; all of them if `together`."""
    if together:
        return [list(sources)] if len(sources) > 1 else []
    found: dict[tuple[str, str], list[Source]] = {}
    for source in sources:
        for pattern in config.packages:
            if config.fits(source.name, pattern):
                found.setdefault((pattern, posixpath.dirname(source.name)), []).append(source)
                break
    return [package for package in found.values() if len(package) > 1]


def held_together(reports: Sequence[Report], registry: Registry, config: Config) -> list[Report]:
    """The reports on the drafts of one package, with what these say against one another.

    Such a finding stands in one draft and has the place in the other among its related ones.
    """
    documents = [parsed(report.source, registry) for report in reports]
    rules = tuple(rule for rule in config.rules(registry) if rule.stanza.together)
    ((found, failures),) = run_rules([joined(documents)], rules)
    between = [finding for finding in found if any(other.path != finding.path for other in finding.related)]
    told = [finding for report in reports for finding in report.findings if finding.rule == house.RULE]
    between = list(house.decided(between, told, config.forbidden))
    completed = [_with(report, document, between) for report, document in zip(reports, documents, strict=True)]
    completed[0] = replace(completed[0], failures=(*completed[0].failures, *failures))
    return completed


def _with(report: Report, document: Document, between: list[Finding]) -> Report:
    """`report` with those findings between drafts that stand in its own and say something new."""
    known = {(finding.rule, frozenset(_words(finding))) for finding in report.findings}
    new = [
        finding
        for finding in between
        if finding.path == report.source.name and (finding.rule, frozenset(_words(finding))) not in known
    ]
    kept, stetted, unused = apply(suppressions_in(document), new)
    findings = sorted((*report.findings, *kept), key=lambda finding: finding.order)
    idle = tuple(stet for stet in report.unused if stet in unused)
    return replace(report, findings=tuple(findings), stetted=(*report.stetted, *stetted), unused=idle)


def _words(finding: Finding) -> Iterator[str]:
    """The forms that a finding is about, wherever they stand."""
    yield finding.text
    for other in finding.related:
        yield other.text


def joined(documents: Sequence[Document]) -> Document:
    """One document of all: their copy one after another, each place in its own draft."""
    texts: list[str] = []
    blocks: list[Block] = []
    pieces: list[Piece] = []
    at = 0
    for document in documents:
        blocks += [_moved(block, at) for block in document.blocks]
        pieces += [piece._replace(start=piece.start + at) for piece in _pieces(document)]
        texts.append(document.text)
        at += len(document.text) + len(_GAP)
    return Document(documents[0].source, _GAP.join(texts), tuple(blocks), tuple(pieces), documents[0].providers)


def _pieces(document: Document) -> tuple[Piece, ...]:
    """The document's pieces; all of it as one where its text is the draft's own."""
    length = len(document.text)
    return document.pieces or (Piece(0, length, document.source, 0, length),)


def _moved(block: Block, by: int) -> Block:
    marker = block.marker and Span(block.marker.start + by, block.marker.end + by)
    return block._replace(start=block.start + by, end=block.end + by, marker=marker)
