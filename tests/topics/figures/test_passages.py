"""Each rule of figures on the short copy of passages.yml: it finds what is marked, once, and leaves the rest alone."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from newslint.config.settings import Config
from newslint.parsers.plain import parse
from newslint.plugins import builtin
from newslint.plugins.registry import plugin_manager, registry
from newslint.source import Source
from newslint.testing.examples import marked

_LIKELY = 0.5  # below, nothing is said at all
REGISTRY = registry(plugin_manager(builtin, entry_points=False))
RULES = {rule.id: rule for rule in Config(select=("figures",)).rules(REGISTRY)}
PASSAGES = yaml.safe_load(Path(__file__).with_name("passages.yml").read_text(encoding="utf-8"))
WRONG = [(rule, copy) for rule, told in PASSAGES.items() for copy in told["wrong"]]
RIGHT = [(rule, copy) for rule, told in PASSAGES.items() for copy in told["right"]]
KNOWN = [(rule, copy) for rule, told in PASSAGES.items() for copy in told.get("known", ())]


def found(rule: str, copy: str) -> list[tuple[int, int]]:
    """Where `rule` finds something in `copy`."""
    document = parse(Source("draft.txt", copy))
    hits = [hit for hit in RULES[f"figures/{rule}"].check(document) if hit.confidence >= _LIKELY]
    return [(document.place(hit.span).span.start, document.place(hit.span).span.end) for hit in hits]


def story(rule: str, copy: str) -> str:
    """The copy below a headline, where it has none of its own."""
    return copy if rule == "headline" else f"News of the day\n\n{copy}"


@pytest.mark.parametrize(("rule", "copy"), WRONG)
def test_what_is_wrong_is_found(rule: str, copy: str) -> None:
    told = marked(story(rule, copy))
    assert found(rule, told.text) == [(span.start, span.end) for span in told.spans]


@pytest.mark.parametrize(("rule", "copy"), RIGHT)
def test_what_is_right_stays_silent(rule: str, copy: str) -> None:
    assert found(rule, story(rule, copy)) == []


@pytest.mark.parametrize(("rule", "copy"), KNOWN)
def test_what_is_still_said_wrongly(rule: str, copy: str) -> None:
    assert found(rule, story(rule, copy))
