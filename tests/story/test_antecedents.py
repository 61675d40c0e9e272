from __future__ import annotations

from newslint.parsers.plain import parse
from newslint.source import Source
from newslint.story.antecedents import principal
from newslint.story.people import people


def test_who_writes_is_not_whom_a_story_names_first() -> None:
    copy = "The mill turns again\n\nBy Reggie Sandoval\n\nAnna Delmont runs the mill. Peter Lunner sold it.\n\nDelmont sings. Lunner can't. Delmont left. Lunner stayed."
    document = parse(Source("draft.txt", copy))
    number = principal(document)
    assert number is not None
    assert people(document)[number].surname == "Delmont"
