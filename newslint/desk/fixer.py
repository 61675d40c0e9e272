"""Make the fixes that findings offer: all of a fix or none of it, and all of a draft's or none of them."""

from __future__ import annotations

import codecs
from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from functools import partial
from itertools import accumulate
from pathlib import Path

from newslint import tree
from newslint.desk.writing import replace_file
from newslint.errors import NewslintError, UnreadableError
from newslint.finding import Edit, Finding, Safety
from newslint.reading import MAX_BYTES, decode
from newslint.report import Report
from newslint.source import Source
from newslint.startup.dataclass import replace
from newslint.startup.row import Row
from newslint.word.formats import is_read

# Each pass makes what the one before left out because it overlapped; real drafts need two.
_PASSES = 10
_WIDE = {"utf-16": ("utf-16-le", "utf-16-be"), "utf-32": ("utf-32-le", "utf-32-be")}

Lint = Callable[[Source], Report]


class FixError(NewslintError):
    """Why a draft was left as it is."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: left as it is: {reason}")


class Mended(Row):
    """A draft's report after its fixes, and the findings that were mended: all those of a pass at once."""

    report: Report
    passes: tuple[tuple[Finding, ...], ...]

    @property
    def made(self) -> tuple[Finding, ...]:
        return tuple(finding for each in self.passes for finding in each)


def applicable(report: Report, unsafe: bool = False) -> Iterator[Finding]:
    """The findings whose fix may be made without asking; with `unsafe`, also those whose fix may be wrong."""
    allowed = {Safety.SAFE, Safety.UNSAFE} if unsafe else {Safety.SAFE}
    for finding in report.findings:
        if finding.fix and finding.fix.safety in allowed and finding.path == report.source.name:
            yield finding


def mend(report: Report, lint: Lint, unsafe: bool = False) -> Mended:
    """Make fixes and lint again until none is left to make. Writes nothing.

    Raises FixError where that comes to no end, or a rule fails on the mended draft.
    """
    passes: list[tuple[Finding, ...]] = []
    before = {report.source.text}
    for _ in range(_PASSES):
        chosen = without_overlaps(applicable(report, unsafe))
        if not chosen:
            return Mended(report, tuple(passes))
        passes.append(tuple(chosen))
        report = lint(with_edits(report.source, chosen))
        if report.failures:
            raise FixError(report.source.name, report.failures[0])
        if report.source.text in before:
            break
        before.add(report.source.text)
    rules = ", ".join(sorted({finding.rule for finding in chosen}))
    raise FixError(report.source.name, f"the fixes of {rules} undo each other")


def without_overlaps(findings: Iterable[Finding]) -> list[Finding]:
    """The findings whose fixes can be made together: of those that overlap, the first."""
    taken: list[tuple[int, int]] = []
    chosen = []
    for finding in findings:
        spans = [(edit.start.offset, edit.end.offset) for edit in _edits([finding])]
        own: list[tuple[int, int]] = []
        for span in spans:
            if _free(span, taken) and _free(span, own):
                insort(own, span)
        if spans and len(own) == len(spans):
            chosen.append(finding)
            for span in own:
                insort(taken, span)
    return chosen


def _free(span: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    """Whether `span` shares no text, and no place of insertion, with those taken (which are in order)."""
    index = bisect_left(taken, span)
    before = taken[index - 1] if index else (-1, -1)
    after = taken[index] if index < len(taken) else (span[1] + 1, 0)
    return before[1] <= span[0] and span[1] <= after[0] and span[0] not in {before[0], after[0]}


def edited(text: str, findings: Iterable[Finding]) -> str:
    """`text` with the fixes of `findings` made, which don't overlap."""
    parts = []
    last = 0
    for start, end, replacement in sorted(_edits(findings)):
        parts += [text[last : start.offset], replacement]
        last = end.offset
    return "".join([*parts, text[last:]])


def with_edits(source: Source, findings: Sequence[Finding]) -> Source:
    """The draft with the fixes of `findings` made, which don't overlap. Raises FixError where they join or part paragraphs."""
    text = edited(source.text, findings)
    if not source.paragraphs:
        return replace(source, text=text)
    lines = text.split("\n")  # one for each paragraph
    if len(lines) != len(source.paragraphs):
        raise FixError(source.name, "a fix runs over the end of a paragraph")
    ends = accumulate(len(line) + 1 for line in lines)
    paragraphs = tuple(
        paragraph._replace(start=end - 1 - len(line), end=end - 1)
        for paragraph, line, end in zip(source.paragraphs, lines, ends, strict=True)
    )
    return replace(source, text=text, paragraphs=paragraphs)


def _edits(findings: Iterable[Finding]) -> Iterator[Edit]:
    return (edit for finding in findings if finding.fix for edit in finding.fix.edits)


def write(source: Source, passes: Sequence[Sequence[Finding]]) -> None:
    """Make the fixes of `passes`, one pass after another, in the draft that `source` was read from.

    Encoding, byte order mark and mode of a text stay; in a Word document the fixes are tracked changes. Raises FixError
    where the draft has changed since, or can't be written; it's then as it was.
    """
    path = Path(source.name)
    try:
        if tree.leads_out(path):
            raise FixError(source.name, f"it's a link that leads out of {tree.around(path)}")
        data = tree.read(path, MAX_BYTES)
        if decode(data, source.name, path.suffix).text != source.text:
            raise FixError(source.name, "it has changed since it was read")
        make = _tracked if is_read(path.suffix) else _rewritten
        replace_file(path, make(data, source, passes))
    except UnicodeEncodeError as error:
        wrong = error.object[error.start : error.end]
        raise FixError(source.name, f"its encoding, {source.encoding}, has no “{wrong}”") from error
    except (UnreadableError, OSError) as error:
        raise FixError(source.name, getattr(error, "reason", "") or getattr(error, "strerror", "")) from error


def _rewritten(data: bytes, source: Source, passes: Sequence[Sequence[Finding]]) -> bytes:
    """The bytes of a text with its fixes made."""
    text = source.text
    for findings in passes:
        text = edited(text, findings)
    return _encoder(source, data)(text)


def _tracked(data: bytes, source: Source, passes: Sequence[Sequence[Finding]]) -> bytes:
    """The bytes of a Word document with its fixes made as tracked changes."""
    if source.suffix != ".docx":
        raise FixError(source.name, "fixes are written into texts and Word documents (.docx) only")
    from newslint.word.changes import Replacement, tracked

    for findings in passes:
        edits = [Replacement(start.offset, end.offset, text) for start, end, text in _edits(findings)]
        data = tracked(data, source.name, edits, datetime.now())
        source = with_edits(source, findings)
        if decode(data, source.name, source.suffix).text != source.text:
            raise FixError(source.name, "a fix can't be written into it")
    return data


def _encoder(source: Source, data: bytes) -> Callable[[str], bytes]:
    """The way to turn text into bytes that gives just `data` for the draft as it stands."""
    for encoding in _WIDE.get(source.encoding, (source.encoding,)):
        mark = _mark(encoding) if source.encoding in _WIDE else b""
        try:
            same = _encoded(mark, encoding, source.text) == data
        except UnicodeEncodeError:
            same = False
        if same:
            return partial(_encoded, mark, encoding)
    raise FixError(source.name, f"its encoding, {source.encoding}, can't be written back as it was")


def _encoded(mark: bytes, encoding: str, text: str) -> bytes:
    return mark + text.encode(encoding)


def _mark(encoding: str) -> bytes:
    return {
        "utf-16-le": codecs.BOM_UTF16_LE,
        "utf-16-be": codecs.BOM_UTF16_BE,
        "utf-32-le": codecs.BOM_UTF32_LE,
        "utf-32-be": codecs.BOM_UTF32_BE,
    }[encoding]
