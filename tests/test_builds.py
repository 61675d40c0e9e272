"""What builds newslint elsewhere is valid and up to date: the workflows, the image, the programs of .ci."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def workflow(name: str) -> Any:
    """A workflow; YAML takes the word “on” for true."""
    return yaml.safe_load((ROOT / ".github" / "workflows" / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_is_one(path: Path) -> None:
    words = [
        str(Path(sys.executable).parent / "check-jsonschema"),
        "--builtin-schema",
        "vendor.github-workflows",
        str(path),
    ]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_step_has_more_rights_than_it_needs(path: Path) -> None:
    given = workflow(path.name)
    assert given["permissions"] == {"contents": "read"}
    writing = {name: job["permissions"] for name, job in given["jobs"].items() if "permissions" in job}
    if path.name == "ci.yml":
        assert writing == {}
    for job in given["jobs"].values():
        for step in job["steps"]:
            assert "${{" not in step.get("run", "")  # what others may name is never part of a command
            if step.get("uses", "").startswith("actions/checkout"):
                assert step["with"]["persist-credentials"] is False


def test_the_oldest_python_and_the_newer_ones_are_tried() -> None:
    pythons = workflow("ci.yml")["jobs"]["tests"]["strategy"]["matrix"]["python"]
    oldest = PROJECT["requires-python"].removeprefix(">=")
    first = int(oldest.partition(".")[2])
    assert pythons == [f"3.{first + number}" for number in range(len(pythons))]
    assert f"3.{sys.version_info.minor}" in pythons


def test_a_release_waits_for_a_maintainer_to_switch_it_on() -> None:
    jobs = workflow("release.yml")["jobs"]
    assert jobs["build"]["if"] == "vars.RELEASES == 'on'"
    assert all(job["needs"] == "build" for name, job in jobs.items() if name != "build")
    version = (ROOT / "newslint" / "version.py").read_text(encoding="utf-8")
    (check,) = [step["run"] for step in jobs["build"]["steps"] if step.get("name") == "The tag is the version"]
    tag = re.search('VERSION = "(.*)"', version)
    assert tag
    for given, status in ((f"v{tag[1]}", 0), ("v0.0.0", 1)):
        done = subprocess.run(
            ["bash", "-c", check], cwd=ROOT, env={"GITHUB_REF_NAME": given, "PATH": "/usr/bin:/bin"}, check=False
        )
        assert done.returncode == status


def test_the_image_is_given_all_that_the_wheel_is_made_of(tmp_path: Path) -> None:
    stage = re.split(r"^FROM ", (ROOT / "Dockerfile").read_text(encoding="utf-8"), flags=re.M)[1]
    for line in re.findall(r"^COPY (.+)$", stage, re.M):
        *sources, target = shlex.split(line)
        for source in sources:
            to = tmp_path / target / (Path(source).name if target.endswith("/") else "")
            to.parent.mkdir(parents=True, exist_ok=True)
            found = ROOT / source
            shutil.copytree(found, to) if found.is_dir() else shutil.copy(found, to)
    words = ["-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(tmp_path / "wheels"), str(tmp_path)]
    subprocess.run([sys.executable, *words], check=True, capture_output=True)
    assert len(list((tmp_path / "wheels").glob("newslint-*.whl"))) == 1


def test_the_image_is_told_to_leave_out_nothing_that_it_copies() -> None:
    kept = {line[1:] for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines() if line[:1] == "!"}
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", (ROOT / "Dockerfile").read_text(encoding="utf-8"), re.M)
    assert {word for line in copied for word in line.split()} <= kept


@pytest.mark.parametrize("name", ["run", "clients"])
def test_a_shell_knows_the_programs(name: str) -> None:
    subprocess.run(["bash", "-n", ROOT / ".ci" / name], check=True)
    shellcheck = shutil.which("shellcheck")
    if shellcheck:
        done = subprocess.run([shellcheck, ROOT / ".ci" / name], capture_output=True, text=True, check=False)
        assert done.stdout == ""


def test_what_a_machine_lacks_is_told_and_fails_nothing(tmp_path: Path) -> None:
    """Without any program but the shell's own, and so without apt-get."""
    for name in ("bash", "id"):
        (tmp_path / name).symlink_to(shutil.which(name) or "")
    done = subprocess.run(
        ["bash", ROOT / ".ci" / "clients"], env={"PATH": str(tmp_path)}, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    told = done.stdout.splitlines()
    assert "Skipped: the tests that need chromium." in told
    assert all(line.startswith("Skipped: ") for line in told)
