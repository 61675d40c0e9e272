"""HTML: the story of a page, set block by block."""

from __future__ import annotations

from newslint.document import Document, Role
from newslint.parsers.galley import Galley
from newslint.parsers.google_docs import comments_in
from newslint.parsers.html.elements import Element, elements
from newslint.parsers.html.setter import Setter, set_text
from newslint.parsers.html.story import story_in
from newslint.parsers.roles.layout import arranged_marked
from newslint.source import Source

_TITLE_ENDS = (" | ", " – ", " — ", " - ", " :: ", " · ", " « ", " » ")
_PUBLISHED = frozenset(["article:published_time", "datepublished", "pubdate", "dc.date", "date", "dcterms.created"])


def parse(source: Source) -> Document:
    """The document in an HTML page: its story, without the page around it."""
    top = elements(source.text, 0, len(source.text))
    story = story_in(top)
    galley = Galley(source)
    galley.published = _published(top)
    if story.headline is None and story.title is not None:
        _set_title(galley, story.title)
    lists, anchors = comments_in(top, source.text)
    setter = Setter(galley, story.left_out | lists, story, anchors)
    if story.headline is not None:
        setter.set_headline(story.headline)
    setter.set(story.root)
    galley.close(None)
    top.part()
    return galley.document(arranged_marked(galley.text, galley.blocks))


def set_fragment(galley: Galley, start: int, end: int) -> None:
    """Set what is copy in a piece of HTML inside another format."""
    top = elements(galley.source.text, start, end)
    story = story_in(top)
    left_out = frozenset(element for element in story.left_out if element.tag not in {"ul", "ol"})
    Setter(galley, left_out, None).set(top)
    top.part()


def _published(top: Element) -> str:
    """The day that the page gives for its story."""
    fallback = ""
    for element in top.walk():
        if element.tag == "meta":
            name = (element.attribute("property") or element.attribute("itemprop") or element.attribute("name")).lower()
            if name in _PUBLISHED:
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
    set_text(galley, start, end)
    galley.close(Role.HEADLINE)
