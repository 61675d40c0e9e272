"""OpenDocument texts, rich texts and e-mails: what of them is copy."""

from __future__ import annotations

import contextlib
import io
import zipfile
from pathlib import Path

import pytest

from newslint.desk.fixer import FixError, write
from newslint.errors import UnreadableError
from newslint.reading import decode, read
from newslint.source import Source

URN = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES = " ".join(f'xmlns:{name}="{URN}:{uri}:1.0"' for name, uri in (
    ("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"), ("style", "style"),
))  # fmt: skip
STYLES = "".join(
    f'<style:style style:name="{name}" style:family="paragraph"{parent}/>'
    for name, parent in (
        ("Title", ""),
        ("Heading_20_1", ""),
        ("Quotations", ""),
        ("P1", ' style:parent-style-name="Quotations"'),
    )
)


def odt_file(body: str, mimetype: str = "application/vnd.oasis.opendocument.text", **parts: str) -> bytes:
    """An OpenDocument text of what stands in office:text."""
    root = f'<office:document-{{0}} {NAMESPACES} office:version="1.3">{{1}}</office:document-{{0}}>'
    automatic = f"<office:automatic-styles>{STYLES}</office:automatic-styles>"
    manifest = (
        f'<m:manifest xmlns:m="{URN}:manifest:1.0" m:version="1.3">'
        f'<m:file-entry m:full-path="/" m:media-type="{mimetype}"/>{{}}</m:manifest>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("mimetype", mimetype, zipfile.ZIP_STORED)
        content = f"{automatic}<office:body><office:text>{body}</office:text></office:body>"
        made.writestr("content.xml", root.format("content", content))
        made.writestr("styles.xml", root.format("styles", "<office:styles/>"))
        made.writestr("meta.xml", root.format("meta", "<office:meta/>"))
        made.writestr("META-INF/manifest.xml", manifest.format(parts.get("manifest", "")))
    return out.getvalue()


def odt(body: str, **parts: str) -> Source:
    pytest.importorskip("odfdo", reason="odfdo, of the extra “docx”, isn't installed")
    return decode(odt_file(body, **parts), "draft.odt", ".odt")


def rtf(inside: str) -> Source:
    pytest.importorskip("striprtf", reason="striprtf, of the extra “docx”, isn't installed")
    return decode(f"{{\\rtf1\\ansi\\ansicpg1252 {inside}}}".encode(), "draft.rtf", ".rtf")


def letter(*lines: str) -> Source:
    return decode("\r\n".join(lines).encode("utf-8"), "draft.eml", ".eml")


def p(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


class TestOpenDocument:
    def test_paragraphs_have_styles(self) -> None:
        source = odt(p("Head", "Title") + '<text:h text:outline-level="2">Next</text:h>' + p("“Said.”", "P1") + p(" "))
        assert source.text == "Head\nNext\n“Said.”"
        assert [each.styles for each in source.paragraphs] == [("title",), ("heading 2",), ("p1", "quotations")]

    def test_a_heading_may_have_the_style_of_a_title(self) -> None:
        source = odt('<text:h text:outline-level="1" text:style-name="Title">Head</text:h>' + p("x", "none"))
        assert [each.styles for each in source.paragraphs] == [("title",), ()]

    def test_white_space_is_closed_up_but_where_it_is_said(self) -> None:
        assert odt(p("\n  a <text:span> b</text:span>\n c<text:s text:c='2'/><text:tab/>d ")).text == "a b c  \td "

    def test_a_line_break_parts_lines_but_not_those_of_a_title(self) -> None:
        assert odt(p("a<text:line-break/>b", "Title") + p("a<text:line-break/>b")).text == "a b\na\nb"

    def test_deleted_text_and_comments_and_indexes_are_no_copy(self) -> None:
        deleted = f"<text:tracked-changes><text:changed-region><text:deletion>{p('old')}</text:deletion></text:changed-region></text:tracked-changes>"
        index = f"<text:table-of-content><text:index-body>{p('Contents')}</text:index-body></text:table-of-content>"
        comment = f"<office:annotation>{p('Really?')}</office:annotation>"
        hidden = f'<text:section text:display="none">{p("hidden")}</text:section>'
        assert odt(f"{deleted}{index}{hidden}{p(f'new{comment} copy')}").text == "new copy"

    def test_notes_and_boxes_follow(self) -> None:
        note = f'<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>{p("So said.")}</text:note-body></text:note>'
        box = f"<draw:frame><draw:text-box>{p('In the box.')}</draw:text-box></draw:frame>"
        source = odt(p(f"One{note} two.{box}") + p("End."))
        assert source.text == "One two.\nIn the box.\nEnd.\nSo said."
        assert [each.kind for each in source.paragraphs] == ["", "box", "", "footnote"]

    def test_lists_and_tables(self) -> None:
        row = f"<table:table-row><table:table-cell>{p('a')}</table:table-cell><table:table-cell>{p('b')}</table:table-cell></table:table-row>"
        items = f"<text:list><text:list-item>{p('x')}<text:list><text:list-item>{p('y')}</text:list-item></text:list></text:list-item></text:list>"
        source = odt(f"<table:table><table:table-header-rows>{row}</table:table-header-rows>{row}</table:table>{items}")
        assert [(each.kind, each.row) for each in source.paragraphs] == [
            ("cell", 1), ("cell", 1), ("cell", 2), ("cell", 2), ("list", 0), ("list", 0),
        ]  # fmt: skip

    def test_what_is_no_text_or_has_a_password_is_named(self) -> None:
        with pytest.raises(UnreadableError, match="another OpenDocument"):
            odt("", mimetype="application/vnd.oasis.opendocument.spreadsheet")
        with pytest.raises(UnreadableError, match="password"):
            odt(p("x"), manifest='<m:file-entry m:full-path="content.xml"><m:encryption-data/></m:file-entry>')
        with pytest.raises(UnreadableError, match="damaged"):
            decode(odt_file(p("x"))[:-40], "draft.odt", ".odt")

    def test_it_brings_no_entities(self) -> None:
        data = odt_file("")
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
            for name in old.namelist():
                before = b"<!DOCTYPE x [<!ENTITY a 'b'>]>" if name == "meta.xml" else b""
                new.writestr(name, before + old.read(name))
        pytest.importorskip("odfdo")
        with pytest.raises(UnreadableError, match="document type"):
            decode(out.getvalue(), "draft.odt", ".odt")


class TestRichText:
    def test_paragraphs_are_lines(self) -> None:
        source = rtf(r"{\b Head}\par\par One {\i two}.\line Three\u8217?s \'93four\'94.\par")
        assert source.text == "Head\nOne two.\nThree’s “four”."

    def test_letters_beyond_sixteen_bits(self) -> None:
        assert rtf(r"a \u-10179?\u-8704? b").text == "a 😀 b"

    def test_what_is_no_copy_is_left_out(self) -> None:
        header, comment = r"{\header Draft\par}", r"{\*\annotation Really?}"
        deleted = r"{\rtlch \ltrch\deleted\revauthdel1 old }"
        assert (
            rtf(rf"{header}The {deleted}{{\revised new }}bridge{comment}{{\footnote x}}.\par").text == "The new bridge."
        )

    def test_rows_have_cells(self) -> None:
        source = rtf(r"\trowd a\cell b\cell\row \trowd c\cell d\cell\row end\par")
        assert source.text == "a\nb\nc\nd\nend"
        assert [(each.kind, each.row) for each in source.paragraphs] == [
            ("cell", 1),
            ("cell", 1),
            ("cell", 2),
            ("cell", 2),
            ("", 0),
        ]

    def test_signs_are_what_they_stand_for(self) -> None:
        assert rtf(r"{\listtext\u-3913?\tab}a\_b\-c\par").text == "•\ta-bc"

    def test_a_bar_in_a_line_is_copy(self) -> None:
        assert rtf(r"a | b\par").text == "a | b"

    def test_links_show_their_words(self) -> None:
        field = r'{\field{\*\fldinst{HYPERLINK "https://a.example/"}}{\fldrslt the words}}'
        assert rtf(rf"See {field}.\par").text == "See the words."

    def test_fonts_say_how_letters_are_written(self) -> None:
        fonts = r"{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fnil\fcharset204 {\*\falt x}Arial Cyr;}}"
        assert rtf(rf"{fonts}\f1 \'e4\'e0\par").text == "да"

    @pytest.mark.parametrize(
        "grows",
        [r"{\field{\*\fldinst{ HYPERLINK ", r"{\FIELD{\*\fldinst{", r"{\fonttbl\f1", r"\f1 ", "{", r"\bin9 ", "}"],
    )
    def test_no_shape_takes_more_than_its_length(self, grows: str) -> None:
        """Each of these takes minutes where time grows faster than the file."""
        pytest.importorskip("striprtf")
        for before in ("", r"{\fonttbl"):
            with contextlib.suppress(UnreadableError):
                rtf(before + grows * 20_000)

    def test_what_is_something_else_is_named(self) -> None:
        pytest.importorskip("striprtf")
        with pytest.raises(UnreadableError, match="isn't rich text"):
            decode(b"The end.", "draft.rtf", ".rtf")


class TestLetters:
    def test_the_body_is_copy_up_to_the_signature(self) -> None:
        source = letter(
            "From: Ada <a@a.example>",
            "Subject: Mill",
            "",
            "Mill burns down",
            "",
            "> earlier",
            "It burned.",
            "-- ",
            "Ada",
        )
        assert source.text == "Mill burns down\n\nIt burned.\n"
        assert (source.suffix, source.notices) == (".txt", ())

    def test_flowed_lines_run_on(self) -> None:
        head = "Content-Type: text/plain; charset=utf-8; format=flowed"
        assert letter(head, "", "It ", "burned.", " From the start.").text == "It burned.\nFrom the start.\n"

    def test_html_is_read_where_there_is_no_text(self) -> None:
        source = letter("Content-Type: text/html; charset=utf-8", "", "<p>The mill’s end.</p>")
        assert source.suffix == ".html"
        assert "mill’s" in source.text

    def test_attachments_are_told(self) -> None:
        parts = (
            "MIME-Version: 1.0", 'Content-Type: multipart/mixed; boundary="b"', "", "--b", "Content-Type: text/plain", "", "Copy.",
            "--b", "Content-Type: application/pdf", 'Content-Disposition: attachment; filename="a.pdf"', "", "x", "--b--",
        )  # fmt: skip
        source = letter(*parts)
        assert (source.text.strip(), source.notices) == ("Copy.", ("has attachments, which aren't read: a.pdf",))

    @pytest.mark.parametrize("lines", [("",), ("The end of the mill, it said.",), ("From: a@a.example", "", " ")])
    def test_what_is_no_letter_or_has_no_copy_is_named(self, lines: tuple[str, ...]) -> None:
        with pytest.raises(UnreadableError, match=r"is no e-mail|has no copy"):
            letter(*lines)

    def test_a_charset_that_nobody_knows_costs_a_sentence_at_most(self) -> None:
        with pytest.raises(UnreadableError, match="damaged"):
            letter("Content-Type: text/plain; charset=x-none", "", "The end.")


def test_fixes_are_written_into_none_of_them(tmp_path: Path) -> None:
    path = tmp_path / "draft.eml"
    path.write_text("Subject: x\n\nThe the end.\n", encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(FixError, match="texts and Word documents"):
        write(read(path), [[]])
    assert path.read_bytes() == before
