"""Tables of numbers on disk."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.text.number_tables import packed, table


@given(numbers=st.lists(st.integers(0, 2**32 - 1), min_size=1))
def test_what_is_packed_comes_out_again(tmp_path_factory: pytest.TempPathFactory, numbers: list[int]) -> None:
    path = tmp_path_factory.mktemp("tables") / "numbers.bin"
    path.write_bytes(packed(numbers))
    assert [*table(path)] == numbers


def test_the_lowest_byte_comes_first() -> None:
    assert packed([1, 256]) == b"\1\0\0\0\0\1\0\0"


@pytest.mark.parametrize("data", [b"", b"abc", b"abcde"])
def test_what_is_no_table_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "numbers.bin"
    path.write_bytes(data)
    with pytest.raises(ValueError, match=r"empty|no table"):
        table(path)
