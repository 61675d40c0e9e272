"""`newslint rules`: the index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from textwrap import wrap
from typing import Any

import click

from newslint.cli import completion
from newslint.cli.output import say
from newslint.cli.parameters import config_options
from newslint.cli.settings import settings
from newslint.errors import ConfigError, nearest
from newslint.packs.explain import first_sentence
from newslint.packs.rule import Rule, Stanza
from newslint.reporters.json_text import json_text
from newslint.reporters.terminal import page_width


@click.command(name="rules")
@click.argument("packs", nargs=-1, metavar="[PACK]…", shell_complete=completion.packs)
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", help="For people or programs.")
@config_options
def command(packs: tuple[str, ...], style: str, config_path: Path | None, isolated: bool) -> None:
    """List the rules: name, severity, what each is for.

    With PACK, only the rules of these packs. `newslint explain RULE` tells more of one.
    """
    given = settings(config_path, isolated)
    stanzas = given.config.stanzas(given.registry)
    known = {stanza.pack for stanza in stanzas.values()}
    for pack in packs:
        if pack not in known:
            raise ConfigError(f"unknown pack “{pack}”{nearest(pack, known)}")
    chosen = [stanza for _, stanza in sorted(stanzas.items()) if not packs or stanza.pack in packs]
    running = {rule.id: rule for rule in given.config.rules(given.registry)}
    say(_as_json(chosen, running) if style == "json" else "\n".join(_as_text(chosen, running)))


def _as_text(stanzas: Iterable[Stanza], running: Mapping[str, Rule]) -> Iterator[str]:
    stanzas = list(stanzas)
    longest = max((len(stanza.id) for stanza in stanzas), default=0)
    indent = " " * (longest + 16)
    for _, members in groupby(stanzas, key=lambda stanza: stanza.pack):
        for stanza in members:
            lead = f"  {stanza.id:<{longest}}  {_state(stanza, running):<12}"
            lines = wrap(first_sentence(stanza.why), max(30, page_width() - len(indent))) or [""]
            yield f"{lead}{lines[0]}"
            yield from (indent + line for line in lines[1:])
        yield ""
    yield "`newslint explain RULE` tells why, with examples, and how to switch a rule off."


def _state(stanza: Stanza, running: Mapping[str, Rule]) -> str:
    return str(running[stanza.id].severity) if stanza.id in running else "off"


def _as_json(stanzas: Iterable[Stanza], running: Mapping[str, Rule]) -> str:
    rows = [_row(stanza, running) for stanza in stanzas]
    return json_text({"version": 1, "rules": rows}).rstrip("\n")


def _row(stanza: Stanza, running: Mapping[str, Rule]) -> dict[str, Any]:
    source = stanza.source
    return {
        "rule": stanza.id,
        "severity": str(running[stanza.id].severity if stanza.id in running else stanza.severity),
        "enabled": stanza.id in running,
        "check": stanza.check,
        "message": stanza.message,
        "why": stanza.why,
        "exceptions": stanza.exceptions,
        "source": {"name": source.name, "url": source.url, "page": source.page} if source else None,
    }
