"""What copy says where two things of like names are meant: another, no relation, across town, one beside the other in a list."""

from __future__ import annotations

from newslint.document import Document
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.text.sentences import sentence_at

# What says it: of the name that it leads to or follows, and of no other thing told of beside it.
_OTHER = (
    r"(?:another(?! \d)|the other(?! (?:side|direction|hand|way|end|day|night|week|half|wing|extreme)\b)|separate|different|genuine|neighbou?ring|nearby|rival|sister|not related|unrelated|namesake|last year['’]s|elsewhere|across town"
    r"|no relation(?! (?:to|of) (?:the |an? |his |her )?(?!other|namesake)[a-z])|not (?:to )?be (?:confused|mistaken)|no (?:link|links|connection) (?:to|with)"
    r"|of (?:nearly |almost )?the same name)\b"
)
# “Another crane fell in Mill Lane”, “another firm, in Mill Lane”; not “another make, and that those of Mill Lane Cranes”.
_LEADS = compiled(rf"\b{_OTHER}(?:[^,;:“”\"]|, (?:for|of|in|at|on)\b)*,? [“\"‘']?\Z")
# “Mill Lane, another street”, “Mill Lane in Ayle is no relation”; not “Mill Lane, with room for another crane”.
_FOLLOWS = compiled(
    rf"\A[”\"’']?(?: (?:in|at|on|of) \w+(?: \w+)?)?(?:,? (?:which|that))?(?:,| \(|,? and|,? or)?(?: (?:is|was|are|were|has|have|had|an?|the|its|in|on|to|from|at))* {_OTHER}"
    r"|\A,?[^,;:“”\"]{0,30},? (?:across town|elsewhere|nearby)\b"
)
# What says it of the very name that it stands before: the old Mill Road, but no old wall on Mill Road.
_RIGHT_BEFORE = compiled(r"\b(?:second|old|new|former|earlier|later)(?: [a-z-]+)? [“\"‘']?\Z")
# What stands between two of which the copy says that one isn't the other: Mill Street, not Hill Street; Sousa (Souza 75);
# “The Hills”, a sequel to “The Hill”.
_NOT = compiled(
    r"\A(?:,? (?:and )?(?:not|rather than|instead of)(?: (?:in|at|on|of|the))* | ?\("
    r"|[^.;:\n]{0,50}(?:n['’]t| not) (?:the same (?:\w+ )?as|related to|to be confused with) (?:the )?"
    r"|,?[”’\"']?,? (?:(?:is|was|being) )?(?:an?|the|its) (?:[a-z-]+ )?(?:sequel|prequel|spin-?off|successor|predecessor|follow-?up|remake|reboot"
    r"|rival|answer|alternative) (?:to|of) (?:the )?[“‘\"']?)\Z"
)
# “Trains to Mill Lane were late, and those to Hill Lane on time”
_THOSE = compiled(r"\A[^.;:\n]*,? (?:and|but|while|than) those (?:in|from|to|at|between) (?:\w+ and |the )?\Z")
# What stands between two that are named together: Mill Street and Hill Street.
_TOGETHER = compiled(r"\A (?:and|or) (?:the )?(?P<lead>(?:[A-Z][\w’'-]* )*)\Z")
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
            if _LEADS.search(before) or _FOLLOWS.match(behind) or _RIGHT_BEFORE.search(before):
                return True
    return False


def told_apart(document: Document, one: Span, other: Span) -> bool:
    """Whether “not”, “rather than”, “a sequel to” or an opening bracket is all that stands between the two, or “and”."""
    first, last = sorted((one, other))
    if last.start - first.end > 2 * _APART:
        return False
    between = document.text[first.end : last.start]
    if last.start - first.end > _APART:
        return _THOSE.match(between) is not None
    together = _TOGETHER.match(between)
    alike = together is not None and document.text.endswith(together["lead"], 0, first.start)
    return alike or _NOT.match(between) is not None or _THOSE.match(between) is not None


def listed(document: Document, one: Span, other: Span) -> bool:
    """Whether the two stand beside each other, with a comma, “and” or “to” between."""
    first, last = sorted((one, other))
    return 0 <= last.start - first.end <= _APART and _LISTED.match(document.text[first.end : last.start]) is not None
