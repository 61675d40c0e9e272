"""A second reader that needs no model: two words that a desk knows to be mixed up."""

from __future__ import annotations

import json
from collections.abc import Mapping

from newslint import Question, Reply, check


@check
class Pairs:
    """Tells where both words of a pair stand in one draft, as `pairs: {hall: mill}` asks."""

    pairs: Mapping[str, str]

    destination = "nowhere: it reads by itself"
    remote = False

    @property
    def identity(self) -> str:
        """What an answer hangs on besides the question."""
        return json.dumps(dict(self.pairs))

    def ask(self, question: Question, seconds: float) -> Reply:
        """The first place of either word, where both are there."""
        del seconds  # it's quick
        rows = []
        for one, other in self.pairs.items():
            first = [passage.block for passage in question.passages if one in passage.text]
            second = [passage.block for passage in question.passages if other in passage.text]
            if first and second:
                places = {"block": second[0], "words": other, "other_block": first[0], "other": one}
                rows.append({**places, "kind": "names", "why": f"It is the {one}, then the {other}."})
        return Reply(json.dumps({"rows": rows}), "pairs 1")
