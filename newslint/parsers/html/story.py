"""Where on a page its story stands: told by where the prose is, by tags, and by what the page calls its parts.

No site is known by name; what holds for one page only has no place here.
"""

from __future__ import annotations

from newslint.parsers.entities import REFERENCE, decoded
from newslint.parsers.html.elements import INLINE, Element
from newslint.parsers.html.parts import is_discussion, is_never_copy, is_residue, is_surely_residue
from newslint.startup.row import Row

_PROSE_TAGS = frozenset(
    ["", "article", "blockquote", "body", "center", "div", "font", "main", "p", "section", "span", "td"]
)
# A paragraph of fewer letters proves no story.
_PROSE = 80
# How much of a page's prose its story's own element holds.
_SHARE = 0.85
_HEADINGS = frozenset(["h1", "h2", "h3"])


class Story(Row):
    """The part of a page that is copy: from the headline (or `start`) to `end`, without `left_out`."""

    root: Element
    body: Element
    headline: Element | None
    title: Element | None
    left_out: frozenset[Element]


def story_in(top: Element) -> Story:
    """The story of the page whose elements lie in `top`."""
    every = top.walk()
    left_out = {element for element in every if is_never_copy(element)}
    _weigh(every, left_out)
    title = next((element for element in every if element.tag == "title" and not _within(element, "svg")), None)
    headline = _headline(every, title, left_out)
    left_out |= _residue(every, headline, top.mass)
    _weigh(every, left_out)
    body = _body(top)
    left_out |= {e for e in every if e.tag in {"ul", "ol"} and _is_link_list(e)}
    root = body if headline is None else _common(body, headline)
    return Story(root, body, headline, title, frozenset(left_out))


def _within(element: Element, tag: str) -> bool:
    return any(above.tag == tag for above in element.above())


def _weigh(every: list[Element], left_out: set[Element]) -> None:
    """Count for each element its letters, those of links, and those of prose (`mass`)."""
    for element in reversed(every):
        if element in left_out:
            element.letters = element.linked = element.mass = 0
            continue
        own = _own_letters(element)
        inline = sum(child.letters for child in element.children if child.tag in INLINE)
        element.letters = own + sum(child.letters for child in element.children)
        element.linked = element.letters if element.tag == "a" else sum(child.linked for child in element.children)
        element.mass = sum(child.mass for child in element.children)
        if element.tag in _PROSE_TAGS and own + inline >= _PROSE and own >= inline / 2:
            element.mass = element.mass + own + inline if element.tag not in INLINE else element.mass


def _own_letters(element: Element) -> int:
    """How much text stands in an element outside of the elements in it."""
    if element.tag.startswith("!"):
        return 0
    source, position, count = element.source, element.inner_start, 0
    for child in element.children:
        count += len(source[position : child.start].strip())
        position = child.end
    return count + len(source[position : element.inner_end].strip())


def _headline(every: list[Element], title: Element | None, left_out: set[Element]) -> Element | None:
    """The heading that says what the page's title says, else the first of the first rank."""
    wanted = set(_words(title)) if title else set()
    headings = [
        e for e in every if e.tag in _HEADINGS and e.letters and not any(a in left_out for a in (e, *e.above()))
    ]
    first_rank = [element for element in headings if element.tag == "h1"]
    likeness = {id(element): _likeness(_words(element), wanted) for element in headings}
    alike = [element for element in first_rank if likeness[id(element)] >= 0.5]
    if not alike and wanted:
        alike = [element for element in headings if likeness[id(element)] >= 0.75 and len(_words(element)) >= 3]
    if alike:
        return max(alike, key=lambda element: (likeness[id(element)] ** 2 * len(_words(element)), -element.start))
    longest = [element for element in first_rank if len(_words(element)) >= 3 and element.linked < element.letters]
    return longest[0] if longest else None


def _words(element: Element) -> list[str]:
    """The words of an element, in lower case, for comparison."""
    parts: list[str] = []
    for inner in element.walk():
        position = inner.inner_start
        if not inner.tag.startswith("!"):
            for child in inner.children:
                parts.append(inner.source[position : child.start])
                position = child.end
            parts.append(inner.source[position : inner.inner_end])
    text = REFERENCE.sub(lambda reference: decoded(reference[0]), " ".join(parts))
    return "".join(c if c.isalnum() else " " for c in text.lower()).split()


def _likeness(words: list[str], wanted: set[str]) -> float:
    """How much of a heading stands in the page's title."""
    return sum(word in wanted for word in words) / len(words) if words else 0.0


def _residue(every: list[Element], headline: Element | None, mass: int) -> set[Element]:
    """Elements that their page calls something else than the story; never one that holds headline or story."""
    keep = {headline, *(headline.above() if headline else ())}
    found = {
        element
        for element in every
        if element not in keep
        and element.tag not in {"body", "main", "html"}
        and (element.mass < 0.4 * mass or (is_discussion(element) and mass - element.mass > 2 * _PROSE))
        and is_residue(element)
    }
    outermost = [element for element in found if found.isdisjoint(element.above())]
    if sum(element.mass for element in outermost) > 0.6 * mass:
        return {element for element in found if is_surely_residue(element)}
    return found


def _body(top: Element) -> Element:
    """The innermost element that holds nearly all the prose."""
    body, whole = top, top.mass
    while True:
        inner = max(body.children, key=lambda child: child.mass, default=None)
        if inner is None or inner.mass < _SHARE * whole or inner.tag in INLINE or inner.tag == "p" or inner.mass == 0:
            return body
        body = inner


def _is_link_list(element: Element) -> bool:
    """A list of links to other pages."""
    items = sum(child.tag == "li" for child in element.children)
    return items > 0 and element.linked > 0.6 * element.letters


def _common(body: Element, headline: Element) -> Element:
    """The innermost element that holds both."""
    above = {id(element) for element in (headline, *headline.above())}
    return next((element for element in (body, *body.above()) if id(element) in above), body)
