from __future__ import annotations

import pytest

from newslint.plugins.registry import Registry
from newslint.testing import document
from newslint.topics.quotes.alterations import alterations

SAID = "“We have found 12 faults in the old wires of the pier,” she said."


@pytest.mark.parametrize(
    ("again", "expected"),
    [
        ("“We have found 14 faults in the old wires of the pier,” she said.", ("12", "14")),
        ('"We have not found 12 faults in the old wires of the pier," she said.', ("have found", "not")),
        ("‘We have found 12 faults in the wires of the pier,’ she said.", ("old", "the wires")),
        ("She told us: “We have found 12 faults in the old beams of the pier.” She left.", ("wires", "beams")),
        ("“We have found 12 faults in the old wires of the bridge,” she said.", ("pier", "bridge")),
        ("“As you know, we have found 12 holes in the old wires of the pier. So what?”", ("faults", "holes")),
        ("“We have found 12 faults in the old wires of the pier,” she said.", None),
        ("“We’ve found 12 faults in the old wires of the pier,” she said.", None),
        ("“We have found twelve faults in the old wires … of the pier,” she said.", None),
        ("“We have found 12 faults in the [rusty] wires of the pier,” she said.", None),
        ("“We have found 12 faults in the … wires of the pier,” she said.", None),
        ("She spoke of “12 faults in the old wires” there.", None),
        ("“We have found the mayor in the old boat of a friend,” she said.", None),
    ],
)
def test_another_word_in_the_same_quotation(again: str, expected: tuple[str, str] | None, built_in: Registry) -> None:
    read = document(f"Head\n\n{SAID}\n\nThe pier is shut.\n\n{again}", built_in)
    found = [(read[found.first], read[found.second]) for found in alterations(read)]
    assert found == ([expected] if expected else [])


def test_parallel_sentences_of_one_speech_are_no_alteration(built_in: Registry) -> None:
    read = document(
        "Head\n\n“I will fight for the schools of this town. I will fight for the buses of this town.”\n\n"
        "“I will fight for the pier,” she said.",
        built_in,
    )
    assert alterations(read) == ()
