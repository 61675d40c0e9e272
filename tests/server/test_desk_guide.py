"""docs/desk.md word for word: what it tells people to press is there, and what it says is said."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.server.conftest import Desk

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "desk.md").read_text(encoding="utf-8")
PRESSED = sorted(set(re.findall(r"\*\*([A-Z][^*]+)\*\*", GUIDE)))
COPY = "Ferry fire: 14 people\n\nTwelve people saw the the fire, the the boat and the the sea on Tuesday 15 May 2024.\n"


def test_all_that_is_to_be_pressed_is_there(browser: Browser, desk: Desk, tmp_path: Path) -> None:
    docx = pytest.importorskip("docx", reason="needs the extra “docx”: pip install '.[docx]'")
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(desk.url)
    seen: set[str] = set()

    def look() -> None:
        for word in PRESSED:
            if page.get_by_text(word, exact=True).or_(page.get_by_label(word, exact=True)).first.is_visible():
                seen.add(word)

    page.locator("#draft").fill(COPY)
    page.locator(".note").first.wait_for()
    look()
    page.get_by_role("button", name="Make all").click()
    page.wait_for_function("() => document.querySelectorAll('button.apply').length === 0")
    page.locator("#draft").fill(COPY.replace("the the boat and the the sea", "the boat"))
    page.get_by_role("button", name="Make the certain fix").wait_for()
    look()
    page.get_by_role("button", name="Let stand…").first.click()
    page.get_by_label("Why shall it stand?").fill("so it is")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Take back").wait_for()
    look()
    made = docx.Document()
    made.add_paragraph("They saw the the bridge.")
    made.save(tmp_path / "bridge.docx")
    page.locator("#file").set_input_files(tmp_path / "bridge.docx")
    page.get_by_role("button", name="Edit as plain text").wait_for()
    look()
    assert sorted(set(PRESSED) - seen) == []
    assert len(PRESSED) > 12


def test_what_it_says_when_something_is_wrong_is_what_is_said() -> None:
    said = re.findall(r"^\| (?:… )?([^|…]+?)(?: …)? \| (?!do|does)", GUIDE.partition("something is wrong")[2], re.M)
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "newslint").rglob("*.py"))
    code += (ROOT / "newslint" / "server" / "desk.js").read_text(encoding="utf-8").replace("\\u2019", "’")
    assert len(said) >= 4
    for words in said:
        assert words.removeprefix("is ").rstrip(".") in code, words
