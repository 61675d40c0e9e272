"""`newslint stet`: let a finding stand, by an entry in the configuration."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from newslint.cli.desks import Desks
from newslint.cli.output import say
from newslint.cli.parameters import config_options, reader_options
from newslint.cli.runs import all_levels, finding_with
from newslint.desk.stetting import configuration_of, write_entry
from newslint.errors import ConfigError
from newslint.reporters.terminal import printable


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
