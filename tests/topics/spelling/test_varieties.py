from __future__ import annotations

import pytest

from newslint.plugins.registry import Registry
from newslint.testing import document
from newslint.topics.spelling.habits import AMERICAN, BRITISH, habits
from newslint.topics.spelling.varieties import markers, variant


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


@pytest.mark.parametrize(
    ("copy", "british", "american"),
    [
        ("Sen. Lee won 5 percent of the U.S. vote, moving toward a win.", [], ["percent", "toward", "U.S.", "Sen. L"]),
        ("The fair in Larn, Calif., opens on Sept. 4 at 7:30 p.m.", [], ["7:30 p.m.", "Sept. 4", ", Calif."]),
        ("The fair in Ontario opens on Sept. 4 at 7:30 p.m., and 5 percent went.", [], ["percent"]),
        ("Mr Lee won 5 per cent whilst moving towards a win.", ["towards", "whilst", "Mr L"], []),
        ("The fair opens on 4 September at 7.30pm and costs £4.", ["£4", "7.30pm", "4 September"], []),
    ],
)
def test_habits(copy: str, british: list[str], american: list[str], built_in: Registry) -> None:
    read = document(f"A headline\n\n{copy}", built_in)
    told = {variety: [read[span] for span in spans] for variety, spans in habits(read).items()}
    assert told == {BRITISH: british, AMERICAN: american}
