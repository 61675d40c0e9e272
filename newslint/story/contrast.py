"""What copy says where two things of like names are meant: another, no relation, across town, one beside the other in a list."""

from __future__ import annotations

from newslint.document import Document
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.text.sentences import sentence_at

# What says it of the very name that stands beside it.
_OF_IT = compiled(
    r"\b(?:another|the other|second|different|neighbou?ring|nearby|rival|sister|no relation|not related|unrelated|across town|"
    r"not to be confused|namesake|elsewhere|old|new|former|earlier|last year['’]s)\b"
)
_LISTED = compiled(r"\A(?:,? and|,? or|,|,? to|,? with|[/-])(?: the| in)? ?[^.]{0,30}\Z")
_APART = 60
_NEAR = 45


def called_another(document: Document, one: Span, other: Span) -> bool:
    """Whether right beside one of the two, in its sentence, it's called another, a neighbouring or an unrelated one."""
    for span in (one, other):
        sentence = sentence_at(document, span.start)
        if sentence is not None:
            start, end = max(sentence.start, span.start - _NEAR), min(sentence.end, span.end + _NEAR)
            if _OF_IT.search(document.text[start : span.start].lower()) or _OF_IT.search(
                document.text[span.end : end].lower()
            ):
                return True
    return False


def listed(document: Document, one: Span, other: Span) -> bool:
    """Whether the two stand beside each other, with a comma, “and” or “to” between."""
    first, last = sorted((one, other))
    return 0 <= last.start - first.end <= _APART and _LISTED.match(document.text[first.end : last.start]) is not None
