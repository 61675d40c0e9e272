from __future__ import annotations

from newslint.plugins.registry import Registry
from newslint.testing import document
from newslint.topics.quotes.checks.altered_quotation import AlteredQuotation
from newslint.topics.quotes.checks.mixed_marks import MixedMarks
from newslint.topics.quotes.checks.repeated_quotation import RepeatedQuotation
from newslint.topics.quotes.checks.unclosed_mark import UnclosedMark

SAID = "“We will rebuild the pier before the summer,” Ann Hill said."


def test_three_places_of_one_quotation_are_one_finding(built_in: Registry) -> None:
    long = SAID.replace("summer", "summer and the old mill by the river")
    read = document(f"Head\n\n{long}\n\nOne.\n\n{long}\n\nTwo.\n\n{long} And so on.", built_in)
    (hit,) = RepeatedQuotation()(read)
    assert not hit.minor
    assert len(hit.related) == 2


def test_what_a_caption_takes_from_the_body_is_minor(built_in: Registry) -> None:
    read = document(
        "Pier opens\n\nAnn Hill, who said it was ‘quite a rusty old affair’. Photograph: Jo Ellis/Reuters\n\n"
        "The pier opened.\n\n“It is quite a rusty old affair,” Hill said.",
        built_in,
    )
    assert [hit.minor for hit in RepeatedQuotation()(read)] == [True]


def test_an_altered_quotation_is_not_repeated_too(built_in: Registry) -> None:
    read = document(f"Head\n\n{SAID}\n\nOne.\n\n{SAID.replace('summer', 'winter')}", built_in)
    assert len(list(AlteredQuotation()(read))) == 1
    assert list(RepeatedQuotation()(read)) == []


def test_pairs_that_do_not_fit_are_one_finding_with_a_fix_for_all(built_in: Registry) -> None:
    read = document('Head\n\n“One thing," he said.\n\n“Another thing," he said.\n\n“A third,” he said.', built_in)
    (hit,) = MixedMarks()(read)
    assert [change.replacement for change in hit.changes] == ["”", "”"]
    assert hit.safe


def test_marks_gone_astray_all_over_are_left_alone(built_in: Registry) -> None:
    read = document("Head\n\n" + "\n\n".join(f"He said no {n} times.”" for n in range(20)), built_in)
    assert list(UnclosedMark()(read)) == []
