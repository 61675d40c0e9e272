"""`newslint check`: the main job."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from newslint.cli.asked import asked
from newslint.cli.linting import lint_and_report
from newslint.cli.options import Options
from newslint.cli.parameters import check_options, config_options, reader_options


@click.command(name="check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@check_options
@reader_options
@config_options
def command(paths: tuple[Path, ...], config_path: Path | None, isolated: bool, **given: Any) -> None:
    """Lint drafts and report where they disagree with themselves.

    PATHS are files and folders; - reads standard input. With --changed-since they may be left out.
    """
    options = Options(**given)
    refused = options.contradiction(paths) or asked().contradiction(options.no_cache, vale=bool(options.vale_ini))
    if refused:
        raise click.UsageError(refused)
    lint_and_report(paths, config_path, isolated, options)
