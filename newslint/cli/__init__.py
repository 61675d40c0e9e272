"""The command line: thin; each command is a file of its own, imported when it's called."""

from __future__ import annotations

import os
import sys

# Set where a shell asks what completes a line.
COMPLETING = "_NEWSLINT_COMPLETE"
COMMANDS = {
    "check": "Lint drafts and report where they disagree with themselves.",
    "annotate": "Write the findings into a Word document, as comments.",
    "desk": "Serve a page for pasting and mending drafts, on this machine.",
    "baseline": "Accept the findings of existing copy.",
    "stet": "Let a finding stand, in the configuration.",
    "rules": "List the rules.",
    "explain": "Tell a rule's reason, source, examples and exceptions.",
    "test": "Try a pack: run its examples, or see what it says of an archive.",
    "schema": "Print the JSON Schema of .newslint.yml, of packs or of what readers answer.",
    "reader": "Try a second reader on a draft.",
    "trust": "Let the plugins of the configuration run, and its readers be asked.",
    "plugins": "List the plugins and the hooks they use.",
    "lsp": "Speak with an editor: findings while you write.",
    "init": "Write a commented .newslint.yml.",
    "completion": "Print what lets your shell complete newslint's words.",
}


def main() -> None:
    """Do what the process was called for. Raises SystemExit with the status."""
    words = sys.argv[1:]
    if _may_be_usual(words):
        from newslint.cli.usual import usual

        given = usual(words[words[0] == "check" :])
        if given:
            from newslint.cli.ending import ended, keeping
            from newslint.cli.linting import lint_and_report

            sys.exit(ended(lambda: keeping(lambda: lint_and_report(*given))))
    from newslint.cli.commands import main as any_command

    any_command()


def _may_be_usual(words: list[str]) -> bool:
    """Whether drafts are to be checked, said as on most systems; the shell of Windows leaves it to programs what * stands for."""
    if not words or os.name == "nt" or COMPLETING in os.environ:
        return False
    return words[0] == "check" or (words[0] not in COMMANDS and os.path.exists(words[0]))
