"""`newslint explain`: one rule's page, or all of them."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from newslint.cli.settings import config_options, settings
from newslint.errors import ConfigError, nearest
from newslint.packs.explain import book, leaf, options, page
from newslint.reporters.terminal import page_width, wants_colour


@click.command(name="explain")
@click.argument("rules", nargs=-1, metavar="RULE…")
@click.option("--all", "everything", is_flag=True, help="Write the pages of all rules as one Markdown file.")
@click.option("--format", "style", type=click.Choice(["text", "markdown"]), default="text", help="How to write a page.")
@config_options
def command(rules: tuple[str, ...], everything: bool, style: str, config_path: Path | None, isolated: bool) -> None:
    """Tell a rule's reason, source, examples and exceptions.

    RULE is the name that a finding shows, such as names/spelling; the name of a pack stands for all its rules.
    """
    given = settings(config_path, isolated)
    stanzas = given.config.stanzas(given.registry)
    if everything:
        click.echo(book(stanzas.values(), given.registry.check), nl=False)
        return
    if not rules:
        raise click.UsageError("Name a rule, or say --all. `newslint rules` lists them.")
    for name in rules:
        named = [stanza for stanza in stanzas.values() if name in (stanza.id, stanza.pack)]
        if not named:
            raise ConfigError(f"unknown rule “{name}”{nearest(name, stanzas)}")
        for stanza in named:
            set_to = options(stanza, given.registry.check(stanza.check))
            markdown = style == "markdown"
            click.echo(
                page(stanza, set_to) if markdown else leaf(stanza, set_to, page_width(), wants_colour(sys.stdout))
            )
