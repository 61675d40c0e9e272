"""The programs that people open the files with: python-docx, and LibreOffice as a person would meet it, on a page."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from newslint.config.settings import Config
from newslint.desk.annotating import annotated
from newslint.desk.fixer import mend, write
from newslint.desk.run import Desk
from newslint.plugins.registry import Registry
from newslint.reading import read

docx = pytest.importorskip("docx", reason="python-docx, of the extra “docx”, isn't installed")
OFFICE, PAGES = shutil.which("soffice"), shutil.which("pdftotext")
in_office = pytest.mark.skipif(not (OFFICE and PAGES), reason="LibreOffice (soffice) or pdftotext isn't installed")


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A document as python-docx writes it, with styles, a table, a picture's caption and a header."""
    made = docx.Document()
    made.add_paragraph("Twelve hurt in fire on Saltmouth ferry", style="Title")
    made.add_paragraph("Twelve people were hurt on the the ferry on Sunday, said Lucia Marchetti, its captain.")
    paragraph = made.add_paragraph("Captain Marchetti turned the ship back. Mar")
    paragraph.add_run("cheti’s").bold = True
    paragraph.add_run(" crew put out the fire.")
    table = made.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Hurt", "12"
    made.add_paragraph("The ferry on Sunday.", style="Caption")
    made.sections[0].header.paragraphs[0].text = "Draft draft for the the desk"
    path = tmp_path / "draft.docx"
    made.save(str(path))
    return path


@pytest.fixture
def reviewed(draft: Path, built_in: Registry, config: Config) -> Path:
    path = draft.with_name("reviewed.docx")
    path.write_bytes(annotated(draft.read_bytes(), Desk(built_in, config).report_on(read(draft))))
    return path


@pytest.fixture
def mended(draft: Path, built_in: Registry, config: Config) -> Path:
    lint = Desk(built_in, config).report_on
    write(read(draft), mend(lint(read(draft)), lint, unsafe=True).passes)
    return draft


def converted(path: Path, suffix: str, folder: Path) -> Path:
    """The file as LibreOffice saves it in another format; comments of a PDF stand in its margin."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    margin = 'pdf:writer_pdf_Export:{"ExportNotesInMargin":{"type":"boolean","value":"true"}}'
    wanted = margin if suffix == "pdf" else suffix
    command = [str(OFFICE), profile, "--headless", "--convert-to", wanted, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return folder / f"{path.stem}.{suffix}"


def page(path: Path, folder: Path) -> str:
    """The words that stand on the pages."""
    pdf = converted(path, "pdf", folder)
    done = subprocess.run([str(PAGES), "-layout", str(pdf), "-"], check=True, capture_output=True, text=True)
    return " ".join(done.stdout.split())


def told(path: Path) -> list[tuple[str, list[str]]]:
    """Who says what in a document's comments, whatever order they are kept in."""
    return sorted((each.author, [line.text for line in each.paragraphs]) for each in docx.Document(str(path)).comments)


def test_python_docx_finds_the_comments_and_the_copy_as_it_was(draft: Path, reviewed: Path) -> None:
    before, after = docx.Document(str(draft)), docx.Document(str(reviewed))
    assert [each.text for each in before.paragraphs] == [each.text for each in after.paragraphs]
    assert [each.style.name for each in before.paragraphs] == [each.style.name for each in after.paragraphs]
    said = [lines[0] for author, lines in told(reviewed) if author == "newslint"]
    assert "“the” stands twice in a row" in said
    assert "“Marcheti” here, “Marchetti” twice elsewhere" in said


@in_office
def test_libreoffice_shows_the_comments_beside_the_copy(reviewed: Path, tmp_path: Path) -> None:
    shown = page(reviewed, tmp_path)
    assert "stands twice in a row" in shown
    assert "newslint" in shown
    assert "Captain Marchetti turned the ship back." in shown


@in_office
def test_libreoffice_keeps_the_comments_when_it_saves(
    reviewed: Path, tmp_path: Path, built_in: Registry, config: Config
) -> None:
    """What it has saved is read the same, and annotated anew: its own comments, and all of them, are replaced."""
    (tmp_path / "out").mkdir()
    saved = converted(reviewed, "docx", tmp_path / "out")
    assert read(saved).text == read(reviewed).text
    assert told(saved) == told(reviewed)
    again = tmp_path / "again.docx"
    again.write_bytes(annotated(saved.read_bytes(), Desk(built_in, config).report_on(read(saved))))
    assert told(again) == told(reviewed)


@in_office
def test_libreoffice_shows_tracked_changes(mended: Path, tmp_path: Path) -> None:
    text = converted(mended, "fodt", tmp_path).read_text(encoding="utf-8")
    assert "<text:deletion>" in text
    assert "<text:insertion>" in text
    assert "<dc:creator>newslint</dc:creator>" in text
