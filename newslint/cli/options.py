"""The options of `newslint check`, by what they're for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from newslint.cli.completion import formats, rules
from newslint.cli.runs import Way
from newslint.config.settings import Config
from newslint.finding import SEVERITIES
from newslint.startup.row import Row

FORMATS = "text, concise, json, sarif, github, gitlab, junit, rdjson, markdown, html"
_LEVELS = click.Choice(list(SEVERITIES))
_PATH = click.Path(path_type=Path)
_ALL = (
    # which rules
    click.option(
        "--select",
        multiple=True,
        metavar="RULE",
        shell_complete=rules,
        help="Run only these rules or packs (names, names/spelling).",
    ),
    click.option(
        "--ignore", multiple=True, metavar="RULE", shell_complete=rules, help="Leave these rules or packs out."
    ),
    # what is shown, and what fails
    click.option("--level", type=_LEVELS, help="Show findings from this severity on (default: warning)."),
    click.option(
        "--fail-on", type=_LEVELS, help="Exit with 1 where a finding is at least this grave (default: error)."
    ),
    click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found."),
    click.option("--baseline", type=_PATH, metavar="FILE", help="Leave out what FILE accepts."),
    click.option("--no-baseline", is_flag=True, help="Use no baseline."),
    click.option(
        "--changed-since", default="", metavar="REV", help="Lint what git says has changed; report on its lines."
    ),
    click.option(
        "--together", is_flag=True, help="Hold the drafts against one another, as the stories of one package."
    ),
    # how it's reported
    click.option(
        "--output-format",
        default="",
        metavar="FORMAT",
        shell_complete=formats,
        help=f"{FORMATS}, or a plugin's (default: text).",
    ),
    click.option("--output", default="", metavar="FILE", help="Write the report to FILE."),
    click.option(
        "--report",
        "reports",
        multiple=True,
        metavar="FORMAT[=FILE]",
        shell_complete=formats,
        help="Report so too; may be repeated.",
    ),
    click.option("--statistics", is_flag=True, help="Count the findings by rule instead of showing them."),
    # what is done about it
    click.option("--fix", is_flag=True, help="Make the fixes that are certain, and report what is left."),
    click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: also fixes that may be wrong."),
    click.option("--diff", is_flag=True, help="Show what --fix would do instead of a report, and write no draft."),
    click.option("--interactive", is_flag=True, help="Ask about each finding: mend it, leave it, let it stand."),
    click.option("--watch", is_flag=True, help="Stay, and lint again whatever changes."),
    # how it's gone about
    click.option(
        "--jobs", type=click.IntRange(1), metavar="N", help="Use N processes (default: the cores, once it pays)."
    ),
    click.option("--no-cache", is_flag=True, help="Lint every draft anew, and keep nothing."),
    click.option("--cache-dir", type=_PATH, metavar="DIR", help="Keep results in DIR."),
    click.option("--allow-empty", is_flag=True, help="Let a folder hold no draft."),
    click.option("--no-exclude", is_flag=True, help="Lint also what the configuration excludes."),
    click.option("--stdin-filename", default="", metavar="NAME", help="What to call the draft that - reads."),
    click.option(
        "--vale",
        "vale_ini",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="Run what this .vale.ini says, and none of newslint's own rules.",
    ),
)


def check_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """All options of `newslint check`, for a command that gives them to `Options`."""
    for option in reversed(_ALL):
        command = option(command)
    return command


class Options(Row):
    """What the command line says."""

    select: tuple[str, ...]
    ignore: tuple[str, ...]
    level: str | None
    fail_on: str | None
    exit_zero: bool
    baseline: Path | None
    no_baseline: bool
    changed_since: str
    together: bool
    output_format: str
    output: str
    reports: tuple[str, ...]
    statistics: bool
    fix: bool
    unsafe_fixes: bool
    diff: bool
    interactive: bool
    watch: bool
    jobs: int | None
    no_cache: bool
    cache_dir: Path | None
    stdin_filename: str
    allow_empty: bool
    no_exclude: bool
    vale_ini: Path | None

    def refuse_contradictions(self, paths: Iterable[Path]) -> None:
        """Raise a usage error for options that don't go together, or with `paths`."""
        paths = list(paths)
        if not paths and not self.changed_since:
            raise click.UsageError("name the drafts: files, folders, or - for standard input")
        if self.fix and self.changed_since:
            raise click.UsageError("--fix changes whole drafts, so it doesn't go with --changed-since")
        if self.unsafe_fixes and not (self.fix or self.diff):
            raise click.UsageError("--unsafe-fixes goes with --fix or --diff")
        if self.vale_ini and (self.fix or self.diff or self.interactive or self.watch):
            raise click.UsageError("--vale only reports: Vale's rules bring no fixes")
        if self.vale_ini and (self.select or self.ignore or self.level):
            raise click.UsageError("--vale runs what its file says: --select, --ignore and --level go without it")
        if (self.fix or self.interactive or self.watch) and not self.diff and Path("-") in paths:
            raise click.UsageError("standard input can't be written or watched; --diff shows what --fix would do")

    def way(self, written: tuple[str, ...]) -> Way:
        """How the run is to be gone about; `written` are the files that its reports go to."""
        return Way(
            self.jobs, self.no_cache, self.cache_dir, self.changed_since, self.together, self.allow_empty, written
        )

    def over(self, config: Config) -> Config:
        """`config` with what the command line says instead."""
        return replace(
            config,
            select=_split(self.select) or config.select,
            ignore=config.ignore + _split(self.ignore),
            level=SEVERITIES[self.level] if self.level else config.level,
            fail_on=SEVERITIES[self.fail_on] if self.fail_on else config.fail_on,
        )


def _split(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part.strip() for word in words for part in word.split(",") if part.strip())
