"""A page's markup as a tree of elements, each with its place in the source.

Broken markup gives what it can, in time that grows with the page and not with how it's broken.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from newslint.errors import TooLargeError
from newslint.startup.expressions import compiled

# How deep elements nest before their tags are read as if they had no inside; no story's do.
_DEEPEST = 300
# A table of 100,000 cells has half as many tags; each costs memory.
_MOST_TAGS = 400_000
# How often a tag's end may be sought in vain before quotation marks in tags are no longer heeded.
_PATIENCE = 20

_TAG = compiled(r"<(/?)([A-Za-z][^\s/>\"'<]*)((?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?)*+)>")
_PLAIN_TAG = compiled(r"<(/?)([A-Za-z][^\s/>\"'<]*)([^>]*+)>")
_EMPTY = compiled(r"(?:\A|[\s\"'])/\Z")
_ATTRIBUTE = compiled(r"([^\s\"'<>/=]++)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'<>=`]++)))?")
_SIGN = compiled(r"[a-z]+|[A-Z][a-z]+|[A-Z]+(?![a-z])")
_VOID = frozenset(
    [
        *("area", "base", "basefont", "br", "col", "embed", "frame", "hr", "img", "input", "link"),
        *("meta", "param", "source", "track", "wbr"),
    ]
)  # fmt: skip
_RAW = frozenset(["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"])
INLINE = frozenset(
    [
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em"),
        *("font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "rb", "rp", "rt", "ruby", "s", "samp"),
        *("small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
    ]
)  # fmt: skip
# What ends an element whose end tag may be left out, and what it lies in.
_ENDED_BY = {
    "li": (frozenset(["li"]), frozenset(["ul", "ol", "menu"])),
    "dt": (frozenset(["dt", "dd"]), frozenset(["dl"])),
    "dd": (frozenset(["dt", "dd"]), frozenset(["dl"])),
    "tr": (frozenset(["tr", "td", "th"]), frozenset(["table"])),
    "td": (frozenset(["td", "th"]), frozenset(["table", "tr"])),
    "th": (frozenset(["td", "th"]), frozenset(["table", "tr"])),
    "option": (frozenset(["option"]), frozenset(["select"])),
    "tbody": (frozenset(["tr", "td", "th", "thead", "tbody"]), frozenset(["table"])),
    "body": (frozenset(["head"]), frozenset(["html"])),
}
# What an end tag of another kind doesn't reach beyond.
_WALLS = frozenset(["td", "th", "table", "article", "main", "body", "html"])
_THROUGH_WALLS = _WALLS | {"tr", "tbody", "thead", "tfoot"}


# An attribute's value, and where that begins and ends.
Value = tuple[str, int, int]
_NONE: Mapping[str, Value] = MappingProxyType({})
# The attributes in which a page calls an element something, and all others that anybody asks for: the rest isn't kept.
_CALLED = ("class", "id", "itemprop", "data-component", "role", "rel")
_ASKED = frozenset(
    [*_CALLED, "alt", "aria-hidden", "content", "datetime", "hidden", "href", "name", "property", "style"]
)
_NO_SIGNS: frozenset[str] = frozenset()


def _attributes(source: str, start: int, end: int) -> Mapping[str, Value]:
    found: dict[str, Value] = {}
    for match in _ATTRIBUTE.finditer(source, start, end):
        name = match[1].lower()
        if name in _ASKED:
            group = match.lastindex or 1
            value = (match[group], *match.span(group)) if group > 1 else ("", match.end(), match.end())
            found.setdefault(name, value)
    return found or _NONE


class Element:
    """An element: its tags, and the elements between them. Offsets are of the source.

    `letters`, `linked` and `mass` are counted by those who look for the story: its text, that of links, that of prose.
    """

    __slots__ = (
        *("source", "tag", "start", "inner_start", "inner_end", "end", "parent", "children"),
        *("letters", "linked", "mass", "_attributes", "_signs"),
    )

    def __init__(self, source: str, tag: str, start: int, end: int, parent: Element | None) -> None:
        self.source = source
        self.tag = tag
        self.start = start
        self.inner_start = self.inner_end = self.end = end
        self.parent = parent
        self.children: Sequence[Element] = ()
        self.letters = self.linked = self.mass = 0
        self._attributes: Mapping[str, Value] | None = None
        self._signs: frozenset[str] | None = None

    @property
    def attributes(self) -> Mapping[str, Value]:
        """The value of each attribute of `_ASKED` with its place, by name in lower case; the first of a name counts."""
        if self._attributes is None:
            start, end = self.start + 1 + len(self.tag), max(self.start, self.inner_start - 1)
            self._attributes = _attributes(self.source, start, end) if start < end else _NONE
        return self._attributes

    def attribute(self, name: str) -> str:
        """An attribute's value, "" where there is none."""
        return self.attributes.get(name, ("", 0, 0))[0]

    @property
    def signs(self) -> frozenset[str]:
        """The words in its class, id and the like, in lower case: what its page calls it."""
        if self._signs is None:
            names = " ".join(self.attribute(name) for name in _CALLED) if self.attributes else ""
            self._signs = frozenset(sign.lower() for sign in _SIGN.findall(names)) or _NO_SIGNS
        return self._signs

    def add(self, child: Element) -> None:
        """Put `child` behind the elements in it."""
        if not isinstance(self.children, list):
            self.children = []
        self.children.append(child)

    def part(self) -> None:
        """Part all elements from those that they lie in: rings of references would outlive the parser."""
        for element in self.walk():
            element.parent = None

    def walk(self) -> list[Element]:
        """Itself and all elements in it, in the order of the source."""
        found: list[Element] = []
        stack = [self]
        while stack:
            element = stack.pop()
            found.append(element)
            stack.extend(reversed(element.children))
        return found

    def above(self) -> list[Element]:
        """The elements that it stands in, from the innermost outwards."""
        found: list[Element] = []
        element = self.parent
        while element is not None:
            found.append(element)
            element = element.parent
        return found


def elements(source: str, start: int, end: int) -> Element:
    """The elements of the markup from `start` to `end`, in one that has no tag. Raises TooLargeError."""
    if source.count("<", start, end) > _MOST_TAGS:
        raise TooLargeError(f"holds more than {_MOST_TAGS:,} tags")
    return _Reader(source, start, end).read()


class _Reader:
    """One pass over the markup."""

    def __init__(self, source: str, start: int, end: int) -> None:
        self.source = source
        self.position = start
        self.limit = end
        self.top = Element(source, "", start, start, None)
        self.top.end = self.top.inner_end = end
        self.open = [self.top]
        self.failures = 0

    def read(self) -> Element:
        source, limit = self.source, self.limit
        while (start := source.find("<", self.position, limit)) >= 0:
            following = source[start + 1 : start + 2]
            if following in {"!", "?"}:
                self._declaration(start)
            elif following == "/" or following.isalpha():
                self._tag(start)
            else:
                self.position = start + 1
        while len(self.open) > 1:
            self._close(limit, limit)
        return self.top

    def _declaration(self, start: int) -> None:
        """A comment, or what else isn't copy in angle brackets."""
        comment = self.source.startswith("<!--", start)
        mark = "-->" if comment else ">"
        found = self.source.find(mark, start + 2, self.limit)
        end = found + len(mark) if found >= 0 else self.limit
        self._add("!--" if comment else "!", start, end)
        self.position = end

    def _tag(self, start: int) -> None:
        pattern = _TAG if self.failures < _PATIENCE else _PLAIN_TAG
        tag = pattern.match(self.source, start, self.limit)
        if tag is None:
            self.failures += 1
            tag = _PLAIN_TAG.match(self.source, start, self.limit)
        if tag is None:
            self.position = start + 1 if self.source.find(">", start, self.limit) >= 0 else self.limit
            return
        self.position = tag.end()
        name = tag[2].lower()
        if tag[1]:
            self._end(name, start, tag.end())
        else:
            self._start(name, start, tag.end(), empty=name in _VOID or _EMPTY.search(tag[3]) is not None)

    def _start(self, name: str, start: int, end: int, *, empty: bool) -> None:
        self._end_what_it_ends(name, start)
        element = self._add(name, start, end)
        if empty or len(self.open) > _DEEPEST:
            return
        if name in _RAW:
            self._raw(element, end)
        else:
            self.open.append(element)

    def _raw(self, element: Element, start: int) -> None:
        """What stands in a script or the like is no markup."""
        close = compiled(rf"</{element.tag}[^>]*+>", re.I).search(self.source, start, self.limit)
        element.inner_end, element.end = close.span() if close else (self.limit, self.limit)
        self.position = element.end

    def _end_what_it_ends(self, name: str, start: int) -> None:
        ended, within = _ENDED_BY.get(name, (frozenset(), frozenset()))
        if name not in INLINE and name not in _VOID:
            self._end_paragraph(start)
        for depth in range(len(self.open) - 1, 0, -1):
            tag = self.open[depth].tag
            if tag in within or not ended:
                return
            if tag in ended:
                self._close_down_to(depth, start)

    def _end_paragraph(self, start: int) -> None:
        """A block ends a paragraph that is still open."""
        for depth in range(len(self.open) - 1, 0, -1):
            tag = self.open[depth].tag
            if tag == "p":
                self._close_down_to(depth, start)
                return
            if tag not in INLINE:
                return

    def _end(self, name: str, start: int, end: int) -> None:
        if name == "br":
            self._add("br", start, end)
            return
        for depth in range(len(self.open) - 1, 0, -1):
            tag = self.open[depth].tag
            if tag == name:
                self._close_down_to(depth + 1, start)
                self._close(start, end)
                return
            if (name in INLINE and tag not in INLINE) or (tag in _WALLS and name not in _THROUGH_WALLS):
                break
        self._add("!", start, end)

    def _close_down_to(self, depth: int, start: int) -> None:
        while len(self.open) > depth:
            self._close(start, start)

    def _close(self, inner_end: int, end: int) -> None:
        element = self.open.pop()
        element.inner_end, element.end = inner_end, end

    def _add(self, tag: str, start: int, end: int) -> Element:
        parent = self.open[-1]
        element = Element(self.source, tag, start, end, parent)
        parent.add(element)
        return element
