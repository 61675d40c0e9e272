"""Read YAML as people who don't program write it: no surprises, and every mistake with its line.

Only integers, decimal numbers, `true` and `false` are more than text, so `no` stays a word and `12:30`
a time. A key given twice, an alias and a tag are errors.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from newslint import tree
from newslint.errors import ConfigError
from newslint.startup.expressions import compiled

_INT = compiled(r"[-+]?\d+\Z")
_FLOAT = compiled(r"[-+]?\d+\.\d+\Z")
_MAX_DEPTH = 40
_MAX_DIGITS = 15  # so many a float keeps apart


class Table(dict[str, Any]):
    """A mapping that knows in which line each of its keys stands."""

    def __init__(self, path: str, line: int) -> None:
        super().__init__()
        self.path = path
        self.line = line
        self.lines: dict[str, int] = {}

    def error(self, message: str, key: str = "") -> ConfigError:
        """A ConfigError at `key`, or at the table itself."""
        return ConfigError(message, self.path, self.lines.get(key, self.line))


def as_table(value: Any, path: str, line: int) -> Any:
    """`value` with every mapping in it a Table, all said to stand in `line`: for what comes from elsewhere than YAML."""
    if isinstance(value, list | tuple):
        return [as_table(item, path, line) for item in value]
    if not isinstance(value, dict):
        return value
    table = Table(path, line)
    table.update({key: as_table(item, path, line) for key, item in value.items()})
    return table


def read(path: Path, within: Path | None = None) -> Table:
    """The mapping in the file at `path`, which must lie in `within` if that is given.

    Raises ConfigError where the file can't be read or isn't a mapping as described above.
    """
    return parse(written(path, within), str(path))


def written(path: Path, within: Path | None = None) -> str:
    """The text in the file at `path`, which must lie in `within` if that is given. Raises ConfigError."""
    try:
        return tree.text(path, tree.HAND_WRITTEN, within)
    except OSError as error:
        raise ConfigError(f"can't be read: {error.strerror}", str(path)) from error


def parse(text: str, path: str) -> Table:
    """The mapping that `text` writes out; `path` names it in errors."""
    node = composed(text, path)
    if node is None:
        return Table(path, 1)
    value = _Reading(path).value(node, 0)
    if not isinstance(value, Table):
        raise ConfigError("should be a mapping of keys to values", path, 1)
    return value


def composed(text: str, path: str, loader: Any = None) -> Any:
    """The top node of the YAML in `text`, None where it says nothing. Raises ConfigError with the line."""
    import yaml

    try:
        return yaml.compose(text, loader or getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 0
        raise ConfigError(f"isn't valid YAML: {error.problem or error.context}", path, line) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise ConfigError(f"isn't valid YAML: {str(error).splitlines()[0]}", path) from error


class _Reading:
    """One pass over a file's nodes, which meets no node twice."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.met: set[int] = set()

    def value(self, node: Any, depth: int) -> Any:
        if id(node) in self.met:
            raise self.error("an alias (*name) isn't allowed: write the value out", node)
        if depth > _MAX_DEPTH:
            raise self.error("is nested too deeply", node)
        self.met.add(id(node))
        if node.id == "mapping":
            return self.table(node, depth)
        if node.id == "sequence":
            return [self.value(item, depth + 1) for item in node.value]
        return self.scalar(node)

    def table(self, node: Any, depth: int) -> Table:
        table = Table(self.path, node.start_mark.line + 1)
        for key_node, value_node in node.value:
            if key_node.id != "scalar":
                raise self.error("a key should be a word", key_node)
            key = key_node.value
            if key in table:
                raise self.error(f"“{key}” stands twice", key_node)
            table.lines[key] = key_node.start_mark.line + 1
            table[key] = self.value(value_node, depth + 1)
        return table

    def scalar(self, node: Any) -> Any:
        text = node.value
        if node.style:  # quoted or a block; plain is None or "", by the loader
            return text
        if text in {"true", "false"}:
            return text == "true"
        if (number := _INT.match(text) or _FLOAT.match(text)) and len(text) > _MAX_DIGITS:
            raise self.error(f"has a number of more than {_MAX_DIGITS} digits", node)
        if number:
            return float(text) if "." in text else int(text)
        return text

    def error(self, message: str, node: Any) -> ConfigError:
        return ConfigError(message, self.path, node.start_mark.line + 1)
