"""`newslint annotate`, as it's run."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newslint.cli.commands import main
from tests.word.conftest import word_file
from tests.word.test_docx import p

docx = pytest.importorskip("docx", reason="python-docx, of the extra “docx”, isn't installed")

HEADLINE, FAULTY = "Mill burns down", "The mayor of the town left the the mill on Sunday."


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = Path("draft.docx")
    path.write_bytes(word_file(p(HEADLINE) + p(FAULTY)))
    return path


def annotate(*words: str | Path) -> Result:
    return CliRunner().invoke(main, ["annotate", *map(str, words)])


def comments(path: Path) -> list[tuple[str, str]]:
    return [(each.author, each.paragraphs[0].text) for each in docx.Document(str(path)).comments]


def test_findings_are_comments_in_a_copy(draft: Path) -> None:
    before = draft.read_bytes()
    done = annotate(draft, "-o", "reviewed.docx")
    assert (done.exit_code, done.stdout) == (0, "reviewed.docx: 1 error in 1 draft; 1 can be mended with --fix\n")
    assert draft.read_bytes() == before
    assert comments(Path("reviewed.docx")) == [
        ("newslint", "“the” stands twice in a row"),
        ("newslint", "first here: see “the” in paragraph 2, “The mayor of the town…”"),
    ]


def test_the_draft_itself_may_be_annotated_again_and_again(draft: Path) -> None:
    for _ in range(3):
        assert annotate(draft, "-o", draft).exit_code == 0
        assert len(comments(draft)) == 2


def test_the_configuration_holds(draft: Path) -> None:
    Path(".newslint.yml").write_text("ignore: [repetition]\n", encoding="utf-8")
    assert annotate(draft, "-o", "reviewed.docx").stdout == "reviewed.docx: No findings in 1 draft\n"
    assert Path("reviewed.docx").read_bytes() == draft.read_bytes()


def test_what_cannot_be_done_is_a_sentence(draft: Path) -> None:
    Path("draft.txt").write_text(FAULTY, encoding="utf-8")
    Path("wrong.docx").write_text(FAULTY, encoding="utf-8")
    for words, said in (
        (
            ("draft.txt", "-o", "x.docx"),
            "newslint: draft.txt: is no Word document (.docx), and only these take comments\n",
        ),
        (("wrong.docx", "-o", "x.docx"), "newslint: wrong.docx: is damaged, or not the document that its name says\n"),
        ((draft, "-o", "none/x.docx"), "newslint: none/x.docx: can't be written: No such file or directory\n"),
    ):
        done = annotate(*words)
        assert (done.exit_code, done.stdout, done.stderr) == (2, "", said)
    assert not Path("x.docx").exists()


def test_fix_and_report_name_paragraphs(draft: Path) -> None:
    runner = CliRunner()
    told = runner.invoke(main, ["check", "--isolated", str(draft)])
    assert told.stdout.startswith("draft.docx, paragraph 2, “The mayor of the town…”: error repetition/word ")
    fixed = runner.invoke(main, ["check", "--isolated", "--fix", str(draft)])
    assert (fixed.exit_code, fixed.stderr) == (0, "newslint: fixed 1 finding in 1 draft\n")
    assert "<w:del " in _story(draft)
    assert runner.invoke(main, ["check", "--isolated", str(draft)]).exit_code == 0


def _story(path: Path) -> str:
    import zipfile

    with zipfile.ZipFile(path) as archive:
        return archive.read("word/document.xml").decode()


def test_a_missing_extra_is_named_with_its_command(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newslint.extras.find_spec", lambda name: None)
    said = (
        "reading Word documents (.docx) needs the extra “docx”, which brings python-docx, odfdo and striprtf: "
        "python3 -m pip install 'newslint[docx]'\n"
    )
    named = CliRunner().invoke(main, ["check", "--isolated", str(draft)])
    assert (named.exit_code, named.stderr) == (2, f"newslint: draft.docx: {said}")
    assert annotate(draft, "-o", "x.docx").stderr == f"newslint: draft.docx: {said}"
    Path("draft.txt").write_text("Copy.\n", encoding="utf-8")
    folder = CliRunner().invoke(main, ["check", "--isolated", "."])
    assert (folder.exit_code, folder.stderr) == (0, f"newslint: draft.docx: left: {said}")


def test_json_says_the_place_as_its_schema_has_it(draft: Path) -> None:
    import json

    import jsonschema

    told = json.loads(CliRunner().invoke(main, ["check", "--isolated", "--output-format=json", str(draft)]).stdout)
    schema = json.loads((Path(__file__).parents[2] / "docs" / "findings.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(told, schema)
    (finding,) = told["findings"]
    copy = f"{HEADLINE}\n{FAULTY}"
    assert copy[finding["start"]["offset"] : finding["end"]["offset"]] == finding["text"] == "the"
    assert finding["place"] == finding["related"][0]["place"] == "paragraph 2, “The mayor of the town…”"


def test_what_word_keeps_beside_an_open_document_is_no_draft(draft: Path) -> None:
    Path("~$draft.docx").write_bytes(b"\x05Ada Nowak")
    assert CliRunner().invoke(main, ["check", "--isolated", "."]).stderr == ""
