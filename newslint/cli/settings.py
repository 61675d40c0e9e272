"""What commands share: the configuration in force, and the plugins with what they give."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
import pluggy

from newslint.cli.output import say
from newslint.config.file import find, read_config
from newslint.config.settings import Config
from newslint.plugins import builtin
from newslint.plugins.registry import Registry, plugin_manager, registry
from newslint.reporters.terminal import printable
from newslint.startup.row import Row

_ALLOWED, _TOLD = "newslint.plugins.allowed", "newslint.plugins.told"
_HOW = "it runs with --allow-plugins, or once `newslint trust` has recorded it"


class Settings(Row):
    """The configuration of a run and what its plugins give."""

    config: Config
    registry: Registry
    manager: pluggy.PluginManager


def settings(config_path: Path | None, isolated: bool, folder: Path | None = None) -> Settings:
    """Read the configuration and load the plugins: by default the one for `folder`, or for where the writer stands.

    `isolated` reads no configuration and loads no plugin but newslint's own. Files of plugins that the user didn't
    trust are told and left. Raises NewslintError.
    """
    config = Config() if isolated else config_in_force(config_path, folder)
    if config.plugins:
        config = replace(config, plugins=_allowed(config))
    manager = plugin_manager(builtin, config.plugins, entry_points=not isolated)
    return Settings(config, registry(manager), manager)


def config_in_force(config_path: Path | None, folder: Path | None = None) -> Config:
    """The configuration at `config_path`, else the nearest to `folder`, or to where the writer stands.

    Raises ConfigError.
    """
    path = config_path or find(folder or Path.cwd())
    return read_config(path, found=path is not config_path) if path else Config()


def _allowed(config: Config) -> tuple[Path, ...]:
    """The plugins of a configuration that may run; the others are told, once in a run for each configuration."""
    from newslint.plugins.consent import is_trusted

    context = click.get_current_context(silent=True)
    known = context.meta if context else {}
    if known.get(_ALLOWED):
        return config.plugins
    left = [path for path in config.plugins if not is_trusted(path)]
    told = known.setdefault(_TOLD, set())
    for path in left if config.path not in told else ():
        say(f"newslint: {printable(f'{config.path}: plugin {path}')} was left: {_HOW}", err=True)
    told.add(config.path)
    return tuple(path for path in config.plugins if path not in left)


def installed_plugins() -> list[str]:
    """The name (and version) of each plugin but newslint's own."""
    manager = plugin_manager(builtin)
    return sorted(name for name, _ in manager.list_name_plugin() if name != "newslint")


def _allow(ctx: click.Context, parameter: click.Parameter, wanted: bool) -> None:
    if wanted:
        ctx.meta[_ALLOWED] = True


def config_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options `--config` and `--isolated`, for a command that takes `config_path` and `isolated`; and
    `--allow-plugins`, which `settings` itself heeds.
    """
    command = click.option(
        "--allow-plugins",
        is_flag=True,
        expose_value=False,
        callback=_allow,
        help="Run the Python files that the configuration names as plugins.",
    )(command)
    command = click.option(
        "--isolated", is_flag=True, help="Read no configuration, load no plugin and no code from outside."
    )(command)
    return click.option(
        "--config",
        "config_path",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="Use this configuration instead of the nearest .newslint.yml.",
    )(command)
