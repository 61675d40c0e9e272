from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from newslint.document import Document
from newslint.hit import REQUIRED, Hit, check, has_options, options_of


@check
class Longest:
    """An example."""

    most: int
    words: tuple[str, ...] = ("a",)

    def __call__(self, document: Document) -> Iterator[Hit]:
        yield from ()


@check
class Positive:
    """An example that looks at what it's given."""

    least: int = 1

    def __post_init__(self) -> None:
        if self.least < 1:
            raise ValueError("too small")


@dataclass(frozen=True)
class Plain:
    """What a plugin may write."""

    most: int = 3


def test_options_are_taken_in_order_and_by_name() -> None:
    one = Longest(5)
    assert (one.most, one.words) == (5, ("a",))
    other = Longest(words=("b",), most=2)
    assert (other.most, other.words) == (2, ("b",))


def test_an_option_stays_as_it_was_given() -> None:
    with pytest.raises(AttributeError, match=r"Longest\.most stays"):
        Longest(5).most = 6  # type: ignore[misc]


@pytest.mark.parametrize("options", [{}, {"most": 1, "least": 2}])
def test_wanting_and_unknown_options_are_refused(options: dict[str, int]) -> None:
    with pytest.raises(TypeError, match=r"is wanting|unknown option"):
        Longest(**options)  # type: ignore[arg-type]


def test_a_check_may_refuse_a_value() -> None:
    with pytest.raises(ValueError, match="too small"):
        Positive(0)


def test_options_are_told_of_both_kinds() -> None:
    assert options_of(Longest) == {"most": REQUIRED, "words": ("a",)}
    assert options_of(Plain) == {"most": 3}
    assert has_options(Longest)
    assert has_options(Plain)
    assert not has_options(str)
    assert not has_options(Plain())
