#!/usr/bin/env python3
"""Lay out the site's pages: the documents as they stand, a page for each rule, and links that lead from one to another.

    python -m tools.site.pages FOLDER

What links to a file that is no page (code, tests) keeps its words and loses the link: the site has no repository to lead to.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path, PurePosixPath

import yaml

from newslint.packs import catalogue
from newslint.packs.explain import escaped, first_sentence, options, page
from newslint.packs.rule import Stanza
from newslint.plugins import builtin
from newslint.plugins.registry import plugin_manager, registry

ROOT = Path(__file__).resolve().parents[2]
# Each document and its page; the rest of docs/ follows in its order.
NAMED = {
    "README.md": "index.md",
    "examples/README.md": "examples.md",
    "SECURITY.md": "security.md",
    "ARCHITECTURE.md": "architecture.md",
    "CONTRIBUTING.md": "contributing.md",
    "bench/README.md": "benches.md",
    "CHANGELOG.md": "changes.md",
}
FIRST = (
    "usage.md",
    "word.md",
    "desk.md",
    "editors.md",
    "gate.md",
    "writing-rules.md",
    "readers.md",
    "plugins.md",
    "vale.md",
)
_FENCE = re.compile(r"(?ms)^ *```.*?^ *```$|`[^`\n]+`")
_LINK = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\]]*\])*)\]\(([^)\s]+)\)")
# A picture that has one form for light and one for dark pages is written as HTML.
_PICTURE = re.compile(r'(?P<name>\bsrc(?:set)?)="(?P<link>[^"\s]+)"')
_RULE = re.compile(r"^#+ ", re.M)


class Site:
    """What becomes of each file of the repository on the site, by its path."""

    def __init__(self, stanzas: list[Stanza]) -> None:
        docs = sorted((ROOT / "docs").glob("*.md"), key=lambda path: (_rank(path.name), path.name))
        self.pages = NAMED | {f"docs/{path.name}": path.name for path in docs if path.name != "rules.md"}
        carried = (path for path in sorted((ROOT / "docs").rglob("*")) if path.suffix in {".json", ".png", ".svg"})
        self.files = {f"docs/{name}": name for name in (path.relative_to(ROOT / "docs").as_posix() for path in carried)}
        self.rules = {_anchor(stanza.id): f"rules/{stanza.id}.md" for stanza in stanzas}

    def target(self, origin: str, link: str) -> str | None:
        """What a link of the page made of `origin` leads to there; None where nothing on the site is meant."""
        path, _, anchor = link.partition("#")
        if re.match(r"\w+:", link) or not path:
            return link
        meant = os.path.normpath(PurePosixPath(origin).parent / path)
        if meant in {"docs/rules.md", "rules"}:
            page, anchor = self.rules.get(anchor, "rules/index.md"), ""
        else:
            page = {**self.pages, **self.files}.get(meant, "")
        if not page:
            return None
        here = PurePosixPath(self.pages.get(origin, origin)).parent
        return os.path.relpath(page, here) + (f"#{anchor}" if anchor else "")

    def linked(self, origin: str, text: str) -> str:
        """The Markdown of the document at `origin` with its links as they are on the site; code is left as it is."""

        def changed(match: re.Match[str]) -> str:
            target = self.target(origin, match[3])
            return match[2] if target is None else f"{match[1]}[{match[2]}]({target})"

        def moved(match: re.Match[str]) -> str:
            return f'{match["name"]}="{self.target(origin, match["link"]) or match["link"]}"'

        parts, last = [], 0
        for code in [*_FENCE.finditer(text), None]:
            end = code.start() if code else len(text)
            parts += [text[last:end], code[0] if code else ""]
            last = code.end() if code else end
        prose = (
            _PICTURE.sub(moved, _LINK.sub(changed, part)) if index % 2 == 0 else part
            for index, part in enumerate(_whole(parts))
        )
        return "".join(prose)


def _whole(parts: list[str]) -> list[str]:
    """Prose and code in turn, where code that stands in the words of a link belongs to the prose."""
    joined = [""]
    for index, part in enumerate(parts):
        inside = index % 2 == 1 and part.startswith("`") and not part.startswith("```")
        if inside or (index % 2 == 0):
            joined[-1] += part
        else:
            joined += [part, ""]
    return joined


def _rank(name: str) -> int:
    return FIRST.index(name) if name in FIRST else len(FIRST)


def _anchor(name: str) -> str:
    return re.sub(r"[^\w\- ]", "", name.lower())


def rule_pages(stanzas: list[Stanza]) -> Iterator[tuple[str, str]]:
    """A page for each rule, and one that lists them."""
    brought = registry(plugin_manager(builtin, entry_points=False))
    rows = [
        f"| [{stanza.id}]({stanza.id}.md) | {stanza.severity} | {escaped(first_sentence(stanza.why))} |"
        for stanza in stanzas
    ]
    yield "rules/index.md", "\n".join(["# The rules\n", "| rule | severity | why |\n|---|---|---|", *rows, ""])
    for stanza in stanzas:
        yield f"rules/{stanza.id}.md", page(stanza, options(stanza, brought.check(stanza.check)), heading="#")


def navigation(site: Site, stanzas: list[Stanza]) -> list[Mapping[str, object]]:
    """The site's contents: documents for desks, the rules by pack, and what is for those who change newslint."""
    makers = [name for name in site.pages.values() if name in {*list(NAMED.values())[2:], "decisions.md"}]
    desks = [name for name in site.pages.values() if name not in {*makers, "index.md"}]
    packs = [
        {pack: [{stanza.name: f"rules/{stanza.id}.md"} for stanza in members]}
        for pack, members in groupby(stanzas, key=lambda stanza: stanza.pack)
    ]
    return [
        {"newslint": "index.md"},
        {"For desks": desks},
        {"The rules": ["rules/index.md", *packs]},
        {"How it is made": makers},
    ]


def lay_out(folder: Path) -> None:
    """Write the pages below `folder`, and the settings that mkdocs takes them by."""
    stanzas = sorted(catalogue.all_stanzas(catalogue.builtin_packs()), key=lambda stanza: stanza.id)
    site = Site(stanzas)
    shutil.rmtree(folder, ignore_errors=True)
    texts = {
        name: site.linked(origin, (ROOT / origin).read_text(encoding="utf-8")) for origin, name in site.pages.items()
    }
    for name, text in {**texts, **dict(rule_pages(stanzas))}.items():
        path = folder / "pages" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for origin, name in site.files.items():
        (folder / "pages" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / origin, folder / "pages" / name)
    settings = {
        "INHERIT": str(Path(__file__).with_name("mkdocs.yml")),
        "docs_dir": str(folder / "pages"),
        "nav": navigation(site, stanzas),
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings, sort_keys=False), encoding="utf-8")


if __name__ == "__main__":
    lay_out(Path(sys.argv[1]).resolve())
