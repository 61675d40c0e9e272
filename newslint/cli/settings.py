"""What commands share: the configuration in force, and the plugins with what they give."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from newslint.cli.asked import asked
from newslint.cli.output import say
from newslint.config.file import find, read_config
from newslint.config.settings import Config
from newslint.plugins import builtin
from newslint.plugins.entrypoints import any_plugin
from newslint.plugins.registry import Registry, plugin_manager, registry, registry_of_own
from newslint.reporters.terminal import printable
from newslint.startup.dataclass import replace
from newslint.startup.row import Row

if TYPE_CHECKING:
    import pluggy

    from newslint.desk.second_reader import SecondReader

_HOW = "it runs with --allow-plugins, or once `newslint trust` has recorded it"


class Settings(Row):
    """The configuration of a run and what its plugins give; `loaded` None where there are none but newslint's own."""

    config: Config
    registry: Registry
    loaded: pluggy.PluginManager | None

    @property
    def manager(self) -> pluggy.PluginManager:
        """The plugins, newslint's own among them."""
        return self.loaded or plugin_manager(builtin, entry_points=False)


def settings(config_path: Path | None, isolated: bool, folder: Path | None = None) -> Settings:
    """Read the configuration and load the plugins: by default the one for `folder`, or for where the writer stands.

    `isolated` reads no configuration and loads no plugin but newslint's own. Files of plugins that the user didn't
    trust are told and left. Raises NewslintError.
    """
    config = Config() if isolated else config_in_force(config_path, folder)
    if config.plugins:
        config = replace(config, plugins=_allowed(config))
    if not config.plugins and (isolated or not any_plugin()):
        return Settings(config, registry_of_own(builtin), None)
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

    if asked().plugins:
        return config.plugins
    left = [path for path in config.plugins if not is_trusted(path)]
    for path in left if config.path not in asked().told else ():
        say(f"newslint: {printable(f'{config.path}: plugin {path}')} was left: {_HOW}", err=True)
    asked().told.add(config.path)
    return tuple(path for path in config.plugins if path not in left)


def installed_plugins() -> list[str]:
    """The name (and version) of each plugin but newslint's own."""
    manager = plugin_manager(builtin)
    return sorted(name for name, _ in manager.list_name_plugin() if name != "newslint")


def reader_for(given: Settings) -> SecondReader | None:
    """The second reader that is asked for where `given` holds; None where none is, or it may not be.

    Raises ConfigError for one that isn't configured, or not as it should be.
    """
    readers, name = given.config.readers, asked().reader
    if name is None:
        name = readers.chosen if readers else ""
    if not name:
        return None
    from newslint.cli.readers import reader_called

    return reader_called(name, given, asked().offline, not asked().forget)
