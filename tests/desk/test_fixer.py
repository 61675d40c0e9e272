from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from newslint.config.settings import Config
from newslint.desk import writing
from newslint.desk.fixer import FixError, Lint, edited, mend, without_overlaps, write
from newslint.desk.run import Desk
from newslint.finding import Edit, Finding, Fix, Safety, Severity
from newslint.plugins.registry import Registry
from newslint.reading import decode, read
from newslint.report import Report
from newslint.source import Source, Span

FAULTY = "Café closed\n\nThe mayor left the the café in April.\n"
MENDED = FAULTY.replace(" the the", " the")


def offering(source: Source, *changes: tuple[int, int, str], safety: Safety = Safety.SAFE) -> Finding:
    edits = tuple(Edit(source.location(start), source.location(end), new) for start, end, new in changes)
    start, end = edits[0][:2]
    text = source[Span(start.offset, end.offset)]
    return Finding(
        source.name, "a/rule", Severity.ERROR, 1.0, "", text, start, end, (), Fix(edits, safety), str(changes)
    )


def once(source: Source) -> list[list[Finding]]:
    """The one pass that takes the second “the” out of FAULTY."""
    at = source.text.index(" the the") + len(" the")
    return [[offering(source, (at, at + len(" the"), ""))]]


def test_of_fixes_that_overlap_the_first_is_made() -> None:
    source = Source("a.txt", "0123456789")
    whole, inside, apart = offering(source, (2, 6, "A")), offering(source, (3, 4, "B")), offering(source, (6, 7, "C"))
    assert edited(source.text, without_overlaps([whole, inside, apart])) == "01AC789"


def test_a_fix_is_made_wholly_or_not_at_all() -> None:
    source = Source("a.txt", "0123456789")
    first, both = offering(source, (4, 6, "A")), offering(source, (0, 1, "B"), (5, 7, "B"))
    assert without_overlaps([first, both]) == [first]


def test_two_insertions_at_one_place_are_not_both_made() -> None:
    source = Source("a.txt", "0123")
    assert len(without_overlaps([offering(source, (2, 2, "A")), offering(source, (2, 2, "B"))])) == 1
    assert len(without_overlaps([offering(source, (2, 3, "A")), offering(source, (2, 2, "B"))])) == 1


def test_a_fix_that_overlaps_itself_is_not_made() -> None:
    assert without_overlaps([offering(Source("a.txt", "0123456789"), (0, 3, "A"), (2, 5, "B"))]) == []


def replacing(old: str, new: str, safety: Safety = Safety.SAFE) -> Lint:
    """A lint that wants each `old` to be `new`, the first first."""

    def lint(source: Source) -> Report:
        at = source.text.find(old)
        found = (offering(source, (at, at + len(old), new), safety=safety),) if at >= 0 else ()
        return Report(source, found)

    return lint


def test_fixes_are_made_until_none_is_left() -> None:
    lint = replacing("aa", "a")
    mended = mend(lint(Source("a.txt", "aaaaa")), lint)
    assert (mended.report.source.text, len(mended.made)) == ("a", 4)
    assert mend(mended.report, lint) == (mended.report, ())


def test_fixes_without_end_leave_the_draft_alone() -> None:
    lint = replacing("a", "aa")
    with pytest.raises(FixError, match=r"a\.txt: left as it is: the fixes of a/rule undo each other"):
        mend(lint(Source("a.txt", "a")), lint)


def test_a_rule_that_fails_on_the_mended_draft_undoes_all() -> None:
    def lint(source: Source) -> Report:
        return Report(source, failures=("a.txt: rule a/rule failed",))

    with pytest.raises(FixError, match="rule a/rule failed"):
        mend(replacing("a", "b")(Source("a.txt", "a")), lint)


@pytest.mark.parametrize(
    ("safety", "unsafe", "made"),
    [(Safety.SAFE, False, 1), (Safety.UNSAFE, False, 0), (Safety.UNSAFE, True, 1), (Safety.SUGGESTION, True, 0)],
)
def test_only_as_much_is_made_as_is_allowed(safety: Safety, unsafe: bool, made: int) -> None:
    lint = replacing("a", "b", safety)
    assert len(mend(lint(Source("a.txt", "a")), lint, unsafe).made) == made


def test_another_persons_words_are_left_alone(built_in: Registry, config: Config) -> None:
    lint = Desk(built_in, config).report_on
    said = "A title\n\nThe the mayor said: “I saw the the bridge.” He will will stay.\n"
    mended = mend(lint(Source("a.txt", said)), lint, unsafe=True)
    assert "“I saw the the bridge.” He will stay." in mended.report.source.text
    assert [finding.fix.safety for finding in mended.report.findings if finding.fix] == [Safety.SUGGESTION]


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8-sig", b""),
        ("cp1252", b""),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-32-le", b"\xff\xfe\0\0"),
        ("utf-32-be", b"\0\0\xfe\xff"),
    ],
)
def test_encoding_mark_and_line_ends_stay(encoding: str, mark: bytes, ends: str, tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_bytes(mark + FAULTY.replace("\n", ends).encode(encoding))
    source = read(path)
    write(source, once(source))
    assert path.read_bytes() == mark + MENDED.replace("\n", ends).encode(encoding)


def test_mode_and_link_stay(tmp_path: Path) -> None:
    draft, link = tmp_path / "draft.txt", tmp_path / "link.txt"
    draft.write_text(FAULTY, encoding="utf-8")
    draft.chmod(0o640)
    link.symlink_to("draft.txt")
    write(read(link), once(read(link)))
    assert link.is_symlink()
    assert draft.read_text(encoding="utf-8") == MENDED
    assert draft.stat().st_mode & 0o7777 == 0o640
    assert sorted(os.listdir(tmp_path)) == ["draft.txt", "link.txt"]


def test_a_draft_that_has_changed_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text(FAULTY, encoding="utf-8")
    source = read(path)
    path.write_text("Something new\n", encoding="utf-8")
    with pytest.raises(FixError, match="has changed since it was read"):
        write(source, once(source))
    assert path.read_text(encoding="utf-8") == "Something new\n"


def test_a_draft_that_went_away_is_named(tmp_path: Path) -> None:
    with pytest.raises(FixError, match="No such file"):
        write(Source(str(tmp_path / "gone.txt"), "a"), [])


def test_what_the_encoding_has_no_way_to_write_leaves_the_draft_alone(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    data = FAULTY.encode("cp1252")
    path.write_bytes(data)
    with pytest.raises(FixError, match="its encoding, cp1252, has no “ł”"):
        write(read(path), [[offering(read(path), (0, len("Café"), "Pałac"))]])
    assert path.read_bytes() == data


def test_an_encoding_without_a_way_back_leaves_the_draft_alone(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_bytes(FAULTY.encode("utf-8"))
    source = Source(str(path), decode(FAULTY.encode("utf-8"), "x").text, encoding="latin-1")
    with pytest.raises(FixError, match="can't be written back as it was"):
        write(source, once(source))


@pytest.mark.skipif(sys.platform == "win32", reason="open files can't be taken away there")
def test_what_a_killed_process_left_is_swept_away(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text(FAULTY, encoding="utf-8")
    left, foreign = tmp_path / ".other.txt.0f.newslint~", tmp_path / ".draft.txt.1.newslint~"
    for file in (left, foreign):
        file.write_text("half", encoding="utf-8")
    (tmp_path / ".link.newslint~").symlink_to(path)
    os.mkfifo(tmp_path / ".pipe.newslint~")
    holding = "import fcntl, sys; file = open(sys.argv[1]); fcntl.flock(file, fcntl.LOCK_EX); print(flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", holding, str(foreign)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        other.stdout.readline()
        write(read(path), once(read(path)))
        other.communicate()
    assert (path.read_text(encoding="utf-8"), left.exists(), foreign.exists()) == (MENDED, False, True)


def test_a_draft_with_the_longest_name_is_mended(tmp_path: Path) -> None:
    path = tmp_path / f"{'é' * 125}.txt"
    path.write_text(FAULTY, encoding="utf-8")
    write(read(path), once(read(path)))
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


@pytest.mark.skipif(sys.platform == "win32", reason="tried with processes that are forked")
def test_writers_of_one_number_in_one_folder_do_not_meet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Several containers that share a volume: each has a process 1."""
    path = tmp_path / "draft.txt"
    monkeypatch.setattr(os, "getpid", lambda: 1)
    children = []
    for letter in "abcd":
        child = os.fork()
        if not child:
            for _ in range(100):
                writing.replace_file(path, letter.encode() * 10_000, durable=False)
            os._exit(0)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * 4
    assert path.read_text(encoding="utf-8") in {letter * 10_000 for letter in "abcd"}
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="no kill there that a process can't catch")
def test_a_kill_in_the_middle_leaves_every_draft_old_or_new(tmp_path: Path) -> None:
    drafts = [tmp_path / f"draft-{number:03}.txt" for number in range(200)]
    for draft in drafts:
        draft.write_text(FAULTY * 20, encoding="utf-8")
    command = [sys.executable, "-m", "newslint", "check", "--isolated", "--fix", "--unsafe-fixes"]
    for wanted in (20, 80, 140):
        process = subprocess.Popen([*command, str(tmp_path)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while process.poll() is None and sum(_mended(draft) for draft in drafts) < wanted:
            time.sleep(0.002)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert {draft.read_text(encoding="utf-8") for draft in drafts} <= {FAULTY * 20, MENDED * 20}
    done = subprocess.run([*command, str(tmp_path)], capture_output=True, check=False, text=True)
    assert done.returncode == 0, done.stderr
    assert {draft.read_text(encoding="utf-8") for draft in drafts} == {MENDED * 20}
    assert sorted(tmp_path.iterdir()) == drafts


def _mended(draft: Path) -> bool:
    return draft.stat().st_size < len((FAULTY * 20).encode())


@pytest.mark.parametrize(
    ("allowed", "safety"), [("true", {Safety.SAFE, Safety.UNSAFE}), ("false", {Safety.SUGGESTION})]
)
def test_a_rule_may_say_that_quotations_are_its_business(
    allowed: str, safety: set[Safety], built_in: Registry, tmp_path: Path
) -> None:
    pack = tmp_path / "own.yml"
    pack.write_text(
        f'word: {{check: repeated-word, message: "“{{found}}” twice", why: It is a slip., in-quotations: {allowed}}}\n',
        encoding="utf-8",
    )
    desk = Desk(built_in, Config(packs=(pack,), select=("own",)))
    [finding] = desk.report_on(Source("a.txt", "A title\n\nHe said: “I saw the the bridge.”\n")).findings
    assert finding.fix
    assert finding.fix.safety in safety
