from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.document import Document
from newslint.finding import Finding, Severity
from newslint.plugins import builtin
from newslint.plugins.registry import plugin_manager, registry
from newslint.source import Location, Source, Span
from newslint.stets.comments import Stet, apply, in_scope, suppressions_in

REGISTRY = registry(plugin_manager(builtin, entry_points=False))


def document(text: str, suffix: str = ".md") -> Document:
    """The document that the parser for `suffix` makes."""
    return REGISTRY.parser_for(source := Source("a.md", text, suffix))(source)


def finding(source: Source, words: str, rule: str = "names/spelling") -> Finding:
    span = Span(source.text.index(words), source.text.index(words) + len(words))
    start, end = source.location(span.start), source.location(span.end)
    return Finding("a.md", rule, Severity.ERROR, 1.0, "", words, start, end, (), None, "0123456789abcdef")


def kept(text: str, *words: str, rule: str = "names/spelling", suffix: str = ".md") -> list[str]:
    draft = document(text, suffix)
    findings = [finding(draft.source, word, rule) for word in words]
    return [finding.text for finding in apply(suppressions_in(draft), findings)[0]]


def test_a_stet_covers_the_next_block_alone() -> None:
    text = "Jon one.\n<!-- stet: names/spelling, “Jon” is how he spells it -->\n\nJan two.\n\nJen three.\n"
    assert kept(text, "Jon one", "Jan", "Jen") == ["Jon one", "Jen"]


def test_a_stet_within_a_block_covers_that_block() -> None:
    assert kept("# Head\n\nJon and <!-- stet: names --> Jan.\n\nJen.\n", "Jon", "Jan", "Jen") == ["Jen"]


def test_html_has_the_same_comments() -> None:
    text = "<p>Jon</p>\n<!-- stet: names, so -->\n<p>Jan &amp; <b>Jim</b></p><p>Jen</p>\n"
    assert kept(text, "Jon", "Jan", "Jim", "Jen", suffix=".html") == ["Jon", "Jen"]


def test_a_comment_shown_as_code_is_none() -> None:
    assert kept("```html\n<!-- stet-file -->\n```\n\nJan\n", "Jan") == ["Jan"]


@pytest.mark.parametrize(
    ("comment", "rules", "reason"),
    [
        ("<!-- stet: names/spelling, “Jon” is how he spells it -->", ("names/spelling",), "“Jon” is how he spells it"),
        ("<!-- stet: names, dates/weekday, so, he says -->", ("names", "dates/weekday", "so"), "he says"),
        ("<!-- stet: He said so, twice -->", (), "He said so, twice"),
        ("<!--stet-->", (), ""),
        ("<!-- stet names/spelling -->", ("names/spelling",), ""),
        ("<!-- stet: names/spelling,\n  over\n  lines -->", ("names/spelling",), "over lines"),
    ],
)
def test_rules_come_before_the_reason(comment: str, rules: tuple[str, ...], reason: str) -> None:
    [stet] = suppressions_in(document(f"{comment}\nJan\n"))
    assert (stet.rules, stet.reason) == (rules, reason)


@pytest.mark.parametrize("comment", ["<!-- stetson -->", "<!-- not stet -->", "<!-- stet-all -->", "stet: names"])
def test_other_comments_are_none(comment: str) -> None:
    assert suppressions_in(document(f"{comment}\nJan\n")) == ()


def test_a_stet_for_other_rules_covers_nothing() -> None:
    assert kept("<!-- stet: quotes -->\nJan\n", "Jan") == ["Jan"]
    assert kept("<!-- stet: names -->\nJan\n", "Jan") == []
    assert kept("<!-- stet: names/form -->\nJan\n", "Jan") == ["Jan"]


def test_a_stet_for_the_file_covers_what_stands_before_it_too() -> None:
    assert kept("Jon\nJan\n<!-- stet-file: names -->\n", "Jon", "Jan") == []


def test_begin_and_end_cover_what_is_between() -> None:
    text = "Jon\n<!-- stet-begin: names -->\nJan\nJen\n<!-- stet-end -->\nJim\n"
    assert kept(text, "Jon", "Jan", "Jen", "Jim") == ["Jon", "Jim"]


def test_ranges_may_lie_in_one_another() -> None:
    text = (
        "<!-- stet-begin: names -->\nJan\n<!-- stet-begin: quotes -->\nJen\n<!-- stet-end: names -->\nJim\n"
        "<!-- stet-end: quotes -->\nJon\n"
    )
    words = ("Jan", "Jen", "Jim", "Jon")
    assert kept(text, *words) == ["Jim", "Jon"]
    assert kept(text, *words, rule="quotes/marks") == ["Jan", "Jon"]


def test_a_range_without_end_goes_to_the_end() -> None:
    assert kept("Jon\n<!-- stet-begin -->\nJan\nJen\n", "Jon", "Jan", "Jen") == ["Jon"]


def test_an_end_without_begin_is_nothing() -> None:
    assert kept("<!-- stet-end -->\nJan\n", "Jan") == ["Jan"]


def test_plain_text_has_no_comments() -> None:
    assert kept("<!-- stet -->\nJan\n", "Jan", suffix=".txt") == ["Jan"]


def test_a_stet_without_a_block_after_it_is_idle() -> None:
    draft = document("Jan\n<!-- stet -->\n")
    assert len(apply(suppressions_in(draft), [finding(draft.source, "Jan")])[2]) == 1


def test_many_comments_take_no_long_time() -> None:
    text = "<!-- stet" * 20_000 + "<!--" + "-" * 50_000
    assert suppressions_in(document(text)) == ()


@pytest.mark.parametrize(
    ("rules", "select", "ignore", "told"),
    [
        ((), (), (), True),
        ((), ("names",), (), False),
        (("names/spelling",), (), (), True),
        (("names/spelling",), ("names",), (), True),
        (("names/spelling",), ("quotes",), (), False),
        (("names",), ("names/spelling",), (), True),
        (("names/spelling",), (), ("names",), False),
        (("names/spelling", "quotes"), ("names",), (), False),
    ],
)
def test_an_idle_stet_is_told_only_where_its_rules_ran(
    rules: tuple[str, ...], select: tuple[str, ...], ignore: tuple[str, ...], told: bool
) -> None:
    location = Source("a.md", "").location(0)
    stet = Stet("stet", rules, "", "a.md", location, location, "", 0, 0)
    assert in_scope(stet, select, ignore) is told


def placed(at: int, rule: str = "names/spelling") -> Finding:
    here = Location(at, 1, at + 1)
    return Finding("a.md", rule, Severity.ERROR, 1.0, "", "", here, here, (), None, "0123456789abcdef")


def stet(first: int, last: int, *rules: str, path: str = "a.md") -> Stet:
    here = Location(first, 1, first + 1)
    return Stet("stet", rules, "", path, here, here, "", first, last)


@given(
    st.lists(
        st.builds(
            lambda first, length, rules, path: stet(first, first + length, *rules, path=path),
            st.integers(0, 9),
            st.integers(0, 6),
            st.sampled_from([(), ("names",), ("names/spelling", "dates"), ("dates/weekday",)]),
            st.sampled_from(["a.md", "b.md"]),
        ),
        max_size=8,
    ),
    st.lists(st.builds(placed, st.integers(0, 12), st.sampled_from(["names/spelling", "dates/weekday"])), max_size=8),
)
def test_the_first_stet_that_covers_a_finding_counts(stets: list[Stet], findings: list[Finding]) -> None:
    kept, stetted, unused = apply(stets, findings)
    first = {number: next((s for s in stets if s.covers(f)), None) for number, f in enumerate(findings)}
    assert kept == [finding for number, finding in enumerate(findings) if first[number] is None]
    covering = [one for one in first.values() if one is not None]
    assert all(one is other for (_, one), other in zip(stetted, covering, strict=True))
    assert unused == [one for one in stets if not any(one is other for other in covering)]


def test_thousands_of_stets_are_not_tried_one_by_one() -> None:
    number = 40_000
    stets = [stet(at, at + 1, "names") for at in range(number)] + [stet(0, number, "dates") for _ in range(number)]
    kept, stetted, unused = apply(stets, [placed(at) for at in range(number)])
    assert (len(kept), len(stetted), len(unused)) == (0, number, number)


def test_thousands_of_ends_that_end_nothing_are_not_tried_one_by_one() -> None:
    begins = "<!-- stet-begin: names -->\n\n" * 15_000
    ends = "<!-- stet-end: dates -->\n\n" * 15_000
    assert len(suppressions_in(document(f"{begins}Jon\n\n{ends}"))) == 15_000
