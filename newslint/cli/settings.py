"""What commands share: the configuration in force, and the plugins with what they give."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import pluggy

from newslint.cli.output import say
from newslint.config.file import find, read_config
from newslint.config.settings import Config
from newslint.plugins import builtin
from newslint.plugins.registry import Registry, plugin_manager, registry
from newslint.reporters.terminal import printable
from newslint.startup.row import Row

if TYPE_CHECKING:
    from newslint.desk.second_reader import SecondReader

_READER, _OFFLINE, _FORGET = "newslint.reader.name", "newslint.reader.offline", "newslint.reader.forget"
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


def reader_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options `--reader`, `--no-reader` and `--offline`, which `reader_for` itself heeds."""
    named = click.option(
        "--reader",
        default="",
        metavar="NAME",
        expose_value=False,
        callback=_noting(_READER),
        help="Let the second reader NAME of the configuration read, too.",
    )
    none = click.option(
        "--no-reader", is_flag=True, expose_value=False, callback=_noting(_READER, ""), help="Ask no second reader."
    )
    return named(none(offline_option(command)))


def offline_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """The option `--offline`, which `reader_for` heeds, and tells `heed_readers`."""
    return click.option(
        "--offline", is_flag=True, expose_value=False, callback=_noting(_OFFLINE), help="Use a reader's answers so far."
    )(command)


def _noting(key: str, value: str | None = None) -> Callable[[click.Context, click.Parameter, Any], None]:
    """What notes for the run that an option was given, as itself or as `value`."""

    def note(ctx: click.Context, parameter: click.Parameter, given: Any) -> None:
        if given:
            ctx.meta[key] = given if value is None else value

    return note


def heed_readers(no_cache: bool, watch: bool, vale: bool = False) -> bool:
    """Let a reader's answers neither be used nor kept, or, where newslint stays and lints again, let it not be asked.

    Whether it isn't. Raises a usage error where there would be nothing to go by.
    """
    meta = click.get_current_context().meta
    if vale and meta.get(_READER):
        raise click.UsageError("--vale runs what its file says, and no reader")
    if no_cache and meta.get(_OFFLINE):
        raise click.UsageError("--offline uses the cache alone, so it doesn't go with --no-cache")
    meta[_FORGET] = no_cache
    meta[_OFFLINE] = meta.get(_OFFLINE, False) or watch
    return bool(meta[_OFFLINE])


def reader_for(given: Settings) -> SecondReader | None:
    """The second reader that is asked for where `given` holds; None where none is, or it may not be.

    Raises ConfigError for one that isn't configured, or not as it should be.
    """
    context = click.get_current_context(silent=True)
    meta = context.meta if context else {}
    readers = given.config.readers
    name = meta.get(_READER, readers.chosen if readers else "")
    if not name:
        return None
    from newslint.cli.readers import reader_called

    return reader_called(name, given, bool(meta.get(_OFFLINE)), not meta.get(_FORGET))
