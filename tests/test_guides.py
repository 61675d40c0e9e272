"""The guides for desks and for those who write plugins, word for word."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from newslint import yamlfile
from newslint.config.file import parse_config
from newslint.config.settings import Config
from newslint.packs.pack import stanzas
from newslint.plugins.registry import Registry
from newslint.testing import failures

ROOT = Path(__file__).parent.parent
RULES = (ROOT / "docs" / "writing-rules.md").read_text(encoding="utf-8")
_FENCE = re.compile(r"^```(\w+)(?: ([^\n]+))?\n(.*?)^```$", re.M | re.S)


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    here = str(Path(sys.executable).parent)
    path = f"{here}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        command, shell=True, cwd=folder, env={**os.environ, "PATH": path, "NO_COLOR": "1"},
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip


def test_a_desk_is_set_up_from_the_guide_alone(tmp_path: Path) -> None:
    walk = RULES[RULES.index("## A desk's first rule") : RULES.index("## A house style")]
    for kind, name, body in _FENCE.findall(walk):
        if kind != "session":
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(body, encoding="utf-8")
            continue
        command, _, shown = body.removeprefix("$ ").partition("\n")
        done = run(command, tmp_path)
        assert done.stderr == ""
        if shown:
            assert done.stdout == shown
    left = run("newslint --output-format concise archive", tmp_path)
    assert left.stdout.count("\n") == 1, left.stdout


SHOWN = [
    pytest.param(body, id=body.split(":")[0])
    for kind, name, body in _FENCE.findall(RULES)
    if kind == "yaml" and not name and "\n  check:" in body
]


@pytest.mark.parametrize("text", SHOWN)
def test_a_stanza_shown_passes_its_examples(text: str, tmp_path: Path, built_in: Registry) -> None:
    pack = tmp_path / "shown.yml"
    pack.write_text(text, encoding="utf-8")
    (stanza,) = stanzas(yamlfile.read(pack), "shown")
    (rule,) = Config(packs=(pack,), select=(stanza.id,)).rules(built_in)
    for example in rule.stanza.examples:
        assert list(failures(rule, example, built_in)) == []


def test_a_house_style_shown_is_accepted(built_in: Registry) -> None:
    (shown,) = [body for kind, name, body in _FENCE.findall(RULES) if kind == "yaml" and body.startswith("extends")]
    config = parse_config(yamlfile.parse(shown, "shown.yml"), ROOT)
    assert config.rules(built_in)


@pytest.mark.parametrize("name", ["british", "american", "plain"])
def test_house_styles_run_and_their_packs_examples_hold(name: str, built_in: Registry, tmp_path: Path) -> None:
    config = parse_config(yamlfile.parse(f"extends: house/{name}\n", ".newslint.yml"), tmp_path)
    own = {stanza.id for stanza in config.own_stanzas}
    assert own
    rules = [rule for rule in config.rules(built_in) if rule.id in own]
    assert {rule.id for rule in rules} == own
    for rule in rules:
        assert sum(bool(example.bad) for example in rule.stanza.examples) >= 2, rule.id
        assert sum(bool(example.good) for example in rule.stanza.examples) >= 3, rule.id
        for example in rule.stanza.examples:
            assert list(failures(rule, example, built_in)) == [], rule.id
