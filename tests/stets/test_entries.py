from __future__ import annotations

import re

import pytest

from newslint import yamlfile
from newslint.errors import ConfigError
from newslint.stets.entries import StetEntry, entries, with_entry

ENTRY = StetEntry(
    draft="a.txt", rule="names/spelling", words="Jon", fingerprint="0123456789012345", reason='so: "he" said'
)
ROW = {
    "path": "a.txt",
    "rule": "names/spelling",
    "words": "Jon",
    "fingerprint": "0123456789012345",
    "reason": 'so: "he" said',
}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing yet\n",
        "level: error\n",
        "level: error",
        "level: error\r\nfail-on: error\r\n",
        "stet:\n",
        "stet:  # none yet\nlevel: error\n",
        "stet:\n  - rule: quotes\n    reason: x\n\n# the rest\nlevel: error\n",
        "level: error\nstet:\n- rule: quotes\n  # why\n  reason: x",
        "stet:\n    - rule: quotes\n      reason: |\n        long\n        text\n\nlevel: error\n",
        "stet:\n  - {rule: quotes, reason: x}\nlevel: error\n",
        "stet:\n  - reason: plain text\n      over lines\n    rule: quotes # end\n# after\n",
    ],
)
def test_an_entry_is_added_and_all_else_stays(text: str) -> None:
    before = yamlfile.parse(text, "x")
    changed = with_entry(text, ENTRY)
    after = yamlfile.parse(changed, "x")
    assert after == {**before, "stet": [*(before.get("stet") or []), ROW]}
    added = [line for line in changed.splitlines() if line not in text.splitlines()]
    assert [line for line in changed.splitlines() if line.strip() and line not in added] == [
        line for line in text.splitlines() if line.strip()
    ]
    assert changed.count("\r\n") in {0, changed.count("\n")}


def test_added_entries_can_be_read() -> None:
    odd = StetEntry(words="\u2028\x07é\U0001f600\\", rule="names", until="2026-12-31", reason="x")
    table = yamlfile.parse(with_entry(with_entry("", ENTRY), odd), "x.yml")
    first, second = entries(table)
    assert (first.words, first.line) == ("Jon", 2)
    assert (second.words, second.until) == (odd.words, odd.until)


@pytest.mark.parametrize("text", ["stet: [{rule: quotes}]\n", "stet: {}\n", "{level: error}\n", "level: error\n...\n"])
def test_a_file_without_a_place_for_it_is_named(text: str) -> None:
    with pytest.raises(ConfigError):
        with_entry(text, ENTRY, "x.yml")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("stet: names\n", "x.yml:1: “stet” should be a list"),
        ("stet:\n  - names\n", "x.yml:1: “stet” should be a list"),
        ("stet:\n  - reason: so\n", "x.yml:2: an entry of “stet” needs “rule”"),
        ("stet:\n  - rule: a\n    wrds: b\n", "x.yml:3: unknown key “wrds” (did you mean “words”?)"),
        ("stet:\n  - fingerprint: 1234\n", "x.yml:2: “fingerprint” should be text"),
        ("stet:\n  - rule: a\n    until: soon\n", "x.yml:3: “until” should be a day"),
    ],
)
def test_a_mistake_is_named_with_its_line(text: str, message: str) -> None:
    with pytest.raises(ConfigError, match=re.escape(message)):
        entries(yamlfile.parse(text, "x.yml"))


def test_a_reason_can_be_required() -> None:
    with pytest.raises(ConfigError, match=r"x\.yml:2: .* needs a “reason” here"):
        entries(yamlfile.parse("stet:\n  - rule: a\n", "x.yml"), require_reason=True)
