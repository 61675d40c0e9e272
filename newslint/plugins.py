"""Plugins, and the registry of what they give."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pluggy

from newslint import hookspecs
from newslint.errors import PluginError

if TYPE_CHECKING:
    from newslint.check import Check
    from newslint.document import Document
    from newslint.source import Source

Parser = Callable[["Source"], "Document"]


def plugin_manager(builtin: object, local: Iterable[Path] = (), *, entry_points: bool = True) -> pluggy.PluginManager:
    """A plugin manager with newslint's own plugin, the installed ones, and the files in `local`.

    Raises PluginError, naming the plugin, where one can't be loaded or gives a hook that doesn't exist.
    """
    manager = pluggy.PluginManager("newslint")
    manager.add_hookspecs(hookspecs)
    manager.register(builtin, "newslint")
    if entry_points and _some_entry_point():
        _load_entry_points(manager)
    for path in local:
        manager.register(_local_plugin(path), path.name)
    try:
        manager.check_pending()
    except pluggy.PluginValidationError as error:
        raise PluginError(f"plugin {manager.get_name(error.plugin)}: {error}") from error
    return manager


def _some_entry_point() -> bool:
    """Whether any installed distribution names newslint in its entry points.

    Reads the files themselves: importing importlib.metadata takes longer than linting a draft.
    """
    for folder in map(Path, sys.path):
        for file in folder.glob("*-info/entry_points.txt"):
            try:
                if b"[newslint]" in file.read_bytes():
                    return True
            except OSError:
                continue
    return False


def _load_entry_points(manager: pluggy.PluginManager) -> None:
    from importlib.metadata import distributions

    for distribution in distributions():
        for entry in distribution.entry_points:
            if entry.group != "newslint" or manager.has_plugin(entry.name):
                continue
            name = f"{entry.name} {distribution.version}"
            try:
                plugin = entry.load()
            except Exception as error:
                raise PluginError(f"plugin {name} can't be loaded: {type(error).__name__}: {error}") from error
            manager.register(plugin, name)


def _local_plugin(path: Path) -> ModuleType:
    from importlib.util import module_from_spec, spec_from_file_location

    spec = spec_from_file_location(f"newslint_local_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise PluginError(f"plugin {path}: isn't a Python file")
    module = module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up here
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise PluginError(f"plugin {path} can't be loaded: {type(error).__name__}: {error}") from error
    return module


@dataclass(frozen=True)
class Registry:
    """Everything that plugins give, by kind and name; `owners` says which plugin gave it."""

    parsers: Mapping[str, Any] = field(default_factory=dict)
    checks: Mapping[str, Any] = field(default_factory=dict)
    packs: Mapping[str, Path] = field(default_factory=dict)
    reporters: Mapping[str, Any] = field(default_factory=dict)
    analyses: Mapping[Any, Any] = field(default_factory=dict)
    owners: Mapping[tuple[str, Any], str] = field(default_factory=dict)

    def parser_for(self, source: Source) -> Parser:
        """The parser for the source's suffix; plain text where there's none."""
        parser: Parser = resolve(self.parsers.get(source.suffix.lower()) or self.parsers[".txt"])
        return parser

    def check(self, name: str) -> type[Check]:
        """The check called `name`; KeyError where there's none."""
        check: type[Check] = resolve(self.checks[name])
        return check

    def replacements(self) -> Mapping[Any, Any]:
        """The analyses that plugins replace, imported."""
        return {resolve(old): resolve(new) for old, new in self.analyses.items()}


def resolve(thing: Any) -> Any:
    """`thing` itself, or what `"module:attribute"` text names."""
    if not isinstance(thing, str):
        return thing
    module, _, attribute = thing.partition(":")
    return getattr(importlib.import_module(module), attribute)


def registry(manager: pluggy.PluginManager) -> Registry:
    """What all plugins of `manager` give. Raises PluginError where one fails, or two give the same name."""
    owners: dict[tuple[str, Any], str] = {}
    kinds = ("parsers", "checks", "packs", "reporters", "analyses")
    return Registry(**{kind: _merged(manager, kind, owners) for kind in kinds}, owners=owners)


def _merged(manager: pluggy.PluginManager, kind: str, owners: dict[tuple[str, Any], str]) -> dict[Any, Any]:
    merged: dict[Any, Any] = {}
    for implementation in getattr(manager.hook, f"newslint_{kind}").get_hookimpls():
        owner = implementation.plugin_name
        for name, thing in _given(implementation.function, kind, owner).items():
            if name in merged:
                first = owners[kind, name]
                raise PluginError(f"“{name}” of {kind} is given by two plugins: {first} and {owner}")
            merged[name] = thing
            owners[kind, name] = owner
    return merged


def _given(function: Callable[[], Any], kind: str, owner: str) -> Mapping[Any, Any]:
    try:
        things = function()
    except Exception as error:
        raise PluginError(f"plugin {owner}: newslint_{kind} failed: {type(error).__name__}: {error}") from error
    if not isinstance(things, Mapping):
        raise PluginError(f"plugin {owner}: newslint_{kind} should return a mapping of name to thing")
    return things
