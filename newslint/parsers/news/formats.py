"""Which newsroom formats are read, and how a file of each is told by its first lines."""

from __future__ import annotations

from newslint.startup.expressions import compiled
from newslint.startup.row import Row

# So much of a file is looked at, in bytes: behind it no format begins.
HEAD = 65536


class Format(Row):
    """A format by its name to a writer, and the module and function of this room that take its stories out of a tree."""

    called: str
    reading: str


_ROOT = compiled(r"<(?![?!])(?:[\w.-]+:)?(?P<name>[A-Za-z][\w.-]*)")
_XML = {
    "nitf": Format("NITF", "wire:nitf"),
    "newsItem": Format("NewsML-G2", "wire:newsml"),
    "newsMessage": Format("NewsML-G2", "wire:newsml"),
    "rss": Format("RSS", "feeds:rss"),
    "RDF": Format("RSS", "feeds:rss"),
    "feed": Format("Atom", "feeds:atom"),
}
# Members that a document of each has, and others haven't.
_JSON = (
    (compiled(r'"content_elements"\s*:\s*\[|"headlines"\s*:\s*\{\s*"(?:basic|mobile|native|print|web)"'), Format("ANS", "content:ans")),
    (compiled(r'"content"\s*:\s*\{\s*(?:"raw"[^{}]*)?"rendered"\s*:'), Format("WordPress", "content:wordpress")),
    (compiled(r'"(?:mobiledoc|lexical|comment_id|feature_image|custom_excerpt)"\s*:'), Format("Ghost", "content:ghost")),
    (compiled(r'"(?:body_x?html|body_text|bodies|versioncreated|versionCreated|pubstatus|pubStatus)"\s*:'), Format("ninjs", "content:ninjs")),
)  # fmt: skip
SUFFIXES = frozenset([".xml", ".json"])


def format_of(text: str, suffix: str) -> Format | None:
    """The format that a file of this suffix begins as; None for any other."""
    if suffix.lower() == ".xml":
        root = _ROOT.search(text, 0, HEAD)
        return _XML.get(root["name"]) if root else None
    return next((found for sign, found in _JSON if sign.search(text, 0, HEAD)), None)


def is_news(head: bytes, suffix: str) -> bool:
    """Whether a file that begins with `head` is of a newsroom's format."""
    return format_of(head.decode("utf-8", "replace"), suffix) is not None
