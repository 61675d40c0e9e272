"""JSON Schemas of .newslint.yml and of packs, for editors that complete and check as one types. Made from the code."""

from __future__ import annotations

import types
from collections.abc import Mapping
from typing import Any, Union, get_args, get_origin

from newslint.config.file import KEYS, LANGUAGES
from newslint.document import Role
from newslint.finding import SEVERITIES
from newslint.house import KINDS
from newslint.packs.catalogue import house_styles
from newslint.packs.options import GIVEN, defaults, option_types
from newslint.packs.pack import DESK
from newslint.plugins.registry import Registry

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ROLES = {"enum": [role.value for role in Role]}
_SEVERITY = {"enum": list(SEVERITIES)}
_TEXT = {"type": "string", "minLength": 1}
_WORDS = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
_SHARE = {"type": "number", "minimum": 0, "maximum": 1}


def pack_schema(registry: Registry) -> dict[str, Any]:
    """What a pack may hold, with the options of each check that `registry` has."""
    checks = sorted(registry.checks)
    return {
        "$schema": _DIALECT,
        "title": "A pack of newslint's rules",
        "type": "object",
        "propertyNames": {"pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
        "additionalProperties": {"$ref": "#/$defs/rule"},
        "$defs": {"rule": _rule(checks, registry), "example": _example()},
    }


def _rule(checks: list[str], registry: Registry) -> dict[str, Any]:
    return {
        **_closed(
            {
                "check": {"enum": checks, "description": "the kind of the rule"},
                "options": {"type": "object"},
                "scope": {"type": "array", "items": _ROLES, "description": "the roles of the blocks it looks at"},
                "severity": _SEVERITY,
                "message": {**_TEXT, "description": "{found} and other words are filled in"},
                "why": {**_TEXT, "description": "one or two sentences for an editor"},
                "source": _closed(
                    {"name": _TEXT, "url": {"type": "string"}, "page": {"type": ["string", "integer"]}}, ["name"]
                ),
                "exceptions": {"type": "string"},
                "in-quotations": {"type": "boolean"},
                "together": {"type": "boolean", "description": "false: not where drafts are read as one package"},
                "enabled": {"type": "boolean"},
                "examples": {"type": "array", "items": {"$ref": "#/$defs/example"}},
            },
            ["check", "message", "why"],
        ),
        "allOf": [
            {
                "if": {"properties": {"check": {"const": name}}},
                "then": {"properties": {"options": _options(name, registry)}},
            }
            for name in checks
        ],
    }


def _options(name: str, registry: Registry) -> dict[str, Any]:
    check = registry.check(name)
    usual = defaults(check)
    return _closed(
        {key: _described(kind, usual.get(key)) for key, kind in option_types(check).items() if key not in GIVEN}
    )


def _described(kind: Any, default: Any) -> dict[str, Any]:
    schema = _typed(kind)
    if isinstance(default, str | int | float) and default != "":
        schema["default"] = default
    return schema


def _typed(kind: Any) -> dict[str, Any]:
    origin, args = get_origin(kind), get_args(kind)
    if origin in {Union, types.UnionType}:
        return {"anyOf": [_typed(each) for each in args if each is not type(None)]}
    if origin is tuple and args:
        return {"type": "array", "items": _typed(args[0])}
    if origin is Mapping or origin is dict:
        return {"type": "object", "additionalProperties": _typed(args[1])}
    plain = {str: "string", bool: "boolean", int: "integer", float: "number"}
    return {"type": ["string", "number"] if kind is str else plain[kind]} if kind in plain else {}


def _example() -> dict[str, Any]:
    text = {"type": "string"}
    return {
        **_closed(
            {
                "bad": {**text, "description": "[[…]] marks what must be found"},
                "good": {**text, "description": "alone: stays silent; with bad: what the fix makes of it"},
                "known_false_positive": text,
                "format": {"type": "string"},
                "desk": {"type": "object", "propertyNames": {"enum": list(DESK)}},
                "reader": {"type": "array", "description": "the rows of a second reader", "items": {"type": "object"}},
            }
        ),
        "anyOf": [{"required": [key]} for key in ("bad", "good", "known_false_positive")],
    }


def config_schema(registry: Registry) -> dict[str, Any]:
    """What .newslint.yml may hold, with the settings of each kind of reader that `registry` has."""
    tuning = {"$ref": "#/$defs/tuning"}
    rules = {"type": "object", "additionalProperties": tuning}
    known: dict[str, Any] = {
        "extends": {**_WORDS, "description": f"house styles ({', '.join(house_styles())}) and files"},
        "select": _WORDS,
        "ignore": _WORDS,
        "rules": rules,
        "paths": {
            "type": "array",
            "items": _closed({"match": _TEXT, "select": _WORDS, "ignore": _WORDS, "rules": rules}, ["match"]),
        },
        "packs": _WORDS,
        "styles": {**_WORDS, "description": "folders of Vale styles"},
        "plugins": {**_WORDS, "description": "Python files in this folder, which run by consent only"},
        "exclude": _WORDS,
        "package": {**_WORDS, "description": "patterns: drafts of one folder that fit one must agree with one another"},
        "level": _SEVERITY,
        "fail-on": _SEVERITY,
        "min-confidence": _SHARE,
        "language": {"enum": list(LANGUAGES)},
        "require-reason": {"type": "boolean"},
        "names": _listed("#/$defs/name"),
        "terms": _listed("#/$defs/term"),
        "readers": {
            "type": "object",
            "additionalProperties": {"$ref": "#/$defs/reader"},
            "description": "second readers by name; none is asked without `reader` or --reader, and trust",
        },
        "reader": {**_TEXT, "description": "the reader that every run asks"},
        "never-send": {**_WORDS, "description": "words that keep a draft from every reader"},
    }
    return {
        "$schema": _DIALECT,
        "title": "newslint's configuration",
        "type": "object",
        "additionalProperties": False,
        "properties": {key: known.get(key, {}) for key in KEYS},
        "$defs": {"tuning": _tuning(), "name": _name(), "term": _term(), "reader": _reader(registry)},
    }


def _tuning() -> dict[str, Any]:
    state = {"enum": ["off", *SEVERITIES, True, False]}
    full = _closed(
        {
            "enabled": {"type": "boolean"},
            "severity": _SEVERITY,
            "min-confidence": _SHARE,
            "options": {"type": "object"},
            "scope": {"type": "array", "items": _ROLES},
            "roles": {"type": "object", "propertyNames": _ROLES, "additionalProperties": state},
        }
    )
    return {"anyOf": [state, full]}


def _name() -> dict[str, Any]:
    text = {"type": "string"}
    entry = {
        "name": _TEXT,
        "wrong": _WORDS,
        "kind": {"enum": list(KINDS[:4])},
        "title": text,
        "pronouns": text,
        "note": text,
    }
    return _closed(entry, ["name"])


def _reader(registry: Registry) -> dict[str, Any]:
    """A second reader: what all kinds have, and what each has."""
    number = {"type": "integer", "minimum": 1}
    shared: dict[str, Any] = {
        "kind": {"enum": sorted(registry.readers)},
        "allow-remote": {"type": "boolean", "description": "true: copy may go to another machine"},
        "timeout": {"type": "number", "minimum": 1, "description": "seconds for an answer"},
        "calls": {**number, "description": "at most so many a run"},
        "tokens": {**number, "description": "at most so many a run"},
        "letters": {**number, "description": "of copy in a question; longer drafts are read in parts"},
    }
    kinds = []
    for name in sorted(registry.readers):
        kind = registry.reader(name)
        own = {key: _described(type_, defaults(kind).get(key)) for key, type_ in option_types(kind).items()}
        own.pop("folder", None)
        then = {"properties": {key: {} for key in shared} | own, "additionalProperties": False}
        kinds.append({"if": {"properties": {"kind": {"const": name}}}, "then": then})
    return {"type": "object", "required": ["kind"], "properties": shared, "allOf": kinds}


def _term() -> dict[str, Any]:
    return _closed({"term": _TEXT, "wrong": _WORDS, "note": {"type": "string"}}, ["term"])


def _listed(entry: str) -> dict[str, Any]:
    one = {"anyOf": [{"$ref": entry}, {"type": "string", "description": "a YAML or CSV file"}]}
    return {"anyOf": [one, {"type": "array", "items": one}]}


def _closed(properties: dict[str, Any], required: list[str] | None = None) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "object", "additionalProperties": False, "properties": properties}
    return {**schema, "required": required} if required else schema
