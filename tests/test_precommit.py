"""The hooks of `.pre-commit-hooks.yaml`, with the real pre-commit on a real clone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
FAULTY = "Ferry late again\n\nThe ferry was late on the the way to Saltmouth, the captain said on Monday.\n"
BIN = Path(sys.executable).parent


def run(*words: str | Path, cwd: Path, fails: bool = False, env: Mapping[str, str] | None = None) -> str:
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    done = subprocess.run(
        [str(word) for word in words],
        cwd=cwd,
        env={**own, "PATH": f"{BIN}{os.pathsep}{own['PATH']}", **(env or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode != 0) is fails, done.stdout
    return done.stdout


def git(*words: str, cwd: Path, fails: bool = False, env: Mapping[str, str] | None = None) -> str:
    named = (
        "-c",
        "user.name=A",
        "-c",
        "user.email=a@example.org",
        "-c",
        "commit.gpgsign=false",
        "-c",
        "init.defaultBranch=main",
    )
    return run("git", *named, *words, cwd=cwd, fails=fails, env=env)


def test_the_manifests_are_sound() -> None:
    run("pre-commit", "validate-manifest", ".pre-commit-hooks.yaml", cwd=ROOT)
    run("pre-commit", "validate-config", ".pre-commit-config.yaml", cwd=ROOT)
    run("check-jsonschema", "--builtin-schema", "vendor.github-actions", "action.yml", cwd=ROOT)


def test_the_action_lints_and_annotates(tmp_path: Path) -> None:
    """The last step of `action.yml`, as a runner gives it to bash."""
    script = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["runs"]["steps"][-1]["run"]
    (tmp_path / "ferry.txt").write_text(FAULTY, encoding="utf-8")
    given = {"DRAFTS": "ferry.txt", "CHANGED_SINCE": "", "FAIL_ON": "error", "SARIF": "out.sarif"}
    told = run("bash", "-e", "-c", script, cwd=tmp_path, env={**given, "GITHUB_STEP_SUMMARY": "page.md"}, fails=True)
    assert told.startswith("::error file=ferry.txt,line=3,endLine=3,col=27")
    assert "| error | ferry.txt:3:27 |" in (tmp_path / "page.md").read_text(encoding="utf-8")
    assert (tmp_path / "out.sarif").exists()
    run("bash", "-e", "-c", script, cwd=tmp_path, env={**given, "DRAFTS": ".", "CHANGED_SINCE": "gone"}, fails=True)


def _action(folder: Path, fails: bool = True, **given: str) -> str:
    """What the last step of `action.yml` prints in `folder`."""
    script = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["runs"]["steps"][-1]["run"]
    usual = {"DRAFTS": ".", "CHANGED_SINCE": "", "FAIL_ON": "error", "SARIF": "", "GITHUB_STEP_SUMMARY": ""}
    return run("bash", "-e", "-c", script, cwd=folder, env={**usual, **given}, fails=fails)


def test_the_action_takes_lines_with_spaces_and_patterns(tmp_path: Path) -> None:
    for name in ("first page.txt", "in/deep/b.md", "in/c.md", "in/d.txt", "odd[1].txt", "left.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(FAULTY, encoding="utf-8")
    told = _action(tmp_path, DRAFTS="  first page.txt\n\nin/**/*.md\nodd[1].txt\n")
    files = [line.partition(",")[0].removeprefix("::error file=") for line in told.splitlines()]
    assert files == ["first page.txt", "in/c.md", "in/deep/b.md", "odd[1].txt"]
    assert "none*.md: there's no such file or folder" in _action(tmp_path, DRAFTS="none*.md")


def test_the_action_on_a_push_reports_all(tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text(FAULTY, encoding="utf-8")
    told = _action(tmp_path, CHANGED_SINCE="origin/")
    assert told.startswith("::notice title=newslint::No base")
    assert "::error file=ferry.txt,line=3" in told


def test_a_checkout_without_its_history_is_told_what_it_needs(tmp_path: Path) -> None:
    whole, shallow = tmp_path / "whole", tmp_path / "shallow"
    whole.mkdir()
    git("init", "-q", cwd=whole)
    for number in range(2):
        (whole / "ferry.txt").write_text(FAULTY * (number + 1), encoding="utf-8")
        git("add", "-A", cwd=whole)
        git("commit", "-q", "--no-verify", "-m", str(number), cwd=whole)
    git("clone", "-q", "--depth", "1", f"file://{whole}", str(shallow), cwd=tmp_path)
    told = _action(shallow, CHANGED_SINCE="origin/base")
    assert "::error title=newslint::there's no revision origin/base here" in told
    assert "“fetch-depth%3A 0”" in told or "“fetch-depth: 0”" in told


def test_the_action_annotates_a_mistake_in_the_configuration(tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text(FAULTY, encoding="utf-8")
    (tmp_path / ".newslint.yml").write_text("level: warning\nrulse: {}\n", encoding="utf-8")
    assert "::error file=.newslint.yml,line=2,title=newslint::unknown key “rulse”" in _action(tmp_path)


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """This project as a repository to clone hooks from, as it stands, and its commit."""
    folder = tmp_path_factory.mktemp("hooks")
    listed = run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", cwd=ROOT)
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file() and not name.startswith("tests/"):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    git("init", "-q", cwd=folder)
    git("add", "-A", cwd=folder)
    git("commit", "-q", "--no-verify", "-m", "All", cwd=folder)
    return folder, git("rev-parse", "HEAD", cwd=folder).strip()


def test_a_fault_is_refused_and_a_mended_draft_passes(hooks: tuple[Path, str], tmp_path: Path) -> None:
    url, commit = hooks
    desk, home = tmp_path / "desk", {"PRE_COMMIT_HOME": str(tmp_path / "home")}
    desk.mkdir()
    git("init", "-q", cwd=desk)
    config = f"repos:\n- repo: {url}\n  rev: {commit}\n  hooks:\n  - id: newslint\n"
    (desk / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    (desk / "notes.py").write_text("# the the\n", encoding="utf-8")
    run("pre-commit", "install", cwd=desk, env=home)
    draft = desk / "ferry.txt"
    draft.write_text(FAULTY, encoding="utf-8")
    git("add", "-A", cwd=desk)
    refused = git("commit", "-m", "Ferry", cwd=desk, fails=True, env=home)
    assert "ferry.txt:3:27: error repetition/word" in refused
    assert "notes.py" not in refused
    draft.write_text(FAULTY.replace("the the", "the"), encoding="utf-8")
    git("add", "-A", cwd=desk)
    passed = git("commit", "-m", "Ferry", cwd=desk, env=home)
    assert "newslint" in passed
    assert "Passed" in passed
    assert git("log", "--format=%s", cwd=desk) == "Ferry\n"
    assert not (desk / ".newslint_cache").exists()

    config = config.replace("id: newslint", "id: newslint-fix\n    args: [--unsafe-fixes]")
    (desk / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    draft.write_text(FAULTY, encoding="utf-8")
    git("add", "-A", cwd=desk)
    refused = git("commit", "-m", "Again", cwd=desk, fails=True, env=home)
    assert "files were modified by this hook" in refused
    assert draft.read_text(encoding="utf-8") == FAULTY.replace("the the", "the")
