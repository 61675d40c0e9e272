"""JSON as all formats write it: readable, and without a letter that steers a terminal or a page."""

from __future__ import annotations

import json
from typing import Any

from newslint.startup.expressions import compiled

# What JSON may hold as it is and terminals act on. All of it stands inside strings, so that it can be written as \\u….
_STEERING = compiled("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def json_text(data: Any) -> str:
    """`data` as JSON in lines, with a line end. A letter that no encoding has becomes a question mark."""
    text = json.dumps(data, ensure_ascii=False, indent=1).encode("utf-8", "replace").decode("utf-8")
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"
