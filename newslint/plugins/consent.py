"""Whose code may run: files of plugins that a configuration names run only where their user has said so.

A repository's `.newslint.yml` is whoever's who wrote the repository. What the user trusts is recorded by content and
place, in his own folder for state: a file that has changed since, or lies elsewhere, is another one.
"""

from __future__ import annotations

import os
from _blake2 import blake2b  # hashlib's own, without the OpenSSL that hashlib loads beside it
from collections.abc import Iterable
from pathlib import Path

from newslint import tree
from newslint.errors import PluginError
from newslint.startup import trusted


def code(path: Path) -> bytes:
    """The code of the plugin at `path`. Raises PluginError where it can't be read."""
    try:
        return tree.read(path, tree.HAND_WRITTEN)
    except OSError as error:
        raise PluginError(f"plugin {path}: can't be read: {error.strerror}") from error


def is_trusted(path: Path) -> bool:
    """Whether the user said of the file at `path`, as it is, that it may run."""
    recorded = trusted.recorded()
    return bool(recorded) and recorded.get(os.path.realpath(path)) == _content(path)


def are_trusted(config: str, content: str) -> bool:
    """Whether the user said of the readers of the configuration at the path `config`, being `content`, that they may be asked."""
    return bool(config) and trusted.recorded().get(_of_readers(config)) == content


def trust_readers(config: str, content: str) -> None:
    """Record that these readers may be asked as they are. Raises PluginError where that can't be recorded."""
    _record({**trusted.recorded(), _of_readers(config): content})


def distrust_readers(config: str) -> None:
    """Record that these readers may be asked no longer. Raises PluginError where that can't be recorded."""
    _record({place: content for place, content in trusted.recorded().items() if place != _of_readers(config)})


def _of_readers(config: str) -> str:
    return f"readers of {os.path.realpath(config)}"


def trust(paths: Iterable[Path]) -> None:
    """Record that the files at `paths` may run as they are. Raises PluginError where that can't be recorded."""
    _record({**trusted.recorded(), **{os.path.realpath(path): _content(path) for path in paths}})


def distrust(paths: Iterable[Path]) -> None:
    """Record that the files at `paths` may run no longer. Raises PluginError where that can't be recorded."""
    gone = {os.path.realpath(path) for path in paths}
    _record({path: content for path, content in trusted.recorded().items() if path not in gone})


def _content(path: Path) -> str:
    return blake2b(code(path)).hexdigest()


def _record(rows: dict[str, str]) -> None:
    try:
        trusted.record(rows)
    except OSError as error:
        place = trusted.place()
        raise PluginError(f"{place}: can't be written: {error.strerror}" if place else str(error)) from error
