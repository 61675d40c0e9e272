"""The documents tell the truth: their commands run, their output is real, their links lead somewhere."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from newslint import yamlfile
from newslint.config.file import parse_config
from newslint.config.settings import Config
from newslint.packs.explain import book, page
from newslint.plugins import hookspecs
from newslint.plugins.registry import Registry
from newslint.testing import failures

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted(
    path
    for folder in (".", "docs", "rules", "examples", "bench")
    for path in (ROOT / folder).glob("*.md")
    if path.name != "rules.md"
)
_BLOCK = re.compile(r"^( *)```(\w+)\n(.*?)^ *```$", re.M | re.S)
_LINK = re.compile(r"(?<!\\)\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.M)


def blocks(document: Path, language: str) -> Iterator[str]:
    """The fenced blocks of one language."""
    for match in _BLOCK.finditer(document.read_text(encoding="utf-8")):
        if match[2] == language:
            yield match[3]


def sessions(document: Path) -> Iterator[tuple[str, str]]:
    """Each command of the console blocks, with the output that is shown for it."""
    for block in blocks(document, "console"):
        for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
            command, _, output = part.partition("\n")
            yield command, output


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder like the checkout, with the examples free to be changed."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    (tmp_path / "bench").symlink_to(ROOT / "bench")
    return tmp_path


@pytest.mark.parametrize(
    "document", [document for document in DOCUMENTS if any(sessions(document))], ids=lambda d: d.name
)
def test_commands_run_and_say_what_is_shown(document: Path, desk: Path, request: pytest.FixtureRequest) -> None:
    if document.name == "word.md":
        pytest.importorskip("docx", reason="python-docx, of the extra “docx”, isn't installed")
    for command, shown in sessions(document):
        done = _run(command, desk)
        assert done.returncode in (0, 1), f"{command}\n{done.stderr}"
        assert "Traceback" not in done.stderr, f"{command}\n{done.stderr}"
        if shown and request.config.getoption("--update-snapshots"):
            text = document.read_text(encoding="utf-8")
            document.write_text(text.replace(f"$ {command}\n{shown}", f"$ {command}\n{done.stdout}"), encoding="utf-8")
        elif shown:
            assert done.stdout == shown, command


def _run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    here = str(Path(sys.executable).parent)
    environment = {**os.environ, "PATH": f"{here}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "80", "NO_COLOR": "1"}
    return subprocess.run(
        command, shell=True, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )


def test_the_hook_of_the_first_page_refuses_an_error_and_passes_a_mended_draft(tmp_path: Path) -> None:
    hook = next(block for block in blocks(ROOT / "README.md", "yaml") if block.startswith("repos:"))
    (tmp_path / ".pre-commit-config.yaml").write_text(hook, encoding="utf-8")
    draft = tmp_path / "story.txt"
    draft.write_text(
        "Ferry late\n\nThe ferry was late on the the way to Saltmouth on Monday, it said.\n", encoding="utf-8"
    )
    assert _run("git init -q . && git add .", tmp_path).returncode == 0
    refused = _run("pre-commit run --all-files", tmp_path)
    assert refused.returncode == 1, refused.stderr
    assert "repetition/word" in refused.stdout
    draft.write_text(draft.read_text(encoding="utf-8").replace("the the", "the"), encoding="utf-8")
    passed = _run("git add . && pre-commit run --all-files", tmp_path)
    assert passed.returncode == 0, passed.stdout


def test_the_steps_of_the_first_page_for_ci_run(desk: Path) -> None:
    (steps,) = (yaml.safe_load(block) for block in blocks(ROOT / "README.md", "yaml") if block.startswith("- run:"))
    commands = [step["run"] for step in steps if step["run"].startswith("newslint")]
    assert commands
    (desk / "drafts").symlink_to(desk / "examples" / "drafts")
    for command in commands:
        assert _run(command, desk).returncode == 1  # the examples have errors


def test_the_first_page_shows_its_draft_as_it_is() -> None:
    shown = next(blocks(ROOT / "README.md", "text"))
    assert shown == (ROOT / "examples" / "drafts" / "ferry.txt").read_text(encoding="utf-8")


def test_rules_page_is_current(built_in: Registry, config: Config) -> None:
    """`make docs` writes it."""
    written = book(config.stanzas(built_in).values(), built_in.check)
    assert (ROOT / "docs" / "rules.md").read_text(encoding="utf-8") == written


def test_every_rule_has_a_full_page(built_in: Registry, config: Config) -> None:
    for stanza in config.stanzas(built_in).values():
        assert stanza.why.rstrip().endswith((".", "?")), stanza.id
        text = page(stanza)
        for part in ("**Severity:**", "**Exceptions:**", "**Source:**", "Found:", "Left alone:"):
            assert part in text, f"{stanza.id} has no “{part}”"


@pytest.mark.parametrize("document", [*DOCUMENTS, ROOT / "docs" / "rules.md"], ids=lambda path: path.name)
def test_links_lead_somewhere(document: Path) -> None:
    text = re.sub(r"`[^`\n]*`", "", _BLOCK.sub("", document.read_text(encoding="utf-8")))
    for target in _LINK.findall(text):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        there = (document.parent / path).resolve() if path else document
        assert there.exists(), f"{document.name}: {target}"
        if anchor:
            assert anchor in anchors(there), f"{document.name}: {target}"


def anchors(document: Path) -> set[str]:
    """The addresses of a document's headings, as they are made on the web."""
    headings = _HEADING.findall(document.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_configurations_shown_are_accepted(built_in: Registry) -> None:
    for document in (ROOT / "README.md", ROOT / "docs" / "usage.md"):
        shown = [block for block in blocks(document, "yaml") if re.match(r"(level|ignore|rules|select)\b", block)]
        assert shown, document
        for block in shown:
            parse_config(yamlfile.parse(block, document.name), ROOT).rules(built_in)


def test_the_stanza_shown_to_contributors_passes_its_examples(built_in: Registry, tmp_path: Path) -> None:
    pack = tmp_path / "shown.yml"
    pack.write_text(next(block for block in blocks(ROOT / "CONTRIBUTING.md", "yaml") if "  check:" in block), "utf-8")
    (rule,) = Config(packs=(pack,), select=("shown",)).rules(built_in)
    for example in rule.stanza.examples:
        assert list(failures(rule, example, built_in)) == []


def test_every_hook_says_what_it_takes() -> None:
    hooks = [name for name in vars(hookspecs) if name.startswith("newslint_")]
    assert len(hooks) == 7
    for name in hooks:
        assert (getattr(hookspecs, name).__doc__ or "").strip(), name


def test_plugin_guide_covers_every_hook() -> None:
    text = (ROOT / "docs" / "plugins.md").read_text(encoding="utf-8")
    for name in (name for name in vars(hookspecs) if name.startswith("newslint_")):
        assert name in text, name


def test_every_module_is_on_the_map() -> None:
    """Of the package's own folder; the small ones that hold a word or two of everybody's are not listed."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    small = {"__init__", "__main__", "version", "errors", "finding", "source", "terminal"}
    missing = [
        path.name
        for path in sorted((ROOT / "newslint").glob("*.py"))
        if path.stem not in small and f"newslint/{path.name}" not in text
    ]
    assert missing == []
