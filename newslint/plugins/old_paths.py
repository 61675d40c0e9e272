"""Where things lay that plugins were shown, and where they are now: the old paths work for one release, with a warning.

Goes with the next release, together with what calls it: `_OldPaths` in newslint/__init__.py and `__getattr__` in
newslint.config, newslint.linter and newslint.plugins.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.abc import Loader
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any
from warnings import warn

# Modules, by their old paths; "" is a folder of them.
_MODULES = {
    "newslint.analysis": "",
    "newslint.analysis.abbreviations": "newslint.story.abbreviations",
    "newslint.analysis.dates": "newslint.story.dates",
    "newslint.analysis.names": "newslint.story.mentions",
    "newslint.analysis.people": "newslint.story.people",
    "newslint.analysis.quantities": "newslint.story.quantities",
    "newslint.analysis.quantity": "newslint.story.quantity",
    "newslint.analysis.quotes": "newslint.text.quotations",
    "newslint.analysis.sentences": "newslint.text.sentences",
    "newslint.analysis.words": "newslint.text.words",
    "newslint.builtin": "newslint.plugins.builtin",
    "newslint.check": "newslint.hit",
    "newslint.hookspecs": "newslint.plugins.hookspecs",
    "newslint.rule": "newslint.packs.rule",
}

# Where names have gone that have left a module which is still there.
_NAMES = {
    "newslint.config": "newslint.config.settings",
    "newslint.linter": "newslint.report",
    "newslint.plugins": "newslint.plugins.registry",
}

# What to write for what isn't public at all, or lies in two modules now.
_INSTEAD = {
    "newslint.story.people": "from newslint.analyses import Person, Reference, people, references",
    "newslint.plugins.builtin": "from newslint.testing import registry_of",
    "newslint.plugins.registry:plugin_manager": "from newslint.testing import registry_of",
    "newslint.plugins.registry:registry": "from newslint.testing import registry_of",
}


def spec(old: str) -> ModuleSpec | None:
    """How to import `old`, the old path of a module; None where it's none."""
    if old not in _MODULES:
        return None
    sys.modules["newslint"].__class__ = _Package
    return ModuleSpec(old, _Moved(), is_package=not _MODULES[old])


def now(old: str) -> str:
    """Where the module that lay at `old` is now: there still, if nothing else is known."""
    return _MODULES.get(old) or old


def moved(old: str, name: str) -> Any:
    """What was called `name` in the module `old`, which is still there without it."""
    new = import_module(_NAMES[old])
    if old == "newslint.plugins":
        new.__class__ = _Registry
    _warn(f"{old}.{name}", _import(new.__name__, name), depth=2)
    return getattr(new, name)


class _Moved(Loader):
    """Gives the module itself in place of one with its old name."""

    def exec_module(self, module: ModuleType) -> None:
        old = module.__name__
        if new := _MODULES[old]:
            sys.modules[old] = import_module(new)
            _warn(old, _import(new))


class _Package(ModuleType):
    """newslint itself, where a public name (`check`, `analysis`) stays what it is though an old path is called so."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (isinstance(value, ModuleType) and name in self.__all__):
            super().__setattr__(name, value)


class _Registry(ModuleType):
    """`newslint.plugins.registry`, which was a function."""

    def __call__(self, manager: Any) -> Any:
        _warn("newslint.plugins.registry()", _import("newslint.plugins.registry", "registry"))
        return self.registry(manager)


def _import(module: str, only: str = "") -> str:
    """What a plugin should write for what lies in `module`: what is public of it, or of its one name `only`."""
    instead = _INSTEAD.get(f"{module}:{only}".rstrip(":"))
    if instead:
        return instead
    for public in ("newslint", "newslint.analyses"):
        homes: dict[str, str] = vars(import_module(public))["_HOMES"]
        names = sorted(name for name, home in homes.items() if home == module and only in ("", name))
        if names:
            return f"from {public} import {', '.join(names)}"
    return f"from {module} import {only}" if only else f"import {module}"


def _warn(old: str, new: str, depth: int = 1) -> None:
    """Warn whoever imports or calls, `depth` functions of newslint's above this one; importlib's don't count."""
    warn(f"{old} goes with the next release; write “{new}”", DeprecationWarning, stacklevel=depth + 2)
