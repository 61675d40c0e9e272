"""--changed-since, with a real git."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newslint.cli.commands import main
from newslint.desk.changes import GitError, Lines, changes_since

CLEAN = "A title\n\nThe mayor opened the bridge.\n\nIt was late in April.\n\nNobody came to see the show.\n"


def git(*words: str) -> str:
    named = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    return subprocess.run(["git", *named, *words], check=True, capture_output=True, encoding="utf-8").stdout


def write(path: str, text: str, encoding: str = "utf-8") -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(text.encode(encoding))


def commit(message: str = "More") -> None:
    git("add", "-A")
    git("commit", "-q", "--no-verify", "-m", message)


def newslint(*args: str) -> Result:
    return CliRunner().invoke(main, ["check", "--isolated", "--no-cache", *args])


def places(*args: str) -> list[str]:
    done = newslint("--output-format", "json", "--exit-zero", *args)
    assert done.exit_code == 0, done.stderr
    return [f"{found['path']}:{found['start']['line']}" for found in json.loads(done.stdout)["findings"]]


@pytest.fixture(autouse=True)
def _checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)
    git("init", "-q", "-b", "main")
    write("a.txt", CLEAN.replace("late", "late late"))
    write("b.txt", CLEAN.replace("the bridge", "the the bridge"))
    commit("First")


def test_only_changed_lines_are_reported() -> None:
    write("a.txt", CLEAN.replace("late", "late late").replace("see the", "see the the"))
    assert places("--changed-since", "HEAD") == ["a.txt:7"]
    assert places(".") == ["a.txt:5", "a.txt:7", "b.txt:3"]


def test_nothing_changed_is_nothing_to_lint() -> None:
    done = newslint("--changed-since", "HEAD", ".")
    assert (done.exit_code, done.stdout) == (0, "No findings in 0 drafts\n")


def test_committed_staged_and_new_files_count() -> None:
    git("checkout", "-q", "-b", "desk")
    write("sport/c.txt", CLEAN.replace("see the", "see the the"))
    commit()
    write("d.txt", CLEAN.replace("see the", "see the the"))
    git("add", "d.txt")
    write("e f ü “x”.txt", CLEAN.replace("see the", "see the the"))
    found = places("--changed-since", "main")
    assert found == ["d.txt:7", "e f ü “x”.txt:7", "sport/c.txt:7"]
    assert places("--changed-since", "main", "sport") == ["sport/c.txt:7"]


def test_what_others_did_on_the_other_branch_does_not_count() -> None:
    git("checkout", "-q", "-b", "desk")
    write("c.txt", CLEAN.replace("see the", "see the the"))
    commit()
    git("checkout", "-q", "main")
    write("b.txt", CLEAN)
    commit()
    git("checkout", "-q", "desk")
    assert places("--changed-since", "main") == ["c.txt:7"]


def test_a_moved_draft_is_reported_on_only_where_it_was_edited() -> None:
    Path("moved").mkdir()
    git("mv", "a.txt", "moved/a.txt")
    assert places("--changed-since", "HEAD") == []
    write("moved/a.txt", CLEAN.replace("late", "late late").replace("see the", "see the the"))
    assert places("--changed-since", "HEAD") == ["moved/a.txt:7"]


def test_a_related_place_in_a_changed_line_counts() -> None:
    line = "The long committee meeting ended without any result on Friday evening in the old town hall of Saltmouth."
    write("c.txt", f"A title\n\n{line}\n\nIt was late.\n\nNobody came.\n")
    commit()
    write("c.txt", f"A title\n\n{line}\n\nIt was late.\n\n{line}\n")
    found = places("--changed-since", "HEAD", "--level", "suggestion", "--select", "repetition")
    assert found == places("--level", "suggestion", "--select", "repetition", "c.txt")


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_other_line_ends_are_counted_as_git_counts_them(ends: str) -> None:
    faulty = CLEAN.replace("late", "late late").replace("see the", "see the the")
    write("c.txt", CLEAN.replace("late", "late late").replace("\n", ends))
    commit()
    write("c.txt", faulty.replace("\n", ends))
    expected = ["c.txt:7"] if ends == "\r\n" else ["c.txt:5", "c.txt:7"]  # all one line, to git
    assert places("--changed-since", "HEAD") == expected


def test_what_git_cannot_locate_is_reported_and_not_lost() -> None:
    write("c.txt", "\ufeff" + CLEAN.replace("late", "late late"), "utf-16-le")
    commit()
    write("c.txt", "\ufeff" + CLEAN.replace("late", "late late") + "More.\n", "utf-16-le")
    assert places("--changed-since", "HEAD") == ["c.txt:5"]


def test_a_draft_outside_the_checkout_is_reported_on_wholly(tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "x.txt"
    outside.write_text(CLEAN.replace("late", "late late"), encoding="utf-8")
    assert places("--changed-since", "HEAD", str(outside)) == [f"{outside}:5"]


def test_gits_own_settings_change_nothing() -> None:
    for name, value in (
        ("color.ui", "always"),
        ("diff.noprefix", "true"),
        ("diff.external", "false"),
        ("diff.context", "9"),
        ("core.quotePath", "false"),
    ):
        git("config", name, value)
    write("a.txt", CLEAN.replace("late", "late late").replace("see the", "see the the"))
    write("é.txt", CLEAN.replace("late", "late late"))
    commit()
    write("é.txt", CLEAN.replace("late", "late late").replace("see the", "see the the"))
    assert places("--changed-since", "HEAD~1") == ["a.txt:7", "é.txt:5", "é.txt:7"]
    assert places("--changed-since", "HEAD") == ["é.txt:7"]


@pytest.mark.parametrize("revision", ["no-such", "--output=x", "HEAD..main"])
def test_an_unknown_revision_ends_with_two(revision: str) -> None:
    done = newslint(f"--changed-since={revision}")
    assert done.exit_code == 2
    assert "git rev-parse failed: fatal:" in done.stderr
    assert not Path("x").exists()


def test_no_checkout_ends_with_two(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(elsewhere.parent))
    with pytest.raises(GitError, match="not a git repository"):
        changes_since("HEAD", elsewhere)


def test_no_git_ends_with_two(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    done = newslint("--changed-since", "HEAD")
    assert done.exit_code == 2
    assert "git can't be run: No such file" in done.stderr


def test_fixing_only_some_lines_is_refused() -> None:
    assert newslint("--changed-since", "HEAD", "--fix").exit_code == 2


@pytest.mark.parametrize(
    ("first", "last", "met"), [(1, 2, False), (1, 3, True), (4, 4, True), (5, 6, False), (6, 7, True), (9, 9, False)]
)
def test_lines_meet(first: int, last: int, met: bool) -> None:
    assert Lines(((3, 4), (7, 8))).meet(first, last) is met


def test_no_monitor_that_a_checkout_names_is_run(tmp_path: Path) -> None:
    """A folder can be packed with its .git, whose settings name programs; this one runs wherever git looks at files."""
    monitor = tmp_path / "monitor"
    monitor.write_text(f"#!/bin/sh\ntouch '{tmp_path}/it-ran'\n", encoding="utf-8")
    monitor.chmod(0o755)
    git("config", "core.fsmonitor", str(monitor))
    git("status")
    assert (tmp_path / "it-ran").exists()
    (tmp_path / "it-ran").unlink()
    places("--changed-since", "HEAD")
    assert not (tmp_path / "it-ran").exists()
