"""XML as a tree whose every text has its place in the file.

Entities of a document's own and anything outside the file are refused: a wire story needs neither.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html.entities import html5
from xml.parsers import expat

from newslint.errors import UnreadableError
from newslint.parsers.news.text import Stretch, Text
from newslint.source import Source

# Deeper than any story's elements lie.
_DEEPEST = 200


class Node:
    """An element: its name without prefix, its attributes (without prefixes too), and what lies in it, in order."""

    def __init__(self, name: str, attributes: dict[str, str], parent: Node | None = None) -> None:
        self.name = name
        self.attributes = attributes
        self.parts: list[Node | Stretch] = []
        self._numbers: Counter[str] = Counter()
        self.path = "/" + name
        if parent is not None:
            parent._numbers[name] += 1
            number = parent._numbers[name]
            self.path = f"{parent.path}/{name}" + (f"[{number}]" if number > 1 else "")

    @property
    def children(self) -> Iterator[Node]:
        return (part for part in self.parts if isinstance(part, Node))

    def all(self, *names: str) -> Iterator[Node]:
        """The children of these names, in order."""
        return (child for child in self.children if child.name in names)

    def first(self, *path: str) -> Node | None:
        """The first element at the end of a path of names."""
        found: Node | None = self
        for name in path:
            found = next(found.all(name), None) if found else None
        return found

    def walk(self) -> Iterator[Node]:
        """The element and all that lie in it, in the order of the file."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed([*node.children]))

    def stretches(self) -> Iterator[Stretch]:
        """The text in the element and in all that lie in it."""
        stack: list[Node | Stretch] = [self]
        while stack:
            part = stack.pop()
            if isinstance(part, Stretch):
                yield part
            else:
                stack.extend(reversed(part.parts))

    @property
    def text(self) -> Text:
        return Text(self.stretches())


class _Builder:
    """Takes expat's events; each says in bytes where it begins, and so where the text before it ended."""

    def __init__(self, source: Source) -> None:
        self._data = source.text.encode("utf-8", "surrogatepass")
        self._source = source
        self._open: list[Node] = []
        self._bytes = self._points = 0
        self._text = ""
        self._start = 0
        self.root: Node | None = None
        self._parser = parser = expat.ParserCreate("utf-8")
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.SkippedEntityHandler = self._skipped
        parser.EntityDeclHandler = self._entity
        for quiet in ("StartCdataSectionHandler", "EndCdataSectionHandler"):
            setattr(parser, quiet, self._settle)
        parser.CommentHandler = parser.ProcessingInstructionHandler = self._settle

    def build(self) -> Node:
        try:
            self._parser.Parse(self._data, True)
        except expat.ExpatError as error:
            raise UnreadableError(
                self._source.name, f"is no whole XML: {expat.ErrorString(error.code)}, line {error.lineno}"
            ) from error
        assert self.root is not None  # expat refuses a document without an element
        return self.root

    def _at(self) -> int:
        """Where the event begins, in code points."""
        place = self._parser.CurrentByteIndex
        self._points += len(self._data[self._bytes : place].decode("utf-8", "surrogatepass"))
        self._bytes = place
        return self._points

    def _settle(self, *_: object) -> None:
        end = self._at()
        if self._text and self._open:
            self._open[-1].parts.append(Stretch(self._text, self._start, end - self._start))
        self._text = ""
        self._start = end

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        self._settle()
        if len(self._open) >= _DEEPEST:
            raise UnreadableError(self._source.name, f"has elements inside each other more than {_DEEPEST} deep")
        node = Node(
            _local(name),
            {_local(key): value for key, value in attributes.items()},
            self._open[-1] if self._open else None,
        )
        if self._open:
            self._open[-1].parts.append(node)
        else:
            self.root = node
        self._open.append(node)

    def _end(self, _: str) -> None:
        self._settle()
        self._open.pop()

    def _characters(self, text: str) -> None:
        self._settle()
        self._text = text

    def _skipped(self, name: str, _: bool) -> None:
        """An entity that a list outside the file explains: HTML's are known without it."""
        self._settle()
        self._text = html5.get(f"{name};", "")

    def _entity(self, *_: object) -> None:
        raise UnreadableError(self._source.name, "declares entities of its own, which newslint doesn't read")


def tree(source: Source) -> Node:
    """The root element. Raises UnreadableError where the file isn't whole, or wants more than itself."""
    return _Builder(source).build()


def _local(name: str) -> str:
    return name.rpartition(":")[2]
