"""The same thing again and again."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check
from newslint.packs.patterns import Search, compiled
from newslint.source import Span
from newslint.text.ownership import blocks


@check
class Repetition:
    """Finds what fits `token`, a regular expression, and stands more than `max` times in a row in one block.

    In a row means that nothing else that fits stands between; `exceptions` may be repeated.
    """

    token: str = ""
    max: int = 1
    exceptions: tuple[str, ...] = ()
    ignorecase: bool = True
    scope: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.token:
            raise ValueError("“repetition” needs “token”")
        compiled(self.token, self.ignorecase)

    def __call__(self, document: Document) -> Iterator[Hit]:
        search = Search()
        allowed = {word.lower() for word in self.exceptions}
        for block in blocks(document, self.scope):
            text = document.text[block.start : block.end]
            run: list[Span] = []
            last = ""
            for match in search.matches(compiled(self.token, self.ignorecase), text):
                said = match[0].lower() if self.ignorecase else match[0]
                span = Span(block.start + match.start(), block.start + match.end())
                run = [*run, span] if said == last else [span]
                last = said
                if len(run) == self.max + 1 and said.lower() not in allowed:
                    yield Hit(span, {"count": len(run)}, related=(Note(run[0], "first here"),))


_: type[Check] = Repetition
