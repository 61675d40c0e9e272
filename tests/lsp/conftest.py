"""A real client of the protocol, which talks with `newslint lsp` over its standard input and output."""

from __future__ import annotations

import asyncio
import os
import re
import sys
import threading
from collections.abc import Callable, Coroutine, Iterator
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import pytest
from lsprotocol import types
from lsprotocol.converters import get_converter
from pygls.lsp.client import LanguageClient

T = TypeVar("T")
COMMAND = Path(sys.executable).parent / "newslint"
PATIENCE = 60.0


def _converter() -> Any:
    """lsprotocol's, but with actions told from commands as the protocol does: a command's name is a word."""
    converter = get_converter()

    def structured(given: Any, _: Any) -> Any:
        kind = types.Command if isinstance(given.get("command"), str) else types.CodeAction
        return converter.structure(given, kind)

    converter.register_structure_hook(types.Command | types.CodeAction, structured)
    return converter


class Editor:
    """An editor with one folder open. It keeps its texts as UTF-16, as most do, and makes the edits it's told to."""

    def __init__(self, folder: Path, *words: str, encoding: str = "utf-16", pages: bool = False) -> None:
        self.folder = folder
        self.encoding = encoding
        self.texts: dict[str, str] = {}
        self.versions: dict[str, int] = {}
        self.published: list[types.PublishDiagnosticsParams] = []
        self.messages: list[str] = []
        self._news = threading.Condition()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self.client = LanguageClient("editor", "1", converter_factory=_converter)
        self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(partial(self._take))
        self.client.feature(types.WINDOW_SHOW_MESSAGE)(partial(self._hear))
        self.client.feature(types.WORKSPACE_APPLY_EDIT)(partial(self._edit))
        self.run(self._start(words, pages))

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(PATIENCE)

    async def _start(self, words: tuple[str, ...], pages: bool) -> None:
        await self.client.start_io(str(COMMAND), "lsp", *words, cwd=self.folder, env=dict(os.environ))
        capabilities = types.ClientCapabilities(
            general=types.GeneralClientCapabilities(position_encodings=[types.PositionEncodingKind(self.encoding)]),
            workspace=types.WorkspaceClientCapabilities(
                apply_edit=True, workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=True)
            ),
            text_document=types.TextDocumentClientCapabilities(
                hover=types.HoverClientCapabilities(content_format=[types.MarkupKind.Markdown])
            ),
        )
        params = types.InitializeParams(capabilities, root_uri=self.folder.as_uri())
        params.initialization_options = {"pages": pages}
        await self.client.initialize_async(params)
        self.client.initialized(types.InitializedParams())

    def stop(self) -> int | None:
        """End the session as an editor does; the status that the server ended with."""

        async def ended() -> int | None:
            await self.client.shutdown_async(None)
            self.client.exit(None)
            server = self.client._server
            assert server is not None
            await asyncio.wait_for(server.wait(), PATIENCE)
            await self.client.stop()  # type: ignore[no-untyped-call]
            return server.returncode

        try:
            return self.run(ended())
        finally:
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join()
            self._loop.close()

    # what the writer does

    def open(self, name: str, text: str, language: str = "plaintext") -> str:
        """Open a draft of the folder, or `untitled:…`, with `text` in it."""
        uri = name if ":" in name else (self.folder / name).as_uri()
        self.texts[uri], self.versions[uri] = text, 1
        document = types.TextDocumentItem(uri, language, 1, text)
        self._send(lambda: self.client.text_document_did_open(types.DidOpenTextDocumentParams(document)))
        return uri

    def write(self, name: str, text: str, language: str = "plaintext") -> str:
        """Save a draft, and open it."""
        (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_text(text, encoding="utf-8", newline="")
        return self.open(name, text, language)

    def type(self, uri: str, text: str) -> int:
        """Let the draft be `text`; the number of this version."""
        self.texts[uri] = text
        self.versions[uri] += 1
        document = types.VersionedTextDocumentIdentifier(self.versions[uri], uri)
        change = types.TextDocumentContentChangeWholeDocument(text)
        self._send(lambda: self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change])))
        return self.versions[uri]

    def close(self, uri: str) -> None:
        document = types.TextDocumentIdentifier(uri)
        self._send(lambda: self.client.text_document_did_close(types.DidCloseTextDocumentParams(document)))

    def _send(self, send: Callable[[], None]) -> None:
        self._loop.call_soon_threadsafe(send)

    # what the writer sees

    def shown(
        self, uri: str, until: Callable[[list[types.Diagnostic]], bool] = lambda _: True
    ) -> list[types.Diagnostic]:
        """What is shown in the newest text of a draft, as soon as that is known and is as `until` wants it."""

        def there() -> types.PublishDiagnosticsParams | None:
            last = next((each for each in reversed(self.published) if each.uri == uri), None)
            old = last and last.version is not None and last.version != self.versions.get(uri)
            return last if last and not old and until(list(last.diagnostics)) else None

        with self._news:
            assert self._news.wait_for(there, PATIENCE), self.published[-1:]
            found = there()
            assert found
            return list(found.diagnostics)

    def told(self, words: str) -> str:
        """The message with `words` in it, as soon as it's shown."""
        with self._news:
            assert self._news.wait_for(lambda: any(words in each for each in self.messages), PATIENCE), self.messages
            return next(each for each in self.messages if words in each)

    def hover(self, uri: str, place: types.Position) -> str | None:
        params = types.HoverParams(types.TextDocumentIdentifier(uri), place)
        found = self.run(self.client.text_document_hover_async(params))
        assert found is None or isinstance(found.contents, types.MarkupContent)
        return found.contents.value if found and isinstance(found.contents, types.MarkupContent) else None

    def actions(self, uri: str, place: types.Range, *only: str) -> dict[str, types.CodeAction]:
        context = types.CodeActionContext([], only=[types.CodeActionKind(each) for each in only] or None)
        params = types.CodeActionParams(types.TextDocumentIdentifier(uri), place, context)
        found = self.run(self.client.text_document_code_action_async(params))
        return {each.title: each for each in found or () if isinstance(each, types.CodeAction)}

    def act(self, action: types.CodeAction, *more: Any) -> Any:
        """Do what an action says: its edit, and its command, to which an editor may add."""
        if action.edit:
            assert self._edit(types.ApplyWorkspaceEditParams(action.edit)).applied
        if action.command:
            given = [*(action.command.arguments or ()), *more]
            params = types.ExecuteCommandParams(action.command.command, given)
            return self.run(self.client.workspace_execute_command_async(params))
        return None

    def text_at(self, uri: str, place: types.Range) -> str:
        """What stands at `place` of the draft."""
        start, end = self._offset(uri, place.start), self._offset(uri, place.end)
        return self.texts[uri].encode(self._codec)[start:end].decode(self._codec)

    @property
    def _codec(self) -> str:
        return {"utf-16": "utf-16-le", "utf-32": "utf-32-le"}.get(self.encoding, "utf-8")

    def _offset(self, uri: str, place: types.Position) -> int:
        """In bytes of the editor's own text, whose lines it parts as the protocol says."""
        lines = re.findall(r"[^\r\n]*(?:\r\n|\r|\n|\Z)", self.texts[uri])
        before = len("".join(lines[: place.line]).encode(self._codec))
        return before + place.character * {"utf-16": 2, "utf-32": 4}.get(self.encoding, 1)

    def _edit(self, params: types.ApplyWorkspaceEditParams) -> types.ApplyWorkspaceEditResult:
        for change in params.edit.document_changes or ():
            assert isinstance(change, types.TextDocumentEdit)
            uri = change.text_document.uri
            if change.text_document.version != self.versions[uri]:
                return types.ApplyWorkspaceEditResult(applied=False)
            data = self.texts[uri].encode(self._codec)
            edits = [each for each in change.edits if isinstance(each, types.TextEdit)]
            for edit in sorted(edits, key=lambda each: self._offset(uri, each.range.start), reverse=True):
                start, end = self._offset(uri, edit.range.start), self._offset(uri, edit.range.end)
                data = data[:start] + edit.new_text.encode(self._codec) + data[end:]
            self.type(uri, data.decode(self._codec))
        return types.ApplyWorkspaceEditResult(applied=True)

    def _take(self, params: types.PublishDiagnosticsParams) -> None:
        with self._news:
            self.published.append(params)
            self._news.notify_all()

    def _hear(self, params: types.ShowMessageParams) -> None:
        with self._news:
            self.messages.append(params.message)
            self._news.notify_all()


Start = Callable[..., Editor]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts an editor in a new repository, with options for the server."""
    started: list[Editor] = []
    folder = tmp_path / "drafts"
    (folder / ".git").mkdir(parents=True)

    def made(*words: str, **given: Any) -> Editor:
        started.append(Editor(folder, *words, **given))
        return started[-1]

    yield made
    for editor in started:
        assert editor.stop() == 0
