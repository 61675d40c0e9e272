"""YAML as Vale's rules use it: every value as it's written, null apart; aliases are allowed, within bounds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from newslint import tree
from newslint.errors import ConfigError

_MAX_NODES = 200_000
_NULL = {"", "~", "null", "Null", "NULL"}


class Mapped(dict[str, Any]):
    """A mapping that knows the line of each of its keys."""

    def __init__(self, path: str, line: int) -> None:
        super().__init__()
        self.path = path
        self.line = line
        self.lines: dict[str, int] = {}

    def line_of(self, *keys: str) -> int:
        """The line of the first of `keys` that stands here, else the mapping's own."""
        return next((self.lines[key] for key in keys if key in self.lines), self.line)


def read(path: Path, within: Path | None = None) -> Mapped:
    """The mapping in the file at `path`, which must lie in `within` if that is given. Raises ConfigError with the line."""
    import yaml

    try:
        text = tree.text(path, tree.HAND_WRITTEN, within)
    except OSError as error:
        raise ConfigError(f"can't be read: {error.strerror}", str(path)) from error
    try:
        node = yaml.compose(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 0
        raise ConfigError(f"isn't valid YAML: {error.problem or error.context}", str(path), line) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise ConfigError(f"isn't valid YAML: {str(error).splitlines()[0]}", str(path)) from error
    value = _Reading(str(path)).value(node) if node is not None else None
    if not isinstance(value, Mapped):
        raise ConfigError("should be a mapping of keys to values", str(path), 1)
    return value


class _Reading:
    def __init__(self, path: str) -> None:
        self.path = path
        self.nodes = 0

    def value(self, node: Any) -> Any:
        self.nodes += 1
        if self.nodes > _MAX_NODES:
            raise ConfigError("is too large", self.path, node.start_mark.line + 1)
        if node.id == "sequence":
            return [self.value(item) for item in node.value]
        if node.id == "mapping":
            return self.mapping(node)
        return None if node.style is None and node.value in _NULL else node.value

    def mapping(self, node: Any) -> Mapped:
        mapped = Mapped(self.path, node.start_mark.line + 1)
        for key_node, value_node in node.value:
            key = str(key_node.value)
            if key in mapped:
                raise ConfigError(f"“{key}” stands twice", self.path, key_node.start_mark.line + 1)
            mapped.lines[key] = key_node.start_mark.line + 1
            mapped[key] = self.value(value_node)
        return mapped
