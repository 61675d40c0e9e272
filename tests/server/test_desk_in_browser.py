"""The desk in a real browser: from paste to mended copy, by mouse and by keys alone; files, stets, and what axe says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tests.server.conftest import Desk

EXAMPLES = Path(__file__).parents[2] / "examples" / "drafts"
FERRY = (EXAMPLES / "ferry.txt").read_text(encoding="utf-8")
# What a browser writes down of an answer that says no.
_REFUSED = "the server responded with a status of 4"
WIDE: Any = {"width": 1440, "height": 900}


@pytest.fixture
def page(browser: Browser, desk: Desk) -> Iterator[Page]:
    """The desk's page, in a window that fails the test where it's refused anything, or asks elsewhere."""
    context = browser.new_context(viewport=WIDE, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    troubles: list[str] = []
    asked: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda message: troubles.extend([message.text] * (_REFUSED not in message.text)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(desk.url)
    yield page
    assert troubles == []
    assert [url for url in asked if not url.startswith((desk.url, "data:", "blob:"))] == []
    context.close()


def paste(page: Page, text: str) -> None:
    """Paste as a writer does."""
    page.evaluate("text => navigator.clipboard.writeText(text)", text)
    page.locator("#draft").focus()
    page.keyboard.press("Control+V")


def told(page: Page, number: int) -> None:
    """Wait until there are so many notes."""
    page.wait_for_function(
        "number => document.querySelectorAll('.note').length === number && !document.querySelector('.stale')",
        arg=number,
    )


def note(page: Page, words: str) -> Any:
    return page.locator(".note", has_text=words)


def test_from_paste_to_mended_copy(page: Page) -> None:
    paste(page, FERRY)
    told(page, 4)
    assert page.locator("#status").inner_text() == "2 errors, 2 warnings"
    assert page.locator("h2.headline").inner_text().startswith("Ferry fire: 14")
    note(page, "stands twice").get_by_role("button", name="Apply").click()
    told(page, 3)
    note(page, "Marcheti").get_by_role("button", name="Apply").click()
    told(page, 2)
    note(page, "is a Wednesday").get_by_role("button", name="Edit").click()
    page.keyboard.type("Wednesday 15 May 2024")
    told(page, 1)
    page.locator("#draft").evaluate("each => each.setSelectionRange(12, 14)")
    page.locator("#draft").focus()
    page.keyboard.type("12")
    told(page, 0)
    assert page.locator("#status").inner_text() == "Nothing found"
    page.get_by_role("button", name="Copy the text").click()
    page.wait_for_function("() => document.querySelector('#status').textContent === 'The text is copied.'")
    mended = FERRY.replace("14 people", "12 people").replace("the the", "the").replace("Marcheti’s", "Marchetti’s")
    assert page.evaluate("navigator.clipboard.readText()") == mended.replace("Tuesday", "Wednesday")


def test_by_keys_alone(page: Page) -> None:
    """Tab, Enter and letters: to a finding, to its note, to its fix; then to the next, which shall stand; then to the copy."""
    paste(page, FERRY)
    told(page, 4)

    def tab_to(selector: str) -> None:
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
        raise AssertionError(selector)

    tab_to('.copy a.number[href="#n3"]')
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('.note').id") == "n3"
    tab_to("#n3 button.apply")
    page.keyboard.press("Enter")
    told(page, 3)
    page.wait_for_function("() => document.activeElement.matches('.copy a.number[href=\"#n3\"]')")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#n1"
    page.keyboard.press("Enter")
    tab_to("#n1 .actions button:last-child")
    page.keyboard.press("Enter")
    page.keyboard.type("two were only looked at")
    page.keyboard.press("Enter")
    told(page, 2)
    assert "two were only looked at" in page.locator(".stetted").inner_text()
    tab_to(".stetted button")
    page.keyboard.press("Enter")
    told(page, 3)
    page.keyboard.press("Shift+Tab")
    for _ in range(80):
        page.keyboard.press("Shift+Tab")
        if page.evaluate("document.activeElement.id") == "copy":
            break
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.querySelector('#status').textContent === 'The text is copied.'")
    assert page.evaluate("navigator.clipboard.readText()") == FERRY.replace("the the", "the")


def test_while_a_reason_is_asked_for_its_finding_is_lit(page: Page) -> None:
    paste(page, FERRY)
    told(page, 4)
    note(page, "Marcheti").get_by_role("button", name="Let stand…").click()
    assert page.locator(".note.lit").get_attribute("id") == "n4"
    page.keyboard.press("Escape")
    assert note(page, "Marcheti").get_by_role("button", name="Apply").is_visible()


def test_a_fix_can_be_undone_as_if_it_were_typed(page: Page) -> None:
    paste(page, FERRY)
    told(page, 4)
    page.get_by_role("button", name="Make the certain fix").click()
    told(page, 3)
    page.locator("#draft").focus()
    page.keyboard.press("Control+Z")
    told(page, 4)
    assert page.locator("#draft").input_value() == FERRY


def test_fixes_fit_behind_letters_that_browsers_count_twice(page: Page) -> None:
    paste(page, "A day 🎈🎈 out\n\n🎈 They saw the the bridge 🎈 from the the ferry.\n")
    told(page, 2)
    page.get_by_role("button", name="Make all 2 certain fixes").click()
    told(page, 0)
    assert page.locator("#draft").input_value() == "A day 🎈🎈 out\n\n🎈 They saw the bridge 🎈 from the ferry.\n"


def test_findings_follow_what_is_typed_and_older_answers_are_dropped(page: Page) -> None:
    page.locator("#draft").focus()
    page.keyboard.type("A town\n\nThey saw the the", delay=25)
    page.keyboard.type(" bridge and the ferry.", delay=25)
    told(page, 1)
    assert "bridge and the ferry" in page.locator("main").inner_text()
    page.locator("#draft").fill("A town\n\nNothing here is twice.\n")
    told(page, 0)
    page.locator("#draft").fill("")
    page.wait_for_function("() => document.querySelector('.empty') !== null")


def test_matters_of_style_are_told_on_demand(browser: Browser, tmp_path: Path, start: Callable[[Path], Desk]) -> None:
    page = browser.new_page()
    page.goto(start(tmp_path).url)
    page.locator("#file").set_input_files(EXAMPLES / "theatre.md")
    told(page, 3)
    page.get_by_label("Style too").check()
    told(page, 6)
    assert page.locator(".note.suggestion").count() == 3


def test_filters_and_the_lit_finding_outlive_an_answer(page: Page) -> None:
    paste(page, FERRY)
    told(page, 4)
    page.get_by_label("2 warnings").uncheck()
    page.locator('.copy a.number[data-finding="2"]:visible').click()
    note(page, "stands twice").get_by_role("button", name="Edit").click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" It rained.")
    page.wait_for_function("() => document.querySelector('main').textContent.includes('It rained')")
    assert page.locator(".note:visible").count() == 2
    assert not page.get_by_label("2 warnings").is_checked()
    assert page.locator(".note.lit").count() == 1


@pytest.mark.parametrize("name", ["theatre.md", "quarry.html", "ferry.txt"])
def test_a_file_is_opened_in_its_format(page: Page, name: str) -> None:
    page.locator("#file").set_input_files(EXAMPLES / name)
    page.locator(".note").first.wait_for()
    assert page.locator("#draft").input_value() == (EXAMPLES / name).read_text(encoding="utf-8")
    assert page.locator("#kind").input_value() == Path(name).suffix
    assert page.locator(".tools .name").inner_text() == name


def test_a_file_is_dropped_in_its_encoding(page: Page) -> None:
    page.evaluate(
        """() => {
          const data = new DataTransfer();
          data.items.add(new File([new Uint8Array([0x43, 0x61, 0x66, 0xe9, 0x0d, 0x0a, 0x0d, 0x0a, 0x74, 0x68, 0x65, 0x20, 0x74, 0x68, 0x65])], "cafe.txt"));
          document.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
        }"""
    )
    told(page, 1)
    assert page.locator("#draft").input_value() == "Café\n\nthe the"
    note(page, "twice").get_by_role("button", name="Apply").click()
    told(page, 0)
    assert page.locator("#draft").input_value() == "Café\n\nthe"


def test_a_word_document_is_read_by_its_styles_and_comes_back_with_comments(page: Page, tmp_path: Path) -> None:
    docx = pytest.importorskip("docx", reason="needs the extra “docx”: pip install '.[docx]'")
    made = docx.Document()
    made.add_paragraph("Bridge shut", style="Title")
    made.add_paragraph("No way over the Tamble", style="Subtitle")
    made.add_paragraph("They saw the the bridge. Nobody had told them, and nobody came.")
    made.save(tmp_path / "bridge.docx")
    page.locator("#file").set_input_files(tmp_path / "bridge.docx")
    told(page, 1)
    assert page.locator("h2.headline").inner_text() == "Bridge shut"
    assert page.locator(".standfirst").inner_text() == "No way over the Tamble"
    assert page.locator("#draft").get_attribute("readonly") is not None
    assert page.locator("button.apply").count() == 0
    with page.expect_download() as download:
        page.get_by_role("button", name="Download with notes").click()
    assert download.value.suggested_filename == "notes on bridge.docx"
    comments = docx.Document(download.value.path()).comments
    assert "stands twice" in next(iter(comments)).text
    page.get_by_role("button", name="Edit as plain text").click()
    page.wait_for_function("() => !document.querySelector('#draft').readOnly")
    page.get_by_role("button", name="Make the certain fix").click()
    told(page, 0)
    assert "They saw the bridge." in page.locator("#draft").input_value()


def test_what_is_no_draft_is_told_and_nothing_is_lost(page: Page, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "b.txt").write_bytes(b"%PDF-1.7")
    for name, said in (("a.pdf", "newslint reads drafts whose names end in"), ("b.txt", "is a PDF")):
        page.locator("#file").set_input_files(tmp_path / name)
        page.wait_for_function("said => document.querySelector('#status').textContent.includes(said)", arg=said)
    paste(page, FERRY)
    told(page, 4)


def test_a_desk_that_has_been_closed_is_told_and_the_text_stays(
    browser: Browser, tmp_path: Path, start: Callable[[Path], Desk]
) -> None:
    desk = start(tmp_path)
    page = browser.new_page()
    page.goto(desk.url)
    page.locator("#draft").fill(FERRY)
    told(page, 4)
    desk.ended()
    page.locator("#draft").fill(FERRY + "More.\n")
    page.wait_for_function("() => document.querySelector('#status').textContent.startsWith('The desk doesn’t answer')")
    assert page.locator("#draft").input_value().endswith("More.\n")


def test_markup_in_a_draft_stays_copy(page: Page) -> None:
    paste(
        page, "A town\n\n<img src=x onerror=\"document.title='run'\"> <script>document.title='run'</script> the the\n"
    )
    told(page, 2)
    assert page.title() == "newslint desk"
    assert page.locator("main img, main script").count() == 0


def test_another_site_gets_nothing_through_the_browser(browser: Browser, desk: Desk, tmp_path: Path) -> None:
    """A page of the web can't read the desk's answers, nor put the desk into a frame."""
    page = browser.new_page()
    page.route(
        "http://newslint.example/", lambda route: route.fulfill(body="<h1>Elsewhere</h1>", content_type="text/html")
    )
    page.goto("http://newslint.example/")
    asked = """async (url) => {
      const tries = [
        () => fetch(url + "check", { method: "POST", body: '{"text": "a"}', headers: { "Content-Type": "text/plain" } }),
        () => fetch(url + "check", { method: "POST", body: '{"text": "a"}', headers: { "Content-Type": "application/json" } }),
        () => fetch(url),
      ];
      const got = [];
      for (const each of tries) { try { got.push((await each()).status); } catch { got.push("nothing"); } }
      const frame = document.createElement("iframe");
      frame.src = url;
      document.body.append(frame);
      await new Promise((done) => { frame.onload = done; setTimeout(done, 3000); });
      try { got.push(frame.contentDocument ? frame.contentDocument.body.innerHTML : "nothing"); } catch { got.push("nothing"); }
      return got;
    }"""
    assert page.evaluate(asked, desk.url) == ["nothing"] * 4


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (1100, "dark"), (390, "light")])
def test_axe_finds_nothing_to_say(browser: Browser, desk: Desk, scheme: Any, width: int) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs the extra “clients”").Axe()
    page = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
    ).new_page()
    page.goto(desk.url)
    found = axe.run(page).response["violations"]
    page.locator("#draft").fill((EXAMPLES / "theatre.md").read_text(encoding="utf-8"))
    page.locator("#kind").select_option(".md")
    page.locator(".note").first.wait_for()
    page.get_by_role("button", name="Let stand").first.click()
    found += axe.run(page).response["violations"]
    page.get_by_role("button", name="Let stand", exact=True).first.click()
    page.locator(".stetted").wait_for()
    found += axe.run(page).response["violations"]
    page.goto(desk.url + "api")
    found += axe.run(page).response["violations"]
    assert [(each["id"], [node["html"] for node in each["nodes"][:3]]) for each in found] == []


def test_nothing_is_wider_than_a_narrow_screen(browser: Browser, desk: Desk) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 700})
    page.goto(desk.url)
    page.locator("#draft").fill(FERRY)
    told(page, 4)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
