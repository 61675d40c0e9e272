"""Markdown inside a paragraph: emphasis, links, images, code, as CommonMark reads them.

Every delimiter, and what is no copy, is a mark; the rest of the text stays where it is in the source.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from newslint.parsers.entities import REFERENCE, decoded
from newslint.parsers.galley import STAND_IN
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


def matched(delimiters: list[Delimiter]) -> Iterator[tuple[Span, Span]]:
    """The signs that are marks of emphasis, among delimiters in the order of the text: those that open with their own
    that close.
    """
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
            yield Span(opener.end - size, opener.end), Span(closer.start, closer.start + size)
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


_TOKEN = compiled(r"\\|`+|\*+|_+|~+|!?\[|\]|<|&|\{|(?<! ) {2,}(?=\n)|(?:https?|ftp)://")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_LINK_TARGET = compiled(
    r"\([ \t]*\n?[ \t]*(?P<address><(?:[^<>\n\\]|\\.)*>|(?:[^\s()\\<]|\\.)(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.|\([^\s()]*\))*\))*)?"
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
_ADDRESS = compiled(r"(?:https?|ftp)://[^\s<]*[^\s<?!.,:*_~'\")\]]")
_BRACKETED_ADDRESS = compiled(r"(?:https?|ftp)://[^\s<\]]*[^\s<?!.,:*_~'\")\]]")
# What a written-out address may stand behind, to be a link.
_BEFORE_ADDRESS = frozenset(["", " ", "\t", "\n", "*", "_", "~", "("])


class Mark(Row):
    """A stretch of the text that isn't copy as it stands: left out, or (where `text` isn't None) written as `text`.

    `kind` is the name that HTML has for what begins here (em, strong, del, a) or, after a slash, for what ends here
    (/em); or it's img, code, autolink, shortcode, note, comment, tag, escape, reference or break. `inner` is what a
    mark holds: an image's alt text, code, an address that stands in angle brackets, a link's target. `title` is an
    image's. A written-out address has marks without a letter around it.
    """

    start: int
    end: int
    kind: str
    text: str | None = None
    inner: Span | None = None
    title: Span | None = None


class _Target(Row):
    """Where the link, image or footnote's sign ends whose brackets have closed, with an address and a title."""

    end: int
    address: Span | None = None
    title: Span | None = None
    is_note: bool = False


class _Bracket(Row):
    """A `[` or `![` that may turn out to begin a link or an image."""

    start: int
    end: int
    is_image: bool
    delimiters: int


class _Reader:
    """One pass over a paragraph's text."""

    def __init__(self, text: str, labels: AbstractSet[str], shortcodes: bool) -> None:
        self.text = text
        self.labels = labels
        self.shortcodes = shortcodes
        self.marks: list[Mark] = []
        self.delimiters: list[Delimiter] = []
        self.brackets: list[_Bracket] = []
        # How many of the open brackets hold a link already: a link stands in no other.
        self.linked = 0
        self.no_comment_end = False
        self._ticks: dict[int, list[int]] | None = None

    def read(self) -> list[Mark]:
        """Every mark, in order; of those that begin together what has no letter first, then the longest."""
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
            "f": self._address,
            " ": self._hard_break,
        }
        position = 0
        while match := _TOKEN.search(self.text, position):
            position = readers[self.text[match.start()]](match.start(), match.end())
        self._mark_emphasis(0)
        self.marks.sort(key=lambda mark: (mark.start, mark.end > mark.start, -mark.end))
        return self.marks

    def _mark(self, start: int, end: int, kind: str, text: str | None = None, inner: Span | None = None) -> int:
        self.marks.append(Mark(start, end, kind, text, inner))
        return end

    def _hard_break(self, start: int, end: int) -> int:
        self._mark(start, start, "break")
        return end

    def _delimiter(self, start: int, end: int) -> int:
        self.delimiters.append(Delimiter.at(self.text, start, end))
        return end

    def _open_bracket(self, start: int, end: int) -> int:
        if self.shortcodes and _SHORTCODE.match(self.text, start):
            return self._shortcode(start, end)
        self.brackets.append(_Bracket(start, end, self.text[start] == "!", len(self.delimiters)))
        return end

    def _mark_emphasis(self, first: int) -> None:
        for opener, closer in matched(self.delimiters[first:]):
            kind = "del" if self.text[opener.start] == "~" else "strong" if opener.end - opener.start > 1 else "em"
            self._mark(*opener, kind)
            self._mark(*closer, f"/{kind}")
        del self.delimiters[first:]

    def _escape(self, start: int, _end: int) -> int:
        after = self.text[start + 1 : start + 2]
        if after == "\n":
            self._mark(start, start + 1, "escape")
            self._mark(start + 1, start + 1, "break")
        elif after in _PUNCTUATION and after:
            return self._mark(start, start + 1, "escape") + 1
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
        return self._mark(start, runs[index] + size, "code", STAND_IN, Span(end, runs[index]))

    def _angle(self, start: int, _end: int) -> int:
        if self.text.startswith("<!--", start):
            return self._comment(start)
        autolink = _AUTOLINK.match(self.text, start)
        if autolink:
            inner = Span(autolink.start() + 1, autolink.end() - 1)
            return self._mark(*autolink.span(), "autolink", STAND_IN, inner)
        tag = _TAG.match(self.text, start)
        if tag is None:
            return start + 1
        if (tag["name"] or "").lower() == "br":
            self._mark(tag.end(), tag.end(), "break")
        return self._mark(*tag.span(), "tag")

    def _comment(self, start: int) -> int:
        end = -1 if self.no_comment_end else self.text.find("-->", start + 4)
        if end < 0:
            self.no_comment_end = True
            return start + 4
        return self._mark(start, end + 3, "comment")

    def _reference(self, start: int, _end: int) -> int:
        match = REFERENCE.match(self.text, start)
        if match is None or not match[0].endswith(";") or decoded(match[0]) == match[0]:
            return start + 1
        return self._mark(*match.span(), "reference", decoded(match[0]))

    def _shortcode(self, start: int, _end: int) -> int:
        match = _SHORTCODE.match(self.text, start) if self.shortcodes else None
        return self._mark(*match.span(), "shortcode", STAND_IN) if match else start + 1

    def _address(self, start: int, _end: int) -> int:
        """An address written out is no copy: its signs emphasise nothing. In brackets, they end it."""
        match = (_BRACKETED_ADDRESS if self.brackets else _ADDRESS).match(self.text, start)
        if match is None:
            return start + 1
        if not self.brackets and self.text[max(0, start - 1) : start] in _BEFORE_ADDRESS:
            self._mark(start, start, "a", inner=Span(*match.span()))
            self._mark(match.end(), match.end(), "/a")
        return match.end()

    def _close_bracket(self, start: int, _end: int) -> int:
        if not self.brackets:
            return start + 1
        opener = self.brackets.pop()
        is_active = opener.is_image or len(self.brackets) >= self.linked
        self.linked = min(self.linked, len(self.brackets))
        target = self._target(opener, start) if is_active else None
        if target is None:
            return start + 1
        if opener.is_image:
            alt = Span(opener.end, start)
            self.marks.append(Mark(opener.start, target.end, "img", inner=alt, title=target.title))
        elif target.is_note:
            self._mark(opener.start, target.end, "note")
        else:
            self._mark(opener.start, opener.end, "a", inner=target.address)
            self._mark(start, target.end, "/a")
            self.linked = len(self.brackets)
        self._mark_emphasis(opener.delimiters)
        return target.end

    def _target(self, opener: _Bracket, start: int) -> _Target | None:
        """What the brackets that close at `start` lead to; None where they're only brackets."""
        target = _LINK_TARGET.match(self.text, start + 1) if self.text[start + 1 : start + 2] == "(" else None
        if target:
            title = Span(target.start("title") + 1, target.end("title") - 1) if target["title"] else None
            return _Target(target.end(), Span(*target.span("address")) if target["address"] else None, title)
        inner = self.text[opener.end : min(start, opener.end + 1000)]
        if inner[:1] == "^" and not opener.is_image and " " not in inner:
            return _Target(start + 1, is_note=True)
        if not self.labels:
            return None
        named = _LABEL.match(self.text, start + 1)
        if named and len(named[0]) > 2:
            return _Target(named.end()) if label_key(named[0][1:-1]) in self.labels else None
        if label_key(inner) in self.labels:
            return _Target(named.end() if named else start + 1)
        return None


def label_key(label: str) -> str:
    """A link label as it's compared: case and white space don't count."""
    return " ".join(label.split()).casefold()


def read_inline(text: str, labels: AbstractSet[str], *, shortcodes: bool = True) -> list[Mark]:
    """The marks in a paragraph's text, in order. `labels` are the document's link definitions.

    Without `shortcodes` a page builder's are letters like others, as they are to CommonMark.
    """
    return _Reader(text, labels, shortcodes).read() if _TOKEN.search(text) else []
