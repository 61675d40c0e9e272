"""What commands share: the configuration in force, and the plugins with what they give."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pluggy

from newslint.config.file import find, read_config
from newslint.config.settings import Config
from newslint.plugins import builtin
from newslint.plugins.registry import Registry, plugin_manager, registry
from newslint.startup.row import Row


class Settings(Row):
    """The configuration of a run and what its plugins give."""

    config: Config
    registry: Registry
    manager: pluggy.PluginManager


def settings(config_path: Path | None, isolated: bool, folder: Path | None = None) -> Settings:
    """Read the configuration and load the plugins: by default the one for `folder`, or for where the writer stands.

    `isolated` reads no configuration and loads no plugin but newslint's own. Raises NewslintError.
    """
    path = None if isolated else config_path or find(folder or Path.cwd())
    config = read_config(path) if path else Config()
    manager = plugin_manager(builtin, config.plugins, entry_points=not isolated)
    return Settings(config, registry(manager), manager)


def installed_plugins() -> list[str]:
    """The name (and version) of each plugin but newslint's own."""
    manager = plugin_manager(builtin)
    return sorted(name for name, _ in manager.list_name_plugin() if name != "newslint")


def config_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options `--config` and `--isolated`, for a command that takes `config_path` and `isolated`."""
    command = click.option(
        "--isolated", is_flag=True, help="Read no configuration, load no plugin and no code from outside."
    )(command)
    return click.option(
        "--config",
        "config_path",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="Use this configuration instead of the nearest .newslint.yml.",
    )(command)
