"""How a line of text shows its role, in any format: captions, credits, bylines, the furniture of a page."""

from __future__ import annotations

import re

from newslint.document import Role

_FURNITURE = re.compile(
    r"(?:skip to (?:main )?(?:content|navigation)|most (?:viewed|read|popular)\b|this article is more than \d+ "
    r"|advertisement$|share (?:this|on)\b|sign up (?:for|to)\b|read more$|related (?:stories|articles)$)",
    re.I,
)
_CAPTION = re.compile(
    r"\b(?:Photograph|Photo|Picture|Pic|Image|Illustration|Composite)(?: credit| by)?: ?\S|^Image caption|\((?:AP|Reuters|AFP) Photo\b"
)
_BYLINE = re.compile(r"By (?:[A-Z][\w.’'-]+ ){1,3}[A-Z][\w.’'-]+(?:,? and .*)?$")
_CROSSHEAD_WORDS = 9


def furniture_cue(line: str) -> bool:
    """Whether the line belongs to a page and not to its story."""
    return bool(_FURNITURE.match(line))


def caption_cue(line: str) -> bool:
    """Whether the line is a caption, by its credit or label."""
    return bool(_CAPTION.search(line)) and len(line) < 600


def role_of_line(line: str) -> Role:
    """The role of a paragraph that stands alone, as far as the line itself tells."""
    if furniture_cue(line):
        return Role.FURNITURE
    if caption_cue(line):
        return Role.CAPTION
    if _BYLINE.match(line):
        return Role.BYLINE
    if len(line.split()) <= _CROSSHEAD_WORDS and line[-1].isalnum():
        return Role.CROSSHEAD
    return Role.PARAGRAPH
