"""Overlaps: of findings of one pack that overlap, the writer is shown the surest."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.finding import Finding, Related, Severity
from newslint.overlaps import surest
from newslint.source import Location


def _at(offset: int) -> Location:
    return Location(offset, 1, offset + 1)


def _finding(rule: str, start: int, end: int, confidence: float = 0.85, *held: int, path: str = "a.txt") -> Finding:
    severity = Severity.ERROR if confidence >= 0.95 else Severity.WARNING
    related = tuple(Related(path, "the story says", "7", _at(at), _at(at + 1)) for at in held)
    return Finding(path, rule, severity, confidence, rule, "", _at(start), _at(end), related, None, f"{start}")


def _shown(*findings: Finding) -> list[tuple[str, int]]:
    return [(finding.rule, finding.start.offset) for finding in surest(findings)]


def test_the_surest_is_shown() -> None:
    assert _shown(_finding("figures/sum", 4, 9), _finding("figures/headline", 4, 9, 0.97)) == [("figures/headline", 4)]


def test_of_equally_sure_ones_that_with_more_places() -> None:
    place, stranger = _finding("names/place", 4, 16, 0.85, 40), _finding("names/first-reference", 4, 10)
    assert _shown(stranger, place) == [("names/place", 4)]


@pytest.mark.parametrize(
    "other",
    [
        _finding("dates/weekday", 4, 9),
        _finding("figures/sum", 9, 12),
        _finding("figures/sum", 4, 9, path="b.txt"),
    ],
    ids=["another pack", "beside it", "another draft"],
)
def test_two_faults_stay_two(other: Finding) -> None:
    assert len(surest([_finding("figures/headline", 4, 9), other])) == 2


def test_lists_of_words_find_each_a_fault_of_its_own() -> None:
    assert len(surest([_finding("spelling/variety", 4, 9), _finding("spelling/capitals", 4, 9)])) == 2


def test_what_the_other_is_held_against_is_shown_too() -> None:
    (told,) = surest(
        [_finding("figures/percent-change", 4, 9, 0.97, 20, 30), _finding("figures/headline", 4, 9, 0.85, 50)]
    )
    assert [place.start.offset for place in told.related] == [20, 30, 50]


def test_the_parts_of_a_sum_are_not() -> None:
    (told,) = surest([_finding("figures/headline", 4, 9, 0.97, 50), _finding("figures/sum", 4, 9, 0.85, 60, 70)])
    assert [place.start.offset for place in told.related] == [50]


_findings = st.builds(
    lambda rule, start, length, confidence: _finding(rule, start, start + length, confidence),
    st.sampled_from(["figures/sum", "figures/headline", "names/place", "spelling/word"]),
    st.integers(0, 40),
    st.integers(1, 9),
    st.sampled_from([0.8, 0.85, 0.97]),
)


@given(st.lists(_findings, max_size=20), st.randoms())
def test_the_order_changes_nothing(findings: list[Finding], random: Callable[..., None]) -> None:
    shaken = list(findings)
    random.shuffle(shaken)  # type: ignore[attr-defined]
    assert surest(shaken) == surest(findings)


@given(st.lists(_findings, max_size=20))
def test_what_is_left_overlaps_nothing_and_hides_nothing_surer(findings: list[Finding]) -> None:
    kept = surest(findings)
    for one in findings:
        beside = [
            other
            for other in kept
            if other.rule.split("/")[0] == one.rule.split("/")[0]
            and other.start.offset < one.end.offset
            and one.start.offset < other.end.offset
        ]
        assert one.rule.startswith("spelling") or any(
            (other.severity, other.confidence) >= (one.severity, one.confidence) for other in beside
        )
