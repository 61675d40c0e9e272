"""Dataclasses behave as the standard library's, which they are typed as."""

from __future__ import annotations

import copy
import dataclasses
import pickle

import pytest

from newslint.startup.dataclass import dataclass, field, replace


@dataclass(frozen=True)
class Berth:
    """Where a ship lies."""

    ship: str
    pier: int = 1
    cargo: dict[str, int] = field(default_factory=dict)
    seen: int = field(default=0, repr=False, compare=False)

    @property
    def label(self) -> str:
        return f"{self.ship} at {self.pier}"


@dataclass(frozen=True)
class Mooring(Berth):
    """A berth with a rope, whose length is never negative."""

    rope: float = 0.5

    def __post_init__(self) -> None:
        if self.rope < 0:
            raise ValueError("a rope has a length")


@dataclass(frozen=True, eq=False)
class Harbour:
    """A place that is like no other."""

    name: str


@dataclasses.dataclass(frozen=True)
class Model:
    """A berth, as the standard library makes it."""

    ship: str
    pier: int = 1
    cargo: dict[str, int] = dataclasses.field(default_factory=dict)
    seen: int = dataclasses.field(default=0, repr=False, compare=False)


def test_is_made_and_read_as_the_standard_librarys() -> None:
    for made, model in (
        (Berth("Ayle"), Model("Ayle")),
        (Berth("Ayle", 2, seen=4), Model("Ayle", 2, seen=4)),
        (Berth(pier=4, ship="Ayle", cargo={"coal": 2}), Model(pier=4, ship="Ayle", cargo={"coal": 2})),
    ):
        assert dataclasses.asdict(made) == dataclasses.asdict(model)
        assert repr(made) == repr(model).replace("Model", "Berth")
    assert [each.name for each in dataclasses.fields(Mooring)] == ["ship", "pier", "cargo", "seen", "rope"]
    assert Berth("Ayle").label == Mooring("Ayle").label == "Ayle at 1"
    assert Berth("Ayle").cargo is not Berth("Ayle").cargo


def test_refuses_what_the_standard_librarys_refuses() -> None:
    for given, named in (
        ((), {}),
        (("Ayle", 1, {}, 3, 4), {}),
        (("Ayle",), {"mast": 1}),
        (("Ayle",), {"ship": "Dunmore"}),
    ):
        with pytest.raises(TypeError):
            Model(*given, **named)
        with pytest.raises(TypeError, match="Berth"):
            Berth(*given, **named)
    berth = Berth("Ayle")
    with pytest.raises(dataclasses.FrozenInstanceError):
        berth.pier = 3  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del berth.pier
    with pytest.raises(ValueError, match="rope"):
        Mooring("Ayle", rope=-1)
    with pytest.raises(TypeError, match="standard library"):
        dataclass(frozen=True)(
            type("Ferry", (), {"__annotations__": {"seats": int}, "seats": dataclasses.field(default=4)})
        )
    with pytest.raises(TypeError):
        dataclasses.make_dataclass("Thawed", [], bases=(Berth,))  # what extends a frozen one is frozen


def test_is_equal_by_what_is_compared() -> None:
    assert Berth("Ayle", seen=1) == Berth("Ayle", seen=2)
    assert Berth("Ayle") != Berth("Ayle", 2)
    assert Berth("Ayle") != Mooring("Ayle")
    assert Harbour("Ayle") != Harbour("Ayle")
    assert hash(Harbour("Ayle"))
    with pytest.raises(TypeError):
        hash(Berth("Ayle"))  # for its cargo, as the standard library's


def test_is_replaced_copied_and_pickled() -> None:
    made = Mooring("Ayle", 2, rope=1.5)
    assert replace(made, pier=3) == dataclasses.replace(made, pier=3) == Mooring("Ayle", 3, rope=1.5)
    with pytest.raises(TypeError, match="mast"):
        replace(made, mast=1)  # type: ignore[call-arg]
    with pytest.raises(ValueError, match="rope"):
        replace(made, rope=-1)
    assert copy.deepcopy(made) == pickle.loads(pickle.dumps(made)) == made
