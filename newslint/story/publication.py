"""Publication: the date that a draft itself bears."""

from __future__ import annotations

import re

from newslint.document import Block, Document, Role, analysis
from newslint.startup.expressions import compiled
from newslint.story.dates import DateReference, dates

_LABEL = compiled(
    r"\W*(?:(?:first |last )?(?:published|updated|posted|modified)|date|issued)\b[\w ]{0,12}:?\s*(?:on |at )?\Z", re.I
)
_DATELINE_PLACE = compiled(r"[A-Z][A-Z .'’,-]{2,40}(?:\([\w ]+\) ?)?,? ?\Z")
# A draft's own date stands near its top or in its last lines.
_TOP = 8


@analysis
def publication(document: Document) -> DateReference | None:
    """The draft's own date, where a dateline or a line such as “Published 21 March 2018” gives it in full."""
    blocks = document.copy
    places = {block.start: block for block in (*blocks[:_TOP], *blocks[-3:])}
    for reference in dates(document):
        block = document.block_at(reference.span.start)
        if reference.full and block and block.start in places and _dates_the_draft(document, block, reference):
            return reference
    return None


def _dates_the_draft(document: Document, block: Block, reference: DateReference) -> bool:
    before = document.text[block.start : reference.span.start]
    behind = document.text[reference.span.end : block.end].strip(" .|–—-")
    if block.role is Role.DATELINE or _LABEL.match(before):
        return True
    if not before.strip():
        return len(behind) < 20 and not compiled("[a-z]{3}").search(behind)
    return bool(_DATELINE_PLACE.match(before)) and document.text[reference.span.end : reference.span.end + 3].strip(
        " "
    ).startswith(("—", "–", "-", "(", "/"))
