"""`newslint test`: try a pack before it's let loose."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import click

from newslint.cli.completion import rules
from newslint.cli.desks import Desks
from newslint.cli.output import say
from newslint.cli.parameters import config_options
from newslint.cli.runs import all_levels
from newslint.cli.settings import settings
from newslint.desk.drafts import drafts
from newslint.packs.rule import Rule
from newslint.plugins.registry import Registry
from newslint.reporters.terminal import printable
from newslint.testing.trial import Archive, Tally, failed_examples, rules_of, try_on


@click.command(name="test")
@click.argument("packs", nargs=-1, required=True, metavar="PACK…", shell_complete=rules)
@click.option(
    "--on",
    "folders",
    multiple=True,
    type=click.Path(exists=True, path_type=Path),
    metavar="DIR",
    help="Show how often each rule would speak over the stories in DIR.",
)
@click.option(
    "--samples", default=3, show_default=True, type=click.IntRange(min=0), help="So many findings of each rule."
)
@config_options
def command(
    packs: tuple[str, ...], folders: tuple[Path, ...], samples: int, config_path: Path | None, isolated: bool
) -> None:
    """Run the examples of a pack's rules, or show what they say of an archive.

    PACK is a file such as desk.yml, or the name of a pack or rule that is installed (names, names/spelling).
    """
    given = settings(config_path, isolated)
    chosen = rules_of(packs, given.registry, given.config)
    if folders:
        archive = try_on(
            chosen,
            drafts(folders, Desks(config_path, isolated, partial(all_levels, asks=False)).choice),
            given.registry,
            samples,
        )
        _show_archive(archive)
        sys.exit(2 if archive.failures else 0)
    sys.exit(0 if _run_examples(chosen, given.registry) else 1)


def _run_examples(rules: list[Rule], registry: Registry) -> bool:
    """Run every example and print each rule's result; whether all is well."""
    wrong = examples = 0
    for rule in rules:
        failed = list(failed_examples(rule, registry))
        stanza = rule.stanza
        examples += len(stanza.examples)
        wrong += len(failed)
        say(f"{rule.id}: {_verdict(len(stanza.examples), len(failed))}")
        for example, said in failed:
            say(f"  {stanza.path}:{example.line}: {printable(said)}")
    rows = f"{_counted(len(rules), 'rule')}, {_counted(examples, 'example')}"
    say(f"{rows}: {f'{wrong} wrong' if wrong else 'all well'}")
    return not wrong


def _verdict(examples: int, failed: int) -> str:
    if not examples:
        return "no examples: nothing shows that it works"
    return f"{failed} of {examples} examples wrong" if failed else f"{_counted(examples, 'example')} well"


def _show_archive(archive: Archive) -> None:
    say(f"{_counted(archive.drafts, 'story', 'stories')}, {archive.words:,} words")
    for tally in sorted(archive.tallies, key=lambda tally: (-tally.findings, tally.rule.id)):
        _show_tally(tally, archive)
    for failure in archive.failures:
        say(f"newslint: {printable(failure)}", err=True)


def _show_tally(tally: Tally, archive: Archive) -> None:
    rate = 1000 * tally.findings / archive.words if archive.words else 0.0
    stories = _counted(tally.drafts, "story", "stories")
    say(f"\n{tally.rule.id}: {rate:.2f} per 1,000 words ({_counted(tally.findings, 'finding')} in {stories})")
    for sample in tally.samples:
        say(f"  {printable(sample.place)}: {printable(sample.message)}")
        say(f"    …{printable(sample.before)}»{printable(sample.found)}«{printable(sample.after)}…")


def _counted(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"
