"""`.newslint.yml`: find it, read it with what it extends, and name every mistake in it with its line."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from newslint import house, tree, yamlfile
from newslint.config import gate
from newslint.config.settings import DESK, Config, merged
from newslint.config.tunings import path_tunings, refuse_keys, severity, share, tunings, words
from newslint.errors import ConfigError, nearest
from newslint.packs import catalogue
from newslint.yamlfile import Table

NAMES = (".newslint.yml", ".newslint.yaml")
LANGUAGES = ("british", "american")
KEYS = (
    "extends",
    "select",
    "ignore",
    "rules",
    "paths",
    "packs",
    "styles",
    "plugins",
    "exclude",
    "package",
    "level",
    "fail-on",
    "min-confidence",
    *DESK,
    *gate.KEYS,
    "readers",
    "reader",
    "never-send",
)


def find(start: Path) -> Path | None:
    """The configuration file for drafts in `start`: the nearest one in it or above it.

    Not above the top of the repository, nor above the home folder: what lies there is somebody else's. Raises
    ConfigError where two lie side by side, or a folder is called so.
    """
    home = os.path.expanduser("~")
    for folder in (start, *start.parents):
        paths = [folder / name for name in NAMES if os.path.lexists(folder / name)]
        if len(paths) > 1:
            raise ConfigError(f"stands beside {NAMES[1]}: keep one of them", str(paths[0]))
        if paths and paths[0].is_dir():
            raise ConfigError("is a folder, where a configuration is a file", str(paths[0]))
        if paths:
            return paths[0]
        if str(folder) == home or os.path.lexists(folder / ".git"):
            break
    return None


def read_config(path: Path, found: bool = False) -> Config:
    """The configuration in the file at `path`; if it was `found`, that must be no link to elsewhere.

    Raises ConfigError with file and line.
    """
    table = yamlfile.read(path, path.parent if found else None)
    return parse_config(table, path.parent, (path.resolve(),))


def parse_config(table: Table, root: Path, chain: tuple[Path, ...] = ()) -> Config:
    """The configuration that `table` writes out; relative paths in it start from `root`.

    `chain` are the files that led here by `extends`, itself the last.
    """
    refuse_keys(table, KEYS)
    settings = _own(table, root)
    for base in _extended(table, root, chain):
        settings = merged(base, settings)
    if settings.get("readers"):
        from newslint.config.readers import refuse_unchosen

        refuse_unchosen(settings["readers"], table)
    return Config(root=root, path=table.path, gate=gate.gate(table, root), **settings)


def _own(table: Table, root: Path) -> dict[str, Any]:
    settings: dict[str, Any] = {
        "ignore": words(table, "ignore"),
        "rules_tuned": tunings(table),
        "paths": path_tunings(table),
        "packs": _files(table, "packs", root),
        "styles": _folders(table, "styles", root),
        "plugins": _files(table, "plugins", root),
        "exclude": words(table, "exclude"),
        "packages": words(table, "package"),
        "desk": _desk(table, root),
    }
    if "select" in table:
        settings["select"] = words(table, "select")
    if "level" in table:
        settings["level"] = severity(table, "level")
    if "fail-on" in table:
        settings["fail_on"] = severity(table, "fail-on")
    if "min-confidence" in table:
        settings["min_confidence"] = share(table, "min-confidence")
    if not table.keys().isdisjoint({"readers", "reader", "never-send"}):
        from newslint.config.readers import readers  # few configurations have any

        settings["readers"] = readers(table, root)
    return settings


def _desk(table: Table, root: Path) -> dict[str, Any]:
    desk: dict[str, Any] = {key: house.entries(table, key, root) for key in ("names", "terms") if key in table}
    for key, found in desk.items():
        house.refuse_doubles(found, key)
    if "language" in table:
        if table["language"] not in LANGUAGES:
            hint = nearest(table["language"], LANGUAGES)
            raise table.error(f"“language” is british or american, not “{table['language']}”{hint}", "language")
        desk["language"] = table["language"]
    return desk


def _extended(table: Table, root: Path, chain: tuple[Path, ...]) -> list[Config]:
    """What `extends` names, the last first: a later one stands over those before it."""
    bases = []
    for name in reversed(words(table, "extends")):
        path = _extended_file(table, name, root)
        if path.resolve() in chain:
            way = " → ".join(each.name for each in (*chain, path))
            raise table.error(f"“extends” runs in a circle: {way}", "extends")
        base = parse_config(yamlfile.read(path), path.parent, (*chain, path.resolve()))
        for plugin in base.plugins:
            if not plugin.resolve().is_relative_to(chain[0].parent if chain else root.resolve()):
                raise table.error(
                    f"“{name}” brings the plugin {plugin}, from outside this configuration's folder", "extends"
                )
        bases.append(base)
    return bases


def _extended_file(table: Table, name: str, root: Path) -> Path:
    styles = catalogue.house_styles()
    if name in styles:
        return styles[name]
    path = root / name
    if not tree.holds(tree.around(root / NAMES[0]), path):
        raise table.error(f"“extends”: {path} lies outside this configuration's folder and repository", "extends")
    if not path.exists():
        known = ", ".join(styles)
        raise table.error(
            f"“extends”: “{name}” is neither a file nor a house style ({known}){nearest(name, styles)}", "extends"
        )
    return path


def _files(table: Table, key: str, root: Path) -> tuple[Path, ...]:
    return tuple(_inside(table, key, word, root) for word in words(table, key))


def _folders(table: Table, key: str, root: Path) -> tuple[Path, ...]:
    paths = tuple(root / word for word in words(table, key))
    for path in paths:
        if not path.is_dir():
            raise table.error(f"“{key}”: there's no folder {path}", key)
        if not tree.holds(root, path):
            raise table.error(f"“{key}”: {path} lies outside the folder of this configuration", key)
    return paths


def _inside(table: Table, key: str, word: str, root: Path) -> Path:
    path = root / word
    if not tree.holds(root, path):
        raise table.error(f"“{key}”: {path} lies outside the folder of this configuration", key)
    if not path.exists():
        raise table.error(f"“{key}”: there's no file {path}", key)
    return path


__all__ = ["KEYS", "NAMES", "ConfigError", "find", "parse_config", "read_config"]
