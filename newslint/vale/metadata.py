"""Front matter: each text in it is a block with the scope text.frontmatter.KEY."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newslint.vale.blocks import Block


def metadata_blocks(text: str, suffix: str) -> Iterator[Block]:
    """The blocks of a draft's YAML or TOML front matter; none where it has none that can be read."""
    mark = text[:4]
    if mark == "---\n":
        end = text.find("\n---", 3)
        yield from _from_yaml(text[4 : end + 1], suffix) if end > 0 else ()
    elif mark == "+++\n":
        end = text.find("\n+++", 3)
        yield from _from_toml(text, text[4 : end + 1], suffix) if end > 0 else ()


def _block(key: str, value: str, start: int, suffix: str) -> Block:
    return Block(value, f"text.frontmatter.{key}{suffix}", range(start, start + len(value)))


def _from_yaml(text: str, suffix: str) -> Iterator[Block]:
    import yaml

    try:
        node: Any = yaml.compose(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (yaml.YAMLError, RecursionError, ValueError):
        return
    if node is None or node.id != "mapping":
        return
    for key, value in node.value:
        if value.id != "scalar" or value.tag != "tag:yaml.org,2002:str" or not value.value.strip():
            continue
        start = text.find(value.value, value.start_mark.index)
        if 0 <= start < value.end_mark.index:
            yield _block(str(key.value), value.value, start + 4, suffix)


def _from_toml(text: str, inner: str, suffix: str) -> Iterator[Block]:
    import tomllib

    try:
        table = tomllib.loads(inner)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError):
        return
    for key, value in table.items():
        start = text.find(value, text.find(key)) if isinstance(value, str) and value.strip() else -1
        if start > 0:
            yield _block(key, value, start, suffix)
