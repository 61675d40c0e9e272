from __future__ import annotations

import pytest

from newslint.parsers.html.parser import parse
from newslint.source import Source, Span

LEAD = "The swing bridge at Tarn Quay will close in May for repairs, the county council said on Monday, and for how long nobody knows."
MORE = "Divers looked at the piers in January and found two cracked bearings, which cost more than the council has set aside."


def copy(page: str) -> list[str]:
    document = parse(Source("page", page, ".html"))
    return [f"{block.role.value}:{document[block.span]}" for block in document.blocks]


STORY = ["headline:Bridge to close", f"paragraph:{LEAD}", f"paragraph:{MORE}"]
BODY = f"<p>{LEAD}</p><p>{MORE}</p>"
AROUND = {
    "nothing": "<h1>Bridge to close</h1>{}",
    "an article": "<nav><a href=/>Home</a></nav><article><h1>Bridge to close</h1>{}</article><footer>© The Echo</footer>",
    "a heading outside": "<div><header><h1>Bridge to close</h1><p>Share</p></header><div class=body>{}</div></div>",
    "a title alone": "<title>Bridge to close - The Echo</title><div>{}</div>",
    "a name of the site as heading": "<title>Bridge to close | The Echo</title><h1><a href=/>The Echo</a></h1><h1>Bridge to close</h1>{}",
    "a lower heading that is the title": "<title>Bridge to close | The Echo</title><div><h2>Bridge to close</h2>{}</div>",
    "links below": "<h1>Bridge to close</h1>{}<ul><li><a href=a>Ferry to run at night</a><li><a href=b>Mayor resigns</a></ul>",
    "comments": f"<main><h1>Bridge to close</h1>{{}}<div id=comments>{f'<p>{LEAD} I never liked it.</p>' * 8}</div></main>",
    "scripts": "<h1>Bridge to close</h1><script>if (a < b) '<p>'</script><style>p{{}}</style>{}<noscript>No</noscript>",
    "hidden parts": "<h1>Bridge to close</h1><div hidden>Gone</div><p style='display: none'>Gone too</p>{}",
    "related stories in the middle": "<h1>Bridge to close</h1><aside class='related-story'><p>Ferry to run at night</p></aside>{}",
    "a class that only sounds like residue": "<h1>Bridge to close</h1><div class='has-sidebar share-enabled'>{}</div>",
    "a newsletter": "<h1>Bridge to close</h1><form>Sign up</form><div class=newsletter-signup>Get it</div>{}",
    "stray tags": "</div><h1>Bridge to close</h1></span>{}</p></article></div>",
    "tags not closed": "<body><div><article><h1>Bridge to close</h1><div><section>{}",
}


@pytest.mark.parametrize("name", AROUND)
def test_the_story_is_found_in_its_page(name: str) -> None:
    assert copy(AROUND[name].format(BODY)) == STORY


PARTS = {
    "<h2>What divers found</h2>": ["crosshead:What divers found"],
    "<p><strong>What divers found</strong></p>": ["crosshead:What divers found"],
    "<figure><img alt='A bridge over a wide river'><figcaption>The bridge</figcaption></figure>": ["caption:The bridge"],
    "<figure><img alt='A bridge over a wide river'></figure>": ["caption:A bridge over a wide river"],
    "<figure><figcaption>The bridge</figcaption><div class=credit>Ivo Brandt/Echo</div></figure>": ["caption:The bridge", "credit:Ivo Brandt/Echo"],
    "<div class='image-caption'>The bridge</div>": ["caption:The bridge"],
    "<blockquote><p>No choice, she said.</p></blockquote>": ["block quote:No choice, she said."],
    "<aside class='pull-quote'>No choice at all</aside>": ["pull quote:No choice at all"],
    "<ul><li>One<li>Two <b>and</b> more</ul>": ["list item:One", "list item:Two and more"],
    "<table><tr><th>Team<td>2<tr><td>Tarn<td>1</table>": ["table cell:Team", "table cell:2", "table cell:Tarn", "table cell:1"],
    "<p>One line<br>Another line</p>": ["paragraph:One line", "paragraph:Another line"],
    "<p>The \n   old\t<i>bridge</i> </p>": ["paragraph:The old bridge"],
    "<p>Roads &amp; bridges&#8212;&ldquo;old&rdquo; AT&T R&D; &nope;</p>": ["paragraph:Roads & bridges—“old” AT&T R&D; &nope;"],
    "<p>Tarn&shy;worth<!-- x --> <code>x = 1</code> stays</p>": ["paragraph:Tarnworth \ufffc stays"],
    "<p>a < b and <3</p>": ["paragraph:a < b and <3"],
}  # fmt: skip


@pytest.mark.parametrize("markup", PARTS)
def test_parts(markup: str) -> None:
    page = f"<article><h1>Bridge to close</h1><p>{LEAD}</p>{markup}<p>{MORE}</p></article>"
    assert copy(page) == [*STORY[:2], *PARTS[markup], STORY[2]]


def test_the_top_of_a_story() -> None:
    page = f"""<article><h1>Bridge<br>to close</h1><h2 class="dek">The town is cut in two</h2>
    <span class="byline__name">By Nell Osgood</span> <time datetime="2024-03-04">4 March 2024</time>
    <div class=tools><a href=#>Print</a></div>{BODY}</article>"""
    assert copy(page)[:4] == [
        "headline:Bridge to close",
        "standfirst:The town is cut in two",
        "byline:By Nell Osgood",
        "dateline:4 March 2024",
    ]
    assert parse(Source("page", page)).published == "2024-03-04"


def test_standfirst_that_ends_by_asking_to_follow() -> None:
    page = f"<article><h1>Bridge to close</h1><p class=standfirst>The town is cut in two. Follow our live coverage.</p><p>{LEAD}</p></article>"
    assert copy(page)[1] == "standfirst:The town is cut in two. Follow our live coverage."


def test_places() -> None:
    page = (
        f"<article><h1>Bridge &amp; ferry</h1><p>{LEAD}</p><p>Ada <b>Quill</b> of Tarn&rsquo;s\n  council</p></article>"
    )
    document = parse(Source("page", page))
    for words, source in {
        "Bridge & ferry": "Bridge &amp; ferry",
        "Ada Quill": "Ada <b>Quill",
        "Tarn’s council": "Tarn&rsquo;s\n  council",
        "Quill": "Quill",
    }.items():
        start = document.text.index(words)
        assert document.source[document.place(Span(start, start + len(words))).span] == source


def test_an_attribute_may_hold_anything() -> None:
    assert copy(f"<h1 title='a > b' data-x=\"<p>\">Bridge to close</h1>{BODY}") == STORY
    assert copy(f'<h1 title=" class="x>Bridge to close</h1>{BODY}')[1:] == STORY[1:]
