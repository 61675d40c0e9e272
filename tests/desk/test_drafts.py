from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from newslint.desk.drafts import Choice, drafts
from newslint.errors import ConfigError, UnreadableError

SUFFIXES = {".txt", ".md"}


def lay(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("copy\n", encoding="utf-8")


def found(root: Path, *named: Path, exclude: tuple[str, ...] = ()) -> list[str]:
    return [
        str(path.relative_to(root)) if isinstance(path, Path) else str(path)
        for path in drafts(named or (root,), lambda folder: Choice(SUFFIXES, exclude, str(root)))
    ]


def test_a_folder_gives_its_drafts_in_order(tmp_path: Path) -> None:
    lay(tmp_path, "b.txt", "a/z.md", "a/deep/y.TXT", "c.py", ".venv/x.txt", "node_modules/x.md", "a.txt")
    assert found(tmp_path) == ["a/deep/y.TXT", "a/z.md", "a.txt", "b.txt"]


def test_a_file_that_is_named_counts_whatever_its_suffix_and_once(tmp_path: Path) -> None:
    lay(tmp_path, "a.txt", "notes.xyz")
    assert found(tmp_path, tmp_path / "notes.xyz", tmp_path / "a.txt", tmp_path) == ["notes.xyz", "a.txt"]


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    assert found(tmp_path, tmp_path / "none.txt") == [f"{tmp_path}/none.txt: there's no such file or folder"]


def test_exclude_outweighs_all(tmp_path: Path) -> None:
    lay(tmp_path, "a.txt", "old/a.txt", "old/b.txt", "new/b.txt")
    (tmp_path / ".gitignore").write_text("!old/\n", encoding="utf-8")
    assert found(tmp_path, exclude=("old/", "new/b.*")) == ["a.txt"]


IGNORED = {
    "": "*.md\n/top.txt\nbuild/\n!keep.md\n# comment\n\\#odd.txt\nsub/*.txt\n!sub/c.txt\n",
    "sub": "!b.md\nd.txt\n",
    "deep/er": "*\n!f.txt\n",
}
FILES = [
    *("top.txt", "x.md", "keep.md", "build/a.txt", "a/build/b.txt", "a/top.txt", "#odd.txt", "sub/a.txt", "sub/b.md"),
    *("sub/c.txt", "sub/d.txt", "sub/in/a.txt", "deep/er/e.txt", "deep/er/f.txt", "deep/g.txt", "info.txt"),
]


def test_gitignore_is_read_as_git_reads_it(tmp_path: Path) -> None:
    lay(tmp_path, *FILES)
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    (tmp_path / ".git" / "info" / "exclude").write_text("info.txt\n", encoding="utf-8")
    for folder, lines in IGNORED.items():
        (tmp_path / folder / ".gitignore").write_text(lines, encoding="utf-8")
    git = subprocess.run(
        ["git", "ls-files", "-z", "--others", "--exclude-standard"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
    )
    expected = {name for name in git.stdout.split("\0") if name.endswith((".txt", ".md"))}
    assert set(found(tmp_path)) == expected
    assert set(found(tmp_path, tmp_path / "sub")) == {name for name in expected if name.startswith("sub/")}


def test_a_pattern_that_git_cannot_read_is_passed_over(tmp_path: Path) -> None:
    lay(tmp_path, "a.txt", "b.txt")
    (tmp_path / ".gitignore").write_text("!\nb.txt\n", encoding="utf-8")
    assert found(tmp_path) == ["a.txt"]


def test_links_that_loop_are_not_followed(tmp_path: Path) -> None:
    lay(tmp_path, "in/a.txt")
    (tmp_path / "in" / "up").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "also.txt").symlink_to(tmp_path / "in" / "a.txt")
    (tmp_path / "in" / "b.txt").symlink_to("../also.txt")
    assert found(tmp_path) == ["also.txt", "in/a.txt", "in/b.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_folder_that_cannot_be_read_is_told_and_the_rest_read(tmp_path: Path) -> None:
    lay(tmp_path, "a/b.txt", "c.txt")
    (tmp_path / "a").chmod(0)
    try:
        told = [
            path for path in drafts([tmp_path], lambda folder: Choice(SUFFIXES)) if isinstance(path, UnreadableError)
        ]
        assert [error.name for error in told] == [str(tmp_path / "a")]
        assert "c.txt" in found(tmp_path)
    finally:
        (tmp_path / "a").chmod(0o755)


@pytest.mark.parametrize("pattern", ["*" * 16 + "a", "*a" * 16 + "*c", "[!b]" * 10 + "*" * 30 + "c", "**/a/" * 8 + "c"])
def test_stars_come_to_an_end(tmp_path: Path, pattern: str) -> None:
    lay(tmp_path, "a" * 200 + ".txt", "in/b/" * 20 + "c.txt")
    (tmp_path / ".gitignore").write_text(pattern, encoding="utf-8")
    assert len(found(tmp_path, exclude=(pattern,))) == 2


@pytest.mark.parametrize("pattern", ["*a*b*c*", "*a*b*c*/", "/*a*b*/*.t*", "!*.t*x*t*", "**/*n*/**/b*.*"])
def test_many_stars_mean_what_they_mean_to_git(tmp_path: Path, pattern: str) -> None:
    lay(tmp_path, "xaybzc/d.txt", "abc.txt", "in/deep/b.txt", "in/b.txt", "b.txt")
    (tmp_path / ".gitignore").write_text(f"*.md\n{pattern}\n", encoding="utf-8")
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    listed = ["git", "-C", str(tmp_path), "ls-files", "--others", "--exclude-standard", "*.txt"]
    kept = subprocess.run(listed, capture_output=True, text=True, check=True).stdout.split()
    assert sorted(found(tmp_path)) == sorted(kept)


def test_a_pattern_of_files_that_is_too_long_is_told(tmp_path: Path) -> None:
    lay(tmp_path, "a.txt")
    with pytest.raises(ConfigError, match="longer than any path"):
        found(tmp_path, exclude=("*a?" * 40_000,))
