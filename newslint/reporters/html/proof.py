"""A draft set as copy: each block in its role, what is found marked in it, and the notes on it beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import groupby

from newslint.document import Block, Document, Role
from newslint.finding import Finding, Related
from newslint.report import Report
from newslint.reporters.html.escaping import copy
from newslint.reporters.html.marks import Mark, marked, within
from newslint.reporters.html.notes import note, stetted
from newslint.reporters.html.places import Places
from newslint.source import Location, Source, Span
from newslint.startup.row import Row

_ELEMENTS = {
    Role.HEADLINE: ("h2", "headline"),
    Role.STANDFIRST: ("p", "standfirst"),
    Role.BYLINE: ("p", "byline"),
    Role.DATELINE: ("p", "dateline"),
    Role.PARAGRAPH: ("p", "paragraph"),
    Role.CROSSHEAD: ("h3", "crosshead"),
    Role.CAPTION: ("p", "caption"),
    Role.CREDIT: ("p", "credit"),
    Role.PULL_QUOTE: ("blockquote", "pull"),
    Role.BLOCK_QUOTE: ("blockquote", "block"),
    Role.FURNITURE: ("p", "furniture"),
}
# What is set in one element with its like.
_SETS = frozenset([Role.LIST_ITEM, Role.TABLE_CELL])


class Numbered(Row):
    """A finding with its number in the page."""

    number: int
    finding: Finding


class Aim(Row):
    """What a mark is for: a finding's own place (`other` 0), or one of its other places, and where in the file it is."""

    found: Numbered
    other: int
    start: Location
    end: Location


def numbered(reports: Iterable[Report]) -> list[list[Numbered]]:
    """The findings of each report, numbered from 1 through all of them."""
    number = 0
    pages: list[list[Numbered]] = []
    for report in reports:
        pages.append([Numbered(number + index, finding) for index, finding in enumerate(report.findings, 1)])
        number += len(report.findings)
    return pages


def aims(found: Iterable[Numbered]) -> Mapping[str, list[Aim]]:
    """The places of findings by the path of the draft that they're in."""
    by_path: dict[str, list[Aim]] = defaultdict(list)
    for each in found:
        finding = each.finding
        by_path[finding.path].append(Aim(each, 0, finding.start, finding.end))
        for index, other in enumerate(finding.related, 1):
            by_path[_path(other, finding)].append(Aim(each, index, other.start, other.end))
    return by_path


def _path(other: Related, finding: Finding) -> str:
    return other.path or finding.path


class Laid(Row):
    """A draft with its marks, by the number of the block they're in, and the numbers of the blocks its findings begin in."""

    document: Document
    marks: Mapping[int, list[Mark]]
    homes: Mapping[int, int]


def laid(document: Document, aimed: Iterable[Aim]) -> Laid:
    """`document` with a mark for each of the places in it that are `aimed` at."""
    places = Places(document)
    marks: dict[int, list[Mark]] = defaultdict(list)
    homes: dict[int, int] = {}
    for aim in aimed:
        number, finding = aim.found
        found = places.of(Span(aim.start.offset, aim.end.offset))
        for index, (block, span) in enumerate(found):
            marks[block].append(Mark(span, number, finding.severity, aim.other, index == 0))
        if not aim.other:
            homes[number] = found[0][0] if found else places.before(aim.start.offset)
    return Laid(document, marks, homes)


def proof(report: Report, laid: Laid, found: list[Numbered], placed: Container[str]) -> str:
    """The draft of `report` as HTML; `placed` are the names of the places that are marked in the page."""
    notes: dict[int, list[str]] = defaultdict(list)
    for number, finding in found:
        notes[laid.homes[number]].append(note(number, finding, report.source, placed))
    rows = list(_rows(laid.document, laid.marks, notes))
    if not laid.document.blocks:
        rows = [_row("", [each for some in notes.values() for each in some])]
    return "".join([*rows, stetted(report.stetted, report.source)])


def loose(report: Report, found: list[Numbered]) -> str:
    """The notes of a report that is of no draft: they're on the configuration."""
    return _row("", [note(number, finding, report.source, ()) for number, finding in found])


def _rows(document: Document, marks: Mapping[int, list[Mark]], notes: Mapping[int, list[str]]) -> Iterator[str]:
    """Each block with its notes; the items of a list, the cells of a table, and what a dateline leads into, together."""
    for _, group in groupby(enumerate(document.blocks), _Groups(document)):
        blocks = list(group)
        html = _set(document, blocks, marks)
        yield _row(html, [each for number, _ in blocks for each in notes.get(number, ())])


class _Groups:
    """The key by which blocks that are set together are grouped: a number that goes up with each new group."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._before: Block | None = None
        self._number = 0

    def __call__(self, numbered_block: tuple[int, Block]) -> int:
        block = numbered_block[1]
        if self._before is None or not self._belongs(self._before, block):
            self._number += 1
        self._before = block
        return self._number

    def _belongs(self, before: Block, block: Block) -> bool:
        if before.role is Role.DATELINE:
            between = self._document[Span(before.end, block.start)]
            return block.role is Role.PARAGRAPH and "\n" not in between and "\r" not in between
        return block.role in _SETS and block.role is before.role


def _set(document: Document, blocks: list[tuple[int, Block]], marks: Mapping[int, list[Mark]]) -> str:
    """Blocks that belong together as one element."""
    role = blocks[0][1].role
    if role is Role.LIST_ITEM:
        items = "".join(_item(document, block, marks.get(number, [])) for number, block in blocks)
        return f'<ul class="list">{items}</ul>'
    inner = [(block, marked(document.text, block.span, marks.get(number, ()))) for number, block in blocks]
    if role is Role.TABLE_CELL:
        return _table(inner)
    if len(inner) > 1:
        (dateline, place), (paragraph, html) = inner
        between = copy(document[Span(dateline.end, paragraph.start)])
        return f'<p class="paragraph"><span class="dateline">{place}</span>{between}{html}</p>'
    element, kind = _ELEMENTS[role]
    return f'<{element} class="{kind}">{inner[0][1]}</{element}>'


def _item(document: Document, block: Block, marks: list[Mark]) -> str:
    marker = "\u2022"
    if block.marker:
        own = within(marks, block.marker)
        if own or block.marker.end - block.marker.start > 1:  # a mere dash or star is set as what it stands for
            marker = marked(document.text, block.marker, own)
    html = marked(document.text, block.span, within(marks, block.span))
    return f'<li><span class="marker">{marker}</span> {html}</li>'


def _table(cells: list[tuple[Block, str]]) -> str:
    rows = groupby(cells, lambda cell: cell[0].row)
    html = "".join("<tr>" + "".join(f"<td>{inner}</td>" for _, inner in row) + "</tr>" for _, row in rows)
    return f'<div class="table" tabindex="0" role="group" aria-label="table"><table>{html}</table></div>'


def _row(html: str, notes: list[str]) -> str:
    margin = f'<div class="notes">{"".join(notes)}</div>' if notes else ""
    return f'<div class="row"><div class="copy">{html}</div>{margin}</div>\n'


def word_count(document: Document) -> int:
    """How many words the copy has, furniture left out."""
    return sum(len(document[block.span].split()) for block in document.copy)


def draft_name(source: Source) -> str:
    """What the page calls a draft."""
    return "standard input" if source.name == "-" else source.name
