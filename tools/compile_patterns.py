"""Compile the patterns that drafts need, as pip compiles newslint's modules when it is installed.

    python -I -S tools/compile_patterns.py

Needs nothing but the standard library. Every check reads the examples; the codes of the patterns that they ask for are kept beside the module
that looks for them. Prints the file. A first draft would else take half as long again.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from newslint import topics  # noqa: E402
from newslint.parsers import plain  # noqa: E402
from newslint.source import Source  # noqa: E402
from newslint.startup import codes  # noqa: E402


def checks() -> Iterator[Any]:
    """One of each check that needs no option."""
    for module in pkgutil.walk_packages(topics.__path__, f"{topics.__name__}."):
        for thing in vars(importlib.import_module(module.name)).values():
            if isinstance(thing, type) and thing.__module__ == module.name and "__options__" in vars(thing):
                try:
                    yield thing()
                except (TypeError, ValueError):
                    continue


def main() -> None:
    every = list(checks())
    for draft in sorted((ROOT / "examples" / "drafts").glob("*.txt")):
        document = plain.parse(Source(draft.name, draft.read_text(encoding="utf-8")))
        for check in every:
            for _ in check(document):
                pass
    codes.keep()
    print(codes.place())


if __name__ == "__main__":
    main()
