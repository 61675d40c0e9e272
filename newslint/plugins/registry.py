"""Plugins, and the registry of what they give."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from newslint.errors import PluginError
from newslint.hit import has_options
from newslint.plugins import entrypoints
from newslint.startup.row import Row

if TYPE_CHECKING:
    import pluggy

    from newslint.document import Document
    from newslint.hit import Check
    from newslint.readers.reader import Reader
    from newslint.report import Run
    from newslint.source import Source

Parser = Callable[["Source"], "Document"]


def plugin_manager(
    builtin: object, local: Iterable[Path] = (), *, entry_points: bool = True, modules: Iterable[ModuleType] = ()
) -> pluggy.PluginManager:
    """A plugin manager with newslint's own plugin, the installed ones, the files in `local`, and `modules`.

    Raises PluginError, naming the plugin, where one can't be loaded or gives a hook that doesn't exist.
    """
    import pluggy

    from newslint.plugins import hookspecs

    manager = pluggy.PluginManager("newslint")
    manager.add_hookspecs(hookspecs)
    for _, function in _hooks(builtin):
        hookspecs.hookimpl(function)
    manager.register(builtin, "newslint")
    if entry_points and entrypoints.any_plugin():
        _load_entry_points(manager)
    for path in local:
        _register(manager, _local_plugin(path), str(path) if manager.has_plugin(path.name) else path.name)
    for module in modules:
        _register(manager, module, module.__name__)
    try:
        manager.check_pending()
    except pluggy.PluginValidationError as error:
        raise PluginError(f"plugin {manager.get_name(error.plugin)}: {error}") from error
    return manager


def _load_entry_points(manager: pluggy.PluginManager) -> None:
    from importlib.metadata import distributions

    for distribution in distributions(path=entrypoints.installed()):
        for entry in distribution.entry_points:
            if entry.group != "newslint" or manager.has_plugin(entry.name):
                continue
            name = f"{entry.name} {distribution.version}"
            try:
                plugin = entry.load()
            except Exception as error:
                raise PluginError(f"plugin {name} can't be loaded: {type(error).__name__}: {error}") from error
            _register(manager, plugin, name)


def _hooks(builtin: object) -> list[tuple[str, Callable[[], Any]]]:
    """newslint's own hooks, which are marked as such only where there are others: what marks them needs importing."""
    return [(name, function) for name, function in vars(builtin).items() if name.startswith("newslint_")]


def _register(manager: pluggy.PluginManager, plugin: object, name: str) -> None:
    import pluggy

    try:
        manager.register(plugin, name)
    except (pluggy.PluginValidationError, ValueError) as error:
        raise PluginError(f"plugin {name}: {error}") from error


def _local_plugin(path: Path) -> ModuleType:
    """The file at `path` as a module: of its source alone, for a repository may bring other bytecode with it."""
    if path.suffix != ".py":
        raise PluginError(f"plugin {path}: isn't a Python file")
    from newslint.plugins import consent

    source = consent.code(path)
    module = ModuleType(f"newslint_local_{path.stem}")
    module.__file__ = str(path)
    sys.modules[module.__name__] = module  # dataclasses look their module up here
    try:
        exec(compile(source, str(path), "exec"), vars(module))
    except Exception as error:
        raise PluginError(f"plugin {path} can't be loaded: {type(error).__name__}: {error}") from error
    return module


class Registry(Row):
    """Everything that plugins give, by kind and name; `owners` says which plugin gave it."""

    parsers: Mapping[str, Any]
    checks: Mapping[str, Any]
    packs: Mapping[str, Path]
    reporters: Mapping[str, Any]
    analyses: Mapping[str, Any]
    readers: Mapping[str, Any]
    owners: Mapping[tuple[str, str], str]

    def parser_for(self, source: Source) -> Parser:
        """The parser for the source's suffix; plain text where there's none."""
        parser: Parser = resolve(self.parsers.get(source.suffix.lower()) or self.parsers[".txt"])
        return parser

    def parser_owner(self, source: Source) -> str:
        """The plugin that gives the parser for the source's suffix."""
        suffix = source.suffix.lower()
        return self.owners.get(("parsers", suffix if suffix in self.parsers else ".txt"), "newslint")

    def check(self, name: str) -> type[Check]:
        """The check called `name`; KeyError where there's none, PluginError where it's no check."""
        check: type[Check] = self._imported("checks", name)
        if not (isinstance(check, type) and has_options(check) and any("__call__" in vars(c) for c in check.__mro__)):
            raise PluginError(
                f"plugin {self.owners['checks', name]}: “{name}” is no check: a class with options that can be called"
            )
        return check

    def reporter(self, name: str) -> Callable[[Run], str]:
        """The reporter called `name`, whose mistakes are its plugin's; KeyError where there's none."""
        report: Callable[[Run], str] = self._imported("reporters", name)

        def guarded(run: Run) -> str:
            try:
                return report(run)
            except Exception as error:
                owner = self.owners["reporters", name]
                raise PluginError(f"plugin {owner}: format “{name}” failed: {type(error).__name__}: {error}") from error

        return guarded

    def reader(self, name: str) -> type[Reader]:
        """The kind of reader called `name`; KeyError where there's none, PluginError where it's no class of one."""
        kind: type[Reader] = self._imported("readers", name)
        if not (isinstance(kind, type) and has_options(kind) and callable(getattr(kind, "ask", None))):
            owner = self.owners["readers", name]
            raise PluginError(f"plugin {owner}: “{name}” is no reader: a class with options that can be asked")
        return kind

    def replacements(self) -> Mapping[Any, Any]:
        """The analyses that plugins replace, imported."""
        from newslint.plugins.replacements import analysis_called

        return {
            analysis_called(name, self.owners["analyses", name]): self._imported("analyses", name)
            for name in self.analyses
        }

    def _imported(self, kind: str, name: str) -> Any:
        try:
            return resolve(getattr(self, kind)[name])
        except (ImportError, AttributeError) as error:
            owner = self.owners[kind, name]
            raise PluginError(f"plugin {owner}: “{name}” of {kind} can't be loaded: {error}") from error


def resolve(thing: Any) -> Any:
    """`thing` itself, or what `"module:attribute"` text names."""
    if not isinstance(thing, str):
        return thing
    module, _, attribute = thing.partition(":")
    return getattr(importlib.import_module(module), attribute)


_Implementations = Callable[[str], Iterable[tuple[str, Callable[[], Any]]]]


def registry(manager: pluggy.PluginManager) -> Registry:
    """What all plugins of `manager` give. Raises PluginError where one fails, or two give the same name."""
    return _registry(
        lambda hook: ((each.plugin_name, each.function) for each in getattr(manager.hook, hook).get_hookimpls())
    )


def registry_of_own(builtin: object) -> Registry:
    """What newslint's own plugin gives, where it's alone."""
    hooks = dict(_hooks(builtin))
    return _registry(lambda hook: [("newslint", hooks[hook])] if hook in hooks else [])


def _registry(implementations: _Implementations) -> Registry:
    """What the plugins give that `implementations` tells of each hook, with their names."""
    owners: dict[tuple[str, str], str] = {}
    kinds = ("parsers", "checks", "packs", "reporters", "analyses", "readers")
    given = {kind: _merged(implementations(f"newslint_{kind}"), kind, owners) for kind in kinds}
    return Registry(**given, owners=owners)


def _merged(
    implementations: Iterable[tuple[str, Callable[[], Any]]], kind: str, owners: dict[tuple[str, str], str]
) -> dict[str, Any]:
    merged: dict[str, Any] = {}
    for owner, function in implementations:
        for given, thing in _given(function, kind, owner).items():
            name = _analysis_name(given, owner) if kind == "analyses" else given
            if name in merged:
                first = owners[kind, name]
                raise PluginError(f"“{name}” of {kind} is given by two plugins: {first} and {owner}")
            merged[name] = thing
            owners[kind, name] = owner
    return merged


def _analysis_name(key: Any, owner: str) -> str:
    from newslint.plugins.replacements import analysis_name  # few plugins replace one

    return analysis_name(key, owner)


def _given(function: Callable[[], Any], kind: str, owner: str) -> Mapping[Any, Any]:
    try:
        things = function()
    except Exception as error:
        raise PluginError(f"plugin {owner}: newslint_{kind} failed: {type(error).__name__}: {error}") from error
    if not isinstance(things, Mapping):
        raise PluginError(f"plugin {owner}: newslint_{kind} should return a mapping of name to thing")
    return things
