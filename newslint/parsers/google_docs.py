"""What Google Docs leaves of comments in copy that is taken out of it: an anchor such as [a], and the comments at the end.

Neither is copy. As text it's “the mill[a]”, with “[a]Which mill?” on a line below the story; as HTML both are links to
each other.
"""

from __future__ import annotations

from newslint.document import Comment
from newslint.parsers.html.elements import Element
from newslint.source import Source, Span
from newslint.startup.expressions import compiled
from newslint.startup.row import Row

_ENTRY = compiled(r"(?m)^\[([a-z]{1,3})\](?=\S)")
_ANCHOR = compiled(r"(?<=[^\s\[(])\[([a-z]{1,3})\]")
_TAG = compiled(r"<[^<>]*>")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Left(Row):
    """What of a text is no copy, in order: anchors, then the list; and the comments, by the place of their anchor there."""

    cuts: tuple[Span, ...] = ()
    comments: tuple[Comment, ...] = ()


def comments_left(source: Source) -> Left:
    """The comments in a text; none where there's no full list of them at its end."""
    text = source.text
    entries = list(_ENTRY.finditer(text)) if "\n[a]" in text else []  # for speed
    first = next((index for index in range(len(entries) - 1, -1, -1) if entries[index][1] == "a"), len(entries))
    listed = {entry[1]: entry.start() for entry in entries[first:]}
    anchors = [anchor for anchor in _ANCHOR.finditer(text, 0, min(listed.values(), default=0)) if anchor[1] in listed]
    if list(listed) != [_label(number) for number in range(len(listed))]:
        return Left()
    if not listed or {anchor[1] for anchor in anchors} != set(listed):
        return Left()
    ends = dict(zip(listed, [*list(listed.values())[1:], len(text)], strict=True))
    comments = []
    for anchor in anchors:
        begins = listed[anchor[1]]
        span = Span(begins, begins + len(text[begins : ends[anchor[1]]].rstrip()))
        comments.append(Comment(source[span].partition("]")[2], span, anchor.start()))
    end = len(text[: listed["a"]].rstrip())
    return Left((*(Span(*anchor.span()) for anchor in anchors), Span(end, len(text))), tuple(comments))


def _label(number: int) -> str:
    """How the comment of a number, from 0, is called: a to z, then aa, ab …"""
    label = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, len(_LETTERS))
        label = _LETTERS[rest] + label
    return label


def comments_in(top: Element, text: str) -> tuple[frozenset[Element], dict[Element, str]]:
    """The elements of a page that are comments, and what those at the words refer to, by their anchors."""
    if "#cmnt_ref" not in text:
        return frozenset(), {}
    from html import unescape

    said: dict[str, str] = {}
    lists: set[Element] = set()
    anchors: dict[Element, str] = {}
    for link in (element for element in top.walk() if element.tag == "a"):
        target = link.attribute("href")
        around = link.parent if link.parent is not None and link.parent.tag in {"sup", "p"} else link
        if target.startswith("#cmnt_ref"):
            block = around.parent if around.parent is not None and around.parent.tag == "div" else around
            lists.add(block)
            said[link.attribute("id")] = " ".join(unescape(_TAG.sub(" ", text[link.end : block.inner_end])).split())
        elif target.startswith("#cmnt"):
            anchors[link if around.tag == "p" else around] = target[1:]
    return frozenset(lists), {anchor: said.get(target, "") for anchor, target in anchors.items()}
