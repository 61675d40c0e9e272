"""A draft as a stream of tags, texts and comments, each letter with its place in the draft: what both formats become."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping

from newslint.startup.row import Row

_RAW = "script|style|textarea|title|xmp|iframe|noembed|noframes|noscript|plaintext"
_MARKUP = re.compile(
    r"<!--(?P<comment>.*?)(?:-->|\Z)"
    r"|<(?:!|\?)[^>]*(?:>|\Z)"
    r"|</(?P<end>[A-Za-z][^\s/>]*)[^>]*(?:>|\Z)"
    r"|<(?P<start>[A-Za-z][^\s/>]*)(?P<attributes>(?:[^>\"']|\"[^\"]*\"|'[^']*')*)(?:>|\Z)",
    re.S,
)
_ATTRIBUTE = re.compile(r"([^\s=/>\"']+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+)))?")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")


class Value(Row):
    """An attribute's value, and where it begins in the draft."""

    text: str
    start: int


class Tag(Row):
    """One piece of the stream. `kind` is start, single (<br/>), end, text or comment.

    `places` has for each letter of `text` its offset in the draft.
    """

    kind: str
    name: str = ""
    text: str = ""
    places: tuple[int, ...] | range = ()
    attributes: Mapping[str, Value] = {}


def text_tag(text: str, start: int) -> Tag:
    """A text that stands in the draft from `start` on, its entities decoded."""
    if "&" not in text:
        return Tag("text", text=text, places=range(start, start + len(text)))
    out: list[str] = []
    places: list[int] = []
    last = 0
    for match in _ENTITY.finditer(text):
        decoded = html.unescape(match[0])
        if decoded == match[0]:
            continue
        out += [text[last : match.start()], decoded]
        places += range(start + last, start + match.start())
        places += [start + match.start()] * len(decoded)
        last = match.end()
    places += range(start + last, start + len(text))
    return Tag("text", text="".join([*out, text[last:]]), places=tuple(places))


def read_html(text: str, offset: int = 0) -> Iterator[Tag]:
    """The stream in HTML, which stands in the draft from `offset` on. Broken markup never raises."""
    at = 0
    while at < len(text):
        match = _MARKUP.search(text, at)
        if match is None:
            yield text_tag(text[at:], offset + at)
            return
        if match.start() > at:
            yield text_tag(text[at : match.start()], offset + at)
        at = match.end()
        if match["comment"] is not None:
            start = offset + match.start("comment")
            yield Tag("comment", text=match["comment"].strip(), places=range(start, start + 1))
        elif match["end"]:
            yield Tag("end", match["end"].lower())
        elif match["start"]:
            yield _start(match, offset)
            name = match["start"].lower()
            if re.fullmatch(_RAW, name) and not match[0].endswith("/>"):
                close = re.compile(rf"</{name}(?=[\s/>])", re.I).search(text, at)
                end = close.start() if close else len(text)
                if end > at:
                    yield text_tag(text[at:end], offset + at)
                at = end


def _start(match: re.Match[str], offset: int) -> Tag:
    said = match["attributes"]
    attributes: dict[str, Value] = {}
    for each in _ATTRIBUTE.finditer(said):
        group = next((index for index in (2, 3, 4) if each[index] is not None), 0)
        start = match.start("attributes") + (each.start(group) if group else each.end())
        attributes.setdefault(each[1].lower(), Value(html.unescape(each[group] if group else ""), offset + start))
    return Tag("single" if said.endswith("/") else "start", match["start"].lower(), attributes=attributes)
