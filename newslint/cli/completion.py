"""`newslint completion`, and what is completed: rules, packs and formats, those of the configuration in force included."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from newslint.cli import COMPLETING
from newslint.errors import NewslintError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from newslint.cli.settings import Settings

SHELLS = ("bash", "zsh", "fish")


@click.command(name="completion")
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print what lets SHELL complete newslint's commands, options, rules, packs and formats.

    For bash and zsh: eval "$(newslint completion bash)" in ~/.bashrc or ~/.zshrc. For fish: newslint completion fish >
    ~/.config/fish/completions/newslint.fish
    """
    from click.shell_completion import get_completion_class

    made = get_completion_class(shell)
    assert made is not None
    click.echo(made(ctx.find_root().command, {}, "newslint", COMPLETING).source())


def rules(ctx: click.Context, parameter: click.Parameter, word: str) -> list[CompletionItem]:
    """The rules and packs that go on as `word` does, also behind a comma; the packs, unless a slash was typed."""
    given = _settings()
    before, comma, last = word.rpartition(",")
    stanzas = given.config.stanzas(given.registry) if given else {}
    from newslint.packs.explain import first_sentence

    named = {stanza.pack: f"the pack {stanza.pack}" for stanza in stanzas.values()}
    named |= {name: first_sentence(stanza.why) for name, stanza in sorted(stanzas.items())}
    return _items({f"{before}{comma}{name}": told for name, told in named.items() if name.startswith(last)})


def packs(ctx: click.Context, parameter: click.Parameter, word: str) -> list[CompletionItem]:
    """The packs that begin with `word`."""
    given = _settings()
    named = sorted({stanza.pack for stanza in given.config.stanzas(given.registry).values()}) if given else []
    return _items(dict.fromkeys((name for name in named if name.startswith(word)), ""))


def formats(ctx: click.Context, parameter: click.Parameter, word: str) -> list[CompletionItem]:
    """The formats of reports that begin with `word`."""
    given = _settings()
    return _items(dict.fromkeys((name for name in _formats(given) if name.startswith(word)), ""))


def paths(word: str) -> list[CompletionItem]:
    """What lets the shell itself complete `word` as a path."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(word, type="file")]


def _formats(given: Settings | None) -> Iterable[str]:
    return sorted(given.registry.reporters) if given else ()


def _items(named: dict[str, str]) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    return [CompletionItem(name, help=told or None) for name, told in named.items()]


def _settings() -> Settings | None:
    """The configuration where the writer stands; without it where that has a mistake, which is no matter for the TAB key."""
    from newslint.cli.settings import settings

    for isolated in (False, True):
        with contextlib.suppress(NewslintError), contextlib.redirect_stderr(io.StringIO()):
            return settings(None, isolated)
    return None
