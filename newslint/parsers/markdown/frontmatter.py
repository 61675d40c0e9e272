"""Front matter: the fields above a Markdown draft that are copy, each with its place."""

from __future__ import annotations

import re

from newslint.document import Role
from newslint.parsers.galley import Galley
from newslint.startup.expressions import compiled

_ROLES = {
    "title": Role.HEADLINE,
    "headline": Role.HEADLINE,
    "hed": Role.HEADLINE,
    "standfirst": Role.STANDFIRST,
    "subtitle": Role.STANDFIRST,
    "subheading": Role.STANDFIRST,
    "subhead": Role.STANDFIRST,
    "description": Role.STANDFIRST,
    "summary": Role.STANDFIRST,
    "excerpt": Role.STANDFIRST,
    "dek": Role.STANDFIRST,
    "deck": Role.STANDFIRST,
    "tagline": Role.STANDFIRST,
    "abstract": Role.STANDFIRST,
    "caption": Role.CAPTION,
    "cutline": Role.CAPTION,
    "credit": Role.CREDIT,
    "author": Role.BYLINE,
    "authors": Role.BYLINE,
    "byline": Role.BYLINE,
}
_DATES = ("date", "published", "pubdate", "publishdate", "published_at", "publication_date", "datepublished")
_FIELD = compiled(r"(?P<indent>[ \t]*)(?:- )?(?P<key>[A-Za-z][\w -]{0,40}?)[\"']?[ \t]*[:=](?:[ \t]+|$)(?P<value>.*)")
_ITEM = compiled(r"[ \t]*- +(?P<value>\S.*)")
_ESCAPE = compiled(r"''|\\(?:u[0-9a-fA-F]{4}|.)")
_LINE = compiled(r"[^\r\n]*")


def set_front_matter(galley: Galley, start: int, end: int) -> None:
    """Set the fields of the front matter from `start` to `end` that are copy."""
    text = galley.source.text
    role: Role | None = None
    depth = 0
    for line in _LINE.finditer(text, start, end):
        if line[0].strip(" \t-+.") == "":
            continue
        field = _FIELD.match(text, line.start(), line.end())
        if field and (role is None or len(field["indent"]) <= depth):
            galley.close(role) if role else galley.drop()
            role, depth = _role(field["key"]), len(field["indent"])
            if field["key"].lower() in _DATES and not galley.published:
                galley.published = field["value"].strip("\"' ")
            if role and not field["value"].startswith(("|", ">", "#")):
                _set_value(galley, *field.span("value"), role)
        elif role:
            item = _ITEM.match(text, line.start(), line.end())
            if item:
                galley.close(role)
            _set_value(galley, *(item.span("value") if item else line.span()), role)
    if role:
        galley.close(role)


def _role(key: str) -> Role | None:
    """A field's role; `image_caption` is a caption."""
    name = key.strip().lower().replace("-", "_").replace(" ", "_")
    return _ROLES.get(name) or (_ROLES[last] if (last := name.rpartition("_")[2]) in {"caption", "credit"} else None)


def _set_value(galley: Galley, start: int, end: int, role: Role) -> None:
    text = galley.source.text
    while end > start and text[end - 1] in " \t,":
        end -= 1
    if text[start:end].startswith("[") and text[start:end].endswith("]"):
        for item in re.finditer(r"[^\[\],]+", text[start:end]):
            _set_scalar(galley, start + item.start(), start + item.end())
            galley.close(role)
        return
    if galley.is_open:
        galley.space()
    _set_scalar(galley, start, end)


def _set_scalar(galley: Galley, start: int, end: int) -> None:
    """A value without its quotation marks, its escapes decoded."""
    text = galley.source.text
    while start < end and text[start] in " \t":
        start += 1
    quote = text[start : start + 1]
    if quote not in {'"', "'"} or not quote:
        galley.copy(start, end)
        return
    start += 1
    if end > start and text[end - 1] == quote:
        end -= 1
    for escape in _ESCAPE.finditer(text, start, end):
        known = _decoded(escape[0], quote)
        if known is not None:
            galley.copy(start, escape.start())
            galley.replace(known, *escape.span())
            start = escape.end()
    galley.copy(start, end)


def _decoded(escape: str, quote: str) -> str | None:
    if escape == "''":
        return "'" if quote == "'" else None
    if quote == "'":
        return None
    if escape[1] == "u" and len(escape) == 6:
        return chr(int(escape[2:], 16))
    return {"n": " ", "t": " "}.get(escape[1], escape[1])
