"""What part of a story an element of a page is, by its tag and by what its page calls it."""

from __future__ import annotations

from newslint.document import Role
from newslint.parsers.html.elements import INLINE, Element
from newslint.startup.row import Row

_NEVER_COPY = frozenset(
    [
        *("audio", "button", "canvas", "datalist", "dialog", "embed", "footer", "form", "head", "iframe"),
        *("input", "link", "map", "math", "menu", "meta", "nav", "noscript", "object", "option", "pre"),
        *("progress", "script", "select", "style", "svg", "template", "textarea", "title", "video"),
    ]
)  # fmt: skip

# Words in class names and ids.
_RESIDUE = frozenset(
    [
        *("ad", "ads", "advert", "advertisement", "advertising", "adverts", "breadcrumb", "breadcrumbs"),
        *("comment", "comments", "cookie", "cookies", "disclaimer", "donate", "donation", "follow"),
        *("footer", "login", "masthead", "menu", "modal", "mostpopular", "mostread", "nav", "navbar"),
        *("navigation", "newsletter", "newsletters", "overlay", "pager", "pagination"),
        *("player", "popular", "popup", "promo", "promos", "promotion", "rail", "readmore"),
        *("recommendations", "recommended", "related", "search", "share", "shares", "sharing", "sidebar"),
        *("signup", "skip", "social", "sponsor", "sponsored", "subscribe", "subscription", "taglist"),
        *("tags", "teaser", "teasers", "toolbar", "toolbox", "tooltip", "topics", "trending", "widget"),
        *("widgets",),
    ]
)  # fmt: skip

# Of these, what is none of the story even where it outweighs it.
_SURELY_RESIDUE = frozenset(
    [
        *("comment", "comments", "footer", "nav", "related", "sidebar"),
    ]
)  # fmt: skip

# Words that say it only together.
_PAIRS = tuple(
    frozenset(pair.split())
    for pair in (
        "only sr",
        "hidden visually",
        "visuallyhidden",
        "reader screen",
        "most read",
        "most viewed",
        "more stories",
        "also read",
        "next read",
        "next up",
        "author bio",
        "from more",
        "also see",
        "latest news",
        "editors picks",
        "back top",
        "more read",
        "article tools",
        "story tools",
        "only print",
        "may you",
    )
)
_CAPTION_SIGNS = frozenset(["caption", "figcaption", "cutline"])
_ADVERTISING = frozenset(["ad", "ads", "related"])


def is_never_copy(element: Element) -> bool:
    """Whether a browser wouldn't show the element as copy: scripts, forms, navigation, what is hidden."""
    if element.tag in _NEVER_COPY:
        return True
    if "hidden" in element.attributes or element.attribute("aria-hidden") == "true":
        return element.tag not in INLINE
    style = element.attribute("style").replace(" ", "").lower()
    return "display:none" in style or "visibility:hidden" in style


def is_residue(element: Element) -> bool:
    """Whether the page calls the element something else than its story."""
    signs = element.signs
    if not signs or element.tag in INLINE or (signs & _CAPTION_SIGNS and not signs & _ADVERTISING):
        return False
    return not signs.isdisjoint(_RESIDUE) or any(pair <= signs for pair in _PAIRS)


def is_surely_residue(element: Element) -> bool:
    """Whether that holds however much prose is in it."""
    return not element.signs.isdisjoint(_SURELY_RESIDUE)


def is_discussion(element: Element) -> bool:
    """Whether readers' comments are in it, which may be longer than the story."""
    return not element.signs.isdisjoint(["comment", "comments"])


HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
# A cell with so many letters, and blocks in it, lays out a page and holds no table's value.
_LARGEST_CELL = 400
_LONGEST_CAPTION = 700
_FLOW = frozenset(["p", "div", "ul", "ol", "table", "section", *HEADINGS])
_STANDFIRST = frozenset(
    [
        "standfirst",
        "dek",
        "deck",
        "subtitle",
        "subhead",
        "subheadline",
        "subheading",
        "summary",
        "intro",
        "lede",
        "excerpt",
    ]
)
_BYLINE = frozenset(["byline", "author", "authors", "contributor", "contributors", "writer"])
_DATELINE = frozenset(
    ["date", "dateline", "timestamp", "datetime", "pubdate", "published", "datepublished", "datemodified", "updated"]
)
_CAPTION = frozenset(["caption", "figcaption", "cutline"])
_CREDIT = frozenset(["credit", "credits", "copyright", "photographer", "attribution"])
_PULL_QUOTE = frozenset(["pullquote", "pullquotes"])
_NAMED = _CAPTION | _CREDIT | _BYLINE | _DATELINE | _STANDFIRST


class Part(Row):
    """The role of what stands directly in a block; `sure` where its tag or name says that it's copy."""

    role: Role
    sure: bool
    row: int = 0


def is_caption_element(element: Element) -> bool:
    """Whether an element holds a picture's caption."""
    return element.tag == "figcaption" or (bool(element.signs & _CAPTION) and element.letters < _LONGEST_CAPTION)


def stands_alone(element: Element) -> bool:
    """Whether an inline element may be a part of its own, such as a byline in a span."""
    return element.tag == "time" or (element.tag in {"span", "cite"} and not _NAMED.isdisjoint(element.signs))


def part_of(element: Element, outer: Part, row: int, *, in_top: bool) -> Part:
    """The part that `element` is within `outer`; `in_top` above the first paragraph, where standfirst and byline are."""
    tag, signs = element.tag, element.signs
    if is_caption_element(element):
        return Part(Role.CAPTION, True)
    if signs & _CREDIT and any(above.tag == "figure" for above in element.above()[:4]):
        return Part(Role.CREDIT, True)
    if outer.role in {Role.CAPTION, Role.CREDIT}:
        return Part(outer.role, True)
    if tag in {"td", "th"} and not _lays_out(element):
        return Part(Role.TABLE_CELL, True, row)
    if signs & _PULL_QUOTE or {"pull", "quote"} <= signs:
        return Part(Role.PULL_QUOTE, True)
    if tag == "blockquote" or outer.role in {Role.BLOCK_QUOTE, Role.PULL_QUOTE}:
        return Part(outer.role if outer.role is not Role.PARAGRAPH else Role.BLOCK_QUOTE, True)
    if in_top and (named := _named(element)):
        return Part(named, True)
    return _by_tag(tag, outer)


def _lays_out(cell: Element) -> bool:
    return cell.letters > _LARGEST_CELL and any(child.tag in _FLOW for child in cell.children)


def _by_tag(tag: str, outer: Part) -> Part:
    if tag in HEADINGS:
        return Part(Role.CROSSHEAD, True)
    if tag in {"li", "dd", "dt"} or (outer.role is Role.LIST_ITEM and tag in {"p", "div"}):
        return Part(Role.LIST_ITEM, True)
    if outer.sure and outer.role is not Role.PARAGRAPH and tag not in {"table", "tbody", "tr", "ul", "ol"}:
        return outer
    return Part(Role.PARAGRAPH, sure=tag == "p")


def _named(element: Element) -> Role | None:
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
