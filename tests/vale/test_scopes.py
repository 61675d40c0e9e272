"""Rules meet the blocks that their scopes name, in Markdown, HTML and plain text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Lines = Callable[..., list[str]]

COPY = """---
title: "A HIT here"
---

# Head HIT

Para HIT one. Second HIT.

> Quote HIT

- Item HIT
  - Nested HIT

| Top HIT | B |
|---------|---|
| Cell HIT | c |

See [link HIT](x.md), *soft HIT*, **loud HIT** and `code HIT`.

![alt HIT](x.png)

```
fence HIT
```
"""


@pytest.mark.parametrize(
    ("scope", "found"),
    [
        ("heading", [5]),
        ("heading.h1", [5]),
        ("heading.h2", []),
        ("blockquote", [9]),
        ("list", [11, 12]),
        ("table.header", [14]),
        ("table.cell", [16]),
        ("table", [14, 16]),
        ("alt", [20]),
        ("link", [18]),
        ("emphasis", [18]),
        ("strong", [18]),
        ("code", [18]),
        ("frontmatter", [2]),
        ("paragraph", [7, 7, 18, 18, 18]),
        ("text & ~list & ~table & ~paragraph & ~frontmatter", [5, 7, 7, 9, 18, 18, 18, 20]),
        ("[heading, list]", [5, 11, 12]),
        ("raw", [2, 5, 7, 7, 9, 11, 12, 14, 16, 18, 18, 18, 18, 20, 23]),
    ],
)
def test_markdown(lines: Lines, scope: str, found: list[int]) -> None:
    rule = f"extends: existence\nmessage: hit\nscope: {scope if scope[0] == '[' else repr(scope)}\ntokens: [HIT]\n"
    assert [int(line.split(":")[0]) for line in lines(COPY, A=rule)] == found


def test_sentences_are_whole(lines: Lines) -> None:
    rule = "extends: existence\nmessage: \"'%s'\"\nscope: sentence\nnonword: true\ntokens: ['.+port.*']\n"
    assert lines("Mr. Lunn left port at\nnoon. He slept.\n", A=rule) == ["1:1:Desk.A:'Mr. Lunn left port at'"]


def test_html(lines: Lines) -> None:
    copy = (
        "<h2 class='x'>Head &amp; HIT</h2>\n<script>HIT</script>\n<p>One <b>HIT</b> <code>HIT</code>\n two HIT<br>end</p>\n"
        "<div class='ad'><p>HIT</p></div><ul><li>Item HIT</li></ul><img alt='an HIT'>\n"
    )
    ini = "StylesPath = styles\nIgnoredClasses = ad\n[*]\nBasedOnStyles = Desk\n"
    rule = "extends: existence\nmessage: hit\ntokens: [HIT]\n"
    found = ["1:26", "3:11", "4:6", "5:46", "5:72"]
    assert [":".join(line.split(":")[:2]) for line in lines(copy, ini, "page.html", A=rule)] == found


def test_plain_text_is_one_block_of_paragraphs(lines: Lines) -> None:
    rule = "extends: occurrence\nmessage: long\nscope: paragraph\nmax: 4\ntoken: '\\w+'\n"
    assert lines("One two three.\n\nOne two three four five.\n", name="a.txt", A=rule) == ["3:1:Desk.A:long"]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_other_systems(lines: Lines, end: str) -> None:
    rule = "extends: existence\nmessage: hit\ntokens: [HIT]\n"
    copy = "# Head\n\nIt&rsquo;s one.\nAnd HIT.\n".replace("\n", end)
    assert lines(copy, A=rule) == ["4:5:Desk.A:hit"]


def test_links_that_no_definition_makes_are_letters(lines: Lines) -> None:
    rule = "extends: existence\nmessage: hit\nnonword: true\ntokens: ['\\[HIT\\]', 'https?']\n"
    assert lines("A [HIT] and https://a.example/x and [real].\n\n[real]: http://b.example\n", A=rule) == [
        "1:3:Desk.A:hit"
    ]


@pytest.mark.parametrize(
    ("copy", "found"),
    [
        ("HIT\n\n$$\nx = HIT\n$$\n\nHIT\n", ["1:1", "7:1"]),
        ("$$x = HIT$$\n\nHIT\n", ["3:1"]),
        ("$$\nx = HIT\n$$ {#eq-tide}\n$$\nHIT + 1$$\nHIT\n", ["6:1"]),
        ("$$\nx = 1\n\nHIT stays.\n", ["4:1"]),
        ("It cost $$5, a HIT.\n", ["1:16"]),
        ("```\n$$\n```\n\nHIT\n", ["5:1"]),
    ],
)
def test_formulas_are_no_copy(lines: Lines, copy: str, found: list[str]) -> None:
    rule = "extends: existence\nmessage: hit\ntokens: [HIT]\n"
    assert [":".join(line.split(":")[:2]) for line in lines(copy, A=rule)] == found


def test_an_ignored_block_leaves_the_copy_behind_it_in_its_place(lines: Lines) -> None:
    ini = "StylesPath = styles\n[*]\nBasedOnStyles = Desk\nBlockIgnores = \\{%.+?%\\}\n"
    copy = "{% box HIT %} and HIT.\n\n{% box HIT %}\n"
    assert lines(copy, ini, A="extends: existence\nmessage: hit\ntokens: [HIT]\n") == ["1:19:Desk.A:hit"]


def test_front_matter_of_several_lines(lines: Lines) -> None:
    copy = "---\nlead: |\n  The ferry sails\n  at HIT\nnote: >-\n  Folded\n  HIT\nquoted: 'It''s a HIT'\n---\n\nCopy.\n"
    found = lines(copy, A="extends: existence\nmessage: hit\nscope: frontmatter\ntokens: [HIT]\n")
    assert [line.split(":")[:2] for line in found] == [["4", "6"], ["7", "3"], ["8", "18"]]


def test_a_key_of_the_front_matter_can_be_ignored(lines: Lines) -> None:
    ini = "StylesPath = styles\nIgnoredScopes = frontmatter.title\n[*]\nBasedOnStyles = Desk\n"
    copy = "---\ntitle: A HIT\nlead: A HIT\n---\n\nCopy.\n"
    assert lines(copy, ini, A="extends: existence\nmessage: hit\ntokens: [HIT]\n") == ["3:9:Desk.A:hit"]


def test_data_is_for_rules_that_ask_for_it(lines: Lines) -> None:
    copy = "<p>A HIT.</p>\n<data value='1'>HIT-9</data>\n"
    rule = "extends: existence\nmessage: hit\nscope: {}\ntokens: [HIT]\n"
    found = lines(copy, name="a.html", A=rule.format("text"), B=rule.format("meta"), C=rule.format("~heading"))
    assert sorted(found) == ["1:6:Desk.A:hit", "1:6:Desk.C:hit", "2:17:Desk.B:hit"]


@pytest.mark.parametrize("name", ["a.md", "a.html", "a.txt"])
@pytest.mark.parametrize(
    "copy",
    [
        "",
        "\0",
        "\ud800 x",
        "<",
        "<a <b",
        "</p>",
        "*" * 300,
        "[" * 300,
        "> " * 200 + "x",
        "&#xFFFFFFF;",
        "<!--",
        "---\n:",
    ],
)
def test_nothing_raises_on_odd_copy(lines: Lines, name: str, copy: str) -> None:
    lines(copy, name=name, A="extends: existence\nmessage: hit\nnonword: true\ntokens: ['x', '.']\n")
