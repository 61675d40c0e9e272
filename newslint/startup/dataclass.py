"""Frozen dataclasses that take the interpreter a fifth of the time to make.

`dataclasses.dataclass` compiles source for each method of each class, and its module imports `inspect`, which reads source.
The classes that every run needs took a tenth of the time in which one draft is linted. Here their methods are the same
functions for all; `dataclasses.fields`, `replace` and `asdict` take such a class for the dataclass that it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass, field, replace
else:
    _WANTED = object()

    class _Field:
        """What a class says of a field; `twin` is what the standard library would make of it."""

        def __init__(self, default=_WANTED, default_factory=_WANTED, repr: bool = True, compare: bool = True) -> None:
            self.default, self.make, self.repr, self.compare = default, default_factory, repr, compare

        def twin(self):
            import dataclasses

            given = {"default": self.default, "default_factory": self.make}
            return dataclasses.field(
                repr=self.repr,
                compare=self.compare,
                **{name: value for name, value in given.items() if value is not _WANTED},
            )

    def field(*, default=_WANTED, default_factory=_WANTED, repr: bool = True, compare: bool = True) -> _Field:
        """As `dataclasses.field`."""
        return _Field(default, default_factory, repr, compare)

    class _Twin:
        """What the standard library asks a dataclass for, made of a twin of it by the time that it's asked for."""

        def __init__(self, name: str) -> None:
            self.name = name

        def __get__(self, _: object, cls: type):
            import dataclasses

            types = {name: kind for base in reversed(cls.__mro__) for name, kind in _annotated(base).items()}
            twin = dataclasses.make_dataclass(
                cls.__name__, [(name, types[name], each.twin()) for name, each in cls.__shape__.items()], frozen=True
            )
            setattr(cls, self.name, getattr(twin, self.name))
            return getattr(twin, self.name)

    def dataclass(*, frozen: bool, eq: bool = True):
        """A decorator: as `dataclasses.dataclass(frozen=True, eq=eq)`. Raises ValueError where the class isn't to be frozen."""
        if not frozen:
            raise ValueError("only frozen dataclasses are made here")

        def made(cls: type) -> type:
            own = {name: _own(cls, name) for name in _annotated(cls)}
            cls.__shape__ = shape = getattr(cls, "__shape__", {}) | own
            cls.__defaults__ = {name: each.default for name, each in shape.items() if each.default is not _WANTED}
            cls.__makers__ = [(name, each.make) for name, each in shape.items() if each.make is not _WANTED]
            cls.__names__ = tuple(shape)
            cls.__init__, cls.__repr__ = _init, _repr
            cls.__setattr__ = cls.__delattr__ = _refuse
            cls.__dataclass_fields__, cls.__dataclass_params__ = _FIELDS, _PARAMS
            if eq:
                cls.__compared__ = tuple(name for name, each in shape.items() if each.compare)
                cls.__eq__, cls.__hash__ = _eq, _hash
            return cls

        return made

    def replace(made, /, **changes):
        """As `dataclasses.replace`."""
        return type(made)(**{name: getattr(made, name) for name in made.__names__} | changes)

    def _annotated(cls: type) -> dict[str, object]:
        return cls.__annotations__ if cls is not object else {}

    def _own(cls: type, name: str) -> _Field:
        """A field of the class's own, whose default stays as an attribute of the class."""
        given = cls.__dict__.get(name, _WANTED)
        if type(given).__module__ == "dataclasses":
            raise TypeError(f"{cls.__name__}.{name} is a field of the standard library's: take the one of this module")
        if not isinstance(given, _Field):
            return _Field(given)
        if given.default is _WANTED:
            delattr(cls, name)
        else:
            setattr(cls, name, given.default)
        return given

    def _init(self, /, *given, **named) -> None:
        """Give each field its value, in order or by name. Raises TypeError for one too many, or that's wanting."""
        names = self.__names__
        values = {**self.__defaults__, **dict(zip(names, given, strict=False)), **named}
        for name, make in self.__makers__:
            if name not in values:
                values[name] = make()
        if len(values) != len(names) or len(given) > len(names) or not named.keys().isdisjoint(names[: len(given)]):
            raise TypeError(f"{type(self).__name__} {_misfit(names, given, named, values)}")
        self.__dict__.update(values)
        if hasattr(self, "__post_init__"):
            self.__post_init__()

    def _misfit(names, given, named, values) -> str:
        """What is wrong with the values that a class was called with."""
        unknown = [*named.keys() - set(names), *given[len(names) :]]
        if unknown:
            return f"takes no {unknown[0]!r}"
        wanting = [name for name in names if name not in values]
        return f"wants {wanting[0]!r}" if wanting else "was given a value twice"

    def _repr(self) -> str:
        shown = (name for name, each in self.__shape__.items() if each.repr)
        return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in shown)})"

    def _eq(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return _compared(self) == _compared(other)

    def _hash(self) -> int:
        return hash(_compared(self))

    def _compared(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in self.__compared__)

    def _refuse(_, name: str, *_value: object) -> None:
        from dataclasses import FrozenInstanceError

        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    _FIELDS, _PARAMS = _Twin("__dataclass_fields__"), _Twin("__dataclass_params__")


__all__ = ["dataclass", "field", "replace"]
