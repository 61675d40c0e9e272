from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from newslint.document import Document
from newslint.parsers.markdown.parser import parse
from newslint.source import Source, Span
from newslint.story.amounts import amounts
from newslint.topics.figures import vicinity
from newslint.topics.figures.amounts.same_amount import amount_pairs
from newslint.topics.figures.changes.changes import changes
from newslint.topics.figures.lists.counts import counts
from newslint.topics.figures.products import rate_pairs
from newslint.topics.figures.sums.addends import all_addable
from newslint.topics.figures.sums.parts import altered_part_pairs

COPY = """# Fire at the Ayle mill kills 24 people

The fire at the Ayle mill killed 24 people. The 42 people killed by the fire at the mill lived in Ayle.

The three nights cost $85 a night, $265 in all, up 12%. Of the 300 rooms 40 were let to three men: Moor, Hill and Dunn."""


@pytest.mark.parametrize("finds", [all_addable, altered_part_pairs, amount_pairs, changes, counts, rate_pairs])
def test_nothing_is_compared_in_a_table(
    finds: Callable[[Document], Iterable[object]], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert list(finds(parse(Source("draft.md", COPY))))
    monkeypatch.setattr(vicinity, "_TABLE", 5)
    assert not list(finds(parse(Source("draft.md", COPY))))


def test_no_amount_stands_where_none_begins() -> None:
    document = Document.of("The fire at the mill killed 24 people.")
    (amount,) = amounts(document)
    assert vicinity.amount_at(document, amount.span) == amount
    with pytest.raises(LookupError):
        vicinity.amount_at(document, Span(amount.span.start, amount.span.end + 1))
