"""Stories in the formats of wire services, content systems and feeds: their fields in their roles, at their places."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as some

from newslint.cli.commands import main
from newslint.document import Document, Role
from newslint.errors import UnreadableError
from newslint.parsers.news import pages
from newslint.parsers.news.parser import parse
from newslint.source import Source, Span

SAMPLES = Path(__file__).parent / "samples"
STORY = [
    (Role.HEADLINE, "Twelve hurt at Marle & Sons quarry"),
    (Role.BYLINE, "Ada Lowe"),
    (Role.STANDFIRST, "Firm says it won’t close"),
    (Role.PARAGRAPH, "Fourteen people were hurt at the quarry of Marle & Sons, said Lucia Marchetti."),
    (Role.CROSSHEAD, "What now?"),
    (Role.PARAGRAPH, "“Nobody knows,” said Lucia Marcheti. The the firm is shut."),
]
CAPTION = (Role.CAPTION, "Lucia Marchetti at the quarry")


def blocks(document: Document) -> list[tuple[Role, str]]:
    return [(block.role, document[block.span].removeprefix("By ")) for block in document.blocks]


def sample(name: str) -> Document:
    path = SAMPLES / name
    return parse(Source(name, path.read_text(encoding="utf-8"), path.suffix))


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.iterdir() if path.suffix != ".html"))
def test_each_format_gives_the_story_in_its_roles(name: str) -> None:
    document = sample(name)
    told = [block for block in blocks(document) if block != CAPTION and block[0] not in {Role.DATELINE, Role.CREDIT}]
    wanted = [block for block in STORY if block in told]
    assert told == wanted
    assert {Role.HEADLINE, Role.PARAGRAPH} <= {role for role, _ in told}
    assert STORY[-1] in told
    assert document.published.startswith("2024-05-03") or document.published.startswith(
        ("20240503", "Fri, 03 May 2024")
    )


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.iterdir()))
def test_each_word_stands_at_its_place_in_the_file(name: str) -> None:
    path = SAMPLES / name
    source = Source(name, path.read_text(encoding="utf-8"), path.suffix)
    first = pages.parse(source) if path.suffix == ".html" else parse(source)
    for document in (first, *first.others):
        for word in re.finditer(r"[A-Za-z]+", document.text):
            place = document.place(Span(*word.span()))
            assert place.source[place.span] == word[0]
            assert place.source.place(place.span.start).startswith("/")


@pytest.mark.parametrize("name", ["nitf.xml", "newsml-g2.xml", "ninjs-1.json", "ninjs-2.json", "ans.json", "rss.xml"])
def test_a_caption_is_one(name: str) -> None:
    assert CAPTION in blocks(sample(name))


def test_the_parts_of_ans_have_their_roles() -> None:
    elements = [
        {
            "type": "list",
            "items": [{"type": "text", "content": "One"}, {"type": "list", "items": [{"content": "Two"}]}],
        },
        {
            "type": "quote",
            "subtype": "pullquote",
            "content_elements": [{"content": "So"}],
            "citation": {"content": "Jo"},
        },
        {"type": "table", "header": [{"content": "A"}], "rows": [[{"content": "1"}], [{"content": "2"}]]},
        {"type": "gallery", "content_elements": [{"caption": "Boats", "credits": {"by": [{"name": "Jo Ellis"}]}}]},
        {"type": "raw_html", "content": "<p>Raw</p>"},
        {"type": "interstitial_link", "content": "Read more"},
    ]
    document = parse(Source("a.json", json.dumps({"content_elements": elements}), ".json"))
    assert [(block.role.value, document[block.span], block.row) for block in document.blocks] == [
        ("list item", "One", 0), ("list item", "Two", 0), ("pull quote", "So", 0), ("credit", "Jo", 0),
        ("table cell", "A", 1), ("table cell", "1", 2), ("table cell", "2", 3), ("caption", "Boats", 0),
        ("credit", "Jo Ellis", 0), ("paragraph", "Raw", 0),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "below",
    [
        "<hedline><hl1>Quarry</hl1><hl2>Firm says</hl2></hedline>",
        "<abstract>Firm <em>says</em></abstract>",
        "<abstract><p>Firm says</p></abstract>",
    ],
)
def test_a_line_below_the_headline_is_a_standfirst_and_one_in_the_body_a_crosshead(below: str) -> None:
    body = "<body.content><p>One.</p><hl2>Two</hl2><bq><block><p>Three.</p></block></bq><bq>Four <em>five</em>.</bq></body.content>"
    nitf = f"<nitf><body><body.head>{below}</body.head>{body}</body></nitf>"
    told = [block for block in blocks(parse(Source("n.xml", nitf, ".xml"))) if block[0] is not Role.HEADLINE]
    assert told == [
        (Role.STANDFIRST, "Firm says"),
        (Role.PARAGRAPH, "One."),
        (Role.CROSSHEAD, "Two"),
        (Role.BLOCK_QUOTE, "Three."),
        (Role.BLOCK_QUOTE, "Four five."),
    ]


def test_each_item_of_a_feed_stands_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    items = "".join(f"<item><title>Race</title><description>{said}</description></item>" for said in (
        "Lucia Marchetti won the race. Lucia Marchetti was glad of it.", "Lucia Marcheti wrote a book. The the end."
    ))  # fmt: skip
    Path("feed.xml").write_text(f"<rss><channel>{items}</channel></rss>", encoding="utf-8")
    told = CliRunner().invoke(main, ["check", "--isolated", "--output-format", "json", "feed.xml"])
    (finding,) = json.loads(told.stdout)["findings"]
    assert (finding["rule"], finding["text"]) == ("repetition/word", "the")
    assert finding["place"] == "/rss/channel/item[2]/description"
    assert "feed.xml:1:" in (shown := CliRunner().invoke(main, ["check", "--isolated", "feed.xml"]).stdout)
    assert "(/rss/channel/item[2]/description)" in shown


def test_a_folder_gives_only_the_files_that_hold_stories(tmp_path: Path) -> None:
    (tmp_path / "package.json").write_text('{"name": "the the"}', encoding="utf-8")
    (tmp_path / "data.xml").write_text("<data>the the</data>", encoding="utf-8")
    (tmp_path / "ans.json").write_bytes((SAMPLES / "ans.json").read_bytes())
    told = CliRunner().invoke(main, ["check", "--isolated", "--output-format", "json", str(tmp_path)])
    assert {Path(finding["path"]).name for finding in json.loads(told.stdout)["findings"]} == {"ans.json"}
    (tmp_path / "ans.json").unlink()
    told = CliRunner().invoke(main, ["check", "--isolated", str(tmp_path)])
    assert told.exit_code == 2
    assert "passed over: 1 .json, 1 .xml" in told.stderr


@pytest.mark.parametrize(
    ("text", "suffix", "reason"),
    [
        ("<nitf><body>", ".xml", "is no whole XML"),
        ("<nitf", ".xml", "is no whole XML"),
        ("<data/>", ".xml", "is XML, but neither NITF"),
        ("", ".xml", "is XML, but neither NITF"),
        ('{"body_text": "a', ".json", "is no whole JSON: line 1"),
        ('{"body_text": "a",}', ".json", "is no whole JSON"),
        ('{"body_text": "a"} b', ".json", "is no whole JSON"),
        ('{"name": 1}', ".json", "is JSON, but neither ninjs"),
        ('{"body_text": ' + "[" * 200, ".json", "has values inside each other more than 100 deep"),
        ("<nitf>" + "<p>" * 300, ".xml", "has elements inside each other more than 200 deep"),
        ('<!DOCTYPE nitf [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><nitf>&b;</nitf>', ".xml", "declares entities"),
        ('<!DOCTYPE nitf [<!ENTITY a SYSTEM "file:///etc/passwd">]><nitf>&a;</nitf>', ".xml", "declares entities"),
    ],
)
def test_what_can_not_be_read_is_a_sentence(text: str, suffix: str, reason: str, tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=reason):
        parse(Source("draft", text, suffix))
    path = tmp_path / f"draft{suffix}"
    path.write_text(text, encoding="utf-8")
    told = CliRunner().invoke(main, ["check", "--isolated", str(path)])
    assert told.exit_code == 2
    assert reason in told.stderr
    assert told.stderr.count("\n") == 1


def test_an_entity_of_html_is_known_without_the_list_that_explains_it() -> None:
    text = '<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd"><nitf><body><p>A&nbsp;mill &ndash; old</p></body></nitf>'
    document = parse(Source("a.xml", text, ".xml"))
    assert document.text == "A\u00a0mill – old"
    assert document.source[document.place(Span(7, 8)).span] == "&ndash;"


@pytest.mark.parametrize("name", ["nitf.xml", "ans.json", "wordpress-rest.json", "rss.xml"])
def test_fixes_leave_the_file_whole(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes((SAMPLES / name).read_bytes())
    CliRunner().invoke(main, ["check", "--isolated", "--fix", "--unsafe-fixes", str(path)])
    mended = parse(Source(name, path.read_text(encoding="utf-8"), path.suffix))
    assert "The firm is shut." in mended.text
    # Of two spellings that stand once each, the writer says which is right.
    assert ("Lucia Marcheti." in mended.text) is (name == "wordpress-rest.json")


def test_a_fix_that_the_format_would_write_otherwise_is_not_offered(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    body = '“We tried everything,\\" he said.\\n\\n“Nobody listened,” she said. “It was cold,” they said.'
    path.write_text(f'{{"headline": "Mill", "body_text": "{body}"}}', encoding="utf-8")
    told = CliRunner().invoke(main, ["check", "--isolated", "--output-format", "json", str(path)])
    (found,) = (finding for finding in json.loads(told.stdout)["findings"] if finding["rule"] == "quotes/marks")
    assert (found["text"], found["fix"]) == ('\\"', None)


def test_linked_data_speak_where_a_page_has_no_story_of_its_own() -> None:
    path = SAMPLES / "linked.html"
    document = pages.parse(Source(path.name, path.read_text(encoding="utf-8"), ".html"))
    assert [role.value for role, _ in blocks(document)] == [
        "headline",
        "standfirst",
        "byline",
        "paragraph",
        "paragraph",
    ]
    broken = "<html><body><script type='application/ld+json'>{</script><div></div></body></html>"
    assert pages.parse(Source("a.html", broken, ".html")).blocks == ()


LINES = some.text(some.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp", "Zs", "Cf"]), min_size=1)


@given(LINES)
def test_law_what_is_escaped_is_read_as_it_was(line: str) -> None:
    xml = parse(Source("a.xml", f"<nitf><body><p>a {escape(line)} b</p></body></nitf>", ".xml"))
    for ascii_only in (True, False):
        written = json.dumps({"headline": f"a {line} b", "body_text": "c"}, ensure_ascii=ascii_only)
        read = parse(Source("a.json", written, ".json"))
        assert read.text.split("\n\n")[0] == f"a {line} b"
        place = read.place(Span(0, len(line) + 4))
        assert json.loads(f'"{place.source[place.span]}"') == f"a {line} b"
    assert xml.text == f"a {line} b"
    place = xml.place(Span(2, 2 + len(line)))
    assert place.source[place.span] == escape(line)


@given(some.text(max_size=300))
def test_law_nothing_but_a_sentence_is_raised(text: str) -> None:
    for suffix, around in ((".xml", "<nitf><p>{}</p></nitf>"), (".json", '{{"body_text": {}}}')):
        for draft in (text, around.format(text)):
            with suppress(UnreadableError):
                parse(Source("draft", draft, suffix))
