"""A second reader that needs nothing but Python: one thing at two costs.

It takes two sums of money for one thing's where their blocks share a long word that no other block has. That is often wrong;
newslint shows both places, and a desk that measures it knows how often.
"""

from __future__ import annotations

import json
import re
import sys
from itertools import combinations

MONEY = re.compile(r"[£$€]\d[\d.,]*\d?(?:m|bn)?\b")
LONG = re.compile(r"\b[a-z]{8,}\b")


def main() -> None:
    """Read a question, print an answer."""
    blocks = json.load(sys.stdin)["blocks"]
    rows = []
    for first, second in combinations([block for block in blocks if MONEY.search(block["text"])], 2):
        shared = set(LONG.findall(first["text"])) & set(LONG.findall(second["text"]))
        things = sorted(word for word in shared if sum(word in block["text"] for block in blocks) == 2)
        one, other = MONEY.search(first["text"]), MONEY.search(second["text"])
        if things and one and other and one[0] != other[0]:
            places = {"block": second["block"], "words": other[0], "other_block": first["block"], "other": one[0]}
            rows.append({**places, "kind": "figures", "why": f"The {things[0]} costs {one[0]} and {other[0]}."})
    print(json.dumps({"protocol": 1, "reader": {"name": "costs", "version": "1"}, "rows": rows}, ensure_ascii=False))


if __name__ == "__main__":
    main()
