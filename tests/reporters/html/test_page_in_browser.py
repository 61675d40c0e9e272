"""The page in a real browser: by mouse, by keys, without its script, in print; what it asks for, and whom it shuts out."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from newslint.config.settings import Config
from newslint.desk.run import Desk, check_drafts
from newslint.plugins.registry import Registry
from newslint.reporters.html.page import report

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

EXAMPLES = Path(__file__).parents[3] / "examples" / "drafts"
NARROW = {"width": 390, "height": 844}
WIDE = {"width": 1360, "height": 900}
PATIENCE = 60_000.0  # milliseconds


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, built_in: Registry, config: Config) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    desk = Desk(built_in, config)
    for name in ("ferry.txt", "theatre.md", "quarry.html"):
        (folder / f"{name}.html").write_text(report(check_drafts([EXAMPLES / name], desk)), encoding="ascii")
    (folder / "all.html").write_text(report(check_drafts(sorted(EXAMPLES.iterdir()), desk)), encoding="ascii")
    return folder


def settle(page: Page) -> None:
    """Wait until the notes stand where they'll stay: they're ranged anew with the type, or when their draft comes near, by the frame after."""
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def opened(browser: Browser, path: Path, **way: Any) -> Page:
    """The page, in a window that fails the test where it says, asks for or is refused anything."""
    page = browser.new_context(**({"viewport": WIDE} | way)).new_page()
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda message: troubles.append(message.text))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    page.wait_for_function("document.fonts.status === 'loaded'")
    if way.get("java_script_enabled", True):  # without scripts no frame would ever be told, and nothing is ranged
        settle(page)
    assert troubles == []
    assert [url for url in asked if not url.startswith("data:")] == [path.as_uri()]
    return page


def reference(page: Page, number: int) -> Locator:
    """The number of a finding behind its words in the copy."""
    return page.locator(f'.copy a.number[data-finding="{number}"]:visible')


def lit(page: Page) -> list[str]:
    """The words that light up."""
    return [text.strip() for text in page.locator("mark.lit").all_inner_texts()]


@pytest.mark.parametrize("window", [WIDE, NARROW], ids=["wide", "narrow"])
def test_a_click_lights_up_both_places_with_a_line_between_them(browser: Browser, folder: Path, window: Any) -> None:
    page = opened(browser, folder / "ferry.txt.html", viewport=window)
    page.locator("mark", has_text="Marcheti").last.click()
    assert sorted(lit(page)) == ["Marcheti", "Marchetti", "Marchetti"]
    assert "lit" in (page.locator("#n4").get_attribute("class") or "")
    assert page.locator(".thread circle").count() == 3
    for circle, mark in zip(page.locator(".thread circle").all(), page.locator("mark.lit").all(), strict=True):
        end, place = circle.bounding_box(), mark.bounding_box()
        assert end
        assert place
        assert abs(end["x"] + end["width"] / 2 - place["x"] - place["width"]) < 3
        assert abs(end["y"] - place["y"] - place["height"]) < 6
    page.locator("h2.headline").click(position={"x": 2, "y": 60})
    assert lit(page) == []
    assert page.locator(".thread").count() == 0


def test_the_line_ends_at_the_note_of_its_finding(browser: Browser, folder: Path) -> None:
    page = opened(browser, folder / "theatre.md.html")
    for number in range(1, page.locator(".note").count() + 1):
        reference(page, number).click()
        page.wait_for_timeout(250)
        thread, note = page.locator(".thread path").bounding_box(), page.locator(f"#n{number}").bounding_box()
        mark = page.locator(f'mark[data-own~="{number}"]').first.bounding_box()
        assert thread
        assert note
        assert mark
        assert abs(thread["x"] + thread["width"] - note["x"]) < 4
        assert note["y"] <= mark["y"] + mark["height"]
        assert mark["y"] <= note["y"] + note["height"]


def test_on_a_narrow_screen_the_line_leads_no_further_than_its_places(browser: Browser, folder: Path) -> None:
    page = opened(browser, folder / "ferry.txt.html", viewport=NARROW)
    reference(page, 3).click()
    thread, last = page.locator(".thread path").bounding_box(), page.locator("mark.lit").last.bounding_box()
    assert thread
    assert last
    assert abs(thread["x"] + thread["width"] - last["x"] - last["width"]) < 4


def test_notes_never_lie_over_one_another(browser: Browser, folder: Path) -> None:
    page = opened(browser, folder / "theatre.md.html")
    page.locator("summary").first.click()
    page.wait_for_timeout(250)
    boxes = [box for each in page.locator(".note").all() if (box := each.bounding_box())]
    boxes.sort(key=lambda box: box["y"])
    assert all(above["y"] + above["height"] <= below["y"] for above, below in pairwise(boxes))


def test_tab_goes_from_finding_to_finding(browser: Browser, folder: Path) -> None:
    page = opened(browser, folder / "ferry.txt.html")
    seen = []
    for _ in range(40):
        page.keyboard.press("Tab")
        number = page.evaluate("document.activeElement.closest('[data-finding]')?.dataset.finding")
        if number and number not in seen:
            seen.append(number)
            assert lit(page)
    assert seen == ["1", "2", "3", "4"]


def test_enter_goes_to_the_note_and_back(browser: Browser, folder: Path) -> None:
    page = opened(browser, folder / "ferry.txt.html")
    reference(page, 4).focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('.note').id") == "n4"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('.copy') !== null")
    assert lit(page)


def test_letters_step_and_escape_lets_go(browser: Browser, folder: Path) -> None:
    page = opened(browser, folder / "all.html")
    output = page.locator("form.bar output")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert output.inner_text().startswith("2 of ")
    page.keyboard.press("k")
    assert output.inner_text().startswith("1 of ")
    page.keyboard.press("Escape")
    assert output.inner_text().endswith("shown")
    page.get_by_role("button", name="Previous").click()
    last = page.locator(".note").last
    assert "lit" in (last.get_attribute("class") or "")
    page.wait_for_timeout(300)
    box = last.bounding_box()
    assert box
    assert 0 < box["y"] < WIDE["height"]


def test_filters_leave_no_trace_of_what_they_take_out(browser: Browser, folder: Path) -> None:
    page = opened(browser, folder / "all.html")
    every, left = page.locator(".note").count(), page.locator(".note.error").count()
    assert 0 < left < every
    page.locator("form.bar input[value=warning]").uncheck()
    assert page.locator(".note:visible").count() == left
    assert page.locator(".copy a.number:visible").count() == left
    assert page.locator(".copy a.number.warning:visible").count() == 0
    assert page.locator("form.bar output").inner_text() == f"{left} shown"
    page.locator("form.bar input[value=warning]").check()
    page.get_by_label("Rule").select_option("dates/weekday")
    assert {note.get_attribute("data-rule") for note in page.locator(".note:visible").all()} == {"dates/weekday"}
    page.get_by_label("Rule").select_option("")
    assert page.locator(".note:visible").count() == every


def test_a_place_in_another_draft_is_gone_to(browser: Browser, tmp_path: Path, built_in: Registry) -> None:
    from playwright.sync_api import expect

    (tmp_path / "a.txt").write_text(
        "The fire\n\nLucia Marcheti left. Lucia Marcheti was told.\n" + "A town.\n\n" * 60, encoding="utf-8"
    )
    (tmp_path / "b.txt").write_text("The boat\n\nLucia Marchetti left. Marchetti was told.\n", encoding="utf-8")
    run = check_drafts([tmp_path / "a.txt", tmp_path / "b.txt"], Desk(built_in, Config()), together=True)
    (tmp_path / "page.html").write_text(report(run), encoding="ascii")
    page = opened(browser, tmp_path / "page.html")
    link = page.locator(".places a", has_text=".txt, line").first
    # What scrolls to it first comes near its draft, and a click on a note that moves then would meet something else.
    link.scroll_into_view_if_needed()
    settle(page)
    link.click()
    # The page comes to it once the browser has laid out the notes, which on a busy machine isn't at once.
    expect(page.locator(f"{link.get_attribute('href')} ~ mark.lit").first).to_be_in_viewport(ratio=1, timeout=PATIENCE)


def test_a_link_of_a_note_that_has_made_room_leads_where_it_says(
    browser: Browser, tmp_path: Path, built_in: Registry
) -> None:
    """Such a note moves to its line once it's the active one, and mustn't before the click is done."""
    from playwright.sync_api import expect

    names = ("Marcheti Marchetti", "Hildebrant Hildebrandt", "Okonkvo Okonkwo", "Prokup Prokop", "Lindquist Lindqvist")
    once, twice = zip(*(pair.split() for pair in names), strict=True)
    first = " ".join(f"Ana {name} left." for name in once)
    rest = "".join(f"\n\nAna {name} left. {name} was told.{' A town.' * 200}" for name in twice)
    (tmp_path / "a.txt").write_text(f"The fire\n\n{first}{rest}\n", encoding="utf-8")
    run = check_drafts([tmp_path / "a.txt"], Desk(built_in, Config()), together=True)
    (tmp_path / "page.html").write_text(report(run), encoding="ascii")
    page = opened(browser, tmp_path / "page.html")
    link = page.locator(".note .places a").last
    link.click(delay=500)  # milliseconds between down and up, as of a hand that isn't quick
    expect(page.locator(f"{link.get_attribute('href')} ~ mark.lit").first).to_be_in_viewport(ratio=1, timeout=PATIENCE)


def test_without_its_script_it_is_read_and_its_links_lead(browser: Browser, folder: Path) -> None:
    page = opened(browser, folder / "ferry.txt.html", java_script_enabled=False)
    assert not page.locator("form.bar").is_visible()
    assert page.locator(".note:visible").count() == 4
    reference(page, 4).click()
    assert page.url.endswith("#n4")
    page.locator('#n4 a[href="#p4"]').click()
    assert page.url.endswith("#p4")


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_in_print_all_notes_stand_beside_their_rows(browser: Browser, folder: Path, script: bool) -> None:
    page = opened(browser, folder / "theatre.md.html", java_script_enabled=script)
    page.emulate_media(media="print")
    boxes = [box for each in page.locator(".note").all() if (box := each.bounding_box())]
    assert len(boxes) == page.locator(".note").count()
    assert all(above["y"] + above["height"] <= below["y"] for above, below in pairwise(boxes))
    assert not page.locator("form.bar").is_visible()
    assert page.pdf().startswith(b"%PDF")


def test_nothing_is_wider_than_a_narrow_screen(browser: Browser, folder: Path) -> None:
    for name in ("ferry.txt", "theatre.md", "quarry.html"):
        page = opened(browser, folder / f"{name}.html", viewport={"width": 320, "height": 700})
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_what_a_draft_brings_does_not_run(browser: Browser, tmp_path: Path, built_in: Registry, config: Config) -> None:
    copy = "He saw the the <script>document.title='run'</script> <img src=x onerror=\"document.title='run'\">.\n"
    (tmp_path / "a.txt").write_text(f"A town\n\n{copy}", encoding="utf-8")
    html = report(check_drafts([tmp_path / "a.txt"], Desk(built_in, config)))
    (tmp_path / "page.html").write_text(html, encoding="ascii")
    page = opened(browser, tmp_path / "page.html")
    assert page.title().endswith("a.txt: proof")
    assert "document.title='run'</script> <img src=x" in page.locator("p.paragraph").inner_text()


def test_the_policy_holds_even_where_something_got_in(browser: Browser, folder: Path, tmp_path: Path) -> None:
    html = (folder / "ferry.txt.html").read_text(encoding="ascii")
    spoilt = html.replace("<main", "<script>document.title='run'</script><img src='https://example.org/x.png'><main")
    (tmp_path / "page.html").write_text(spoilt, encoding="ascii")
    page = browser.new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    page.goto((tmp_path / "page.html").as_uri())
    assert page.title().endswith("proof")
    assert len([text for text in refused if "Content Security Policy" in text]) == 2


@pytest.mark.parametrize(("window", "scheme"), [(WIDE, "light"), (NARROW, "dark")], ids=["wide-light", "narrow-dark"])
def test_axe_finds_nothing_to_say(browser: Browser, folder: Path, scheme: Any, window: Any) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    for name in ("ferry.txt", "theatre.md", "all"):
        page = browser.new_context(viewport=window, color_scheme=scheme, bypass_csp=True).new_page()
        page.goto((folder / f"{name}.html").as_uri())
        page.locator("a.number:visible").first.click()
        found = axe.run(page).response["violations"]
        assert [(each["id"], [node["html"] for node in each["nodes"][:3]]) for each in found] == []
