""".vale.ini: which styles and rules run on which drafts. Reads it as Vale does, and names every mistake with its line."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from newslint import tree
from newslint.errors import ConfigError, nearest
from newslint.finding import SEVERITIES, Severity
from newslint.startup.row import Row
from newslint.vale.blocks import Settings
from newslint.vale.globs import fits
from newslint.vale.patterns import UntranslatableError, compiled

_CORE = ("StylesPath", "MinAlertLevel", "Vocab", "IgnoredScopes", "SkippedScopes", "IgnoredClasses", "Packages")
_PASSED_OVER = ("WordTemplate", "NLPEndpoint", "SphinxBuildPath", "SphinxAutoBuild")
_SECTION = ("BasedOnStyles", "TokenIgnores", "BlockIgnores", "IgnorePatterns")
_SECTION_PASSED_OVER = ("Lang", "Transform", "View", "CommentDelimiters", "Parser")
_STATES = ("YES", "NO", "on", "off", *SEVERITIES)
_LINE = re.compile(r"\s*([^=:\[\];#\s][^=:]*?)\s*[=:]\s*(.*?)\s*\Z")
_INLINE_COMMENT = re.compile(r"\s[#;].*\Z")


class Entry(Row):
    """A key of a section with its value, and where it stands."""

    section: str
    key: str
    value: str
    line: int


class Section(Row):
    """What holds for drafts whose path fits `pattern`; `rules` are the rules named, with whether they run.

    `tokens` and `blocks` are the patterns of TokenIgnores and BlockIgnores.
    """

    pattern: str
    styles: tuple[str, ...] | None = None
    rules: Mapping[str, bool] = {}
    tokens: tuple[str, ...] = ()
    blocks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ini:
    """What a .vale.ini says. `notices` are what newslint passes over, a sentence each."""

    path: Path
    styles_paths: tuple[Path, ...] = ()
    level: Severity = Severity.SUGGESTION
    settings: Settings = field(default_factory=Settings)
    formats: Mapping[str, str] = field(default_factory=dict)
    sections: tuple[Section, ...] = ()
    levels: Mapping[str, str] = field(default_factory=dict)
    accepted: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()

    def sections_for(self, *paths: str) -> tuple[Section, ...]:
        """The sections that hold for a draft, which may be named in several ways; [*] first."""
        everywhere = [section for section in self.sections if section.pattern == "*"]
        others = [section for section in self.sections if section.pattern != "*" and fits(section.pattern, *paths)]
        return (*everywhere, *others)


def read_ini(path: Path) -> Ini:
    """The configuration in the file at `path`. Raises ConfigError with file and line."""
    try:
        text = tree.text(path, tree.HAND_WRITTEN)
    except OSError as error:
        raise ConfigError(f"can't be read: {error.strerror}", str(path)) from error
    return _Reading(path, list(_entries(text, path))).ini()


def _entries(text: str, path: Path) -> Iterator[Entry]:
    section = ""
    lines = iter(enumerate(text.splitlines(), 1))
    for number, raw in lines:
        line = raw.strip()
        if not line or line[0] in "#;":
            continue
        if line.startswith("["):
            end = line.rfind("]")
            if end < 0:
                raise ConfigError("a section's name has no “]”", str(path), number)
            section = line[1:end].strip()
            continue
        while line.endswith("\\"):
            line = line[:-1] + next(lines, (0, ""))[1].strip()
        match = _LINE.match(line)
        if match is None:
            raise ConfigError(f"“{line}” is no “key = value”", str(path), number)
        yield Entry(section, match[1], _value(match[2]), number)


def _value(said: str) -> str:
    said = said if said.endswith(('"', "'", "`")) else _INLINE_COMMENT.sub("", said)
    for mark in ('"""', '"', "`", "'"):
        if said.startswith(mark) and said.endswith(mark) and len(said) >= 2 * len(mark):
            return said[len(mark) : -len(mark)]
    return said


def split(value: str) -> tuple[str, ...]:
    """The parts of a value that commas part; a comma after a backslash is a letter."""
    parts = re.split(r"(?<!\\),", value)
    return tuple(part.strip().replace("\\,", ",") for part in parts if part.strip())


class _Reading:
    def __init__(self, path: Path, entries: list[Entry]) -> None:
        self.path = path
        self.entries = entries
        self.levels: dict[str, str] = {}
        self.notices: list[str] = []

    def error(self, entry: Entry, message: str) -> ConfigError:
        return ConfigError(message, str(self.path), entry.line)

    def notice(self, entry: Entry, message: str) -> None:
        self.notices.append(f"{self.path}:{entry.line}: {message}")

    def ini(self) -> Ini:
        core = self._core()
        names = dict.fromkeys(entry.section for entry in self.entries)
        sections = tuple(self._section(name) for name in names if name not in {"", "formats", "asciidoctor"})
        formats = {
            f".{entry.key.lower()}": f".{entry.value.lower()}" for entry in self.entries if entry.section == "formats"
        }
        paths = self._styles_paths(core.get("StylesPath", []))
        accepted, rejected = self._vocabularies(core.get("Vocab", []), paths)
        settings = Settings(
            *(self._all(core.get(key, [])) for key in ("SkippedScopes", "IgnoredScopes", "IgnoredClasses"))
        )
        return Ini(
            self.path, paths, self._level(core.get("MinAlertLevel", [])), settings, formats, sections, self.levels,
            accepted, rejected, tuple(self.notices),
        )  # fmt: skip

    def _core(self) -> dict[str, list[Entry]]:
        core: dict[str, list[Entry]] = {}
        for entry in self.entries:
            if entry.section:
                continue
            if entry.key in _SECTION:
                raise self.error(entry, f"“{entry.key}” belongs into a section, such as [*.md]")
            if entry.key in _PASSED_OVER:
                self.notice(entry, f"“{entry.key}” is passed over")
            elif entry.key not in _CORE:
                raise self.error(entry, f"unknown key “{entry.key}”{nearest(entry.key, (*_CORE, *_SECTION))}")
            if entry.key == "Packages":
                self.notice(
                    entry, "“Packages” is passed over: newslint fetches nothing; put the styles into StylesPath"
                )
            core.setdefault(entry.key, []).append(entry)
        return core

    def _all(self, entries: list[Entry]) -> tuple[str, ...]:
        return tuple(part for entry in entries for part in split(entry.value))

    def _styles_paths(self, entries: list[Entry]) -> tuple[Path, ...]:
        paths = []
        for entry in entries:
            path = self.path.parent / os.path.expanduser(entry.value)
            if not path.is_dir():
                raise self.error(entry, f"there's no folder {path}")
            if not tree.holds(tree.around(self.path), path):
                raise self.error(entry, f"{path} lies outside the folder of this file")
            paths.append(path)
        return tuple(paths)

    def _level(self, entries: list[Entry]) -> Severity:
        for entry in entries[-1:]:
            if entry.value not in SEVERITIES:
                hint = nearest(entry.value, SEVERITIES)
                raise self.error(entry, f"“MinAlertLevel” is suggestion, warning or error, not “{entry.value}”{hint}")
            return SEVERITIES[entry.value]
        return Severity.SUGGESTION

    def _vocabularies(self, entries: list[Entry], paths: tuple[Path, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        accepted: list[str] = []
        rejected: list[str] = []
        for entry in entries:
            for name in split(entry.value):
                folders = [path / place / name for path in paths for place in ("config/vocabularies", "Vocab")]
                folder = next((each for each in folders if each.is_dir()), None)
                if folder is None:
                    raise self.error(entry, f"there's no vocabulary “{name}” in StylesPath/config/vocabularies")
                accepted += _words(folder / "accept.txt")
                rejected += _words(folder / "reject.txt")
        return tuple(accepted), tuple(rejected)

    def _section(self, name: str) -> Section:
        styles: tuple[str, ...] | None = None
        rules: dict[str, bool] = {}
        tokens: list[str] = []
        blocks: list[str] = []
        for entry in self.entries:
            if entry.section != name:
                continue
            if entry.key == "BasedOnStyles":
                styles = (*(styles or ()), *split(entry.value))
            elif entry.key == "TokenIgnores":
                tokens += self._patterns(entry)
            elif entry.key in {"BlockIgnores", "IgnorePatterns"}:
                blocks += self._patterns(entry)
            elif entry.key in _SECTION_PASSED_OVER:
                self.notice(entry, f"“{entry.key}” is passed over")
            elif entry.key in _CORE:
                raise self.error(entry, f"“{entry.key}” belongs above the first section")
            else:
                rules[entry.key] = self._state(entry)
        return Section(name, styles, rules, tuple(tokens), tuple(blocks))

    def _patterns(self, entry: Entry) -> Iterator[str]:
        """The patterns that can be run; each of the others is told, and passed over."""
        for pattern in split(entry.value):
            try:
                compiled(pattern)
                yield pattern
            except UntranslatableError as error:
                self.notice(entry, f"“{entry.key}”: {error}")

    def _state(self, entry: Entry) -> bool:
        """Whether the rule runs: not, as Vale has it, where something else is said of it than what can be."""
        if entry.value not in _STATES:
            hint = nearest(entry.value, _STATES)
            self.notice(
                entry,
                f"“{entry.key}” is YES, NO, suggestion, warning or error, not “{entry.value}”{hint}; it's left out",
            )
            return False
        if entry.value in SEVERITIES:
            self.levels[entry.key] = entry.value
        return entry.value not in {"NO", "off"}


def _words(path: Path) -> list[str]:
    if not path.exists():
        return []
    try:
        lines = [line.strip() for line in tree.text(path, tree.LISTS, path.parent).splitlines()]
    except OSError as error:
        raise ConfigError(f"can't be read: {error.strerror}", str(path)) from error
    return [line for line in lines if line and not line.startswith("# ")]
