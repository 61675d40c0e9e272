from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from newslint.config.settings import Config, Tuning
from newslint.desk.cache import Cache, checked_folder, opened
from newslint.desk.run import Desk, Means, check_drafts
from newslint.errors import ConfigError
from newslint.finding import Edit, Finding, Fix, Related, Safety, Severity
from newslint.plugins.registry import Registry
from newslint.report import Report
from newslint.source import Source
from newslint.startup import userfiles
from newslint.stets.comments import Stet

FAULTY = "A title\n\nThe mayor opened the the bridge. It was late in in April.\n"


@pytest.fixture
def cache(tmp_path: Path, built_in: Registry, config: Config) -> Cache:
    return opened(tmp_path / "cache", config, built_in)


def full(source: Source) -> Report:
    """A report with everything in it that a report can have."""
    here, there = source.location(0), source.location(4)
    related = (Related(source.name, "first \ud800", "A", here, there), Related("other.txt", "x", "B", here, there))
    fix = Fix((Edit(here, there, "new"),), Safety.UNSAFE)
    finding = Finding(source.name, "a/b", Severity.WARNING, 0.75, "é", "A", here, there, related, fix, "0123")
    plain = finding._replace(related=(), fix=None, rule="a/c")
    stet = Stet("stet", ("a",), "so", source.name, here, there, "<!-- stet -->", 0, 9)
    return Report(source, (finding, plain), ((plain, stet),), (stet,))


def again(cache: Cache) -> Cache:
    return Cache(cache.folder, cache.named)


def test_a_report_comes_back_as_it_was(cache: Cache) -> None:
    source = Source("a.txt", FAULTY)
    cache.put(source, full(source))
    cache.save()
    assert again(cache).get(source) == full(source)


def test_a_draft_may_be_moved_but_not_changed(cache: Cache) -> None:
    cache.put(Source("a.txt", FAULTY), full(Source("a.txt", FAULTY)))
    cache.save()
    moved = Source("b/c.txt", FAULTY)
    assert again(cache).get(moved) == full(moved)
    assert again(cache).get(Source("a.txt", FAULTY + " ")) is None
    assert again(cache).get(Source("a.md", FAULTY, ".md")) is None


def test_a_failure_is_not_kept(cache: Cache) -> None:
    source = Source("a.txt", FAULTY)
    cache.put(source, Report(source, failures=("no",)))
    cache.save()
    assert again(cache).get(source) is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda line: line[: len(line) // 2],
        lambda line: line.replace("A", "B", 1),
        lambda line: line.split("\t")[0],
        lambda _: "\0\xff\ud800",
        lambda line: line.split("\t")[0] + "\t00000000\tnull",
        lambda line: line.split("\t")[0] + "\tffff\t" + "[" * 100_000,
    ],
)
def test_a_damaged_line_is_as_if_it_were_not_there(damage: object, cache: Cache) -> None:
    source = Source("a.txt", FAULTY)
    cache.put(source, full(source))
    cache.save()
    [file] = cache.folder.glob("*.txt")
    line = file.read_text(encoding="ascii").rstrip("\n")
    file.write_bytes(damage(line).encode("utf-8", "surrogatepass"))  # type: ignore[operator]
    assert again(cache).get(source) is None
    cache.put(source, full(source))
    cache.save()
    assert again(cache).get(source) == full(source)


def test_processes_share_it(cache: Cache) -> None:
    one, two = again(cache), again(cache)
    sources = [Source(f"{number}.txt", f"{FAULTY}{number}") for number in range(200)]
    for source in sources[::2]:
        one.put(source, full(source))
    for source in sources[1::2]:
        two.put(source, full(source))
    one.save()
    two.save()
    assert all(again(cache).get(source) == full(source) for source in sources)


def test_it_is_left_alone_by_git_and_backups(cache: Cache) -> None:
    cache.save()
    assert (cache.folder.parent / ".gitignore").read_text(encoding="ascii") == "*\n"
    assert (cache.folder.parent / "CACHEDIR.TAG").read_text(encoding="ascii").startswith("Signature: 8a477f597d28d172")


def test_old_configurations_are_forgotten(cache: Cache) -> None:
    cache.save()
    for number in range(30):
        old = cache.folder.parent / f"{number:020x}"
        old.mkdir()
        os.utime(old, (number, number))
    cache.save()
    kept = {path.name for path in cache.folder.parent.iterdir() if path.is_dir()}
    assert len(kept) == 24
    assert cache.folder.name in kept
    assert f"{0:020x}" not in kept


def test_what_was_asked_for_but_cannot_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(ConfigError, match="file: can't be a cache: File exists"):
        checked_folder(tmp_path / "file")


def test_one_that_cannot_be_written_is_done_without(tmp_path: Path, built_in: Registry, config: Config) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    cache = opened(tmp_path / "file" / "cache", config, built_in)
    source = Source("a.txt", FAULTY)
    assert cache.get(source) is None
    cache.put(source, full(source))
    cache.save()


def test_another_configuration_has_other_results(tmp_path: Path, built_in: Registry, config: Config) -> None:
    pack = tmp_path / "own.yml"
    pack.write_text("", encoding="utf-8")
    own = replace(config, packs=(pack,))
    folders = {opened(tmp_path, own, built_in).folder}
    pack.write_text("# changed", encoding="utf-8")
    folders.add(opened(tmp_path, own, built_in).folder)
    for other in (
        replace(config, select=("names",)),
        replace(config, min_confidence=0.1),
        replace(config, rules_tuned={"names/spelling": Tuning(options={"list": "own.yml"})}, root=tmp_path),
        replace(config, desk={"language": "british"}),
    ):
        folders.add(opened(tmp_path, other, built_in).folder)
    assert len(folders) == 6


def test_what_is_shown_of_the_results_makes_no_difference(tmp_path: Path, built_in: Registry, config: Config) -> None:
    other = replace(config, fail_on=Severity.WARNING, exclude=("x",))
    assert opened(tmp_path, other, built_in).folder == opened(tmp_path, config, built_in).folder
    # Rules below the level don't run at all, so their findings aren't in the cache.
    lower = replace(config, level=Severity.SUGGESTION)
    assert opened(tmp_path, lower, built_in).folder != opened(tmp_path, config, built_in).folder


def test_a_run_from_the_cache_says_the_same(cache: Cache, built_in: Registry, config: Config, tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.txt" for number in range(30)]
    for number, path in enumerate(paths):
        path.write_text(FAULTY + f"{number} {number}\n" * (number % 3), encoding="utf-8")
    desk = Desk(built_in, config)
    first = check_drafts(paths, desk, means=Means(again(cache)))
    second = check_drafts(paths, desk, means=Means(again(cache)))
    assert second.reports == first.reports == check_drafts(paths, desk).reports


def newslint(*args: str, cwd: Path) -> str:
    command = [sys.executable, "-m", "newslint", "check", "--isolated", "--exit-zero", *args]
    return subprocess.run(command, cwd=cwd, capture_output=True, check=True, encoding="utf-8").stdout


@pytest.fixture
def desk_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "drafts"
    folder.mkdir()
    for number in range(60):
        text = FAULTY + f"\nMr Obrien met Mr O'Brien on the {number} {number}th floor.\n" * (number % 7)
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def test_eight_processes_print_the_same_bytes_as_one(desk_folder: Path) -> None:
    args = ("--no-cache", "--output-format", "json", "drafts")
    one = newslint("--jobs", "1", *args, cwd=desk_folder)
    assert newslint("--jobs", "8", *args, cwd=desk_folder) == one
    assert not (desk_folder / ".newslint_cache").exists()


def test_processes_that_run_at_once_on_one_cache_all_say_the_same(
    desk_folder: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("user")
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    monkeypatch.setenv("XDG_STATE_HOME", str(folder))
    words = ["check", "--isolated", "--exit-zero", "--output-format", "json", "drafts"]
    command = [sys.executable, "-m", "newslint", *words]
    running = [subprocess.Popen(command, cwd=desk_folder, stdout=subprocess.PIPE) for _ in range(4)]
    outputs = {process.communicate()[0] for process in running}
    outputs.add(newslint("--output-format", "json", "drafts", cwd=desk_folder).encode())
    assert len(outputs) == 1
    assert sorted(path.name for path in desk_folder.iterdir()) == ["drafts"]
    assert {path.suffix for path in (folder / "newslint" / "findings").glob("*/*")} == {".txt"}


def test_a_folder_that_holds_anything_else_is_no_cache(tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(FAULTY, encoding="utf-8")
    with pytest.raises(ConfigError, match="it holds what newslint didn't put there"):
        checked_folder(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["draft.txt"]


def test_a_cache_that_somebody_else_made_is_not_believed_and_not_cleaned(
    cache: Cache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a repository may bring it: made by newslint, with a key of its own."""
    source = Source("a.txt", FAULTY)
    cache.put(source, Report(source))
    cache.save()
    for number in range(30):
        (cache.folder.parent / f"{number:020x}").mkdir()
    (cache.folder.parent / f"{0:020x}" / "draft.txt").touch()
    assert again(cache).get(source) == Report(source)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "somebody else"))
    userfiles._key.cache_clear()
    assert again(cache).get(source) is None
    cache.put(source, full(source))
    cache.save()
    assert again(cache).get(source) == full(source)
    assert len(list(cache.folder.parent.glob("0000*"))) == 30
    monkeypatch.undo()
    userfiles._key.cache_clear()
    cache.save()
    assert [path.name for path in cache.folder.parent.glob("0000*/*")] == ["draft.txt"], "newslint didn't put it there"


def test_what_is_known_of_a_draft_says_nothing_of_another(cache: Cache, config: Config) -> None:
    one, other = Source("a.txt", "One."), Source("a.txt", FAULTY)
    cache.put(one, Report(one))
    cache.put(other, full(other))
    cache.save()
    lines = dict(line.split("\t", 1) for file in cache.folder.glob("*.txt") for line in file.read_text().splitlines())
    swapped = dict(zip(lines, reversed(lines.values()), strict=True))
    for key, line in swapped.items():
        (cache.folder / f"{int(key[:2], 16) % 64:02}.txt").write_text(f"{key}\t{line}\n", encoding="ascii")
    assert again(cache).get(one) is None
    assert again(cache).get(other) is None


def test_a_file_of_the_cache_stays_small(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newslint.desk.cache._FILES", 1)
    monkeypatch.setattr("newslint.desk.cache._FILE_BYTES", 5_000)
    sources = [Source("a.txt", str(number)) for number in range(50)]
    for source in sources:
        cache.put(source, full(source))
    cache.save()
    [file] = cache.folder.glob("*.txt")
    assert file.stat().st_size <= 5_000
    assert again(cache).get(sources[0]) is None
    assert again(cache).get(sources[-1]) == full(sources[-1])
    file.write_bytes(file.read_bytes() * 3)
    assert again(cache).get(sources[-1]) is None


@pytest.mark.skipif(sys.platform == "win32", reason="has no such links")
def test_a_committed_link_is_not_written_through(tmp_path: Path) -> None:
    folder = tmp_path / "checkout"
    (folder / "drafts").mkdir(parents=True)
    (folder / "drafts" / "a.txt").write_text(FAULTY, encoding="utf-8")
    (folder / ".newslint_cache").symlink_to("../outside")
    newslint("drafts", cwd=folder)
    assert not (tmp_path / "outside").exists()
    assert (folder / ".newslint_cache").is_symlink()


def test_from_the_cache_no_check_is_imported(desk_folder: Path) -> None:
    newslint("drafts", cwd=desk_folder)
    command = [sys.executable, "-X", "importtime", "-m", "newslint", "check", "--isolated", "--exit-zero", "drafts"]
    done = subprocess.run(command, cwd=desk_folder, capture_output=True, check=True, encoding="utf-8")
    assert "newslint.desk.cache" in done.stderr
    assert "newslint.topics." not in done.stderr
    assert "newslint.text." not in done.stderr


def test_a_single_draft_and_standard_input_leave_no_cache(desk_folder: Path) -> None:
    newslint("drafts/001.txt", cwd=desk_folder)
    command = [sys.executable, "-m", "newslint", "check", "--isolated", "-", "--cache-dir", "here"]
    subprocess.run(command, cwd=desk_folder, input=b"A draft\n", check=True)
    assert sorted(path.name for path in desk_folder.iterdir()) == ["drafts"]
