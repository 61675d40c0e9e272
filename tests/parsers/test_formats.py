"""One story in three formats: the same roles and the same words."""

from __future__ import annotations

import re

from newslint.document import Document, Role
from newslint.parsers import plain
from newslint.parsers.html import parser as html
from newslint.parsers.markdown import parser as markdown
from newslint.source import Source

PLAIN = """\
Harbour bridge to close for “urgent” repairs

Town’s only crossing shuts on 6 May, a week earlier than planned

By Nell Osgood

4 March 2024

Image caption: The swing bridge at Tarn Quay, seen from the north bank. Photograph: Ivo Brandt/Tarn Echo

The swing bridge at Tarn Quay will close on 6 May for repairs that cannot wait for the summer, the county council \
said on Monday, leaving the town’s 3,400 people with a detour of 19 miles.

“We had no choice,” said Ada Quill, the council’s head of roads & bridges. “The bearings are worn through.”

What the engineers found

Divers looked at the piers in January. They found:

• two cracked bearings under the north span
• rust in 14 of the 60 bolts

The work costs £2.3m and lasts until 30 August at the earliest, according to a report that the council published.
"""

MARKDOWN = """\
---
title: Harbour bridge to close for “urgent” repairs
standfirst: "Town’s only crossing shuts on 6 May, a week earlier than planned"
layout: story
---

By **Nell Osgood**

4 March 2024

![A bridge](bridge.jpg "The swing bridge at Tarn Quay, seen from the north bank. Photograph: Ivo Brandt/Tarn Echo")

The swing bridge at [Tarn Quay](https://example.org/quay) will close on *6 May* for repairs that
cannot wait for the summer, the county council said on Monday, leaving the
town’s 3,400 people with a detour of 19 miles. <!-- stet: figures -->

“We had no choice,” said Ada Quill, the council’s head of roads &amp; bridges. “The bearings are worn through.”

## What the engineers found

Divers looked at the piers in January. They found:

* two cracked bearings under the north span
* rust in 14 of the 60 bolts

The work costs £2.3m and lasts until 30 August at the earliest,
according to a report that the council published.
"""

HTML = """\
<!doctype html>
<html><head><title>Harbour bridge to close for “urgent” repairs | Tarn Echo</title>
<meta property="article:published_time" content="2024-03-04T08:00:00Z"><style>p { margin: 0 }</style></head>
<body>
<header><nav><ul><li><a href="/">Home</a><li><a href="/news">News</a></ul></nav></header>
<main>
<h1>Harbour bridge to close for &ldquo;urgent&rdquo; repairs</h1>
<p class="article__standfirst">Town&#8217;s only crossing shuts on 6&nbsp;May, a week earlier than planned</p>
<div class="byline">By <a rel="author" href="/nell">Nell Osgood</a></div>
<time datetime="2024-03-04">4 March 2024</time>
<div class="share-bar"><a href="#">Share</a> <a href="#">Tweet</a></div>
<figure><img src="b.jpg" alt="A bridge over a river at low tide">
<figcaption>The swing bridge at Tarn Quay, seen from the north bank. <span class="credit">Photograph: Ivo Brandt/Tarn Echo</span></figcaption></figure>
<p>The swing bridge at <a href="/quay">Tarn Quay</a> will close on <em>6 May</em> for repairs that cannot wait for the
   summer, the county council said on Monday, leaving the town’s 3,400 people with a detour of 19&#x20;miles.</p>
<!-- stet: figures -->
<p>“We had no choice,” said Ada Quill, the council’s head of roads &amp; bridges. “The bearings are worn through.”
<aside class="related"><h2>Related</h2><a href="/ferry">Ferry to run at night while the bridge over the harbour is shut</a></aside>
<h2>What the engineers found</h2>
<p>Divers looked at the piers in January. They found:</p>
<ul><li>two cracked bearings under the north span<li>rust in 14 of the 60 bolts</ul>
<p>The work costs £2.3m and lasts until 30 August at the earliest, according to a report that the council published.
</main>
<section id="comments"><h2>Comments</h2><p>About time too, I have said for years that this bridge would be the end of us all.</p></section>
<footer><p>© Tarn Echo. All rights reserved.</p></footer>
</body></html>
"""


def outline(document: Document) -> list[tuple[Role, str]]:
    return [(block.role, re.sub(r"\s+", " ", document[block.span])) for block in document.blocks]


def documents() -> dict[str, Document]:
    return {
        ".txt": plain.parse(Source("draft.txt", PLAIN)),
        ".md": markdown.parse(Source("draft.md", MARKDOWN, ".md")),
        ".html": html.parse(Source("draft.html", HTML, ".html")),
    }


def test_three_formats_give_one_story() -> None:
    outlines = {suffix: outline(document) for suffix, document in documents().items()}
    assert [role for role, _ in outlines[".txt"]] == [
        *(Role.HEADLINE, Role.STANDFIRST, Role.BYLINE, Role.DATELINE, Role.CAPTION, Role.PARAGRAPH, Role.PARAGRAPH),
        *(Role.CROSSHEAD, Role.PARAGRAPH, Role.LIST_ITEM, Role.LIST_ITEM, Role.PARAGRAPH),
    ]
    assert outlines[".md"] == outlines[".txt"]
    assert outlines[".html"] == outlines[".txt"]


def test_a_word_has_its_place_in_each_of_them() -> None:
    for document in documents().values():
        for words in ("Ada Quill", "Tarn Quay", "19", "two cracked", "Ivo Brandt"):
            for found in re.finditer(words, document.text):
                place = document.place(type(document.blocks[0].span)(*found.span()))
                assert document.source[place.span] == words


def test_comments_and_the_day_of_publication_are_kept() -> None:
    found = documents()
    assert [comment.text for comment in found[".md"].comments] == ["stet: figures"]
    assert [comment.text for comment in found[".html"].comments] == ["stet: figures"]
    for suffix in (".md", ".html"):
        comment = found[suffix].comments[0]
        assert found[suffix].text[: comment.offset].rstrip().endswith("19 miles.")
    assert found[".html"].published == "2024-03-04T08:00:00Z"
