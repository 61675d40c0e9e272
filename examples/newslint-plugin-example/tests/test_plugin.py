"""The plugin, tested with what newslint gives to those who write one."""

from __future__ import annotations

from pathlib import Path

import newslint_example

from newslint.config.settings import Config
from newslint.linter import lint
from newslint.plugins import builtin
from newslint.plugins.registry import plugin_manager, registry, resolve
from newslint.report import Run
from newslint.source import Source
from newslint.testing import failures

MANAGER = plugin_manager(builtin, entry_points=False)
MANAGER.register(newslint_example, "example")
REGISTRY = registry(MANAGER)
CONFIG = Config(select=("house",))


def test_examples() -> None:
    (rule,) = CONFIG.rules(REGISTRY)
    assert [wrong for example in rule.stanza.examples for wrong in failures(rule, example, REGISTRY)] == []


def test_wire_copy_and_csv() -> None:
    source = Source("a.wire", "slug! 21-3\nHead!\nBody! Body!\n", ".wire")
    report = lint(source, REGISTRY, CONFIG)
    text = resolve(REGISTRY.reporters["csv"])(Run((report,)))
    assert text.splitlines()[1] == "a.wire,3,5,warning,house/exclamation,3 exclamation marks in one story"


def test_pack_is_shipped() -> None:
    assert Path(newslint_example.__file__).with_name("house.yml").is_file()
