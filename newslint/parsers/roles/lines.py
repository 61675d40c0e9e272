"""How a line of text shows its role, in any format."""

from __future__ import annotations

from newslint.document import Role
from newslint.parsers.roles.bylines import is_byline, is_dateline
from newslint.parsers.roles.captions import picture_role
from newslint.parsers.roles.furniture import is_furniture

# Labels that writers put before the parts of a draft, up to the colon.
_LABELS = {
    "headline": Role.HEADLINE,
    "hed": Role.HEADLINE,
    "head": Role.HEADLINE,
    "title": Role.HEADLINE,
    "standfirst": Role.STANDFIRST,
    "dek": Role.STANDFIRST,
    "deck": Role.STANDFIRST,
    "sell": Role.STANDFIRST,
    "subhead": Role.STANDFIRST,
    "subheadline": Role.STANDFIRST,
    "sub-headline": Role.STANDFIRST,
    "subtitle": Role.STANDFIRST,
    "byline": Role.BYLINE,
    "dateline": Role.DATELINE,
    "caption": Role.CAPTION,
    "cutline": Role.CAPTION,
    "photo caption": Role.CAPTION,
    "picture caption": Role.CAPTION,
    "image caption": Role.CAPTION,
    "pull quote": Role.PULL_QUOTE,
    "pullquote": Role.PULL_QUOTE,
    "crosshead": Role.CROSSHEAD,
    "slug": Role.FURNITURE,
    "keywords": Role.FURNITURE,
    "embargo": Role.FURNITURE,
    "embargoed": Role.FURNITURE,
    "word count": Role.FURNITURE,
    "wordcount": Role.FURNITURE,
    "tags": Role.FURNITURE,
    "topics": Role.FURNITURE,
    "alt text": Role.FURNITURE,
    "seo headline": Role.FURNITURE,
    "seo title": Role.FURNITURE,
    "meta description": Role.FURNITURE,
    "push alert": Role.FURNITURE,
    "social headline": Role.FURNITURE,
}
_LONGEST_LABEL = 16
# Roles whose lines are short; a longer one is a paragraph of copy.
_LONGEST_CUE = 700


def role_called(name: str) -> Role | None:
    """The role that writers call so, in small letters; None where they call none so."""
    return _LABELS.get(name)


def label(line: str) -> tuple[Role, int] | None:
    """The role that a label at the beginning of a line gives it, and where the copy behind the label begins."""
    colon = line.find(":", 0, _LONGEST_LABEL + 1)
    role = _LABELS.get(line[:colon].strip("*_ ").lower()) if colon > 0 else None
    if role is None:
        return None
    start = colon + 1
    while start < len(line) and (line[start].isspace() or line[start] in "*_"):
        start += 1
    return (role, start) if start < len(line) else None


def role_of_line(line: str) -> Role:
    """The role of a paragraph that stands alone, as far as the line itself tells."""
    if len(line) > _LONGEST_CUE or not line.strip():
        return Role.PARAGRAPH
    picture = picture_role(line)
    if picture:
        return picture
    if is_furniture(line):
        return Role.FURNITURE
    if is_byline(line):
        return Role.BYLINE
    if is_dateline(line):
        return Role.DATELINE
    return Role.PARAGRAPH
