#!/usr/bin/env python3
"""How long an editor waits for findings after the last key, measured by a client of the language server.

    python bench/lsp.py [--keys N]

The server runs without a pause, so that what is measured is the wait beyond it: from handing over the text that a key
has made until what is found in it has come back and been read. Every key changes the last paragraph, and is waited for. Told are
the median and the slowest of all keys; the time of the processor that the server takes a key, which other work on the machine
disturbs least; and the first text, for which rules and lists are read. Needs the extra `lsp`.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median

from copy_of_any_length import story
from lsprotocol import types
from pygls.lsp.client import LanguageClient

PLANTED = Path(__file__).parent / "planted"
COMMAND = Path(sys.executable).parent / "newslint"
LANGUAGE = "plaintext"


class Editor:
    """A client that waits for each answer."""

    def __init__(self) -> None:
        self.client = LanguageClient("bench", "1")
        self.answers: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(partial(self.answers.put_nowait))

    async def start(self, folder: Path, pause: int) -> None:
        words = ("lsp", "--isolated", "--pause", str(pause))
        await self.client.start_io(str(COMMAND), *words, cwd=folder)
        capabilities = types.ClientCapabilities()
        await self.client.initialize_async(types.InitializeParams(capabilities, root_uri=folder.as_uri()))
        self.client.initialized(types.InitializedParams())

    async def opened(self, uri: str, text: str) -> float:
        """Seconds from opening a draft to what is found in it."""
        start = time.perf_counter()
        document = types.TextDocumentItem(uri, LANGUAGE, 0, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(document))
        await self.answers.get()
        return time.perf_counter() - start

    async def typed(self, uri: str, version: int, text: str) -> float:
        """Seconds from a newer text to what is found in it."""
        start = time.perf_counter()
        document = types.VersionedTextDocumentIdentifier(version, uri)
        change = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))
        while (await self.answers.get()).version != version:
            pass
        return time.perf_counter() - start

    async def end(self) -> None:
        await self.client.shutdown_async(None)
        self.client.exit(None)
        await self.client.stop()


def processor(editor: Editor) -> float:
    """Seconds of the processor that the server has taken so far; NaN where the system doesn't tell."""
    server = editor.client._server
    try:
        fields = (
            Path(f"/proc/{server.pid if server else 0}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        )
    except OSError:
        return float("nan")
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def milliseconds(*times: float) -> str:
    return " | ".join(f"{each * 1000:.0f} ms" for each in times)


def drafts() -> Iterator[tuple[str, str]]:
    """What is measured: a story, a long piece as people write it, and one in which names of many stories are alike."""
    yield "800 words", story(3).rstrip()
    planted = "\n\n".join(file.read_text(encoding="utf-8") for file in sorted(PLANTED.glob("*.txt")))
    ends = [end.start() for end in re.finditer(r"\s+", planted)]
    yield "10,000 words of planted drafts", planted[: ends[10_000]]
    yield "10,000 words with hundreds of findings", story(3, 10_000).rstrip()


async def waits(keys: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        editor = Editor()
        await editor.start(folder, 0)
        print("| draft | a key, median | slowest | processor a key | first text |\n|---|---|---|---|---|")
        for number, (what, text) in enumerate(drafts()):
            uri = (folder / f"{number}.txt").as_uri()
            first = await editor.opened(uri, text)
            before = processor(editor)
            took = [await editor.typed(uri, key, text + " so on" * key) for key in range(1, keys + 1)]
            own = (processor(editor) - before) / keys
            print(f"| {what} | {milliseconds(median(took), max(took), own, first)} |", flush=True)
        await editor.end()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--keys", type=int, default=10, help="so many keys a draft")
    asyncio.run(waits(parser.parse_args().keys))


if __name__ == "__main__":
    main()
