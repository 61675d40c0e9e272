"""`newslint explain`: one rule's page, or all of them; or why a finding was raised, sign by sign."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click

from newslint.cli.completion import rules
from newslint.cli.desks import Desks
from newslint.cli.output import say
from newslint.cli.parameters import config_options, reader_options
from newslint.cli.runs import all_levels, finding_with
from newslint.cli.settings import settings
from newslint.errors import ConfigError, nearest
from newslint.packs.explain import book, leaf, options, page
from newslint.reporters.evidence import evidence_text
from newslint.reporters.terminal import page_width, unpainted, wants_colour
from newslint.reporters.text import finding_text

# What a report shows of a fingerprint, or more of it; no pack is called so.
_FINGERPRINT = re.compile("[0-9a-f]{6,16}")


@click.command(name="explain")
@click.argument("words", nargs=-1, metavar="RULE… | FINGERPRINT DRAFT…", shell_complete=rules)
@click.option("--all", "everything", is_flag=True, help="Write the pages of all rules as one Markdown file.")
@click.option("--format", "style", type=click.Choice(["text", "markdown"]), default="text", help="How to write a page.")
@reader_options
@config_options
def command(words: tuple[str, ...], everything: bool, style: str, config_path: Path | None, isolated: bool) -> None:
    """Tell a rule's reason, source, examples and exceptions, or why a finding was raised.

    RULE is the name that a finding shows, such as names/spelling; the name of a pack stands for all its rules.
    FINGERPRINT is the number behind it, and DRAFT where it was found: each sign that was weighed is told with its weight.
    """
    given = settings(config_path, isolated)
    stanzas = given.config.stanzas(given.registry)
    if everything:
        say(book(stanzas.values(), given.registry.check), nl=False)
        return
    if not words:
        raise click.UsageError("Name a rule, or say --all. `newslint rules` lists them.")
    if _FINGERPRINT.fullmatch(words[0]) and not any(words[0] in (s.id, s.pack) for s in stanzas.values()):
        finding, draft = finding_with(words[0], tuple(map(Path, words[1:])), Desks(config_path, isolated, all_levels))
        shown = finding_text(finding, draft) + evidence_text(finding)
        say(shown if wants_colour(sys.stdout) else unpainted(shown), nl=False)
        return
    for name in words:
        named = [stanza for stanza in stanzas.values() if name in (stanza.id, stanza.pack)]
        if not named:
            raise ConfigError(f"unknown rule “{name}”{nearest(name, stanzas)}")
        for stanza in named:
            set_to = options(stanza, given.registry.check(stanza.check))
            markdown = style == "markdown"
            say(page(stanza, set_to) if markdown else leaf(stanza, set_to, page_width(), wants_colour(sys.stdout)))
