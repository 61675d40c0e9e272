#!/usr/bin/env python3
"""How quickly a browser opens the page of a draft of 10,000 words with 200 findings, and how smoothly it's read.

    python bench/page.py [--words 10000] [--findings 200] [--runs 5]

A stutter is a task of the page's that takes 50 ms or more, which is what a browser calls a long one; it's counted while the page
loads, while a reader scrolls through all of it, and while he goes from finding to finding. The quietest run is told,
for other programs of the machine's only add to it. Needs a Chromium on this machine and playwright, which the extra `clients` brings.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from pathlib import Path
from typing import Any, NamedTuple

from copy_of_any_length import story

from newslint.finding import Finding, Related, Severity
from newslint.linter import parsed
from newslint.plugins import builtin
from newslint.plugins.registry import plugin_manager, registry
from newslint.report import Report, Run
from newslint.reporters.html.page import report
from newslint.source import Source, Span

ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
OBSERVE = """
window.tasks = []; window.frames_ = [];
new PerformanceObserver((list) => { for (const each of list.getEntries()) tasks.push(each.duration); }).observe({ type: "longtask", buffered: true });
let last = performance.now();
(function frame(now) { frames_.push(now - last); last = now; requestAnimationFrame(frame); })(last);
"""
SCROLL = """async () => {
  const end = document.documentElement.scrollHeight;
  for (let at = 0; at < end; at += 120) { scrollTo(0, at); await new Promise(requestAnimationFrame); }
}"""
STEP = """async () => {
  const next = [...document.querySelectorAll("form.bar button")].pop();
  const times = [];
  for (let number = 0; number < document.querySelectorAll(".note").length; number++) {
    const start = performance.now();
    next.click();
    document.body.offsetHeight;
    times.push(performance.now() - start);
    await new Promise(requestAnimationFrame);
  }
  times.sort((a, b) => a - b);
  return [times[Math.floor(times.length / 2)], times[times.length - 1]];
}"""


def finding(source: Source, words: list[Span], number: int, every: int) -> Finding:
    """A finding about two words of the draft, some way from one another."""
    own, other = words[number * every], words[(number * every + 37 * (number % 9)) % len(words)]
    related = Related(source.name, "spelled so here", source[other], *map(source.location, other))
    severity = list(Severity)[number % 3]
    message = f"“{source[own]}” here, “{source[other]}” elsewhere"
    place = map(source.location, own)
    return Finding(
        source.name, "names/spelling", severity, 0.9, message, source[own], *place, (related,), None, f"{number:016x}"
    )


def draft(words: int, findings: int) -> Run:
    """A run over one draft of so many words, with so many findings spread over all of it."""
    source = Source("story.txt", f"A long day\n\n{story(1, words)}\n")
    spans: list[Span] = []
    at = 0
    for word in source.text.split():
        at = source.text.index(word, at)
        spans.append(Span(at, at + len(word)))
        at += len(word)
    found = [finding(source, spans, number, len(spans) // findings) for number in range(findings)]
    plugins = registry(plugin_manager(builtin, entry_points=False))
    return Run((Report(source, tuple(found)),), document=lambda source: parsed(source, plugins))


def measured(page: Any, file: Path) -> tuple[float, list[tuple[str, str]]]:
    """What a reader meets, from opening the file on, with a figure each; before it how long he waited in all, in ms."""
    page.add_init_script(OBSERVE)
    page.goto(file.as_uri())
    page.wait_for_function("document.querySelector('.note').style.transform !== ''")
    timing = page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
    page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length")
    paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    rows = [("first words on the screen", f"{paint:.0f} ms"), ("page set, script done", f"{timing:.0f} ms")]
    waited = [since(page)]
    rows.append(told("while it loads", waited[-1]))
    page.evaluate(SCROLL)
    waited.append(since(page))
    rows.append(told("while it's scrolled through", waited[-1]))
    usual, longest = page.evaluate(STEP)
    waited.append(since(page))
    rows.append(("to the next finding", f"{usual:.1f} ms, at most {longest:.1f} ms"))
    rows.append(told("while gone from finding to finding", waited[-1]))
    return timing + sum(sum(each.tasks) for each in waited), rows


class Since(NamedTuple):
    """The long tasks and all frames since it was asked last, in ms."""

    tasks: list[float]
    frames: list[float]


def since(page: Any) -> Since:
    return Since(*page.evaluate("[tasks.splice(0), frames_.splice(0)]"))


def told(when: str, given: Since) -> tuple[str, str]:
    tasks, frames = given
    return (
        when,
        f"{len(tasks)} long tasks{f' ({max(tasks):.0f} ms)' if tasks else ''}, longest frame {max(frames):.0f} ms",
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=int, default=10_000)
    parser.add_argument("--findings", type=int, default=200)
    parser.add_argument("--runs", type=int, default=5, help="the quietest of so many is told (default: 5)")
    given = parser.parse_args()
    from playwright.sync_api import sync_playwright

    run = draft(given.words, given.findings)
    start = time.perf_counter()
    html = report(run)
    rows = [("page written", f"{1000 * (time.perf_counter() - start):.0f} ms, {len(html) / 1000:.0f} KB")]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "page.html"
        file.write_text(html, encoding="ascii")
        path = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        window = {"width": 1360, "height": 900}
        rows += min(measured(browser.new_page(viewport=window), file) for _ in range(given.runs))[1]
        browser.close()
    for name, figure in rows:
        print(f"{name:36} {figure}")


if __name__ == "__main__":
    main()
