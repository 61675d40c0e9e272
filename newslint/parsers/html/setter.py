"""Setting a page's story: walks its elements and puts what is copy into a galley, block by block."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from newslint.document import Role
from newslint.parsers.entities import REFERENCE, decoded
from newslint.parsers.galley import STAND_IN, Galley
from newslint.parsers.html.elements import INLINE, Element
from newslint.parsers.html.parts import Part, is_caption_element, part_of, stands_alone
from newslint.parsers.html.story import Story
from newslint.parsers.roles.crossheads import is_heading_like
from newslint.parsers.roles.furniture import is_button, is_furniture, is_teaser
from newslint.parsers.roles.lines import role_of_line
from newslint.source import Span

_STAND_INS = frozenset(["code", "kbd", "samp", "var", "tt"])
_STRONG = frozenset(["b", "strong"])
# Words of the links beside a byline.
_ABOUT_WRITERS = frozenset(["follow", "view", "recent", "posts", "stories", "articles", "biography", "bio", "summary:"])
_MAY_BE_LINKED = frozenset([Role.CAPTION, Role.CREDIT, Role.HEADLINE])
_SENTENCE_ENDS = (".", "!", "?", "”", '"', ":", "…", "’")


def set_text(galley: Galley, start: int, end: int) -> None:
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


class Setter:
    """Sets elements in the order of the source; what is between two blocks is a block of its own."""

    def __init__(
        self,
        galley: Galley,
        left_out: frozenset[Element],
        story: Story | None,
        anchors: Mapping[Element, str] = MappingProxyType({}),
    ) -> None:
        self.galley = galley
        self.anchored = anchors
        self.left_out = left_out
        self.story = story
        self.parts = [Part(Role.PARAGRAPH, sure=story is None)]
        self.row = 0
        self.anchors = 0
        self.linked = 0
        self.strong = 0
        self.strongly = 0
        self.alts: list[tuple[int, int]] = []
        self.seen: set[str] = set()
        self.has_prose = False

    def set_headline(self, headline: Element) -> None:
        """Set the headline, which may stand anywhere on its page."""
        self.parts.append(Part(Role.HEADLINE, True))
        self._walk(headline)
        self.parts.pop()
        self.seen.add(" ".join(self.galley.line.split()))
        self.galley.close(Role.HEADLINE)
        self.linked = 0

    def set(self, root: Element) -> None:
        """Set all of `root` that is copy."""
        self._walk(root)
        self._flush()

    def _walk(self, root: Element) -> None:
        stack: list[tuple[Element, int, int, bool]] = [(root, 0, root.inner_start, False)]
        while stack:
            element, index, position, is_part = stack.pop()
            if index == len(element.children):
                self._text(element, position, element.inner_end)
                if stack:
                    self._leave(element, is_part)
                continue
            child = element.children[index]
            self._text(element, position, child.start)
            stack.append((element, index + 1, child.end, is_part))
            if not self._set_at_once(child):
                stack.append((child, 0, child.inner_start, self._begin(child)))

    def _text(self, element: Element, start: int, end: int) -> None:
        if start >= end or element.tag.startswith("!") or not self._in_story(start):
            return
        if self.anchors or self.strong:
            size = len(self.galley.source.text[start:end].strip())
            self.linked += size if self.anchors else 0
            self.strongly += size if self.strong else 0
        set_text(self.galley, start, end)

    def _in_story(self, start: int) -> bool:
        """Whether a place lies between the headline and the story's end, or in a picture's caption above it."""
        story = self.story
        if story is None:
            return True
        if story.headline is None or start >= story.headline.start:
            return start < max(story.body.end, story.headline.end if story.headline else 0)
        return self.parts[-1].role in {Role.CAPTION, Role.CREDIT}

    def _set_at_once(self, child: Element) -> bool:
        """Set, or leave out, an element that has no copy in it; whether this is one."""
        tag = child.tag
        if tag == "!--":
            inner = child.source[child.start + 4 : max(child.start + 4, child.end - 3)]
            self.galley.comment(inner.strip(), Span(child.start, child.end))
        elif child in self.anchored:
            self.galley.comment(self.anchored[child], Span(child.start, child.end))
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
        if child.tag in INLINE and (self.parts[-1].sure or not stands_alone(child)):
            return False
        self._flush()
        if child.tag == "tr":
            self.row += 1
        part = part_of(child, self.parts[-1], self.row, in_top=not self.has_prose)
        self.parts.append(part if self.story else part._replace(sure=True))
        return True

    def _leave(self, element: Element, is_part: bool) -> None:
        if element.tag == "a":
            self.anchors -= 1
        elif element.tag in _STRONG:
            self.strong -= 1
        if is_part:
            self._flush()
            self.parts.pop()

    def _break(self) -> None:
        if self.parts[-1].role in {Role.HEADLINE, Role.CROSSHEAD}:
            self.galley.space()
        else:
            self.galley.break_line()

    def _flush(self) -> None:
        """End the block that is being set, if it's copy."""
        part = self.parts[-1]
        linked, strongly = self.linked, self.strongly
        self.linked = self.strongly = 0
        line = self.galley.line
        if line.strip(STAND_IN + " "):
            role = self._role(part, line, is_strong=strongly >= len(line) - 2)
            if role is None or not self._is_copy(part, role, line, linked):
                self.galley.drop()
            else:
                self.has_prose = self.has_prose or (role is Role.PARAGRAPH and len(line) > 120)
                self.galley.close(role, row=part.row)
        else:
            self.galley.drop()
        self._set_alts()

    def _role(self, part: Part, line: str, *, is_strong: bool) -> Role | None:
        if part.role is Role.PARAGRAPH:
            role = role_of_line(line)
            if role is Role.PARAGRAPH and is_strong and is_heading_like(line):
                return Role.CROSSHEAD
            return None if role is Role.FURNITURE and self.story else role
        if part.role in {Role.CAPTION, Role.CREDIT} and role_of_line(line) in {Role.CAPTION, Role.CREDIT}:
            return role_of_line(line)
        return part.role

    def _is_copy(self, part: Part, role: Role, line: str, linked: int) -> bool:
        """Whether a block is the story's: no link to another page, no button, no label."""
        if self.story is None:
            return True
        if role is Role.TABLE_CELL:
            return True
        if len(line) < 2 or is_button(line) or is_furniture(line) or is_teaser(line):
            return False
        if role in {Role.BYLINE, Role.DATELINE, Role.STANDFIRST}:
            words = line.lower().split()
            said = words[:1] if role is Role.STANDFIRST else words  # “… Follow our rolling coverage” ends a standfirst
            return len(line) > 3 and any(map(str.isalpha, line)) and _ABOUT_WRITERS.isdisjoint(said)
        if linked > 0.6 * len(line) and role not in _MAY_BE_LINKED:
            return len(line) > 80 and line.endswith(_SENTENCE_ENDS)
        return part.sure or role is not Role.PARAGRAPH or len(line) > 60 or _is_sentence(line)

    def _keep_alt(self, image: Element) -> None:
        """An image's alt text is its caption where it has no other."""
        alt, start, end = image.attributes.get("alt", ("", 0, 0))
        known = " ".join(alt.split())
        if len(known.split()) < 5 or known in self.seen or is_furniture(known):
            return
        if self._is_pictured(image) or (self._in_story(image.start) and not _leads_away(image)):
            if _has_caption(image):
                return
            self.seen.add(known)
            self.alts.append((start, end))

    def _is_pictured(self, image: Element) -> bool:
        return any(element.tag == "figure" for element in image.above()[:4])

    def _set_alts(self) -> None:
        for start, end in self.alts:
            set_text(self.galley, start, end)
            self.galley.close(Role.CAPTION)
        self.alts = []


def _leads_away(image: Element) -> bool:
    """Whether an image is a link to another page, and not to itself in a larger size."""
    link = next((element for element in image.above() if element.tag == "a"), None)
    if link is None:
        return False
    return not link.attribute("href").lower().partition("?")[0].endswith((".jpg", ".jpeg", ".png", ".gif", ".webp"))


def _is_sentence(line: str) -> bool:
    return len(line.split()) > 4 and line.endswith(_SENTENCE_ENDS)


def _has_caption(image: Element) -> bool:
    """Whether a caption stands in one of the elements around an image that hold nothing but it."""
    for element in image.above()[:5]:
        if element.letters > 700:
            return False
        for inner in element.walk():
            if is_caption_element(inner):
                return inner.letters > 0
    return False
