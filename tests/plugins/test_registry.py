"""Plugins: each hook does what the guide says, and a plugin that fails is named."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pluggy
import pytest
from click.testing import CliRunner

from newslint import yamlfile
from newslint.cli.commands import Commands, main
from newslint.config.file import parse_config
from newslint.config.readers import made
from newslint.config.settings import Config
from newslint.errors import PluginError
from newslint.linter import lint
from newslint.plugins import builtin, consent, hookspecs
from newslint.plugins.hookspecs import hookimpl
from newslint.plugins.registry import Registry, plugin_manager, registry
from newslint.readers.protocol import Passage, Question, answer
from newslint.report import Run
from newslint.source import Source
from newslint.testing import registry_of

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "plugins.md").read_text(encoding="utf-8")
HOOKS = [name for name in vars(hookspecs) if name.startswith("newslint_")]
EXAMPLES = re.findall(r"^```python\n(.*?)^```$", GUIDE, re.M | re.S)


def loaded(text: str, folder: Path, name: str = "desk.py") -> tuple[pluggy.PluginManager, Registry]:
    """The plugins in force where a configuration names a file with `text`."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    manager = plugin_manager(builtin, [path], entry_points=False)
    return manager, registry(manager)


def example(hook: str) -> str:
    """The guide's example of a hook: the first one under its heading."""
    section = GUIDE[GUIDE.index(f"### {hook}\n") :]
    return re.search(r"^```python\n(.*?)^```$", section, re.M | re.S)[1]  # type: ignore[index]


@pytest.mark.parametrize("hook", HOOKS)
def test_every_hook_has_an_example_that_uses_it(hook: str, tmp_path: Path) -> None:
    manager, _ = loaded(example(hook), tmp_path)
    assert [each.plugin_name for each in getattr(manager.hook, hook).get_hookimpls() if each.plugin_name != "newslint"]


@pytest.mark.parametrize("text", EXAMPLES)
def test_every_example_loads_without_a_warning(text: str, tmp_path: Path) -> None:
    loaded(text, tmp_path)


def test_a_check(tmp_path: Path) -> None:
    pack = tmp_path / "long.yml"
    pack.write_text(
        "headline:\n  check: long-headline\n  options: {letters: 10}\n  message: '{count}'\n  why: Short.\n"
    )
    _, given = loaded(example("newslint_checks"), tmp_path)
    report = lint(Source("a.txt", "A headline that is long\n\nThe story.", ".txt"), given, Config(packs=(pack,)))
    assert [finding.message for finding in report.findings if finding.rule == "long/headline"] == ["23"]


def test_a_reader(tmp_path: Path) -> None:
    _, given = loaded(example("newslint_readers"), tmp_path)
    text = "readers:\n  ours: {kind: pairs, pairs: {hall: mill}}\n"
    config = parse_config(yamlfile.parse(text, "a.yml"), tmp_path)
    assert config.readers
    reader = made(config.readers.entries["ours"], given)
    asked = Question((Passage(1, "headline", "The hall shuts"), Passage(2, "paragraph", "The mill shuts.")))
    (row,) = answer(reader.ask(asked, 1.0).text).claims
    assert row[:4] == (2, "mill", 1, "hall")


def test_what_cannot_be_asked_is_no_reader(tmp_path: Path) -> None:
    text = "from newslint import hookimpl\n\n@hookimpl\ndef newslint_readers():\n    return {'odd': dict}\n"
    _, given = loaded(text, tmp_path)
    with pytest.raises(PluginError, match="“odd” is no reader"):
        given.reader("odd")


def test_a_pack(tmp_path: Path) -> None:
    (tmp_path / "desk.yml").write_text(
        "word:\n  check: existence\n  options: {terms: [synergy]}\n  message: m\n  why: w\n", encoding="utf-8"
    )
    _, given = loaded(example("newslint_packs"), tmp_path)
    report = lint(Source("a.txt", "More synergy.", ".txt"), given, Config(select=("desk",)))
    assert [finding.rule for finding in report.findings] == ["desk/word"]


def test_an_analysis_is_replaced_for_every_check(tmp_path: Path, built_in: Registry) -> None:
    pack = tmp_path / "words.yml"
    pack.write_text("word:\n  check: existence\n  options: {terms: [synergie]}\n  message: m\n  why: w\n")
    _, given = loaded(example("newslint_analyses"), tmp_path)
    source = Source("a.txt", "»Plus de synergie«, dit-il.", ".txt")
    config = Config(packs=(pack,), select=("words",))
    assert lint(source, built_in, config).findings
    assert lint(source, given, config).findings == ()


@pytest.mark.skipif(importlib.util.find_spec("spacy") is None, reason="spaCy isn't installed")
def test_spacy_cuts_sentences(tmp_path: Path) -> None:
    from newslint.linter import parsed
    from newslint.text.sentences import sentences

    (text,) = [each for each in EXAMPLES if "spacy" in each]
    _, given = loaded(text, tmp_path)
    assert len(sentences(parsed(Source("a.txt", "One. Two.", ".txt"), given))) == 2


def test_a_parser_and_a_reporter(tmp_path: Path) -> None:
    _, given = loaded(example("newslint_parsers"), tmp_path)
    source = Source("a.captions", "The the bridge.\nIts its end.\n", ".captions")
    blocks = given.parser_for(source)(source).blocks
    assert [block.role.value for block in blocks] == ["caption", "caption"]
    (tmp_path / "other").mkdir()
    _, given = loaded(example("newslint_reporters"), tmp_path / "other")
    report = lint(Source("a.txt", "The the bridge stood.", ".txt"), given, Config(select=("repetition/word",)))
    assert given.reporter("count")(Run((report,))) == "1\n"


def test_commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "desk.py").write_text(example("newslint_commands"), encoding="utf-8")
    (tmp_path / ".newslint.yml").write_text("plugins: [./desk.py]\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    consent.trust([tmp_path / "desk.py"])
    said = CliRunner().invoke(Commands(name="newslint"), ["shout", "so", "be", "it"])
    assert said.output == "SO BE IT\n"
    assert "shout" in CliRunner().invoke(Commands(name="newslint"), ["--help"]).output


FAILS = (
    "from newslint.plugins.hookspecs import hookimpl\n\n\n@hookimpl\ndef newslint_{hook}({arguments}):\n    {body}\n"
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1 / 0\n", "desk.py can't be loaded: ZeroDivisionError"),
        (
            FAILS.format(hook="checks", arguments="", body="1 / 0"),
            "plugin desk.py: newslint_checks failed: ZeroDivisionError",
        ),
        (
            FAILS.format(hook="checks", arguments="", body="return 5"),
            "plugin desk.py: newslint_checks should return a mapping",
        ),
        (FAILS.format(hook="chekcs", arguments="", body="return {}"), "desk.py"),
        (FAILS.format(hook="checks", arguments="registry", body="return {}"), "plugin desk.py"),
        (
            FAILS.format(hook="checks", arguments="", body="return {'repeated-word': 'x:Y'}"),
            "“repeated-word” of checks is given by two plugins: newslint and desk.py",
        ),
    ],
)
def test_a_plugin_that_fails_is_named(text: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(PluginError) as error:
        loaded(text, tmp_path)
    assert said in str(error.value)


def test_a_registry_for_tests_has_newslints_parts_and_the_plugins_alone() -> None:
    desk = ModuleType("desk")
    exec(FAILS.format(hook="checks", arguments="", body="return {'own': 'desk:Own'}"), vars(desk))
    own = registry_of(desk)
    assert own.checks.keys() - registry_of().checks.keys() == {"own"}
    assert own.owners["checks", "own"] == "desk"
    exec(FAILS.format(hook="chekcs", arguments="", body="return {}"), vars(desk))
    with pytest.raises(PluginError, match="plugin desk: "):
        registry_of(desk)


def test_two_plugins_that_replace_one_analysis_are_both_named(tmp_path: Path) -> None:
    one, two = tmp_path / "one.py", tmp_path / "two.py"
    one.write_text(example("newslint_analyses"), encoding="utf-8")
    two.write_text(FAILS.format(hook="analyses", arguments="", body="return {'quotes': 'x:y'}"))
    with pytest.raises(PluginError, match=r"two plugins: (one\.py and two\.py|two\.py and one\.py)"):
        registry(plugin_manager(builtin, [one, two], entry_points=False))


class TestThingsThatFailLater:
    @hookimpl
    def newslint_checks(self) -> dict[str, object]:
        return {"missing": "newslint.nowhere:Nothing", "plain": dict}

    @hookimpl
    def newslint_reporters(self) -> dict[str, object]:
        return {"broken": lambda run: run.nothing}

    @hookimpl
    def newslint_parsers(self) -> dict[str, object]:
        return {".odd": lambda source: 1 / len(source.text)}

    @pytest.fixture
    def given(self) -> Registry:
        manager = plugin_manager(builtin, entry_points=False)
        manager.register(self, "odd 2.1")
        return registry(manager)

    def test_the_plugin_is_named_with_its_version(self, given: Registry) -> None:
        with pytest.raises(PluginError, match=r"odd 2\.1.*missing"):
            given.check("missing")
        with pytest.raises(PluginError, match=r"odd 2\.1.*plain"):
            given.check("plain")
        with pytest.raises(PluginError, match=r"odd 2\.1: format “broken” failed: AttributeError"):
            given.reporter("broken")(Run())
        report = lint(Source("a.odd", "", ".odd"), given, Config())
        (failure,) = report.failures
        assert failure.startswith("a.odd: the parser of odd 2.1 failed: ZeroDivisionError: division by zero (in ")


def test_no_plugin_is_loaded_when_isolated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "desk.py").write_text("raise SystemExit('loaded')\n", encoding="utf-8")
    (tmp_path / ".newslint.yml").write_text("plugins: [./desk.py]\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("All is well.\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["plugins", "--isolated"])
    assert done.exit_code == 0


def test_the_example_plugin_passes_its_tests_against_the_wheel(built: Path, tmp_path: Path) -> None:
    """In an environment of its own, from its own pyproject."""
    home = tmp_path / "home"
    python = home / ("Scripts" if os.name == "nt" else "bin") / "python"
    (wheel,) = built.glob("*.whl")
    example = ROOT / "examples" / "newslint-plugin-example"
    install = ["pip", "install", "--quiet", "--python", str(python), "pytest", str(wheel), str(example)]
    for command in (["venv", "--quiet", str(home)], install):
        subprocess.run([sys.executable, "-m", "uv", *command], cwd=tmp_path, check=True, capture_output=True)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    no_old_path = ["-W", "error:newslint:DeprecationWarning", "-W", "error:plugin:DeprecationWarning"]
    places = ["-c", str(example / "pyproject.toml"), str(example / "tests")]
    suite = [str(python), "-m", "pytest", "-q", "-p", "no:cacheprovider", *no_old_path, *places]
    ran = subprocess.run(suite, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False, env=environment)
    assert ran.returncode == 0, ran.stdout
    (tmp_path / "a.wire").write_text("slug 21-3\nHead\nBody! Body! Body!\n", encoding="utf-8")
    for words, said in (
        (["plugins"], "example 1.0: newslint_analyses, newslint_checks, newslint_commands, newslint_packs"),
        (["slug", "a.wire"], "slug 21-3"),
        (["check", "--select", "house", "--output-format", "csv", "a.wire"], "house/exclamation"),
        (["test", "house"], "5 examples well"),
    ):
        command = [str(python.with_name("newslint")), *words]
        shown = subprocess.run(
            command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False, env=environment
        )
        assert said in shown.stdout, shown.stderr
