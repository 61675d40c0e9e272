"""Speech that goes on: who “added” or “went on” in a new paragraph is who spoke at the end of the one above.

“You wrote it down,” she said. / He went on to say that nobody had asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from newslint.document import Document, Role
from newslint.source import Span
from newslint.startup.expressions import compiled
from newslint.text.quotations import in_quotation
from newslint.text.vocabulary import SPOKE, alternatives
from newslint.topics.names.pronouns import Clash

_PROSE = frozenset([Role.PARAGRAPH, Role.LIST_ITEM])
_GOES_ON = compiled(
    rf"(?P<who>He|She) (?:went on to (?:say|tell|note|warn|argue|describe|call)|(?:also|then also) (?:{alternatives(SPOKE)})|added)\b"
)
# “…,” she said. / “…,” she said. “…”
_SPOKE_LAST = compiled(
    rf"[”’\"'],? (?P<who>he|she) (?:{alternatives(SPOKE)})(?:\.|[.,:] ?[“‘\"'][^“”\"\n]*[”’\"'])\s*\Z"
)
# So far back in the paragraph above the attribution is looked for.
_BACK = 600


def continued_speech(document: Document) -> Iterator[Clash]:
    """Each paragraph that goes on with speech under a pronoun of the other sex than the paragraph above it ended with."""
    text = document.text
    for above, block in pairwise(document.copy):
        if above.role not in _PROSE or block.role not in _PROSE:
            continue
        goes_on = _GOES_ON.match(text, block.start, block.end)
        if goes_on is None or in_quotation(document, block.start):
            continue
        last = _SPOKE_LAST.search(text, max(above.start, above.end - _BACK), above.end)
        if last and last["who"] != goes_on["who"].lower():
            yield Clash(Span(*goes_on.span("who")), Span(*last.span("who")))
