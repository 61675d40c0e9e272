from __future__ import annotations

import pytest

from newslint.document import Document
from newslint.topics.figures.lengths.lengths import claims

_YEARS = " ".join(f"It rained in {year}." for year in range(1900, 1950))


@pytest.mark.parametrize(
    ("dates", "far"),
    [("It rained. " * 12, True), (_YEARS, False)],
)
def test_in_a_list_of_years_no_length_is_of_one_that_stands_far_off(dates: str, far: bool) -> None:
    copy = f"The goose bridge was begun in 1962. {dates} The goose bridge took nine years, until 1970."
    document = Document.of(copy)
    ((*around,),) = claims(document)
    assert any(document[claim.first.span] == "1962" for claim in around) is far
