"""HTML: the story of a page, set block by block."""

from __future__ import annotations

from typing import NamedTuple

from newslint.document import Document, Role
from newslint.parsers.cues import role_of_line
from newslint.parsers.elements import INLINE, Element, elements
from newslint.parsers.entities import REFERENCE, decoded
from newslint.parsers.furniture import is_button
from newslint.parsers.galley import STAND_IN, Galley
from newslint.parsers.layout import arranged_marked, is_heading_like
from newslint.parsers.story import Story, story_in
from newslint.source import Source, Span

_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_STAND_INS = frozenset(["code", "kbd", "samp", "var", "tt"])
_STRONG = frozenset(["b", "strong"])
_FLOW = frozenset(["p", "div", "ul", "ol", "table", "section", *_HEADINGS])
_STANDFIRST = frozenset(
    ["standfirst", "dek", "deck", "subtitle", "subhead", "subheadline", "subheading", "summary", "description"]
)
_BYLINE = frozenset(["byline", "author", "authors", "contributor", "contributors", "writer"])
_DATELINE = frozenset(
    ["date", "dateline", "timestamp", "datetime", "pubdate", "published", "datepublished", "datemodified", "updated"]
)
_CAPTION = frozenset(["caption", "figcaption", "cutline"])
_CREDIT = frozenset(["credit", "credits", "copyright", "photographer", "attribution"])
_PULL_QUOTE = frozenset(["pullquote", "pullquotes"])
_TITLE_ENDS = (" | ", " – ", " — ", " - ", " :: ", " · ", " « ", " » ")
_SENTENCE_ENDS = (".", "!", "?", "”", '"', ":", "…", "’")


class _Frame(NamedTuple):
    """A block that is being set: the role of what stands directly in it, and whether that is prose for certain."""

    role: Role
    sure: bool
    row: int = 0


def parse(source: Source) -> Document:
    """The document in an HTML page: its story, without the page around it."""
    top = elements(source.text, 0, len(source.text))
    story = story_in(top)
    galley = Galley(source)
    galley.published = _published(top)
    if story.headline is None and story.title is not None:
        _set_title(galley, story.title)
    setter = _Setter(galley, story.left_out, story)
    if story.headline is not None:
        setter.set_headline(story.headline)
    setter.set(story.root)
    galley.close(None)
    return galley.document(arranged_marked(galley.text, galley.blocks))


def set_fragment(galley: Galley, start: int, end: int) -> None:
    """Set what is copy in a piece of HTML inside another format."""
    top = elements(galley.source.text, start, end)
    story = story_in(top)
    left_out = frozenset(element for element in story.left_out if element.tag not in {"ul", "ol"})
    _Setter(galley, left_out, None).set(top)


def _published(top: Element) -> str:
    """The day that the page gives for its story."""
    fallback = ""
    for element in top.walk():
        if element.tag == "meta":
            name = (element.attribute("property") or element.attribute("itemprop") or element.attribute("name")).lower()
            if name in {"article:published_time", "datepublished", "pubdate", "dc.date", "date", "dcterms.created"}:
                return element.attribute("content").strip()
        elif element.tag == "time" and not fallback:
            fallback = element.attribute("datetime").strip()
    return fallback


def _set_title(galley: Galley, title: Element) -> None:
    """The page's title without the name of its site, where the page has no headline."""
    start, end = title.inner_start, title.inner_end
    text = title.source[start:end]
    cuts = [place for mark in _TITLE_ENDS if (place := text.rfind(mark)) > 0]
    if cuts and len(text[: min(cuts)].split()) >= 3:
        end = start + min(cuts)
    elif cuts and len(text[: max(cuts)].split()) >= 3:
        end = start + max(cuts)
    _set_text(galley, start, end)
    galley.close(Role.HEADLINE)


def _set_text(galley: Galley, start: int, end: int) -> None:
    """Set text with its character references decoded."""
    source = galley.source.text
    if "&" in source[start:end]:
        for reference in REFERENCE.finditer(source, start, end):
            known = decoded(reference[0])
            if known != reference[0]:
                galley.copy(start, reference.start())
                galley.replace(known, *reference.span())
                start = reference.end()
    galley.copy(start, end)


class _Setter:
    """Sets elements in the order of the source; what is between two blocks is a block of its own."""

    def __init__(self, galley: Galley, left_out: frozenset[Element], story: Story | None) -> None:
        self.galley = galley
        self.left_out = left_out
        self.story = story
        self.frames = [_Frame(Role.PARAGRAPH, sure=story is None)]
        self.row = 0
        self.anchors = 0
        self.linked = 0
        self.strong = 0
        self.strongly = 0
        self.alts: list[tuple[int, int]] = []
        self.has_prose = False

    def set_headline(self, headline: Element) -> None:
        """Set the headline, which may stand anywhere on its page."""
        self._walk(headline)
        self.galley.close(Role.HEADLINE)
        self.linked = 0

    def set(self, root: Element) -> None:
        """Set all of `root` that is copy."""
        self._walk(root)
        self._flush()

    def _walk(self, root: Element) -> None:
        stack: list[tuple[Element, int, int, bool]] = [(root, 0, root.inner_start, False)]
        while stack:
            element, index, position, framed = stack.pop()
            if index == len(element.children):
                self._text(element, position, element.inner_end)
                if stack:
                    self._leave(element, framed)
                continue
            child = element.children[index]
            self._text(element, position, child.start)
            stack.append((element, index + 1, child.end, framed))
            if not self._set_at_once(child):
                stack.append((child, 0, child.inner_start, self._begin(child)))

    def _text(self, element: Element, start: int, end: int) -> None:
        if start >= end or element.tag.startswith("!") or not self._in_story(element, start):
            return
        if self.anchors or self.strong:
            size = len(self.galley.source.text[start:end].strip())
            self.linked += size if self.anchors else 0
            self.strongly += size if self.strong else 0
        _set_text(self.galley, start, end)

    def _in_story(self, element: Element, start: int) -> bool:
        """Whether a place lies between the headline and the story's end, or in a picture's caption above it."""
        story = self.story
        if story is None or story.headline is None or start >= story.headline.start or story.body is story.root is None:
            return story is None or start < max(story.body.end, story.headline.end if story.headline else 0)
        return self.frames[-1].role in {Role.CAPTION, Role.CREDIT}

    def _set_at_once(self, child: Element) -> bool:
        """Set, or leave out, an element that has no copy in it; whether this is one."""
        tag = child.tag
        if tag == "!--":
            inner = child.source[child.start + 4 : max(child.start + 4, child.end - 3)]
            self.galley.comment(inner.strip(), Span(child.start, child.end))
        elif tag == "br":
            self._break()
        elif tag == "img":
            self._keep_alt(child)
        elif tag in _STAND_INS and child not in self.left_out:
            if self.galley.is_open:
                self.galley.replace(STAND_IN, child.start, child.end)
        else:
            is_headline = self.story is not None and child is self.story.headline
            return child in self.left_out or tag.startswith("!") or is_headline
        return True

    def _begin(self, child: Element) -> bool:
        """Begin an element; whether it's a block of its own."""
        if child.tag == "a":
            self.anchors += 1
        elif child.tag in _STRONG:
            self.strong += 1
        if child.tag in INLINE and not self._stands_alone(child):
            return False
        self._flush()
        self.frames.append(self._frame(child))
        return True

    def _stands_alone(self, child: Element) -> bool:
        """Whether an inline element is a part of the story's own, such as a byline in a span."""
        if child.tag not in {"span", "time", "cite"} or self.frames[-1].sure:
            return False
        return child.tag == "time" or bool(child.signs & (_CAPTION | _CREDIT | _BYLINE | _DATELINE | _STANDFIRST))

    def _leave(self, element: Element, framed: bool) -> None:
        if element.tag == "a":
            self.anchors -= 1
        elif element.tag in _STRONG:
            self.strong -= 1
        if framed:
            self._flush()
            self.frames.pop()

    def _break(self) -> None:
        if self.frames[-1].role in {Role.HEADLINE, Role.CROSSHEAD}:
            self.galley.space()
        else:
            self.galley.break_line()

    def _frame(self, element: Element) -> _Frame:
        """The role of what stands directly in a block, from its tag and from what its page calls it."""
        outer = self.frames[-1]
        tag, signs = element.tag, element.signs
        if tag == "tr":
            self.row += 1
        if tag in {"td", "th"} and not (
            element.letters > 400 and any(child.tag in _FLOW for child in element.children)
        ):
            return _Frame(Role.TABLE_CELL, True, self.row)
        if tag == "figcaption" or (signs & _CAPTION and element.letters < 700):
            return _Frame(Role.CAPTION, True)
        if outer.role in {Role.CAPTION, Role.CREDIT}:
            return _Frame(Role.CREDIT if signs & _CREDIT else outer.role, True)
        if signs & _PULL_QUOTE or {"pull", "quote"} <= signs:
            return _Frame(Role.PULL_QUOTE, True)
        if tag == "blockquote" or outer.role in {Role.BLOCK_QUOTE, Role.PULL_QUOTE}:
            return _Frame(outer.role if outer.role is not Role.PARAGRAPH else Role.BLOCK_QUOTE, True)
        if not self.has_prose and (named := self._named(element)):
            return _Frame(named, True)
        if tag in _HEADINGS:
            return _Frame(Role.CROSSHEAD, True)
        if tag in {"li", "dd", "dt"} or (outer.role is Role.LIST_ITEM and tag in {"p", "div"}):
            return _Frame(Role.LIST_ITEM, True)
        if outer.sure and outer.role is not Role.PARAGRAPH and tag not in {"table", "tbody", "tr", "ul", "ol"}:
            return outer
        return _Frame(Role.PARAGRAPH, sure=tag == "p" or self.story is None)

    def _named(self, element: Element) -> Role | None:
        """A role of the story's top, where the page names one for the element."""
        signs = element.signs
        if signs & _BYLINE and element.letters < 200:
            return Role.BYLINE
        if (signs & _DATELINE or element.tag == "time") and element.letters < 100:
            return Role.DATELINE
        if signs & _STANDFIRST and 20 < element.letters < 500 and element.linked < element.letters / 2:
            return Role.STANDFIRST
        if signs & _CREDIT and element.letters < 150:
            return Role.CREDIT
        return None

    def _flush(self) -> None:
        """End the block that is being set, if it's copy."""
        frame = self.frames[-1]
        linked, strongly = self.linked, self.strongly
        self.linked = self.strongly = 0
        line = self.galley.line
        if line.strip(STAND_IN + " "):
            role = self._role(frame, line, is_strong=strongly >= len(line) - 2)
            if role is None or not self._is_copy(frame, role, line, linked):
                self.galley.drop()
            else:
                self.has_prose = self.has_prose or (role is Role.PARAGRAPH and len(line) > 120)
                self.galley.close(role, row=frame.row)
        else:
            self.galley.drop()
        self._set_alts()

    def _role(self, frame: _Frame, line: str, *, is_strong: bool) -> Role | None:
        if frame.role is Role.PARAGRAPH:
            role = role_of_line(line)
            if role is Role.PARAGRAPH and is_strong and frame.sure and is_heading_like(line):
                return Role.CROSSHEAD
            return None if role is Role.FURNITURE and self.story else role
        if frame.role is Role.CAPTION and role_of_line(line) is Role.CREDIT:
            return Role.CREDIT
        return frame.role

    def _is_copy(self, frame: _Frame, role: Role, line: str, linked: int) -> bool:
        """Whether a block is the story's: no link to another page, no button, no label."""
        if self.story is None:
            return True
        if role in {Role.BYLINE, Role.DATELINE}:
            return any(map(str.isalnum, line)) and len(line) > 3 and not is_button(line)
        if linked > 0.6 * len(line) and role not in {Role.CAPTION, Role.CREDIT, Role.HEADLINE, Role.TABLE_CELL}:
            return len(line) > 80 and line.endswith(_SENTENCE_ENDS)
        if is_button(line):
            return False
        return (
            frame.sure
            or role is not Role.PARAGRAPH
            or len(line) > 60
            or (len(line.split()) > 4 and line.endswith(_SENTENCE_ENDS))
        )

    def _keep_alt(self, image: Element) -> None:
        """An image's alt text is its caption where it has no other."""
        alt, start, end = image.attributes.get("alt", ("", 0, 0))
        if len(alt.split()) < 4 or not self._in_story(image, image.start) and not self._is_pictured(image):
            return
        if not _has_caption(image):
            self.alts.append((start, end))

    def _is_pictured(self, image: Element) -> bool:
        return any(element.tag == "figure" for element in image.above()[:4])

    def _set_alts(self) -> None:
        for start, end in self.alts:
            _set_text(self.galley, start, end)
            self.galley.close(Role.CAPTION)
        self.alts = []


def _has_caption(image: Element) -> bool:
    """Whether a caption stands in one of the elements around an image that hold nothing but it."""
    for element in image.above()[:5]:
        if element.letters > 700:
            return False
        for inner in element.walk():
            if inner.tag == "figcaption" or inner.signs & _CAPTION:
                return inner.letters > 0
    return False
