"""Whose code may run: files of plugins that a configuration names run only where their user has said so.

A repository's `.newslint.yml` is whoever's who wrote the repository. What the user trusts is recorded by content and
place, in his own folder for state: a file that has changed since, or lies elsewhere, is another one. The same holds for
the second readers that it sets up.
"""

from __future__ import annotations

import json
import os
from _blake2 import blake2b  # hashlib's own, without the OpenSSL that hashlib loads beside it
from collections.abc import Iterable
from pathlib import Path

from newslint import tree
from newslint.errors import PluginError
from newslint.startup import userfiles

_FILE = "trusted.json"


def code(path: Path) -> bytes:
    """The code of the plugin at `path`. Raises PluginError where it can't be read."""
    try:
        return tree.read(path, tree.HAND_WRITTEN)
    except OSError as error:
        raise PluginError(f"plugin {path}: can't be read: {error.strerror}") from error


def is_trusted(path: Path) -> bool:
    """Whether the user said of the file at `path`, as it is, that it may run."""
    recorded = _recorded()
    return bool(recorded) and recorded.get(os.path.realpath(path)) == _content(path)


def are_trusted(config: str, content: str) -> bool:
    """Whether the user said of the readers of the configuration at the path `config`, being `content`, that they may be asked."""
    return bool(config) and _recorded().get(_of_readers(config)) == content


def trust_readers(config: str, content: str) -> None:
    """Record that these readers may be asked as they are. Raises PluginError where that can't be recorded."""
    _record({**_recorded(), _of_readers(config): content})


def distrust_readers(config: str) -> None:
    """Record that these readers may be asked no longer. Raises PluginError where that can't be recorded."""
    _record({place: content for place, content in _recorded().items() if place != _of_readers(config)})


def _of_readers(config: str) -> str:
    return f"readers of {os.path.realpath(config)}"


def trust(paths: Iterable[Path]) -> None:
    """Record that the files at `paths` may run as they are. Raises PluginError where that can't be recorded."""
    _record({**_recorded(), **{os.path.realpath(path): _content(path) for path in paths}})


def distrust(paths: Iterable[Path]) -> None:
    """Record that the files at `paths` may run no longer. Raises PluginError where that can't be recorded."""
    gone = {os.path.realpath(path) for path in paths}
    _record({path: content for path, content in _recorded().items() if path not in gone})


def _content(path: Path) -> str:
    return blake2b(code(path)).hexdigest()


def _recorded() -> dict[str, str]:
    folder = userfiles.state_folder()
    try:
        rows = json.loads(tree.read(folder / _FILE, tree.LISTS)) if folder else {}
    except (OSError, ValueError, RecursionError):
        return {}
    return rows if isinstance(rows, dict) else {}


def _record(rows: dict[str, str]) -> None:
    folder = userfiles.state_folder()
    if folder is None:
        raise PluginError("there's no folder to record in what you trust: HOME isn't set")
    try:
        userfiles.write(folder / _FILE, json.dumps(rows, indent=1, sort_keys=True).encode("ascii"))
    except OSError as error:
        raise PluginError(f"{folder / _FILE}: can't be written: {error.strerror}") from error
