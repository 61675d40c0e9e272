"""`newslint init`: a configuration to start from."""

from __future__ import annotations

import os
from pathlib import Path

import click

from newslint.cli.output import say
from newslint.config.file import NAMES
from newslint.errors import ConfigError, nearest
from newslint.packs.catalogue import house_styles

_START = """\
# newslint's configuration for the drafts in this folder and below. Every key may be left out.

# A house style to start from: {styles}; or a file of your own.
{extends}

# What is shown, and from which severity on a run fails: suggestion, warning, error.
# level: warning
# fail-on: error

# Switch a rule off, or say how grave it is; `newslint rules` lists them, `newslint explain RULE` tells of one.
# rules:
#   spelling/variety: off
#   repetition/word: error
#   names/honorific: {{roles: {{headline: off}}}}

# The same, for some paths only.
# paths:
#   - match: letters/*
#     ignore: [spelling]

# Names and terms as this desk writes them, with their known wrong forms; also as files: names: [people.csv]
# names:
#   - {{name: Larnwick, wrong: [Larnwik], kind: place}}
# terms:
#   - {{term: website, wrong: [web site]}}

# Rules of your own, a YAML file each. `newslint test desk.yml --on archive/` tries them on old stories first.
# packs: [desk.yml]

# Drafts to leave alone, as in .gitignore.
# exclude: [archive/]

# Drafts that run together: those of one folder that fit a pattern must agree with one another.
# package: ["stories/*/*.md"]
"""


@click.command(name="init")
@click.option("--style", default="", metavar="NAME", help="A house style to start from, such as house/british.")
@click.option(
    "--from-vale",
    "vale_ini",
    is_flag=False,
    flag_value=".vale.ini",
    default=None,
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="[FILE]",
    help="Take over the styles and settings of a .vale.ini.",
)
def command(style: str, vale_ini: Path | None) -> None:
    """Write a commented .newslint.yml into this folder; a file that is there stays."""
    path = Path(NAMES[0])
    for name in NAMES:
        if os.path.lexists(name):
            raise ConfigError("is there already; newslint init writes over nothing", name)
    known = house_styles()
    if style and style not in known:
        raise ConfigError(f"there's no house style “{style}”{nearest(style, known)}")
    if vale_ini is None:
        extends = f"extends: {style}" if style else f"# extends: {next(iter(known))}"
        _write(path, _START.format(styles=", ".join(known), extends=extends))
    else:
        from newslint.vale.convert import converted
        from newslint.vale.ini import read_ini

        text, notices = converted(read_ini(vale_ini), Path.cwd())
        _write(path, text)
        for notice in notices:
            say(f"newslint: {notice}", err=True)
    say(f"wrote {path}")


def _write(path: Path, text: str) -> None:
    """Write a file that isn't there yet, not even as a link."""
    try:
        with path.open("x", encoding="utf-8") as file:
            try:
                file.write(text)
                file.flush()
            except OSError:  # a full disk: half a configuration is none
                path.unlink()
                raise
    except OSError as error:
        raise ConfigError(f"can't be written: {error.strerror}", str(path)) from error
