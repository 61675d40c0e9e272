from __future__ import annotations

import pytest

from newslint.document import Role
from newslint.parsers.markdown.parser import parse
from newslint.source import Source, Span


def copy(text: str) -> list[tuple[str, str]]:
    document = parse(Source("draft", text, ".md"))
    return [(block.role.value, document[block.span]) for block in document.blocks]


def paragraph(text: str) -> str:
    return "|".join(line for _, line in copy("First paragraph of a draft.\n\n" + text)[1:])


INLINE = {
    "The **old** bridge": "The old bridge",
    "The *old __stone__ bridge*": "The old stone bridge",
    "Caf*é*s and snake_case and 2 * 3 * 4": "Cafés and snake_case and 2 * 3 * 4",
    "“*quoted*” and *“both”*": "“quoted” and “both”",
    "***both*** and **a *b* c**": "both and a b c",
    "**not closed, *nor this": "**not closed, *nor this",
    "~~struck~~ words": "struck words",
    'a [link](http://a.b/c_d_e "T") here': "a link here",
    "a [*set* link](<x y>) here": "a set link here",
    "the page [https://a.b/c_d_e](https://a.b/c_d_e), *as* it is": "the page https://a.b/c_d_e, as it is",
    "[[nested](a)](b)": "[nested](b)",
    "he was “[sic]” [at the bridge]": "he was “[sic]” [at the bridge]",
    'a [ref][one], [one] and [two]\n\n[one]: /x "T"': "a ref, one and [two]",
    "a note[^1] here": "a note here",
    "run `ls -l` now": "run \ufffc now",
    "in `a`` b` and ``c": "in \ufffc and ``c",
    "see <https://a.b/c> now": "see \ufffc now",
    'a <b>bold</b> <span class="x">move</span>': "a bold move",
    "5 < 6 and 7 > 6": "5 < 6 and 7 > 6",
    "Roads &amp; Bridges &rsquo;24 &unknown; &#8212; AT&T": "Roads & Bridges ’24 &unknown; — AT&T",
    "\\*not set\\* and C:\\dir": "*not set* and C:\\dir",
    "one  \ntwo\\\nThree": "one|two|Three",
    "one\ntwo": "one two",
    'see {{< ref "x" >}} and {% link %} there': "see \ufffc and \ufffc there",
    "a <!-- hidden --> word": "a word",
    "http://a.b/_c_d_ stays": "http://a.b/_c_d_ stays",
}


@pytest.mark.parametrize("text", INLINE)
def test_inline(text: str) -> None:
    assert paragraph(text) == INLINE[text]


BLOCKS = {
    "# Bridge to close\n\n## Why\n\nCopy.\n\n# Again": ["headline:Bridge to close", "crosshead:Why", "paragraph:Copy.", "crosshead:Again"],
    "Bridge to close\n===\n\nWhy\n---\n\nCopy.": ["headline:Bridge to close", "crosshead:Why", "paragraph:Copy."],
    "## Closed ##\n\nCopy.": ["headline:Closed", "paragraph:Copy."],
    "Bridge to close\n\nThe bridge will close, they said.\n\nIt will.": ["headline:Bridge to close", "paragraph:The bridge will close, they said.", "paragraph:It will."],
    "> One\n> two *three\n> four*": ["block quote:One two three four"],
    "- one\n- [x] two\n\n  more\n    - deep": ["list item:one", "list item:two", "list item:more", "list item:deep"],
    "| a | *b* |\n|---|---|\n| c\\|d | |": ["table cell:a", "table cell:b", "table cell:c|d"],
    "```\ncode\n```\n\n    more code\n\nCopy.": ["paragraph:Copy."],
    "![An old bridge](a.jpg)": ["caption:An old bridge"],
    "![alt](a.jpg \"The bridge in May\")": ["caption:The bridge in May"],
    "![alt](a.jpg)\n*The bridge in May*": ["caption:The bridge in May"],
    "![alt](a.jpg)\n\n*The bridge in May*\n\nCopy.": ["caption:The bridge in May", "paragraph:Copy."],
    "[![An old bridge](a.jpg)](b)": ["caption:An old bridge"],
    "{{< figure src=\"a.jpg\" caption=\"The *old* bridge\" >}}": ["caption:The old bridge"],
    "[caption id=\"1\"]<img src=\"a\"> The bridge in May[/caption]": ["caption:The bridge in May"],
    "<figure><img src=a alt=b><figcaption>The bridge</figcaption></figure>": ["caption:The bridge"],
    "<div>\n\nStill *Markdown*, they said.\n\n</div>": ["paragraph:Still Markdown, they said."],
    "Copy.\n\n**What divers found**\n\nMore copy.": ["paragraph:Copy.", "crosshead:What divers found", "paragraph:More copy."],
    "Copy.[^1]\n\n[^1]: A note.\n[^2]: Another.": ["paragraph:Copy.", "list item:A note.", "list item:Another."],
    "[a]: http://b\n\nCopy.": ["paragraph:Copy."],
    "---\ntitle: Bridge\n---\n\nCopy.": ["headline:Bridge", "paragraph:Copy."],
    "---\n\nNo field here.\n\n---\n\nCopy.": ["paragraph:No field here.", "paragraph:Copy."],
    "": [],
}  # fmt: skip


@pytest.mark.parametrize("text", BLOCKS)
def test_blocks(text: str) -> None:
    assert [f"{role}:{line}" for role, line in copy(text)] == BLOCKS[text]


def test_front_matter() -> None:
    text = """---
title: "Bridge \\"closes\\" \\u2013 again"   # not a comment of ours
dek: >
  The town is
  cut in two
authors: [Nell Osgood, 'Ivo O''Brien']
author:
  - Ada Quill
hero:
  src: a.jpg
  image_caption: 'The town''s bridge'
  credit: Ivo Brandt/Echo
date: 2024-03-04
slug: bridge
---
Copy."""
    assert copy(text)[1:] == [
        ("standfirst", "The town is cut in two"),
        *(("byline", name) for name in ("Nell Osgood", "Ivo O'Brien", "Ada Quill")),
        ("caption", "The town's bridge"),
        ("credit", "Ivo Brandt/Echo"),
        ("paragraph", "Copy."),
    ]
    assert copy(text)[0][1].startswith('Bridge "closes" – again')
    assert parse(Source("draft", text)).published == "2024-03-04"


def test_toml_front_matter() -> None:
    assert copy('+++\ntitle = "Bridge to close"\ndraft = true\n+++\nCopy.') == [
        ("headline", "Bridge to close"),
        ("paragraph", "Copy."),
    ]


def test_markers_rows_and_comments() -> None:
    text = "1. one\n2. two\n\n<!-- stet: names -->\n\n| a | b |\n|---|---|\n| c | d |\n"
    document = parse(Source("draft", text))
    markers = [block.marker for block in document.blocks if block.role is Role.LIST_ITEM]
    assert [document[marker] for marker in markers if marker] == ["1.", "2."]
    assert [block.row for block in document.blocks if block.role is Role.TABLE_CELL] == [1, 1, 2, 2]
    (comment,) = document.comments
    assert (comment.text, text[comment.span.start : comment.span.end]) == ("stet: names", "<!-- stet: names -->")
    assert document.text[comment.offset :].lstrip().startswith("a")


def test_places() -> None:
    text = "> The **old** bridge\n> at Tarn &amp; Quay"
    document = parse(Source("draft", text))
    for words, source in {
        "old": "old",
        "The old bridge": "The **old** bridge",
        "& Q": "&amp; Q",
        "Quay": "Quay",
    }.items():
        start = document.text.index(words)
        place = document.place(Span(start, start + len(words)))
        assert document.source[place.span] == source
