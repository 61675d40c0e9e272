"""The readers that a desk has set up, as its configuration says; whoever trusts them trusts just this."""

from __future__ import annotations

import json
from _blake2 import blake2b  # hashlib's own, without the OpenSSL that hashlib loads beside it
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from newslint import tree
from newslint.readers.reader import Limits
from newslint.startup.row import Row


class Entry(Row):
    """A reader of a configuration. `options` are those of its kind, `root` the folder that paths start from."""

    name: str
    kind: str
    options: Mapping[str, Any]
    limits: Limits
    allow_remote: bool
    root: Path
    path: str
    line: int


class Readers(Row):
    """The readers of a configuration, by name, the one it asks by itself, and the words that keep a draft at home."""

    entries: Mapping[str, Entry]
    chosen: str = ""
    never_send: tuple[str, ...] = ()

    def over(self, base: Readers | None) -> Readers:
        """These on top of those of a configuration that is extended: what keeps a draft at home is joined."""
        if base is None:
            return self
        entries = {**base.entries, **self.entries}
        return Readers(entries, self.chosen or base.chosen, (*base.never_send, *self.never_send))

    def content(self) -> str:
        """What whoever trusts them trusts: a hash of all that they say, and of the files that they name."""
        said = [self.chosen, self.never_send, [list(map(str, each[:5])) for each in self.entries.values()]]
        files = [blake2b(data).hexdigest() for each in self.entries.values() for data in _files(each)]
        return blake2b(json.dumps([said, files], default=str).encode("utf-8", "surrogatepass")).hexdigest()


def _files(entry: Entry) -> Iterator[bytes]:
    """The content of the files in the configuration's folder that an option names."""
    for value in entry.options.values():
        for word in value if isinstance(value, list) else [value]:
            try:
                yield tree.read(entry.root / str(word), tree.LISTS, entry.root)
            except (OSError, ValueError):
                continue
