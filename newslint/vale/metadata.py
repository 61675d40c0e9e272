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
        start, end = value.start_mark.index, value.end_mark.index
        places = _places(value.value, text[start:end], start + len("---\n"))
        if places:
            yield Block(value.value, f"text.frontmatter.{key.value}{suffix}", places)


def _places(value: str, said: str, offset: int) -> range | tuple[int, ...]:
    """Where each letter of a scalar stands, which is written as `said` from `offset` on; empty if it's written in
    signs. A scalar of several lines is indented, and its ends of line may be folded.
    """
    whole = said.find(value)
    if whole >= 0:
        return range(offset + whole, offset + whole + len(value))
    places: list[int] = []
    at = 0
    for letter in value:
        if letter.isspace():
            places.append(offset + max(at - 1, 0))
            continue
        at = said.find(letter, at) + 1
        if not at:
            return ()
        places.append(offset + at - 1)
    return tuple(places)


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
