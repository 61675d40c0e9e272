"""The set-ups of docs/gate.md work as they stand there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from newslint import yamlfile
from newslint.config.file import parse_config
from newslint.plugins.registry import Registry
from newslint.source import Source
from newslint.stets.comments import suppressions_in

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "gate.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.M | re.S)
COMMANDS = [text for language, text in BLOCKS if language == "sh"]
FAULTY = "Ferry late again\n\nThe ferry was late on the the way to Saltmouth, the captain said on Monday.\n"


def shown(name: str) -> list[str]:
    """The YAML blocks that show the file `name`."""
    return [text for language, text in BLOCKS if language == "yaml" and text.startswith(f"# {name}\n")]


def run(command: str, cwd: Path, statuses: tuple[int, ...] = (0,)) -> str:
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    path = f"{Path(sys.executable).parent}{os.pathsep}{own['PATH']}"
    done = subprocess.run(
        ["bash", "-e", "-c", command],
        cwd=cwd,
        env={**own, "PATH": path},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode in statuses, done.stdout + done.stderr
    return done.stdout


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A checkout with a faulty draft, whose finding the page's fingerprint names."""
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "ferry.txt").write_text(FAULTY, encoding="utf-8")
    named = "git -c user.name=A -c user.email=a@example.org -c commit.gpgsign=false"
    run(f"git init -q -b main && git add -A && {named} commit -q --no-verify -m First", tmp_path)
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS, ids=[text.splitlines()[0] for text in COMMANDS])
def test_command(command: str, desk: Path) -> None:
    if "c0ffee00" in command:
        found = re.search(r"repetition/word ([0-9a-f]{8})", run("newslint check drafts", desk, (1,)))
        assert found
        command = command.replace("c0ffee00", found[1])
    run(command, desk)


def test_a_baseline_and_a_stet_open_the_gate(desk: Path) -> None:
    run("newslint check drafts", desk, (1,))
    baseline = next(command for command in COMMANDS if command.startswith("newslint baseline"))
    assert "1 in the baseline" in run(baseline, desk)


@pytest.mark.parametrize(
    ("name", "schema"), [(".github/workflows/copy.yml", "github-workflows"), (".gitlab-ci.yml", "gitlab-ci")]
)
def test_set_up_is_what_its_schema_says(name: str, schema: str, tmp_path: Path) -> None:
    [text] = shown(name)
    (tmp_path / "shown.yml").write_text(text, encoding="utf-8")
    run(f"check-jsonschema --builtin-schema vendor.{schema} shown.yml", tmp_path)


def test_the_hook_is_one_of_ours(tmp_path: Path) -> None:
    [text] = shown(".pre-commit-config.yaml")
    (tmp_path / "shown.yaml").write_text(text, encoding="utf-8")
    run("pre-commit validate-config shown.yaml", tmp_path)
    [repo] = yaml.safe_load(text)["repos"]
    assert (repo["repo"], set(repo["rev"])) == ("../newslint", {"0"})  # tests/test_precommit.py installs from a clone
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert _ids(yaml.safe_load(text)["repos"][0]["hooks"]) <= _ids(hooks)


def _ids(hooks: list[dict[str, Any]]) -> set[str]:
    return {hook["id"] for hook in hooks}


def test_the_action_takes_what_the_workflow_gives() -> None:
    [text] = shown(".github/workflows/copy.yml")
    step = yaml.safe_load(text)["jobs"]["newslint"]["steps"][-1]
    assert step["uses"] == "./newslint"
    given = step["with"]
    assert given.keys() <= yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"].keys()


def test_the_script_of_gitlab_runs(desk: Path) -> None:
    [text] = shown(".gitlab-ci.yml")
    script = yaml.safe_load(text)["newslint"]["script"]
    assert script[0].split() == ["pip", "install", "./newslint"]  # tests/test_packaging.py installs it
    run(script[1], desk, (1,))
    reports = yaml.safe_load(text)["newslint"]["artifacts"]["reports"]
    assert all((desk / file).is_file() for file in reports.values())


def test_configurations_are_accepted(built_in: Registry) -> None:
    blocks = shown(".newslint.yml")
    assert blocks
    for block in blocks:
        parse_config(yamlfile.parse(block, "gate.md"), ROOT).rules(built_in)


def test_the_comment_that_is_shown_covers_its_paragraph(built_in: Registry) -> None:
    [text] = [text for language, text in BLOCKS if language == "markdown"]
    source = Source("a.md", f"# A title\n\n{text}", ".md")
    [stet] = suppressions_in(built_in.parser_for(source)(source))
    assert (stet.rules, stet.reason) == (("names/spelling",), "“Jon” is how he spells it")
    assert source.text[stet.first : stet.last].startswith("Jon Smythe and his brother")
