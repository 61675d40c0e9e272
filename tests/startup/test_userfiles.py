"""What is kept for a user: only in his own folders, sealed with his own key."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from newslint.packs.catalogue import pack_at
from newslint.startup import userfiles

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="tries the folders of other systems")

PACK = (
    "word:\n  check: existence\n  options: {terms: [synergy]}\n  message: m\n  why: w\n"
    '  examples: [{bad: "A [[synergy]]."}]\n'
)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    for name in ("XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    userfiles._key.cache_clear()
    yield tmp_path / "home"
    userfiles._key.cache_clear()


def other_key() -> None:
    """Give the user another key, as if all that is kept were somebody else's."""
    folder = userfiles.state_folder()
    assert folder
    (folder / "key").unlink()
    userfiles._key.cache_clear()


def test_the_key_is_the_users_alone(home: Path) -> None:
    assert userfiles.seal(b"a") == userfiles.seal(b"a")
    assert userfiles.seal(b"a", b"b") != userfiles.seal(b"ab")
    key = home / ".local" / "state" / "newslint" / "key"
    assert key.stat().st_mode & 0o777 == 0o600
    key.chmod(0o644)
    userfiles._key.cache_clear()
    assert userfiles.seal(b"a") is None


def test_what_is_kept_comes_back_under_its_name_only() -> None:
    userfiles.keep("pack-1", b"one")
    folder = userfiles.cache_folder()
    assert folder
    (folder / "pack-1").rename(folder / "pack-2")
    assert userfiles.load("pack-2") is None
    userfiles.keep("pack-1", b"one")
    assert userfiles.load("pack-1") == b"one"
    other_key()
    assert userfiles.load("pack-1") is None


@pytest.mark.parametrize("odd", ["pipe", "/dev/zero", "large"])
def test_what_is_no_small_file_is_not_read(odd: str) -> None:
    userfiles.keep("pack-1", b"one")
    folder = userfiles.cache_folder()
    assert folder
    (folder / "pack-1").unlink()
    if odd == "pipe":
        os.mkfifo(folder / "pack-1")
    elif odd == "large":
        (folder / "pack-1").write_bytes(b"x" * 3_000_000)
    else:
        (folder / "pack-1").symlink_to(odd)
    assert userfiles.load("pack-1") is None


def test_no_folder_is_named_by_a_relative_path(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "here")
    assert userfiles.cache_folder() == home / ".cache" / "newslint"
    monkeypatch.setenv("HOME", "here")
    assert userfiles.cache_folder() is None
    assert userfiles.seal(b"a") is None
    userfiles.keep("pack-1", b"one")
    assert not Path("here").exists()


def test_no_cache_changes_what_a_pack_says(tmp_path: Path) -> None:
    path = tmp_path / "desk.yml"
    path.write_text(PACK, encoding="utf-8")
    first = pack_at(path)
    folder = userfiles.cache_folder()
    assert folder
    kept = {file: file.read_bytes() for file in folder.glob("pack-*")}
    assert len(kept) == 2
    assert pack_at(path) == first
    for file, data in kept.items():
        assert b"synergy" in data
        file.write_bytes(data.replace(b"synergy", b"synergx"))
        assert pack_at(path) == first
        file.unlink()
        assert pack_at(path) == first
        assert file.exists()
    stat = path.stat()
    path.write_text(PACK.replace("synergy", "synergx"), encoding="utf-8")
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))  # of the same size and time
    assert pack_at(path) != first


def test_files_of_packs_do_not_grow_without_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(userfiles, "_MOST_FILES", 10)
    for number in range(30):
        userfiles.keep(f"pack-{number}", b"x")
    folder = userfiles.cache_folder()
    assert folder
    assert len(list(folder.iterdir())) <= 10
    assert userfiles.load("pack-29") == b"x"


def test_what_a_killed_process_left_is_swept_and_what_is_being_written_is_not(home: Path) -> None:
    left, fresh = home / "left.part~", home / "fresh.part~"
    for file in (left, fresh):
        home.mkdir(exist_ok=True)
        file.write_bytes(b"half")
    os.utime(left, (1, 1))
    userfiles.write(home / "key", b"whole")
    assert sorted(path.name for path in home.iterdir()) == ["fresh.part~", "key"]


def test_processes_of_one_number_do_not_meet(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two containers share the folder: one of them is in the midst of writing when the other writes the same file."""
    monkeypatch.setattr(os, "getpid", lambda: 7)
    replace = Path.replace
    inner = iter([b"other"])

    def meanwhile(beside: Path, file: Path) -> Path:
        for data in inner:
            userfiles.write(file, data)
        return replace(beside, file)

    monkeypatch.setattr(Path, "replace", meanwhile)
    userfiles.write(home / "key", b"mine")
    assert [(path.name, path.read_bytes()) for path in home.iterdir()] == [("key", b"mine")]
