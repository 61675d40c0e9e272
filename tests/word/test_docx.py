"""What of a Word document is copy."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from newslint.reading import decode
from newslint.source import Source

WordFile = Callable[..., bytes]


def p(text: str, properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{r(text)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


@pytest.fixture
def read(docx_of: WordFile) -> Callable[..., Source]:
    return lambda body, **parts: decode(docx_of(body, **parts), "draft.docx", ".docx")


Read = Callable[..., Source]


def test_a_line_is_a_paragraph_with_copy(read: Read) -> None:
    source = read(p("One.") + p("") + p("  ") + p("Two."))
    assert source.text == "One.\nTwo."
    assert [source.text[each.start : each.end] for each in source.paragraphs] == ["One.", "Two."]
    assert source.location(source.text.index("Two")).line == 2


def test_runs_of_a_word_are_one_word(read: Read) -> None:
    assert read(f"<w:p>{r('Mar')}<w:proofErr w:type='spellStart'/>{r('cheti', '<w:b/>')}</w:p>").text == "Marcheti"


def test_styles_are_told_with_those_they_are_based_on(read: Read) -> None:
    source = read(p("A head", '<w:pStyle w:val="Kop"/>') + p("Copy.") + p("Next", '<w:outlineLvl w:val="1"/>'))
    assert [each.styles for each in source.paragraphs] == [("kop groot", "title"), (), ("heading 2",)]


def test_tracked_changes_are_as_if_accepted(read: Read) -> None:
    body = (
        f"<w:p>{r('The ')}<w:del w:id='1' w:author='A'><w:r><w:delText>old </w:delText></w:r></w:del>"
        f"<w:ins w:id='2' w:author='A'>{r('new ')}<w:del w:id='5' w:author='B'><w:r><w:delText>x</w:delText></w:r></w:del></w:ins>"
        f"<w:moveFrom w:id='3' w:author='A'>{r('gone ')}</w:moveFrom><w:moveTo w:id='4' w:author='A'>{r('bridge.')}</w:moveTo></w:p>"
    )
    assert read(body).text == "The new bridge."


def test_a_paragraph_whose_end_is_deleted_runs_on(read: Read) -> None:
    deleted = '<w:rPr><w:del w:id="1" w:author="A"/></w:rPr>'
    assert read(p("It was ", deleted) + p("shut.")).text == "It was shut."


def test_a_deleted_row_is_gone(read: Read) -> None:
    row = "<w:tr>{}<w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    gone = '<w:trPr><w:del w:id="1" w:author="A"/></w:trPr>'
    source = read(f"<w:tbl>{row.format('', p('a'), p('b'))}{row.format(gone, p('c'), p('d'))}</w:tbl>")
    assert source.text == "a\nb"
    assert [(each.kind, each.row) for each in source.paragraphs] == [("cell", 1), ("cell", 1)]


def test_what_ends_with_a_deleted_end_is_whole_all_the_same(read: Read) -> None:
    deleted = '<w:rPr><w:del w:id="1" w:author="A"/></w:rPr>'
    table = f"<w:tbl><w:tr><w:tc>{p('a', deleted)}</w:tc><w:tc>{p('b')}</w:tc></w:tr></w:tbl>"
    assert read(table + p("The end.", deleted)).text == "a\nb\nThe end."


def test_rows_and_cells_in_controls_are_of_the_table(read: Read) -> None:
    inner = f"<w:tbl><w:tr><w:tc>{p('in')}</w:tc><w:tc>{p('ner')}</w:tc></w:tr></w:tbl>"
    cells = f"<w:tc>{p('a')}{inner}</w:tc><w:sdt><w:sdtContent><w:tc>{p('b')}</w:tc></w:sdtContent></w:sdt>"
    source = read(f"<w:tbl><w:sdt><w:sdtContent><w:tr>{cells}</w:tr></w:sdtContent></w:sdt></w:tbl>")
    assert source.text == "a\nin\nner\nb"
    assert [each.row for each in source.paragraphs] == [1, 2, 2, 1]


def test_a_table_of_one_column_is_a_box_around_paragraphs(read: Read) -> None:
    source = read(f"<w:tbl><w:tr><w:tc>{p('One.')}{p('Two.')}</w:tc></w:tr></w:tbl>")
    assert [each.kind for each in source.paragraphs] == ["", ""]


def test_lists_are_told_by_their_numbers_and_styles(read: Read) -> None:
    numbered, unnumbered = '<w:numPr><w:numId w:val="1"/></w:numPr>', '<w:numPr><w:numId w:val="0"/></w:numPr>'
    source = read(p("a", numbered) + p("b", unnumbered) + p("c", '<w:pStyle w:val="ListBullet"/>'))
    assert [each.kind for each in source.paragraphs] == ["list", "", "list"]


def test_notes_follow_the_story_in_the_order_of_their_signs(read: Read) -> None:
    notes = "".join(f'<w:footnote w:id="{number}">{p(f"note {number}")}</w:footnote>' for number in (1, 2, 3))
    sign = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    source = read(f"<w:p>{r('One')}{sign.format(2)}{r(' two.')}{sign.format(1)}</w:p>" + p("End."), footnotes=notes)
    assert source.text == "One two.\nEnd.\nnote 2\nnote 1"
    assert [each.kind for each in source.paragraphs] == ["", "", "footnote", "footnote"]


def test_a_text_box_follows_its_paragraph_once(read: Read) -> None:
    box = f"<w:txbxContent>{p('In the box.')}</w:txbxContent>"
    drawing = (
        f"<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    source = read(f"<w:p>{r('Before ')}<w:r>{drawing}</w:r>{r('after.')}</w:p>" + p("Next."))
    assert source.text == "Before after.\nIn the box.\nNext."
    assert [each.kind for each in source.paragraphs] == ["", "box", ""]


def test_a_text_box_in_another_and_one_drawn_in_two_ways_are_copy_once(read: Read) -> None:
    def box(inside: str) -> str:
        return f"<w:r><w:drawing>{inside}</w:drawing></w:r>"

    inner = box(f"<w:txbxContent>{p('Inner.')}</w:txbxContent>")
    outer = box(f"<w:txbxContent><w:p>{r('Outer.')}{inner}</w:p></w:txbxContent>")
    twice = (
        f"<mc:AlternateContent><mc:Choice Requires='wps'><w:txbxContent>{p('New.')}</w:txbxContent></mc:Choice>"
        f"<mc:Fallback><w:txbxContent>{p('Old.')}</w:txbxContent></mc:Fallback></mc:AlternateContent>"
    )
    assert read(f"<w:p>{r('One.')}{outer}{box(twice)}</w:p>").text == "One.\nOuter.\nInner.\nNew."


def test_properties_may_be_switched_off(read: Read) -> None:
    off = '<w:vanish w:val="0"/><w:b w:val="false"/>'
    source = read(f"<w:p>{r('shown', off)}</w:p>")
    assert source.text == "shown"
    assert not source.paragraphs[0].strong


def test_a_list_in_a_cell_is_of_the_table(read: Read) -> None:
    numbered = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    cell = f"<w:tc>{p('a', numbered)}</w:tc>"
    assert [each.kind for each in read(f"<w:tbl><w:tr>{cell}{cell}</w:tr></w:tbl>").paragraphs] == ["cell", "cell"]


def test_links_to_elsewhere_are_no_parts(docx_of: WordFile) -> None:
    link = (
        b'<Relationship Id="x" TargetMode="External" Target="https://a.example/" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"/></Relationships>'
    )
    data, out = docx_of(p("Copy.")), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"</Relationships>", link))
    assert decode(out.getvalue(), "draft.docx", ".docx").text == "Copy."


def test_hidden_text_and_instructions_of_fields_are_no_copy(read: Read) -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK x</w:instrText></w:r>'
        f"{r('nested')}"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("shown") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert read(f"<w:p>{r('a ')}{field}{r(' b')}{r(' hidden', '<w:vanish/>')}</w:p>").text == "a shown b"


def test_contents_that_word_writes_are_no_copy(read: Read) -> None:
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    body = f"<w:sdt>{gallery}<w:sdtContent>{p('Contents')}</w:sdtContent></w:sdt>"
    assert read(body + p("A head 1", '<w:pStyle w:val="toc1"/>') + p("Copy.")).text == "Copy."


def test_what_controls_hold_is_copy(read: Read) -> None:
    inline = f"<w:p><w:sdt><w:sdtContent>{r('in a control')}</w:sdtContent></w:sdt></w:p>"
    assert read(f"<w:sdt><w:sdtContent>{p('Block.')}</w:sdtContent></w:sdt>{inline}").text == "Block.\nin a control"


def test_breaks_part_lines_but_not_those_of_a_title(read: Read) -> None:
    broken = f"{r('One')}<w:r><w:br/></w:r><w:r><w:br/></w:r>{r('two')}"
    title = '<w:pPr><w:pStyle w:val="Title"/></w:pPr>'
    assert read(f"<w:p>{title}{broken}</w:p><w:p>{broken}</w:p>").text == "One  two\nOne\ntwo"


def test_signs_that_are_no_letters(read: Read) -> None:
    signs = (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:softHyphen/><w:t>d</w:t><w:sym/></w:r>"
    )
    assert read(f"<w:p>{signs}<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>").text == "a\tb-cd\ufffc\ufffc"


def test_white_space_counts_where_word_shows_it(read: Read) -> None:
    assert read("<w:p><w:r><w:t> a\nb </w:t></w:r><w:r><w:t xml:space='preserve'> c</w:t></w:r></w:p>").text == "a b c"


def test_bold_paragraphs_are_told(read: Read) -> None:
    source = read(f"<w:p>{r('All ', '<w:b/>')}{r('bold', '<w:b/>')}</w:p><w:p>{r('A', '<w:b/>')}{r('b')}</w:p>")
    assert [each.strong for each in source.paragraphs] == [True, False]


def test_comments_are_left_alone(read: Read) -> None:
    comment = f'<w:comment w:id="0" w:author="Ada">{p("Really?")}</w:comment>'
    marks = '<w:commentRangeStart w:id="0"/>{}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    assert read(f"<w:p>{marks.format(r('Copy.'))}</w:p>", comments=comment).text == "Copy."


def test_an_empty_document_is_an_empty_draft(read: Read) -> None:
    assert read("").text == ""
    assert read("").paragraphs == ()
