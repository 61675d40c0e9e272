"""The options of `newslint check`, by what they're for: data, of which the library of command lines makes parameters."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from newslint.cli.runs import Way
from newslint.config.settings import Config
from newslint.finding import SEVERITIES
from newslint.startup.dataclass import replace
from newslint.startup.row import Row

FORMATS = "text, concise, json, sarif, github, gitlab, junit, rdjson, markdown, html"
# What an option takes. A file is there and may be read; a path needn't be.
FLAG, TEXT, TEXTS, LEVEL, NUMBER, PATH, FILE = "flag", "text", "texts", "level", "number", "path", "file"
# What an option is that wasn't given.
ABSENT = {FLAG: False, TEXT: "", TEXTS: (), LEVEL: None, NUMBER: None, PATH: None, FILE: None}


class Option(Row):
    """`shown` is what the help calls the value, `named` the field of `Options` where it isn't the option's own name.

    `completed` says what the TAB key offers: rules or formats.
    """

    name: str
    takes: str
    help: str
    shown: str = ""
    named: str = ""
    completed: str = ""

    @property
    def field(self) -> str:
        """The name of the value."""
        return self.named or self.name.strip("-").replace("-", "_")


CHECK_OPTIONS = (
    # which rules
    Option("--select", TEXTS, "Run only these rules or packs (names, names/spelling).", "RULE", completed="rules"),
    Option("--ignore", TEXTS, "Leave these rules or packs out.", "RULE", completed="rules"),
    # what is shown, and what fails
    Option("--level", LEVEL, "Show findings from this severity on (default: warning)."),
    Option("--fail-on", LEVEL, "Exit with 1 where a finding is at least this grave (default: error)."),
    Option("--exit-zero", FLAG, "Exit with 0 whatever is found."),
    Option("--baseline", PATH, "Leave out what FILE accepts.", "FILE"),
    Option("--no-baseline", FLAG, "Use no baseline."),
    Option("--changed-since", TEXT, "Lint what git says has changed; report on its lines.", "REV"),
    Option("--together", FLAG, "Hold the drafts against one another, as the stories of one package."),
    # how it's reported
    Option("--output-format", TEXT, f"{FORMATS}, or a plugin's (default: text).", "FORMAT", completed="formats"),
    Option("--output", TEXT, "Write the report to FILE.", "FILE"),
    Option("--report", TEXTS, "Report so too; may be repeated.", "FORMAT[=FILE]", "reports", "formats"),
    Option("--statistics", FLAG, "Count the findings by rule instead of showing them."),
    # what is done about it
    Option("--fix", FLAG, "Make the fixes that are certain, and report what is left."),
    Option("--unsafe-fixes", FLAG, "With --fix or --diff: also fixes that may be wrong."),
    Option("--diff", FLAG, "Show what --fix would do instead of a report, and write no draft."),
    Option("--interactive", FLAG, "Ask about each finding: mend it, leave it, let it stand."),
    Option("--watch", FLAG, "Stay, and lint again whatever changes."),
    # how it's gone about
    Option("--jobs", NUMBER, "Use N processes (default: the cores, once it pays).", "N"),
    Option("--no-cache", FLAG, "Lint every draft anew, and keep nothing."),
    Option("--cache-dir", PATH, "Keep results in DIR.", "DIR"),
    Option("--allow-empty", FLAG, "Let a folder hold no draft."),
    Option("--no-exclude", FLAG, "Lint also what the configuration excludes."),
    Option("--stdin-filename", TEXT, "What to call the draft that - reads.", "NAME"),
    Option("--vale", FILE, "Run what this .vale.ini says, and none of newslint's own rules.", named="vale_ini"),
)
CONFIG_OPTIONS = (
    Option("--config", FILE, "Use this configuration instead of the nearest .newslint.yml.", named="config_path"),
    Option("--isolated", FLAG, "Read no configuration, load no plugin and no code from outside."),
)


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

    def contradiction(self, paths: Iterable[Path]) -> str:
        """Which options don't go together, or with `paths`, in a sentence; "" where all do."""
        paths = list(paths)
        if not paths and not self.changed_since:
            return "name the drafts: files, folders, or - for standard input"
        if self.fix and self.changed_since:
            return "--fix changes whole drafts, so it doesn't go with --changed-since"
        if self.unsafe_fixes and not (self.fix or self.diff):
            return "--unsafe-fixes goes with --fix or --diff"
        if self.vale_ini and (self.fix or self.diff or self.interactive or self.watch):
            return "--vale only reports: Vale's rules bring no fixes"
        if self.vale_ini and (self.select or self.ignore or self.level):
            return "--vale runs what its file says: --select, --ignore and --level go without it"
        if (self.fix or self.interactive or self.watch) and not self.diff and Path("-") in paths:
            return "standard input can't be written or watched; --diff shows what --fix would do"
        return ""

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
