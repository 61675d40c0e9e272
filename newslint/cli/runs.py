"""A run over what the command line names, for every command that lints."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.cli.desks import Desks, Draft
from newslint.cli.progress import Bar
from newslint.cli.settings import Settings, reader_for
from newslint.config.gate import BASELINE
from newslint.config.settings import Config
from newslint.desk.drafts import drafts
from newslint.desk.run import Desk, Means, check_drafts
from newslint.errors import ConfigError, UnreadableError
from newslint.finding import Finding, Severity
from newslint.report import Run, joined
from newslint.source import Source
from newslint.startup.dataclass import replace
from newslint.startup.row import Row

if TYPE_CHECKING:
    from newslint.desk.baseline import Baseline
    from newslint.desk.cache import Cache
    from newslint.desk.changes import Changes

# From so many drafts on a cache is kept without being asked for.
_MANY = 20


class Way(Row):
    """How the command line wants a run to be gone about. `jobs` None: as many processes as pay.

    `written` are the files that this run's reports go to: no drafts, even where they lie among these.
    """

    jobs: int | None = None
    no_cache: bool = False
    cache_dir: Path | None = None
    changed_since: str = ""
    together: bool = False
    allow_empty: bool = False
    written: tuple[str, ...] = ()


_USUAL = Way()


def run_over(paths: tuple[Path, ...], desks: Desks, way: Way = _USUAL) -> Run:
    """Lint what `paths` name: files, folders, and `-` for standard input; each draft as its own desk does."""
    named = [path for path in paths if str(path) != "-"]
    written = {os.path.abspath(file) for file in way.written}
    found = [each for each in drafts(named, desks.choice, way.allow_empty) if not _is_one_of(each, written)]
    stdin = [Path("-")] if len(named) < len(paths) else []
    changes = _changes(way.changed_since)
    if changes:
        found = [draft for draft in found if isinstance(draft, UnreadableError) or changes.holds(draft)]
    many = not stdin and (len(found) >= _MANY or any(path.is_dir() for path in named))
    groups = desks.grouped([*stdin, *found], way.together)
    groups += [(desk, []) for desk in desks.met if all(desk is not other for other, _ in groups)]
    caches = [None if stdin else _cache(desk, way, many) for desk, _ in groups]
    for (desk, _), cache in zip(groups, caches, strict=True):
        if not (cache and cache.used):
            desk.config.rules(
                desk.registry, shown=True
            )  # mistakes in the configuration are told before any draft is read
    with Bar() as bar:
        runs = [
            check_drafts(some, desk, desks.stdin_name, Means(cache, way.jobs, bar), way.together)
            for (desk, some), cache in zip(groups, caches, strict=True)
        ]
    run = joined(runs)
    return replace(run, reports=tuple(map(changes.only, run.reports))) if changes else run


def _is_one_of(draft: Draft, files: set[str]) -> bool:
    return isinstance(draft, Path) and bool(files) and os.path.abspath(draft) in files


def files(paths: tuple[Path, ...], desks: Desks) -> list[Path]:
    """The drafts that `paths` name, those left out that aren't there."""
    return [draft for draft in drafts(paths, desks.choice) if isinstance(draft, Path)]


def _changes(revision: str) -> Changes | None:
    if not revision:
        return None
    from newslint.desk.changes import changes_since

    return changes_since(revision, Path.cwd())


def _cache(desk: Desk, way: Way, many: bool) -> Cache | None:
    """The cache that is asked for, or the usual one where the drafts are many; never for standard input."""
    setting = desk.config.gate.cache
    if way.no_cache or (setting is False and not way.cache_dir):
        return None
    asked = way.cache_dir or (setting if isinstance(setting, Path) else None)
    if not (asked or many or setting is True):
        return None
    from newslint.desk import cache
    from newslint.startup.userfiles import cache_folder

    folder = cache.checked_folder(asked) if asked else cache_folder()
    return cache.opened(folder if asked else folder / "findings", desk.config, desk.registry) if folder else None


def baseline_path(config: Config) -> Path:
    """Where the baseline is written: where the configuration says, else beside it."""
    return config.gate.baseline or config.root / BASELINE


def baseline_for(config: Config, given: Path | None, none: bool) -> Baseline | None:
    """The baseline that `--baseline` gives, else the configuration's, else the one beside it where there's one.

    Raises ConfigError where it's broken, or was asked for and isn't there.
    """
    if none:
        return None
    asked = given or config.gate.baseline
    path = asked or baseline_path(config)
    if not asked and not os.path.lexists(path):
        return None
    from newslint.desk import baseline

    return baseline.read(path, None if given else config.root)


def all_levels(given: Settings, asks: bool = True) -> Desk:
    """A desk to which nothing is too slight; it asks its second reader, if it has one and `asks`."""
    config = replace(given.config, level=Severity.SUGGESTION)
    return Desk(given.registry, config, reader=reader_for(given) if asks else None)


def finding_with(fingerprint: str, paths: tuple[Path, ...], desks: Desks) -> tuple[Finding, Source]:
    """The finding whose fingerprint begins so, below the level too, and its draft.

    It's looked for in `paths`, by default in the folder that one is in. Raises ConfigError where none has it, or several.
    """
    run = run_over(paths or (Path(),), desks)
    pairs = ((finding, report.source) for report in run.reports for finding in report.findings)
    found = {finding.fingerprint: (finding, draft) for finding, draft in pairs}
    fitting = [each for each in found if each.startswith(fingerprint)]
    if not fitting:
        raise ConfigError(
            f"no finding has the fingerprint {fingerprint}: has it been mended, or is it stetted already?"
        )
    if len(fitting) > 1:
        raise ConfigError(f"several findings begin with {fingerprint}: {', '.join(sorted(fitting))}")
    return found[fitting[0]]
