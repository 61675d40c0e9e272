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
