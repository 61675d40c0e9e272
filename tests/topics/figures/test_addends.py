from __future__ import annotations

import pytest

from newslint.document import Document
from newslint.story.amounts import amounts
from newslint.topics.figures.sums.addends import is_made


@pytest.mark.parametrize(
    ("copy", "made"),
    [
        ("It took 60 boats. They sent 40 boats and 20 boats.", True),
        ("It took 60 boats. They sent 80 boats, and 20 boats sank.", True),
        ("It took 60 boats. From 3 towns they sent 20 boats each.", True),
        ("It took 60 boats. From 3 towns they sent 20 boats.", False),
        ("It took £60. They sent £20 and £3.", True),
    ],
)
def test_what_makes_a_total(copy: str, made: bool) -> None:
    total, *beside = amounts(Document.of(copy))
    assert is_made(total, beside) is made
