"""A page's markup as a tree of elements, each with its place in the source.

Broken markup gives what it can, in time that grows with the page and not with how it's broken.
"""

from __future__ import annotations

import re
from functools import cached_property

from newslint.startup.expressions import compiled

# How deep elements nest before their tags are read as if they had no inside; no story's do.
_DEEPEST = 300
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


class Element:
    """An element: its tags, and the elements between them. Offsets are of the source.

    `letters`, `linked` and `mass` are counted by those who look for the story: its text, that of links, that of prose.
    """

    def __init__(self, source: str, tag: str, start: int, end: int, parent: Element | None) -> None:
        self.source = source
        self.tag = tag
        self.start = start
        self.inner_start = self.inner_end = self.end = end
        self.parent = parent
        self.children: list[Element] = []
        self.letters = self.linked = self.mass = 0

    @cached_property
    def attributes(self) -> dict[str, tuple[str, int, int]]:
        """Each attribute's value with its place, by name in lower case; the first of a name counts."""
        found: dict[str, tuple[str, int, int]] = {}
        for match in _ATTRIBUTE.finditer(
            self.source, self.start + 1 + len(self.tag), max(self.start, self.inner_start - 1)
        ):
            group = match.lastindex or 1
            value = (match[group], *match.span(group)) if group > 1 else ("", match.end(), match.end())
            found.setdefault(match[1].lower(), value)
        return found

    def attribute(self, name: str) -> str:
        """An attribute's value, "" where there is none."""
        return self.attributes.get(name, ("", 0, 0))[0]

    @cached_property
    def signs(self) -> frozenset[str]:
        """The words in its class, id and the like, in lower case: what its page calls it."""
        names = " ".join(self.attribute(name) for name in ("class", "id", "itemprop", "data-component", "role", "rel"))
        return frozenset(sign.lower() for sign in _SIGN.findall(names))

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
    """The elements of the markup from `start` to `end`, in one that has no tag."""
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
        parent.children.append(element)
        return element
