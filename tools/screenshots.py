"""The pictures of the page and of the desk in docs/images, light and dark, wide and narrow.

    python -m tools.screenshots

Needs a Chromium on this machine, and the extras `clients` and `desk`. Look at them before you commit them.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
DRAFT = ROOT / "examples" / "drafts" / "ferry.txt"
IMAGES = ROOT / "docs" / "images"
WIDE = {"width": 1240, "height": 720}
DESK = {"width": 1440, "height": 760}
NARROW = {"width": 390, "height": 780}
ARGUMENTS = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"


@contextmanager
def desk() -> Iterator[str]:
    """Where a desk is to be found that runs meanwhile."""
    command = [sys.executable, "-u", "-m", "newslint", "desk", "--no-browser", "--port", "0", "--isolated"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout
        yield next(word for word in process.stdout.readline().split() if word.startswith("http"))
        process.terminate()


def page(folder: Path) -> str:
    """Where the page of the draft lies."""
    file = folder / "page.html"
    command = [sys.executable, "-m", "newslint", "check", "--isolated", "--exit-zero", "--output-format", "html"]
    subprocess.run([*command, "--output", str(file), DRAFT.relative_to(ROOT)], cwd=ROOT, check=True)
    return file.as_uri()


def light_up(window: Any) -> None:
    """Light up the finding that has most places."""
    window.locator('.copy a.number[data-finding="4"]:visible').click()
    window.mouse.move(0, 0)
    window.wait_for_timeout(400)
    window.evaluate("document.activeElement.blur()")


def main() -> None:
    from playwright.sync_api import sync_playwright

    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, desk() as address, sync_playwright() as playwright:
        path = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS.split())
        for scheme in ("light", "dark"):
            for name, url, size in (
                ("page", page(Path(folder)), WIDE),
                ("page-narrow", page(Path(folder)), NARROW),
                ("desk", address, DESK),
            ):
                window: Any = browser.new_context(viewport=size, color_scheme=scheme).new_page()
                window.goto(url)
                if name == "desk":
                    window.locator("#draft").fill(DRAFT.read_text(encoding="utf-8"))
                    window.locator(".note").first.wait_for()
                light_up(window)
                if name != "page-narrow":
                    window.evaluate("scrollTo(0, 0)")
                window.screenshot(path=IMAGES / f"{name}-{scheme}.png")
        browser.close()


if __name__ == "__main__":
    main()
