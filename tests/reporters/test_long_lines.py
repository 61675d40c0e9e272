from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from newslint.finding import Finding, Related, Severity
from newslint.report import Report, Run
from newslint.reporters import github, gitlab, json, junit, markdown, rdjson, sarif, text
from newslint.source import Source


class Counted(str):
    """A draft's text that counts how many code points are taken out of it."""

    __slots__ = ("taken",)
    taken: int

    def __getitem__(self, key: Any) -> str:
        part = super().__getitem__(key)
        self.taken += len(part)
        return part


def faults(source: Source, number: int) -> tuple[Finding, ...]:
    """`number` findings spread over the draft, each with its neighbour as a related place."""
    places = [at * len(source.text) // number for at in range(number)]
    return tuple(
        Finding(
            source.name,
            "names/spelling",
            Severity.ERROR,
            1.0,
            "message",
            "é",
            source.location(at),
            source.location(at + 1),
            (Related(source.name, "also here", "é", source.location(other), source.location(other + 1)),),
            None,
            "0123456789abcdef",
        )
        for at, other in zip(places, [*places[1:], 0], strict=True)
    )


@pytest.mark.parametrize(
    "reporter",
    [
        text.report,
        json.report,
        github.report,
        gitlab.report,
        junit.report,
        markdown.report,
        rdjson.report,
        sarif.report,
    ],
)
def test_a_line_as_long_as_the_draft_is_not_gone_through_for_each_finding(reporter: Callable[[Run], str]) -> None:
    copy = Counted("é " * 200_000)
    copy.taken = 0
    source = Source("a.txt", copy)
    assert "message" in reporter(Run((Report(source, faults(source, 400)),)))
    assert copy.taken < 10 * len(copy)
