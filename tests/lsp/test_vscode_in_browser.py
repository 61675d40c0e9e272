"""The packed extension in Visual Studio Code itself, as a browser shows it: what a writer sees of a finding, and does about it.

The program is code-server, which is Visual Studio Code's own server; `make code-server` brings it.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from zipfile import ZipFile

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parents[2]
PROGRAM = ROOT / "build" / "code-server" / "out" / "server-main.js"
EXTENSION = ROOT / "editors" / "vscode"
PACKED = EXTENSION / "newslint.vsix"
COMMAND = Path(sys.executable).parent / "newslint"
PATIENCE = 120_000.0  # milliseconds; such a program starts slowly where others work too
STORY = """\
# Fourteen hurt on ferry

Twelve people were hurt when the ferry struck the pier, said Lucia Marchetti, the harbour master.

Lucia Marcheti said the the ferry was late.
"""


class Started(NamedTuple):
    """The program at its address, with a folder of drafts."""

    url: str
    drafts: Path


def command(data: Path) -> list[str | Path]:
    """The words that start the program, with all that it keeps in `data`."""
    node = shutil.which("node")
    if not node or not PROGRAM.is_file():
        pytest.skip("code-server isn't installed (make code-server)")
    return [node, PROGRAM, "--accept-server-license-terms", "--telemetry-level", "off", "--server-data-dir", data]


def packed() -> Path:
    """The extension as it's installed, if that's what lies beside it."""
    if not PACKED.is_file():
        pytest.skip("the extension isn't packed (make extension)")
    with ZipFile(PACKED) as archive:
        if archive.read("extension/extension.js") != (EXTENSION / "extension.js").read_bytes():
            pytest.skip("the extension has changed since it was packed (make extension)")
    return PACKED


def settings(path: Path, **given: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({name.replace("__", "."): value for name, value in given.items()}), encoding="utf-8")


@pytest.fixture(scope="module")
def vscode(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Started]:
    """The program with the extension in it, in a folder that nobody trusts."""
    data, drafts = tmp_path_factory.mktemp("data"), tmp_path_factory.mktemp("drafts")
    words = command(data)
    subprocess.run([*words, "--install-extension", packed()], capture_output=True, check=True)
    settings(data / "data" / "Machine" / "settings.json", newslint__command=[str(COMMAND), "lsp"])
    settings(
        data / "data" / "User" / "settings.json",
        workbench__startupEditor="none",
        security__workspace__trust__startupPrompt="never",
    )
    (drafts / ".git").mkdir()
    (drafts / "ferry.md").write_text(STORY, encoding="utf-8")
    with subprocess.Popen(
        [*words, "--host", "127.0.0.1", "--port", "0", "--without-connection-token"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        start_new_session=True,
    ) as process:
        assert process.stdout
        told = (re.search(r"http://\S+:\d+", line) for line in process.stdout)
        yield Started(next(address[0] for address in told if address), drafts)
        # It would wait for its windows to come back; what it started ends with it.
        os.killpg(process.pid, signal.SIGKILL)


@pytest.fixture
def page(browser: Browser, vscode: Started) -> Iterator[Page]:
    """The draft, opened, with its findings."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(f"{vscode.url}/?folder={vscode.drafts}")
    page.locator(".explorer-folders-view").get_by_text("ferry.md").dblclick()
    page.locator(".squiggly-error").first.wait_for()
    yield page
    context.close()


def strongest_sign(draft: Path) -> str:
    """What the command says speaks most for the misspelled name."""
    words = [str(COMMAND), "check", "--isolated", "--output-format", "json", str(draft)]
    said = subprocess.run(words, capture_output=True, check=False).stdout
    [name] = [each for each in json.loads(said)["findings"] if each["rule"] == "names/spelling"]
    return str(name["evidence"][0]["words"])


def go(page: Page, place: str) -> None:
    """Put the caret at `line:column`."""
    page.locator(".monaco-editor .view-lines").first.click()
    page.keyboard.press("Control+G")
    page.locator(".quick-input-widget input").fill(f":{place}")
    page.keyboard.press("Enter")
    line, column = place.split(":")
    page.get_by_text(f"Ln {line}, Col {column}", exact=True).wait_for()


def lamp(page: Page, words: str) -> None:
    """Choose what the lamp offers in these words, which it does as soon as the server has read the draft anew."""
    offers = page.locator(".action-widget .action .title")
    titles: list[str] = []
    while not any(words in title for title in titles):
        page.keyboard.press("Escape")
        page.keyboard.press("Control+.")
        page.locator(".action-widget, .monaco-editor-overlaymessage").first.wait_for()
        titles = offers.all_inner_texts()
    for _ in range(next(index for index, title in enumerate(titles) if words in title)):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


def test_a_writer_sees_findings_and_deals_with_them(page: Page, vscode: Started) -> None:
    from playwright.sync_api import expect

    expect.set_options(timeout=PATIENCE)
    expect(page.locator(".squiggly-error")).to_have_count(2)
    expect(page.locator(".squiggly-warning")).to_have_count(1)
    go(page, "6:1")
    page.keyboard.type("\nThe captain said he saw saw nothing.")
    expect(page.locator(".squiggly-warning")).to_have_count(2)

    page.keyboard.press("Control+Shift+M")
    problems = page.locator(".markers-panel")
    expect(problems).to_contain_text("“Marcheti” here, “Marchetti” once elsewhere")
    expect(problems).to_contain_text("spelled “Marchetti” here")
    page.keyboard.press("Control+Shift+M")

    go(page, "5:10")
    page.keyboard.press("Control+K")
    page.keyboard.press("Control+I")
    expect(page.locator(".monaco-hover", has_text=strongest_sign(vscode.drafts / "ferry.md"))).to_be_visible()
    page.keyboard.press("Escape")

    lamp(page, "Explain: names/spelling")
    explained = page.frame_locator("iframe.webview").frame_locator("iframe").locator("body")
    expect(explained).to_contain_text("A name has one spelling.")

    go(page, "5:26")
    lamp(page, "“ the” goes")
    expect(page.locator(".squiggly-error")).to_have_count(1)
    expect(explained).to_contain_text("A name has one spelling.")

    go(page, "5:10")
    lamp(page, "Let it stand (stet): names/spelling")
    page.locator(".quick-input-widget input").fill("Two people")
    page.keyboard.press("Enter")
    expect(page.locator(".squiggly-error")).to_have_count(0)
    expect(page.locator(".view-lines").first).to_contain_text("names/spelling,\xa0Two\xa0people")
