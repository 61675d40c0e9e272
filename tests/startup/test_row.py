"""Rows behave as the named tuples that they are typed as."""

from __future__ import annotations

import copy
import pickle
from typing import NamedTuple

import pytest

from newslint.startup.row import Row


class Berth(Row):
    """Where a ship lies."""

    ship: str
    pier: int = 1
    days: float = 0.5

    @property
    def label(self) -> str:
        return f"{self.ship} at {self.pier}"


class Model(NamedTuple):
    """The same, as the standard library makes it."""

    ship: str
    pier: int = 1
    days: float = 0.5


def test_is_made_and_read_as_a_named_tuple() -> None:
    for made, model in (
        (Berth("Ayle"), Model("Ayle")),
        (Berth("Ayle", 2), Model("Ayle", 2)),
        (Berth("Ayle", days=3), Model("Ayle", days=3)),
        (Berth(pier=4, ship="Ayle"), Model(pier=4, ship="Ayle")),
    ):
        assert tuple(made) == tuple(model)
        assert hash(made) == hash(model)
        assert (made.ship, made.pier, made.days) == (model.ship, model.pier, model.days)
        assert made._asdict() == model._asdict()
        assert repr(made) == repr(model).replace("Model", "Berth")
    assert Berth._fields == Model._fields
    assert Berth("Ayle").label == "Ayle at 1"


def test_refuses_what_a_named_tuple_refuses() -> None:
    for given, named in (((), {}), (("Ayle", 1, 2, 3), {}), (("Ayle",), {"mast": 1}), (("Ayle",), {"ship": "Dunmore"})):
        with pytest.raises(TypeError):
            Model(*given, **named)
        with pytest.raises(TypeError):
            Berth(*given, **named)
    with pytest.raises(TypeError, match="ship"):
        Berth(pier=1)  # type: ignore[call-arg]
    with pytest.raises(AttributeError):
        Berth("Ayle").pier = 3  # type: ignore[misc]
    with pytest.raises(AttributeError):
        Berth("Ayle").mast = 3  # type: ignore[attr-defined]


def test_a_row_has_fields() -> None:
    with pytest.raises(TypeError, match="the row Empty has no fields"):

        class Empty(Row):
            """Nothing."""


def test_is_replaced_field_by_field() -> None:
    berth = Berth("Ayle")
    assert berth._replace(pier=3) == ("Ayle", 3, 0.5)
    assert isinstance(berth._replace(pier=3), Berth)
    assert berth == ("Ayle", 1, 0.5)
    with pytest.raises(TypeError, match="mast"):
        berth._replace(mast=3)  # type: ignore[call-arg]


def test_goes_to_another_process_and_back() -> None:
    berth = Berth("Ayle", 3)
    for again in (pickle.loads(pickle.dumps(berth)), copy.copy(berth), copy.deepcopy(berth)):
        assert again == berth
        assert type(again) is Berth


def test_is_matched_by_its_fields() -> None:
    match Berth("Ayle", 3):
        case Berth(ship, 3, days=days):
            assert (ship, days) == ("Ayle", 0.5)
        case _:
            pytest.fail("the pattern should fit")


def test_rows_of_one_length_keep_their_own_fields() -> None:
    class Tide(Row):
        """The sea at an hour."""

        hour: str
        height: float
        ebbing: bool

    tide = Tide("noon", 1.5, ebbing=True)
    assert (tide.hour, tide.height, tide.ebbing) == ("noon", 1.5, True)
    with pytest.raises(TypeError):
        Tide(ship="Ayle", pier=1, days=2)  # type: ignore[call-arg]
