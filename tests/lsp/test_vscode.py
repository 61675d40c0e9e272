"""The extension for Visual Studio Code: its manifest, and the libraries that it speaks with against the server."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
EXTENSION = ROOT / "editors" / "vscode"
COMMAND = Path(sys.executable).parent / "newslint"


@pytest.fixture(scope="module")
def manifest() -> Any:
    return json.loads((EXTENSION / "package.json").read_text(encoding="utf-8"))


def node() -> str:
    """The program, or the test is skipped."""
    found = shutil.which("node")
    if not found:
        pytest.skip("Node isn't installed (Debian: apt-get install nodejs npm)")
    return found


def test_what_the_manifest_names_is_there(manifest: Any) -> None:
    for name in (manifest["main"], "README.md", "package-lock.json"):
        assert (EXTENSION / name).is_file(), name
    brought = {"config.schema.json": ROOT / "docs", "LICENSE": ROOT}  # copied when it's packed
    for name in manifest["files"]:
        assert (EXTENSION / name).is_file() or name == "node_modules/**" or (brought[name] / name).is_file()
    for name, folder in brought.items():
        assert str((folder / name).relative_to(ROOT)) in manifest["scripts"]["vscode:prepublish"]
    (validated,) = manifest["contributes"]["yamlValidation"]
    assert validated["fileMatch"] == [".newslint.yml", ".newslint.yaml"]


def test_a_folder_sets_nothing_that_is_started(manifest: Any) -> None:
    settings = manifest["contributes"]["configuration"]["properties"]
    assert settings["newslint.command"]["scope"] == "machine"
    assert settings["newslint.command"]["default"] == ["newslint", "lsp"]
    assert manifest["capabilities"]["untrustedWorkspaces"]["supported"] is True


def test_the_code_speaks_of_what_the_manifest_and_the_server_know(manifest: Any) -> None:
    code = (EXTENSION / manifest["main"]).read_text(encoding="utf-8")
    languages = {event.partition(":")[2] for event in manifest["activationEvents"]}
    assert re.findall(r'"(\w+)"', re.search(r"LANGUAGES = \[(.*)\]", code)[1]) == sorted(  # type: ignore[index]
        languages, key=["plaintext", "markdown", "html"].index
    )
    for command in manifest["contributes"]["commands"]:
        assert f'registerCommand("{command["command"]}"' in code
    from newslint.lsp.actions import EXPLAIN, STET

    for name in (EXPLAIN, STET):
        assert f'"{name}"' in code
    assert "initializationOptions: { pages: true }" in code


def test_the_lock_holds_permissive_licences_only_and_names_no_host(manifest: Any) -> None:
    text = (EXTENSION / "package-lock.json").read_text(encoding="utf-8")
    packages = json.loads(text)["packages"]
    assert {each["license"] for each in packages.values()} <= {
        "MIT",
        "ISC",
        "BlueOak-1.0.0",
        "Apache-2.0",
        "BSD-3-Clause",
    }
    assert "https://" not in text
    assert packages[""]["dependencies"] == manifest["dependencies"]
    assert packages[""]["engines"] == manifest["engines"]


def test_the_code_is_javascript() -> None:
    done = subprocess.run([node(), "--check", EXTENSION / "extension.js"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_its_libraries_and_the_server_understand_each_other(tmp_path: Path) -> None:
    program = node()
    if not (EXTENSION / "node_modules" / "vscode-languageserver-protocol").is_dir():
        pytest.skip("the extension's libraries aren't installed (npm ci in editors/vscode)")
    draft = tmp_path / "wall #1; café.txt"
    done = subprocess.run(
        [
            program,
            Path(__file__).with_name("vscode.js"),
            EXTENSION,
            COMMAND,
            draft,
            "Wall 👍🏽 shut\n\nThe the wall.\n",
        ],
        capture_output=True,
        encoding="utf-8",
        timeout=240,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    told = json.loads(done.stdout)
    assert told["code"] == "repetition/word"
    assert told["range"] == {"start": {"line": 2, "character": 4}, "end": {"line": 2, "character": 7}}
    assert sorted(told["commands"]) == ["newslint.explain", "newslint.stet"]
    assert any(title.startswith("Explain: repetition/word") for title in told["actions"])
    assert "### repetition/word" in told["page"]
