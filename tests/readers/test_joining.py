"""What newslint tells by itself is told once; what it doesn't is the reader's."""

from __future__ import annotations

from newslint.finding import Finding, Related, Severity, Sign
from newslint.readers.joining import joined
from newslint.source import Source

TEXT = "Marcheti’s crew came. Lucia Marchetti led. Captain Marchetti, 34, left. Mrs Marchetti is 43."
SOURCE = Source("draft.txt", TEXT)


def finding(rule: str, words: str, *others: str, path: str = "draft.txt") -> Finding:
    first, second = (SOURCE.location(TEXT.index(words)), SOURCE.location(TEXT.index(words) + len(words)))
    related = tuple(
        Related(path, "", other, SOURCE.location(TEXT.index(other)), SOURCE.location(TEXT.index(other) + len(other)))
        for other in others
    )
    evidence = (Sign("reader", 0.0, "desk: so"),) if rule.startswith("reader/") else ()
    return Finding("draft.txt", rule, Severity.WARNING, 0.9, "", words, first, second, related, None, rule, evidence)


OWN = finding("names/spelling", "Marcheti", "Marchetti led")


def test_the_same_two_places_are_one_finding_with_a_sign_more() -> None:
    told = finding("reader/names", "Marcheti’s crew", "Lucia Marchetti")
    (own,), new = joined([OWN], [told])
    assert new == ()
    assert own == OWN._replace(evidence=told.evidence)
    turned = finding("reader/spelling", "Lucia Marchetti", "Marcheti’s")
    assert joined([OWN], [turned]).new == ()


def test_the_same_words_elsewhere_are_the_same() -> None:
    own = finding("names/spelling", "Marcheti", "Marchetti")
    assert joined([own], [finding("reader/names", "Marcheti’s", "Mrs Marchetti")]).new == ()


def test_another_thing_at_one_of_the_places_is_another_finding() -> None:
    told = [finding("reader/names", "Mrs Marchetti", "Captain Marchetti"), finding("reader/names", "Marcheti’s", "34")]
    own, new = joined([finding("names/spelling", "Marcheti", "Marchetti")], told)
    assert new == tuple(told)
    assert own[0].evidence == ()


def test_words_that_are_not_said_in_the_other_place_are_not_the_same() -> None:
    own = finding("names/spelling", "Marcheti", "Marchetti")
    told = finding("reader/names", "Marcheti’s", "led. C")
    assert joined([own], [told]).new == (told,)
    nothing = finding("names/spelling", "Marcheti", "")
    behind = finding("reader/names", "Marcheti’s", ", 34")
    assert joined([nothing], [behind]).new == (behind,)


def test_without_another_place_nothing_is_the_same() -> None:
    told = finding("reader/names", "Marcheti’s crew", "Lucia Marchetti")
    assert joined([finding("spelling/word", "Marcheti")], [told]).new == (told,)
    assert joined([], [told]).new == (told,)
    elsewhere = finding("names/spelling", "Marcheti", "Marchetti led", path="other.txt")
    assert joined([elsewhere], [told]).new == (told,)


def test_two_rows_may_join_one_finding() -> None:
    told = finding("reader/names", "Marcheti’s crew", "Lucia Marchetti")
    assert len(joined([OWN], [told, told]).own[0].evidence) == 2
