#!/usr/bin/env python3
"""Write the man page, made of what each command says of itself: `python tools/man.py > docs/newslint.1`."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click

from newslint.cli.commands import main
from newslint.version import VERSION

HEAD = r""".\" Made by tools/man.py from the command line itself: change it there.
.TH NEWSLINT 1 "" "newslint {version}" "User Commands"
.SH NAME
newslint \- find where a news draft disagrees with itself
.SH SYNOPSIS
.B newslint
.RI [ COMMAND ]
.RI [ OPTIONS ]
.RI PATH \&...
.SH DESCRIPTION
newslint reads a news draft as a sub-editor does: one name spelled two ways, 14 people in the headline and 12 in the story, a
Tuesday that was a Wednesday. It knows no facts, and uses no network.
.PP
.B newslint
.I PATH
is short for
.B newslint check
.IR PATH .
"""
TAIL = r""".SH "EXIT STATUS"
.TP
.B 0
No error was found.
.TP
.B 1
At least one was; \-\-fail\-on sets the bar.
.TP
.B 2
newslint could not do what it was asked. The reason is printed.
.TP
.B 130
It was interrupted.
.SH FILES
.TP
.I .newslint.yml
What is chosen and tuned, for the drafts in its folder and below.
.TP
.I .newslint\-baseline.json
Findings that were accepted.
.SH ENVIRONMENT
.TP
.BR XDG_CACHE_HOME ", " XDG_STATE_HOME
Where newslint keeps what it knows of earlier runs, and which plugins are trusted.
.TP
.BR NO_COLOR ", " FORCE_COLOR
Whether to use colours.
.SH BUGS
It finds what a careful reader finds only in part. A false alarm is a bug.
"""


def page() -> str:
    """The whole page."""
    context = click.Context(main, info_name="newslint", **main.context_settings)
    sections = [section(context, name) for name in main.list_commands(context)]
    return "".join([HEAD.format(version=VERSION), ".SH COMMANDS\n", *sections, TAIL])


def section(context: click.Context, name: str) -> str:
    """What is to be said of one command."""
    command = main.get_command(context, name)
    assert command is not None
    inner = click.Context(command, parent=context, info_name=name)
    usage = " ".join(command.collect_usage_pieces(inner))
    told = "\n.PP\n".join(plain(part) for part in re.split(r"\n\s*\n", command.help or ""))
    return "".join([f'.SS "newslint {name} {roff(usage)}"\n{told}\n', *options(command, inner)])


def options(command: click.Command, context: click.Context) -> Iterator[str]:
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record and isinstance(parameter, click.Option):
            yield f".TP\n.B {roff(record[0])}\n{plain(record[1])}\n"


def plain(text: str) -> str:
    """A paragraph of running text."""
    return re.sub(r"(?m)^(?=[.'])", r"\\&", roff(" ".join(text.split())))


def roff(text: str) -> str:
    """`text` with what means something to roff made plain."""
    return text.replace("\\", "\\e").replace("-", "\\-").replace('"', "\\(dq").replace("…", "...")


if __name__ == "__main__":
    print(page(), end="")
