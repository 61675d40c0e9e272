"""The description for programs: valid, true of the desk, and the same as the contract of JSON."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

import newslint.server
from newslint.server.openapi import description

if TYPE_CHECKING:
    from tests.server.conftest import Desk

CONTRACT = Path(__file__).parents[2] / "docs" / "findings.schema.json"
FILE = Path(newslint.server.__file__).with_name("openapi.json")
SUFFIXES = (".txt", ".md", ".html", ".docx")


def contract() -> Any:
    """The contract of JSON, with references as they are in a description."""
    return json.loads(CONTRACT.read_text(encoding="utf-8").replace("#/$defs/", "#/components/schemas/"))


def test_it_says_of_a_report_what_the_contract_says(pytestconfig: pytest.Config) -> None:
    """With --update-snapshots it's made to."""
    wanted = contract()
    schemas = json.loads(FILE.read_text(encoding="utf-8"))["components"]["schemas"]
    report = {**schemas["report"], "properties": {**schemas["report"]["properties"], **wanted["properties"]}}
    renewed = {**schemas, **wanted["$defs"], "report": report}
    if pytestconfig.getoption("--update-snapshots"):
        document = json.loads(FILE.read_text(encoding="utf-8"))
        document["components"]["schemas"] = renewed
        FILE.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        return
    assert schemas == renewed


def test_it_names_the_formats_that_are_read() -> None:
    schemas = description(SUFFIXES)["components"]["schemas"]
    for name in ("a.txt", "b.MD", "c.html", "d.docx"):
        assert re.search(schemas["name"]["pattern"], name)
    assert not re.search(schemas["name"]["pattern"], "a.pdf")


def test_it_is_openapi(desk: Desk) -> None:
    validator = pytest.importorskip("openapi_spec_validator", reason="needs the extra “clients”")
    validator.validate(desk.ask("GET", "/openapi.json").json)


@pytest.mark.parametrize("path", ["/check", "/proof"])
def test_answers_are_as_it_says(desk: Desk, path: str) -> None:
    document = desk.ask("GET", "/openapi.json").json
    schema = document["paths"][path]["post"]["responses"]["200"]["content"]["application/json"]["schema"]
    whole = {**schema, "components": document["components"]}
    sent = {"text": "# A town\n\nIn the the bar.\n", "name": "a.md", "level": "suggestion"}
    answer = desk.ask("POST", path, sent)
    jsonschema.Draft202012Validator(whole).validate(answer.json)
    order = {"$ref": "#/components/schemas/order", "components": document["components"]}
    jsonschema.Draft202012Validator(order).validate(sent)


def test_the_page_of_it_asks_for_nothing(desk: Desk) -> None:
    page = desk.ask("GET", "/api").body.decode()
    assert "POST /check" in page
    assert "<script" not in page
    assert "src=" not in page


def test_a_stranger_that_knows_only_the_description_finds_it_true(desk: Desk, tmp_path: Path) -> None:
    """Schemathesis asks what the description allows, and what it forbids; but any bytes are a draft, so none must be refused."""
    if find_spec("schemathesis") is None:
        pytest.skip("needs the extra “clients”: pip install '.[clients]'")
    checks = (
        "not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,"
        "response_schema_conformance,unsupported_method"
    )
    done = subprocess.run(
        [
            str(Path(sys.executable).parent / "schemathesis"),
            *("run", f"{desk.url}openapi.json", "--checks", checks, "--max-examples", "6", "--seed", "1"),
            *("--generation-database", "none", "--no-color"),
        ],
        cwd=tmp_path,
        env={**os.environ, "SCHEMATHESIS_HOOKS": ""},
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
