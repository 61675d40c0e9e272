"""The description of the desk for programs (OpenAPI 3.1): a file beside this one, with the formats that can be read here."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from newslint.server.orders import is_text
from newslint.source import Source

_FILE = Path(__file__).with_name("openapi.json")


def description(suffixes: Iterable[str]) -> dict[str, Any]:
    """The description where drafts with these suffixes are read."""
    read = sorted(suffixes)
    document: dict[str, Any] = json.loads(_FILE.read_text(encoding="utf-8"))
    schemas = document["components"]["schemas"]
    schemas["name"]["pattern"] = _ending(read)
    schemas["name"]["examples"] = [f"story{suffix}" for suffix in read]
    of_text, _ = schemas["order"]["oneOf"]
    of_text["properties"]["name"]["pattern"] = _ending(suffix for suffix in read if is_text(Source("", "a", suffix)))
    return document


def _ending(suffixes: Iterable[str]) -> str:
    """A pattern for names that end in one of `suffixes`, in whatever capitals."""
    ways = (re.sub("[a-z]", _either, re.escape(each)) for each in suffixes)
    return f"({'|'.join(ways)})$"


def _either(letter: re.Match[str]) -> str:
    return f"[{letter[0]}{letter[0].upper()}]"
