"""Credits in two forms."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.topics.captions.captions import credit_lines

_LABEL = compiled(r"(?:photograph|photo|picture|pic|image)s?(?: credit)?(?::| by\b)", re.I)
# The forms in which pictures are credited to one agency, by the word that all of them hold.
_FORMS = compiled(
    r"\b(?:(?P<getty>Getty(?: Images)?)|(?P<ap>AP(?: Photo| Images)?|(?:The )?Associated Press)|(?P<pa>PA(?: Wire| Media| Images)?|Press Association)"
    r"|(?P<afp>AFP|Agence France-Presse)|(?P<alamy>Alamy(?: Stock Photo)?)|(?P<epa>EPA(?:-EFE)?)|(?P<rex>Rex(?:/Shutterstock)?))\b"
)


@check
class CreditForm:
    """Finds credits that call one thing by two forms: the label before the name, or an agency."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        found = credit_lines(document)
        labels = [Span(*match.span()) for span in found if (match := _LABEL.search(document.text, *span))]
        agencies: dict[str, list[Span]] = {}
        for span in found:
            for match in _FORMS.finditer(document.text, *span):
                agencies.setdefault(match.lastgroup or "", []).append(Span(*match.span()))
        for spans in (labels, *agencies.values()):
            hit = _odd_one(document, spans)
            if hit:
                yield hit


def _odd_one(document: Document, spans: Sequence[Span]) -> Hit | None:
    """The first place of the rarer form, beside the first of the commoner."""
    counts = Counter(document[span] for span in spans)
    if len(counts) < 2:
        return None
    common = counts.most_common(1)[0][0]
    odd = next(span for span in reversed(spans) if document[span] != common)
    first = next(span for span in spans if document[span] == common)
    return Hit(
        odd, {"first": common, "count": counts[common]}, (Note(first, f"“{common}” here"),), confidence=0.7, minor=True
    )


_: type[Check] = CreditForm
