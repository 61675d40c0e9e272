"""Lists of things and the great numbers that they nearly come to, wherever these stand; what only comes near one by chance is left alone."""

import pytest

from newslint.document import Document
from newslint.topics.figures.sums.spreads import spreads


def _wrong(copy: str) -> list[tuple[str, list[str]]]:
    document = Document.of(copy)
    return [
        (document[each.total.span], [document[part.span] for part in each.parts])
        for each in spreads(document, frozenset())
        if not each.holds
    ]


def test_a_list_that_nearly_comes_to_a_great_number_of_the_story() -> None:
    copy = "The herd came to 1,240 sheep. The day was dry. They took 412 from Ayle, 388 from Borth and 430 from Cray."
    assert _wrong(copy) == [("1,240", ["412", "388", "430"])]


@pytest.mark.parametrize(
    "copy",
    [
        "The herd came to 1,240 sheep. They took 412 from Ayle, 388 from Borth and 440 from Cray.",
        "The herd came to 1,240 sheep. They met 412 cars, 388 carts and 430 vans.",
        "The herd came to 1,240 sheep. They lost 412 in Ayle, 388 in Borth and 360 in Cray.",
        "It took 97 men to pull the bell. The vote was 41 for Ayle, 29 for Borth and 26 for Cray.",
        "They took 412 from Ayle, 388 from Borth and 430 from Cray. A year on they had 1,240 sheep.",
        "The mill pays 1,940 hands. They work in four sheds: 760 in Ayle, 640 in Borth and 570 in Cray.",
    ],
)
def test_a_list_of_other_things_or_of_too_few_or_told_before(copy: str) -> None:
    assert not _wrong(copy)
