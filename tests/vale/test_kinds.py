"""Each kind of rule finds what Vale's documents say it finds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lines = Callable[..., list[str]]

EXISTENCE = "extends: existence\nmessage: \"Cut '%s'\"\n"


def test_existence_counts_columns_in_letters(lines: Lines) -> None:
    copy = "Schöne — very fine.\n\nA *very* `very` [very](x.md) one.\n"
    found = lines(copy, A=EXISTENCE + "ignorecase: true\ntokens: [very]\n")
    assert found == ["1:10:Desk.A:Cut 'very'", "3:4:Desk.A:Cut 'very'", "3:18:Desk.A:Cut 'very'"]


def test_existence_with_raw_and_exceptions(lines: Lines) -> None:
    rule = EXISTENCE + "raw: ['\\bpost-', '\\w+']\nexceptions: [post-war]\n"
    assert lines("A post-war and a post-modern town.", A=rule) == ["1:18:Desk.A:Cut 'post-modern'"]


def test_nonword_tokens_stand_inside_words(lines: Lines) -> None:
    assert lines("unhappily", A=EXISTENCE + "nonword: true\ntokens: [happ]\n") == ["1:3:Desk.A:Cut 'happ'"]


@pytest.mark.parametrize(
    ("rest", "copy", "found"),
    [
        ("swap: {utilise: use}", "We utilise it.", ["1:4:Desk.A:use for utilise"]),
        ("swap: {utilise: use}", "Utilise it.", []),
        ("ignorecase: true\ncapitalize: true\nswap: {utilise: use}", "Utilise it.", ["1:1:Desk.A:Use for Utilise"]),
        ("action: {name: replace}\nswap: {begin: start|open}", "They begin.", ["1:6:Desk.A:'start' or 'open' for begin"]),
        ("ignorecase: true\nswap: {'(\\w+) number of': many $1}", "Great number of us.", ["1:1:Desk.A:many Great for Great number of"]),
        ("swap: {'colou?r': colour}", "The colour or color.", ["1:15:Desk.A:colour for color"]),
        ("swap: {press: media, press release: statement}", "A press release.", ["1:3:Desk.A:statement for press release"]),
    ],
)  # fmt: skip
def test_substitution(lines: Lines, rest: str, copy: str, found: list[str]) -> None:
    assert lines(copy, A=f"extends: substitution\nmessage: '%s for %s'\n{rest}\n") == found


def test_occurrence_tells_the_first_and_zero_at_the_top(lines: Lines) -> None:
    commas = "extends: occurrence\nmessage: '%d commas'\nscope: sentence\nmax: 2\ntoken: ','\n"
    intro = "extends: occurrence\nmessage: No lead\nscope: heading\nmin: 1\ntoken: Lead\n"
    found = lines("# Title\n\nOne. Two, three, four, five.\n\n## Lead\n", Commas=commas, Intro=intro)
    assert found == ["1:1:Desk.Intro:No lead", "3:9:Desk.Commas:3 commas"]


def test_repetition_over_lines_but_not_over_sentences(lines: Lines) -> None:
    rule = "extends: repetition\nmessage: \"'%s' twice\"\nignorecase: true\nalpha: true\ntokens: ['[^\\s.!?]+']\n"
    assert lines("The the end. End it with\nwith 4 4.", A=rule) == [
        "1:1:Desk.A:'the' twice",
        "1:21:Desk.A:'with' twice",
    ]


def test_consistency_is_told_from_where_both_have_been_met(lines: Lines) -> None:
    rule = "extends: consistency\nmessage: \"Mixed '%s'\"\neither: {adviser: advisor}\n"
    assert lines("An adviser.\n\nAn advisor.\n\nAn adviser.\n", A=rule) == [
        "3:4:Desk.A:Mixed 'advisor'",
        "5:4:Desk.A:Mixed 'adviser'",
    ]


def test_conditional_needs_what_stood_before(lines: Lines) -> None:
    rule = (
        "extends: conditional\nmessage: \"Define '%s'\"\nfirst: '\\b([A-Z]{3,5})\\b'\n"
        "second: '(?:\\b[A-Z][a-z]+ )+\\(([A-Z]{3,5})\\)'\nexceptions: [BBC]\n"
    )
    copy = "The HBT said so. The BBC too.\n\nThe Harbour Board Trust (HBT) agreed, and HBT staff.\n"
    assert lines(copy, A=rule) == ["1:5:Desk.A:Define 'HBT'"]


@pytest.mark.parametrize(
    ("match", "heading", "right"),
    [
        ("match: $title", "The Long Way to the Sea", True),
        ("match: $title", "How To Win a Race", True),
        ("match: $title", "the long way to the sea", False),
        ("match: $title\nstyle: Chicago", "A Walk from the Sea", True),
        ("match: $title", "A Walk From the Sea", True),
        ("match: $sentence", "The long way to the sea", True),
        ("match: $sentence", "The Long Way to the Sea", False),
        ("match: $sentence\nexceptions: [Larnwick]", "The long way to Larnwick", True),
        ("match: $sentence\nindicators: [':']", "A word: Another one here", True),
        ("match: $lower", "all small", True),
        ("match: $upper", "Not All", False),
        ("match: '^[A-Z].*[a-z]$'", "Ends with a letter", True),
        ("match: '^[A-Z].*[a-z]$'", "Ends with a stop.", False),
    ],
)
def test_capitalization(lines: Lines, match: str, heading: str, right: bool) -> None:
    rule = f"extends: capitalization\nmessage: \"'%s' is wrong\"\nscope: heading\n{match}\n"
    assert lines(f"## {heading}\n", A=rule) == ([] if right else [f"1:4:Desk.A:'{heading}' is wrong"])


def test_exceptions_of_several_words(lines: Lines) -> None:
    common = "ignorecase: true\nexceptions: [West Bank]\n"
    token = "extends: existence\nmessage: \"'%s'\"\ntokens: [bank]\n" + common
    swap = "extends: substitution\nmessage: \"'%s'\"\nswap: {bank: shore}\n" + common
    found = lines("The West Bank, a bank and the west bank.\n", A=token, B=swap)
    assert found == ["1:18:Desk.A:'bank'", "1:18:Desk.B:'shore'"]


def test_plain_text_is_not_measured(lines: Lines) -> None:
    rule = "extends: metric\nmessage: '%s words'\nformula: words\ncondition: '> 1'\n"
    assert lines("One two three.\n", A=rule) == ["1:1:Desk.A:3.00 words"]
    assert lines("One two three.\n", name="a.txt", A=rule) == []


def test_metric_counts_and_compares(lines: Lines) -> None:
    rule = (
        "extends: metric\nmessage: 'LIX %s'\nformula: |\n  (words / sentences) + ((long_words * 100) / words)\n"
        "condition: '> 30.0'\n"
    )
    headings = "extends: metric\nmessage: '%s headings'\nformula: heading.h2 + heading.h3\ncondition: '>= 2'\n"
    copy = "## One\n\nThe harbour reopened yesterday. Ferries sailed again.\n\n### Two\n"
    assert lines(copy, A=rule, B=headings) == ["1:1:Desk.A:LIX 60.64", "1:1:Desk.B:2.00 headings"]


def test_a_formula_is_a_sum_and_nothing_else(lines: Lines) -> None:
    from newslint.vale.formulas import Formula

    for text in ("__import__('os')", "words.real", "[1]", "lambda: 1", "'a'", "words +"):
        with pytest.raises(ValueError, match="formula"):
            Formula(text).value({"words": 1.0})


def test_limit_and_levels(lines: Lines) -> None:
    rule = EXISTENCE + "limit: 2\ntokens: [very]\n"
    assert len(lines("very very very very", A=rule)) == 2


def test_the_ends_of_raw_are_the_blocks_and_those_of_tokens_a_lines(lines: Lines) -> None:
    copy = "one and\ntwo and\n"
    assert lines(copy, A=EXISTENCE + "nonword: true\ntokens: ['and$']\n") == [
        "1:5:Desk.A:Cut 'and'",
        "2:5:Desk.A:Cut 'and'",
    ]
    assert lines(copy, A=EXISTENCE + "raw: ['and$']\n") == ["2:5:Desk.A:Cut 'and'"]
