"""What a second reader tells of one kind of fault."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.finding import Sign
from newslint.hit import Check, Hit, Note, check
from newslint.readers.told import told

# As likely as not: nobody has measured how often this reader is right.
_OPEN = 0.5


@check
class ToldByReader:
    """Finds what a second reader tells of faults of this `kind`: a pack of newslint's own."""

    kind: str

    def __call__(self, document: Document) -> Iterator[Hit]:
        for row in told(document):
            if row.kind == self.kind:
                sign = Sign("reader", 0.0, f"{row.reader}: {row.why}")
                notes = (Note(row.other, "clashes with this"),)
                yield Hit(row.span, {"why": row.why}, notes, confidence=_OPEN, evidence=(sign,), unmeasured=True)


_: type[Check] = ToldByReader
