"""docs/readers.md, word for word. Its commands are run by tests/test_docs.py, with all others."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema

from newslint import yamlfile
from newslint.config.file import parse_config, read_config
from newslint.config.readers import made
from newslint.document import Document, Role
from newslint.packs.options import option_names
from newslint.plugins.registry import Registry
from newslint.readers.chat import ChatReader
from newslint.readers.checking import checked
from newslint.readers.parts import questions
from newslint.readers.protocol import LARGEST, LONGEST_REASON, LONGEST_WORDS, MOST_ROWS, VERSION, answer, schema
from newslint.readers.reader import Limits

if TYPE_CHECKING:
    from tests.readers.conftest import Desk, Endpoint

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples" / "readers"
PAGE = (ROOT / "docs" / "readers.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.M | re.S)


def test_the_configurations_are_those_of_the_examples(built_in: Registry) -> None:
    program, tuned, chat = blocks("yaml")
    assert program == (EXAMPLES / ".newslint.yml").read_text(encoding="utf-8")
    parse_config(yamlfile.parse(program + tuned, ".newslint.yml"), EXAMPLES).rules(built_in)
    shown, there = (yamlfile.parse(text, "") for text in (chat, (EXAMPLES / "chat.yml").read_text(encoding="utf-8")))
    assert shown == there


def test_the_question_and_the_answer_are_real() -> None:
    asked, answered = blocks("json")
    for text in (asked, answered):
        jsonschema.Draft202012Validator(schema()).validate(json.loads(text))
    document = Document.of(
        *((Role(block["role"]), block["text"]) for block in json.loads(asked)["blocks"]),
    )
    (question,) = questions(document, 24_000)
    assert f"{question.json()}\n" == asked
    found = checked([answer(answered)], document, "costs")
    assert len(found.kept) == 1


def test_the_figures_are_those_of_the_code() -> None:
    limits = Limits()
    for said in (
        f"{limits.seconds:g} where you say nothing", f"at most so many a run; {limits.calls}", f"a run; {limits.tokens:,}",
        f"({limits.letters:,})", f"({ChatReader('http://a', 'b').answer_tokens})", f"this is version {VERSION}",
        f"At most {MOST_ROWS} rows", f"words have {LONGEST_WORDS} letters", f"a reason {LONGEST_REASON}",
        f"an answer {LARGEST // 1_000_000} MB",
    ):  # fmt: skip
        assert said in PAGE


def test_every_setting_is_told(built_in: Registry) -> None:
    told = set(re.findall(r"`([a-z-]+)`", "".join(re.findall(r"^\| (`.*?) \|", PAGE, re.M))))
    own = {name for kind in ("chat", "command") for name in option_names(built_in.reader(kind))} - {"folder"}
    assert told == own | {"kind", "allow-remote", "timeout", "calls", "tokens", "letters"}


def test_the_models_configuration_works_with_an_endpoint(desk: Desk, endpoint: Endpoint, built_in: Registry) -> None:
    text = blocks("yaml")[2].replace("127.0.0.1:8080", endpoint.url[7:-3])
    (desk.folder / ".newslint.yml").write_text(text, encoding="utf-8")
    readers = read_config(desk.folder / ".newslint.yml").readers
    assert readers
    assert made(readers.entries["desk"], built_in).remote is False
    desk.run("trust")
    endpoint.acts = [endpoint.says(endpoint.rows(desk.kept))]
    found, _ = desk.check()
    assert len(found) == 1
    assert endpoint.asked[0]["model"] == "desk-model"


def test_the_example_tells_what_no_rule_does(desk: Desk) -> None:
    for file in ("costs.py", ".newslint.yml", "mill.txt"):
        shutil.copy(EXAMPLES / file, desk.folder)
    desk.run("trust")
    assert desk.run("check", "--level", "suggestion", "--output-format", "concise", "mill.txt")[0] == ""
    out, _ = desk.run("check", "--reader", "costs", "--output-format", "concise", "mill.txt")
    assert "reader/figures" in out
