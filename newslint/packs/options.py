"""What options a check takes, read from its fields: to refuse wrong ones, and to describe them in a schema."""

from __future__ import annotations

import types
from collections.abc import Mapping
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from newslint.hit import REQUIRED, options_of

# Fields that a stanza or a desk fills, not its options.
GIVEN = frozenset({"scope", "names", "language", "house-terms"})


def option_names(check: type) -> tuple[str, ...]:
    """The names of the options of `check`, as packs use them (“keep-case”)."""
    return tuple(name.replace("_", "-") for name in options_of(check))


@cache
def option_types(check: type) -> dict[str, Any]:
    """The type of each option of `check`, by the name that packs use (“keep-case”)."""
    hints = get_type_hints(check)
    return {name.replace("_", "-"): hints[name] for name in options_of(check)}


def defaults(check: type) -> dict[str, Any]:
    """The default of each option of `check`, where it has one."""
    return {name.replace("_", "-"): value for name, value in options_of(check).items() if value is not REQUIRED}


def converted(value: Any, wanted: Any) -> Any:
    """`value`, as YAML gives it, as the type `wanted`. Raises ValueError that says what was expected."""
    origin, args = get_origin(wanted), get_args(wanted)
    if origin in {Union, types.UnionType}:
        return _either(value, wanted, args)
    if origin is tuple and len(args) == 2 and args[1] is Ellipsis:
        return _each(value, wanted, args[0])
    if origin in {Mapping, dict}:
        return _pairs(value, wanted, args[1])
    if wanted is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if wanted in {str, int, float, bool} and type(value) is not wanted:
        return _plainly(value, wanted)
    return value


def _plainly(value: Any, wanted: type) -> Any:
    if wanted is str and isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)  # a word such as 24 in a list of words
    raise ValueError(f"should be {named(wanted)}, not {shown(value)}")


def _either(value: Any, wanted: Any, kinds: tuple[Any, ...]) -> Any:
    if value is None and type(None) in kinds:
        return None
    for kind in kinds:
        try:
            return converted(value, kind)
        except ValueError:
            continue
    raise ValueError(f"should be {named(wanted)}, not {shown(value)}")


def _each(value: Any, wanted: Any, kind: Any) -> tuple[Any, ...]:
    if not isinstance(value, list | tuple):
        raise ValueError(f"should be {named(wanted)}, not {shown(value)}")
    return tuple(converted(item, kind) for item in value)


def _pairs(value: Any, wanted: Any, kind: Any) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        raise ValueError(f"should be {named(wanted)}, not {shown(value)}")
    return {key: converted(item, kind) for key, item in value.items()}


def named(wanted: Any) -> str:
    """The type in words for people: “a list of words”."""
    origin, args = get_origin(wanted), get_args(wanted)
    if origin in {Union, types.UnionType}:
        return " or ".join(named(kind) for kind in args if kind is not type(None))
    if origin is tuple:
        return "a list of words" if args[0] is str else "a list of lists" if get_origin(args[0]) is tuple else "a list"
    if origin in {Mapping, dict}:
        return "a mapping of words to words"
    plain: dict[Any, str] = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}
    return plain.get(wanted, str(wanted))


def shown(value: Any) -> str:
    """What was given instead, in words."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping):
        return "a mapping"
    if isinstance(value, list | tuple):
        return "a list"
    return f"“{value}”"
