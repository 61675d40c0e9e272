"""Two right ways in one story."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check
from newslint.text.quotations import in_quotation
from newslint.text.wording import times
from newslint.topics.style.styles import STYLES, Usage


@check
class MixedStyle:
    """Finds, once a story, the rarer of the ways in which it writes one kind of thing; `style` names the kind.

    Raises ValueError for a style that there isn't.
    """

    style: str = "percent"
    in_quotations: bool = False

    def __post_init__(self) -> None:
        if self.style not in STYLES:
            raise ValueError(f"“style” is one of {', '.join(STYLES)}, not “{self.style}”")

    def __call__(self, document: Document) -> Iterator[Hit]:
        ways: dict[str, list[Usage]] = {}
        for usage in STYLES[self.style](document):
            if self.in_quotations or not in_quotation(document, usage.span.start):
                ways.setdefault(usage.way, []).append(usage)
        if len(ways) < 2:
            return
        many = max(ways.values(), key=len)
        odd = sorted(usage for usages in ways.values() if usages is not many for usage in usages)
        notes = (Note(many[0].span, "the usual way here"), *(Note(other.span, "and here") for other in odd[1:4]))
        words = {
            "way": odd[0].way,
            "usual": many[0].way,
            "other": document[many[0].span].strip(),
            "times": times(len(many)),
            "odd": times(len(odd)),
        }
        yield Hit(odd[0].span, {"found": document[odd[0].span].strip(), **words}, notes, minor=True)


_: type[Check] = MixedStyle
