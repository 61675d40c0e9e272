"""Markdown inside a paragraph: emphasis, links, images, code, as CommonMark reads them.

The delimiters and what is no copy are cut out; the rest stays where it is in the source.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from newslint.parsers.entities import REFERENCE, decoded
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row


@dataclass
class Delimiter:
    """A run of one sign; `start` and `end` move inwards as its signs find partners."""

    sign: str
    start: int
    end: int
    opens: bool
    closes: bool
    size: int

    @classmethod
    def at(cls, text: str, start: int, end: int) -> Delimiter:
        """The run of signs in `text` from `start` to `end`."""
        before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
        left = not after.isspace() and (not _is_mark(after) or before.isspace() or _is_mark(before))
        right = not before.isspace() and (not _is_mark(before) or after.isspace() or _is_mark(after))
        sign = text[start]
        if sign == "_":
            opens, closes = left and (not right or _is_mark(before)), right and (not left or _is_mark(after))
        else:
            opens, closes = left, right
        if sign == "~" and end - start > 2:
            opens = closes = False
        return cls(sign, start, end, opens, closes, end - start)

    @property
    def left(self) -> int:
        """How many of its signs have no partner yet."""
        return self.end - self.start


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "PS"


def matched(delimiters: list[Delimiter]) -> Iterator[Span]:
    """The signs that are marks of emphasis, among delimiters in the order of the text."""
    open_: list[Delimiter] = []
    # How deep a search for an opener of this kind has gone in vain.
    floors: dict[tuple[str, int, bool], int] = {}
    for closer in delimiters:
        while closer.closes and closer.left:
            key = (closer.sign, closer.size % 3, closer.opens)
            index = _opener(open_, closer, floors.get(key, 0))
            if index < 0:
                floors[key] = len(open_)
                break
            opener = open_[index]
            del open_[index + 1 :]
            for kind, floor in floors.items():
                floors[kind] = min(floor, len(open_))
            size = opener.left if closer.sign == "~" else 2 if opener.left > 1 and closer.left > 1 else 1
            yield Span(opener.end - size, opener.end)
            yield Span(closer.start, closer.start + size)
            opener.end -= size
            closer.start += size
            if not opener.left:
                open_.pop()
        if closer.opens and closer.left:
            open_.append(closer)


def _opener(open_: list[Delimiter], closer: Delimiter, floor: int) -> int:
    for index in range(len(open_) - 1, floor - 1, -1):
        if _fit(open_[index], closer):
            return index
    return -1


def _fit(opener: Delimiter, closer: Delimiter) -> bool:
    if opener.sign != closer.sign:
        return False
    if closer.sign == "~":
        return opener.size == closer.size
    odd = (opener.closes or closer.opens) and (opener.size + closer.size) % 3 == 0
    return not odd or (opener.size % 3 == 0 and closer.size % 3 == 0)


_TOKEN = compiled(r"\\|`+|\*+|_+|~+|!?\[|\]|<|&|\{| {2,}(?=\n)|https?://")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_LINK_TARGET = compiled(
    r"\([ \t]*\n?[ \t]*(?:<(?:[^<>\n\\]|\\.)*>|(?:[^\s()\\<]|\\.)(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.|\([^\s()]*\))*\))*)?"
    r"(?:[ \t]*\n?[ \t]*(?P<title>\"(?:[^\"\\]|\\[\s\S])*\"|'(?:[^'\\]|\\[\s\S])*'|\((?:[^()\\]|\\[\s\S])*\)))?[ \t]*\n?[ \t]*\)"
)
_LABEL = compiled(r"\[(?:[^\[\]\\]|\\.){0,999}\]")
_AUTOLINK = compiled(r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w.-]{1,255})>")
_TAG = compiled(
    r"</[A-Za-z][\w-]*\s*>|<(?P<name>[A-Za-z][\w-]*)(?:\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:[^\s\"'=<>`]+|'[^']*'|\"[^\"]*\"))?)*\s*/?>"
    r"|<\?.{0,400}?\?>|<![A-Z][^>]{0,400}>",
    re.S,
)
_SHORTCODE = compiled(
    r"\{\{[<%].{0,600}?[>%]\}\}|\{%.{0,600}?%\}|\{\{.{0,300}?\}\}|\{#.{0,300}?#\}"
    r"|\{:[^{}\n]{0,200}\}|\{[#.][\w-][^{}\n]{0,200}\}|\[(?:/(?:caption|gallery|embed|video|audio)|(?:caption|gallery|embed|video|audio) +\w+=[^\]\n]{0,300})\]",
    re.S,
)
_ADDRESS = compiled(r"https?://[^\s<]*[^\s<?!.,:*_~'\")\]]")


class Cut(Row):
    """A stretch that isn't copy as it stands: left out, or (where `text` isn't None) written as `text`."""

    start: int
    end: int
    text: str | None = None


class Inline(Row):
    """What is to be done with a paragraph's text: offsets are of that text.

    `stand_ins` are code, addresses and shortcodes; `images` are each an alt text and, where it has one, a title.
    """

    cuts: list[Cut]
    stand_ins: list[Span]
    breaks: list[int]
    comments: list[Span]
    images: list[tuple[Span, Span | None]]
    shortcodes: list[Span]


class _Bracket(Row):
    """A `[` or `![` that may turn out to begin a link or an image."""

    start: int
    end: int
    is_image: bool
    delimiters: int


class _Reader:
    """One pass over a paragraph's text."""

    def __init__(self, text: str, labels: AbstractSet[str]) -> None:
        self.text = text
        self.labels = labels
        self.found = Inline([], [], [], [], [], [])
        self.delimiters: list[Delimiter] = []
        self.brackets: list[_Bracket] = []
        # How many of the open brackets hold a link already: a link stands in no other.
        self.linked = 0
        self.no_comment_end = False
        self._ticks: dict[int, list[int]] | None = None

    def read(self) -> Inline:
        """Everything in the text that isn't copy as it stands."""
        readers = {
            "\\": self._escape,
            "`": self._code,
            "*": self._delimiter,
            "_": self._delimiter,
            "~": self._delimiter,
            "[": self._open_bracket,
            "!": self._open_bracket,
            "]": self._close_bracket,
            "<": self._angle,
            "&": self._reference,
            "{": self._shortcode,
            "h": self._address,
            " ": self._hard_break,
        }
        position = 0
        while match := _TOKEN.search(self.text, position):
            position = readers[self.text[match.start()]](match.start(), match.end())
        self._cut_delimiters(0)
        return self.found

    def _hard_break(self, start: int, end: int) -> int:
        self.found.breaks.append(start)
        return end

    def _delimiter(self, start: int, end: int) -> int:
        self.delimiters.append(Delimiter.at(self.text, start, end))
        return end

    def _open_bracket(self, start: int, end: int) -> int:
        if _SHORTCODE.match(self.text, start):
            return self._shortcode(start, end)
        self.brackets.append(_Bracket(start, end, self.text[start] == "!", len(self.delimiters)))
        return end

    def _cut_delimiters(self, first: int) -> None:
        self.found.cuts.extend(Cut(*span) for span in matched(self.delimiters[first:]))
        del self.delimiters[first:]

    def _escape(self, start: int, _end: int) -> int:
        after = self.text[start + 1 : start + 2]
        if after == "\n":
            self.found.cuts.append(Cut(start, start + 1))
            self.found.breaks.append(start + 1)
        elif after in _PUNCTUATION and after:
            self.found.cuts.append(Cut(start, start + 1))
            return start + 2
        return start + 1

    def _code(self, start: int, end: int) -> int:
        """Code ends at a run of as many backticks; without one the backticks are text."""
        if self._ticks is None:
            self._ticks = {}
            for run in re.finditer("`+", self.text):
                self._ticks.setdefault(run.end() - run.start(), []).append(run.start())
        size = end - start
        runs = self._ticks.get(size, [])
        index = bisect_right(runs, start)
        if index == len(runs):
            return end
        self.found.stand_ins.append(Span(start, runs[index] + size))
        return runs[index] + size

    def _angle(self, start: int, _end: int) -> int:
        if self.text.startswith("<!--", start):
            return self._comment(start)
        autolink = _AUTOLINK.match(self.text, start)
        if autolink:
            self.found.stand_ins.append(Span(*autolink.span()))
            return autolink.end()
        tag = _TAG.match(self.text, start)
        if tag is None:
            return start + 1
        self.found.cuts.append(Cut(*tag.span()))
        if (tag["name"] or "").lower() == "br":
            self.found.breaks.append(tag.end())
        return tag.end()

    def _comment(self, start: int) -> int:
        end = -1 if self.no_comment_end else self.text.find("-->", start + 4)
        if end < 0:
            self.no_comment_end = True
            return start + 4
        self.found.cuts.append(Cut(start, end + 3))
        self.found.comments.append(Span(start, end + 3))
        return end + 3

    def _reference(self, start: int, _end: int) -> int:
        match = REFERENCE.match(self.text, start)
        if match is None or not match[0].endswith(";") or decoded(match[0]) == match[0]:
            return start + 1
        self.found.cuts.append(Cut(start, match.end(), decoded(match[0])))
        return match.end()

    def _shortcode(self, start: int, _end: int) -> int:
        match = _SHORTCODE.match(self.text, start)
        if match is None:
            return start + 1
        self.found.stand_ins.append(Span(*match.span()))
        self.found.shortcodes.append(Span(*match.span()))
        return match.end()

    def _address(self, start: int, _end: int) -> int:
        """An address written out is no copy: its signs emphasise nothing."""
        match = _ADDRESS.match(self.text, start)
        return match.end() if match else start + 1

    def _close_bracket(self, start: int, _end: int) -> int:
        if not self.brackets:
            return start + 1
        opener = self.brackets.pop()
        is_active = opener.is_image or len(self.brackets) >= self.linked
        self.linked = min(self.linked, len(self.brackets))
        end, title = self._target(opener, start) if is_active else (0, None)
        if not end:
            return start + 1
        if opener.is_image:
            self.found.images.append((Span(opener.end, start), title))
            self.found.cuts.append(Cut(opener.start, end))
        else:
            self.found.cuts.extend((Cut(opener.start, opener.end), Cut(start, end)))
            self.linked = len(self.brackets)
        self._cut_delimiters(opener.delimiters)
        return end

    def _target(self, opener: _Bracket, start: int) -> tuple[int, Span | None]:
        """Where the link or image that closes at `start` ends, and its title; 0 where it's only brackets."""
        target = _LINK_TARGET.match(self.text, start + 1) if self.text[start + 1 : start + 2] == "(" else None
        if target:
            title = Span(target.start("title") + 1, target.end("title") - 1) if target["title"] else None
            return target.end(), title
        inner = self.text[opener.end : min(start, opener.end + 1000)]
        if inner[:1] == "^" and not opener.is_image and " " not in inner:
            self.found.cuts.append(Cut(opener.start, start + 1))
            return start + 1, None
        if not self.labels:
            return 0, None
        named = _LABEL.match(self.text, start + 1)
        if named and len(named[0]) > 2:
            return (named.end(), None) if label_key(named[0][1:-1]) in self.labels else (0, None)
        if label_key(inner) in self.labels:
            return (named.end() if named else start + 1), None
        return 0, None


def label_key(label: str) -> str:
    """A link label as it's compared: case and white space don't count."""
    return " ".join(label.split()).casefold()


def read_inline(text: str, labels: AbstractSet[str]) -> Inline:
    """What in a paragraph's text is no copy. `labels` are the document's link definitions."""
    if not _TOKEN.search(text):
        return Inline([], [], [], [], [], [])
    found = _Reader(text, labels).read()
    found.cuts.sort()
    return found
