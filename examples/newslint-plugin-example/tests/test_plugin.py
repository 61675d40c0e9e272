"""The plugin, tested with what newslint gives to those who write one."""

from __future__ import annotations

import json
from pathlib import Path

import newslint_example

from newslint import Config, Passage, Question, Run, Source, lint
from newslint.analyses import quotes
from newslint.testing import document, failures, findings, registry_of

REGISTRY = registry_of(newslint_example)
CONFIG = Config(select=("house",))


def test_examples() -> None:
    (rule,) = CONFIG.rules(REGISTRY)
    assert [wrong for example in rule.stanza.examples for wrong in failures(rule, example, REGISTRY)] == []


def test_wire_copy_and_csv() -> None:
    source = Source("a.wire", "slug! 21-3\nHead!\nBody! Body!\n", ".wire")
    report = lint(source, REGISTRY, CONFIG)
    text = REGISTRY.reporter("csv")(Run((report,)))
    assert text.splitlines()[1] == "a.wire,3,5,warning,house/exclamation,3 exclamation marks in one story"


def test_speech_that_a_dash_leads() -> None:
    (rule,) = CONFIG.rules(REGISTRY)
    assert len(findings(rule, "Yes! Yes!", REGISTRY)) == 1
    assert findings(rule, "– Yes! Yes!", REGISTRY) == []
    draft = document("“So,” he said.\n\n– Yes! Yes!\n", REGISTRY)
    assert [draft[quote.span] for quote in quotes(draft)] == ["“So,”", "– Yes! Yes!"]


def test_pairs_that_are_mixed_up() -> None:
    reader = REGISTRY.reader("pairs")(pairs={"hall": "mill"})
    asked = Question((Passage(1, "headline", "The hall shuts"), Passage(2, "paragraph", "The mill shuts.")))
    (row,) = json.loads(reader.ask(asked, 1.0).text)["rows"]
    assert (row["block"], row["words"], row["other_block"], row["other"]) == (2, "mill", 1, "hall")


def test_pack_is_shipped() -> None:
    assert Path(newslint_example.__file__).with_name("house.yml").is_file()
