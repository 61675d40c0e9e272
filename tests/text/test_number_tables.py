"""Tables of numbers on disk."""

from hypothesis import given
from hypothesis import strategies as st

from newslint.text.number_tables import packed, unpacked


@given(st.lists(st.integers(0, 2**32 - 1)))
def test_what_is_packed_comes_out_again(numbers: list[int]) -> None:
    assert [*unpacked(packed(numbers))] == numbers


def test_the_lowest_byte_comes_first() -> None:
    assert packed([1, 256]) == b"\1\0\0\0\0\1\0\0"
