from __future__ import annotations

from newslint.document import Document
from newslint.topics.figures.checks.unit_conversion import UnitConversion


def test_nothing_is_no_measure_to_convert() -> None:
    assert not list(UnitConversion()(Document.of("The gauge stood at 0 metres (3 feet) on Monday.")))
