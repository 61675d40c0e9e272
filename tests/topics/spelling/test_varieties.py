from __future__ import annotations

import pytest

from newslint.plugins.registry import Registry
from newslint.testing import document
from newslint.topics.spelling.varieties import AMERICAN, BRITISH, habits, markers, variant


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        ("the colour of a center", [("center", AMERICAN), ("colour", BRITISH)]),
        ("they advise, exercise and are surprised", []),
        ("it will license the bar", []),
        ("he lost his license on Monday", [("license", AMERICAN)]),
        ("the computer program failed", []),
        ("the school program failed", [("program", AMERICAN)]),
        ("the gas meter, 200 meters on", []),
        ("he drives her to practice", []),
        ("they revoke the licenses of two", [("licenses", AMERICAN)]),
        ("the state licenses drivers", []),
        ("it lies just meters away", [("meters", AMERICAN)]),
        ("his mum stayed mum", [("mum", BRITISH)]),
        ("a check on the story of the draft", []),
        ("they used to practice law", [("practice", AMERICAN)]),
    ],
)
def test_markers(copy: str, expected: list[tuple[str, str]], built_in: Registry) -> None:
    found = markers(document(f"A headline of the day\n\nToday {copy}.", built_in))
    assert [(marker.word, marker.spelling.variety) for marker in found] == expected


def test_variants_know_all_their_endings() -> None:
    advisors, adviser = variant("advisors"), variant("adviser")
    focussed, focussing = variant("focussed"), variant("focussing")
    okay, points = variant("okay"), variant("o.k.")
    assert advisors
    assert adviser
    assert focussed
    assert focussing
    assert okay
    assert points
    assert advisors.row == ("advisers", "advisors")
    assert advisors.family == adviser.family
    assert focussed.place == focussing.place == 1
    assert okay.row == points.row
    assert variant("ferry") is None


def test_habits(built_in: Registry) -> None:
    american = document("A headline\n\nSen. Lee won 5 percent of the U.S. vote, moving toward a win.", built_in)
    assert habits(american) == {BRITISH: 0, AMERICAN: 4}
    british = document("A headline\n\nMr Lee won 5 per cent whilst moving towards a win.", built_in)
    assert habits(british) == {BRITISH: 3, AMERICAN: 0}
