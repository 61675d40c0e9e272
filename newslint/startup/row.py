"""Rows: named tuples that take the interpreter a tenth of the time to make.

`typing.NamedTuple` compiles source for each class and for each of its annotations. A hundred and twenty of them, made
before the first draft is read, took an eighth of the time in which one draft is linted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NamedTuple as Row
else:
    from functools import cache
    from types import CodeType, FunctionType

    try:
        from _collections import _tuplegetter as getter  # what the standard library gives its own named tuples
    except ImportError:
        from operator import itemgetter

        def getter(index, doc):
            return property(itemgetter(index), doc=doc)

    _NAMES = {"__builtins__": {}, "made": tuple.__new__}

    @cache
    def _maker(number: int) -> CodeType:
        """What makes a row of so many fields: compiled once for all classes that have as many."""
        fields = "".join(f"_{index}, " for index in range(number))
        return eval(f"lambda _cls, {fields}: made(_cls, ({fields}))", dict(_NAMES)).__code__

    class _Row(tuple):
        """What all rows can do besides: the same as a named tuple."""

        __slots__ = ()
        _fields: tuple[str, ...] = ()

        def __repr__(self) -> str:
            values = ", ".join(f"{field}={value!r}" for field, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({values})"

        def __getnewargs__(self):
            return tuple(self)

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def _replace(self, /, **changes):
            made = tuple.__new__(type(self), map(changes.pop, self._fields, self))
            if changes:
                raise TypeError(f"{type(self).__name__} has no field {next(iter(changes))!r}")
            return made

    class _Rows(type):
        """Makes a class that is written with `Row` as its base a plain subclass of `_Row`."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, object]) -> type:  # noqa: ARG004
            fields = tuple(body.get("__annotations__", ()))
            if not fields:
                raise TypeError(f"the row {name} has no fields, or none that are annotated as text")
            defaults = tuple(body[field] for field in fields if field in body)
            code = _maker(len(fields)).replace(co_varnames=("_cls", *fields), co_name="__new__")
            body.update({field: getter(index, "") for index, field in enumerate(fields)})
            body["__new__"] = FunctionType(code, _NAMES, "__new__", defaults)
            body["__slots__"], body["_fields"], body["__match_args__"] = (), fields, fields
            return type(name, (_Row,), body)

    Row = type.__new__(_Rows, "Row", (), {"__doc__": "A row of a table: written, read and typed as a `NamedTuple`."})

__all__ = ["Row"]
