"""The blocks of a draft as Vale's scopes name them, in the order in which it reads them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from newslint.startup.row import Row
from newslint.vale.tags import Tag

_INLINE = frozenset(
    [
        *("a", "abbr", "acronym", "b", "big", "br", "cite", "code", "data", "del", "dfn", "em", "i", "img", "kbd"),
        *("small", "span", "strong", "sub", "sup", "tt"),
    ]
)  # fmt: skip
_SKIPPED = ("script", "style", "pre", "figure", "noscript", "iframe")
_MASKED = ("tt", "code", "kbd")
_SKIPPED_CLASSES = ("problematic", "pre", "code")
_SCOPES = {
    "th": "table.header",
    "td": "table.cell",
    "caption": "table.caption",
    "li": "list",
    "blockquote": "blockquote",
    "figcaption": "figure.caption",
}
# Inline markup that a rule may ask for by name; it is read once more for such rules alone.
_NAMED = {"a": "link", "em": "emphasis", "i": "emphasis", "strong": "strong", "b": "strong", "code": "code"}
_HEADING = re.compile(r"h\d\Z")
MASK = "*"


class Settings(Row):
    """What .vale.ini says of the reading of drafts; an empty list leaves the usual one.

    `tokens` and `blocks` are patterns: of what is masked, and of what is left out.
    """

    skipped: tuple[str, ...] = ()
    masked: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    tokens: tuple[str, ...] = ()
    blocks: tuple[str, ...] = ()


class Block(Row):
    """A stretch of copy with its scope (text.heading.h2.md); `places` are its letters' offsets in the draft."""

    text: str
    scope: str
    places: tuple[int, ...] | range

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where the letters from `start` to `end` stand in the draft."""
        if not self.places:
            return 0, 0
        first = self.places[min(start, len(self.places) - 1)]
        last = self.places[min(max(start, end - 1), len(self.places) - 1)]
        return first, max(first, last + (1 if end > start else 0))


@dataclass
class Summary:
    """What the formulas of `metric` count: the copy but for headings and tables, and how many blocks of each kind."""

    parts: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The copy, an empty line behind each block."""
        return "".join(f"{part}\n\n" for part in self.parts)

    def count(self, kind: str) -> None:
        self.counts[kind] = self.counts.get(kind, 0) + 1


class _Open(Row):
    name: str
    masked: bool


class Reader:
    """Makes blocks of a stream of tags; `on_comment` is told each comment and where it stands."""

    def __init__(self, suffix: str, settings: Settings, on_comment: Callable[[str, int], None]) -> None:
        self.suffix = suffix
        self.skip = frozenset(settings.skipped or _SKIPPED)
        self.mask = frozenset(settings.masked or _MASKED)
        self.classes = frozenset((*_SKIPPED_CLASSES, *settings.classes))
        self.on_comment = on_comment
        self.summary = Summary()
        self.letters: list[str] = []
        self.plain: list[str] = []
        self.places: list[int] = []
        self.history: list[str] = []
        self.open: list[_Open] = []
        self.href = ""
        self.left_out: list[str] = []
        self.inline: list[tuple[str, int]] = []

    def blocks(self, tags: Iterable[Tag]) -> Iterator[Block]:
        """Each block, its inline parts (link, emphasis …) before it."""
        for tag in tags:
            if tag.kind == "comment":
                self.on_comment(tag.text, tag.places[0])
            elif self.left_out:
                self._pass_over(tag)
            elif tag.kind in {"start", "single"}:
                yield from self._start(tag)
            elif tag.kind == "end":
                yield from self._end(tag.name)
            elif self.open and self.open[-1].name == "data":  # what programs read, for rules that ask for it alone
                yield Block(tag.text, f"meta{self.suffix}", tag.places)
            else:
                self._write(tag)
        yield from self._close()

    def _pass_over(self, tag: Tag) -> None:
        if tag.kind == "start" and tag.name == self.left_out[0]:
            self.left_out.append(tag.name)
        elif tag.kind == "end" and tag.name == self.left_out[0]:
            self.left_out.pop()

    def _start(self, tag: Tag) -> Iterator[Block]:
        name, inline = tag.name, tag.name in _INLINE
        classes = tag.attributes["class"].text.split() if "class" in tag.attributes else []
        marked = not self.classes.isdisjoint(classes)
        if tag.kind == "start" and (name in self.skip or (marked and not inline)):
            self.summary.count(name)
            self.left_out.append(name)
            return
        if name == "img" and "alt" in tag.attributes and "alt" not in self.skip:
            alt = tag.attributes["alt"]
            yield Block(alt.text, "text.attr.alt", range(alt.start, alt.start + len(alt.text)))
        if name == "br":
            self._part("\n")
        if tag.kind == "single" or name in {"br", "img"}:
            return
        if not inline:
            self._part(" ")
        elif name in _NAMED:
            self.inline.append((_NAMED[name], len(self.letters)))
        self.open.append(_Open(name, name in self.mask or (marked and inline)))
        self.href = tag.attributes["href"].text if "href" in tag.attributes else ""
        self.history.append(name)

    def _end(self, name: str) -> Iterator[Block]:
        if any(each.name == name for each in self.open):
            while self.open.pop().name != name:
                pass
        if name not in _INLINE:
            yield from self._close()
        elif name in _NAMED:
            yield from self._inline_block(_NAMED[name])
        self.href = ""

    def _part(self, sign: str) -> None:
        """Keep two texts apart that a tag parts."""
        if self.letters and not self.letters[-1].isspace():
            self.letters.append(sign)
            self.plain.append(sign)
            self.places.append(self.places[-1] + 1)

    def _write(self, tag: Tag) -> None:
        text, places = tag.text, tag.places
        if self.letters and self.letters[-1] == "\n":  # what indents a line is none of the copy's
            text = text.lstrip()
            places = places[len(places) - len(text) :]
        masked = any(each.masked for each in self.open) or (self.href and text.strip() == self.href)
        self.letters += re.sub(r"[^\n]", MASK, text) if masked else text
        self.plain += text
        self.places += places

    def _inline_block(self, kind: str) -> Iterator[Block]:
        if not self.inline:
            return
        asked, start = self.inline.pop()
        text = "".join(self.plain[start:])
        if asked == kind and text.strip():
            yield Block(text, f"{kind}{self.suffix}", tuple(self.places[start:]))

    def _close(self) -> Iterator[Block]:
        text = "".join(self.letters)
        places, history = self.places, self.history
        self.letters, self.plain, self.places, self.history, self.inline = [], [], [], [], []
        start = len(text) - len(text.lstrip())
        text = text.strip()
        if not text:
            return
        scope = next((found for found in map(_scope_of, history) if found), "")
        if scope in {"", "blockquote", "list"}:
            self.summary.parts.append(text)
        if scope:
            self.summary.count(scope)
        yield Block(text, f"text{'.' if scope else ''}{scope}{self.suffix}", tuple(places[start : start + len(text)]))


def _scope_of(name: str) -> str:
    return f"heading.{name}" if _HEADING.match(name) else _SCOPES.get(name, "")


def counted(summary: Mapping[str, int]) -> dict[str, int]:
    """The counts of blocks as formulas name them: heading_h2, list, blockquote, pre."""
    return {kind.replace(".", "_"): number for kind, number in summary.items() if not kind.startswith("table")}
