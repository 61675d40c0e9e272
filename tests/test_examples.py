"""Every example of every rule of newslint's own packs."""

from __future__ import annotations

import pytest

from newslint.config.settings import Config
from newslint.packs.rule import Example, Rule
from newslint.plugins import builtin
from newslint.plugins.registry import plugin_manager, registry
from newslint.testing import failures

REGISTRY = registry(plugin_manager(builtin, entry_points=False))
STANZAS = Config().stanzas(REGISTRY)
RULES = {rule.id: rule for rule in Config(select=tuple(STANZAS)).rules(REGISTRY)}
CASES = [
    pytest.param(RULES[name], example, id=f"{name}:{example.line}")
    for name, stanza in STANZAS.items()
    for example in stanza.examples
]


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_example(rule: Rule, example: Example) -> None:
    assert list(failures(rule, example, REGISTRY)) == []


@pytest.mark.parametrize("name", STANZAS)
def test_rule_shows_what_it_finds_and_what_it_leaves(name: str) -> None:
    examples = STANZAS[name].examples
    assert sum(bool(example.bad) for example in examples) >= 2
    assert sum(bool(example.good) for example in examples) >= 3
