"""Which analysis a plugin means to replace: the keys of `newslint_analyses`."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any
from warnings import warn

from newslint.analyses import ANALYSES
from newslint.errors import PluginError, nearest


def analysis_name(key: Callable[..., Any] | str, owner: str) -> str:
    """The name of the analysis that `key` stands for: its public one, or "module:attribute" where it has none.

    `key` is a public name, the analysis itself, or, for one release, where one of newslint's lies or lay. Raises
    PluginError, with `owner` as the plugin, for a name that isn't public.
    """
    if not isinstance(key, str):
        return _public(key.__module__, key.__qualname__)
    if ":" not in key:
        if key not in ANALYSES:
            raise _unknown(key, owner)
        return key
    from newslint.plugins import old_paths

    module, _, attribute = key.partition(":")
    name = _public(old_paths.now(module), attribute)
    if module.partition(".")[0] == "newslint":
        advice = "is no public analysis, and may be gone" if ":" in name else f"is called “{name}”, and nothing else"
        warn(f"plugin {owner}: “{key}” {advice} with the next release", DeprecationWarning, stacklevel=2)
    return name


def analysis_called(name: str, owner: str) -> Any:
    """The analysis called `name`, imported. Raises PluginError, with `owner` as the plugin, where there's none."""
    module, _, attribute = name.rpartition(":")
    try:
        return getattr(import_module(module or ANALYSES[name]), attribute)
    except (ImportError, AttributeError) as error:
        raise _unknown(name, owner) from error


def _public(module: str, attribute: str) -> str:
    return attribute if ANALYSES.get(attribute) == module else f"{module}:{attribute}"


def _unknown(name: str, owner: str) -> PluginError:
    hint = nearest(name.rpartition(":")[2], ANALYSES) or f" (known: {', '.join(sorted(ANALYSES))})"
    return PluginError(f"plugin {owner}: there's no analysis “{name}”{hint}")
