"""What pages call those of their parts that aren't the story."""

from __future__ import annotations

from newslint.parsers.html.elements import INLINE, Element

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
