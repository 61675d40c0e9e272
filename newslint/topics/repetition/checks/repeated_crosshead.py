"""A crosshead that stands in the story twice."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Block, Document, Role
from newslint.hit import Check, Hit, Note, check

_PAGES = (".html", ".htm")


@check
class RepeatedCrosshead:
    """Finds a crosshead that comes again.

    Where several come again, or one comes more than twice, the story is built so (recipes, results, questions
    and answers). `words` is the fewest words of a crosshead that's looked at.
    """

    words: int = 2

    def __call__(self, document: Document) -> Iterator[Hit]:
        places: dict[str, list[Block]] = {}
        for block in document.copy:
            if block.role is Role.CROSSHEAD:
                title = " ".join(document[block.span].lower().split())
                places.setdefault(title, []).append(block)
        again = {title: blocks for title, blocks in places.items() if len(blocks) > 1}
        if len(again) > 1:
            return
        for title, blocks in again.items():
            # The boxes of a page have short headings, too: Related content.
            fewest = self.words + (document.source.suffix.lower() in _PAGES)
            if len(blocks) == 2 and len(title.split()) >= fewest and not title.endswith("?"):
                first, second = blocks
                confidence = 0.7 if len(title.split()) > self.words else 0.6
                yield Hit(second.span, related=(Note(first.span, "first here"),), confidence=confidence)


_: type[Check] = RepeatedCrosshead
