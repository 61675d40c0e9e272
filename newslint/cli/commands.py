"""The group of newslint's commands, for all that can be said on a command line."""

from __future__ import annotations

import importlib
import os
import sys
from typing import TYPE_CHECKING, Any

import click

from newslint.cli import COMMANDS
from newslint.cli.asked import begin
from newslint.cli.ending import ended, keeping
from newslint.cli.output import say
from newslint.errors import NewslintError, PluginError, nearest

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class Commands(click.Group):
    """newslint's commands; a first word that's none of them is a path to check."""

    def list_commands(self, ctx: click.Context | None) -> list[str]:
        return [*COMMANDS, *(name for name in self.commands if name not in COMMANDS)]

    def add_plugins_commands(self) -> None:
        """Let the plugins add their commands: only where none of newslint's own was called."""
        from newslint.cli.settings import settings

        given = settings(None, isolated=False)
        for hook in given.manager.hook.newslint_commands.get_hookimpls():
            before = dict(self.commands)
            try:
                hook.function(self)
            except Exception as error:
                said = f"newslint_commands failed: {type(error).__name__}: {error}"
                raise PluginError(f"plugin {hook.plugin_name}: {said}") from error
            taken = [name for name in self.commands if name in before and self.commands[name] is not before[name]]
            for name in (*taken, *(name for name in self.commands if name in COMMANDS and name not in before)):
                raise PluginError(f"plugin {hook.plugin_name}: there's a command “{name}” already")

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.commands and cmd_name in COMMANDS:
            module = importlib.import_module(f"newslint.cli.{cmd_name}")
            self.commands[cmd_name] = module.command
        return self.commands.get(cmd_name)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        own = {option for parameter in self.params for option in parameter.opts} | {"--help"}
        if args and args[0] not in own and args[0] not in self.list_commands(ctx):
            if not (ctx.resilient_parsing or os.path.exists(args[0]) or args[0].startswith("-")):
                self._plugins_for(args[0])
                self._refuse_misspelled(args[0])
            if args[0] not in self.commands:
                args = ["check", *args]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The commands or options that begin so; where none does, paths, which `newslint PATH` takes too."""
        from newslint.cli.completion import paths

        return super().shell_complete(ctx, incomplete) or paths(incomplete)

    def _plugins_for(self, word: str) -> None:
        """Load the plugins' commands where the first word may be one of them."""
        try:
            if word.isidentifier() or word.replace("-", "").isalnum():
                self.add_plugins_commands()
        except NewslintError as error:
            say(f"newslint: {error}", err=True)
            sys.exit(2)

    def _refuse_misspelled(self, word: str) -> None:
        """End the run where the first word is neither a path nor a command, but much like a command."""
        like = (
            nearest(word, self.list_commands(None))
            if word.replace("-", "").isalpha() and word not in self.commands
            else ""
        )
        if like:
            say(f"newslint: there's no command “{word}”{like}, and no file or folder called so", err=True)
            sys.exit(2)

    def main(self, *args: Any, standalone_mode: bool = True, **extra: Any) -> Any:
        """Run the command that is called, and end as agreed: 0, 1 for findings, 2 for all else, 130 when interrupted."""
        begin()
        command: Any = super().main
        if not standalone_mode:
            return command(*args, standalone_mode=False, **extra)
        sys.exit(ended(lambda: command(*args, standalone_mode=False, **extra)))

    def invoke(self, ctx: click.Context) -> object:
        invoked = super().invoke
        try:
            return keeping(lambda: invoked(ctx))
        except NewslintError as error:
            say(f"newslint: {error}", err=True)
            sys.exit(2)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        try:
            self.add_plugins_commands()
        except NewslintError as error:
            say(f"newslint: {error}", err=True)
        with formatter.section("Commands"):
            rows = [(name, COMMANDS.get(name) or _short_help(self.commands[name])) for name in self.list_commands(ctx)]
            formatter.write_dl(rows)


def _short_help(command: click.Command) -> str:
    return command.get_short_help_str()


def _version(ctx: click.Context, parameter: click.Parameter, wanted: bool) -> None:
    if not wanted:
        return
    from newslint.plugins.entrypoints import any_plugin
    from newslint.version import VERSION

    click.echo(f"newslint {VERSION}")
    if any_plugin():
        from newslint.cli.settings import installed_plugins

        for plugin in installed_plugins():
            say(f"  with {plugin}")
    ctx.exit()


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Tell the version.")
def main() -> None:
    """Find where a news draft disagrees with itself.

    `newslint PATH…` is short for `newslint check PATH…`.
    """
