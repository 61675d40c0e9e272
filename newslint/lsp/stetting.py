"""“Stet this” in an editor: a comment in the draft where its format has comments, else an entry in the configuration."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from lsprotocol.types import ApplyWorkspaceEditParams, ApplyWorkspaceEditResult, TextEdit

from newslint.desk.run import Desk
from newslint.desk.stetting import configuration_of, write_entry
from newslint.document import Document
from newslint.errors import ConfigError, NewslintError
from newslint.finding import Finding
from newslint.linter import parsed
from newslint.lsp.actions import Offers
from newslint.lsp.drafts import Draft
from newslint.lsp.linting import Judgement
from newslint.lsp.session import Session
from newslint.report import Report
from newslint.source import Span
from newslint.startup.dataclass import replace
from newslint.startup.row import Row
from newslint.stets.comments import Stet

# A reason of such words alone would be read as the name of another rule.
_LIKE_A_RULE = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)?")


class Editor(Protocol):
    """What is asked of the editor's side of the server."""

    @property
    def session(self) -> Session: ...
    def offers(self, judgement: Judgement) -> Offers:
        """What can be done about a judged draft."""
        ...

    def folder_of(self, draft: Draft) -> Path:
        """The open folder that `draft` lies in, else its own."""
        ...

    def say(self, sentence: str) -> None:
        """Show `sentence` to the writer."""
        ...

    async def workspace_apply_edit_async(self, params: ApplyWorkspaceEditParams) -> ApplyWorkspaceEditResult:
        """Let the editor make edits."""
        ...


async def stet(editor: Editor, judgement: Judgement, finding: Finding, reason: str) -> None:
    """Let `finding` stand, and say how, or why not."""
    desk, draft = judgement.desk, judgement.draft
    if not desk:
        return
    comment = await editor.session.alone(lambda: comment_for(finding, judgement, desk, reason))
    if comment:
        offers = editor.offers(judgement)
        place = offers.positions.spanning(Span(comment.offset, comment.offset))
        edit = offers.edit([TextEdit(place, comment.text)])
        await editor.workspace_apply_edit_async(ApplyWorkspaceEditParams(edit, label=f"stet {finding.rule}"))
        return
    try:
        editor.say(await editor.session.alone(lambda: _entered(finding, draft, desk, editor.folder_of(draft), reason)))
    except NewslintError as error:
        editor.say(f"newslint: {error}")
    await editor.session.look()


def _entered(finding: Finding, draft: Draft, desk: Desk, folder: Path, reason: str) -> str:
    """Write an entry into the configuration that holds for the draft; what to tell of it. Raises NewslintError."""
    if draft.path is None or not draft.path.is_file():
        raise ConfigError("a draft that was never saved has no name for an entry in the configuration: save it first")
    if desk.config.gate.require_reason and not reason.strip():
        how = f"newslint stet {finding.fingerprint[:8]} {draft.path} --reason “…”"
        raise ConfigError(f"a stet needs a reason here: {how}", desk.config.path)
    path = configuration_of(finding, desk.config, folder)
    write_entry(path, finding, reason)
    return f"{path}: {finding.rule} “{finding.text}” shall stand"


class Insertion(Row):
    """Text to put into a draft at `offset`."""

    offset: int
    text: str


def comment_for(finding: Finding, judgement: Judgement, desk: Desk, reason: str = "") -> Insertion | None:
    """The comment that lets `finding` stand; None where the draft has no place for one.

    Each place is tried out: with the comment in it, newslint must find the same but for what the comment covers.
    """
    comment = f"<!-- stet: {_said(finding.rule, reason)} -->"
    source = judgement.draft.source
    for insertion in _insertions(finding, parsed(source, desk.registry), comment):
        text = source.text[: insertion.offset] + insertion.text + source.text[insertion.offset :]
        if _covers(desk.report_on(replace(source, text=text)), judgement.report, finding):
            return insertion
    return None


def _said(rule: str, reason: str) -> str:
    """What stands in the comment; the reason can't end it."""
    words = re.sub("-{2,}", "–", " ".join(reason.split()))
    if _LIKE_A_RULE.fullmatch(words.partition(",")[0].strip()):
        words = words[0].upper() + words[1:]
    return f"{rule}, {words}" if words else rule


def _insertions(finding: Finding, document: Document, comment: str) -> Iterator[Insertion]:
    """On a line of its own before the block of the finding; else right before the block's first word."""
    block = _block(finding, document)
    if block is None:
        return
    source = document.source
    line = source.line_span(source.location(block.start).line)
    lead = source.text[line.start : block.start]
    indent = lead[: len(lead) - len(lead.lstrip())]
    end = "\r\n" if "\r\n" in source.text else "\n"
    yield Insertion(line.start, f"{indent}{comment}{end}")
    yield Insertion(block.start, comment)


def _block(finding: Finding, document: Document) -> Span | None:
    """Where the block that the finding begins in stands in the draft."""
    places = (document.place(block.span).span for block in document.blocks)
    return next((place for place in places if place.start <= finding.start.offset < place.end), None)


def _covers(after: Report, before: Report, finding: Finding) -> bool:
    """Whether the comment covers `finding`, and all else is as before but for findings of the same rule."""
    covered = any(each.fingerprint == finding.fingerprint and isinstance(by, Stet) for each, by in after.stetted)
    lost = _counted(before) - _counted(after)
    new = _counted(after) - _counted(before)
    return covered and not new and not after.failures and all(rule == finding.rule for rule, _ in lost)


def _counted(report: Report) -> Counter[tuple[str, str]]:
    return Counter((finding.rule, finding.fingerprint) for finding in report.findings)
