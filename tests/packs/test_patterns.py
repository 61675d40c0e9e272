"""Patterns are strangers' programs: what the counting machine finds is what `regex` finds, and there's an end to both."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.packs.pattern_machine import OverBudgetError, Steps
from newslint.packs.patterns import Pattern, PatternBudgetError, Search, compiled

LETTERS = st.sampled_from(["a", "b", ".", "[ab]", "[^a]", r"\w", r"\s", r"\d", "A", "é", r"\."])
PLACES = st.sampled_from([r"\b", "^", "$", r"\B", "(?=a)", "(?!b)", "(?<=a)", r"(?<!\s)"])
QUANTIFIERS = st.sampled_from(["*", "+", "?", "*?", "+?", "??", "{1,3}", "{2}", "*+", "++", "{0,2}?"])


def _grown(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Patterns made of others; what is repeated is never nothing, where engines differ in what a group caught last."""
    return st.one_of(
        st.lists(inner, min_size=2, max_size=3).map("".join),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: f"({'|'.join(parts)})"),
        st.tuples(LETTERS, inner, QUANTIFIERS).map(lambda parts: f"(?:{parts[0]}{parts[1]}){parts[2]}"),
        st.tuples(LETTERS, QUANTIFIERS).map("".join),
        st.tuples(PLACES, inner).map("".join),
        inner.map(lambda part: f"(?i:{part})"),
        inner.map(lambda part: f"(?>{part})"),
    )


PATTERNS = st.recursive(LETTERS, _grown, max_leaves=8)


@settings(max_examples=300)
@given(PATTERNS, st.text("aabA1é .\n", max_size=24), st.booleans())
def test_counted_or_not_a_pattern_finds_the_same(text: str, copy: str, scoped: bool) -> None:
    pattern = Pattern(text, "m", scoped)
    quick = [match.places for match in pattern.quick(copy)]
    assert [match.places for match in pattern.counted(copy, Steps(1_000_000))] == quick


@pytest.mark.parametrize(
    ("text", "copy"),
    [
        (r"(a+)+$", "a" * 3000 + "!"),
        (r"(a|a)*b", "a" * 3000),
        (r"(a|aa)+$", "a" * 3000 + "!"),
        (r"(\w+\s?)*:", "word " * 600),
        (r"^(([a-z])+.)+[A-Z]([a-z])+$", "a" * 3000),
        (r"(x+x+)+y", "x" * 3000),
        (r"(.*?,){12}P", ",".join(map(str, range(500)))),
        (r".*.*.*=.*", "x" * 2000),
        (r"(?:.|\n)*?end(?:.|\n)*?b", "the end " * 300),
    ],
)
def test_what_can_be_read_in_endless_ways_comes_to_an_end(text: str, copy: str) -> None:
    list(Search().matches(Pattern(text, "m"), copy))


@pytest.mark.parametrize(
    "text", [r"((?:a|b)*)*\1c", r"((a{0,100}){0,100}){0,100}b", r"(a{1,65535}){1,65535}b", r"(?<=a+a*)b"]
)
def test_what_has_no_bound_on_this_copy_is_told(text: str) -> None:
    with pytest.raises(PatternBudgetError, match="pattern"):
        list(Search(counted=50_000).matches(Pattern(text), "a" * 2000))


@pytest.mark.parametrize(
    "text",
    [
        r"(?R)?a",
        r"(a(?1)?)b",
        r"(?&n)(?P<n>a)",
        r"(?:foo){e<=3}",
        r"\Ga",
        r"a\Kb",
        r"(?(1)a|b)(c)",
        "(" * 90 + ")" * 90,
    ],
)
def test_what_has_no_bound_at_all_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="pattern"):
        compiled(text)


@pytest.mark.parametrize("steps", range(1, 40))
def test_the_budget_is_counted(steps: int) -> None:
    """The same number of steps is enough, or not, in every run."""

    def enough() -> bool:
        try:
            list(compiled(r"(?:a|b)+c").counted("abab", Steps(steps)))
        except OverBudgetError:
            return False
        return True

    assert enough() == enough() == (steps >= 35)


def test_a_word_list_costs_what_its_length_says() -> None:
    listed = compiled("|".join(f"word{number}" for number in range(3000)))
    assert len(list(Search().matches(listed, "word12 and word77 " * 20))) == 40


def test_groups_are_given_back() -> None:
    (found,) = compiled(r"(?P<number>\d+) (per cent)?").finditer("4 cats")
    assert (found["number"], found[2], found.groups()) == ("4", None, ("4", None))
    assert found.expand(r"\1\g<number>\2\n") == "44\n"


@pytest.mark.parametrize("template", [r"\7", r"\g<other>"])
def test_a_replacement_without_its_group_is_told(template: str) -> None:
    (found,) = compiled(r"\d+").finditer("4 cats")
    with pytest.raises(ValueError, match="no group"):
        found.expand(template)


def test_flags_hold_as_in_regex() -> None:
    for scoped, version in ((False, regex.VERSION0), (True, regex.VERSION1)):
        for text in (r"a(?i)b", r"(?x) a b # c", r"(?i:a)b", r"(?-i:a)b|(?i)c", r"[[:alpha:]]+", r"\p{Lu}b"):
            wanted = [match.regs for match in regex.finditer(text, "ab AB aB abc C", version)]
            pattern = Pattern(text, scoped=scoped)
            assert [match.places for match in pattern.counted("ab AB aB abc C", Steps(10_000))] == wanted
