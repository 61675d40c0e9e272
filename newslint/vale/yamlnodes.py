"""YAML as Vale's rules use it: every value as it's written, null apart; aliases are allowed, within bounds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from newslint.errors import ConfigError
from newslint.yamlfile import Table, composed, written

_MAX_NODES = 200_000
_MAX_DEPTH = 40
_NULL = {"", "~", "null", "Null", "NULL"}


# Knows the sign that Go's YAML lets stand behind a backslash besides.
_LOADER = type(
    "_Loader", (yaml.SafeLoader,), {"ESCAPE_REPLACEMENTS": {**yaml.SafeLoader.ESCAPE_REPLACEMENTS, "'": "'"}}
)


def read(path: Path, within: Path | None = None) -> Table:
    """The mapping in the file at `path`, which must lie in `within` if that is given. Raises ConfigError with the line."""
    text = written(path, within)
    try:
        node = composed(text, str(path))
    except ConfigError:
        node = composed(text, str(path), _LOADER)
    value = _Reading(str(path)).value(node) if node is not None else None
    if not isinstance(value, Table):
        raise ConfigError("should be a mapping of keys to values", str(path), 1)
    return value


class _Reading:
    def __init__(self, path: str) -> None:
        self.path = path
        self.nodes = 0

    def value(self, node: Any, depth: int = 0) -> Any:
        self.nodes += 1
        if depth > _MAX_DEPTH:  # also what an alias to itself leads to
            raise ConfigError("is nested too deeply", self.path, node.start_mark.line + 1)
        if self.nodes > _MAX_NODES:
            raise ConfigError("is too large", self.path, node.start_mark.line + 1)
        if node.id == "sequence":
            return [self.value(item, depth + 1) for item in node.value]
        if node.id == "mapping":
            return self.mapping(node, depth)
        return None if not node.style and node.value in _NULL else node.value

    def mapping(self, node: Any, depth: int) -> Table:
        """The mapping in a node; of a key that stands twice the last counts, as it does for Go."""
        table = Table(self.path, node.start_mark.line + 1)
        for key_node, value_node in node.value:
            key = str(key_node.value)
            table.lines[key] = key_node.start_mark.line + 1
            table[key] = self.value(value_node, depth + 1)
        return table
