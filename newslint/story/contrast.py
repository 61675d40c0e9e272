"""What copy says where two things of like names are meant: another, no relation, across town, one beside the other in a list."""

from __future__ import annotations

from newslint.document import Document
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.text.sentences import sentence_at

# What says it of a name in its sentence.
_OF_IT = compiled(
    r"\b(?:another|the other|different|neighbou?ring|nearby|rival|sister|no relation|not related|unrelated|across town|"
    r"not to be confused|namesake|elsewhere|last year['’]s|no (?:link|links|connection) (?:to|with)|of (?:nearly |almost )?the same name)\b"
)
# What says it of the very name that it stands before: the old Mill Road, but no old wall on Mill Road.
_RIGHT_BEFORE = compiled(r"\b(?:second|old|new|former|earlier|later)(?: [a-z-]+)? [“\"‘']?\Z")
# What stands between two of which the copy says that one isn't the other: Mill Street, not Hill Street; Sousa (Souza 75);
# “The Hills”, a sequel to “The Hill”.
_NOT = compiled(
    r"\A(?:,? (?:and )?(?:not|rather than|instead of)(?: (?:in|at|on|of|the))* | ?\("
    r"|,?[”’\"']?,? (?:(?:is|was|being) )?(?:an?|the|its) (?:[a-z-]+ )?(?:sequel|prequel|spin-?off|successor|predecessor|follow-?up|remake|reboot"
    r"|rival|answer|alternative) (?:to|of) (?:the )?[“‘\"']?)\Z"
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
            before, behind = document.text[start : span.start].lower(), document.text[span.end : end].lower()
            if _OF_IT.search(before) or _OF_IT.search(behind) or _RIGHT_BEFORE.search(before):
                return True
    return False


def told_apart(document: Document, one: Span, other: Span) -> bool:
    """Whether “not”, “rather than”, “a sequel to” or an opening bracket is all that stands between the two."""
    first, last = sorted((one, other))
    return last.start - first.end <= _APART and _NOT.match(document.text[first.end : last.start]) is not None


def listed(document: Document, one: Span, other: Span) -> bool:
    """Whether the two stand beside each other, with a comma, “and” or “to” between."""
    first, last = sorted((one, other))
    return 0 <= last.start - first.end <= _APART and _LISTED.match(document.text[first.end : last.start]) is not None
