"""Names of bodies under one key, whatever the writer made of their small words and endings."""

import pytest

from newslint.document import Document
from newslint.story.bodies import bodies


def keys(text: str) -> set[str]:
    return {body.key for body in bodies(Document.of(text))}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Institute of Coastal Studies", "the Institute for Coastal Studies"),
        ("the Institute of Coastal Studies", "the Institution of Coastal Study"),
        ("the Ministry of Defence", "the Ministry of Defense"),
        ("the Penrose Foundation", "the Penrose Foundations"),
        ("the Welsh Institute of Tides", "the Institute for Tides"),
    ],
)
def test_one_body(one: str, other: str) -> None:
    assert len(keys(f"They wrote to {one} and again, later, to {other}.")) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Institute of Coastal Studies", "the Institute of Marine Studies"),
        ("the Department of Tides", "the Departments of Tides"),
        ("the High Court", "the High Courts"),
        ("the Minister of Tides", "the Minister for Tides"),
    ],
)
def test_two_bodies(one: str, other: str) -> None:
    found = keys(f"They wrote to {one} and again, later, to {other}.")
    assert len(found) != 1
