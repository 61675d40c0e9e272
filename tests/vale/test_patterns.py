"""Go's patterns said in Python's: each means the same."""

from __future__ import annotations

import pytest

from newslint.vale.patterns import UntranslatableError, compiled, translate


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        (r"\x{2014}", "a — b", ["—"]),
        (r"[\x{2018}-\x{201d}]", "‘a“", ["‘", "“"]),
        (r"end\z", "end\nend", ["end"]),
        (r"end\Z", "end\n", ["end"]),
        (r"\Qa.b\E+", "a.b axb a.bb", ["a.b", "a.bb"]),
        (r"(?<first>\w)\k<first>", "book", ["oo"]),
        (r"(?P<first>\w)(?P=first)", "book", ["oo"]),
        (r"[a-z-[aeiou]]+", "banana split", ["b", "n", "n", "spl", "t"]),
        (r"[[(]x", "[x (x", ["[x", "(x"]),
        (r"[a&&b]", "a&b", ["a", "&", "b"]),
        (r"a{,2}", "a{,2} aa", ["a{,2}"]),
        (r"[[:upper:]]+", "aBCd", ["BC"]),
        (r"(?i)a|b", "A B", ["A", "B"]),
        (r"(?:(?i)a)b", "Ab AB", ["Ab"]),
        (r"(?-i:A)(?i:b)", "AB Ab ab", ["AB", "Ab"]),
        (r"(?<=\*\*)\w+(?=\*\*)", "**so** no", ["so"]),
        (r"[]x]", "]x", ["]", "x"]),
        (r"\p{Lu}\p{L}+", "Éa b", ["Éa"]),
    ],
)
def test_it_finds_what_go_finds(pattern: str, text: str, found: list[str]) -> None:
    assert [match[0] for match in compiled(pattern).finditer(text)] == found


@pytest.mark.parametrize("pattern", [r"(?U)a+", r"\Gx", r"(?<a-b>x)", r"[a", r"(", r"\p{IsNothing}"])
def test_what_has_no_equal_is_named(pattern: str) -> None:
    with pytest.raises(UntranslatableError) as error:
        compiled(pattern)
    assert repr(pattern) in str(error.value)


def test_a_plain_pattern_stays_as_it_is() -> None:
    pattern = r"\b(?:very|rather) (?!odd)\w+\s?[A-Z0-9._%+-]*"
    assert translate(pattern) == pattern
