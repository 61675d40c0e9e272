from __future__ import annotations

import pytest

from newslint.parsers.markdown.parser import parse
from newslint.source import Source
from newslint.topics.figures.sums.tallies import tallies

LIST = "# Bill\n\nThe bill:\n\n- Fish: £5.20\n- Chips: £2.10\n- **Total:** £8.30\n"


def told(copy: str) -> list[tuple[float, tuple[float, ...]]]:
    document = parse(Source("draft.md", copy))
    return [(tally.total.value, tuple(part.value for part in tally.parts)) for tally in tallies(document)]


def test_a_list_has_its_total_last() -> None:
    assert told(LIST) == [(8.3, (5.2, 2.1))]


@pytest.mark.parametrize(
    "copy",
    [
        LIST.replace("- Chips: £2.10", "- Chips: £2.10 (was £3)"),
        LIST.replace("- Chips: £2.10", "- Service: 10%"),
    ],
)
def test_what_is_no_sum_is_none(copy: str) -> None:
    assert (8.3, (5.2, 2.1)) not in told(copy)
