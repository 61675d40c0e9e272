"""A run over what the command line names, for every command that lints."""

from __future__ import annotations

from pathlib import Path

from newslint import baseline
from newslint.baseline import Baseline
from newslint.config import Config
from newslint.desk import Desk, check_drafts
from newslint.drafts import drafts
from newslint.linter import Run


def run_over(paths: tuple[Path, ...], desk: Desk, stdin_name: str = "") -> Run:
    """Lint what `paths` name: files, folders, and `-` for standard input."""
    desk.config.rules(desk.registry)  # a mistake in the configuration is told before any draft is read
    named = [path for path in paths if str(path) != "-"]
    found = list(drafts(named, desk.registry.parsers, desk.config.exclude))
    if len(named) < len(paths):
        found.insert(0, Path("-"))
    return check_drafts(found, desk, stdin_name)


def baseline_path(config: Config) -> Path:
    """Where the baseline is written: where the configuration says, else beside it."""
    return config.gate.baseline or config.root / baseline.NAME


def baseline_for(config: Config, given: Path | None, none: bool) -> Baseline | None:
    """The baseline that `--baseline` gives, else the configuration's, else the one beside it where there's one.

    Raises ConfigError where it's broken, or was asked for and isn't there.
    """
    if none:
        return None
    asked = given or config.gate.baseline
    path = asked or baseline_path(config)
    return baseline.read(path) if asked or path.exists() else None
