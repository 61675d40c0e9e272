"""The protocol's side of the server: what the editor says is handed to the session, and what that finds is sent back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from newslint.finding import Finding
from newslint.lsp import pages
from newslint.lsp.actions import EXPLAIN, FIX_ALL, STET, Offers, met
from newslint.lsp.diagnostics import diagnostic, of_problem
from newslint.lsp.drafts import Draft, path_of
from newslint.lsp.linting import Desks, Judgement
from newslint.lsp.positions import Positions
from newslint.lsp.session import Session
from newslint.lsp.stetting import stet
from newslint.reporters.terminal import printable
from newslint.version import VERSION

# Beside what editors tell of themselves: files whose change may change a configuration.
_WATCHED = ("**/.newslint.{yml,yaml}", "**/.newslint-baseline.json", "**/*.{yml,yaml,csv}")


class NewslintServer(LanguageServer):
    """Speaks with one editor. `open_desks` gives desks that have read nothing yet; `pause` is in seconds."""

    def __init__(self, open_desks: Callable[[], Desks], pause: float) -> None:
        # Whole texts, not changes: pygls takes some signs for line ends that editors pass over, and would lose count.
        super().__init__("newslint", VERSION, types.TextDocumentSyncKind.Full)
        self.session = Session(open_desks, self._show, self.tell, pause)
        self.shows_pages = False
        self._told: set[str] = set()
        self._problems: dict[str, str] = {}
        for name, (handler, options) in _FEATURES.items():
            self.feature(name, options)(handler)
        for name, command in _COMMANDS.items():
            self.command(name)(command)

    @property
    def folder(self) -> Path:
        """Where drafts lie that were never saved: the folder that the editor has open."""
        return Path(self.workspace.root_path or Path.cwd())

    def folder_of(self, draft: Draft) -> Path:
        """The open folder that `draft` lies in, else its own."""
        opened = [path_of(folder.uri) for folder in self.workspace.folders.values()]
        path = Path(draft.name)
        return next((each for each in (*opened, self.folder) if each and path.is_relative_to(each)), path.parent)

    def offers(self, judgement: Judgement) -> Offers:
        """What can be done about a judged draft, in the encoding and form that the editor takes."""
        edits = self.client_capabilities.workspace and self.client_capabilities.workspace.workspace_edit
        return Offers(judgement, self._positions(judgement.draft), bool(edits and edits.document_changes))

    def finding(self, judgement: Judgement, place: types.Range) -> Finding | None:
        """The first finding at `place`."""
        return next(met(judgement, self._positions(judgement.draft), place), None)

    def tell(self, sentence: str) -> None:
        """Show `sentence`, unless it was shown before."""
        if sentence not in self._told:
            self._told.add(sentence)
            self.say(sentence, types.MessageType.Error)

    def say(self, sentence: str, kind: types.MessageType = types.MessageType.Info) -> None:
        """Show `sentence` to the writer."""
        self.window_show_message(types.ShowMessageParams(kind, "\n".join(map(printable, sentence.split("\n")))))

    def shutdown(self) -> None:
        self.session.end()
        super().shutdown()  # type: ignore[no-untyped-call]

    def _positions(self, draft: Draft) -> Positions:
        return Positions(draft.source, types.PositionEncodingKind(self.workspace.position_encoding).value)

    def forget(self, uri: str) -> None:
        """Take down what is shown of a draft that is closed, and of why it couldn't be judged."""
        self._publish(uri, [])
        self._end_problem(uri)

    def _show(self, judgement: Judgement) -> None:
        draft, positions = judgement.draft, self._positions(judgement.draft)
        found = [diagnostic(finding, draft, positions) for finding in judgement.report.findings]
        self._show_problem(judgement)
        if self._problems.get(draft.uri) != draft.uri:
            self._publish(draft.uri, found, draft.version)
        for failure in judgement.report.failures:
            self.tell(failure)

    def _show_problem(self, judgement: Judgement) -> None:
        """Show at its place why a draft can't be judged, or that it can be again."""
        draft = judgement.draft
        if not judgement.problem:
            self._end_problem(draft.uri)
            return
        uri, shown = of_problem(judgement.problem, draft)
        if self._problems.get(draft.uri) != uri:
            self._end_problem(draft.uri)
        self._problems[draft.uri] = uri
        self._publish(uri, [shown])
        self.tell(str(judgement.problem))

    def _end_problem(self, uri: str) -> None:
        """Take down why the draft at `uri` couldn't be judged, unless that holds for another one."""
        place = self._problems.pop(uri, None)
        if place and place not in self._problems.values():
            self._publish(place, [])
            self._told.clear()

    def _publish(self, uri: str, found: list[types.Diagnostic], version: int | None = None) -> None:
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, version))


def _initialize(ls: NewslintServer, params: types.InitializeParams) -> None:
    options: Any = params.initialization_options
    ls.shows_pages = isinstance(options, Mapping) and options.get("pages") is True


def _initialized(ls: NewslintServer, _: types.InitializedParams) -> None:
    """Ask to be told of changed files, where the editor can do that; else the session looks itself."""
    workspace = ls.client_capabilities.workspace
    watches = workspace and workspace.did_change_watched_files
    if watches and watches.dynamic_registration:
        watched = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(each) for each in _WATCHED])
        name = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        ls.client_register_capability(types.RegistrationParams([types.Registration("newslint", name, watched)]))


def _opened(ls: NewslintServer, params: types.DidOpenTextDocumentParams) -> None:
    given = params.text_document
    ls.session.take_up(Draft(given.uri, given.language_id, given.version, given.text, ls.folder))


def _changed(ls: NewslintServer, params: types.DidChangeTextDocumentParams) -> None:
    if params.content_changes:
        ls.session.change(params.text_document.uri, params.text_document.version, params.content_changes[-1].text)


def _closed(ls: NewslintServer, params: types.DidCloseTextDocumentParams) -> None:
    ls.session.close(params.text_document.uri)
    ls.forget(params.text_document.uri)


async def _saved(ls: NewslintServer, _: types.DidSaveTextDocumentParams) -> None:
    await ls.session.look()


async def _files_changed(ls: NewslintServer, _: types.DidChangeWatchedFilesParams) -> None:
    await ls.session.look()


async def _hover(ls: NewslintServer, params: types.HoverParams) -> types.Hover | None:
    judgement = await ls.session.newest(params.text_document.uri)
    place = types.Range(params.position, params.position)
    finding = ls.finding(judgement, place) if judgement else None
    if not judgement or not finding or not judgement.desk:
        return None
    desk = judgement.desk
    takes = ls.client_capabilities.text_document and ls.client_capabilities.text_document.hover
    if takes and types.MarkupKind.Markdown in (takes.content_format or ()):
        page = types.MarkupContent(
            types.MarkupKind.Markdown, await ls.session.alone(lambda: pages.markdown(finding, desk))
        )
    else:
        page = types.MarkupContent(
            types.MarkupKind.PlainText, await ls.session.alone(lambda: pages.plain(finding, desk))
        )
    offers = ls.offers(judgement)
    return types.Hover(page, offers.positions.of(finding.start, finding.end))


async def _actions(ls: NewslintServer, params: types.CodeActionParams) -> list[types.CodeAction]:
    judgement = await ls.session.newest(params.text_document.uri)
    return list(ls.offers(judgement).at(params.range, params.context.only)) if judgement else []


async def _explain(ls: NewslintServer, *arguments: Any) -> str:
    """The page of a finding as Markdown, for editors that show it; to the others it's told."""
    judgement, finding = await _named(ls, arguments)
    if not judgement or not finding or not judgement.desk:
        return ""
    desk = judgement.desk
    if not ls.shows_pages:
        ls.say(await ls.session.alone(lambda: pages.plain(finding, desk)))
    return await ls.session.alone(lambda: pages.markdown(finding, desk))


async def _stet(ls: NewslintServer, *arguments: Any) -> None:
    judgement, finding = await _named(ls, arguments)
    if judgement and finding:
        await stet(ls, judgement, finding, str(arguments[2]) if len(arguments) > 2 else "")


async def _named(ls: NewslintServer, arguments: tuple[Any, ...]) -> tuple[Judgement | None, Finding | None]:
    """The judgement and finding that a command names by the draft's address and the fingerprint."""
    uri, fingerprint = [*map(str, arguments), "", ""][:2]
    judgement = await ls.session.newest(uri)
    found = judgement.report.findings if judgement else ()
    finding = next((each for each in found if each.fingerprint == fingerprint), None)
    if not finding:
        ls.say("newslint: that finding is gone: has it been mended, or is it stetted already?")
    return judgement, finding


_FEATURES: Mapping[str, tuple[Callable[..., Any], Any]] = {
    types.INITIALIZE: (_initialize, None),
    types.INITIALIZED: (_initialized, None),
    types.TEXT_DOCUMENT_DID_OPEN: (_opened, None),
    types.TEXT_DOCUMENT_DID_CHANGE: (_changed, None),
    types.TEXT_DOCUMENT_DID_CLOSE: (_closed, None),
    types.TEXT_DOCUMENT_DID_SAVE: (_saved, None),
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES: (_files_changed, None),
    types.TEXT_DOCUMENT_HOVER: (_hover, None),
    types.TEXT_DOCUMENT_CODE_ACTION: (
        _actions,
        types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix, FIX_ALL]),
    ),
}
_COMMANDS: Mapping[str, Callable[..., Any]] = {EXPLAIN: _explain, STET: _stet}
