"""Places in the units of each encoding, held against Python's own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position

from newslint.lsp.positions import Positions
from newslint.source import Source

CODECS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
# An emoji of two code points, a letter with its accent apart, a family of seven code points, what Python ends lines at.
SIGNS = ["a", "é", "e\u0301", "👍🏽", "👩‍👩‍👧‍👦", "𝒜", "’", "\n", "\r\n", "\r", "\u2028", "\x0b", "\x85"]


@pytest.mark.parametrize("encoding", CODECS)
@given(parts=st.lists(st.sampled_from(SIGNS), max_size=12))
def test_places_are_what_the_encoding_counts_and_lead_back(encoding: str, parts: list[str]) -> None:
    source = Source("draft.txt", "".join(parts))
    positions = Positions(source, encoding)
    codec, size = CODECS[encoding]
    for offset in range(len(source.text) + 1):
        place = positions.at(source.location(offset))
        before = source.text[:offset].replace("\r\n", "\n\n").replace("\r", "\n")
        line = before[before.rfind("\n") + 1 :]
        if not source.text[:offset].endswith("\r") or source.text[offset : offset + 1] != "\n":
            assert place.character == len(line.encode(codec)) // size
            assert positions.offset(place) == offset


def test_a_place_past_the_end_is_the_end() -> None:
    positions = Positions(Source("draft.txt", "one\ntwo 👍 x"))
    assert positions.offset(Position(0, 99)) == 3
    assert positions.offset(Position(9, 0)) == len("one\ntwo 👍 x")
    assert positions.offset(Position(1, 5)) == len("one\ntwo ")  # in the middle of the emoji
    assert Positions(Source("draft.txt", "")).offset(Position(0, 5)) == 0
