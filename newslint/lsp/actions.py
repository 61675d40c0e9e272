"""What an editor offers to do about a finding: mend it, let it stand, explain it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import shorten

from lsprotocol.types import (
    CodeAction,
    CodeActionKind,
    Command,
    Diagnostic,
    OptionalVersionedTextDocumentIdentifier,
    Range,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)

from newslint.desk.fixer import applicable, without_overlaps
from newslint.finding import Finding, Fix, Safety
from newslint.lsp.diagnostics import diagnostic
from newslint.lsp.linting import Judgement
from newslint.lsp.positions import Positions
from newslint.reporters.terminal import printable
from newslint.reporters.text import changes
from newslint.startup.row import Row

FIX_ALL = f"{CodeActionKind.SourceFixAll.value}.newslint"
STET, EXPLAIN = "newslint.stet", "newslint.explain"
# A sentence that stands twice is told by its first words.
_LONGEST = 50
_DOUBTS = {
    Safety.SAFE: "",
    Safety.UNSAFE: " (likely, not certain)",
    Safety.SUGGESTION: " (inside a quotation: yours to judge)",
}


class Offers(Row):
    """What can be done about one text of a draft. `versioned` edits name the text that they're of, where editors heed that."""

    judgement: Judgement
    positions: Positions
    versioned: bool = True

    def at(self, place: Range, only: Iterable[str] | None) -> Iterator[CodeAction]:
        """What can be done about the findings that `place` meets, of the kinds `only` (all, where that is None)."""
        wanted = tuple(only) if only is not None else None
        if _asked(CodeActionKind.QuickFix.value, wanted):
            found = list(met(self.judgement, self.positions, place))
            yield from (self._mend(finding, finding.fix) for finding in found if finding.fix)
            for finding in found:
                yield self._command("Explain", EXPLAIN, finding)
                yield self._command("Let it stand (stet)", STET, finding)
        if _asked(FIX_ALL, wanted):
            yield from self._fix_all()

    def edit(self, made: list[TextEdit]) -> WorkspaceEdit:
        """`made` as edits of just this text: an editor refuses them where it has another by then."""
        draft = self.judgement.draft
        if not self.versioned:
            return WorkspaceEdit(changes={draft.uri: made})
        named = OptionalVersionedTextDocumentIdentifier(uri=draft.uri, version=draft.version)
        return WorkspaceEdit(document_changes=[TextDocumentEdit(named, [*made])])

    def _mend(self, finding: Finding, fix: Fix) -> CodeAction:
        return CodeAction(
            title=f"{changes(fix, self.judgement.draft.source)}{_DOUBTS[fix.safety]}",
            kind=CodeActionKind.QuickFix,
            diagnostics=[self._diagnostic(finding)],
            is_preferred=fix.safety is Safety.SAFE or None,
            edit=self.edit(self._edits([finding])),
        )

    def _fix_all(self) -> Iterator[CodeAction]:
        """Every fix that is certain, in one go; of those that overlap, the first."""
        chosen = without_overlaps(applicable(self.judgement.report))
        if chosen:
            title = "Make all fixes that are certain (newslint)"
            yield CodeAction(title, kind=FIX_ALL, edit=self.edit(self._edits(chosen)))

    def _command(self, title: str, name: str, finding: Finding) -> CodeAction:
        title = f"{title}: {finding.rule} “{shorten(printable(finding.text), _LONGEST, placeholder='…')}”"
        return CodeAction(
            title,
            kind=CodeActionKind.QuickFix,
            diagnostics=[self._diagnostic(finding)],
            command=Command(title, name, arguments=[self.judgement.draft.uri, finding.fingerprint]),
        )

    def _diagnostic(self, finding: Finding) -> Diagnostic:
        return diagnostic(finding, self.judgement.draft, self.positions)

    def _edits(self, findings: Iterable[Finding]) -> list[TextEdit]:
        """The fixes of `findings`, which don't overlap."""
        made = [edit for finding in findings if finding.fix for edit in finding.fix.edits]
        return [TextEdit(self.positions.of(edit.start, edit.end), edit.replacement) for edit in sorted(made)]


def _asked(kind: str, wanted: tuple[str, ...] | None) -> bool:
    """Whether actions of `kind` were asked for, by its own name or by one that stands above it."""
    return wanted is None or any(kind == each or kind.startswith(f"{each}.") for each in wanted)


def met(judgement: Judgement, positions: Positions, place: Range) -> Iterator[Finding]:
    """The findings that share a place with `place`; one that only touches counts, for there a caret stands."""
    start, end = positions.offset(place.start), positions.offset(place.end)
    for finding in judgement.report.findings:
        if finding.start.offset <= end and start <= finding.end.offset:
            yield finding
