"""A stranger's repository runs no code: not by its configuration, nor by what lies in it."""

from __future__ import annotations

import os
import py_compile
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

PLUGIN = """\
from pathlib import Path
from newslint.plugins.hookspecs import hookimpl
Path({marker!r}).touch()

@hookimpl
def newslint_reporters():
    return {{"plain": lambda run: "reported\\n"}}

@hookimpl
def newslint_checks():
    return {{"mine": "newslint.topics.repetition.checks.repeated_word:RepeatedWord"}}
"""
PACK = "word:\n  check: mine\n  message: m\n  why: w\n"


@pytest.fixture
def marker(tmp_path: Path) -> Path:
    """What is there once the repository's code has run."""
    return tmp_path / "it ran"


@pytest.fixture
def checkout(tmp_path: Path, marker: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    folder = tmp_path / "checkout"
    (folder / ".git").mkdir(parents=True)
    (folder / "desk.py").write_text(PLUGIN.format(marker=str(marker)), encoding="utf-8")
    (folder / ".newslint.yml").write_text("plugins: [desk.py]\n", encoding="utf-8")
    (folder / "a.txt").write_text("A title\n\nAll is well.\n", encoding="utf-8")
    return folder


def run(*words: str, cwd: Path, status: int = 0, env: Mapping[str, str] | None = None) -> str:
    done = subprocess.run(
        [str(Path(sys.executable).with_name("newslint")), *words],
        cwd=cwd, env={**os.environ, **(env or {})}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == status, done.stdout
    return done.stdout


COMMANDS = (
    ("check", "a.txt"),
    ("a.txt",),
    ("baseline", "a.txt"),
    ("rules",),
    ("explain", "repetition/word"),
    ("schema", "config"),
    ("plugins",),
    ("test", "repetition/word"),
    ("--help",),
)


@pytest.mark.parametrize("words", COMMANDS)
def test_no_command_runs_a_plugin_that_nobody_trusted(words: tuple[str, ...], checkout: Path, marker: Path) -> None:
    assert "plugin desk.py was left" in run(*words, cwd=checkout).replace(f"{checkout}{os.sep}", "")
    assert not marker.exists()


def test_it_runs_where_the_command_line_says_so(checkout: Path, marker: Path) -> None:
    assert run("check", "--allow-plugins", "--output-format", "plain", "a.txt", cwd=checkout) == "reported\n"
    assert marker.exists()


def test_what_was_trusted_runs_until_it_is_changed_moved_or_distrusted(checkout: Path, marker: Path) -> None:
    assert "desk.py: may run, as it is" in run("trust", cwd=checkout)
    assert not marker.exists(), "trusting runs nothing"
    assert run("check", "--output-format", "plain", "a.txt", cwd=checkout) == "reported\n"
    plugin = checkout / "desk.py"
    text = plugin.read_text(encoding="utf-8")
    stat = plugin.stat()
    plugin.write_text(text.replace("reported", "REPORTED"), encoding="utf-8")
    os.utime(plugin, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert "was left" in run("check", "a.txt", cwd=checkout)
    plugin.write_text(text, encoding="utf-8")
    assert "was left" not in run("check", "a.txt", cwd=checkout)
    moved = checkout.rename(checkout.with_name("moved"))
    assert "was left" in run("check", "a.txt", cwd=moved)
    moved.rename(checkout)
    run("trust", "--withdraw", cwd=checkout)
    assert "was left" in run("check", "a.txt", cwd=checkout)


def test_a_run_fails_only_where_it_needs_the_plugin(checkout: Path) -> None:
    (checkout / "desk.yml").write_text(PACK, encoding="utf-8")
    (checkout / ".newslint.yml").write_text("plugins: [desk.py]\npacks: [desk.yml]\n", encoding="utf-8")
    said = run("check", "a.txt", cwd=checkout, status=2)
    assert "desk.py was left" in said
    assert "unknown check “mine”" in said
    run("check", "--allow-plugins", "a.txt", cwd=checkout)


def test_trust_has_a_configuration_to_speak_of(checkout: Path) -> None:
    (checkout / ".newslint.yml").write_text("level: error\n", encoding="utf-8")
    assert ".newslint.yml: names no plugins and no readers" in run("trust", cwd=checkout, status=2)
    assert "HOME isn't set" not in run("check", "a.txt", cwd=checkout)


def test_no_bytecode_that_lies_beside_a_plugin_runs_in_its_place(checkout: Path, marker: Path, tmp_path: Path) -> None:
    """Python believes bytecode whose source has the same size and time; whoever commits both can make it so."""
    run("trust", cwd=checkout)
    plugin = checkout / "desk.py"
    text, stat = plugin.read_text(encoding="utf-8"), plugin.stat()
    other = str(tmp_path / "they ran")
    assert len(other) == len(str(marker)) + 2
    plugin.write_text(text.replace(str(marker), other).replace("touch()\n\n", "touch()"), encoding="utf-8")
    assert plugin.stat().st_size == stat.st_size
    os.utime(plugin, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    py_compile.compile(str(plugin), doraise=True)
    plugin.write_text(text, encoding="utf-8")
    os.utime(plugin, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert list(checkout.glob("__pycache__/desk.*.pyc"))
    run("check", "a.txt", cwd=checkout)
    assert marker.exists()
    assert not Path(other).exists()


HOSTILE = ("yaml", "click", "pluggy", "json", "re", "typing", "dataclasses", "regex", "pathspec", "pathlib", "gc")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_working_folder_brings_no_modules(checkout: Path, marker: Path, jobs: str) -> None:
    (checkout / ".newslint.yml").write_text("exclude: [x/]\n", encoding="utf-8")
    for name in HOSTILE:
        (checkout / f"{name}.py").write_text(f"open({str(marker)!r}, 'w')\n", encoding="utf-8")
    information = checkout / "evil-1.0.dist-info"
    information.mkdir()
    (information / "entry_points.txt").write_text("[newslint]\nevil = yaml\n", encoding="utf-8")
    (information / "METADATA").write_text("Metadata-Version: 2.1\nName: evil\nVersion: 1.0\n", encoding="utf-8")
    (checkout / "b.txt").write_text("Another title\n\nAll is well.\n", encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONSAFEPATH"}
    for beginning in ([sys.executable, "-m", "newslint"], [str(Path(sys.executable).with_name("newslint"))]):
        words = [*beginning, "check", "--jobs", jobs, "a.txt", "b.txt"]
        done = subprocess.run(words, cwd=checkout, env=environment, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stderr
        assert not marker.exists()
