"""`newslint stet`: let a finding stand, by an entry in the configuration."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from newslint import tree
from newslint.cli.desks import Desks
from newslint.cli.output import say
from newslint.cli.runs import all_levels, finding_with
from newslint.cli.settings import config_options, reader_options
from newslint.config import file as configfile
from newslint.config.settings import Config
from newslint.desk.writing import replace_file
from newslint.errors import ConfigError
from newslint.finding import Finding
from newslint.reporters.terminal import printable
from newslint.stets.entries import StetEntry, relative, with_entry


@click.command(name="stet")
@click.argument("fingerprint")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--reason", default="", help="Why it shall stand.")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help="The last day on which it shall.")
@reader_options
@config_options
def command(
    fingerprint: str,
    paths: tuple[Path, ...],
    reason: str,
    until: datetime | None,
    config_path: Path | None,
    isolated: bool,
) -> None:
    """Let the finding with this FINGERPRINT (or its first letters) stand.

    It's looked for in PATHS, by default in the folder that you're in.
    """
    desks = Desks(config_path, isolated, all_levels)
    finding, _ = finding_with(fingerprint, paths, desks)
    config = desks.of(finding.path).config
    if config.gate.require_reason and not reason.strip():
        raise ConfigError("a stet needs a reason here: --reason “…”", config.path)
    path = configuration_of(finding, config)
    write_entry(path, finding, reason, f"{until:%Y-%m-%d}" if until else "")
    place = f"{finding.path}:{finding.start.line}:{finding.start.column}"
    say(f"{path}: {printable(f'{place}: {finding.rule} “{finding.text}”')} shall stand")


def configuration_of(finding: Finding, config: Config) -> Path:
    """The file that a stet of `finding` goes into: the configuration in force, else a new one that holds for the draft."""
    if config.path:
        return Path(config.path)
    inside = not relative(finding.path, Path.cwd()).startswith("../")
    return Path(configfile.NAMES[0]) if inside else Path(finding.path).parent / configfile.NAMES[0]


def write_entry(path: Path, finding: Finding, reason: str, until: str = "") -> StetEntry:
    """Add an entry that covers `finding` to the configuration at `path`, all else in it as it was; the entry.

    Raises ConfigError where the file can't be read, written, or has no place for it.
    """
    entry = StetEntry(
        draft=relative(finding.path, path.parent),
        rule=finding.rule,
        words=finding.text,
        fingerprint=finding.fingerprint,
        reason=" ".join(reason.split()),
        until=until,
    )
    try:
        data = tree.read(path, tree.HAND_WRITTEN) if os.path.lexists(path) else b""
        text = with_entry(data.decode("utf-8"), entry, str(path))
        replace_file(path, text.encode("utf-8"), within=path.parent)
    except OSError as error:
        raise ConfigError(f"can't be written: {error.strerror}", str(path)) from error
    except UnicodeDecodeError as error:
        raise ConfigError("isn't UTF-8 text", str(path)) from error
    return replace(
        entry, path=str(path), line=text.count("\n", 0, text.rindex(f'fingerprint: "{finding.fingerprint}')) + 1
    )
