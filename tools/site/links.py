#!/usr/bin/env python3
"""Follow every link of the built site: `python -m tools.site.links FOLDER` ends with 1 where one leads nowhere.

Whatever a page would load from elsewhere is told, too: a reader of the site asks nobody else for anything.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

# What a browser loads by itself, by its element, and what only a click does.
_LOADED = {("link", "href"), ("script", "src"), ("img", "src"), ("iframe", "src"), ("source", "src")}
_FOLLOWED = {("a", "href")}


class Page(HTMLParser):
    """What a page links to and loads, and the places in it that others may link to."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.places: set[str] = set()
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in {"id", "name"} and value:
                self.places.add(value)
            if (tag, name) in _LOADED and ("rel", "canonical") not in attrs:
                self.loaded.append(value or "")
            if (tag, name) in _FOLLOWED:
                self.links.append(value or "")


def faults(folder: Path) -> Iterator[str]:
    """A sentence for each link that leads nowhere, and for each thing that's loaded from elsewhere."""
    pages = {path.resolve(): Page(path) for path in sorted(folder.rglob("*.html"))}
    for path, page in pages.items():
        yield from (
            f"{path.relative_to(folder.resolve())}: loads {each}" for each in page.loaded if urlsplit(each).netloc
        )
        for link in (*page.links, *(each for each in page.loaded if not urlsplit(each).netloc)):
            if not _leads_somewhere(link, path, pages):
                yield f"{path.relative_to(folder.resolve())}: {link} leads nowhere"


def _leads_somewhere(link: str, origin: Path, pages: dict[Path, Page]) -> bool:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc or origin.name == "404.html":
        return True
    path = (origin.parent / unquote(parts.path)).resolve() if parts.path else origin
    path = path / "index.html" if path.is_dir() else path
    if not parts.fragment or path.suffix != ".html":
        return path.is_file()
    return path in pages and unquote(parts.fragment) in {*pages[path].places, "__top"}


if __name__ == "__main__":
    found = list(faults(Path(sys.argv[1])))
    print("\n".join(found) or "Every link leads somewhere, and nothing is loaded from elsewhere.")
    sys.exit(bool(found))
