"""`newslint check --vale .vale.ini`: just what that file says, and none of newslint's own rules."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from newslint.document import Document
from newslint.errors import ConfigError, LeftError, UnreadableError
from newslint.finding import Finding
from newslint.packs.patterns import PatternBudgetError
from newslint.reading import read_named
from newslint.report import Report, Run, failure
from newslint.source import Source
from newslint.vale.definition import Definition
from newslint.vale.drafts import HTML, MARKDOWN, read_draft
from newslint.vale.ini import Ini, Section
from newslint.vale.messages import Action
from newslint.vale.rule import StyleRule, StyleStanza, draft_of
from newslint.vale.styles import read_style
from newslint.vale.words import Existence, Repetition, Substitution

SUFFIXES = (*MARKDOWN, *HTML, ".txt")
# Formats that Vale reads with the help of other programs, or as code, and newslint doesn't.
UNREAD = frozenset(
    [
        *(".adoc", ".asciidoc", ".asc", ".rst", ".rest", ".org", ".dita", ".xml", ".xsd", ".py", ".go", ".rs", ".c"),
        *(".cc", ".cpp", ".h", ".java", ".js", ".jsx", ".ts", ".tsx", ".rb", ".php", ".lua", ".hs", ".css", ".r"),
        *(".jl", ".ps1", ".clj", ".proto", ".swift", ".scala", ".kt", ".yml", ".yaml", ".json", ".toml", ".ipynb"),
    ]
)  # fmt: skip


class ValeRun:
    """The rules that an ini loads, and the drafts they run on. `notices` are what is passed over or refused."""

    def __init__(self, ini: Ini) -> None:
        self.ini = ini
        self.notices: list[str] = list(ini.notices)
        self.rules: dict[str, StyleRule] = {}
        self._load()

    def report(self, paths: Iterable[Path | UnreadableError], stdin_name: str = "") -> Run:
        """What Vale's rules say of the drafts; the one at `-` is on standard input."""
        reports: list[Report] = []
        failures: list[str] = []
        for path in paths:
            if isinstance(path, LeftError):
                self.notices.append(str(path))
                continue
            source = read_named(path, stdin_name)
            try:
                if isinstance(source, UnreadableError):
                    raise source
                reports.append(self.lint(source))
                failures += reports[-1].failures
            except UnreadableError as error:
                failures.append(str(error))
        reports.sort(key=lambda report: report.source.name)
        return Run(tuple(reports), tuple(failures), lambda: {name: rule.stanza for name, rule in self.rules.items()})

    def lint(self, source: Source) -> Report:
        """What they say of one draft, by line, column and rule."""
        suffix = Path(source.name).suffix.lower() or source.suffix
        suffix = self.ini.formats.get(suffix, suffix)
        if suffix in UNREAD:
            raise UnreadableError(
                source.name, f"is {suffix}, a format that --vale doesn't read (md, html and txt it does)"
            )
        sections = self.ini.sections_for(*self._names(source.name, suffix))
        styles = next((section.styles for section in reversed(sections) if section.styles is not None), ())
        settings = self.ini.settings._replace(
            tokens=tuple(pattern for section in sections for pattern in section.tokens),
            blocks=tuple(pattern for section in sections for pattern in section.blocks),
        )
        try:
            draft = read_draft(source, suffix, settings, styles)
        except PatternBudgetError as error:
            return Report(source, failures=(f"{source.name}: TokenIgnores or BlockIgnores: {error}",))
        document = Document(source, source.text, (), providers={draft_of: lambda _: draft})
        findings: list[Finding] = []
        failures: list[str] = []
        for rule in self._rules_for(sections, styles):
            try:
                findings.extend(rule(document))
            except Exception as error:  # one rule's mistake must not cost the writer all the others
                failures.append(str(failure(rule, source.name, error)))
        findings.sort(key=lambda finding: (finding.start.offset, finding.rule))
        return Report(source, tuple(findings), failures=tuple(failures))

    def _rules_for(self, sections: tuple[Section, ...], styles: tuple[str, ...]) -> Iterator[StyleRule]:
        named = {name: wanted for section in sections for name, wanted in section.rules.items()}
        for name, rule in self.rules.items():
            style = name.split(".", maxsplit=1)[0]
            if named.get(name, named.get(style, style in styles)) and rule.severity >= self.ini.level:
                yield rule

    def _names(self, name: str, suffix: str) -> tuple[str, ...]:
        """The ways in which a section may name a draft: its path as given, from the ini's folder, and by itself."""
        inside = os.path.relpath(name, self.ini.path.parent).replace(os.sep, "/")
        plain = name.replace(os.sep, "/").removeprefix("./")
        names = (plain, inside, plain.rsplit("/", 1)[-1])
        return (*names, *(f"{os.path.splitext(each)[0]}{suffix}" for each in names))

    def _load(self) -> None:
        styles: dict[str, None] = {}
        single: dict[str, None] = {}
        for section in self.ini.sections:
            styles.update(dict.fromkeys(section.styles or ()))
            single.update(dict.fromkeys(name for name, wanted in section.rules.items() if wanted and "." in name))
        for style in styles:
            self._load_style(style, None)
        for style in {name.split(".")[0] for name in single} - set(styles):
            self._load_style(style, {name for name in single if name.startswith(f"{style}.")})

    def _load_style(self, style: str, only: set[str] | None) -> None:
        if style == "Vale":
            self._load_own(only)
            return
        folder = next((path / style for path in self.ini.styles_paths if (path / style).is_dir()), None)
        if folder is None:
            raise ConfigError(f"there's no style “{style}” in StylesPath", str(self.ini.path))
        read = read_style(folder, lambda name: (only is None or name in only) and self._wanted_anywhere(name))
        for stanza in read.stanzas:
            self._add(stanza.definition, stanza.path)
        self.notices += read.refused.values()

    def _wanted_anywhere(self, name: str) -> bool:
        """Whether some draft could meet the rule: it isn't switched off wherever its style is in force."""
        style = name.split(".", maxsplit=1)[0]

        def wanted(section: Section) -> bool:
            return section.rules.get(name, style in (section.styles or ()))

        return any(wanted(section) for section in self.ini.sections)

    def _load_own(self, only: set[str] | None) -> None:
        """The rules that Vale brings itself: repeated words, and its vocabularies'."""
        own: list[Definition] = [
            Repetition(
                name="Vale.Repetition",
                message="'%s' is repeated!",
                level="error",
                tokens=(r"[^\s.!?]+",),
                ignorecase=True,
                alpha=True,
                action=Action("edit", ("truncate", " ")),
            )
        ]
        if self.ini.accepted:
            swap = {term.lower(): term for term in self.ini.accepted}
            message = "Use '%s' instead of '%s'."
            own.append(Substitution("Vale.Terms", message, "error", swap=swap, ignorecase=True, vocab=False))
        if self.ini.rejected:
            own.append(Existence("Vale.Avoid", "Avoid using '%s'.", "error", tokens=self.ini.rejected))
        for definition in own:
            if only is None or definition.name in only:
                self._add(definition, str(self.ini.path))
        if (only is None or "Vale.Spelling" in only) and self._wanted_anywhere("Vale.Spelling"):
            self.notices.append(f"{self.ini.path}: Vale.Spelling is a “spelling” rule, which newslint doesn't run")

    def _add(self, definition: Definition, path: str) -> None:
        style = definition.name.split(".")[0]
        level = self.ini.levels.get(definition.name, self.ini.levels.get(style, definition.level))
        stanza = StyleStanza.of(replace(definition, level=level, accepted=self.ini.accepted), path)
        self.rules[stanza.name] = StyleRule(stanza, stanza.check_made, stanza.severity, plugin=path)
