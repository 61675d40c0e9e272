"""The server as an editor meets it: a real client, over standard input and output."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from lsprotocol import types

from newslint import extras
from newslint.cli.commands import main

COMMAND = Path(sys.executable).parent / "newslint"
Start = Any  # conftest.Start, which this file can't import

COPY = """Harbour wall to be raised

By Nora Quill

The harbour wall at Penlow will be raised by a metre, said Agnes Tolliver, the mayor of the town, on Monday.

Ms Toliver said the the work would begin in May. Tolliver has asked for it for ten years.
"""


def rules(found: list[types.Diagnostic]) -> list[str]:
    return sorted(str(each.code) for each in found)


def one(found: list[types.Diagnostic], rule: str) -> types.Diagnostic:
    (only,) = [each for each in found if each.code == rule]
    return only


def test_findings_are_shown_with_both_places_and_go_when_they_are_mended(start: Start) -> None:
    editor = start()
    uri = editor.write("wall.txt", COPY)
    found = editor.shown(uri)
    assert rules(found) == ["names/spelling", "repetition/word"]
    name = one(found, "names/spelling")
    assert editor.text_at(uri, name.range) == "Toliver"
    assert name.severity in (types.DiagnosticSeverity.Error, types.DiagnosticSeverity.Warning)
    assert name.source == "newslint"
    related = name.related_information or ()
    assert {(each.location.uri, editor.text_at(uri, each.location.range)) for each in related} == {(uri, "Tolliver")}
    editor.type(uri, COPY.replace("Toliver", "Tolliver"))
    assert rules(editor.shown(uri)) == ["repetition/word"]
    editor.close(uri)
    editor.shown(uri, until=lambda found: not found)


def test_only_the_last_of_many_keys_is_answered(start: Start) -> None:
    editor = start("--pause", "700")
    uri = editor.write("wall.txt", COPY)
    editor.shown(uri)
    for length in range(1, 30):
        last = editor.type(uri, COPY + "The work goes on.\n"[:length])
    editor.shown(uri)
    assert [each.version for each in editor.published] == [1, last]


def test_what_an_older_text_gave_is_dropped(start: Start) -> None:
    """Each text is taken up at once here, and most are outdated before they're judged."""
    editor = start("--pause", "0")
    uri = editor.write("wall.txt", COPY)
    editor.shown(uri)
    for number in range(40):
        last = editor.type(uri, COPY + "\nThe work goes on.\n" * (60 + number))
    editor.shown(uri)
    versions = [each.version for each in editor.published if each.uri == uri]
    assert versions == sorted(versions)
    assert versions[-1] == last
    assert len(versions) < 40


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_places_hold_beside_emoji_and_accents(start: Start, encoding: str, end: str) -> None:
    editor = start(encoding=encoding)
    # A line separator and a form feed are no line ends to an editor.
    copy = f"Caf\u0065\u0301 👩‍👩‍👧‍👦 opens\u2028again\f{end}{end}The 👍🏽 caf\u0065\u0301 👩‍👩‍👧‍👦 had had a a party, 𝒜 said.{end}"
    uri = editor.write("cafe.txt", copy)
    found = one(editor.shown(uri), "repetition/word")
    assert editor.text_at(uri, found.range) == "a"
    (fix,) = [each for each in editor.actions(uri, found.range, "quickfix").values() if each.edit]
    editor.act(fix)
    assert editor.texts[uri] == copy.replace(" a a ", " a ")
    assert rules(editor.shown(uri)) == []


def test_fixes_are_offered_where_the_caret_stands_and_all_certain_ones_at_once(start: Start) -> None:
    editor = start()
    uri = editor.write("wall.txt", COPY)
    found = editor.shown(uri)
    word, name = one(found, "repetition/word"), one(found, "names/spelling")
    caret = types.Range(word.range.start, word.range.start)
    certain = [each for each in editor.actions(uri, caret, "quickfix").values() if each.edit]
    assert [(each.title, each.is_preferred) for each in certain] == [("“ the” goes", True)]
    likely = [each for each in editor.actions(uri, name.range, "quickfix").values() if each.edit]
    assert [(each.title, each.is_preferred) for each in likely] == [
        ("“Toliver” becomes “Tolliver” (likely, not certain)", None)
    ]
    nowhere = types.Range(types.Position(0, 0), types.Position(0, 0))
    assert editor.actions(uri, nowhere, "quickfix") == {}
    (everything,) = editor.actions(uri, nowhere, "source.fixAll").values()
    editor.act(everything)
    assert editor.texts[uri] == COPY.replace("the the", "the")
    assert rules(editor.shown(uri)) == ["names/spelling"]
    assert editor.actions(uri, nowhere, "source.fixAll") == {}


def test_actions_are_of_the_newest_text_without_waiting_for_a_pause(start: Start) -> None:
    editor = start("--pause", "60000")
    uri = editor.write("wall.txt", COPY)
    word = one(editor.shown(uri), "repetition/word")
    editor.type(uri, "Moved\n\n" + COPY)
    below = types.Position(word.range.start.line + 2, word.range.start.character)
    (fix,) = [each for each in editor.actions(uri, types.Range(below, below), "quickfix").values() if each.edit]
    editor.act(fix)
    assert editor.texts[uri] == "Moved\n\n" + COPY.replace("the the", "the")


def test_a_finding_is_explained_and_its_rule_shown_under_the_pointer(start: Start) -> None:
    editor = start()
    uri = editor.write("wall.txt", COPY)
    name = one(editor.shown(uri), "names/spelling")
    page = editor.hover(uri, name.range.start)
    assert page
    assert "**“Toliver” here, “Tolliver” twice elsewhere**" in page
    assert "### names/spelling" in page
    assert "**Exceptions:**" in page
    assert editor.hover(uri, types.Position(0, 0)) is None
    (explain,) = [each for title, each in editor.actions(uri, name.range).items() if title.startswith("Explain")]
    assert "they begin alike" in editor.act(explain)
    assert "they begin alike" in editor.told("“Toliver” here")


def test_an_editor_that_shows_pages_is_told_nothing_besides(start: Start) -> None:
    editor = start(pages=True)
    uri = editor.write("wall.txt", COPY)
    name = one(editor.shown(uri), "names/spelling")
    (explain,) = [each for title, each in editor.actions(uri, name.range).items() if title.startswith("Explain")]
    assert "### names/spelling" in editor.act(explain)
    assert editor.messages == []


def stet(editor: Any, uri: str, rule: str, *reason: str) -> None:
    place = one(editor.shown(uri), rule).range
    (action,) = [each for title, each in editor.actions(uri, place).items() if f"(stet): {rule}" in title]
    editor.act(action, *reason)


@pytest.mark.parametrize(
    ("name", "language", "copy", "stood"),
    [
        (
            "wall.md",
            "markdown",
            "# Wall\n\nThe the wall.\n",
            "# Wall\n\n<!-- stet: repetition/word, So he wrote – it -->\nThe the wall.\n",
        ),
        (
            "table.md",
            "markdown",
            "| a | b |\n|---|---|\n| The the wall | shut |\n",
            "| a | b |\n|---|---|\n| <!-- stet: repetition/word, So he wrote – it -->The the wall | shut |\n",
        ),
        (
            "wall.html",
            "html",
            "<body>\r\n<h1>Wall</h1>\r\n  <p>The the wall was built, she said.</p>\r\n</body>\r\n",
            "<body>\r\n<h1>Wall</h1>\r\n  <!-- stet: repetition/word, So he wrote – it -->\r\n  <p>The the wall was built, she said.</p>\r\n</body>\r\n",
        ),
    ],
)
def test_a_finding_is_let_stand_by_a_comment(start: Start, name: str, language: str, copy: str, stood: str) -> None:
    editor = start()
    uri = editor.write(name, copy, language)
    stet(editor, uri, "repetition/word", "So he  wrote -- it")
    assert rules(editor.shown(uri)) == []
    assert editor.texts[uri] == stood
    assert not (editor.folder / ".newslint.yml").exists()


@pytest.mark.parametrize("reason", ["twins", "so he wrote it"])
def test_a_reason_is_never_read_as_a_rule(start: Start, reason: str) -> None:
    editor = start()
    uri = editor.write("wall.md", "# Wall\n\nThe the wall.\n", "markdown")
    stet(editor, uri, "repetition/word", reason)
    assert rules(editor.shown(uri)) == []
    (editor.folder / ".newslint.yml").write_text("require-reason: true\n", encoding="utf-8")
    editor.type(uri, editor.texts[uri] + "\n")
    assert rules(editor.shown(uri)) == []


def test_a_finding_without_room_for_a_comment_is_let_stand_by_an_entry(start: Start) -> None:
    editor = start()
    plain = editor.write("news/wall.txt", COPY)
    stet(editor, plain, "repetition/word", "So he wrote it.")
    assert "shall stand" in editor.told("repetition/word")
    editor.shown(plain, until=lambda found: rules(found) == ["names/spelling"])
    written = (editor.folder / ".newslint.yml").read_text(encoding="utf-8")
    assert 'path: "news/wall.txt"' in written
    assert 'reason: "So he wrote it."' in written
    titled = "---\ntitle: The the wall\n---\n\nIt was built.\n"
    uri = editor.write("titled.md", titled, "markdown")
    stet(editor, uri, "repetition/word")
    editor.shown(uri, until=lambda found: not found)
    assert editor.texts[uri] == titled


def test_where_a_reason_is_required_none_is_made_up(start: Start) -> None:
    editor = start()
    (editor.folder / ".newslint.yml").write_text("require-reason: true\n", encoding="utf-8")
    uri = editor.write("wall.txt", COPY)
    stet(editor, uri, "repetition/word")
    assert "--reason" in editor.told("a stet needs a reason here")
    assert (editor.folder / ".newslint.yml").read_text(encoding="utf-8") == "require-reason: true\n"
    fresh = editor.open("untitled:Untitled-1", COPY)
    stet(editor, fresh, "repetition/word", "So he wrote it.")
    editor.told("save it first")


def test_the_nearest_configuration_holds_and_is_read_anew_when_it_changes(start: Start) -> None:
    editor = start()
    uri, other = editor.write("wall.txt", COPY), editor.write("letters/wall.txt", COPY)
    for each in (uri, other):
        assert rules(editor.shown(each)) == ["names/spelling", "repetition/word"]
    (editor.folder / "letters" / ".newslint.yml").write_text("ignore: [repetition]\n", encoding="utf-8")
    editor.shown(other, until=lambda found: rules(found) == ["names/spelling"])
    assert rules(editor.shown(uri)) == ["names/spelling", "repetition/word"]
    (editor.folder / ".newslint.yml").write_text("names: [names.csv]\n", encoding="utf-8")
    (editor.folder / "names.csv").write_text("name,wrong\nAnnie Quill,Nora Quill\n", encoding="utf-8")
    editor.shown(uri, until=lambda found: len(found) == 3)
    (editor.folder / "names.csv").write_text("name,wrong\nAnnie Quill,Dora Quill\n", encoding="utf-8")
    editor.shown(uri, until=lambda found: rules(found) == ["names/spelling", "repetition/word"])


def test_a_broken_configuration_is_told_at_its_line_until_it_is_mended(start: Start) -> None:
    editor = start()
    file = editor.folder / ".newslint.yml"
    file.write_text("level: warning\nlevle: error\n", encoding="utf-8")
    uri = editor.write("wall.txt", COPY)
    (shown,) = editor.shown(file.as_uri())
    assert shown.range.start == types.Position(1, 0)
    assert "did you mean “level”" in shown.message
    assert "did you mean “level”" in editor.told(".newslint.yml:2")
    assert editor.shown(uri) == []
    file.write_text("level: warning\n", encoding="utf-8")
    editor.shown(uri, until=lambda found: len(found) == 2)
    assert editor.shown(file.as_uri()) == []
    file.write_text("levle: error\n", encoding="utf-8")
    editor.shown(file.as_uri(), until=lambda found: len(found) == 1)
    editor.close(uri)  # nobody is left whom it concerns
    editor.shown(file.as_uri(), until=lambda found: not found)


def test_a_list_that_is_wanting_is_told_until_it_is_there(start: Start) -> None:
    editor = start()
    (editor.folder / ".newslint.yml").write_text("names: [names.csv]\n", encoding="utf-8")
    uri = editor.write("wall.txt", COPY)
    assert "names.csv" in editor.told("there's no file")
    (editor.folder / "names.csv").write_text("name,wrong\nAnnie Quill,Nora Quill\n", encoding="utf-8")
    editor.shown(uri, until=lambda found: len(found) == 3)


PLUGIN = """
from pathlib import Path
Path(__file__).with_name("ran").touch()
print("this would end a session, were it to go out")
"""


@pytest.mark.parametrize("allowed", [False, True])
def test_a_plugin_runs_only_by_consent_and_what_it_prints_harms_nobody(start: Start, allowed: bool) -> None:
    editor = start(*["--allow-plugins"][: int(allowed)])
    (editor.folder / "desk.py").write_text(PLUGIN, encoding="utf-8")
    (editor.folder / ".newslint.yml").write_text("plugins: [desk.py]\n", encoding="utf-8")
    uri = editor.write("wall.txt", COPY)
    assert rules(editor.shown(uri)) == ["names/spelling", "repetition/word"]
    assert (editor.folder / "ran").exists() is allowed


def test_what_is_no_draft_is_left_alone(start: Start) -> None:
    editor = start()
    (editor.folder / ".newslint.yml").write_text('exclude: ["archive/"]\n', encoding="utf-8")
    report = "wall.txt:1:1: error repetition/word 12345678\n  “the” stands twice in a row\n\nThe the wall.\n"
    for uri in (
        editor.write("archive/wall.txt", COPY),
        editor.write("wall.py", COPY, "python"),
        editor.write("report.txt", report),
        editor.open("untitled:Untitled-1", COPY, "python"),
    ):
        assert editor.shown(uri) == []
    assert rules(editor.shown(editor.open("untitled:Untitled-2", COPY))) == ["names/spelling", "repetition/word"]


def test_a_command_about_what_is_gone_says_so(start: Start) -> None:
    editor = start()
    for arguments in ([], ["file:///nowhere.txt"], ["file:///nowhere.txt", "0f0f0f0f"], [17, None]):
        params = types.ExecuteCommandParams("newslint.stet", arguments)
        editor.run(editor.client.workspace_execute_command_async(params))
    assert set(editor.messages) == {"newslint: that finding is gone: has it been mended, or is it stetted already?"}


def framed(*bodies: str) -> bytes:
    return b"".join(b"Content-Length: %d\r\n\r\n%s" % (len(body.encode()), body.encode()) for body in bodies)


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"Hello, is this newslint?\n",
        b"Content-Length: nine\r\n\r\n{}",
        framed("{"),
        framed('{"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"no": "document"}}'),
        framed(json.dumps({"jsonrpc": "2.0", "id": 1, "method": "textDocument/hover", "params": 9})),
    ],
)
def test_an_editor_that_talks_nonsense_or_is_gone_ends_the_server(said: bytes, tmp_path: Path) -> None:
    done = subprocess.run([COMMAND, "lsp"], input=said, cwd=tmp_path, capture_output=True, timeout=60, check=False)
    assert done.returncode == 0
    assert b"an error in newslint" not in done.stderr
    assert not done.stdout or done.stdout.startswith(b"Content-Length")


def test_without_its_library_one_sentence_says_what_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(extras.EXTRAS, "lsp", "no_library_is_called_so")
    done = CliRunner().invoke(main, ["lsp"])
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1
    assert "python3 -m pip install 'newslint[lsp]'" in done.stderr


def test_a_terminal_is_no_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newslint.cli.lsp._at_a_terminal", lambda: True)
    done = CliRunner().invoke(main, ["lsp"])
    assert done.exit_code == 2
    assert "docs/editors.md" in done.stderr


def test_the_command_line_loads_none_of_it() -> None:
    code = "import sys, newslint.cli.check; sys.exit(any(name.startswith(('pygls', 'lsprotocol')) for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
