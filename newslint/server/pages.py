"""The pages of the desk: the one to work at, and the one that tells programs how to ask. Both are whole in themselves."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from string import Template
from typing import Any

from newslint.reading import MAX_BYTES
from newslint.reporters.html.escaping import words
from newslint.reporters.html.page import part, policy
from newslint.startup.row import Row

_HERE = Path(__file__).parent


class Page(Row):
    """A page, with the policy that holds for it."""

    html: str
    policy: str


def desk_page(suffixes: Iterable[str], require_reason: bool) -> Page:
    """The page at which drafts are pasted, dropped and mended, for files of these suffixes."""
    style, script = part("proof.css") + _own("desk.css"), part("proof.js") + _own("desk.js")
    body = Template(_own("desk.html")).substitute(
        suffixes=words(",".join(suffixes)),
        listed=words(", ".join(suffixes)),
        most=MAX_BYTES,
        reason=" data-reason" if require_reason else "",
        script=script,
    )
    return Page(_shell("newslint desk", style, body), _sealed(policy(style, script, "'self'", "newslint")))


def api_page(description: Mapping[str, Any]) -> Page:
    """The description of the desk for programs, to be read by people."""
    style = part("proof.css") + _own("desk.css")
    body = Template(_own("api.html")).substitute(
        about=_said(description["info"]["description"]),
        operations="".join(_operations(description)),
        schemas="".join(_schemas(description)),
    )
    return Page(_shell("newslint desk: for programs", style, body), _sealed(policy(style, "")))


def _shell(title: str, style: str, body: str) -> str:
    """What every page of the desk begins and ends with, around its `body`."""
    return Template(_own("shell.html")).substitute(title=title, style=style, body=body)


def _sealed(given: str) -> str:
    return f"{given}; frame-ancestors 'none'"


def _own(name: str) -> str:
    return (_HERE / name).read_text(encoding="ascii")


def _said(text: str) -> str:
    """What the description says, with what stands in backticks as code."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", words(text))


def _operations(description: Mapping[str, Any]) -> Iterator[str]:
    for path, methods in description["paths"].items():
        for method, operation in methods.items():
            answers = "".join(
                f"<tr><td>{status}</td><td>{words(answer['description'])}</td></tr>"
                for status, answer in operation["responses"].items()
            )
            yield (
                f"<section><h2><code>{method.upper()} {words(path)}</code> {words(operation['summary'])}</h2>"
                f"<p>{_said(operation.get('description', ''))}</p>{_takes(operation)}"
                f"<table><tr><th>Status</th><th>Answer</th></tr>{answers}</table></section>"
            )


def _takes(operation: Mapping[str, Any]) -> str:
    body = operation.get("requestBody")
    if not body:
        return ""
    kinds = ", ".join(f"<code>{words(kind)}</code>" for kind in body["content"])
    example = json.dumps(body["content"]["application/json"]["example"], ensure_ascii=False)
    return f"<p>Takes {kinds}.</p><pre tabindex='0'>{words(example)}</pre>"


def _schemas(description: Mapping[str, Any]) -> Iterator[str]:
    for name in ("order", "report", "finding"):
        schema = description["components"]["schemas"][name]
        rows = "".join(
            f"<tr><td><code>{words(key)}</code></td><td>{_about(value)}</td></tr>"
            for key, value in schema["properties"].items()
        )
        yield f"<section><h2>{words(name)}</h2><table><tr><th>Key</th><th>Holds</th></tr>{rows}</table></section>"


def _about(schema: Mapping[str, Any]) -> str:
    """What a value is: its kind, and a word on it."""
    kind = schema.get("$ref", "").rpartition("/")[2] or schema.get("type", "")
    shown = kind or ", ".join(map(str, schema.get("enum", ()))) or str(schema.get("const", ""))
    return " ".join(filter(None, (f"<i>{words(shown)}</i>" if shown else "", _said(schema.get("description", "")))))
